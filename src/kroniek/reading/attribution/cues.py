"""Finds the cues of a sentence ("said", "according to") and, for each, its speaker and the words that it governs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from kroniek.made import replace
from kroniek.reading.attribution.candidates import BREAKS, QUOTES, Field, Sort, amount_follows, is_amount
from kroniek.reading.attribution.elliptical import elliptical
from kroniek.reading.attribution.inquiries import without_inquiries
from kroniek.reading.attribution.making import ends_at, made_speech, names_speaker
from kroniek.reading.attribution.noun_phrases import head_of
from kroniek.reading.attribution.rules import Cue, CueForm
from kroniek.reading.attribution.scopes import gives_amount, scoped
from kroniek.reading.attribution.speakers import is_place, phrase_after, subject_before
from kroniek.reading.attribution.speech import Speech
from kroniek.reading.attribution.whole_cues import SPLIT_REACH, whole_cues
from kroniek.text.phrases import PhraseMatch
from kroniek.text.tokens import TokenKind

_MOST_CUES = 40
_OWNER_REACH = 6
_WIDEST_ATTRIBUTE = 5
_DEMONYMS = ("se", "sche")
_SINGLE_QUOTES = frozenset({"'", "’"})
_ENDS = frozenset({".", ",", ";", "!", "?", ")"})


def speeches_of(field: Field) -> Sequence[Speech]:
    """The cues of the sentence that do attribute something, in the order of the text, each with its scope."""
    kept = field.passage.kept.get("speeches")
    if kept is not None and kept[0] is field:
        return tuple(kept[1])
    found = tuple(_speeches(field))
    field.passage.kept["speeches"] = (field, found)
    return found


def _speeches(field: Field) -> list[Speech]:
    matches = [match for match in islice(whole_cues(field.tokens, field.rules), _MOST_CUES) if not _is_of_a_name(field, match)]
    found: list[Speech] = []
    floor = 0
    for number, match in enumerate(matches):
        ceiling = matches[number + 1].first if number + 1 < len(matches) else len(field.tokens)
        speech = _speech(field, match, floor, ceiling)
        if found and match.value.form is CueForm.VERB and not match.value.noun and _is_second_verb(field, match, speech):
            speech = replace(found[-1], cue=match.first, cue_end=match.last, stance=match.value.stance, wide=False, np_first=match.first)
        if speech is not None:
            found.extend(_host(field, match, floor))
            found.append(speech)
            if speech.form is CueForm.VERB:  # "X, citing Y, said": a source between the commas does not hide the subject
                floor = match.last + 1
    told = any(speech.wide and speech.speaker is not None for speech in found)
    if told:  # "Iran telt 610 doden, meldt het ministerie": it is the ministry that counts
        found = [s for s in found if not (s.bodies and _is_state(field, (s.np_first, s.cue - 1)))]
    found.extend(elliptical(field, found))
    found.extend(_counts_of(field))
    found.extend(_reports_of(field, found))
    found.sort(key=lambda speech: speech.cue)
    return without_inquiries(field, scoped(field, found))


def _counts_of(field: Field) -> list[Speech]:
    """ "By Kyiv's count", "that was the Observatory's figure": whose count it is, who is credited with the clause before."""
    found: list[Speech] = []
    tokens, rules = field.tokens, field.rules
    if rules.count_nouns.isdisjoint(field.passage.lowers):
        return found
    for at, token in enumerate(tokens):
        if token.lower not in rules.count_nouns:
            continue
        owner = next((back for back in range(at - 1, max(0, at - _OWNER_REACH), -1) if tokens[back].lower.endswith(("'s", "s'"))), None)
        if owner is None:
            continue
        edge = BREAKS | rules.agents
        reach = max(-1, owner - _OWNER_REACH)
        by = next((back for back in range(owner, reach, -1) if tokens[back].lower in edge), reach)
        if by == reach >= 0:  # "reports on the basis of the Coalition's own figures": nothing sets the owner off
            continue
        by += by < 0 or tokens[by].lower not in rules.agents
        opener = tokens[by].lower
        first = by + 1 if opener in rules.agents else by + 2 if opener in rules.referring else by
        if opener in rules.prepositions and opener not in rules.agents:
            first = by + 1
        if first <= owner:
            match = PhraseMatch(tokens[by].start, token.end, by, at, Cue(CueForm.BEFORE, None))
            found.append(made_speech(field, match, (first, owner), wide=True, form=CueForm.BEFORE))
    return found


def _reports_of(field: Field, told: Sequence[Speech]) -> list[Speech]:
    """ "A tally kept by the local paper", "een lijst van de gemeente": whose report it is speaks."""
    found: list[Speech] = []
    tokens, rules = field.tokens, field.rules
    if rules.report_nouns.isdisjoint(field.passage.lowers):
        return found
    for at, token in enumerate(tokens[:-2]):
        if token.lower not in rules.report_nouns or any(speech.cue <= at <= speech.cue_end for speech in told):
            continue
        if at and tokens[at - 1].lower in rules.authors:  # "told our correspondent by the grave"
            continue
        by = at + 1 + (tokens[at + 1].lower in rules.report_makings)
        if tokens[by].lower not in rules.report_owners:
            continue
        phrase = phrase_after(field, by + 1, len(tokens))
        if phrase is not None and not is_amount(tokens[phrase[0]], rules):
            match = PhraseMatch(token.start, tokens[by].end, at, by, Cue(CueForm.BEFORE, None))
            found.append(made_speech(field, match, phrase, wide=True, form=CueForm.BEFORE))
    return found


def _is_of_a_name(field: Field, match: PhraseMatch[Cue]) -> bool:
    """Whether the cue is a word of somebody's name: "the United States"."""
    if match.value.form is not CueForm.VERB:
        return False
    return any(c.first < match.first <= c.last and c.sort in (Sort.PARTY, Sort.NAME) for c in field.candidates)


