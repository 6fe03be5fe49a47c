"""An amount whose noun, and often verb, was told before: "killed three civilians on Monday and two on Tuesday", "Four have since died"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kroniek.model.claim import Bound, Claim, Group, Harm, Kind
from kroniek.reading.drafts import Draft
from kroniek.reading.facts import Sentence
from kroniek.reading.lexicon import Lexicon
from kroniek.text.tokens import TokenKind

_BARE = "unclassified"
_YEARS = range(1900, 2101)
_LARGEST = 10_000_000  # beyond it a bare number is somebody's identity or telephone number
_OF_A_SIDE = frozenset({Group.CIVILIAN, Group.COMBATANT})
_MOST_TO_VERB = 6
_LONGEST_SETTING = 5
_FURTHEST = 300  # characters: the noun stands in the sentence before
# what a bare number can stand for; areas, rates and the like are told with their unit
_STOOD_FOR = frozenset(
    {
        Kind.CASUALTIES, Kind.STRIKES, Kind.MUNITIONS, Kind.DISPLACEMENT, Kind.FORCE, Kind.VEHICLES, Kind.DOCUMENTS, Kind.MISSIONS,
        Kind.TARGETS,
    }
)  # fmt: skip
_LONGEST_PLACE = 12  # words: "bij de aanval op een legerbasis in Bamba"
_SIGNS = frozenset({",", ";", ":", "(", "–", "—", "-", "“", '"', "‘"})
_QUOTES = frozenset({"“", '"', "‘", "'", "„", ",", "–", "—", "-"})
_ENDS = frozenset({".", ",", ";", ":", ")", "”", '"', "’", "–", "—", "!", "?"})


def can_stand_for(claim: Claim) -> bool:
    """Whether a later bare number may count the same: not a part ("52 dead, five of them children; 109 are wounded")."""
    whole = claim.part_of is None or claim.kind is not Kind.CASUALTIES
    return claim.kind in _STOOD_FOR and whole and (claim.figure is not None or claim.quantity.low is not None)


def as_gapped(
    sentence: Sentence, lexicon: Lexicon, draft: Draft, earlier: Sequence[Draft], claims: Sequence[Claim], last: Claim | None
) -> Draft | None:
    """The draft as a count of what was counted before it, where its own words are no more than a number; else None.

    `earlier` are the drafts of the sentence before it, `claims` their claims, `last` the last figure of the sentence before that a
    number may stand for. Source: The Cambridge Grammar of the English Language, ch. 5 § 9 (fused heads) and ch. 15 § 4.2 (gapping).
    """
    people = _people_gapped(sentence, lexicon, draft, claims)
    if people is not None:
        return people
    if draft.kind is not Kind.OTHER or _BARE not in draft.rules or draft.figure_first is None or draft.malformed:
        return None
    if draft.last > draft.figure_last + 2 or draft.low in _YEARS or (draft.low or 0) > _LARGEST:
        return None
    if (draft.bound is Bound.VAGUE and draft.cue is None) or _is_age_limit(sentence, lexicon, draft):
        return None
    here = next((claim for claim in reversed(claims) if can_stand_for(claim) and not _is_means(sentence, lexicon, claim)), None)
    if here is not None:
        whole, opens = here, _links(sentence, lexicon, draft)
    elif last is not None and not earlier and sentence.start - last.evidence.end <= _FURTHEST:
        whole, opens = last, _begins(sentence, lexicon, draft) or _has_parts(sentence, draft)
    else:
        return None
    if not opens or not _ends(sentence, lexicon, draft) or _survived(sentence, draft):
        return None
    harm = whole.harm if whole.kind is not Kind.CASUALTIES else _own_harm(sentence, lexicon, draft) or whole.harm
    group = None if whole.victims is None else whole.victims.group
    if here is None and whole.part_of is not None and group not in _OF_A_SIDE and draft.parent is None:
        group = Group.PERSON  # "..., including 15 men. Five to seven, says the command"
    if whole.figure is None and group is not None and group not in _OF_A_SIDE:
        group = Group.PERSON  # "a child ..., bringing the number of the dead to 14"
    return replace(draft, kind=whole.kind, harm=harm, group=group, unit=whole.quantity.unit, rules=(*draft.rules, "gapped"))


def _people_gapped(sentence: Sentence, lexicon: Lexicon, draft: Draft, claims: Sequence[Claim]) -> Draft | None:
    """Dutch "bij de ene aanval kwamen 49 burgers om, bij de andere vijftien militairen": people whose verb is that of those before."""
    if draft.kind not in (Kind.PEOPLE, Kind.FORCE) or draft.figure_first is None or draft.low is None or draft.parent is not None:
        return None
    told = next((claim for claim in reversed(claims) if claim.part_of is None), None)
    if not lexicon.words("verb_second") or told is None or told.kind is not Kind.CASUALTIES or told.figure is None:
        return None
    tokens, after = sentence.tokens, draft.last + 1
    closes = after >= len(tokens) or tokens[after].text in (".", ",", ";")
    if not closes or draft.first < 2 or not tokens[draft.first - 1].text[0].isupper():
        return None  # a verb may stand there: "in de kelder schuilden vijf kinderen"
    opens = next((at for at in range(draft.first - 1, max(0, draft.first - _LONGEST_PLACE), -1) if tokens[at].text in (",", ";")), 0)
    begun = tokens[opens + 1].lower in lexicon.words("prepositions") and opens > 0
    if not begun or any(tokens[at].lower in lexicon.words("finite") for at in range(opens, draft.first)):
        return None
    group = draft.group or (Group.COMBATANT if draft.kind is Kind.FORCE else Group.PERSON)
    return replace(draft, kind=Kind.CASUALTIES, harm=told.harm, group=group, rules=(*draft.rules, "gapped"))


def _is_means(sentence: Sentence, lexicon: Lexicon, claim: Claim) -> bool:
    """ "Six were killed by a single mortar round, and three in the suburbs": by what means, and not what is counted."""
    if claim.kind is not Kind.MUNITIONS or claim.figure is None or not sentence.start <= claim.figure.start < sentence.end:
        return False
    at = sentence.token_at(claim.figure.start)
    return any(token.lower in lexicon.words("by") for token in sentence.tokens[max(0, at - 2) : at])


def with_told_group(lexicon: Lexicon, sentence: Sentence, draft: Draft, claims: Sequence[Claim], last: Claim | None) -> Draft:
    """The draft with the victims of the words that its number stands for: "six civilians died, four were wounded".

    "Others" and a number in the sentence after share the side (civilian, combatant) of those before, and no sex or age.
    """
    another = draft.figure_first is None and sentence.marks.at("another", draft.first) is not None and draft.first == draft.last
    if draft.kind is not Kind.CASUALTIES or draft.group is not Group.PERSON or not (another or _is_bare(lexicon, sentence, draft)):
        return draft
    here = next((claim for claim in reversed(claims) if claim.kind is Kind.CASUALTIES and claim.part_of is None), None)
    goes_on = draft.last > draft.figure_last and last is not None and sentence.start - last.evidence.end <= _FURTHEST
    near = last if goes_on else None  # "twelve more"
    told = here or near
    if told is None or told.kind is not Kind.CASUALTIES or told.victims is None or told.victims.group is Group.PERSON:
        return draft
    if another:
        return draft if here is None else replace(draft, group=told.victims.group, rules=(*draft.rules, "group-told-before"))
    alone = draft.last == draft.figure_last or sentence.tokens[draft.last].lower in lexicon.words("others_of")
    apart = here is not None and here.figure is not None and ";" in sentence.text[here.figure.end : sentence.tokens[draft.first].start]
    stands_for = here is not None and told.figure is not None and told.quantity.low != 1 and alone and not apart
    if not (told.victims.group in _OF_A_SIDE or stands_for) or "toll" in draft.rules:
        return draft
    return replace(draft, group=told.victims.group, rules=(*draft.rules, "group-told-before"))


def _own_harm(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> Harm | None:
    """The harm that the number's own verb tells: "four have since died"."""
    at = draft.last + 1
    if at < len(sentence.tokens) and sentence.tokens[at].lower in lexicon.words("deadly"):
        return Harm.KILLED
    if draft.cue is not None and draft.cue.harm is not None:
        return draft.cue.harm
    light = lexicon.words("finite") | lexicon.words("since") | lexicon.words("gap_verbs")
    for at in range(draft.last + 1, min(len(sentence.tokens), draft.last + _MOST_TO_VERB)):
        verb = sentence.marks.at("harm_verb", at)
        if verb is not None:
            return verb.entry.harm if verb.entry.use != "object" else None
        if sentence.tokens[at].lower not in light and sentence.marks.at("harm_adverb", at) is None:
            return None
    return None


