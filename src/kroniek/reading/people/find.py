"""Named victims of a whole document: found sentence by sentence, then each person once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from kroniek.made import quickly_made, replace
from kroniek.model.claim import Group, Harm, Victim
from kroniek.model.span import Span
from kroniek.reading.passage import Passage
from kroniek.reading.people.ages import told_as_child
from kroniek.reading.people.families import Head, heads_of_families, owner_before, told_children
from kroniek.reading.people.fate import SentenceFates
from kroniek.reading.people.gender import gender_told
from kroniek.reading.people.identity import name_key, other_given_name, same_person
from kroniek.reading.people.kinship import with_kin_of_lists
from kroniek.reading.people.mentions import PersonMention, person_mentions
from kroniek.reading.people.model import PeopleFound, RelativeCount
from kroniek.reading.people.pronouns import genders_by_pronouns
from kroniek.reading.people.rules import PeopleRules

_MOST_PEOPLE = 2_000
_MOST_ALIKE = 200  # people of one first letter that a name is held against: a document of thousands stays linear
_ADULT = 18
_OLD = 60
_PARENT = 30
_LISTED = 5
_MOST_SIBLINGS = 20  # names to either side among which brothers and sisters are sought


@quickly_made
@dataclass(frozen=True, slots=True)
class _Told:
    """One mention with its fate: a victim or relatives, the sentence that it stands in, and the key of its name.

    `descends` is "offspring" or "grandchildren" where the noun of kin says so; `elder` where it is a spouse, parent or grandparent; `small`
    where a word beside the name tells a child, `grown` where one tells an adult; `related` where the name is told as somebody's relative;
    `owner` is the key of the name whose relatives they are ("Omar's mother").
    """

    victim: Victim | None
    relative: RelativeCount | None
    kin: str | None
    sentence: int
    key: tuple[str, ...]
    mourned: bool = False
    descends: str = ""
    gender: str | None = None
    elder: bool = False
    small: bool = False
    grown: bool = False
    related: bool = False
    owner: tuple[str, ...] = ()


def find_people(
    passages: Sequence[Passage], rules: Mapping[str, PeopleRules], *, excluded: Sequence[Span] = ()
) -> PeopleFound:
    """The named victims in the sentences of a document, each once, and the unnamed relatives told of beside them.

    `rules` by language; sentences of other languages are passed over. `excluded` are spans that name no person, such as
    places, in the order of the text.
    """
    if not any(_tells_harm(passage, rules) for passage in passages):
        return PeopleFound()
    told: list[_Told] = []
    opened: Harm | None = None
    promised = False
    starts = [span.start for span in excluded]
    for number, passage in enumerate(passages):
        language = rules.get(passage.language)
        if language is None:
            opened, promised = None, False
            continue
        if promised and opened is None and _lists_on(passage, language):
            opened = Harm.KILLED
        promised = _promises_names(passage, language)
        inside = excluded[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        goes_on = bool(told) and told[-1].sentence == number - 1
        found = _in_sentence(passage, number, language, opened, inside, goes_on=goes_on)
        told.extend(found)
        opened = _opens(passage, language, opened, bool(found))
        if len(told) > _MOST_PEOPLE:
            break
    victims = _with_pronouns(_merged(_credible([item for item in told if item.victim is not None])), passages, rules)
    victims = _with_families(victims, passages, rules)
    return PeopleFound(tuple(item.victim for item in victims if item.victim is not None), _relatives(told, victims))


def _promises_names(passage: Passage, rules: PeopleRules) -> bool:
    """ "Researchers identified the names of twelve of the victims."."""
    lowers = passage.lowers
    promised = all(not lowers.isdisjoint(rules.words[name]) for name in ("list_openers", "killed"))
    return promised and lowers.isdisjoint(rules.words["injured"])


def _lists_on(passage: Passage, rules: PeopleRules) -> bool:
    """ "This included A and B": the names that the sentence before promised."""
    words = [token.lower for token in passage.tokens[:2]]
    return len(words) == 2 and rules.has("these", words[0]) and rules.has("connectors", words[1])


def _with_pronouns(told: Sequence[_Told], passages: Sequence[Passage], rules: Mapping[str, PeopleRules]) -> list[_Told]:
    """The victims, those of unknown gender with the gender of the pronouns that follow their name."""
    names = [_given(_words(item.victim)) if item.victim is not None else "" for item in told]
    wanted = {name for name, item in zip(names, told, strict=True) if item.victim is not None and item.victim.gender is None and name}
    known = set(names) - wanted
    if not wanted:
        return list(told)
    genders = genders_by_pronouns(passages, rules, wanted, known)
    return [
        replace(item, victim=replace(item.victim, gender=genders.get(name)))
        if item.victim is not None and item.victim.gender is None and name in genders
        else item
        for name, item in zip(names, told, strict=True)
    ]


def _with_families(told: Sequence[_Told], passages: Sequence[Passage], rules: Mapping[str, PeopleRules]) -> list[_Told]:
    """The victims, those without an age of whom the text tells a wife, a husband or children as grown up."""
    found = list(told)
    if not any(_may_be_grown(item) for item in found):
        return found
    by_letter: dict[str, list[int]] = {}
    for at, item in enumerate(found):
        by_letter.setdefault(_letter(item), []).append(at)
    for head in heads_of_families(passages, rules):
        whose = _whose(head, found, by_letter, rules)
        if whose is None:
            continue
        victim = found[whose].victim
        if victim is not None and _may_be_grown(found[whose]):
            found[whose] = replace(found[whose], victim=replace(victim, child=False), grown=True)
            _free_siblings(found, whose)
    for head in told_children(passages, rules):
        whose = _whose(head, found, by_letter, rules)
        victim = None if whose is None else found[whose].victim
        if whose is not None and victim is not None and _may_be_grown(found[whose]) and not found[whose].grown:
            found[whose] = replace(found[whose], victim=replace(victim, child=True), small=True)
    return found


def _free_siblings(found: list[_Told], grown: int) -> None:
    """Brothers and sisters of somebody grown up, told in one list with them and without an age, are not certain to be children."""
    one = found[grown]
    if one.descends != "offspring":
        return
    for at in range(max(0, grown - _MOST_SIBLINGS), min(len(found), grown + _MOST_SIBLINGS)):
        item = found[at]
        beside = item.sentence == one.sentence and item.descends == one.descends and item.key[1:2] == one.key[1:2]
        if at != grown and beside and item.victim is not None and item.victim.child and _may_be_grown(item):
            found[at] = replace(item, victim=replace(item.victim, child=None))


def _may_be_grown(item: _Told) -> bool:
    return item.victim is not None and item.victim.age is None and not item.small


def _whose(head: Head, told: Sequence[_Told], by_letter: Mapping[str, Sequence[int]], rules: Mapping[str, PeopleRules]) -> int | None:
    """The victim whose family it is: the last one named so before, else the only one named so after."""
    key = name_key(" ".join(head.words), rules[head.language])
    alike = [at for at in by_letter.get(key[0].lstrip("+")[:1], ())[:_MOST_ALIKE] if same_person(told[at].key, key)] if key else []
    before = [at for at in alike if _start_of(told[at]) <= head.start]
    return before[-1] if before else alike[0] if len(alike) == 1 else None


def _start_of(item: _Told) -> int:
    return item.victim.start if item.victim is not None else 0


def _tells_harm(passage: Passage, rules: Mapping[str, PeopleRules]) -> bool:
    language = rules.get(passage.language)
    return language is not None and not language.trigger_words.isdisjoint(passage.lowers)


def _credible(told: Sequence[_Told]) -> list[_Told]:
    """Those who mourn, and those quoted, also name the dead of other days: such names count only where no other sentence names a victim."""
    plain = [item for item in told if not item.mourned]
    if not plain:
        return list(told)
    by_letter: dict[str, list[_Told]] = {}
    for item in plain:
        by_letter.setdefault(_letter(item), []).append(item)
    return [item for item in told if not item.mourned or any(_same(item, other) for other in by_letter.get(_letter(item), ()))]


def _in_sentence(
    passage: Passage, number: int, rules: PeopleRules, opened: Harm | None, excluded: Sequence[Span], *, goes_on: bool
) -> list[_Told]:
    """`opened` is the harm of a list begun before; `goes_on` is True where the sentence before named people harmed."""
    lowers = passage.lowers
    listed = goes_on and not lowers.isdisjoint(rules.kin)
    lists = (rules.trigger_words, *(rules.words[name] for name in ("year_words", "years_old", "list_openers")))
    if opened is None and not listed and "(" not in lowers and all(lowers.isdisjoint(words) for words in lists):
        return []
    mentions = with_kin_of_lists(passage.tokens, person_mentions(passage, rules, excluded), rules)
    if not mentions:
        return []
    sentence = SentenceFates(passage.tokens, mentions, rules, opened)
    fates = sentence.fates()
    several = sum(mentions[index].name for index in fates) >= _LISTED
    mourned = _tells_mourning(lowers, rules) and not several
    found = []
    for index, harm in fates.items():
        mention = mentions[index]
        if mention.name:
            victim = _victim(passage, mentions, index, harm, rules)
            key = name_key(victim.text, rules)
            if key:
                only_mourned = mourned and mention.age is None and not sentence.is_subject(mention)
                others = only_mourned or sentence.quoted(mention)
                small = _is_small(mention, rules)
                descends = _descends(mention.kin, rules)
                found.append(_Told(victim, None, mention.kin, number, key, others, descends, small=small, grown=mention.adult,
                                   related=_is_relative(mention.kin or "", rules)))  # fmt: skip
        elif not _named_next(passage, mentions, index, rules):
            relative = _relative(passage, mentions, index, harm, rules)
            others = mourned or sentence.quoted(mention)
            kin = mention.kin or ""
            gender = rules.kin[kin].gender if kin in rules.kin else None
            elder = any(rules.has(name, kin) for name in ("spouses", "grandparents", "parents"))
            owner = owner_before(passage.tokens, mention.first, rules) or ()
            key = name_key(" ".join(token.lower for token in owner), rules)
            found.append(_Told(None, relative, mention.kin, number, (), others, _descends(kin, rules), gender, elder, owner=key))
    return found


def _tells_mourning(lowers: Set[str], rules: PeopleRules) -> bool:
    """Whether the words tell of mourning; "lost his life" does not."""
    words = lowers & rules.words["mourning"]
    return bool(words - rules.words["losing"] if lowers & rules.words["lives"] else words)


def _is_small(mention: PersonMention, rules: PeopleRules) -> bool:
    return mention.child is True or (mention.age is None and rules.has("grandchildren", mention.kin or ""))


def _is_relative(kin: str, rules: PeopleRules) -> bool:
    return any(rules.has(name, kin) for name in ("pairs", "offspring", "grandchildren", "siblings"))


def _descends(kin: str | None, rules: PeopleRules) -> str:
    if kin is None:
        return ""
    return "offspring" if rules.has("offspring", kin) else "grandchildren" if rules.has("grandchildren", kin) else ""


def _opens(passage: Passage, rules: PeopleRules, opened: Harm | None, any_found: bool) -> Harm | None:
    """The harm of a list of names that goes on after this sentence: it ends in a colon and speaks of victims or names."""
    lowers = passage.lowers
    if ":" in lowers and passage.words.rstrip().endswith(":") and lowers & (rules.words["killed"] | rules.words["list_openers"]):
        return Harm.INJURED if lowers & rules.words["injured"] and not lowers & rules.words["killed"] else Harm.KILLED
    return opened if any_found and len(passage.tokens) <= 25 else None


def _victim(passage: Passage, mentions: Sequence[PersonMention], index: int, harm: Harm, rules: PeopleRules) -> Victim:
    mention = mentions[index]
    start, end = passage.tokens[mention.first].start, passage.tokens[mention.last].end
    text = passage.text[start:end]
    gender = _gender(passage, mention, rules)
    kin_child = None if mention.kin is None or mention.kin not in rules.kin else rules.kin[mention.kin].child
    child = mention.child if mention.child is not None else kin_child
    if mention.age is not None:
        child = mention.age < _ADULT
    if child is None and (mention.adult or mention.occupation):
        child = False
    if child is None:
        child = told_as_child(passage.tokens, mentions, index, rules)
    names = {passage.language: " ".join(text.split())}
    return Victim(text=text, start=start, end=end, names=names, age=mention.age, gender=gender, harm=harm,
                  occupation=mention.occupation, child=child)  # fmt: skip


def _gender(passage: Passage, mention: PersonMention, rules: PeopleRules) -> str | None:
    """From the kin noun ("his wife X"), a title, "Umm X" or "Abu X", a pronoun right after, else the given name where the list knows it."""
    relation = rules.kin.get(mention.kin) if mention.kin else None
    if relation is not None and relation.gender is not None:
        return relation.gender
    return gender_told(passage.tokens, mention, rules)


def _named_next(passage: Passage, mentions: Sequence[PersonMention], index: int, rules: PeopleRules) -> bool:
    """Whether names follow at once that say who the relatives are: "their sons, Ali Hassan and Omar Hassan"."""
    if index + 1 >= len(mentions):
        return False
    here, after = mentions[index], mentions[index + 1]
    between = passage.tokens[here.right + 1 : after.left]
    return after.name and len(between) <= 3 and all(rules.has("naming", token.lower) for token in between)


def _relative(passage: Passage, mentions: Sequence[PersonMention], index: int, harm: Harm, rules: PeopleRules) -> RelativeCount:
    mention = mentions[index]
    relation = rules.kin.get(mention.kin or "")
    group = Group.PERSON
    kin = mention.kin or ""
    if mention.child or (relation is not None and relation.child) or told_as_child(passage.tokens, mentions, index, rules):
        group = Group.CHILD  # children of who is killed beside them, as casualty recorders take them
    elif relation is not None and relation.gender is not None and rules.has("adult_words", kin):
        group = Group.WOMAN if relation.gender == "female" else Group.MAN
    return RelativeCount(passage.tokens[mention.first].start, passage.tokens[mention.last].end, mention.count, group, harm)


def _merged(told: Sequence[_Told]) -> list[_Told]:
    """Each person once, in the order of the text; killed goes before injured.

    Twice over: a short name told first can fit two people, so the fullest names are brought together before the short ones.
    """
    once = _gathered(told)
    twice = _gathered(sorted(once, key=lambda item: -len(item.key)))
    return sorted(twice, key=lambda item: item.victim.start if item.victim else 0)


def _gathered(told: Sequence[_Told]) -> list[_Told]:
    """Each person once, in order of first mention. Only names of one first letter are held against each other."""
    kept: list[_Told] = []
    by_letter: dict[str, list[int]] = {}
    for item in told:
        alike = by_letter.setdefault(_letter(item), [])
        match = max((at for at in alike[-_MOST_ALIKE:] if _same(kept[at], item)), key=lambda at: _closeness(kept[at], item), default=None)
        if match is None:
            alike.append(len(kept))
            kept.append(item)
        else:
            kept[match] = _joined(kept[match], item)
    return kept


def _letter(item: _Told) -> str:
    return item.key[0].lstrip("+")[:1]


def _same(one: _Told, other: _Told) -> bool:
    """Whether two mentions are of one person. Two names in one sentence are two people, unless one repeats words of the other."""
    if one.victim is None or other.victim is None:
        return False
    if not same_person(one.key, other.key, one.victim.age, other.victim.age):
        return False
    if _child_and_adult(one, other) or _child_and_adult(other, one) or _namesake(one, other) or _namesake(other, one):
        return False
    short, long = sorted((_words(one.victim), _words(other.victim)), key=len)
    if one.sentence == other.sentence and (not set(short) <= set(long) or _relative_beside(one, other)):
        return False
    if one.victim.gender and other.victim.gender and one.victim.gender != other.victim.gender and short[:1] != long[:1]:
        return False
    if one.related and other.related and 1 < len(short) < len(long) and not set(short) <= set(long):
        return False  # both are told as somebody's relatives, by names that are not written alike: "their son A B", "his nephew A C B"
    return not other_given_name(_given(short), _given(long))


def _relative_beside(one: _Told, other: _Told) -> bool:
    """ "Omar Haddad and his nephew Omar Sami Haddad": of two in one sentence, the later one told as a relative, are two."""
    first, second = sorted((one, other), key=_start_of)
    return second.related and not first.related


def _namesake(one: _Told, other: _Told) -> bool:
    """Somebody's son without an age is not the old man of the same name: grandsons bear it."""
    old = other.victim is not None and (other.victim.age or 0) >= _OLD
    return old and one.descends != "" and one.victim is not None and one.victim.age is None


