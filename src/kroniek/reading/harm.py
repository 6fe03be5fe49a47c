"""Which phrase was killed, injured, missing: harm words joined to the people they speak of, clause by clause.

Each join names the rule that made it, so that `kroniek explain` can show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Group, Harm
from kroniek.reading.among import among, among_counted, one_of_the_dead
from kroniek.reading.cues import MOST_BETWEEN, Cue
from kroniek.reading.ellipsis import elliptical
from kroniek.reading.inverted import is_inverted_subject
from kroniek.reading.joins import Join
from kroniek.reading.lexicon import Lexicon, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.reading.speaking import speaks
from kroniek.reading.survival import none_of, not_survived
from kroniek.reading.told_dead import told_dead
from kroniek.reading.told_lives import harm_by_construction, likewise, past_said_aside, start_of_family
from kroniek.reading.treated import as_treated
from kroniek.reading.verb_second import inverted, topicalised
from kroniek.reading.wholes import (
    follows_verb,
    is_harmed_whole,
    is_noun_of,
    is_participle_of_a_part,
    is_situation,
    is_whole_of_next,
    is_whole_of_previous,
    of_a_part,
    of_relative_clause,
    of_things,
    victim_told_before,
)
from kroniek.text.tokens import Token, TokenKind, ends_clause

_MOST_BEFORE_OBJECT = 5
_MOST_TO_COMPANION = 14
_MOST_TO_AMONG = 10
_MOST_TO_OBJECT = 26
_MOST_KIN_LOST = 10
_MOST_AUXILIARIES = 6  # "are said by now to have been"
_KIN_BY_SEX = frozenset({Group.WOMAN, Group.MAN, Group.CHILD})
_WORDS_OF_WAR = ("method", "harm_verb", "harm_noun", "strike_subject")
_RELATIVES = frozenset({"who", "which", "that"})
_OPENING = frozenset({"“", '"', "‘"})
_CLOSING = frozenset({"”", '"', "’", "'"})
_FREE_SIGNS = frozenset({",", "(", ")", "“", "”", '"', "‘", "’", "'", "„", "-", "–", "—", "[", "]", ":", "*"})


def join_harm(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrases: Sequence[NounPhrase], cues: Sequence[Cue]
) -> list[Join | None]:
    """For each phrase the harm done to those it counts, or None where the sentence tells of none."""
    joins: list[Join | None] = [None] * len(phrases)
    survival = any(cue.harm is None for cue in cues)  # "none of the 26 people survived"
    wholes = {
        number
        for number in range(1, len(phrases))
        if not survival
        and is_whole_of_previous(tokens, lexicon, phrases[number - 1], phrases[number])
        and not is_harmed_whole(tokens, marks, lexicon, phrases[number])
    }
    telling: dict[int, bool] = {}

    def tells(number: int) -> bool:
        if number not in telling:
            telling[number] = speaks(tokens, marks, lexicon, phrases[number])
        return telling[number]

    for number, phrase in enumerate(phrases):
        if number in wholes:
            continue  # "four of his five children were killed": five were not
        joins[number] = (
            (_own(phrase) if not is_situation(lexicon, phrase) else None)
            or _killed_where(marks, phrase, cues)
            or _right_after(tokens, marks, lexicon, phrase, cues, verb_last=lexicon.language == "nl")
            or (None if tells(number) else _as_object(tokens, marks, lexicon, phrase, cues, phrases))
        )
    for number, phrase in enumerate(phrases):
        if joins[number] is None and number not in wholes:
            if tells(number):
                continue
            constructed = harm_by_construction(tokens, marks, lexicon, phrase)
            if constructed is not None:
                joins[number] = Join(*constructed)
                continue
            joins[number] = (
                _lost(tokens, marks, lexicon, phrase)
                or (among_counted(tokens, marks, lexicon, phrase) if phrase.is_people else None)
                or among(tokens, marks, lexicon, phrase)
                or one_of_the_dead(tokens, marks, lexicon, phrase)
                or victim_told_before(tokens, marks, lexicon, phrase)
                or (_companion(tokens, marks, lexicon, phrase, cues) if follows_verb(tokens, marks, phrase, cues) else None)
                or topicalised(tokens, marks, lexicon, phrase, cues)
                or _as_subject(tokens, marks, lexicon, phrase, [cue for cue in cues if not is_noun_of(phrases, phrase, cue)], phrases)
                or (None if of_things(tokens, lexicon, phrases[:number], phrase) else inverted(tokens, marks, lexicon, phrase, cues))
            )
    for number, phrase in enumerate(phrases):
        joins[number] = as_treated(tokens, marks, lexicon, phrase, joins[number])
        if joins[number] is None:
            joins[number] = _own(phrase)
        left = next((join for join in reversed(joins[:number]) if join is not None and join.harm is not None), None)
        if left is not None and joins[number] is None and likewise(tokens, marks, lexicon, phrase):
            joins[number] = Join(left.harm, "likewise", left.cue)
    for number, phrase in enumerate(phrases):
        if joins[number] is None:
            joins[number] = _companion(tokens, marks, lexicon, phrase, cues)
    for number in range(1, len(phrases)):
        if (
            joins[number] is None
            and joins[number - 1] is not None
            and not tells(number)
            and _coordinated(tokens, marks, lexicon, phrases[number - 1], phrases[number])
        ):
            left = joins[number - 1]
            joins[number] = Join(left.harm, "coordinated", left.cue, left.negated) if left is not None else None
    for number in range(1, len(phrases)):
        if joins[number] is None:
            joins[number] = elliptical(tokens, phrases[number], joins[:number])
            left = joins[number - 1]
            if joins[number] is None and left is not None and left.rule == "ellipsis":
                row = _coordinated(tokens, marks, lexicon, phrases[number - 1], phrases[number])
                joins[number] = left if row else None
    return [told_dead(tokens, marks, lexicon, phrases, number, join, cues) for number, join in enumerate(joins)]


def _killed_where(marks: Marks, phrase: NounPhrase, cues: Sequence[Cue]) -> Join | None:
    """ "Killing a dozen people under the rubble": the verb right before tells more than where they lie."""
    at = _past_transparent(marks, phrase.first) - 1
    verb = next((cue for cue in cues if cue.last == at and cue.takes_object), None)
    where = next((cue for cue in cues if cue.first == phrase.last + 1), None)
    places = verb is not None and where is not None and where.harm is Harm.MISSING and where.last > where.first
    return Join(verb.harm, "object", verb, verb.negated) if verb is not None and places else None


def _own(phrase: NounPhrase) -> Join | None:
    if phrase.harm is not None and phrase.harm is not Harm.HARMED:
        return Join(phrase.harm, "harm-noun")
    return None


def _right_after(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cues: Sequence[Cue], *, verb_last: bool = False
) -> Join | None:
    """ "five were killed", "15 others injured": the harm word follows at once."""
    at = phrase.last + 1
    steps = 0
    if at < len(tokens) and tokens[at].text in _CLOSING:
        at += 1  # “dozens” were injured
    at = past_said_aside(tokens, lexicon, at)
    while (
        at < len(tokens)
        and steps < _MOST_AUXILIARIES
        and (
            marks.at("be", at) is not None
            or marks.covering("harm_adverb", at) is not None
            or (steps > 0 and tokens[at].text in _OPENING)
        )
    ):
        if any(cue.first == at and not cue.takes_object for cue in cues):
            break
        at, steps = at + 1, steps + 1
    cue = next((cue for cue in cues if cue.first == at and not cue.takes_object), None)
    if cue is None:
        # a Dutch subordinate clause puts its verb last: "waar granaten zes kinderen doodden"
        last = next((cue for cue in cues if cue.first == phrase.last + 1 and cue.takes_object and verb_last), None)
        closes = last is not None and (last.last + 1 >= len(tokens) or tokens[last.last + 1].kind is TokenKind.SIGN)
        return Join(last.harm, "verb-last", last, last.negated) if last is not None and closes else None
    if cue.harm is None and phrase.low == 0:
        return None  # "none of them survived": how many there were is told elsewhere
    if cue.harm is None and (none_of(marks, phrase) or not_survived(tokens, marks, cue, verb_last)):
        return Join(Harm.KILLED, "none-survived", cue)
    return Join(cue.harm, "subject-near", cue, cue.negated)


def _as_object(
    tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cues: Sequence[Cue], phrases: Sequence[NounPhrase] = ()
) -> Join | None:
    """ "killing at least five", "the death of a child", and what is coordinated with it."""
    nominal = _nominal(tokens, marks, lexicon, phrase)
    if nominal is not None:
        return nominal
    for cue in reversed([cue for cue in cues if cue.last < phrase.first]):
        if is_noun_of(phrases, phrase, cue):
            continue  # Dutch "1139 doden, 251 gijzelaars": a noun, and no verb
        if not cue.takes_object or is_inverted_subject(tokens, marks, lexicon, phrase, cue, phrases):
            return None
        between = range(cue.last + 1, _past_transparent(marks, start_of_family(tokens, marks, lexicon, phrase)))
        if _in_clause(tokens, marks, lexicon, phrase, cue):
            return Join(cue.harm, "object", cue, cue.negated)
        if len(between) <= _MOST_BEFORE_OBJECT and all(_light(tokens, marks, lexicon, at) for at in between):
            return Join(cue.harm, "object", cue, cue.negated)
        if (
            len(between) <= MOST_BETWEEN
            and _linked(tokens, marks, lexicon, phrase.first)
            and _open_to(tokens, marks, lexicon, cue.last + 1, phrase.first)
        ):
            return Join(cue.harm, "object-far", cue, cue.negated)
        return None
    return None


def _nominal(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Join | None:
    at = _past_transparent(marks, phrase.first) - 1  # "the injury of another two"
    if at < 1:
        return None
    noun = marks.ending("harm_noun", at - 1)
    if tokens[at].lower in lexicon.words("harm_to"):
        return Join(noun.entry.harm, "nominal") if noun is not None and noun.entry.harm is Harm.INJURED else None
    if tokens[at].lower not in lexicon.words("of"):
        return None
    verb = marks.ending("harm_verb", at - 1)
    if noun is not None:
        return Join(noun.entry.harm, "nominal")
    return Join(verb.entry.harm, "nominal") if verb is not None and verb.entry.use == "object" else None


def _light(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    token = tokens[at]
    if token.kind is TokenKind.SIGN:
        return token.text in _FREE_SIGNS
    return (
        marks.at("harm_adverb", at) is not None
        or token.lower in lexicon.words("determiners")
        or token.lower in lexicon.words("of")
        or token.lower in lexicon.words("counting_there")
        or token.lower == "to"
    )


def _past_transparent(marks: Marks, first: int) -> int:
    """Where a phrase begins with words that change nothing: "a further 28 civilians"."""
    while (skipped := marks.ending("transparent", first - 1)) is not None:
        first = skipped.first
    return first


def _linked(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, first: int) -> bool:
    """Whether a comma, a conjunction or a word such as "including" stands right before the phrase."""
    at = _past_transparent(marks, first) - 1
    while at > 0 and tokens[at].lower in lexicon.words("possessives"):
        at -= 1
    if at < 0:
        return False
    return (
        tokens[at].text in (",", "(", "–", "—", ":", "-")
        or tokens[at].lower in lexicon.words("conjunctions")
        or marks.ending("subset", at) is not None
        or marks.ending("together", at) is not None
        or any(marks.ending("bound", at - back) is not None and marks.ending("subset", at - back - 1) is not None for back in (0, 1))
    )


def _open_to(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether no other clause begins between: no finite verb, no other harm word, no semicolon."""
    while end > start and tokens[end - 1].lower in lexicon.words("possessives"):
        end -= 1  # Dutch "zijn" is a verb as well
    for at in range(start, end):
        token = tokens[at]
        if token.text == ";" or marks.at("harm_verb", at) is not None or marks.at("boundary", at) is not None:
            return False
        if token.lower in lexicon.words("finite"):
            return False
    return True


