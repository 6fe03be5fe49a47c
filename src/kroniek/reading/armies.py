""" "The army", "troops", "regeringshelikopters": armed forces of which the words do not say whose they are.

They are the army of the one state whose army the text has named before; a government's are those of the country that the text chiefly
speaks of; a people's ("the Russians") those of its state. Where neither is known the words themselves stay, as they do for armed men of
no state ("gunmen", "jihadisten"): those of a group that no list holds are told by its name ("rebels of M23").
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Accuracy
from kroniek.parties.index import Parties, PartyMatch
from kroniek.parties.party import Party, PartyKind
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon, Mark
from kroniek.reading.strike_words import has_word
from kroniek.text.tokens import Token, TokenKind

_NOBODY = Party("", "", PartyKind.MILITARY_UNIT, None, None, None, "")
_LONGEST_EPITHET = 4
_GROUP_BACK = 4
_NEAR = 2  # words before or after in which a name tells whose army it is


def armies_in(
    sentence: Sentence, earlier: Sequence[Sentence], countries: Sequence[str], parties: Parties, lexicon: Lexicon
) -> list[PartyMatch]:
    """The armed forces that a sentence names without saying whose, each as the party that it is by the text, or one without an id."""
    found: list[PartyMatch] = []
    if not sentence.marks.has("army"):
        return found
    for mark in sentence.marks.all("army"):
        use, party = mark.entry.use, _NOBODY
        if has_word(sentence, lexicon, "sites", mark.last + 1):
            continue  # "a military hospital"
        if lexicon.language == "en" and has_word(sentence, lexicon, "own", mark.first - 1) and _stands_before(sentence, mark, parties):
            continue  # "the army said its troops had killed 25": the speaker's own
        if use is not None and use.isupper():
            if mark.first == 0 or not has_word(sentence, lexicon, "articles_of_one", mark.first - 1):
                continue  # "two Russians" are some people, "the Russians" a side
            party = parties.army_of(use) or _NOBODY
            first, last = mark.first, mark.last
        elif use == "group":
            if mark.first == 0 or not has_word(sentence, lexicon, "definites", mark.first - 1):
                continue
            known = _group_before(sentence, mark, earlier, parties)
            if known is None:
                continue
            party, first, last = known, mark.first, mark.last
        elif use == "armed":
            named = _name_of_group(sentence, mark, lexicon)
            if named is None:
                continue
            first, last = named
            if named == (mark.first, mark.last) and _points_back(sentence, mark, lexicon):
                party = _group_before(sentence, mark, earlier, parties) or _NOBODY
        elif (sent := _sent_by(sentence, mark, lexicon, parties)) is not None:
            party, first, last = sent, mark.first, mark.last
        elif (owned := _owned_by(sentence, mark, parties)) is not None:
            party, first, last = owned, mark.first - 1, mark.last
        elif not _is_named(sentence, mark, lexicon):
            party = (_of_government(countries, parties) if use == "government" else _named_before(earlier, parties)) or _NOBODY
            first, last = mark.first, mark.last
        else:
            continue
        begin, stop = sentence.tokens[first], sentence.tokens[last]
        end = stop.end - 2 if stop.lower.endswith(("'s", "’s")) and use != "armed" else stop.end
        found.append(PartyMatch(begin.start, end, first, last, party, "name"))
    return found


def _points_back(sentence: Sentence, mark: Mark, lexicon: Lexicon) -> bool:
    """ "De strijders", "de rebellen": a definite plural that says no more of them."""
    at, after = mark.first - 1, mark.last + 1
    of = after < len(sentence.tokens) and has_word(sentence, lexicon, "of", after)
    return bool(lexicon.words("verb_second")) and not of and at >= 0 and has_word(sentence, lexicon, "definites", at)


def _stands_before(sentence: Sentence, mark: Mark, parties: Parties) -> bool:
    return any(match.last < mark.first and parties.belligerent_of(match.party) is not None for match in sentence.parties)


def _sent_by(sentence: Sentence, mark: Mark, lexicon: Lexicon, parties: Parties) -> Party | None:
    """ "Troops from Eritrea", "soldaten uit Eritrea": the army of the state that they come from."""
    at = mark.last + 1
    from_ = mark.entry.use is None and has_word(sentence, lexicon, "away", at)
    of = mark.entry.use == "single" and has_word(sentence, lexicon, "of", at)
    if at + 1 >= len(sentence.tokens) or not (from_ or of):
        return None
    start = sentence.tokens[at + 1].start
    for place in sentence.places:
        if place.start == start and place.candidates[0].accuracy is Accuracy.COUNTRY:
            return parties.army_of(place.candidates[0].country)
    return None


def _owned_by(sentence: Sentence, mark: Mark, parties: Parties) -> Party | None:
    """ "Pakistan's military", "Myanmar's armed forces": the army of the state named before it."""
    at = mark.first - 1
    if mark.entry.use != "single" or at < 0 or not sentence.tokens[at].lower.endswith(("'s", "’s")):
        return None
    for place in sentence.places:
        if place.last == at and place.candidates[0].accuracy is Accuracy.COUNTRY:
            return parties.army_of(place.candidates[0].country)
    return None


def _group_before(sentence: Sentence, mark: Mark, earlier: Sequence[Sentence], parties: Parties) -> Party | None:
    """ "The group claimed the attack": the one armed party of no state that was named last; none where its name follows at once."""
    if any(match.first in (mark.last + 1, mark.last + 2) for match in sentence.parties):
        return None
    here = [match for match in sentence.parties if match.last < mark.first]
    for told in (here, *(before.parties for before in reversed(earlier[-_GROUP_BACK:]))):
        named: dict[str, Party] = {}
        for match in told:
            acts = parties.belligerent_of(match.party)
            if acts is not None and match.how == "name" and not parties.is_army_of_state(acts):
                named[acts.id] = acts
        if named:
            return next(iter(named.values())) if len(named) == 1 else None
    return None


def _name_of_group(sentence: Sentence, mark: Mark, lexicon: Lexicon) -> tuple[int, int] | None:
    """The words that tell who armed men are: "gunmen", "rebels of M23" by the group's name; None where a known party's name follows."""
    tokens, at = sentence.tokens, mark.last + 1
    if any(match.last == mark.first - 1 and match.party.kind is not PartyKind.STATE for match in sentence.parties):
        return None  # "Taliban insurgents": the group's own men
    if mark.first > 1 and tokens[mark.first - 1].text == "-" and any(match.last == mark.first - 2 for match in sentence.parties):
        return None  # "RSF-strijders"
    if at < len(tokens) and tokens[at].lower in lexicon.words("of"):
        at += 1
    while at < len(tokens) and has_word(sentence, lexicon, "determiners", at):
        at += 1
    if any(match.first <= at + _LONGEST_EPITHET and match.last >= at for match in sentence.parties) and (
        at > mark.last + 1 or any(match.first == at for match in sentence.parties)
    ):
        return None
    while at < len(tokens) and at <= mark.last + _LONGEST_EPITHET and has_word(sentence, lexicon, "armed_groups", at):
        at += 1
    first = at
    while at < len(tokens) and _is_of_name(tokens, first, at):
        at += 1
    placed = any(place.start <= tokens[first].start < place.end for place in sentence.places) if first < len(tokens) else True
    return (mark.first, mark.last) if at == first or placed else (first, at - 1)


def _is_of_name(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a token belongs to a name that begins at `first`: a capitalised word, or figures written to the one before ("M23")."""
    if tokens[at].kind is TokenKind.WORD:
        return tokens[at].text[0].isupper()
    return at > first and tokens[at].kind is TokenKind.NUMBER and tokens[at - 1].end == tokens[at].start