def _child_and_adult(one: _Told, other: _Told) -> bool:
    grown = other.victim is not None and (other.grown or (other.victim.age or 0) >= _ADULT)
    return (one.small and grown) or _grandchild_of_namesake(one, other)


def _grandchild_of_namesake(one: _Told, other: _Told) -> bool:
    """A son or daughter without an age whose name tells another father than that of a grown-up, who is much older or has a family."""
    if one.victim is None or other.victim is None or not one.descends or one.victim.child is not True or one.victim.age is not None:
        return False
    grown = (other.victim.age or 0) >= _PARENT or (other.victim.child is False and other.descends == "")
    return grown and len(one.key) > len(other.key) > 1


def _words(victim: Victim) -> list[str]:
    return victim.text.lower().replace("-", " ").split()


def _given(words: Sequence[str]) -> str:
    return words[0] if words else ""


def _closeness(one: _Told, other: _Told) -> tuple[int, int]:
    """How well two names of perhaps one person agree: words written alike, then the parts that both have."""
    if one.victim is None or other.victim is None:
        return 0, 0
    return len(set(_words(one.victim)) & set(_words(other.victim))), -abs(len(one.key) - len(other.key))


def _joined(one: _Told, other: _Told) -> _Told:
    """The fuller name, with what either mention knows."""
    full, rest = (one, other) if len(one.key) >= len(other.key) else (other, one)
    if full.victim is None or rest.victim is None:
        return full
    a, b = full.victim, rest.victim
    harm = Harm.KILLED if Harm.KILLED in (a.harm, b.harm) else a.harm
    age = a.age if a.age is not None else b.age
    child = age < _ADULT if age is not None else a.child if a.child is not None else b.child
    victim = replace(a, age=age, gender=a.gender or b.gender, harm=harm, occupation=a.occupation or b.occupation, child=child)
    return replace(full, victim=victim, small=one.small or other.small, grown=one.grown or other.grown)


