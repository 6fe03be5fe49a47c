"""The figures of one sentence, with what they count and what was done: the step between words and claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.made import quickly_made, replace
from kroniek.model.claim import Bound, Group, Harm, Kind
from kroniek.model.interval import Number
from kroniek.reading.amounts import amount_starts, find_amounts
from kroniek.reading.cues import Cue, find_cues
from kroniek.reading.facts import Sentence
from kroniek.reading.harm import join_harm
from kroniek.reading.implied import implied_phrases
from kroniek.reading.joins import Join
from kroniek.reading.kinds import Sort, sort_phrase
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.parts import BEFORE, parents_of
from kroniek.reading.phrases import NounPhrase, counted_phrases
from kroniek.reading.targets import TargetPhrase, find_targets
from kroniek.reading.wholes import is_whole_of_next
from kroniek.reading.whose_kin import without_whose_kin
from kroniek.text.tokens import Token

_LEAST_SHARED = 1_000_000
_MOST_TO_MONEY = 7
IMPLIED_PART = "part-told-apart"
_KINDS_OF_PEOPLE = frozenset({Kind.CASUALTIES, Kind.FORCE, Kind.PEOPLE, Kind.DISPLACEMENT})


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One figure on its way to a claim. `parent` is the index of the draft that it is part of, `parts.BEFORE`, or None.

    `first` and `last` are the tokens of the amount and what it counts; `figure_first` is None where the amount is implied.
    """

    first: int
    last: int
    figure_first: int | None
    figure_last: int
    low: Number | None
    high: Number | None
    bound: Bound
    malformed: bool
    kind: Kind
    unit: str | None = None
    per: str | None = None
    harm: Harm | None = None
    group: Group | None = None
    sort: Sort | None = None
    cue: Cue | None = None
    negated: bool = False
    parent: int | None = None
    effect: str | None = None
    object_first: int | None = None
    rules: tuple[str, ...] = ()


