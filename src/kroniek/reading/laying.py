"""How strongly the grammar of a sentence lays an attack to a party that it names."""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Group
from kroniek.parties.index import Parties, PartyMatch
from kroniek.reading.admissions import admits, confirms
from kroniek.reading.attributes import attacks_in_two_words, befalls, does_as_a_state, is_a_cause, is_behind, only_describes
from kroniek.reading.declared import declares
from kroniek.reading.epithets import is_epithet, past_epithets
from kroniek.reading.facts import Sentence
from kroniek.reading.lays_nothing import lays_nothing, past_determiners
from kroniek.reading.lexicon import Lexicon, Mark
from kroniek.reading.strike_words import has_word, is_attack, is_finite_attack, is_strike, is_weapon, strike_ends, weapon_ends
from kroniek.text.tokens import TokenKind

LAID = 4  # scores from here on lay an attack to somebody: less only tells who stands near
_PLAIN, _BY_GRAMMAR, _ACCUSED, _NEAR_BY = 6, 5, LAID, 3
_UNDECIDED = -1  # the words lay nothing to it and rule nothing out: where the figure stands decides
_FROM_SUBJECT = 16
_FROM_VERB = 12  # words between the subject and its verb
_FROM_PARTICIPLE = 30  # the same where a Dutch participle ends the clause
_CHARGE = 9  # words after an accused party that say of what
_FROM_LOSS = 12  # words between "lost" and "to artillery fire"
_PEOPLE_AFTER = 4
_FROM_BY = 6
_FROM_BETWEEN = 8
_LONGEST_EPITHET = 5
_MOST_ACCUSED = 6  # words between two who are accused together
_HYPHENS = ("-", "‑", "–")
_FIRE_BEFORE = 3
_TO_SAYING = 4
_TO_FIRE = 9  # words from "opened" to "fire", from "let" to "fall"


def how_laid(
    sentence: Sentence,
    parties: Parties,
    lexicon: Lexicon,
    match: PartyMatch,
    first: int,
    last: int,
    cue_first: int | None,
    cue_is_active: bool,
) -> int:
    """How strongly the words lay an attack to a party: 0 not at all, 3 as who stands before the figure, 4 as accused, 5 and 6
    by grammar.

    Tokens `first` to `last` are the figure and what it counts; `cue_first` is the first token of its verb of harm.
    """
    if parties.belligerent_of(match.party) is None and match.party.id:
        return 0
    if first <= match.first <= last + 1:
        # "twelve Palestinians killed by", Dutch "21 door Rusland afgevuurde raketten"
        inside = first < match.first <= last
        if inside and match.how == "adjective" and not _is_maker(sentence, lexicon, match):
            return _PLAIN if any(is_weapon(sentence, at) for at in range(match.last + 1, last + 1)) else 0  # "104 Oekraïense drones"
        return _PLAIN if inside and _is_right_after_by(sentence, lexicon, match) else 0
    key = (match.start, match.end, match.party.id)
    laid = sentence.laid.get(key)
    if laid is None:
        laid = sentence.laid[key] = _laid_by_words(sentence, parties, lexicon, match)
    if laid != _UNDECIDED:
        return laid
    if cue_is_active and cue_first is not None and match.last < cue_first:
        told = _tells_of_the_attack(sentence, lexicon, match.last + 1, cue_first)
        return 0 if told or _loses(sentence, lexicon, match.last + 1, first) else _NEAR_BY
    counted = not match.party.id and match.first > 0 and sentence.tokens[match.first - 1].kind is TokenKind.NUMBER
    stands_near = cue_first is None and match.last < first and first - match.last <= _FROM_SUBJECT and not counted
    if not stands_near or _loses(sentence, lexicon, match.last + 1, first) or _counts_people(sentence, first, last):
        return 0
    return _NEAR_BY


