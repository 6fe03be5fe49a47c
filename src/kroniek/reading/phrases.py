"""What an amount counts: the noun phrase around it, and phrases that count without a number ("a woman", "civilians")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kroniek.made import quickly_made
from kroniek.model.claim import Bound, Group, Harm, Kind
from kroniek.model.interval import Number
from kroniek.reading.amounts import Amount
from kroniek.reading.heads import Head, family_first, family_of, of_people_before, one_other
from kroniek.reading.lexicon import Entry, Lexicon, Mark, Marks, modifies
from kroniek.reading.unlisted import is_plain, plural_endings, unlisted_plural
from kroniek.text.tokens import Token, TokenKind, after_initials

PEOPLE = ("person", "relative")
_LONGEST_ATTRIBUTIVE = 7
_LONGEST_RELATIVE = 10
_MOST_WORDS_TO_HEAD = 6
OF_AGE = 18
_YEARS = range(1900, 2101)
_STOPPING = frozenset({"harm_verb", "boundary", "subset", "be", "effect"})
_ROW_SIGNS = frozenset({",", ":", ";", "–", "—"})
OPENINGS = frozenset({"“", '"', "”", "‘", "’", "'", "„", "-", "‑", "[", "]", "*"})


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class NounPhrase:
    """An amount and what it counts, tokens `first` to `last`. `amount` is None where the amount is implied.

    `head` is the noun's meaning, None where the lexicon does not know it; `subset` marks "five of them".
    """

    first: int
    last: int
    amount: Amount | None
    head: Entry | None
    head_last: int
    group: Group | None
    low: Number | None
    high: Number | None
    bound: Bound
    harm: Harm | None = None
    subset: bool = False
    rate: bool = False

    @property
    def is_people(self) -> bool:
        """Whether it counts people, as far as its words tell."""
        return self.head is not None and self.head.category in (*PEOPLE, "harm_noun")

    @property
    def is_bare(self) -> bool:
        """Whether no noun was found: "killed five"."""
        return self.head is None


def counted_phrases(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amounts: Sequence[Amount]) -> list[NounPhrase]:
    """The noun phrase of each amount."""
    phrases = [
        _phrase(tokens, marks, lexicon, amount, amounts[number + 1].first if number + 1 < len(amounts) else len(tokens))
        for number, amount in enumerate(amounts)
    ]
    for number in range(len(phrases) - 2, -1, -1):
        phrases[number] = _part_of_next(tokens, marks, lexicon, phrases[number], phrases[number + 1])
        phrases[number] = _in_row(tokens, lexicon, phrases[number], phrases[number + 1])
    return phrases


def _in_row(tokens: Sequence[Token], lexicon: Lexicon, one: NounPhrase, following: NounPhrase) -> NounPhrase:
    """ "Drie nachten op rij: zes, elf en veertien doden": numbers in a row share the noun behind the last."""
    joint = one.last + 1
    if not one.is_bare or following.head is None or following.amount is None or not following.is_people or following.first != joint + 1:
        return one
    last = tokens[joint].lower in lexicon.words("both_of")
    goes_on = tokens[joint].text == "," and following.head_last > following.last
    if not (last or goes_on) or one.low is None or one.low in _YEARS or one.amount is None or one.first == 0:
        return one
    if tokens[one.first - 1].text not in _ROW_SIGNS:
        return one
    return replace(one, head=following.head, head_last=following.head_last, group=following.group, harm=following.harm)


def _part_of_next(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, part: NounPhrase, whole: NounPhrase) -> NounPhrase:
    """ "Four of his five children", "22 of the 27 drones": both numbers count the same, the first a part of the second."""
    at = part.last + 1
    if tokens[at].lower in lexicon.words("out_of"):
        at += 1  # "ten out of 14 missiles"
    if not part.is_bare or whole.head is None or whole.amount is None or part.amount is None or tokens[at].lower not in lexicon.words("of"):
        return part
    light = lexicon.words("determiners") | lexicon.words("possessives")
    if part.first and marks.at("negation", part.first - 1) is not None:
        return part  # "not one of the 14"
    if not all(token.lower in light for token in tokens[at + 1 : whole.amount.core]) or at + 1 > whole.amount.core:
        return part
    told, harm = None, whole.harm
    if whole.is_people:
        behind = whole.last + 1
        verb = marks.at("harm_verb", behind)
        if harm is None and verb is not None and is_described_by(tokens, lexicon, verb):
            behind, harm = verb.last + 1, verb.entry.harm  # "fourteen of the 22 people killed were children"
        told = _predicate(tokens, marks, lexicon, behind, len(tokens)) or _under_age(tokens, marks, lexicon, behind)
    return replace(
        part, head=whole.head, head_last=part.last, group=whole.group if told is None or told.group is None else told.group,
        harm=harm,
    )  # fmt: skip


def is_described_by(tokens: Sequence[Token], lexicon: Lexicon, verb: Mark) -> bool:
    """Whether the participle tells of those before it, since the verb of the clause follows: "the 22 people killed were ..."."""
    after = verb.last + 1
    return verb.entry.use == "either" and after < len(tokens) and tokens[after].lower in lexicon.words("copulas")


def _phrase(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: Amount, limit: int) -> NounPhrase:
    at, subset = amount.last + 1, False
    if at + 1 < len(tokens) and tokens[at].lower in lexicon.words("of") and tokens[at + 1].lower in lexicon.words("of_them"):
        at, subset = at + 2, True
    of_the_dead = _of_the_dead(tokens, marks, lexicon, amount.last + 1)
    if of_the_dead is not None:
        entry = of_the_dead.entry
        after = _past_relative(tokens, lexicon, of_the_dead.last + 1)
        told = _predicate(tokens, marks, lexicon, after, limit) or _under_age(tokens, marks, lexicon, after)
        return NounPhrase(
            first=amount.first, last=of_the_dead.last, amount=amount, head=entry, head_last=of_the_dead.last,
            group=(told.group if told is not None else entry.group) or Group.PERSON, low=amount.low, high=amount.high,
            bound=amount.bound, harm=_worsened(marks, entry.harm, of_the_dead.last) or entry.harm, subset=True,
        )  # fmt: skip
    found = find_head(tokens, marks, lexicon, at, limit, subset=subset, many=amount.low != 1)
    if found.head is None:
        alone = subset and amount.low == 1
        predicate = _predicate(tokens, marks, lexicon, at, limit, one=alone)
        english = lexicon.language == "en"
        predicate = predicate or (_under_age(tokens, marks, lexicon, at) if subset or english else None)
        predicate = predicate or (_under_age(tokens, marks, lexicon, at, verbless=True) if subset and english else None)
        if predicate is not None:
            found, subset = predicate, True
    first = amount.first
    if found.head is None:
        family = family_of(tokens, marks, lexicon, amount)
        if family is not None:
            found, first = family, family_first(marks, amount)
        found = one_other(marks, amount) or found
    if _is_modifier(tokens, marks, lexicon, amount, found):
        return NounPhrase(
            first=amount.first, last=amount.last, amount=amount, head=Entry(category="thing", kind=Kind.OTHER, plural=True),
            head_last=amount.last, group=None, low=amount.low, high=amount.high, bound=amount.bound,
        )  # fmt: skip
    if found.head is None:
        found = of_people_before(tokens, marks, lexicon, amount) or found
    if found.head is None and "pair" in amount.rules:
        found = Head(Entry(category="person", group=Group.PERSON, plural=True), amount.last, Group.PERSON)
    if found.head is None:
        unlisted = unlisted_plural(tokens, marks, lexicon, at, limit)
        if unlisted is not None:
            found = Head(Entry(category="person", group=Group.PERSON, plural=True), unlisted, Group.PERSON)
    group, harm = found.group, found.harm
    harm = _worsened(marks, harm, found.last) or harm
    return NounPhrase(
        first=first, last=max(amount.last, found.last), amount=amount, head=found.head, head_last=found.last, group=group,
        low=amount.low, high=amount.high, bound=amount.bound, harm=harm, subset=subset, rate=_has_rate(marks, max(amount.last, found.last)),
    )  # fmt: skip


def _is_modifier(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: Amount, found: Head) -> bool:
    """ "1,354 terrorist objects": a singular noun after a plural number only describes the noun behind it."""
    if found.head is None or found.head.category != "person" or found.head.plural is not False:
        return False
    if amount.low == 0 and found.last + 1 < len(tokens) and lexicon.language == "en":
        return is_plain(tokens, marks, lexicon, found.last + 1)  # "no official confirmation"
    if (amount.low or 0) < 2:
        return False
    after = found.last + 1
    opens = after < len(tokens) and is_plain(tokens, marks, lexicon, after)
    return opens and tokens[after].lower.endswith(plural_endings(lexicon)) and lexicon.language == "en"


def _of_the_dead(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> Mark | None:
    """ "Three of the dead were minors", "two more of the wounded": a part of those harmed, whatever follows."""
    if at < len(tokens) and tokens[at].lower in lexicon.words("added_to"):
        at += 1
    if at >= len(tokens) or tokens[at].lower not in lexicon.words("of"):
        return None
    after = at + 1
    while after < len(tokens) and tokens[after].lower in lexicon.words("determiners"):
        after += 1
    return marks.at("harm_noun", after) if after > at + 1 else None


def _worsened(marks: Marks, harm: Harm | None, last: int) -> Harm | None:
    """ "Three of the wounded succumbed", "twaalf gewonden bezweken": they are dead now."""
    if harm not in (Harm.INJURED, Harm.MISSING, Harm.DETAINED):
        return None
    at = last + 1
    while at <= last + 4 and (marks.at("be", at) is not None or marks.at("harm_adverb", at) is not None):
        at += 1
    verb = marks.at("harm_verb", at)
    return verb.entry.harm if verb is not None and verb.entry.use != "object" and verb.entry.harm is Harm.KILLED else None


def _past_relative(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> int:
    """Past a relative clause that a comma closes: "zeven van de doden die vrijdag vielen, zijn kinderen"."""
    start = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    if start >= len(tokens) or tokens[start].lower not in lexicon.words("relative_openers"):
        return at
    closed = (index for index in range(start + 1, min(len(tokens), start + _LONGEST_RELATIVE)) if tokens[index].text == ",")
    return next(closed, at - 1) + 1


def _under_age(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, *, verbless: bool = False) -> Head | None:
    """ "Thirteen of those killed were under 18", "zijn minderjarig", "waren jonger dan tien"; `verbless`: "twenty of them under 16"."""
    limit = at if verbless else at + 1
    if limit + 1 >= len(tokens) or not (verbless or tokens[at].lower in lexicon.words("copulas")):
        return None
    if tokens[limit].lower in lexicon.words("under_age"):
        return Head(Entry(category="person", group=Group.CHILD, plural=True), limit, Group.CHILD)
    if tokens[limit].lower not in lexicon.words("below_age"):
        return None
    number = limit + 1
    light = lexicon.words("than") | lexicon.words("definites") | lexicon.words("age_of")
    while number < len(tokens) - 1 and tokens[number].lower in light:
        number += 1
    if number >= len(tokens):
        return None
    told = marks.at("number", number)
    word = tokens[number].lower
    years = int(word) if word.isdecimal() and len(word) == 2 else None if told is None else told.entry.value
    if years is None or not 0 < years <= OF_AGE:
        return None
    return Head(Entry(category="person", group=Group.CHILD, plural=True), number, Group.CHILD)


def _predicate(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int, *, one: bool = False) -> Head | None:
    """ "Nineteen of them were children", "twaalf waren vrouwen", "zes waren vrouw": the noun stands behind the verb, told of a part.

    With `one` a part of one person: "één van hen was commandant".
    """
    if at + 1 >= len(tokens):
        return None
    after = at + 1
    if tokens[at].lower in lexicon.words("belonging"):
        after += tokens[after].lower in lexicon.words("toward")  # "four of them belonging to women"
    elif tokens[at].lower not in lexicon.words("copulas"):
        return None
    elif tokens[after].lower in lexicon.words("of"):
        after += 1  # "16 of which were of children"
    while after < len(tokens) and marks.at("harm_adverb", after) is not None and marks.at("person", after) is None:
        after += 1
    mark = marks.at("person", after)
    if mark is None or (not mark.entry.plural and not (one or _ends_clause(tokens, lexicon, mark.last + 1))):
        return None
    return _run(tokens, marks, lexicon, mark, limit)


def _ends_clause(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    """Dutch "zes van de doden waren vrouw": a noun without an article that closes its clause."""
    return bool(lexicon.split_verbs) and (at >= len(tokens) or tokens[at].kind is TokenKind.SIGN)


def _has_rate(marks: Marks, last: int) -> bool:
    return marks.at("rate", last + 1) is not None and marks.at("time_unit", last + 3) is not None


def find_head(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int, *, subset: bool = False, many: bool = False
) -> Head:
    """The head of the noun phrase that goes on at token `at`: the last noun of the first run of nouns."""
    if at + 2 < min(limit, len(tokens)) and tokens[at].lower in lexicon.words("degrees") and marks.at("person", at + 2) is not None:
        at += 1  # "31 seriously wounded people"
    start = at
    while at < min(limit, len(tokens), start + _MOST_WORDS_TO_HEAD):
        aged = after_age(tokens, at, lexicon)
        if aged is not None:
            at, start = aged, start + aged - at
            continue
        compound = _after_compound_adjective(tokens, lexicon, at)
        if compound > at:
            at, start = compound, start + compound - at
            continue
        initials = after_initials(tokens, at)
        if initials > at:
            at, start = initials, start + initials - at  # "three U.S. soldiers"
            continue
        harmed = _harmed(tokens, marks, lexicon, marks.at("harm_adjective", at) or _attributive(marks, lexicon, at), limit)
        if harmed is not None:
            return harmed
        mark = marks.noun(at)
        if mark is not None and modifies(tokens, marks, lexicon, mark):
            at += 1
            continue
        if mark is not None and tokens[mark.last].lower in lexicon.words("others_of"):
            rest = find_head(tokens, marks, lexicon, mark.last + 1, limit)  # "three more civilians"
            if rest.head is not None and rest.head.category in (*PEOPLE, "person_modifier"):
                return rest
        if mark is not None and many and tokens[mark.last].lower in lexicon.words("nominalised"):
            at += 1  # "acht Duitse": eight of what was told before
            continue
        described = at == start + 1 and tokens[start].lower in lexicon.words("others") and _is_of_people(marks, mark)
        if mark is not None and (described or not _verb_rather(tokens, marks, at, start, mark, subset=subset)):
            return _run(tokens, marks, lexicon, mark, limit)
        token = tokens[at]
        inside = _past_attributive(tokens, marks, lexicon, at, limit) if at == start else None
        if inside is not None:
            at, start = inside, inside
            continue
        if marks.at("of", at) or token.lower in lexicon.words("of"):
            if (
                at != start
                and not all(token.text in OPENINGS for token in tokens[start:at])
                and not (at == start + 1 and tokens[start].lower in lexicon.words("group_heads"))
            ):
                break
            at += 1
            continue
        if _stops(tokens, marks, lexicon, at) and not _joins_adjectives(tokens, marks, lexicon, start, at):
            break
        at += 1
    return Head(None, start - 1)


def _past_attributive(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, limit: int) -> int | None:
    """The participle of a Dutch clause between number and noun: "21 door Rusland afgevuurde raketten", "twee in Gaza gedode artsen"."""
    if tokens[at].lower not in lexicon.words("attributive_openers"):
        return None
    for index in range(at + 1, min(limit, len(tokens) - 1, at + _LONGEST_ATTRIBUTIVE)):
        token = tokens[index]
        if token.kind is TokenKind.SIGN and token.text not in OPENINGS:
            return None
        if token.lower in lexicon.words("finite") or token.lower in lexicon.words("conjunctions"):
            return None
        if marks.at("harm_adjective", index) is not None or _is_participle(token, lexicon):
            return index if marks.noun(index + 1) is not None else None
    return None


def _is_participle(token: Token, lexicon: Lexicon) -> bool:
    """A past participle as an adjective, by its form: "afgevuurde", "omgekomen"."""
    marked = any(prefix in token.lower for prefix in lexicon.words("participle_prefixes"))
    return marked and token.lower.endswith(lexicon.endings("participle_endings"))


def _after_compound_adjective(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> int:
    """Past "anti-aircraft", "air-to-air", "laser-guided" before the noun of arms that they describe; else `at` itself."""
    if tokens[at].lower not in lexicon.words("prefixes_of_arms"):
        return at
    end = at
    while end + 2 < len(tokens) and tokens[end + 1].text in ("-", "‑") and tokens[end + 1].start == tokens[end].end:
        end += 2
    return end + 1 if end > at and end + 1 < len(tokens) and tokens[end + 1].kind is TokenKind.WORD else at


def after_age(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int | None:
    """Past an age that begins here ("14 year old", "seven-month-old", "34-jarige"), else None."""
    if at >= len(tokens) or (tokens[at].kind is not TokenKind.NUMBER and tokens[at].lower not in lexicon.words("age_numbers")):
        return None
    words = [(index, tokens[index].lower) for index in range(at, min(len(tokens), at + 7)) if tokens[index].text not in ("-", "‑")]
    if len(words) < 2:
        return None
    if words[1][1] in lexicon.words("age_tails"):
        return words[1][0] + 1
    if len(words) > 2 and words[1][1] in lexicon.words("age_words") and words[2][1] in lexicon.words("age_tails"):
        return words[2][0] + 1
    return None


def _harmed(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark | None, limit: int) -> Head | None:
    """Dutch "een gewonde knecht", "drie dode kinderen": the adjective tells the harm, the noun after it who they are."""
    if mark is None:
        return None
    after = mark.last + 1
    if after + 1 < len(tokens) and tokens[after].text in OPENINGS and tokens[after].text not in ("-", "‑") and mark.first > 0:
        after += tokens[mark.first - 1].text in OPENINGS  # "595 'geneutraliseerde' strijders"
    person = next((found for category in PEOPLE if (found := marks.at(category, after)) is not None), None)
    if person is None and after + 2 < len(tokens) and tokens[after + 1].text in ("-", "‑") and tokens[after + 1].start == tokens[after].end:
        person = next((found for category in PEOPLE if (found := marks.at(category, after + 2)) is not None), None)  # "PKK-strijders"
    if person is None and after + 1 < len(tokens) and tokens[after].text[0].isupper():
        person = next((found for category in PEOPLE if (found := marks.at(category, after + 1)) is not None), None)  # "Turkse soldaten"
    if mark.entry.harm is None or person is None or after >= limit:
        return None
    head = _run(tokens, marks, lexicon, person, limit)
    return Head(head.head, head.last, head.group, mark.entry.harm)


def _attributive(marks: Marks, lexicon: Lexicon, at: int) -> Mark | None:
    """ "Sixty detained migrants", "two displaced children": a participle of one word right before the noun of people."""
    verb = marks.at("harm_verb", at)
    plain = verb is not None and verb.first == verb.last and verb.entry.use == "either" and lexicon.language == "en"
    return verb if plain and marks.at("harm_noun", at) is None else None


def _is_of_people(marks: Marks, mark: Mark | None) -> bool:
    """Whether people follow at once: "four other injured civilians"."""
    return mark is not None and any(marks.at(category, mark.last + 1) is not None for category in PEOPLE)


def _verb_rather(tokens: Sequence[Token], marks: Marks, at: int, start: int, mark: Mark, *, subset: bool) -> bool:
    """Whether a word such as "killed" or "injured" is a verb here and no noun: only right after its number it counts people."""
    if mark.entry.category != "harm_noun" or marks.at("harm_verb", at) is None:
        return False
    while start < at and tokens[start].text in OPENINGS:
        start += 1  # "'tussen de veertig en zestig' doden"
    return at != start or subset


def _joins_adjectives(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, start: int, at: int) -> bool:
    """ "Two suicide and gun attacks", "five air and artillery strikes": a word on either side of "and", then the noun of both."""
    if at != start + 1 or tokens[at].lower not in lexicon.words("both_of") or at + 2 >= len(tokens):
        return False
    thing = marks.at("thing", at + 2) or marks.at("thing", at + 1)
    plural = thing is not None and thing.entry.plural is True and thing.last > at + 1
    return plural and tokens[start].kind is TokenKind.WORD and is_plain(tokens, marks, lexicon, start)


def _is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands free, as a dash: "kills five - reports"."""
    return 0 < at < len(tokens) - 1 and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start


