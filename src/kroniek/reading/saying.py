"""Times at which something was said or published: "said on Friday", "meldde zondag". They are not the time of what is told."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.interval import Precision
from kroniek.reading.attribution.rules import AttributionRules, Cue, CueForm
from kroniek.reading.attribution.whole_cues import whole_cues
from kroniek.reading.dates import TimeFound
from kroniek.reading.lexicon import Marks
from kroniek.text.phrases import PhraseMatch
from kroniek.text.tokens import Token, TokenKind

_FARTHEST = 9
_SHORT = (Precision.DAY, Precision.PART_OF_DAY, Precision.MINUTE, Precision.WEEK)
_TOLD = (*_SHORT, Precision.MONTH, Precision.YEAR)
_GENITIVES = ("'s", "’s")
# words that show a clause of its own between the verb and the time
_DONE = ("harm_verb", "harm_noun", "strike_subject")
_OF_THE_EVENT = ("harm_verb", "harm_noun", "thing", "person", "strike_subject")


def times_of_saying(
    times: Sequence[TimeFound], tokens: Sequence[Token], marks: Marks, rules: AttributionRules
) -> frozenset[TimeFound]:
    """Those of the times of a sentence that tell when somebody spoke or when a report came out."""
    days = [time for time in times if time.kind in ("moment", "period") and time.precision in _TOLD and time.start_day is not None]
    if not days or not (any(token.lower in rules.cue_words for token in tokens) or any(t.lower in rules.publishings for t in tokens)):
        return frozenset()
    found = whole_cues(tokens, rules)
    cues = [match for match in found if match.value.form is CueForm.VERB and not _before_noun(match, tokens, rules)]
    according = [match for match in found if match.value.form is CueForm.BEFORE]
    said = [time for time in days if _is_of_saying(time, tokens, marks, rules, cues) or _ends_source(time, tokens, marks, according)]
    return frozenset(said)


def _before_noun(cue: PhraseMatch[Cue], tokens: Sequence[Token], rules: AttributionRules) -> bool:
    """Whether the cue is a participle behind an article: "an alleged strike", which nobody says there."""
    return cue.first > 0 and cue.first == cue.last and tokens[cue.first - 1].lower in rules.articles


def _is_of_saying(
    time: TimeFound, tokens: Sequence[Token], marks: Marks, rules: AttributionRules, cues: Sequence[PhraseMatch[Cue]]
) -> bool:
    first = next((at for at, token in enumerate(tokens) if token.end > time.start), None)
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].start < time.end), None)
    if first is None or last is None or tokens[last].text.endswith(_GENITIVES):
        return False
    past = last + 1
    while rules.verb_second and past < len(tokens) and tokens[past].lower in rules.auxiliaries:
        past += 1  # "documenten die de regering maandag heeft vrijgegeven"
    after = tokens[past].lower if past < len(tokens) else ""
    before = first - 1
    while before >= 0 and tokens[before].lower in rules.time_prepositions:
        before -= 1
    if after in rules.publishings or (before >= 0 and tokens[before].lower in rules.publishings):
        return True
    if time.precision not in _SHORT and not _before_clause(tokens, last + 1, rules):
        return False
    for cue in cues:
        if cue.first == last + 1 and (first > 0 or rules.verb_second):
            return True
        if first <= 1 and cue.first > last and cue.first - last <= _FARTHEST and _only_addressed(last + 1, cue.first, tokens, marks, rules):
            return True
        if cue.last < first and first - cue.last <= _FARTHEST and _only_addressed(cue.last + 1, before + 1, tokens, marks, rules):
            return True
    return False


def _ends_source(time: TimeFound, tokens: Sequence[Token], marks: Marks, according: Sequence[PhraseMatch[Cue]]) -> bool:
    """ "According to the emergency services on Sunday.": a day at the very end, with nothing but the source's name before it."""
    if not according or time.precision not in _SHORT:
        return False
    first = next((at for at, token in enumerate(tokens) if token.end > time.start), None)
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].start < time.end), None)
    if first is None or last is None or any(token.kind is TokenKind.WORD for token in tokens[last + 1 : last + 2]):
        return False
    for cue in according:
        between = tokens[cue.last + 1 : first]
        if cue.last < first <= cue.last + _FARTHEST and not any(token.text in (",", ";", ":", '"') for token in between):
            return not any(marks.covering(category, at) is not None for category in _DONE for at in range(cue.last + 1, first))
    return False


def _before_clause(tokens: Sequence[Token], at: int, rules: AttributionRules) -> bool:
    """ "Said last year that ...", "bevestigde vorig jaar al dat ...": the clause that is said follows a longer time at once."""
    while at < len(tokens) and tokens[at].lower in rules.fillers and tokens[at].lower not in rules.clause_openers:
        at += 1
    return at < len(tokens) and tokens[at].lower in rules.clause_openers


def _only_addressed(start: int, end: int, tokens: Sequence[Token], marks: Marks, rules: AttributionRules) -> bool:
    """Whether the words between a verb of saying and a time only name who says it and to whom: no clause, no figure, no event."""
    for at in range(start, end):
        token = tokens[at]
        if token.kind is TokenKind.NUMBER or token.text in (",", ";", ":", '"', "“", "”"):
            return False
        if token.lower in rules.stops or any(marks.covering(category, at) is not None for category in _OF_THE_EVENT):
            return False
    return True
