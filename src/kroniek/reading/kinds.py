"""What a figure is about: casualties, strikes, money, a change ... decided by the words around it, one rule at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kroniek.made import quickly_made
from kroniek.model.claim import Bound, Flow, Group, Harm, Kind
from kroniek.reading.amounts import Amount
from kroniek.reading.fractions import fraction_unit, one_in
from kroniek.reading.joins import Join
from kroniek.reading.lexicon import Lexicon, Mark, Marks
from kroniek.reading.phrases import NounPhrase
from kroniek.text.tokens import Token, TokenKind

_NEAR = 8
# joins that are close enough to make a number without a noun a count of people
_ENOUGH_FOR_BARE = frozenset({"subject-near", "object", "nominal", "coordinated", "inverted", "part-of-whole", "ellipsis"})
_YEARS = range(1900, 2101)
_MOST_TO_VERB = 14
_MOST_TO_TIMES = 16
_MOST_FROM_TOLL = 20
_MOST_FROM_RISE = 32
_A_CROWD = 1000
_MOST_TO_MOVEMENT = 7
_LONGEST_HEADING = 9
_ASIDE_SIGNS = frozenset({",", "(", "–", "—", "-"})
_COUNTED_THINGS = frozenset({Kind.STRIKES, Kind.MUNITIONS, Kind.DOCUMENTS, Kind.VEHICLES, Kind.MISSIONS})
_CLAUSE_SIGNS = frozenset({",", ";", ":"})


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """What a figure is: its kind, and unit, harm, flow where it has them; `rule` names what decided. `dropped`: it is no figure."""

    kind: Kind
    rule: str
    unit: str | None = None
    per: str | None = None
    harm: Harm | None = None
    flow: Flow | None = None
    group: Group | None = None
    dropped: bool = False


def sort_phrase(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, join: Join | None) -> Sort | None:
    """The kind of a counted phrase; None where the words count nothing ("one of the reasons", "no reports")."""
    amount = phrase.amount
    if amount is None:
        if join is None or join.harm is None:
            return None
        fell = phrase.harm is Harm.HARMED and join.rule == "inverted"  # "er vielen slachtoffers"
        return Sort(kind=Kind.CASUALTIES, rule=f"harm:{join.rule}", harm=Harm.HARMED if fell else join.harm)
    if amount.currency is not None:
        return Sort(kind=Kind.MONEY, rule="currency", unit=amount.currency, flow=_flow(marks, amount.core))
    if amount.percent:
        return _percent(marks, phrase)
    sort = _measure(tokens, marks, lexicon, phrase)
    if sort is not None:
        return sort
    if phrase.is_people or phrase.is_bare or (phrase.head is not None and phrase.head.category in ("group_word", "person_modifier")):
        return _people(tokens, marks, lexicon, phrase, join)
    return _thing(tokens, marks, phrase)


def _percent(marks: Marks, phrase: NounPhrase) -> Sort:
    amount = phrase.amount
    assert amount is not None  # noqa: S101 - a percent has an amount
    change = _nearest(marks, "change", amount.first, amount.last)
    ruin = _nearest(marks, "ruin", amount.first, amount.last)
    if change is not None and (ruin is None or change <= ruin) and change <= _NEAR:
        return Sort(kind=Kind.CHANGE, rule="percent-change", unit="percent")
    if ruin is not None:
        return Sort(kind=Kind.DESTRUCTION, rule="percent-ruin", unit="percent")
    return Sort(kind=Kind.OTHER, rule="percent", unit="percent")


def _measure(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Sort | None:
    amount = phrase.amount
    assert amount is not None  # noqa: S101 - called for counted phrases only
    area = marks.at("area_unit", amount.last + 1)
    if area is not None:
        return Sort(kind=Kind.AREA, rule="area", unit=area.entry.unit)
    fraction = fraction_unit(tokens, lexicon, amount.last)
    if fraction is not None:
        return Sort(kind=Kind.RATIO, rule="fraction", unit=fraction)
    parts = one_in(tokens, marks, lexicon, amount.core, amount.last)
    if parts is not None:
        return Sort(kind=Kind.RATIO, rule="one-in", per=tokens[parts].lower)
    if _is_strength(tokens, lexicon, amount.last + 1):
        return Sort(kind=Kind.FORCE, rule="so-strong")
    time = marks.at("time_unit", amount.last + 1)
    if time is not None:
        rate = marks.ending("rate", amount.first - 1)
        if rate is not None:
            return Sort(kind=Kind.RATE, rule="rate", unit=time.entry.unit, per=_per(tokens, marks, amount.first))
        return Sort(kind=Kind.OTHER, rule="duration", unit=time.entry.unit, dropped=amount.form == "vague")
    ratio = marks.at("ratio", amount.last + 1)
    if ratio is not None:
        if marks.at("weapons_used", ratio.last + 1) is not None:
            return Sort(kind=Kind.STRIKES, rule="weapons-used")
        if _compares(tokens, lexicon, ratio.last):
            return Sort(kind=Kind.RATIO, rule="ratio")
        struck = _struck(tokens, marks, lexicon, amount.first, ratio)
        if struck is not None:
            return Sort(kind=Kind.STRIKES, rule=struck)
        if ratio.last > ratio.first:
            return Sort(kind=Kind.RATIO, rule="ratio")
        return Sort(kind=Kind.OTHER, rule="times")
    each = marks.at("each", amount.last + 1) or marks.at("each", phrase.last + 1)
    if each is not None and (marks.at("time_unit", each.last + 1) or marks.at("thing", each.last + 1)):
        return Sort(kind=Kind.RATE, rule="rate-each", per=" ".join(token.lower for token in tokens[each.last + 1 : each.last + 2]))
    if phrase.rate:
        return Sort(kind=Kind.RATE, rule="rate-part", dropped=True)
    unit = marks.at("time_unit", amount.last + 2) if phrase.is_bare and marks.at("rate", amount.last + 1) is not None else None
    if unit is not None:
        return Sort(kind=Kind.RATE, rule="rate-bare", unit=unit.entry.unit)  # "vier per week"
    if phrase.is_bare and marks.has("weapons_used") and _same_clause(tokens, marks, amount.last):
        return Sort(kind=Kind.STRIKES, rule="weapons-used")
    return _of_things_before(tokens, marks, lexicon, phrase) if phrase.is_bare and marks.has("thing") else None


def _is_strength(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> bool:
    """ "A 13,000-strong force"."""
    return at + 1 < len(tokens) and tokens[at].text in ("-", "‑") and tokens[at + 1].lower in lexicon.words("strength")


def _same_clause(tokens: Sequence[Token], marks: Marks, last: int) -> bool:
    """ "Bij 4 werden wapens ingezet": the missions at which weapons were used follow the number."""
    first = min((mark.first for mark in marks.all("weapons_used") if mark.first > last), default=None)
    if first is None or first - last > _MOST_TO_VERB:
        return False
    between = tokens[last + 1 : first]
    return not any(token.text in (",", ";") or token.kind is TokenKind.NUMBER for token in between)


def _struck(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, amount: int, times: Mark) -> str | None:
    """ "Werd twee keer geraakt", "jets hit the town eleven times": the rule by which blows are counted, None where none are.

    A verb of hitting stands in the same clause, or one of striking shortly before the number or right after "times".
    """
    sport, at = lexicon.words("struck_in_sport"), times.first
    first = last = at
    while first > 0 and at - first < _NEAR and tokens[first - 1].text not in _CLAUSE_SIGNS:
        first -= 1
    while last + 1 < len(tokens) and last - at < _NEAR and tokens[last + 1].text not in _CLAUSE_SIGNS:
        last += 1
    clause = {token.lower for token in tokens[first : last + 1]}
    if not clause.isdisjoint(lexicon.words("hit_verbs")) and clause.isdisjoint(sport):
        return "hit-so-often"
    verbs = marks.all("striking")
    near = any(verb.last < amount <= verb.last + _MOST_TO_TIMES or times.last < verb.first <= times.last + 3 for verb in verbs)
    return "times-struck" if near and sport.isdisjoint([token.lower for token in tokens]) else None


def _compares(tokens: Sequence[Token], lexicon: Lexicon, last: int) -> bool:
    for token in tokens[last : last + 5]:
        if token.kind is TokenKind.SIGN or token.lower in lexicon.words("prepositions"):
            return False
        if token.lower in lexicon.words("comparing"):
            return True
    return False


def _per(tokens: Sequence[Token], marks: Marks, index: int) -> str | None:
    """What comes once every so many minutes: the nearest noun of munitions or strikes in the sentence, in the singular as written."""
    best: tuple[int, str] | None = None
    for mark in marks.all("thing"):
        if mark.entry.kind in (Kind.MUNITIONS, Kind.STRIKES):
            distance = abs(mark.first - index)
            words = " ".join(token.lower for token in tokens[mark.first : mark.last + 1])
            if best is None or distance < best[0]:
                best = (distance, words)
    return None if best is None else best[1]


def _people(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase, join: Join | None) -> Sort | None:
    if _are_wounds(tokens, lexicon, phrase):
        return None  # "with multiple shrapnel wounds"
    if phrase.low == 0 and phrase.subset and phrase.harm is not None:
        return None  # "none of the victims were militants"
    if phrase.is_bare and join is not None and join.rule in ("coordinated", "ellipsis") and _needs_noun(tokens, lexicon, phrase):
        return None  # "nine dead, no warning"
    if phrase.low == 0 and phrase.amount is not None and marks.at("toll", phrase.amount.last + 1) is not None:
        return None  # "noemt geen aantal slachtoffers": no number is given
    if join is not None and join.harm is not None and (not phrase.is_bare or join.rule in _ENOUGH_FOR_BARE):
        if phrase.head is not None and phrase.head.category == "group_word" and join.harm is not Harm.DISPLACED:
            return Sort(kind=Kind.OTHER, rule="families")
        kind = Kind.DISPLACEMENT if join.harm is Harm.DISPLACED else Kind.CASUALTIES
        made = join.rule == "object" and join.cue is not None and tokens[join.cue.last].lower in lexicon.words("made")
        victims = marks.ending("harm_noun", phrase.head_last) if made else None
        harmed = phrase.harm is Harm.HARMED or (victims is not None and victims.entry.harm is Harm.HARMED)
        if harmed and (made or join.rule in ("subject-far", "coordinated", "object-far")):
            return Sort(kind=Kind.CASUALTIES, rule="harm-noun", harm=Harm.HARMED)
        if join.rule == "lost" and tokens[phrase.last].lower in lexicon.words("men_of_an_army"):
            return Sort(kind=kind, rule=f"harm:{join.rule}", harm=join.harm, group=Group.COMBATANT)
        return Sort(kind=kind, rule=f"harm:{join.rule}", harm=join.harm)
    if phrase.harm is Harm.HARMED:
        return Sort(kind=Kind.CASUALTIES, rule="harm-noun", harm=Harm.HARMED)
    risen = _toll(tokens, marks, lexicon, phrase) if marks.has("toll") and phrase.head is not None else None
    if risen is not None and risen.harm is Harm.KILLED and risen.rule == "toll":
        return risen  # "het dodental staat nu vast op 25 slachtoffers"
    unclear = None if phrase.head is None else marks.ending("harm_noun", phrase.head_last)
    if unclear is not None and unclear.entry.harm is Harm.HARMED:
        return Sort(kind=Kind.CASUALTIES, rule="harm-noun", harm=Harm.HARMED)
    amount = phrase.amount
    word = "" if amount is None else tokens[amount.core].lower
    toll = _toll(tokens, marks, lexicon, phrase)
    if toll is not None:
        return toll
    if phrase.amount is not None and phrase.amount.form == "vague" and phrase.subset and phrase.head is None and join is None:
        return None
    if phrase.is_bare:
        single = amount is not None and amount.core == amount.last
        if single and amount is not None and _stands_alone(tokens, lexicon, amount):
            return Sort(kind=Kind.OTHER, rule="zero")
        pronoun = single and word in lexicon.words("pronoun_numbers") and not _goes_on(tokens, lexicon, amount)
        if pronoun or (amount is not None and amount.form == "vague"):
            return None
        return Sort(kind=Kind.OTHER, rule="unclassified")
    if phrase.low == 0:
        return None
    if (phrase.low or 0) >= _A_CROWD and _moves(marks, phrase):
        return Sort(kind=Kind.DISPLACEMENT, rule="crowd-on-the-move", harm=Harm.DISPLACED)
    men = phrase.amount is not None and phrase.low != 1 and tokens[phrase.last].lower in lexicon.words("heads_of_force")
    if men and not any(marks.ending("group_word", at) for at in range(phrase.first - _NEAR, phrase.first)):
        return Sort(kind=Kind.FORCE, rule="so-many-men")
    if phrase.head is not None and phrase.head.category == "group_word":
        return Sort(kind=Kind.OTHER, rule="families")
    if phrase.group is Group.COMBATANT:
        return Sort(kind=Kind.FORCE, rule="combatants-unharmed")
    if phrase.amount is not None and tokens[phrase.head_last].lower in lexicon.words("fled_people"):
        return Sort(kind=Kind.DISPLACEMENT, rule="refugees", harm=Harm.DISPLACED)
    if phrase.amount is not None and phrase.low != 1 and _reinforces(tokens, lexicon, phrase):
        return Sort(kind=Kind.FORCE, rule="more-police")
    return Sort(kind=Kind.PEOPLE, rule="people-unharmed")


def _reinforces(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """ "5.000 extra agenten": police sent or added; "2500 Amerikanen gelegerd": people of a country stationed somewhere."""
    if any(token.lower in lexicon.words("stationed") for token in tokens[max(0, phrase.first - _NEAR) : phrase.last + _NEAR]):
        return phrase.head is not None and phrase.head.category == "person"
    nationals = tokens[phrase.head_last].text[0].isupper()
    if nationals and any(token.lower in lexicon.words("garrisons") for token in tokens[max(0, phrase.first - _NEAR) : phrase.first]):
        return True  # "een basis met veertig Fransen"
    police = tokens[phrase.head_last].lower in lexicon.words("police")
    return police and any(token.lower in lexicon.words("extra") for token in tokens[phrase.first : phrase.last])


def _stands_alone(tokens: Sequence[Token], lexicon: Lexicon, amount: Amount) -> bool:
    """ "The army has one answer: nought": a nought between two signs."""
    if tokens[amount.core].lower not in lexicon.words("noughts"):
        return False
    after = amount.last + 1
    closed = after >= len(tokens) or tokens[after].kind is TokenKind.SIGN
    return closed and (amount.first == 0 or tokens[amount.first - 1].kind is TokenKind.SIGN)


def _needs_noun(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """Whether the amount is the English "no", which counts nothing without its noun."""
    no = phrase.amount is not None and tokens[phrase.amount.core].lower == "no"
    return no and phrase.low == 0 and lexicon.language == "en"


def _are_wounds(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """Whether a vague number of wounds is told, which one person has."""
    if phrase.bound is not Bound.VAGUE or phrase.amount is None or tokens[phrase.last].lower not in lexicon.words("wounds"):
        return False
    return phrase.first > 0 and tokens[phrase.first - 1].lower in lexicon.words("having")


def _goes_on(tokens: Sequence[Token], lexicon: Lexicon, amount: Amount | None) -> bool:
    """ "..., one critically", "two from India and one from Pakistan": a number in a row, and no pronoun."""
    if amount is None or amount.first == 0 or amount.last + 1 >= len(tokens) or tokens[amount.core].lower not in lexicon.words("row_ones"):
        return False
    before, after = tokens[amount.first - 1], tokens[amount.last + 1]
    if before.lower in lexicon.words("row_fillers") and amount.first > 1:
        before = tokens[amount.first - 2]  # "en nog één in Talmenes"
    opens = before.text in (",", ":", ";") or before.lower in lexicon.words("conjunctions")
    degree = after.lower in lexicon.words("degrees") and (amount.last + 2 >= len(tokens) or tokens[amount.last + 2].kind is TokenKind.SIGN)
    return opens and (degree or after.lower in lexicon.words("gap_places"))


def _moves(marks: Marks, phrase: NounPhrase) -> bool:
    """ "Some 4,000 people leave the district each day": so many people on the way out of or into a place have fled."""
    return any(phrase.last < mark.first <= phrase.last + _MOST_TO_MOVEMENT for mark in marks.all("movement"))


def _toll(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Sort | None:
    """ "The death toll rose to 12", "estimates of the number of civilian deaths run from 10,000 to 20,000": the noun stands before."""
    if not phrase.is_bare and not (phrase.is_people and phrase.harm is None):
        return None
    for mark in reversed(marks.all("toll")):
        reach = _MOST_FROM_RISE if _rises_here(tokens, lexicon, phrase) else _MOST_FROM_TOLL
        if mark.last >= phrase.first or phrase.first - mark.last > reach:
            continue
        if mark.entry.harm is not None:
            told = phrase.group or mark.entry.group or _group_of_toll(marks, mark)
            return _counted(_of_the_injured(tokens, marks, mark) or mark.entry.harm, "toll", told)
        noun = next(
            (noun for noun in marks.all("harm_noun") if mark.last < noun.first < phrase.first and noun.first - mark.last <= 4), None
        )
        if noun is not None:
            person = marks.ending("person", noun.first - 1) or marks.ending("person_modifier", noun.first - 1)
            whose = None if person is None or tokens[person.last].lower in lexicon.words("nominalised") else person.entry.group
            return _counted(noun.entry.harm, "toll", noun.entry.group or whose)
        return _people_of_toll(tokens, marks, lexicon, mark, phrase)
    behind = marks.at("toll", phrase.last + 1) or marks.at("toll", phrase.last + 2)
    if behind is not None and behind.entry.harm is not None and phrase.is_bare:
        return Sort(kind=Kind.CASUALTIES, rule="toll-after", harm=behind.entry.harm, group=phrase.group)
    if behind is not None and behind.entry.harm is None and phrase.is_bare and lexicon.language == "en":
        harmed = _harmed_in(marks, behind.last + 1)
        if harmed is not None:
            return harmed
    return _headed(tokens, marks, lexicon, phrase)


def _people_of_toll(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, toll: Mark, phrase: NounPhrase) -> Sort | None:
    """ "Het aantal gedode soldaten komt op 56", "het aantal militairen dat om het leven kwam is opgelopen tot 105"."""
    person = next((mark for at in range(toll.last + 1, toll.last + 5) if (mark := marks.at("person", at)) is not None), None)
    if person is None or not phrase.is_bare or lexicon.language != "nl":
        return None
    person = marks.at("person", person.last + 1) or person  # "Israëlische soldaten"
    if person.last >= phrase.first:
        return None
    told = next((mark for at in range(toll.last + 1, person.first) if (mark := marks.at("harm_adjective", at)) is not None), None)
    if told is None and tokens[person.last + 1].lower in lexicon.words("of_toll"):
        told = next((verb for verb in marks.all("harm_verb") if person.last < verb.first < phrase.first), None)
    return None if told is None or told.entry.harm is None else _counted(told.entry.harm, "toll", person.entry.group)


def _harmed_in(marks: Marks, at: int) -> Sort | None:
    """ "Brought to 57 the number of health workers killed": people and what befell them behind the words of counting."""
    person = next((mark for near in range(at, at + 3) if (mark := marks.at("person", near)) is not None), None)
    if person is None:
        return None
    verb = marks.at("harm_verb", person.last + 1)
    return None if verb is None or verb.entry.harm is None else _counted(verb.entry.harm, "toll-after", person.entry.group)


def _group_of_toll(marks: Marks, toll: Mark) -> Group | None:
    """ "The civilian death toll", "the number of wounded civilians": whom the toll counts."""
    before = marks.ending("person_modifier", toll.first - 1) or marks.ending("person", toll.first - 1)
    after = marks.at("person", toll.last + 1)
    person = before or after
    return None if person is None else person.entry.group


def _rises_here(tokens: Sequence[Token], lexicon: Lexicon, phrase: NounPhrase) -> bool:
    """Dutch "is opgelopen tot dertien": the verb that closes the clause stands right before the number."""
    first = phrase.first if phrase.amount is None else min(phrase.first, phrase.amount.first)
    return lexicon.language == "nl" and any(token.lower in lexicon.words("risen") for token in tokens[max(0, first - 3) : first])


def _of_the_injured(tokens: Sequence[Token], marks: Marks, toll: Mark) -> Harm | None:
    """ "Injuries were many, and one source raised the toll to 150": a toll without "death" counts what the sentence opened with."""
    if toll.entry.harm is not Harm.KILLED or tokens[toll.last].lower != "toll" or tokens[toll.last - 1].lower in ("death", "fatality"):
        return None
    told = [mark.entry.harm for mark in (*marks.all("harm_noun"), *marks.all("harm_verb")) if mark.last < toll.first]
    return Harm.INJURED if told and all(harm is Harm.INJURED for harm in told) else None


def _counted(harm: Harm | None, rule: str, group: Group | None) -> Sort:
    kind = Kind.DISPLACEMENT if harm is Harm.DISPLACED else Kind.CASUALTIES
    return Sort(kind=kind, rule=rule, harm=harm, group=group)


def _headed(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Sort | None:
    """ "On the wounded all agree: 24", "Killed since Saturday: 149", "Air strikes: 100": what is counted stands before the colon."""
    if not phrase.is_bare or phrase.first < 2:
        return None
    colon = phrase.first - 1
    if tokens[colon].text == ",":
        noun = marks.ending("harm_noun", colon - 1)
        named = noun is not None and noun.first > 0 and tokens[noun.first - 1].lower in lexicon.words("determiners")
        verb = marks.ending("harm_verb", colon - 1)
        told = noun or verb  # "dead, 15; hurt, 200"
        alone = told is not None and (told.first == 0 or tokens[told.first - 1].text in (";", ":"))
        counted = told is not None and (named or alone) and told.entry.harm is not None
        return _counted(told.entry.harm, "headed", told.entry.group) if told is not None and counted else None
    if tokens[colon].text != ":":
        return None
    opens = next((at + 1 for at in range(colon - 1, -1, -1) if tokens[at].kind is TokenKind.SIGN and tokens[at].text not in ("'", "’")), 0)
    short = colon - opens <= _LONGEST_HEADING
    for mark in reversed(marks.all("harm_noun")):
        if mark.last < phrase.first and phrase.first - mark.last <= _MOST_FROM_TOLL and mark.entry.harm is not None:
            definite = mark.first > 0 and tokens[mark.first - 1].lower in lexicon.words("determiners")
            if definite or (short and mark.first >= opens):
                return _counted(mark.entry.harm, "headed", mark.entry.group)
            break
    if not short or any(tokens[at].lower in lexicon.words("speaking") for at in range(opens, colon)):
        return None
    verb = next((mark for mark in marks.all("harm_verb") if opens <= mark.first and mark.last < colon), None)
    if verb is not None and verb.entry.harm is not None and verb.entry.use == "either":
        person = next((mark for mark in marks.all("person") if opens <= mark.first and mark.last < verb.first), None)
        return _counted(verb.entry.harm, "headed", None if person is None else person.entry.group)
    thing = marks.ending("thing", colon - 1)
    if thing is not None and thing.first == opens and thing.entry.plural and thing.entry.kind in (Kind.STRIKES, Kind.MUNITIONS):
        return Sort(kind=thing.entry.kind, rule="headed")
    return None


def _of_things_before(tokens: Sequence[Token], marks: Marks, lexicon: Lexicon, phrase: NounPhrase) -> Sort | None:
    """ "Mortiergranaten, 40.000 in getal", "luchtaanvallen - zeker honderd in vijf dagen": the things stand right before the number."""
    before, after = phrase.first - 1, phrase.last + 1
    if before < 1 or tokens[before].text not in _ASIDE_SIGNS:
        return None
    thing = marks.ending("thing", before - 1)
    if thing is None and tokens[before].text == ",":
        # "vrachtbrieven die wij inkeken, 1.130 stuks"
        thing = next((mark for mark in reversed(marks.all("thing")) if mark.last < before and before - mark.last <= _NEAR), None)
    if thing is None or thing.entry.plural is not True or thing.entry.kind not in _COUNTED_THINGS:
        return None
    if marks.ending("number", thing.first - 1) is not None or tokens[thing.first - 1].kind is TokenKind.NUMBER:
        return None  # they have a number of their own
    words = [token.lower for token in tokens[after : after + 2]]
    told = bool(words) and (words[0] in lexicon.words("pieces") or (len(words) > 1 and " ".join(words) in lexicon.words("in_number")))
    aside = tokens[before].text != "," and thing.last == before - 1
    return Sort(kind=thing.entry.kind, rule="things-before") if told or aside else None


def _thing(tokens: Sequence[Token], marks: Marks, phrase: NounPhrase) -> Sort | None:
    head, amount = phrase.head, phrase.amount
    if head is None or head.kind is None or amount is None:
        return Sort(kind=Kind.OTHER, rule="unclassified")
    if amount.form == "vague" and head.kind is Kind.OTHER:
        return None
    if head.plural is False and amount.form == "digits" and amount.low in _YEARS:
        return None  # "the 2019 strike"
    if phrase.low == 0 and (head.kind in (Kind.OTHER, Kind.DOCUMENTS) or (head.kind is Kind.MUNITIONS and head.plural is False)):
        return None  # "geen bom", "no weapon": what somebody did not have
    if head.kind is Kind.DESTRUCTION and marks.ending("striking", amount.first - 1) is not None:
        return Sort(kind=Kind.TARGETS, rule="struck")
    if head.kind is Kind.DESTRUCTION and _nearest(marks, "ruin", phrase.first, phrase.last) is None:
        return Sort(kind=Kind.OTHER, rule="buildings")
    if head.kind is Kind.TARGETS and not marks.has("effect") and not marks.has("strike_subject"):
        return Sort(kind=Kind.OTHER, rule="sites")
    if head.kind is Kind.MISSIONS and marks.has("weapons_used") and _same_clause(tokens, marks, phrase.last):
        return Sort(kind=Kind.STRIKES, rule="weapons-used")
    return Sort(
        kind=head.kind, rule=f"noun:{head.kind}", unit=None, flow=_flow(marks, amount.core) if head.kind is Kind.MUNITIONS else None
    )


def _flow(marks: Marks, index: int) -> Flow | None:
    """How far money or arms have come: the nearest word of budgeting, paying or delivering in the sentence."""
    best: tuple[int, Flow] | None = None
    for mark in marks.all("flow"):
        distance = abs(mark.first - index)
        if mark.entry.flow is not None and (best is None or distance < best[0]):
            best = (distance, mark.entry.flow)
    return None if best is None else best[1]


def _nearest(marks: Marks, category: str, first: int, last: int) -> int | None:
    """How many tokens lie between a span and the nearest phrase of the category outside it."""
    distances = [max(mark.first - last, first - mark.last) for mark in marks.all(category) if mark.first > last or mark.last < first]
    return min(distances, default=None)