def _survived(sentence: Sentence, draft: Draft) -> bool:
    """ "Eleven miners were buried; eight were pulled out alive"."""
    reach = range(draft.last + 1, draft.last + _MOST_TO_VERB)
    return any(mark.entry.survived for at in reach if (mark := sentence.marks.at("harm_verb", at)) is not None)


def _is_age_limit(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "Were under 18": how old somebody is."""
    words = sentence.tokens[draft.first].lower
    return words in lexicon.words("age_limits") and draft.first > 0 and sentence.tokens[draft.first - 1].lower in lexicon.words("finite")


def _is_bare(lexicon: Lexicon, sentence: Sentence, draft: Draft) -> bool:
    """Whether nothing but a number, or "others", "more", is counted."""
    if draft.figure_first is None:
        return False
    counted = range(draft.figure_last + 1, draft.last + 1)
    harmed = draft.last > draft.figure_last and draft.first > 0 and sentence.tokens[draft.first - 1].lower in lexicon.words("both_of")
    if harmed and all(sentence.tokens[at].lower in lexicon.words("participles_of_harm") for at in counted):
        return True  # "three soldiers were killed and eleven wounded"
    return all(sentence.tokens[at].lower in lexicon.words("others") for at in counted)


def _links(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """Whether the number goes on a row or comparison: after a sign, a conjunction, "against", "from", "compared with"."""
    if draft.first == 0:
        return True
    before = sentence.tokens[draft.first - 1]
    after = sentence.tokens[draft.last + 1].text if draft.last + 1 < len(sentence.tokens) else ""
    if before.text == "(" and after == ")":
        return False  # an age, an identity number, a note
    at = draft.first - 1  # "and possibly more than 40"
    while at > 0 and (sentence.marks.at("harm_adverb", at) is not None or sentence.marks.ending("transparent", at) is not None):
        at -= 1
    if at < draft.first - 1 and sentence.tokens[at].lower in lexicon.words("conjunctions"):
        return True
    # "de eerste granaat doodde er twee, de tweede vijf"
    if before.lower in lexicon.words("pronoun_ones") and draft.first > 2 and sentence.tokens[draft.first - 3].text in _SIGNS:
        return True
    linked = before.text in _SIGNS or before.lower in lexicon.words("conjunctions") or before.lower in lexicon.words("gap_links")
    return linked or _after_setting(sentence, lexicon, draft)


def _after_setting(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """ "Three died at the first house, at the second five": only where or when it was stands between the sign and the number."""
    tokens = sentence.tokens
    for at in range(draft.first - 1, max(0, draft.first - 1 - _LONGEST_SETTING), -1):
        if sentence.marks.at("harm_verb", at) is not None or tokens[at].lower in lexicon.words("finite"):
            return False
        if tokens[at].lower in lexicon.words("prepositions"):
            opener = tokens[at - 1]
            return opener.text in _SIGNS or opener.lower in lexicon.words("conjunctions")
    return False


def _begins(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """Whether the number opens its sentence, but for a quotation mark or words that tie it to what was told ("all but", "of these")."""
    tied = lexicon.words("gap_openers")
    opening = sentence.tokens[: draft.first]
    return all(token.text in _QUOTES or token.lower in tied for token in opening)


def _has_parts(sentence: Sentence, draft: Draft) -> bool:
    """ "State media put it at 80, among them six women": people are told as parts of the number."""
    at = draft.last + 1
    comma = at < len(sentence.tokens) and sentence.tokens[at].text == ","
    return sentence.marks.at("subset", at + 1 if comma else at) is not None


def _ends(sentence: Sentence, lexicon: Lexicon, draft: Draft) -> bool:
    """Whether nothing that could be counted follows: the end, a sign, a preposition, a conjunction, a verb."""
    at = draft.last + 1
    if at >= len(sentence.tokens):
        return True
    token, marks = sentence.tokens[at], sentence.marks
    if token.kind is TokenKind.SIGN:
        return token.text in _ENDS
    lower = token.lower
    if lower in lexicon.words("gap_stops"):
        return False
    if lower in lexicon.words("of"):
        return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].lower in lexicon.words("of_them")
    return (
        lower in lexicon.words("prepositions")
        or lower in lexicon.words("conjunctions")
        or lower in lexicon.words("finite")
        or lower in lexicon.words("others")
        or lower in lexicon.words("gap_verbs")
        or marks.at("harm_adverb", at) is not None
        or marks.at("harm_verb", at) is not None
    )