def _is_named(sentence: Sentence, mark: Mark, lexicon: Lexicon) -> bool:
    """Whether words beside it say whose army it is: "Sudan's army", "the Malian army", "leger van Mali", "rebel army"."""
    if any(match.last >= mark.first - _NEAR and match.first <= mark.last + _NEAR + 1 for match in sentence.parties):
        return True
    tokens, before, after = sentence.tokens, mark.first - 1, mark.last + 1
    word = tokens[before].lower if before >= 0 else ""
    if word in lexicon.words("demonyms") or word.endswith(("'s", "’s", "se", "sche", "-")):
        return True
    timed = before >= 0 and any(time.start <= tokens[before].start < time.end for time in sentence.times)
    if before > 0 and tokens[before].text[0].isupper() and not timed:
        return True
    if mark.entry.use == "single" and (before < 0 or tokens[before].lower not in lexicon.words("determiners")):
        return True  # "military sources"
    return after < len(tokens) and tokens[after].lower in lexicon.words("of")


def _of_government(countries: Sequence[str], parties: Parties) -> Party | None:
    return parties.army_of(countries[0]) if countries else None


def _named_before(earlier: Sequence[Sentence], parties: Parties) -> Party | None:
    named: dict[str, Party] = {}
    for sentence in earlier:
        for match in sentence.parties:
            acts = parties.belligerent_of(match.party)
            if acts is not None and match.how != "seat" and parties.is_army_of_state(acts):
                named[acts.id] = acts
    return next(iter(named.values())) if len(named) == 1 else None
