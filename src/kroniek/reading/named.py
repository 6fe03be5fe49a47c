"""Named victims as claims: who is named beside a figure belongs to it; who is named without one is a claim of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from kroniek.model.claim import Bound, Claim, Group, Harm, Kind, Victim
from kroniek.reading.drafts import Draft, in_order, text_order
from kroniek.reading.facts import Sentence
from kroniek.reading.parts import BEFORE
from kroniek.reading.people.model import group_of

_MOST_BETWEEN = 3
_JOINTS = frozenset({",", "(", "named", "called", "identified", "as", "genaamd", "dr", ".", "haji", "hajj", ":", "–", "-"})


def victims_in(sentence: Sentence, victims: Sequence[Victim]) -> list[Victim]:
    """The named victims whose name stands in the sentence."""
    return [victim for victim in victims if sentence.start <= victim.start < sentence.end and victim.harm is not None]


def attach(sentence: Sentence, drafts: Sequence[Draft], victims: Sequence[Victim]) -> tuple[list[Draft], list[tuple[Victim, ...]]]:
    """The drafts with those that only describe a named victim left out and one added a harm for names that no figure counts;
    and the names that each draft counts.

    "A paramedic, X, was killed": the name belongs to the implied one. "X, a professor, was killed": the name stands for both.
    "X and 15 others were killed": X is counted apart.
    """
    kept = _without_appositions(sentence, drafts, victims)
    own: list[list[Victim]] = [[] for _ in kept]
    free: list[Victim] = []
    for victim in victims:
        at = next((number for number, draft in enumerate(kept) if _names(sentence, draft, victim)), None)
        if at is None:
            free.append(victim)
        else:
            own[at].append(victim)
    ordered = sorted(free, key=lambda victim: (str(victim.harm), victim.start))
    for harm, group in groupby(ordered, key=lambda victim: victim.harm):
        people = list(group)
        if harm is not None:
            kept.append(_draft(sentence, kept, harm, people))
            own.append(people)
    order = text_order(kept)
    return in_order(kept), [tuple(own[index]) for index in order]


def _without_appositions(sentence: Sentence, drafts: Sequence[Draft], victims: Sequence[Victim]) -> list[Draft]:
    """Without the implied one that a name before it already stands for, and what is coordinated with it ("a doctor and father of two")."""
    ends = {sentence.token_at(max(victim.start, victim.end - 1)) for victim in victims}
    parents = {draft.parent for draft in drafts}
    dropped: set[int] = set()
    for number, draft in enumerate(drafts):
        if draft.figure_first is not None or draft.low != 1 or draft.kind is not Kind.CASUALTIES or number in parents:
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


def _names(sentence: Sentence, draft: Draft, victim: Victim) -> bool:
    """Whether the name stands right behind what the draft counts, and the draft counts one or tells a part."""
    if draft.kind is not Kind.CASUALTIES or draft.harm is not victim.harm:
        return False
    first = sentence.token_at(victim.start)
    between = sentence.tokens[draft.last + 1 : first]
    return draft.low == 1 and 0 < first - draft.last <= _MOST_BETWEEN + 1 and all(token.lower in _JOINTS for token in between)


def _draft(sentence: Sentence, drafts: Sequence[Draft], harm: Harm, people: Sequence[Victim]) -> Draft:
    groups = {group_of(victim) for victim in people}
    first, last = sentence.token_at(people[0].start), sentence.token_at(max(people[-1].end - 1, people[-1].start))
    whole = next((number for number, draft in enumerate(drafts) if draft.last < first and _counts_them(draft, harm, len(people))), None)
    return Draft(
        first=first, last=max(first, last), figure_first=None, figure_last=first, low=len(people), high=len(people),
        bound=Bound.EXACT, malformed=False, kind=Kind.CASUALTIES, harm=harm,
        group=groups.pop() if len(groups) == 1 else Group.PERSON, parent=whole, rules=("named",),
    )  # fmt: skip


def _counts_them(draft: Draft, harm: Harm, number: int) -> bool:
    """Whether a figure before the names is large enough to hold them: "two men, X and Y, were killed"."""
    return draft.kind is Kind.CASUALTIES and draft.harm is harm and draft.parent is None and draft.low is not None and draft.low >= number


def with_people(claim: Claim, people: tuple[Victim, ...]) -> Claim:
    """The claim with the names of those that it counts."""
    return replace(claim, people=people) if people else claim
