"""Named victims as claims: who is named beside a figure belongs to it; who is named without one is a claim of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from kroniek.made import replace
from kroniek.model.claim import Bound, Claim, Group, Harm, Kind, Victim
from kroniek.reading.before_name import told_before_name
from kroniek.reading.drafts import Draft, in_order, text_order
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.reading.parts import BEFORE
from kroniek.reading.people.model import group_of

_MOST_BETWEEN = 3
_OPENERS = frozenset({",", ":", "–", "—", "-", "("})
_MOST_BETWEEN_NAMES = 12  # tokens: "(7 years old) and five-year-old"
_NOBODY = -2
_JOINTS = frozenset({",", "(", "named", "called", "identified", "as", "genaamd", "dr", ".", "haji", "hajj", ":", "–", "-"})


def victims_in(sentence: Sentence, victims: Sequence[Victim]) -> list[Victim]:
    """The named victims whose name stands in the sentence; `victims` are those of the document, in the order of the text."""
    here = victims[bisect_left(victims, sentence.start, key=_start) : bisect_left(victims, sentence.end, key=_start)]
    # the town of a dateline is nobody, whatever befell people in the sentence that it opens
    return [victim for victim in here if victim.harm is not None and victim.start >= sentence.dateline_end]


def _start(victim: Victim) -> int:
    return victim.start


def attach(
    sentence: Sentence, lexicon: Lexicon, drafts: Sequence[Draft], victims: Sequence[Victim]
) -> tuple[list[Draft], list[tuple[Victim, ...]]]:
    """The drafts with those that only describe a named victim left out and one added a harm for names that no figure counts;
    and the names that each draft counts.

    "A paramedic, X, was killed": the name belongs to the implied one. "X, a professor, was killed": the name stands for both.
    "X and 15 others were killed": X is counted apart.
    """
    kept = _without_appositions(sentence, lexicon, drafts, victims)
    own: list[list[Victim]] = [[] for _ in kept]
    free: list[Victim] = []
    for victim in victims:
        at = next((number for number, draft in enumerate(kept) if _names(sentence, draft, victim)), None)
        if at is None:
            free.append(victim)
        else:
            own[at].append(victim)
    held = _held(sentence, kept, free)
    ordered = sorted(zip(free, held, strict=True), key=lambda each: (str(each[0].harm), each[1], each[0].start))
    for (harm, holder), group in groupby(ordered, key=lambda each: (each[0].harm, each[1])):
        people = [victim for victim, _ in group]
        if harm is not None:
            kept.append(_draft(sentence, kept, harm, people, holder))
            own.append(people)
    order = text_order(kept)
    return in_order(kept), [tuple(own[index]) for index in order]


def _without_appositions(sentence: Sentence, lexicon: Lexicon, drafts: Sequence[Draft], victims: Sequence[Victim]) -> list[Draft]:
    """Without the implied one that a name before it already stands for, and what is coordinated with it ("a doctor and father of two")."""
    ends = {sentence.token_at(max(victim.start, victim.end - 1)) for victim in victims}
    parents = {draft.parent for draft in drafts}
    dropped = told_before_name(sentence, lexicon, drafts, victims) - parents
    for number, draft in enumerate(drafts):
        single = draft.figure_first is None and draft.low == 1 and draft.kind is Kind.CASUALTIES
        if number in dropped or not single or number in parents:
            continue
        joint = sentence.tokens[draft.first - 1] if draft.first else None
        after_name = joint is not None and joint.text in (",", "(", "–", "-") and draft.first - 2 in ends
        after_other = number - 1 in dropped and draft.first - drafts[number - 1].last <= 2
        if after_name or after_other:
            dropped.add(number)
    moved: dict[int, int] = {}
    for number in range(len(drafts)):
        if number not in dropped:
            moved[number] = len(moved)
    return [
        replace(draft, parent=moved.get(draft.parent, BEFORE)) if draft.parent is not None and draft.parent >= 0 else draft
        for number, draft in enumerate(drafts)
        if number not in dropped
    ]


def _held(sentence: Sentence, drafts: Sequence[Draft], victims: Sequence[Victim]) -> list[int]:
    """For each name the index of the number that it belongs to ("two of her sons, X and Y"), or _NOBODY."""
    found: list[int] = []
    last = -1  # the last token of the name before
    for victim in victims:
        first = sentence.token_at(victim.start)
        holder = next(
            (
                number
                for number, draft in enumerate(drafts)
                if _counts_several(draft, victim) and draft.last < first and _joined(sentence, draft.last + 1, first)
            ),
            _NOBODY,
        )
        before = found[-1] if found else _NOBODY
        if holder == _NOBODY and before != _NOBODY and first - last <= _MOST_BETWEEN_NAMES:
            most = drafts[before].low or 0
            verb = any(sentence.marks.at("harm_verb", at) is not None for at in range(last + 1, first))
            holder = before if found.count(before) < most and not verb else _NOBODY
        found.append(holder)
        last = sentence.token_at(max(victim.end - 1, victim.start))
    return found


def _counts_several(draft: Draft, victim: Victim) -> bool:
    several = draft.figure_first is not None and (draft.low or 0) > 1
    return several and draft.kind is Kind.CASUALTIES and draft.harm is victim.harm and draft.parent is None


def _joined(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name at `end` belongs to the number that ends before `start`: a sign right behind it, no verb or conjunction between."""
    between = sentence.tokens[start:end]
    if all(token.lower in _JOINTS for token in between):
        return end - start <= _MOST_BETWEEN
    if end - start > _MOST_BETWEEN_NAMES or not between or between[0].text not in _OPENERS:
        return False
    marks = sentence.marks
    return not any(marks.at(name, at) is not None for at in range(start, end) for name in ("harm_verb", "boundary", "together"))