def _laid_by_words(sentence: Sentence, parties: Parties, lexicon: Lexicon, match: PartyMatch) -> int:
    """What does not depend on the figure: 0 and `LAID` or more as `how_laid` gives them, or `_UNDECIDED`."""
    if lays_nothing(sentence, lexicon, match):
        return 0
    if (sentence.marks.has("blames") or sentence.marks.has("blamed")) and accused_together(sentence, parties, lexicon, match):
        return 0
    if is_accused(sentence, lexicon, match) or admits(sentence, lexicon, match) or is_behind(sentence, lexicon, match):
        return _ACCUSED
    if confirms(sentence, lexicon, match):
        return _ACCUSED
    if is_a_cause(sentence, lexicon, match.first):
        return 0
    hit = past_determiners(sentence, lexicon, match.first - 1)
    if hit >= 0 and not lexicon.words("verb_second") and has_word(sentence, lexicon, "hit_verbs", hit):
        return 0  # "the violence targeted Taliban fighters, killing hundreds"
    placed = [place for place in sentence.places if place.start <= match.start and match.end <= place.end]
    if (placed and not does_as_a_state(sentence, lexicon, match)) or _heads_sentence(sentence, match):
        return 0
    before = [token.lower for token in sentence.tokens[max(0, match.first - 4) : match.first]]
    if sentence.marks.ending("blames", past_determiners(sentence, lexicon, match.first - 1)) is not None:
        return 0  # not blamed, or for something else
    if _names_war(sentence, lexicon, match):
        return 0
    if _is_source(before, lexicon):
        return 0
    if _follows_by(sentence, lexicon, match) or _whose_strike(sentence, lexicon, match) or _is_lost_to(sentence, lexicon, match):
        return _PLAIN
    if before[-1:] and before[-1] in lexicon.words("not_actors_after") and not _adjective_of_strike(sentence, lexicon, match):
        return 0
    people = _people_after(sentence, match)
    if people is None and _owns_strike(sentence, lexicon, match):
        return _BY_GRAMMAR
    if _in_brackets(sentence, match):
        return 0
    if _attacks(sentence, lexicon, match, match.last if people is None else people) or declares(sentence, lexicon, match):
        return _BY_GRAMMAR
    if not match.party.id or people is not None or any(word in lexicon.words("against") for word in before[-2:]):
        return 0
    if any(word in lexicon.words("betweens") for word in _before_in_clause(sentence, match)):
        return 0  # "since the fighting between Hamas and Israel began"
    return _UNDECIDED


