"""People counted without a number: "a woman and her child" (one each), "civilians" (nobody says how many)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kroniek.model.claim import Bound, Group, Harm, Kind
from kroniek.reading.described import describes, fights_another, in_apposition, in_name, is_predicate, searches
from kroniek.reading.heads import Head
from kroniek.reading.lexicon import Entry, Lexicon, Mark, Marks
from kroniek.reading.phrases import OF_AGE, OPENINGS, PEOPLE, NounPhrase, after_age, find_head
from kroniek.reading.unlisted import is_plain, unlisted_single
from kroniek.text.tokens import Token, TokenKind

_LONGEST_IMPLIED = 11
_MOST_DIGITS_OF_AGE = 3
_GENITIVES = ("'s", "’s")
_MOST_TO_NOT = 6
_LONGEST_ATTRIBUTE = 9
_MOST_TO_CAUSE = 4
_NEAR = 3
_OF_OFFICE = frozenset({Group.PERSON, Group.MEDICAL, Group.JOURNALIST, Group.AID_WORKER})


def implied_phrases(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, taken: Collection[int]) -> list[NounPhrase]:
    """People counted without a number: "a woman and her child" (one each), "civilians" (vague)."""
    found: list[NounPhrase] = []
    past = 0
    definite = lexicon.words("also") or marks.has("subset")
    own, told = lexicon.words("possessives"), lexicon.words("definites" if definite else "articles_of_one")
    starts = marks.starts("another", "nobody", "somebody", "article", "harm_noun", *PEOPLE)
    for at in [at for at, token in enumerate(tokens) if at in starts or token[1] in own or token[1] in told]:
        if at < past or at in taken:
            continue
        phrase = (
            _another(tokens, marks, lexicon, at, taken)
            or _nobody(tokens, marks, lexicon, at)
            or _somebody(tokens, marks, lexicon, at)
            or _singular(tokens, marks, lexicon, at, taken)
            or _kin_of(tokens, marks, lexicon, at, taken)
            or _plural(tokens, marks, lexicon, at, taken)
            or _bare_harm(tokens, marks, lexicon, at, taken)
            or _listed(tokens, marks, lexicon, at, found[-1] if found else None)
            or _pair_of_kin(tokens, marks, lexicon, at, taken)
        )
        if phrase is not None:
            found.append(phrase)
            past = phrase.last + 1
    return found


def _singular(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "a woman", "an elderly man", "her husband": one person."""
    article = marks.at("article", at)
    possessive = tokens[at].lower in lexicon.words("possessives") and not _is_verb(tokens, marks, lexicon, at, taken)
    # "ook de burgemeester kwam om": one more, told for the first time
    also = at > 0 and tokens[at].lower in lexicon.words("definites")
    also = also and (tokens[at - 1].lower in lexicon.words("also") or marks.ending("subset", at - 1) is not None)
    also = also or _told_by_office(tokens, marks, lexicon, at) or _included(tokens, marks, lexicon, at)
    if article is None and not possessive and not also:
        return None
    if _is_agent(tokens, marks, lexicon, at):
        return None  # "door een sluipschutter"
    begin = at + 1
    aged = None if article is None else _aged_one(tokens, marks, lexicon, at)
    if aged is not None and not any(index in taken for index in range(at, aged.last + 1)):
        return aged
    head = find_head(tokens, marks, lexicon, begin, min(len(tokens), begin + _LONGEST_IMPLIED))
    if head.head is None and not (at and tokens[at - 1].lower in lexicon.words("place_openers")):
        unlisted = unlisted_single(tokens, marks, lexicon, at)
        if unlisted is not None:
            head = Head(Entry(category="person", group=Group.PERSON, plural=False), unlisted, Group.PERSON)
    cites = any(token.lower in lexicon.words("agents") for token in tokens[begin : head.last])
    if possessive and marks.at("be", at) is not None and cites:
        return None  # "zijn volgens hulpverleners tien mensen gedood": a verb, and whom others cite
    alone = head.head is not None and head.harm is not None and tokens[head.last].lower in lexicon.words("singular_harm")
    if head.head is None or any(index in taken for index in range(begin, head.last + 1)):
        return None
    if head.last + 1 < len(tokens) and tokens[head.last + 1].lower in lexicon.words("counts"):
        return None  # "a conservative casualty estimate"
    if describes(tokens, marks, lexicon, at, head.last):
        return None
    if not alone and head.head.category not in PEOPLE:
        return None
    if head.head.plural:
        if article is not None or not possessive:
            return None
        return NounPhrase(
            first=at,
            last=head.last,
            amount=None,
            head=head.head,
            head_last=head.last,
            group=head.group,
            low=None,
            high=None,
            bound=Bound.VAGUE,
        )
    people = head.head.value or 1
    group = Group.CHILD if _is_tender_age(tokens, marks, lexicon, head) else head.group or Group.PERSON
    return NounPhrase(
        first=at, last=head.last, amount=None, head=head.head, head_last=head.last, group=group, low=people, high=people,
        bound=Bound.EXACT, harm=head.harm,
    )  # fmt: skip