def _is_second_verb(field: Field, match: PhraseMatch[Cue], speech: Speech | None) -> bool:
    """ "The Pentagon denies it, says dozens were killed": the subject is that of the verb before, where none follows at once."""
    if match.first == 0:
        return False
    ahead = field.tokens[match.first - 1].lower
    if field.rules.verb_second:
        return ahead in field.rules.conjunctions or ahead in field.rules.contrasts
    if ahead != ",":
        return False
    return speech is None or any(token.lower in field.rules.qualifiers for token in field.tokens[match.last + 1 : _head_of(field, speech)])


def _is_set_off(field: Field, first: int) -> bool:
    """Whether a comma or other sign stands before the phrase."""
    return first > 0 and field.tokens[first - 1].text in BREAKS


def _head_of(field: Field, speech: Speech) -> int:
    """The first token of the candidate that the speaker's phrase holds."""
    inside = [c.first for c in field.candidates if speech.cue < c.first <= speech.cue_end]
    return inside[0] if inside else speech.cue_end


def _speech(field: Field, match: PhraseMatch[Cue], floor: int, ceiling: int) -> Speech | None:
    form = match.value.form
    if match.value.counting and not _counts_soon(field, match.last + 1) and not ends_at(field, match.last):
        return None
    if form is CueForm.VERB and _is_told_as(field, match.last):
        return None
    if form is CueForm.PASSIVE and match.last + 1 < len(field.tokens) and field.tokens[match.last + 1].lower in field.rules.agents:
        phrase = phrase_after(field, match.last + 2, len(field.tokens))
        return made_speech(field, match, phrase, wide=True, form=CueForm.BEFORE) if phrase else None
    if form is CueForm.PASSIVE and stands_as_verb(field, match):
        subject = subject_before(field, match.first, floor)
        return made_speech(field, match, subject, wide=False, form=CueForm.VERB, plainly=True) if subject else None
    if form is CueForm.PASSIVE:
        return Speech(match.first, match.last, form, match.value.stance, None, match.first, len(field.tokens) - 1, True, match.first)
    if form is CueForm.OWN:
        return _own(field, match)
    if form is CueForm.VERB:
        return _verb(field, match, floor, ceiling)
    if match.value.paused and (match.first == 0 or field.tokens[match.first - 1].text not in BREAKS):
        return None
    phrase = phrase_after(field, match.last + 1, len(field.tokens))
    if phrase is None and form is CueForm.SOURCE and field.rules.verb_second:
        phrase = subject_before(field, match.first, floor)
    if phrase is None or (match.value.listed and not names_speaker(field, phrase)):
        return None
    narrow = match.first > 0 and field.tokens[match.first - 1].lower in field.rules.narrowing
    return made_speech(field, match, phrase, wide=not narrow, form=form)


def _counts_soon(field: Field, at: int) -> bool:
    """Whether an amount follows, where it was told before it: "behandelde in het ziekenhuis 160 gewonden"."""
    tokens, rules = field.tokens, field.rules
    if amount_follows(field, at):
        return True
    if not rules.verb_second or at >= len(tokens) or tokens[at].lower not in rules.prepositions:
        return False
    for near in range(at + 2, min(len(tokens) - 1, at + _OWNER_REACH)):
        if tokens[near].text in BREAKS or tokens[near].lower in rules.verbs or tokens[near].lower in rules.stops:
            return False
        if is_amount(tokens[near], rules) and tokens[near].lower not in rules.articles and tokens[near - 1].lower not in rules.prepositions:
            return True
    return False