def accused_together(sentence: Sentence, parties: Parties, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Sources blamed Russia, Syria and the coalition": several are accused, so no one of them is told to have done it."""
    accused = is_accused(sentence, lexicon, match)
    for other in sentence.parties:
        if other.party == match.party or parties.belligerent_of(other.party) is None:
            continue
        left, right = (match, other) if match.last < other.first else (other, match)
        if (accused or is_accused(sentence, lexicon, other)) and _listed_together(sentence, lexicon, range(left.last + 1, right.first)):
            return True
    return False


def _listed_together(sentence: Sentence, lexicon: Lexicon, between: range) -> bool:
    """Whether only commas, conjunctions, articles and names stand between two parties."""
    words = ("conjunctions", "determiners")
    if not 0 < len(between) <= _MOST_ACCUSED:
        return False
    return all(
        not sentence.tokens[at].text.islower() or any(has_word(sentence, lexicon, word, at) for word in words) for at in between
    ) and any(sentence.tokens[at].text == "," or has_word(sentence, lexicon, "conjunctions", at) for at in between)


def _before_in_clause(sentence: Sentence, match: PartyMatch) -> list[str]:
    return [token.lower for token in sentence.tokens[max(0, match.first - _FROM_BETWEEN) : match.first]]


def _loses(sentence: Sentence, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether between a party and a figure stands that it lost or only counted them: "Ukraine lost", "telde"."""
    return any(has_word(sentence, lexicon, name, at) for at in range(first, last) for name in ("losing", "tallying"))


def _tells_of_the_attack(sentence: Sentence, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "The Taliban said the attack killed seven": a party that tells of an attack spoken of before has not said that it was its own."""
    said = next((at for at in range(first, last) if has_word(sentence, lexicon, "speaks", at)), None)
    if said is None:
        return False
    if any(has_word(sentence, lexicon, "befalling_nouns", at) for at in range(said + 1, last)):
        return True  # "the Taliban said a blast had killed 21": what befalls people is nobody's own act
    return any(
        has_word(sentence, lexicon, "definites", at)
        and any(is_strike(sentence, near) or has_word(sentence, lexicon, "attack_nouns", near) for near in (at + 1, at + 2) if near < last)
        for at in range(said + 1, last)
    )


def _counts_people(sentence: Sentence, first: int, last: int) -> bool:
    """Whether people are counted: who only stands before the dead or wounded need not have harmed them ("Russia says 18 are wounded")."""
    people = ("harm_noun", "person", "relative")
    return any(sentence.marks.covering(category, at) is not None for at in range(first, last + 1) for category in people)


def is_accused(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Residents blame the army", "attributed to Turkey", "houdt Rusland verantwoordelijk", "is suspected"; if of something, then of
    an attack."""
    key = (match.start, match.end)
    kept = sentence.accused.get(key)
    if kept is None:
        kept = sentence.accused[key] = _is_accused(sentence, lexicon, match)
    return kept


def _is_accused(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    at = past_determiners(sentence, lexicon, match.first - 1)
    tokens = sentence.tokens
    blamed = _blaming(sentence, lexicon, match)
    follows = sentence.marks.at("blamed", match.last + 1)
    held = has_word(sentence, lexicon, "holds", at) and _within(sentence, lexicon, "responsible", match.last + 1)
    held = held or (has_word(sentence, lexicon, "names", at) and _within(sentence, lexicon, "responsible", match.last + 1, 3))
    behind = lexicon.words("verb_second") and has_word(sentence, lexicon, "to_whom", at) and _within(sentence, lexicon, "ascribes", at + 1)
    if blamed is None and follows is None and not held and not behind:
        return False
    start = blamed.first if blamed is not None else match.first
    if any(has_word(sentence, lexicon, "never", near) for near in range(max(0, start - 3), start)):
        return False
    charge = match.last + 1
    if charge < len(tokens) and has_word(sentence, lexicon, "charges", charge):
        return any(_is_of_attack(sentence, lexicon, near) for near in range(charge, min(len(tokens), charge + _CHARGE)))
    return True


def _within(sentence: Sentence, lexicon: Lexicon, name: str, at: int, reach: int = _CHARGE) -> bool:
    return any(has_word(sentence, lexicon, name, near) for near in range(at, min(len(sentence.tokens), at + reach)))


def _is_of_attack(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    return (
        is_strike(sentence, at)
        or is_weapon(sentence, at)
        or is_attack(sentence.tokens[at].lower, lexicon)
        or has_word(sentence, lexicon, "attack_nouns", at)
        or sentence.marks.at("harm_verb", at) is not None
        or sentence.marks.at("harm_noun", at) is not None
    )


def _names_war(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "The Russia-Ukraine war has killed", "JNIM, an al-Qaeda affiliate,": a name that only tells which war or which group."""
    after = match.last + 1
    if has_word(sentence, lexicon, "wars", after):
        return match.first > 0 and sentence.tokens[match.first - 1].text in _HYPHENS
    if after < len(sentence.tokens) and sentence.tokens[after].text in _HYPHENS and has_word(sentence, lexicon, "wars", after + 2):
        return True
    return has_word(sentence, lexicon, "offshoots", after)


def _is_source(before: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the party is only cited, or a whole country that something befell: "volgens Kyiv", "in heel Oekraïne"."""
    words = list(before)
    while words and words[-1] in lexicon.words("determiners"):
        words.pop()
    if words and words[-1] in lexicon.words("cited_after"):
        return True
    return len(words) > 1 and words[-1] in lexicon.words("whole") and words[-2] in lexicon.words("place_prepositions")


def _follows_by(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "(Killed) by the army", "by jihadist fighters of IS": not where something else than the attack is done by it ("stored by",
    "backed by"), nor what was only its aim ("by a raid on Hamas")."""
    for at in range(match.first - 1, max(-1, match.first - _FROM_BY), -1):
        if sentence.tokens[at].lower in lexicon.words("by"):
            done = at == 0 or sentence.tokens[at - 1].lower not in lexicon.words("not_done_by")
            return done and not only_describes(sentence, lexicon, match)
        if has_word(sentence, lexicon, "onto", at) or (sentence.tokens[at].kind is TokenKind.SIGN and sentence.tokens[at].text not in "-‑"):
            return False
    return False


def _is_right_after_by(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    at = past_determiners(sentence, lexicon, match.first - 1)
    return has_word(sentence, lexicon, "by", at) and not only_describes(sentence, lexicon, match)


def _blaming(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> Mark | None:
    """The words of blame before the party, what only describes it passed over: "toegeschreven aan de islamistische groep X"."""
    at = match.first - 1
    for _ in range(_LONGEST_EPITHET + 1):
        mark = sentence.marks.ending("blames", at)
        whose = at > 0 and has_word(sentence, lexicon, "of", at) and has_word(sentence, lexicon, "armed_groups", at - 1)
        if mark is not None or at <= 0 or not (whose or is_epithet(sentence, lexicon, at)):
            return mark
        at -= 1
    return None


def _is_lost_to(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Lost nine men to Russian fire"."""
    at = match.first - 1
    if not has_word(sentence, lexicon, "toward", at):
        return False
    return any(has_word(sentence, lexicon, "losing", near) for near in range(max(0, at - _FROM_LOSS), at))


def _heads_sentence(sentence: Sentence, match: PartyMatch) -> bool:
    """ "Ukraine: 50 dead in attack": who says it, or where it was."""
    return match.first <= 1 and match.last + 1 < len(sentence.tokens) and sentence.tokens[match.last + 1].text == ":"


def _whose_strike(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "air strikes of the Coalition", "luchtaanvallen van de coalitie", "a drone of the army", "rockets from Hamas hit"."""
    at = past_epithets(sentence, lexicon, match.first - 1)
    if at < 1:
        return False
    if sentence.tokens[at].lower in lexicon.words("of"):
        ends = strike_ends(sentence, at - 1) or weapon_ends(sentence, at - 1)
        return ends or has_word(sentence, lexicon, "craft", at - 1) or has_word(sentence, lexicon, "armed_acts", at - 1)
    if not has_word(sentence, lexicon, "away", at) or not weapon_ends(sentence, at - 1):
        return False
    after = match.last + 1
    landed = any(has_word(sentence, lexicon, "landed", near) for near in range(after, after + _PEOPLE_AFTER))
    return landed or _verb_follows(sentence, lexicon, after)


def _people_after(sentence: Sentence, match: PartyMatch) -> int | None:
    """The last token of the people that an adjective belongs to ("27 Turkish soldiers"), where it belongs to no attack."""
    if match.how != "adjective":
        return None
    for at in range(match.last + 1, min(match.last + _PEOPLE_AFTER, len(sentence.tokens))):
        if is_strike(sentence, at) or is_weapon(sentence, at):
            return None
        person = sentence.marks.at("person", at)
        if person is not None:
            return person.last
    return None


def _owns_strike(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Israeli shelling", "Turkey's raid", "a coalition strike", "Houthi-raketten"."""
    after = match.last + 1
    if match.how == "adjective":
        return not _is_maker(sentence, lexicon, match) and not _describes_teller(sentence, lexicon, after)
    if is_strike(sentence, after) or strike_ends(sentence, match.last) or has_word(sentence, lexicon, "attack_nouns", after):
        return True
    tokens = sentence.tokens
    hyphen = after + 1 < len(tokens) and tokens[after].text in ("-", "‑") and tokens[after].start == tokens[match.last].end
    return hyphen and (is_weapon(sentence, after + 1) or is_strike(sentence, after + 1))


def _describes_teller(sentence: Sentence, lexicon: Lexicon, after: int) -> bool:
    """ "Afghan police said": whose the police are that speak."""
    for at in range(after, min(len(sentence.tokens), after + _TO_SAYING)):
        if is_strike(sentence, at) or is_weapon(sentence, at) or sentence.tokens[at].kind is not TokenKind.WORD:
            return False
        if has_word(sentence, lexicon, "speaks", at):
            return at > after
    return False


def _adjective_of_strike(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """ "Killed in Russian missile attacks": "in" before an attack and no place; Dutch tells its places otherwise."""
    if match.how != "adjective" or not has_word(sentence, lexicon, "inside_of", match.first - 1):
        return False
    return any(is_strike(sentence, at) for at in range(match.last + 1, match.last + _PEOPLE_AFTER))


def _is_maker(sentence: Sentence, lexicon: Lexicon, match: PartyMatch) -> bool:
    """Whether an adjective only tells where weapons come from: "US bombs in market strike", "Russian missiles sold to"."""
    weapon = next((mark for at in range(match.last + 1, match.last + 3) if (mark := sentence.marks.at("thing", at)) is not None), None)
    if weapon is None or is_strike(sentence, weapon.first) or not is_weapon(sentence, weapon.first):
        return False
    after = weapon.last + 1
    if has_word(sentence, lexicon, "traded", after) or has_word(sentence, lexicon, "traded", after + 1):
        return True
    return has_word(sentence, lexicon, "place_openers", after) and any(strike_ends(sentence, at) for at in range(after + 1, after + 4))


def _attacks(sentence: Sentence, lexicon: Lexicon, match: PartyMatch, last: int) -> bool:
    """Whether the party is the subject of a verb of attack: "the Coalition bombed", "heeft het leger ... beschoten", "vuurde X"."""
    tokens = sentence.tokens
    opens = match.first - 1
    while opens >= 0 and tokens[opens].lower in lexicon.words("determiners"):
        opens -= 1
    before = tokens[opens].lower if opens >= 0 else ""
    if lexicon.words("verb_second") and is_finite_attack(before, lexicon):
        return True  # "Zaterdag bombardeerde de coalitie ..."
    if before not in lexicon.words("of"):
        past = past_epithets(sentence, lexicon, match.first - 1)
        if past >= 0 and tokens[past].lower in lexicon.words("of"):
            opens, before = past, tokens[past].lower
    if before in lexicon.words("of"):
        head = sentence.marks.ending("army", opens - 1) or sentence.marks.ending("person", opens - 1)
        if head is None or (head.entry.category == "person" and head.entry.group is not Group.COMBATANT):
            return False  # "780 targets of Hezbollah", but "the army of Israel", "fighters of the RSF"
        if _counted(sentence, head.first):
            return False  # "(killed) six fighters of the group"
        opens = past_determiners(sentence, lexicon, head.first - 1)
        before = tokens[opens].lower if opens >= 0 else ""
        if lexicon.words("verb_second") and is_finite_attack(before, lexicon):
            return True
    while opens > 0 and (tokens[opens].text[0].isupper() or before in lexicon.words("place_adjectives")):
        opens -= 1  # "with Syrian President X", "in northern Syria"
        before = tokens[opens].lower
    if opens >= 0 and before in lexicon.words("prepositions") and before not in lexicon.words("subordinates"):
        return False
    return _verb_follows(sentence, lexicon, last + 1, active=before in lexicon.words("have"))


def _verb_follows(sentence: Sentence, lexicon: Lexicon, follows: int, *, active: bool = False) -> bool:
    """Whether a verb of attack follows of which the words before `follows` are the subject."""
    tokens = sentence.tokens
    moved = aimed = armed = False
    at = follows
    while at < min(follows + _FROM_PARTICIPLE, len(tokens)):
        word = tokens[at].lower
        if tokens[at].text in (";", ":", "“", "”", '"') or word in lexicon.words("clause_openers") or word in lexicon.words("never"):
            return False
        if word in lexicon.words("speaks") or word in lexicon.words("tallying"):
            if _says_to_have(sentence, lexicon, at) or _opens_fire(sentence, lexicon, at) or attacks_in_two_words(sentence, lexicon, at):
                return True
            resumed = _resumed(sentence, lexicon, at)
            if resumed is None:
                return False
            at, active = resumed, True
            continue
        if at - follows <= _FROM_VERB and (_opens_fire(sentence, lexicon, at) or attacks_in_two_words(sentence, lexicon, at)):
            return True
        active = active or word in lexicon.words("have")
        moved = moved or word in lexicon.words("moving_auxiliaries")
        aimed = aimed or word in lexicon.words("aims")
        armed = armed or is_weapon(sentence, at)
        if word in lexicon.words("killing_verbs") and at - follows <= _FROM_VERB and _has_object(sentence, lexicon, at):
            return tokens[at - 1].lower not in lexicon.words("passives")
        if is_finite_attack(word, lexicon) and at - follows <= _FROM_VERB and not befalls(sentence, lexicon, at):
            return tokens[at - 1].lower not in lexicon.words("passives")
        if (word in lexicon.words("attack_participles") and active) or (word in lexicon.words("moving_participles") and moved):
            return True
        if aimed and word in lexicon.words("attack_infinitives"):
            return True
        if word in lexicon.words("uses") and (armed or any(is_weapon(sentence, near) for near in range(at + 1, min(at + 5, len(tokens))))):
            return True
        at += 1
    return False


def _counted(sentence: Sentence, at: int) -> bool:
    """Whether a number or a vague amount stands right before the token."""
    if at > 0 and sentence.tokens[at - 1].kind is TokenKind.NUMBER:
        return True
    return sentence.marks.ending("number", at - 1) is not None or sentence.marks.ending("vague", at - 1) is not None


def _opens_fire(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """ "Opened fire", "nam de stad onder vuur", "liet bommen vallen", "het vuur opende": an attack told by a verb and its noun."""
    end = min(len(sentence.tokens), at + _TO_FIRE)
    if has_word(sentence, lexicon, "fire_openers", at):
        near = (*range(max(0, at - _FIRE_BEFORE), at), *range(at + 1, end))  # "onder vuur heeft genomen"
        return any(has_word(sentence, lexicon, "fire_words", one) for one in near)
    if not has_word(sentence, lexicon, "letting", at):
        return False
    fallen = next((one for one in range(at + 1, end) if has_word(sentence, lexicon, "let_go", one)), None)
    return fallen is not None and any(is_weapon(sentence, one) for one in range(at + 1, fallen))


def _says_to_have(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Dutch "zegt ... te hebben bestookt": the speaker tells of its own attack."""
    tokens = sentence.tokens
    for near in range(at + 1, min(len(tokens) - 1, at + _FROM_PARTICIPLE)):
        if tokens[near].text in (";", ":", "“", "”", '"') or has_word(sentence, lexicon, "clause_openers", near):
            return False
        if has_word(sentence, lexicon, "to_have", near) and has_word(sentence, lexicon, "have", near + 1):
            beside = [one for one in (near - 1, near + 2) if one < len(tokens)]
            return any(has_word(sentence, lexicon, "attack_participles", one) for one in beside)
    return False


def _has_object(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether "killed" has somebody after it, and is not what befell those before it ("soldiers killed in Jenin")."""
    after = at + 1
    return (
        after < len(sentence.tokens)
        and sentence.tokens[after].text.isalnum()
        and not any(has_word(sentence, lexicon, name, after) for name in ("prepositions", "clause_openers", "conjunctions"))
    )


def _resumed(sentence: Sentence, lexicon: Lexicon, at: int) -> int | None:
    """Where the same subject goes on after a verb of saying: "blames Syria and has struck", "houdt ... en heeft"."""
    tokens = sentence.tokens
    for near in range(at + 1, min(at + _FROM_VERB, len(tokens) - 1)):
        if has_word(sentence, lexicon, "conjunctions", near) and (
            has_word(sentence, lexicon, "have", near + 1) or is_finite_attack(tokens[near + 1].lower, lexicon)
        ):
            return near + 1
    return None


def _in_brackets(sentence: Sentence, match: PartyMatch) -> bool:
    opened = [token.text for token in sentence.tokens[: match.first] if token.text in ("(", ")")]
    return bool(opened) and opened[-1] == "("