def _stops(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    token = tokens[at]
    if token.kind is TokenKind.NUMBER:
        return False  # an age: "two 12-year-old girls"; other numbers are amounts of their own and limit the search
    if token.kind is TokenKind.SIGN:
        return token.text not in OPENINGS or (token.text in ("-", "‑") and _is_dash(tokens, at))
    lower = token.lower
    if lower in lexicon.words("articles_after_numbers") and marks.at("time_unit", at + 1) is not None:
        return True  # "tegen 8713 het jaar ervoor"
    if lower in lexicon.words("prepositions") or lower in lexicon.words("finite") or lower in lexicon.words("conjunctions"):
        return True
    return marks.has_at(at, _STOPPING)


def _run(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, mark: Mark, limit: int) -> Head:
    head, last = mark, mark.last
    group = mark.entry.group
    while last + 1 < min(limit, len(tokens)):
        following = marks.noun(last + 1)
        if following is not None and head.entry.category == "harm_noun" and following.entry.category in PEOPLE and last == mark.last:
            return Head(head.entry, following.last, following.entry.group, head.entry.harm)  # "50 dead or wounded civilians"
        if (
            following is None
            or head.entry.category == "harm_noun"
            or (head.entry.plural and following.entry.category != "harm_noun")
            or (following.entry.category == "harm_noun" and marks.at("harm_verb", last + 1) is not None)
        ):
            break
        if following.entry.group is not None and (
            group is None or head.entry.category in ("group_word", "thing") or following.entry.group is not Group.PERSON
        ):
            group = following.entry.group
        head, last = following, following.last
    if head.entry.category == "person_modifier":
        return Head(head.entry, last, group, None)
    harm = head.entry.harm if head.entry.category == "harm_noun" else None
    if harm is not None and group is None:
        group = _group_among(tokens, marks, lexicon, last)
    if head.entry.group is Group.PERSON and group is Group.PERSON:
        group = _member_group(tokens, marks, lexicon, last) or group
    return Head(head.entry, last, group, harm)


def _group_among(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, last: int) -> Group | None:
    """ "500 fatalities among civilians": whom the noun of harm befell."""
    if last + 2 >= len(tokens) or tokens[last + 1].lower not in lexicon.words("amid"):
        return None
    at = last + 2
    while at < last + 4 and at < len(tokens) and marks.at("person", at) is None:
        at += 1
    person = marks.at("person", at)
    return None if person is None or not person.entry.plural else person.entry.group


def _member_group(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, last: int) -> Group | None:
    """ "members of the security forces": whom the members are of tells what they are."""
    if last + 1 >= len(tokens) or tokens[last + 1].lower not in lexicon.words("of"):
        return None
    for at in range(last + 2, min(last + 7, len(tokens))):
        person = marks.at("person", at)
        if person is not None and person.entry.group is Group.COMBATANT:
            return Group.COMBATANT
        if marks.at("group_word", at) is not None or tokens[at].kind is TokenKind.SIGN:
            return None
    return None