def _is_told_as(field: Field, last: int) -> bool:
    """ "Four children identified as injured": a participle, of whom somebody else tells."""
    if last + 1 >= len(field.tokens) or field.tokens[last + 1].lower != "as":
        return False
    return field.tokens[last].lower in field.rules.told_as


def _host(field: Field, match: PhraseMatch[Cue], floor: int) -> list[Speech]:
    """ "Reuters cited the ministry": who cites speaks too, where the cue is the verb of the clause and no participle ("citing")."""
    if match.value.form is not CueForm.SOURCE or match.first != match.last or field.tokens[match.first].lower.endswith("ing"):
        return []
    subject = None if _is_passive(field, match) else subject_before(field, match.first, floor)
    ahead = field.tokens[match.first - 1].text if match.first else ","
    if subject is None or ahead in (",", "(") or field.rules.verb_second:
        return []
    return [made_speech(field, match, subject, wide=True, form=CueForm.VERB)]


def stands_as_verb(field: Field, match: PhraseMatch[Cue]) -> bool:
    """ "The Observatory reports that": a subject stands right before what elsewhere is a noun ("reports that ...")."""
    subject = field.by_end.get(match.first - 1)
    alone = field.rules.cues.scan(field.tokens[match.first : match.first + 1])
    return subject is not None and subject.alone and any(cue.value.form is CueForm.VERB for cue in alone)


def _own(field: Field, match: PhraseMatch[Cue]) -> Speech | None:
    """ "Naar eigen zeggen": the party named first in its clause, which acts in it; else the one named last before it."""
    start = max((at + 1 for at in range(match.first) if field.tokens[at].text in (";", ":")), default=0)
    before = [c for c in field.candidates if c.first >= start and c.last < match.first]
    after = [c for c in field.candidates if c.first > match.last]
    parties = [c for c in before if c.sort is Sort.PARTY] or [c for c in before if c.sort in (Sort.ROLE, Sort.NAME)]
    clause = max((at for at in range(start, match.first) if field.tokens[at].text == ","), default=start)
    nearest = [c for c in before if c.first > clause > start and c.sort in (Sort.PARTY, Sort.ROLE, Sort.ANAPHOR) and c.alone]
    parties = nearest or parties
    chosen = parties[0] if parties else next(iter([c for c in after if c.sort is Sort.PARTY] or before or after), None)
    if chosen is None:
        return None
    made = made_speech(field, match, (chosen.first, chosen.last), wide=True, form=CueForm.OWN)
    return replace(made, cue_end=match.last, np_first=match.first, wide=False)


def _verb(field: Field, match: PhraseMatch[Cue], floor: int, ceiling: int) -> Speech | None:
    tokens = field.tokens
    if _is_passive(field, match):
        by = match.last + 1 < len(tokens) and tokens[match.last + 1].lower in field.rules.agents
        phrase = phrase_after(field, match.last + 2, len(tokens)) if by else None
        return made_speech(field, match, phrase, wide=True, form=CueForm.BEFORE) if phrase else None
    ahead = tokens[match.first - 1].text if match.first > 0 else ""
    after_pause = ahead == "," or ahead in QUOTES or ahead in _SINGLE_QUOTES or _is_tagged(field, match.first - 1)
    if after_pause and (field.rules.verb_second or match.value.inverted):
        phrase = phrase_after(field, match.last + 1, min(ceiling, match.last + 12))
        if phrase is not None and phrase[0] == match.last + 1 and not match.value.counting:
            return made_speech(field, match, phrase, wide=True, form=CueForm.VERB)
    apart = _says_of_itself(field, match) or _takes_lives(field, match) or _is_attribute(field, match)
    if match.value.inverted or apart:
        return None
    if match.value.bodies and not _harm_near(field, match.last):
        return None
    behind = tokens[match.last + 1].lower if match.last + 1 < len(tokens) else ""
    if field.rules.verb_second and not field.rules.negations.isdisjoint((ahead.lower(), behind)):
        return None  # "Reuters kon het dodental niet bevestigen"
    before = subject_before(field, match.first, floor)
    if before is not None and tokens[before[0]].lower in field.rules.nobody:
        return None  # "no group has claimed responsibility"
    if before is not None and (match.value.counting or match.value.bodies) and not _can_count(field, before):
        before = None
    if before is not None and (match.value.counting or match.value.bodies or match.value.noun) and is_place(field, before):
        return None  # "Aleppo saw 40 people killed"
    if before is not None and _is_own(field, before):
        return None
    if match.value.counting and before is not None and not _counts_soon(field, match.last + 1) and not _is_set_off(field, before[0]):
        return None
    inverted = ahead == "," or ahead in QUOTES or (field.rules.verb_second and before is None)
    if before is None and not field.rules.verb_second and _has_no_subject_after(field, match):
        return None
    if before is None and (inverted or match.first == 0):
        phrase = phrase_after(field, match.last + 1, min(ceiling, match.last + 12))
        if phrase is None or match.value.noun or not (field.rules.verb_second or _can_follow(field, match, phrase)):
            return None
        fronted = field.rules.verb_second and is_amount(tokens[floor], field.rules)  # "Zestig granaten telde een arts"
        return made_speech(field, match, phrase, wide=ahead == "," or ahead in QUOTES or fronted, form=CueForm.VERB)
    if before is None or (match.value.counting and _is_state(field, before)):
        return None
    next_is_verb = ceiling == match.last + 1 and ceiling < len(tokens)  # "local reports speak of"
    is_noun = _noun_follows(field, match.last) and not _credits(field, before, match.last)
    if match.value.noun and (before[1] != match.first - 1 or next_is_verb or is_noun):
        return None
    wide = _trails(field, before[0], match.last) or (match.value.noun and _credits(field, before, match.last))
    made = made_speech(field, match, before, wide=wide, form=CueForm.VERB)
    return replace(made, bodies=match.value.bodies, acting=match.value.counting or match.value.bodies)