def _acts(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cue: Cue, phrases: Sequence[NounPhrase]) -> bool:
    """ "Fighters took 30 villagers captive": a verb stands between the phrase and other people right before the harm word."""
    if phrase.amount is not None:
        return False
    other = next((one for one in phrases if phrase.last < one.first and one.last < cue.first and one.is_people), None)
    if other is None:
        return False
    if lexicon.language == "nl" and other.amount is not None and other.first == phrase.last + 1:
        # "onze militairen zeven rebellen hebben gedood", "hebben zijn militairen twee mannen gedood"
        return cue.subject_before is not None or cue.takes_object or marks.at("have", cue.last + 1) is not None
    if other.first - phrase.last < 2 or _linked(tokens, marks, lexicon, other.first):
        return False
    before = tokens[other.first - 1]
    if lexicon.language == "nl" and other.amount is not None and phrase.low is None and before.kind is TokenKind.NUMBER:
        return True  # "schoten grenswachten in 2023 honderden migranten dood"
    return before.kind is TokenKind.WORD and not any(
        before.lower in lexicon.words(name) for name in ("prepositions", "of", "determiners", "conjunctions")
    )


def _as_subject(
    tokens: Sequence[Token],
    marks: Marks,
    lexicon: Lexicon,
    phrase: NounPhrase,
    cues: Sequence[Cue],
    phrases: Sequence[NounPhrase],
) -> Join | None:
    """ "twelve civilians, among them ..., were reportedly killed": the harm word comes later in the clause.

    Where it stands in a relative clause the main clause may tell another harm: "twelve people who had been displaced, ..., were killed".
    """
    aside: Join | None = None
    by = phrase.first > 0 and tokens[phrase.first - 1].lower in lexicon.words("doers")
    if by and phrase.amount is not None:
        return None  # "carried out by six men, and two of them were captured"
    if is_whole_of_next(tokens, lexicon, phrase, phrases):
        return None
    for cue in cues:
        if cue.first <= phrase.last:
            continue
        if cue.takes_object or cue.first - phrase.last > MOST_BETWEEN:
            return aside
        if of_a_part(tokens, lexicon, phrase, cue, phrases) or of_relative_clause(tokens, lexicon, phrase, cue, phrases):
            return aside
        if is_participle_of_a_part(tokens, marks, lexicon, phrase, cue, phrases):
            continue
        if not _reaches(tokens, marks, lexicon, phrase, cue) or _acts(tokens, marks, lexicon, phrase, cue, phrases):
            return aside
        if aside is not None and not _resumes(tokens, marks, cue):
            return aside
        if cue.harm is None and (phrase.low == 0 or _counted_nearer(phrase, cue, phrases)):
            return None
        if cue.harm is None and (none_of(marks, phrase) or not_survived(tokens, marks, cue, lexicon.language == "nl")):
            return Join(Harm.KILLED, "none-survived", cue)
        join = Join(cue.harm, "subject-far", cue, cue.negated)
        relative = tokens[phrase.last + 1 : cue.first]
        set_off = cue.harm is Harm.MISSING or any(token.lower in _RELATIVES for token in relative)
        if aside is not None or not set_off:
            return join
        aside = join
    return aside