def drafts_of(sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """Every figure of the sentence, in the order of the text."""
    tokens, marks = sentence.tokens, sentence.marks
    # dates are looked for only where something could be an amount
    starts = amount_starts(tokens, marks, lexicon)
    amounts = find_amounts(tokens, marks, lexicon, sentence.closed, starts) if starts else []
    phrases = counted_phrases(tokens, marks, lexicon, amounts)
    if marks.has("harm_verb") or marks.has("harm_noun") or marks.has("losing") or lexicon.split_verbs:
        taken = {index for phrase in phrases for index in range(phrase.first, phrase.last + 1)}
        implied = [phrase for phrase in implied_phrases(tokens, marks, lexicon, taken) if not _in_name(sentence, phrase)]
        phrases = sorted([*phrases, *implied], key=lambda phrase: phrase.first)
        phrases = without_whose_kin(tokens, marks, lexicon, phrases)
    if not phrases:
        return []
    cues = find_cues(tokens, marks, lexicon, phrases)
    joins = join_harm(tokens, marks, lexicon, phrases, cues)
    hit = find_targets(tokens, marks, lexicon, phrases)
    targets = {target.phrase: target for target in hit if target.phrase is not None}
    implied_targets = [target for target in hit if target.phrase is None]
    return _assembled(sentence, lexicon, phrases, joins, targets, implied_targets)


def _in_name(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether the words are part of a body's name of several words: "Artsen zonder Grenzen" are no doctors here."""
    return any(match.first <= phrase.first and phrase.last <= match.last and match.first < match.last for match in sentence.parties)


def _assembled(
    sentence: Sentence,
    lexicon: Lexicon,
    phrases: list[NounPhrase],
    joins: list[Join | None],
    targets: dict[int, TargetPhrase],
    implied_targets: list[TargetPhrase],
) -> list[Draft]:
    tokens, marks = sentence.tokens, sentence.marks
    parents = parents_of(tokens, marks, lexicon, phrases)
    drafts: list[Draft] = []
    place_of: dict[int, int] = {}
    for number, phrase in enumerate(phrases):
        join = joins[number]
        parent = parents[number]
        whole = joins[parent] if parent is not None and parent >= 0 else None
        if whole is not None and parent in place_of and drafts[place_of[parent]].harm not in (None, whole.harm):
            # "the number killed to 300 - including 12 children - and those injured"
            whole = Join(drafts[place_of[parent]].harm, whole.rule)
        marked = parent is not None and marks.ending("subset", phrase.first - 1) is not None
        loose = join is None or join.rule in (("subject-far", "inverted") if marked else ("subject-far",))
        loose = loose or (join is not None and _is_of_whole(joins, phrases, parent, join))
        if whole is not None and loose and (phrase.is_people or phrase.subset or (marked and phrase.is_bare)):
            join = Join(whole.harm, "part-of-whole", whole.cue, whole.negated)
        sort = sort_phrase(tokens, marks, lexicon, phrase, join)
        target = targets.get(number)
        if target is not None and (sort is None or sort.kind not in (Kind.CASUALTIES, Kind.STRIKES, Kind.MONEY, Kind.MISSIONS)):
            place_of[number] = len(drafts)
            drafts.append(_target_draft(phrase, target))
            continue
        if sort is None and parent is not None and phrase.amount is None and phrase.is_people and phrase.low is not None:
            sort = _as_implied_part(None if parent == BEFORE else drafts[place_of[parent]] if parent in place_of else None)
        if tokens[phrase.first].lower in lexicon.words("asking") and phrase.low is None:
            continue  # "it was not clear how many people were killed"
        if sort is None or sort.dropped or (sort.kind is Kind.STRIKES and _is_one_of_record(tokens, marks, lexicon, phrase)):
            continue
        place_of[number] = len(drafts)
        added = ("in_addition",) if _is_added(sentence, lexicon, phrase) else ()
        if phrase.amount is not None and phrase.head is not None and phrase.head.category == "relative":
            added = (*added, "kin")
        if number and _is_coordinated(tokens, lexicon, phrases[number - 1], phrase, joins[number - 1], join):
            added = (*added, "coordinated")
        if parent is not None and parent >= 0 and _shares_group(phrase, phrases[parent], sort):
            sort = replace(sort, group=phrases[parent].group)
        elif sort.kind is Kind.CASUALTIES and sort.group is None and phrase.is_bare:
            whole_phrase = _counted_among(tokens, lexicon, phrases, number, parent)
            sort = sort if whole_phrase is None else replace(sort, group=whole_phrase.group)
            fell = whole_phrase is None and sort.harm is Harm.KILLED and phrase.group is None
            if fell and any(token.lower in lexicon.words("falling_in_battle") for token in tokens):
                sort = replace(sort, group=Group.COMBATANT)  # Dutch "sinds maart sneuvelden er 53"
        for one in _apart(sentence, lexicon, join, sort, phrase):
            draft = _draft(phrase, join, one, _kept_parent(parent, place_of, drafts, one))
            drafts.append(replace(draft, rules=(*draft.rules, *added)) if added else draft)
    for target in implied_targets:
        if not any(draft.first <= target.last and target.first <= draft.last for draft in drafts):
            drafts.append(_target_draft(None, target))
    return _with_shared_currency(in_order(drafts))


def _is_one_of_record(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """ "One of the deadliest attacks of the war": what an attack was, no count of attacks."""
    ranked = marks.at("one_of", phrase.first)
    return ranked is not None and ranked.last + 1 < len(tokens) and tokens[ranked.last + 1].lower in lexicon.words("superlatives")


def _as_implied_part(whole: Draft | None) -> Sort:
    """One person told as a part ("four women and a child among them"): of a whole in the sentence or of what was told before."""
    if whole is not None and whole.kind is Kind.CASUALTIES and whole.harm is not None:
        return Sort(kind=Kind.CASUALTIES, rule="harm:part-of-whole", harm=whole.harm)
    return Sort(kind=Kind.PEOPLE, rule=IMPLIED_PART)


def _shares_group(part: NounPhrase, whole: NounPhrase, sort: Sort) -> bool:
    """ "142 civilian casualties (67 deaths and 75 injured)": the dead and wounded are of those counted as harmed."""
    if sort.kind is not Kind.CASUALTIES or whole.harm is not Harm.HARMED or part.harm not in (Harm.KILLED, Harm.INJURED):
        return False
    return part.group in (None, Group.PERSON) and sort.group is None


def _counted_among(
    tokens: Sequence[Token], lexicon: Lexicon, phrases: list[NounPhrase], number: int, parent: int | None
) -> NounPhrase | None:
    """ "Eight men, four of whom were killed", "van de 240 soldaten zijn er 38 gegijzeld": those that a bare number is of."""
    if parent is not None and parent >= 0 and phrases[parent].amount is not None and phrases[parent].is_people:
        return phrases[parent]
    if number and phrases[number - 1].is_people and is_whole_of_next(tokens, lexicon, phrases[number - 1], phrases):
        return phrases[number - 1]
    return None


def _is_of_whole(joins: list[Join | None], phrases: list[NounPhrase], parent: int | None, join: Join) -> bool:
    """Whether the whole stands nearer than the verb and was harmed otherwise: "buried its dead: ten, with 35 wounded, 16 of them women"."""
    whole = None if parent is None or parent < 0 else joins[parent]
    if whole is None or parent is None or join.rule != "object-far" or join.cue is None:
        return False
    return join.cue.last < phrases[parent].first and whole.cue is not join.cue


def _with_shared_currency(drafts: list[Draft]) -> list[Draft]:
    """ "310 million dollars for 2016, 145 million for 2017": millions without a noun after a sum of money are money too."""
    found: list[Draft] = []
    money: Draft | None = None
    for number, draft in enumerate(drafts):
        far = "noun:other" in draft.rules and draft.figure_last is not None and draft.last > draft.figure_last + 1
        bare = draft.kind is Kind.OTHER and ("unclassified" in draft.rules or far) and (draft.low or draft.high or 0) >= _LEAST_SHARED
        following = drafts[number + 1] if bare and money is None and number + 1 < len(drafts) else None
        if following is not None and following.kind is Kind.MONEY and following.first - draft.last <= _MOST_TO_MONEY:
            money = following  # "a quarter of a billion, 248 million dollars to be precise"
        if bare and money is not None:
            draft = replace(draft, kind=Kind.MONEY, unit=money.unit, sort=money.sort, rules=(*draft.rules, "shared-currency"))
        if draft.kind is Kind.MONEY:
            money = draft
        found.append(draft)
    return found


def _is_added(sentence: Sentence, lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """Whether the words add to people told before: "15 others", "another two", "alongside 11 members of his family"."""
    tokens, marks = sentence.tokens, sentence.marks
    if phrase.amount is not None and phrase.amount.another:
        return True
    begin = phrase.first if phrase.amount is None else phrase.amount.core  # "more than 200" adds to nobody
    if any(token.lower in lexicon.words("others") for token in tokens[begin : phrase.last + 1]):
        return True
    at = phrase.first - 1
    while at > 0 and (tokens[at].lower in lexicon.words("determiners") or tokens[at].lower in lexicon.words("possessives")):
        at -= 1
    return marks.ending("companion", at) is not None


def _is_coordinated(
    tokens: Sequence[Token], lexicon: Lexicon, left: NounPhrase, right: NounPhrase, first: Join | None, second: Join | None
) -> bool:
    """ "Ten members of one family and nine members of another were killed": one verb for two numbers."""
    if first is None or second is None or first.cue is None or first.cue != second.cue or left.amount is None or right.amount is None:
        return False
    return tokens[right.first - 1].lower in lexicon.words("conjunctions")


def _apart(sentence: Sentence, lexicon: Lexicon, join: Join | None, sort: Sort, phrase: NounPhrase) -> list[Sort]:
    """ "A number of people were killed and injured": some were killed and some injured. With a number it is one count of both."""
    if sort.harm is not Harm.HARMED or phrase.low is not None or phrase.high is not None:
        return [sort]
    if join is not None and join.cue is not None:
        first, last = join.cue.first, join.cue.last
    elif phrase.amount is not None and sort.rule == "harm-noun":
        first, last = phrase.amount.last + 1, phrase.last  # "a number of killed and wounded"
    else:
        return [sort]
    words = {token.lower for token in sentence.tokens[first : last + 1]}
    if not words & lexicon.words("both_of"):
        return [sort]
    return [replace(sort, harm=harm, rule=f"{sort.rule}+each") for harm in (Harm.KILLED, Harm.INJURED)]


def _kept_parent(parent: int | None, place_of: dict[int, int], drafts: list[Draft], sort: Sort) -> int | None:
    """The parent as an index into the drafts; None where the harm is another (five killed, including three of ten injured)."""
    if parent is None or parent < 0:
        return parent if sort.kind in (Kind.CASUALTIES, Kind.PEOPLE, Kind.FORCE) or sort.rule == "unclassified" else None
    at = place_of.get(parent)
    if at is not None and "unclassified" in drafts[at].rules and sort.kind in (Kind.PEOPLE, Kind.FORCE, Kind.CASUALTIES):
        return at  # the whole may yet turn out to be a count of people
    if at is None or drafts[at].kind is not sort.kind or drafts[at].harm is not sort.harm:
        return None
    return at


def _draft(phrase: NounPhrase, join: Join | None, sort: Sort, parent: int | None) -> Draft:
    amount = phrase.amount
    return Draft(
        first=phrase.first, last=phrase.last,
        figure_first=None if amount is None else amount.first, figure_last=phrase.first if amount is None else amount.last,
        low=phrase.low, high=phrase.high, bound=phrase.bound, malformed=amount is not None and amount.malformed,
        kind=sort.kind, unit=sort.unit, per=sort.per, harm=sort.harm,
        group=(sort.group or phrase.group or Group.PERSON) if sort.kind in _KINDS_OF_PEOPLE else None,
        sort=sort, cue=None if join is None else join.cue, negated=join is not None and join.negated, parent=parent,
        rules=((*amount.rules, sort.rule) if amount is not None else ("implied", sort.rule)),
    )  # fmt: skip


def _target_draft(phrase: NounPhrase | None, target: TargetPhrase) -> Draft:
    amount = None if phrase is None else phrase.amount
    return Draft(
        first=target.first, last=target.last, figure_first=None if amount is None else amount.first,
        figure_last=target.first if amount is None else amount.last, low=target.count, high=target.count,
        bound=Bound.EXACT if phrase is None else phrase.bound, malformed=False, kind=Kind.TARGETS, effect=target.effect,
        object_first=target.object_first, rules=("target",) if phrase is not None else ("implied", "target"),
    )  # fmt: skip


def text_order(drafts: Sequence[Draft]) -> list[int]:
    """The indices of the drafts in the order of the text."""
    return sorted(range(len(drafts)), key=lambda index: (drafts[index].first, drafts[index].last, index))


def in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in the order of the text, with the indices of parents moved along."""
    order = text_order(drafts)
    moved = {old: new for new, old in enumerate(order)}
    return [
        draft if draft.parent is None or draft.parent < 0 else replace(draft, parent=moved[draft.parent])
        for draft in (drafts[index] for index in order)
    ]
