""" "The army", "troops", "regeringshelikopters": armed forces of which the words do not say whose they are.

They are the army of the one state whose army the text has named before; a government's are those of the country that the text chiefly
speaks of. Where neither is known the words themselves stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.parties.index import Parties, PartyMatch
from kroniek.parties.party import Party, PartyKind
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon, Mark

_NEAR = 2  # words before or after in which a name tells whose army it is


def armies_in(
    sentence: Sentence, earlier: Sequence[Sentence], countries: Sequence[str], parties: Parties, lexicon: Lexicon
) -> list[PartyMatch]:
    """The armed forces that a sentence names without saying whose, each as the party that it is by the text, or one without an id."""
    found = []
    for mark in sentence.marks.all("army"):
        if not _is_named(sentence, mark, lexicon):
            first, last = sentence.tokens[mark.first], sentence.tokens[mark.last]
            whose = _of_government(countries, parties) if mark.entry.use == "government" else _named_before(earlier, parties)
            party = whose or Party("", "", PartyKind.MILITARY_UNIT, None, None, None, "")
            end = last.end - 2 if last.lower.endswith(("'s", "’s")) else last.end
            found.append(PartyMatch(first.start, end, mark.first, mark.last, party, "name"))
    return found


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