def _names(sentence: Sentence, draft: Draft, victim: Victim) -> bool:
    """Whether the name stands right behind what the draft counts, and the draft counts one or tells a part."""
    if draft.kind is not Kind.CASUALTIES or draft.harm is not victim.harm:
        return False
    first = sentence.token_at(victim.start)
    between = sentence.tokens[draft.last + 1 : first]
    return draft.low == 1 and 0 < first - draft.last <= _MOST_BETWEEN + 1 and all(token.lower in _JOINTS for token in between)


def _draft(sentence: Sentence, drafts: Sequence[Draft], harm: Harm, people: Sequence[Victim], holder: int) -> Draft:
    groups = {group_of(victim) for victim in people}
    first, last = sentence.token_at(people[0].start), sentence.token_at(max(people[-1].end - 1, people[-1].start))
    whole = holder if holder != _NOBODY else _whole_of(drafts, first, harm, len(people))
    return Draft(
        first=first, last=max(first, last), figure_first=None, figure_last=first, low=len(people), high=len(people),
        bound=Bound.EXACT, malformed=False, kind=Kind.CASUALTIES, harm=harm,
        group=groups.pop() if len(groups) == 1 else Group.PERSON, parent=whole, rules=("named",),
    )  # fmt: skip


def _whole_of(drafts: Sequence[Draft], first: int, harm: Harm, people: int) -> int | None:
    return next((number for number, draft in enumerate(drafts) if draft.last < first and _counts_them(draft, harm, people)), None)


def _counts_them(draft: Draft, harm: Harm, number: int) -> bool:
    """Whether a figure before the names is large enough to hold them: "two men, X and Y, were killed"."""
    return draft.kind is Kind.CASUALTIES and draft.harm is harm and draft.parent is None and draft.low is not None and draft.low >= number


def with_people(claim: Claim, people: tuple[Victim, ...]) -> Claim:
    """The claim with the names of those that it counts."""
    return replace(claim, people=people) if people else claim