def _is_tender_age(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, head: Head) -> bool:
    """ "Haar zoon van negen", "zijn dochter (4)", "a pupil of eleven": a person of no told sex or age whom the number makes a child."""
    at = head.last + 1
    if head.group is not Group.PERSON or head.harm is not None or at + 1 >= len(tokens):
        return False
    if tokens[at].lower not in lexicon.words("of") and tokens[at].text not in ("(", ","):
        return False
    word, number = tokens[at + 1].lower, marks.at("number", at + 1)
    years = int(word) if word.isdecimal() and len(word) <= _MOST_DIGITS_OF_AGE else None if number is None else number.entry.value
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    closed = after is None or after.kind is TokenKind.SIGN or after.lower in lexicon.words("age_words")
    closed = closed or after is None or marks.at("harm_verb", at + 2) is not None or after.lower in lexicon.words("conjunctions")
    return years is not None and 0 < years < OF_AGE and closed


def _kin_of(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "Omar's grandson", "the wife of a commander": one person told by another, for the first time."""
    mark = next((mark for category in PEOPLE if (mark := marks.at(category, at)) is not None), None)
    if at == 0 or mark is None or mark.entry.plural is not False or mark.last in taken:
        return None
    if tokens[mark.last].lower not in lexicon.words("kin_told"):
        return None
    owned = tokens[at - 1].lower.endswith(_GENITIVES)
    after = mark.last + 1
    of = tokens[at - 1].lower in lexicon.words("definites") and after < len(tokens) and tokens[after].lower in lexicon.words("of")
    if not owned and not of:
        return None
    first = at - 1
    while owned and first > 0 and first - 1 not in taken and _is_capital(tokens[first - 1]):
        first -= 1  # the whole name
    return NounPhrase(
        first=first, last=mark.last, amount=None, head=mark.entry, head_last=mark.last, group=mark.entry.group or Group.PERSON, low=1,
        high=1, bound=Bound.EXACT,
    )  # fmt: skip


def _is_capital(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text[0].isupper()


def _included(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """ "Negen gasten, de bruid incluis": one of those counted before, told apart behind a comma and closed by a word of including."""
    if at == 0 or tokens[at - 1].text != "," or tokens[at].lower not in lexicon.words("articles_of_one"):
        return False
    mark = marks.noun(at + 1)
    return mark is not None and mark.entry.plural is False and marks.at("subset", mark.last + 1) is not None


def _told_by_office(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """ "The driver was killed", "de imam is een van de doden": one person by trade or office, whose death the clause tells at once."""
    opens = at == 0 or tokens[at - 1].kind is TokenKind.SIGN or tokens[at - 1].lower in lexicon.words("speaking")
    opens = opens or tokens[at - 1].lower in lexicon.words("clause_joints") or tokens[at - 1].lower in lexicon.words("that")
    if tokens[at].lower not in lexicon.words("articles_of_one") or not opens:
        return False
    mark = marks.at("person", at + 1)
    if mark is None or mark.entry.plural is not False or mark.entry.group not in _OF_OFFICE:
        return False
    if any(tokens[word].lower in lexicon.words("no_office") for word in range(mark.first, mark.last + 1)):
        return False
    after = end = _past_attribute(tokens, marks, lexicon, mark.last + 1)
    while end < len(tokens) and (marks.at("be", end) is not None or marks.at("harm_adverb", end) is not None):
        if marks.at("harm_verb", end) is not None:
            break  # "is dead", Dutch "raakte gewond"
        end += 1
    verb = marks.at("harm_verb", end)
    if verb is not None:
        reach = range(after, verb.last + _MOST_TO_NOT)
        lost = verb.entry.survived and any(marks.at("negation", step) is not None for step in reach)
        return lost or (verb.entry.use != "object" and (verb.entry.harm is Harm.KILLED or _wounded(lexicon, verb)))
    if end == after:
        return False
    among = marks.at("among", end)
    one = tokens[end].lower in lexicon.words("pronoun_numbers") and end + 2 < len(tokens) and tokens[end + 1].lower in lexicon.words("of")
    of_the_dead = one and any(
        noun is not None and noun.entry.harm is Harm.KILLED for noun in (marks.at("harm_noun", end + 2), marks.at("harm_noun", end + 3))
    )
    return (among is not None and among.entry.harm in (Harm.KILLED, Harm.HARMED)) or of_the_dead


def _wounded(lexicon: Lexicon, verb: Mark) -> bool:
    """Dutch tells one person by office as wounded too: "dat de bestuurder een voet kwijt is"."""
    return verb.entry.harm is Harm.INJURED and bool(lexicon.words("clause_joints"))


def _past_attribute(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> int:
    """Past "of the capital", "in the nearby town" behind an office, where a form of "be" follows; else `at` itself."""
    if at >= len(tokens) or tokens[at].lower not in lexicon.words("attribute_openers"):
        return at
    for end in range(at + 1, min(len(tokens), at + _LONGEST_ATTRIBUTE)):
        if tokens[end].lower in lexicon.words("copulas"):
            return end
        if tokens[end].kind is TokenKind.SIGN or any(marks.at(name, end) is not None for name in ("harm_verb", "boundary", "number")):
            return at
    return at


def _pair_of_kin(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "Moeder en dochter werden gedood", "vader, moeder, drie dochters": the first of several relatives without an article."""
    before = marks.ending("harm_verb", at - 1) if at else None
    if at and tokens[at - 1].kind is not TokenKind.SIGN and (before is None or before.entry.use != "object"):
        return None
    mark = next((mark for category in PEOPLE if (mark := marks.at(category, at)) is not None), None)
    if mark is None or mark.entry.plural is not False or mark.last + 2 >= len(tokens):
        return None
    joint, after = tokens[mark.last + 1], mark.last + 2
    if tokens[mark.last].lower not in lexicon.words("kin"):
        return None
    if joint.text != "," and joint.lower not in lexicon.words("conjunctions"):
        return None
    if after not in taken and tokens[after].lower not in lexicon.words("kin"):
        return None
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=mark.entry, head_last=mark.last, group=mark.entry.group, low=1, high=1,
        bound=Bound.EXACT,
    )  # fmt: skip


