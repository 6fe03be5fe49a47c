"""Who lays an act to whom, and who denies it, told beside any figure: "Kyiv blamed Russia", "Moscow denies responsibility"."""

from __future__ import annotations

from kroniek.model.claim import Stance
from kroniek.parties.index import Parties, PartyMatch
from kroniek.reading.attribution.rules import AttributionRules, CueForm
from kroniek.reading.facts import Sentence
from kroniek.reading.report_clues import Clue, ClueKind

_AFTER = 4
_AFTER_VERB_LAST = 14


def accusations_of(sentence: Sentence, rules: AttributionRules, parties: Parties) -> list[Clue]:
    """The accusations and denials of one sentence, each with the belligerent to which the act is laid, in the order of the text."""
    found = []
    for at, match in enumerate(sentence.parties):
        acts = parties.belligerent_of(match.party)
        if acts is None:
            continue
        following = sentence.parties[at + 1].first if at + 1 < len(sentence.parties) else len(sentence.tokens)
        if _is_denier(sentence, match, rules):
            found.append(_clue(sentence, ClueKind.DENIED, acts.id, "denies"))
        elif _is_accused(sentence, match, rules) or _fires(sentence, match, rules, following):
            found.append(_clue(sentence, ClueKind.ACCUSED, acts.id, "accuses"))
    return found


def _clue(sentence: Sentence, kind: ClueKind, party: str, rule: str) -> Clue:
    words = sentence.words
    return Clue(kind=kind, text=words.text, start=words.start, end=words.end, rule=rule, parties=(party,))


def _is_accused(sentence: Sentence, match: PartyMatch, rules: AttributionRules) -> bool:
    """After "blames" or "accuses", articles passed over."""
    at = match.first - 1
    while at >= 0 and sentence.tokens[at].lower in rules.determiners:
        at -= 1
    return at >= 0 and sentence.tokens[at].lower in rules.accusing


def _fires(sentence: Sentence, match: PartyMatch, rules: AttributionRules, following: int) -> bool:
    """ "Ukrainian forces fired the missile"; where the verb stands last, anywhere in the clause."""
    reach = _AFTER_VERB_LAST if rules.verb_second else _AFTER
    for token in sentence.tokens[match.last + 1 : min(following, match.last + 1 + reach)]:
        if token.lower in rules.firing:
            return True
        if token.text in (",", ";", ":", ".") or token.lower in rules.contrasts:
            return False
    return False


def _is_denier(sentence: Sentence, match: PartyMatch, rules: AttributionRules) -> bool:
    """ "Russia denies responsibility", "Moscow denies that it carried out the attack": the party right before a verb of denying."""
    for cue in rules.cues.scan(sentence.tokens):
        if cue.value.form is not CueForm.VERB or cue.value.stance is not Stance.DENIED:
            continue
        between = sentence.tokens[match.last + 1 : cue.first]
        after = sentence.tokens[cue.last + 1 : cue.last + 1 + _AFTER]
        is_subject = match.last < cue.first and all(token.lower in rules.fillers for token in between)
        if is_subject and any(token.lower in rules.denied_acts for token in after):
            return True
    return False