def _takes_lives(field: Field, match: PhraseMatch[Cue]) -> bool:
    """ "The raid claimed the lives of six": what does that says nothing."""
    return any(token.lower in field.rules.lives for token in field.tokens[match.last + 1 : match.last + 4])


def _has_no_subject_after(field: Field, match: PhraseMatch[Cue]) -> bool:
    """ "..., adding nine soldiers were wounded", "told Reuters": whom a participle or "told" is followed by does not speak."""
    last = field.tokens[match.last].lower
    return (last.endswith("ing") and match.first > 0) or last in field.rules.telling


def _can_follow(field: Field, match: PhraseMatch[Cue], phrase: tuple[int, int]) -> bool:
    """Whether an English verb has its subject after it: one of the lists, or a phrase that ends the clause ("said the baker")."""
    if any(phrase[0] <= c.first and c.last <= phrase[1] and c.alone for c in field.candidates):
        return True
    after = phrase[1] + 1
    rules = field.rules
    ends = after >= len(field.tokens) or field.tokens[after].text in BREAKS
    ends = ends or field.tokens[after].lower in rules.conjunctions | rules.relative_pronouns
    return ends and match.first > 0 and not field.tokens[match.first].lower.endswith("ing")


def _is_attribute(field: Field, match: PhraseMatch[Cue]) -> bool:
    """Dutch "de internationaal erkende regering": a participle between an article and an office, with no noun between, tells nothing."""
    tokens, rules, at = field.tokens, field.rules, match.first
    office = field.by_start.get(match.last + 1)
    if not rules.verb_second or office is None or office.sort is not Sort.ROLE or not tokens[match.last].lower.endswith("e"):
        return False
    for back in range(at - 1, max(-1, at - _WIDEST_ATTRIBUTE), -1):
        if tokens[back].lower in rules.articles:
            return True
        named = field.by_end.get(back)
        speaks = named is not None and named.alone and not (named.sort is Sort.NAME and tokens[back].lower.endswith(_DEMONYMS))
        if tokens[back].kind is not TokenKind.WORD or speaks:
            return False
    return False


def _says_of_itself(field: Field, match: PhraseMatch[Cue]) -> bool:
    """Dutch "een groep die gelieerd zegt te zijn met": what those of a relative clause say they are tells nothing of the rest."""
    tokens, rules, after = field.tokens, field.rules, match.last + 1
    if not rules.verb_second or after >= len(tokens) or tokens[after].lower not in rules.to:
        return False
    for at in range(match.first - 1, max(-1, match.first - SPLIT_REACH), -1):
        if tokens[at].text in BREAKS:
            return False
        if tokens[at].lower in rules.relative_pronouns:
            return at > 0 and tokens[at - 1].text != ","
    return False


def _is_tagged(field: Field, at: int) -> bool:
    """ "..., zo meldt de gouverneur": a word that points back, after a sign or at the beginning."""
    tokens = field.tokens
    return at >= 0 and tokens[at].lower in field.rules.tags and (at == 0 or tokens[at - 1].text in BREAKS)