def _relatives(told: Sequence[_Told], victims: Sequence[_Told]) -> tuple[RelativeCount, ...]:
    """Unnamed relatives, each kin noun once; those whom names elsewhere in the document could be are left out.

    "X, his wife and two sons were killed" and, later on, "his wife Y": the wife is Y. A name can stand for one relative only.
    """
    free = [item for item in victims if item.victim is not None]
    plain = any(not item.mourned for item in victims)
    used: set[int] = set()
    seen: dict[tuple[str, Harm], int] = {}
    kept = []
    for item in told:
        relative = item.relative
        if relative is None or (plain and item.mourned):
            continue
        kind = (item.descends or item.kin or "", relative.harm)
        if seen.setdefault(kind, item.sentence) != item.sentence:
            continue
        wanted = relative.count or 1
        for at, named in enumerate(free):
            if wanted == 0:
                break
            if at not in used and named.victim is not None and _later(named, item) and _could_be(named, relative, item):
                used.add(at)
                wanted -= 1
        if wanted:
            kept.append(replace(relative, count=None if relative.count is None else wanted, group=_grown_up(relative, item)))
    return tuple(kept)


def _grown_up(relative: RelativeCount, item: _Told) -> Group:
    """Brothers, sisters and the like of whom no name or age is told are taken for adults, as named people are."""
    if relative.group is not Group.PERSON or item.descends or item.gender is None:
        return relative.group
    return Group.WOMAN if item.gender == "female" else Group.MAN


def _later(named: _Told, item: _Told) -> bool:
    """Whether a name can tell who the relatives are: not one that stands before them in their own sentence."""
    if named.victim is None or item.relative is None:
        return False
    return named.sentence != item.sentence or named.victim.start > item.relative.start


def _could_be(named: _Told, relative: RelativeCount, item: _Told) -> bool:
    """Whether the named person can be one of the relatives; sons and daughters may turn out grown up, a daughter is nobody's mother."""
    victim = named.victim
    if victim is None or victim.harm is not relative.harm or (item.gender and victim.gender and item.gender != victim.gender):
        return False
    if (named.descends and item.elder) or same_person(named.key, item.owner):
        return False
    if relative.group is Group.WOMAN:
        return victim.gender != "male" and victim.child is not True
    if relative.group is Group.MAN:
        return victim.gender != "female" and victim.child is not True
    return bool(item.descends) or relative.group is not Group.CHILD or victim.child is not False