def _counted_nearer(phrase: NounPhrase, cue: Cue, phrases: Sequence[NounPhrase]) -> bool:
    """Whether another number stands right before the verb: "4000 gevangenen liet hij martelen, 58 overleefden het niet"."""
    return any(phrase.last < other.first and other.last == cue.first - 1 and other.amount is not None for other in phrases)


def _resumes(tokens: Sequence[Token], marks: Marks, cue: Cue) -> bool:
    """Whether the main clause goes on here: a comma right before "were killed"."""
    at = cue.first - 1
    while at > 0 and (marks.at("be", at) is not None or marks.at("harm_adverb", at) is not None):
        at -= 1
    return at < cue.first - 1 and tokens[at].text == ","


def _in_clause(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cue: Cue) -> bool:
    """Dutch puts what it likes between verb and object: "doodde bij de aanval in Rafah zeker twaalf mensen"."""
    there = phrase.is_bare and phrase.first > 0 and tokens[phrase.first - 1].lower in lexicon.words("counting_there")  # "doodde er twee"
    if lexicon.language != "nl" or not (phrase.is_people or there) or phrase.first - cue.last > _MOST_TO_OBJECT:
        return False
    at = phrase.first - 1
    while at > cue.last and _light(tokens, marks, lexicon, at) and tokens[at].kind is not TokenKind.SIGN:
        at -= 1
    if tokens[at].lower in lexicon.words("prepositions") or tokens[at].lower in lexicon.words("of"):
        return False
    return all(
        _stays(tokens, marks, lexicon, at) and not _begins_verb(tokens, lexicon, at) for at in range(cue.last + 1, phrase.first)
    )