def _aged_one(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> NounPhrase | None:
    """ "A 71-year-old", "an eight-year-old": one person, told by the age alone."""
    end = after_age(tokens, at + 1, lexicon)
    noun = None if end is None else marks.noun(end)
    # "a 16-year-old killed by a shell" is told by the age, "a 16-year-old girl" by the noun
    told = noun is not None and (noun.entry.category != "harm_noun" or marks.at("harm_verb", noun.first) is None)
    if end is None or told or (end < len(tokens) and is_plain(tokens, marks, lexicon, end)):
        return None
    number = marks.at("number", at + 1)
    words = tokens[at + 1].lower
    years = int(words) if words.isdecimal() and len(words) <= _MOST_DIGITS_OF_AGE else number.entry.value if number is not None else None
    months = any(token.lower in lexicon.words("months") for token in tokens[at + 1 : end])
    child = months or (years is not None and years < OF_AGE)
    group = Group.CHILD if child else Group.PERSON
    head = Entry(category="person", group=group, plural=False)
    return NounPhrase(first=at, last=end - 1, amount=None, head=head, head_last=end - 1, group=group, low=1, high=1, bound=Bound.EXACT)


def _another(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "... and another was wounded", "another journalist was wounded": one more than those told before."""
    mark = marks.at("another", at)
    if mark is None:
        return None
    verb = mark.last + 1
    while verb < len(tokens) and verb < at + 4 and (marks.at("be", verb) is not None or marks.at("harm_adverb", verb) is not None):
        verb += 1
    object_ = marks.ending("harm_verb", at - 1) is not None and _noun_phrase_ends(tokens, lexicon, mark.last + 1)
    if object_ or marks.at("harm_verb", verb) is not None:
        head = Head(Entry(category="person", group=Group.PERSON, plural=False), mark.last, Group.PERSON)
    else:
        head = find_head(tokens, marks, lexicon, mark.last + 1, min(len(tokens), at + _LONGEST_IMPLIED))
        if head.head is None or head.head.category not in PEOPLE or head.head.plural:
            return None
        if any(index in taken for index in range(at, head.last + 1)):
            return None
    return NounPhrase(
        first=at, last=head.last, amount=None, head=head.head, head_last=head.last, group=head.group, low=1, high=1, bound=Bound.EXACT
    )


def _noun_phrase_ends(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    """Whether nothing that could be counted follows: "killed one man and wounded another"."""
    if at >= len(tokens) or tokens[at].kind is TokenKind.SIGN:
        return True
    return tokens[at].lower in lexicon.words("prepositions")


def _nobody(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> NounPhrase | None:
    """ "Nobody was killed": none, which is not unknown."""
    mark = marks.at("nobody", at)
    if mark is None or (mark.last + 1 < len(tokens) and tokens[mark.last + 1].lower in lexicon.words("knowing")):
        return None  # "nobody knows how many died"
    head = Entry(category="person", group=Group.PERSON, plural=False)
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=head, head_last=mark.last, group=Group.PERSON, low=0, high=0, bound=Bound.EXACT
    )


def _somebody(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> NounPhrase | None:
    """ "Er is iemand omgekomen": one person; not where the words only suppose one ("als iemand sterft")."""
    mark = marks.at("somebody", at)
    if mark is None or any(token.lower in lexicon.words("supposing") for token in tokens[:at]):
        return None
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=Entry(category="person", group=Group.PERSON, plural=False), head_last=mark.last,
        group=Group.PERSON, low=1, high=1, bound=Bound.EXACT,
    )  # fmt: skip


def _listed(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, before: NounPhrase | None) -> NounPhrase | None:
    """ "A husband and wife", "her mother, father and sister": one person more, without an article of its own."""
    mark = next((mark for category in PEOPLE if (mark := marks.at(category, at)) is not None), None)
    if mark is None or mark.entry.plural or before is None or before.low != 1:
        return None
    joint = before.last + 1
    if joint != at - 1 and after_age(tokens, joint + 1, lexicon) != at:
        return None  # but "his wife and 25-year-old son"
    if tokens[joint].text != "," and tokens[joint].lower not in lexicon.words("conjunctions"):
        return None
    entry = mark.entry
    after = mark.last + 1
    kin = before.head is not None and tokens[before.head_last].lower in lexicon.words("kin_told")
    of = after < len(tokens) and tokens[after].lower in lexicon.words("of")
    if not kin and of and (entry.category != "person" or tokens[mark.last].lower in lexicon.words("kin_of")):
        return None  # "a member of the committee and son of its founder", "a journalist and father of two" is one person
    if entry.category == "person" and entry.group not in (Group.WOMAN, Group.MAN, Group.CHILD):
        return None  # "a poet and novelist" is one person
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=entry, head_last=mark.last, group=entry.group, low=1, high=1, bound=Bound.EXACT
    )


def _bare_harm(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "Injuries were reported", "causing deaths": people harmed, and nobody says how many."""
    mark = marks.at("harm_noun", at)
    if mark is None or tokens[mark.last].lower not in lexicon.words("plural_harm") or marks.covering("harm_verb", at) is not None:
        return None  # "twelve sustained injuries"
    before = tokens[at - 1].lower if at else ""
    if before in lexicon.words("determiners") or before in lexicon.words("possessives") or marks.ending("negation", at - 1) is not None:
        return None
    if before in lexicon.words("asked") or (marks.covering("toll", at) is not None and any(one > mark.last for one in taken)):
        return None  # "hoeveel gewonden er zijn", "het aantal gewonden ligt boven de 100"
    listed = at > 1 and before in lexicon.words("of") and tokens[at - 2].lower in lexicon.words("lists")
    if listed or in_name(tokens, lexicon, at, mark.last):
        return None  # "the account Martyrs of Rafah", "the list of fatalities"
    if _denied_with_another(tokens, marks, lexicon, at):
        return None  # "there was no damage or injuries"
    died = marks.ending("harm_verb", at - 1)
    if died is not None and died.entry.harm is Harm.KILLED and died.last > died.first:
        return None  # "three succumbed to injuries"
    if before == "with" and mark.entry.harm is Harm.INJURED and lexicon.language == "en":
        return None  # "many with serious injuries": told of those before
    if mark.last + 1 < len(tokens) and tokens[mark.last + 1].text == ":":
        return None  # "Fatalities: 4": how many follows
    if _asked_for(tokens, marks, lexicon, at):
        return None  # "they do not mention any other injuries or deaths"
    if _died_of(tokens, marks, lexicon, at):
        return None
    if marks.at("change", mark.last + 1) is not None:
        return None  # "fatalities fell": how many there are is told elsewhere
    if before not in lexicon.words("conjunctions") and _after_toll(marks, at):
        return None
    if at and (marks.ending("person_modifier", at - 1) or marks.ending("person", at - 1)) is not None:
        person = marks.ending("person_modifier", at - 1) or marks.ending("person", at - 1)
        group = Group.PERSON if person is None else person.entry.group
    else:
        group = Group.PERSON
    return NounPhrase(
        first=at, last=mark.last, amount=None, head=mark.entry, head_last=mark.last, group=group, low=None, high=None,
        bound=Bound.VAGUE, harm=mark.entry.harm,
    )  # fmt: skip


def _denied_with_another(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """Whether "no", one or two words and "or" stand before."""
    if at < 3 or tokens[at - 1].lower not in lexicon.words("either_or"):
        return False
    return any(marks.at("negation", before) is not None for before in range(max(0, at - 4), at - 1))


def _asked_for(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """Whether "any", or "any other", stands before, or before what "or" joins to it."""
    while at > 0:
        at -= 1
        if tokens[at].lower in lexicon.words("any"):
            return True
        joined = tokens[at].lower in lexicon.words("conjunctions") or marks.at("harm_noun", at) is not None
        if not joined and marks.ending("transparent", at) is None and marks.ending("person_modifier", at) is None:
            return False
    return False


def _after_toll(marks: Marks, at: int) -> bool:
    """ "The number of deaths", "het aantal gedode burgers": the number follows."""
    return any(marks.ending("toll", at - back) is not None for back in (1, 2))


def _died_of(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """ "One man died from severe injuries", "bezweken aan verwondingen": what somebody died of counts nobody."""
    step = at - 1
    while step > at - _MOST_TO_CAUSE and step > 0 and tokens[step].lower not in lexicon.words("died_of"):
        step -= 1
    if step <= 0 or tokens[step].lower not in lexicon.words("died_of"):
        return False
    verb = marks.ending("harm_verb", step - 1) or marks.ending("harm_verb", step - 2)
    return verb is not None and verb.entry.harm is Harm.KILLED


def _in_brackets(tokens: Sequence[Token], at: int) -> bool:
    opened = [token.text for token in tokens[:at] if token.text in ("(", ")")]
    return bool(opened) and opened[-1] == "("


def _is_verb(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> bool:
    """Dutch "zijn" is a verb beside those counted or before an adverb: "vier gewonden zijn behandeld", "zijn zeker zes"."""
    if marks.at("be", at) is None:
        return False
    after = at + 1
    if at - 1 in taken or after in taken or after >= len(tokens) or marks.at("harm_adverb", after) is not None:
        return True
    return any(tokens[after].lower in lexicon.words(name) for name in ("prepositions", "function_words", "finite", "agents"))


def _is_agent(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int) -> bool:
    """Dutch "door veiligheidstroepen gedood", "een aanval van gewapende mannen": people who do the harm."""
    before = at - 1
    while before > 0 and (tokens[before].lower in lexicon.words("determiners") or marks.ending("person_modifier", before) is not None):
        before -= 1
    if before < 0:
        return False
    if tokens[before].lower in lexicon.words("agents"):
        return True
    if before < 1 or not lexicon.words("agents") or tokens[before].lower not in lexicon.words("of"):
        return False
    thing = marks.ending("thing", before - 1)
    return (thing is not None and thing.entry.kind is Kind.STRIKES) or tokens[before - 1].lower in lexicon.words("armed_acts")


def _names_before(tokens: Sequence[Token], lexicon: Lexicon, of: int) -> bool:
    return any(token.lower in lexicon.words("names_of_people") for token in tokens[max(0, of - _NEAR) : of])


def _plural(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, at: int, taken: Collection[int]) -> NounPhrase | None:
    """ "civilians", "women and children": more than one, and nobody says how many."""
    mark = next((mark for category in PEOPLE if (mark := marks.at(category, at)) is not None), None)
    if mark is None or not mark.entry.plural or mark.last in taken or _after_toll(marks, at):
        return None
    if at - 1 in taken:
        return None  # "three Taliban guards"
    spoken = mark.last + 1 < len(tokens) and tokens[mark.last + 1].lower in lexicon.words("offices")
    if tokens[at].text[0].isupper() and at > 0 and (spoken or describes(tokens, marks, lexicon, mark.first, mark.last)):
        return None  # "Taliban spokesman X"
    if mark.last + 1 < len(tokens) and marks.noun(mark.last + 1) is not None and marks.at("harm_verb", mark.last + 1) is None:
        return None
    if _in_brackets(tokens, at) or in_apposition(tokens, marks, lexicon, mark, taken):
        return None  # "(ofwel militairen)", "41 mensen, burgers en militieleden,": other words for those told before
    if _is_agent(tokens, marks, lexicon, at):
        return None
    previous = at - 1
    while previous >= 0 and tokens[previous].text in OPENINGS:
        previous -= 1
    if previous > 0 and previous - 1 in taken and tokens[previous].lower in lexicon.words("conjunctions"):
        return None  # "6.785 soldaten en agenten": counted together
    if previous >= 0 and (tokens[previous].lower in lexicon.words("definites") or marks.at("negation", previous) is not None):
        return None
    if previous > 0 and tokens[previous].lower in lexicon.words("all_of_them") and tokens[previous - 1].text in (",", "–", "—", "("):
        return None  # ", allen burgers": who those counted before are
    if previous > 0 and tokens[previous].lower in lexicon.words("of") and _names_before(tokens, lexicon, previous):
        return None  # "93 namen van mensen die ..."
    if is_predicate(tokens, marks, lexicon, mark, taken) or fights_another(tokens, marks, lexicon, mark):
        return None
    if searches(tokens, marks, lexicon, mark):
        return None
    if previous >= 0 and tokens[previous].lower in lexicon.words("asked"):
        return None  # "hoeveel burgers", "zoveel burgers": asked or told elsewhere, and no count
    return NounPhrase(
        first=at,
        last=mark.last,
        amount=None,
        head=mark.entry,
        head_last=mark.last,
        group=mark.entry.group,
        low=None,
        high=None,
        bound=Bound.VAGUE,
    )