def _can_count(field: Field, phrase: tuple[int, int]) -> bool:
    """Whether who is no candidate of the lists can be one who counts: no place, nobody harmed."""
    if any(phrase[0] <= c.first and c.last <= phrase[1] and c.alone for c in field.candidates):
        return True
    head = head_of(field, *phrase)
    word = "" if head is None else field.tokens[head].lower
    return word not in field.rules.grounds and word not in field.rules.civilian_words


def _is_own(field: Field, phrase: tuple[int, int]) -> bool:
    """ "Our reporter saw", "our team counted": the writers themselves."""
    rules = field.rules
    ours = any(token.lower in rules.authors for token in field.tokens[max(0, phrase[0] - 1) : phrase[0] + 1])
    return ours and any(token.lower in rules.report_nouns for token in field.tokens[phrase[0] : phrase[1] + 1])


def _harm_near(field: Field, verb: int) -> bool:
    """Whether those harmed stand by the verb: "telt 12 doden", where "telt 900 inwoners" tells how large a village is."""
    rules = field.rules
    harmed = (rules.harm_words, rules.partitives, rules.civilian_words, rules.remains)
    endings = rules.ends_of_harm
    tokens = field.tokens
    of_them = rules.verb_second and verb > 1 and is_amount(tokens[verb - 1], rules) and tokens[verb - 2].lower in rules.finite
    back = SPLIT_REACH if of_them else _OWNER_REACH  # "twaalf doden zijn, terwijl het ministerie er zeven telt"
    near = field.tokens[max(0, verb - back) : verb + SPLIT_REACH]
    return any(any(token.lower in words for words in harmed) or token.lower.endswith(endings) for token in near)


def _is_state(field: Field, phrase: tuple[int, int]) -> bool:
    """Whether the phrase is the name of a state alone, which suffers what it "counts" more often than it tells of it."""
    candidate = field.by_start.get(phrase[0])
    if candidate is None or candidate.party is None or candidate.last != phrase[1]:
        return False
    return str(candidate.party.party.kind) == "state"


def _is_passive(field: Field, match: PhraseMatch[Cue]) -> bool:
    """ "The victim was later identified as": the subject does not speak. A present participle ("was saying") is no passive."""
    at = match.first - 1
    for _ in range(2):
        if at >= 0 and field.tokens[at].lower in field.rules.fillers and field.tokens[at].lower not in field.rules.passives:
            at -= 1
    return at >= 0 and field.tokens[at].lower in field.rules.passives and not field.tokens[match.first].lower.endswith("ing")


def _noun_follows(field: Field, last: int) -> bool:
    """ "Reports of", "claims by": the cue is a noun there."""
    return last + 1 >= len(field.tokens) or field.tokens[last + 1].lower in field.rules.noun_followers


def _credits(field: Field, subject: tuple[int, int], verb: int) -> bool:
    """ "Forty shells fell, the group Airwars reports on the basis of ...": a party set off after a clause with an amount or harm speaks."""
    tokens, rules = field.tokens, field.rules
    named = field.by_end.get(subject[1])
    if named is None or named.sort is not Sort.PARTY or subject[0] == 0 or tokens[subject[0] - 1].text != "," or verb + 1 >= len(tokens):
        return False
    after = tokens[verb + 1].lower
    if after not in rules.prepositions or after in rules.agents or after in rules.links & rules.qualifiers:
        return False
    return any(is_amount(token, rules) or token.lower in rules.harm_words for token in tokens[: subject[0]])


def _trails(field: Field, subject: int, verb: int) -> bool:
    """Whether a finite clause and a comma or closing quote stand before the subject: "12 were killed, the ministry said"."""
    if gives_amount(field, verb):
        return False  # "the ministry keeps to eight dead, doctors speak of thirteen"
    following = verb + 1
    while following < len(field.tokens) and field.tokens[following].lower in field.rules.fillers:
        following += 1
    if following >= len(field.tokens) or field.tokens[following].text in _ENDS:
        return True
    at = subject - 1
    while at > 0 and field.tokens[at].lower in field.rules.determiners:
        at -= 1
    if at < 0 or (field.tokens[at].text != "," and field.tokens[at].text not in QUOTES):
        return False
    rules = field.rules
    told = (rules.stops, rules.harm_words, rules.remains)
    return any(token.text in QUOTES or any(token.lower in words for words in told) for token in field.tokens[:at])


__all__ = ["BREAKS", "Speech", "speeches_of"]