def _begins_verb(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    """ "Kostte 100 mensen het leven en maakte 22 miljoen inwoners afhankelijk": a conjunction and another verb, told by its ending."""
    if tokens[at].lower not in lexicon.words("conjunctions") or at + 1 >= len(tokens) or not tokens[at + 1].text.islower():
        return False
    return tokens[at + 1].lower.endswith(lexicon.endings("past_endings"))


def _stays(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """Whether the clause goes on past this token; "die" after a preposition points ("bij die aanval") and opens nothing."""
    token = tokens[at]
    if token.text in (",", ":", ";") or marks.at("harm_verb", at) is not None or token.lower in lexicon.words("finite"):
        return False
    points = at + 1 < len(tokens) and (marks.at("time_unit", at + 1) is not None or tokens[at + 1].lower in lexicon.words("parts_of_day"))
    return marks.at("boundary", at) is None or tokens[at - 1].lower in lexicon.words("prepositions") or points  # "die dag"


def _lost(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Join | None:
    """ "The army says it has lost 498 soldiers", "the family lost three sons"."""
    of_force = phrase.amount is not None and tokens[phrase.last].lower in (lexicon.words("heads_of_force") | lexicon.words("men_lost"))
    in_war = any(marks.has(word) for word in _WORDS_OF_WAR)
    if phrase.group is not Group.COMBATANT and not of_force and not _can_be_lost(tokens, lexicon, phrase, in_war=in_war):
        return None
    at = phrase.first - 1
    while at > 0 and _light(tokens, marks, lexicon, at):
        at -= 1
    after = phrase.last + 1
    loses = marks.ending("losing", at) is not None or marks.at("losing", after) is not None
    if not loses and lexicon.language == "nl":
        # "verloor naar eigen zeggen drie man": what stands between is no clause and no other object
        begun = [mark.last for mark in marks.all("losing") if mark.last < phrase.first <= mark.last + _MOST_TO_COMPANION]
        loses = bool(begun) and all(_stays(tokens, marks, lexicon, between) for between in range(begun[-1] + 1, phrase.first))
        loses = loses and tokens[at].lower not in lexicon.words("prepositions") and tokens[at].lower not in lexicon.words("of")
    return Join(Harm.KILLED, "lost") if loses else None


def _can_be_lost(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase, *, in_war: bool) -> bool:
    """ "The agency lost 152 staff", "he lost his wife": people counted, or few kin; "lost 18 members of his family" sums up a war."""
    own = tokens[phrase.first].lower in lexicon.words("possessives")
    kin = phrase.head is not None and (phrase.head.category == "relative" or phrase.group in _KIN_BY_SEX)
    sided = phrase.group is Group.CIVILIAN
    if not phrase.is_people or (kin and (phrase.low or 0) > _MOST_KIN_LOST) or not (kin or in_war or sided):
        return False
    after = [token.lower for token in tokens[phrase.last + 1 : phrase.last + 3]]
    family = len(after) == 2 and after[0] in lexicon.words("of") and after[1] in lexicon.words("possessives")
    kind = None if phrase.head is None else phrase.head.category
    one = phrase.low == 1 and ((in_war and kind == "person") or tokens[phrase.last].lower in lexicon.words("kin_told"))
    return not family and (phrase.amount is not None or own or one)


def _reaches(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cue: Cue) -> bool:
    """Whether nothing between opens another clause; a relative clause ("who were queueing") may stand between."""
    if any(token.lower in lexicon.words("whose") for token in tokens[phrase.last + 1 : phrase.last + 4]):
        return False  # "a farmer whose two sons were killed"
    if _aside(tokens, marks, phrase.last + 1, cue.first):
        return True
    for at in range(phrase.last + 1, cue.first):
        if ends_clause(tokens, at):
            return False
        boundary = marks.at("boundary", at)
        if boundary is not None and tokens[at].lower not in ("who", "which", "that", "where", "die", "dat", "waar", "of"):
            return False
    return True


def _companion(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, cues: Sequence[Cue]) -> Join | None:
    """ "X was killed alongside his wife and three daughters": companions share what befell the one named."""
    before = [cue for cue in cues if cue.last < phrase.first and not cue.takes_object]
    at = phrase.first - 1
    while at > 0 and (tokens[at].lower in lexicon.words("determiners") or tokens[at].lower in lexicon.words("possessives")):
        at -= 1
    if not before or not phrase.is_people or phrase.first - before[-1].last > _MOST_TO_COMPANION:
        return None
    mark = marks.ending("companion", at)
    alone = mark is not None and mark.first == mark.last and tokens[at - 1].lower not in lexicon.words("both_of")
    if alone and any(tokens[near].lower in lexicon.words("both_of") for near in range(before[-1].last + 1, at)):
        return None  # "two were wounded, and a ward with eleven babies": the clause is another
    if mark is None or not _open_to(tokens, marks, lexicon, before[-1].last + 1, at):
        return None
    return Join(before[-1].harm, "companion", before[-1], before[-1].negated)


def _aside(tokens: Sequence[Token], marks: Marks, start: int, end: int) -> bool:
    """Whether all between is set off by two commas: "one civilian, not seen before the strike, was killed"."""
    if start >= end or tokens[start].text != ",":
        return False
    at = end - 1
    while at > start and (marks.at("be", at) is not None or marks.at("harm_adverb", at) is not None):
        at -= 1
    return at > start and tokens[at].text == "," and not any(ends_clause(tokens, index) for index in range(start, at))


def _coordinated(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, left: NounPhrase, right: NounPhrase) -> bool:
    if not _linked(tokens, marks, lexicon, right.first) or right.first - left.last > 14:
        return False
    return _open_to(tokens, marks, lexicon, left.last + 1, right.first)
