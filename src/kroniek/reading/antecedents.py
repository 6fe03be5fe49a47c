"""What a number without a noun counts, told by a word that points to it: "76 raketten, waarvan er 41 ...", "63 of the 73 drones"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.model.claim import Claim, Group, Harm, Kind
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon

_BARE = "unclassified"
_UNHARMED = "people-unharmed"
_MOST_FROM_POINTER = 7
_MOST_TO_WHOLE = 4
# what can be counted on with a bare number: a sum, a distance, a share cannot
_COUNTED = frozenset(
    {
        Kind.MUNITIONS, Kind.VEHICLES, Kind.STRIKES, Kind.MISSIONS, Kind.TARGETS, Kind.DOCUMENTS, Kind.PEOPLE, Kind.FORCE,
        Kind.DISPLACEMENT, Kind.CASUALTIES, Kind.DESTRUCTION,
    }
)  # fmt: skip
_THINGS = frozenset({Kind.MUNITIONS, Kind.VEHICLES, Kind.TARGETS})


def as_counted_before(
    sentence: Sentence, lexicon: Lexicon, drafts: Sequence[Draft], number: int, claims: Sequence[Claim], previous: Sequence[Claim]
) -> Draft | None:
    """The draft as a count of what its words point to, or None where they point to nothing.

    `claims` are those of the drafts before it in the sentence, `previous` those of the last sentence that counted anything.
    """
    draft = drafts[number]
    if draft.figure_first is None or draft.malformed:
        return None
    if _BARE in draft.rules and draft.kind is Kind.OTHER and draft.low != 0 and not _is_share(sentence, draft):
        whole = _whole_after(sentence, lexicon, drafts, number)
        if whole is not None:
            return _as(draft, whole.kind, whole.harm, whole.group, "partitive")
        pointer = None if _is_freed(sentence, draft) else _points_back(sentence, lexicon, draft)
        told = _last_counted(claims, previous, None, whole=pointer in lexicon.words("counting_there")) if pointer else None
        if told is not None:
            return _as(draft, told.kind, told.harm, None if told.victims is None else told.victims.group, "points-back")
        thing = _last_counted(claims, previous, _THINGS)
        if thing is not None and _is_downed(sentence, draft):
            return _as(draft, thing.kind, None, None, "downed")
    again = _told_again(sentence, lexicon, draft, claims)
    if again is not None:
        return again
    if _UNHARMED in draft.rules and sentence.tokens[draft.last].lower in lexicon.words("other_things"):
        thing = _last_counted(claims, (), _THINGS)
        return None if thing is None else _as(draft, thing.kind, None, None, "others-of-them")
    return None


def _as(draft: Draft, kind: Kind, harm: Harm | None, group: Group | None, rule: str) -> Draft:
    counts_people = kind in (Kind.CASUALTIES, Kind.PEOPLE, Kind.FORCE, Kind.DISPLACEMENT)
    whom = (group or Group.PERSON) if counts_people else None
    return replace(draft, kind=kind, harm=harm, group=whom, rules=(*draft.rules, rule))


def _is_share(sentence: Sentence, draft: Draft) -> bool:
    """ "Negen op de tien werd onderschept": a share and no count."""
    return [token.lower for token in sentence.tokens[max(0, draft.first - 2) : draft.first]] == ["op", "de"]


def _told_again(sentence: Sentence, lexicon: Lexicon, draft: Draft, claims: Sequence[Claim]) -> Draft | None:
    """ "Three were killed in Lyman and another three in Toretsk": others after a conjunction, whose verb is told once."""
    if _UNHARMED not in draft.rules or sentence.tokens[draft.last].lower not in lexicon.words("others"):
        return None
    before = sentence.tokens[max(0, draft.first - 2) : draft.first]
    after = draft.last + 1
    ends = after >= len(sentence.tokens) or sentence.tokens[after].lower in lexicon.words("prepositions")
    told = next((claim for claim in reversed(claims) if claim.kind is Kind.CASUALTIES and claim.part_of is None), None)
    if told is None or not ends or not any(token.lower in lexicon.words("conjunctions") for token in before):
        return None
    return _as(draft, Kind.CASUALTIES, told.harm, None if told.victims is None else told.victims.group, "told-again")


def _whole_after(sentence: Sentence, lexicon: Lexicon, drafts: Sequence[Draft], number: int) -> Draft | None:
    """ "63 of the 73 drones": the number of the whole, with its noun, follows."""
    draft, tokens = drafts[number], sentence.tokens
    following = next((other for other in drafts[number + 1 :] if other.first > draft.last), None)
    if following is None or following.kind not in _COUNTED or following.first - draft.last > _MOST_TO_WHOLE:
        return None
    between = tokens[draft.last + 1 : following.first]
    return following if between and between[0].lower in lexicon.words("of") else None


def _is_freed(sentence: Sentence, draft: Draft) -> bool:
    """ "Van de 251 gijzelaars zijn er 105 vrijgelaten": what befell the others has not befallen these."""
    verb = sentence.marks.at("harm_verb", draft.last + 1)
    return verb is not None and verb.entry.survived


def _points_back(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> str | None:
    """The word that points back: one such as "daarvan" right after the number, or "waarvan" or the "er" of counting before it."""
    tokens = sentence.tokens
    after = [token.lower for token in tokens[draft.last + 1 : draft.last + 3]]
    if after[:1] and after[0] in lexicon.words("pointers_after"):
        return after[0]
    if len(after) == 2 and after[0] in lexicon.words("of") and after[1] in lexicon.words("of_them"):
        return after[1]
    if sentence.marks.at("vague", draft.last + 1) is not None:
        return None  # "op tien verschillende locaties": a noun follows
    # the first word of a sentence opens it and counts nothing: "Er vielen ..."
    for at in range(draft.first - 1, max(0, draft.first - 1 - _MOST_FROM_POINTER), -1):
        word = tokens[at]
        if word.lower in lexicon.words("pointers_before"):
            return word.lower
        if word.text in (";", ".", ":") or word.lower in lexicon.words("conjunctions"):
            return None
    return None


def _is_downed(sentence: Sentence, draft: Draft) -> bool:
    """ "..., eenentwintig onderschept", "18 were shot down": what befalls rockets and aircraft only."""
    marks, at = sentence.marks, draft.last + 1
    while at < draft.last + 4 and (marks.at("be", at) is not None or marks.at("harm_adverb", at) is not None):
        at += 1
    return marks.at("downed", at) is not None


def _last_counted(
    claims: Sequence[Claim], previous: Sequence[Claim], kinds: frozenset[Kind] | None, *, whole: bool = False
) -> Claim | None:
    """The nearest claim before it that counts with a figure, of the kinds given: in the sentence, else in the one before.

    With `whole` a part is passed over: "310 doden, 84 van hen vrouwen. Berlijn kan er 120 bevestigen".
    """
    for found in (claims, previous):
        for claim in reversed(found):
            if claim.kind in (kinds or _COUNTED) and claim.figure is not None and not (whole and claim.part_of is not None):
                return claim
    return None
