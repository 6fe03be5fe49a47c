"""Which of those who could be speaking a cue means, and the words that name them."""

from __future__ import annotations

from kroniek.reading.attribution.beside_speakers import (
    backs,
    holds_verb,
    is_body_named,
    is_counted,
    is_office,
    only_rank,
    passes_on,
)
from kroniek.reading.attribution.candidates import BREAKS, Candidate, Field, Sort, is_amount
from kroniek.reading.attribution.mentions import describes, is_plain_noun
from kroniek.reading.attribution.noun_phrases import past_attribute, plain_phrase, plain_subject
from kroniek.reading.attribution.rules import AttributionRules
from kroniek.text.tokens import Token, TokenKind, is_abbreviating

_MOST_STEPS = 14
_LONGEST_ASIDE = 34
_MOST_PLAIN_WORDS = 3
_WIDEST_GAP = 4
_MOST_TELLERS = 4
_LONGEST_FELLOW = 6


def subject_before(field: Field, verb: int, floor: int, *, plainly: bool = True) -> tuple[int, int] | None:
    """The tokens (first, last) of the noun phrase that is the subject of the verb at token `verb`, looking back to token `floor`.

    A noun of no list may be the subject where `plainly`.
    """
    if field.rules.verb_second and (told := _of_relative_clause(field, verb, floor)) is not None:
        return told
    known = _known_subject(field, verb, floor)
    if known is not None and not field.rules.verb_second and _is_in_relative(field, known[0], floor):
        known = _with_relative(field, verb, floor) or known
    plain = plain_subject(field, verb, floor) if plainly else None
    found = known or plain
    if known is not None and plain is not None and plain[0] <= known[0] and known[1] <= plain[1]:
        found = plain  # "hospital staff" where a list has the hospital only
    if found is None:
        return _with_relative(field, verb, floor)
    if not field.rules.verb_second and (whole := _before_object(field, found[0], floor)) is not None:
        return whole
    return None if _is_addressed(field, found[0], floor) else found


def _before_object(field: Field, first: int, floor: int) -> tuple[int, int] | None:
    """ "An armed group that controls the town said": what seemed to speak is the object of a verb in a clause on the one who does."""
    tokens, rules = field.tokens, field.rules
    if first - 3 < floor or tokens[first - 2].lower not in rules.relative_pronouns | rules.that:
        return None
    verb, named = tokens[first - 1], field.by_end.get(first - 3)
    plain = verb.kind is TokenKind.WORD and verb.text[0].islower() and verb.lower.endswith(("s", "ed"))
    if not plain or verb.lower in rules.determiners or named is None or not named.alone or named.sort not in (Sort.ROLE, Sort.ANAPHOR):
        return None
    return _widen_left(field, named, floor), named.last


def _is_in_relative(field: Field, first: int, floor: int) -> bool:
    """ "A source who spoke with Airwars reported": who stands right before the verb is only named by those told of before "who"."""
    tokens, rules = field.tokens, field.rules
    if first <= floor + 2 or tokens[first - 1].lower not in rules.prepositions | rules.addressing | rules.agents:
        return False
    for at in range(first - 2, max(floor, first - _MOST_STEPS), -1):
        if tokens[at].text in BREAKS:
            return False
        if tokens[at].lower in rules.relative_pronouns:
            return at - 1 in field.by_end and field.by_end[at - 1].alone
    return False


def _of_relative_clause(field: Field, verb: int, floor: int) -> tuple[int, int] | None:
    """Dutch "de politie, die ook 67 gewonden meldt": the verb ends a relative clause, of which the one told before it is the subject."""
    tokens, rules = field.tokens, field.rules
    if verb + 1 < len(tokens) and tokens[verb + 1].text not in BREAKS:
        return None
    for at in range(verb - 1, max(floor + 1, verb - _MOST_STEPS), -1):
        if tokens[at].text in BREAKS:
            return None
        if tokens[at].lower in rules.relative_pronouns and tokens[at - 1].text == "," and at + 1 < verb:
            named = field.by_end.get(at - 2)
            if named is None or named.sort is Sort.PRONOUN:
                return None
            first = _widen_left(field, named, floor)
            return (first, named.last) if named.alone or _names_somebody(field, first, named) else None
    return None


def _with_relative(field: Field, verb: int, floor: int) -> tuple[int, int] | None:
    """ "A colonel who asked not to be named spoke", "een kolonel die anoniem wil blijven, spreekt": who is told more of before the verb."""
    tokens, rules = field.tokens, field.rules
    last = verb - 1
    if last > floor and tokens[last].text == ",":
        if not rules.verb_second:
            return None
        last -= 1
    for at in range(last, max(floor, last - _MOST_STEPS), -1):
        if tokens[at].text in BREAKS:
            return None
        if tokens[at].lower in rules.relative_pronouns and at > floor:
            begun = _known_subject(field, at, floor) or plain_subject(field, at, floor)
            starts = begun is not None and begun[1] == at - 1 and tokens[begun[0]].kind is not TokenKind.NUMBER
            return begun if starts else None
    return None


def _known_subject(field: Field, verb: int, floor: int) -> tuple[int, int] | None:
    at, plain, tail = verb - 1, 0, -1
    rules, tokens = field.rules, field.tokens
    if at > floor and tokens[at].lower in rules.conjunctions:
        return _subject_of_clause(field, at, floor)
    for _ in range(_MOST_STEPS):
        if at < floor or at + 1 in field.lines:
            return None
        if at in field.by_end:
            candidate = field.by_end[at]
            if backs(field, candidate):  # "de autoriteiten in de door Hamas bestuurde enclave melden"
                at = candidate.first - 2
                continue
            if passes_on(field, candidate.first):  # "an official quoted by Reuters said"
                at, plain, tail = candidate.first - 3, 0, -1
                at -= tokens[at].text == ","
                continue
            first = _widen_left(field, candidate, floor)
            spoken_to = first if tokens[first].lower in rules.addressing else first - 1
            if rules.verb_second and spoken_to > floor and tokens[spoken_to].lower in rules.addressing:
                at, plain, tail = spoken_to - 1, 0, -1  # "dat hebben bronnen aan persbureau AFP laten weten"
                continue
            if not candidate.alone and not _names_somebody(field, first, candidate):
                if is_place(field, (first, candidate.last)) and candidate.last == verb - 1:
                    return first, candidate.last
                at = candidate.first - 1
                continue
            last = tail if candidate.sort is Sort.NAME and tail - candidate.last == plain else candidate.last
            if last > candidate.last and tokens[last].lower in rules.not_speakers | rules.mute | rules.events:  # "Satellite images show"
                return None
            if candidate.sort is Sort.NAME and first and tokens[first - 1].lower in rules.prepositions - rules.qualifiers:
                at, plain, tail = first - 2, 0, -1  # "Op Telegram meldt", "heeft dat op Telegram gemeld"
                continue
            if rules.verb_second and candidate.sort is Sort.ROLE and is_counted(field, candidate, verb):
                return None
            if candidate.sort is Sort.ROLE and last + 1 < verb and tokens[last + 1].lower in rules.report_nouns:
                last += 1  # "a military inquiry"
            return _with_fellows(field, first, floor), last
        token = tokens[at]
        if token.lower in rules.authors:
            return None
        if token.text == ",":
            return _over_apposition(field, at, floor)
        if token.text == ")":
            at = next((back for back in range(at, max(floor, at - 8) - 1, -1) if tokens[back].text == "("), floor) - 1
            continue
        if token.text in ("'", "’", "-") or any(token.lower in words for words in (rules.fillers, rules.report_nouns, rules.links)):
            at -= 1
            continue
        if token.text in BREAKS or any(token.lower in words for words in (rules.stops, rules.contrasts, rules.conjunctions)):
            return None
        if token.kind is TokenKind.WORD and not token.text[0].isupper():
            plain += 1
            tail = max(tail, at)
            if plain > _MOST_PLAIN_WORDS:
                return None
        at -= 1
    return None


def _is_addressed(field: Field, first: int, floor: int) -> bool:
    """Dutch "Tegen persbureau Reuters zei een arts", "Aan NRC en NOS bevestigde het ministerie": the subject follows the verb."""
    tokens, rules = field.tokens, field.rules
    if not rules.verb_second:
        return False
    if first - 2 > floor and tokens[first - 1].lower in rules.conjunctions and first - 2 in field.by_end:
        first = _widen_left(field, field.by_end[first - 2], floor)
    at = first if tokens[first].lower in rules.addressing else first - 1
    return at >= floor and tokens[at].lower in rules.addressing and (at in (0, floor) or tokens[at - 1].text in BREAKS)


def is_place(field: Field, phrase: tuple[int, int]) -> bool:
    """Whether the phrase is no more than the name of a place that opens its clause: "Baku said" is its government's word."""
    first, last = phrase
    candidate = field.by_start.get(first)
    if candidate is None or candidate.last != last or candidate.alone or candidate.sort is not Sort.NAME:
        return False
    return first == 0 or field.tokens[first - 1].text in BREAKS


def _subject_of_clause(field: Field, conjunction: int, floor: int) -> tuple[int, int] | None:
    """Who acts in a clause with two verbs: "Ukrainian officials blame Russia and speak of 50 dead"; the one that the clause begins with."""
    for candidate in field.candidates:
        if candidate.first >= floor and candidate.last < conjunction:
            last = _widen_right(field, candidate.last, conjunction)
            first = _widen_left(field, candidate, floor)
            begins = first == 0 or field.tokens[first - 1].text in BREAKS
            return (first, last) if begins and (candidate.alone or last > candidate.last) else None
    return None


def _names_somebody(field: Field, first: int, candidate: Candidate) -> bool:
    """Whether the phrase from token `first` to the candidate holds another that can speak: "the governor of Donetsk"."""
    return any(first <= other.first < candidate.first and other.alone for other in field.candidates)


def _with_fellows(field: Field, first: int, floor: int) -> int:
    """The first token of "Human Rights Watch and the research group": fellows before "and", where a clause begins with them."""
    if first - 2 < floor or field.tokens[first - 1].lower not in field.rules.conjunctions:
        return first
    if _is_of_a_pair(field, first - 2, floor):
        return first - 2
    fellow = field.by_end.get(first - 2)
    if fellow is None:
        return _with_plain_fellow(field, first, floor)
    if not fellow.alone or fellow.sort is Sort.PRONOUN:
        return first
    begins = _widen_left(field, fellow, floor)
    return begins if begins == 0 or field.tokens[begins - 1].text in BREAKS else first


def _with_plain_fellow(field: Field, first: int, floor: int) -> int:
    """The first token of "a hospital administrator and a resident": a noun of no list with an article, with which the clause begins."""
    tokens, rules = field.tokens, field.rules
    at = first - 2
    while at > floor and first - at < _LONGEST_FELLOW and is_plain_noun(tokens[at], rules) and tokens[at].lower not in rules.harm_words:
        at -= 1
    opens = tokens[at].lower in rules.articles and at < first - 2 and (at == 0 or tokens[at - 1].text in BREAKS)
    return at if opens else first


def _is_of_a_pair(field: Field, at: int, floor: int) -> bool:
    """ "Security and medical sources": a lone word before "and", with which the clause begins, tells of the same sources."""
    word, rules = field.tokens[at], field.rules
    if word.kind is not TokenKind.WORD or at in field.by_end or (at > floor and field.tokens[at - 1].text not in BREAKS):
        return False
    others = (rules.stops, rules.determiners, rules.prepositions, rules.not_speakers, rules.harm_words, rules.events, rules.cue_words,
              rules.finite, rules.pronouns, rules.conjunctions)  # fmt: skip
    return not any(word.lower in words for words in others) and not word.lower.endswith("ing")


def _over_apposition(field: Field, comma: int, floor: int) -> tuple[int, int] | None:
    """ "Chris Woods, director of Airwars, told": from the second comma back to the name before the first."""
    tokens, rules = field.tokens, field.rules
    for at in range(comma - 1, max(floor, comma - _LONGEST_ASIDE) - 1, -1):
        token = tokens[at]
        if comma - at > _MOST_STEPS and tokens[at + 1].lower not in rules.relative_pronouns | rules.relative_adverbs:
            continue  # only "officials, who spoke on condition of anonymity because ..., said" goes on so long
        named = field.by_end.get(comma - 1)
        if token.text == "," and named is not None and named.sort is Sort.NAME and named.alone and only_rank(field, at + 1, named.first):
            office = subject_before(field, at, floor)  # "the governor of the region, X, said"
            return (office[0] if office is not None and not holds_verb(field, office) else named.first), named.last
        if token.text == "," and at - 1 in field.by_end:
            between = field.tokens[at + 1 : comma]
            head = field.by_end[at - 1]
            mute = not head.alone and not _names_somebody(field, _widen_left(field, head, floor), head)
            if head.sort is Sort.PRONOUN or not between or mute:
                return None
            joined = between[0].lower in (rules.fillers | rules.relative_pronouns | rules.cited) or is_office(field, at + 1)
            joined = joined or between[0].lower in rules.relative_adverbs
            body = field.by_end.get(comma - 1)
            if body is not None and is_body_named(field, at + 1, body) and head.sort is not Sort.PARTY:
                return body.first, body.last
            told = joined or not any(word.lower in rules.stops for word in between)
            counted = any(word.kind is TokenKind.NUMBER for word in between[:1])
            if counted and len(between) == 1 and head.sort is Sort.NAME:  # "Hanan, 37, told us"
                return _widen_left(field, head, floor), head.last
            if not told or counted:
                return None
            relative = between[0].lower in rules.relative_pronouns | rules.relative_adverbs
            told_body = any(c.sort is Sort.ROLE and at < c.first < comma for c in field.candidates) and not is_amount(between[0], rules)
            passes_on = between[0].lower.endswith("ing")  # "a local outlet, citing rescue workers, said"
            names_body = told_body and not relative and not passes_on and head.sort is not Sort.PARTY
            return _widen_left(field, head, floor), (comma - 1 if names_body else head.last)
        titled = named is not None and named.first < at < named.last  # "Mr. Dung Pwajok"
        if token.text in BREAKS and token.text != "," and not titled and not is_abbreviating(tokens, at):
            return None
    return None


def _widen_left(field: Field, candidate: Candidate, floor: int) -> int:
    """The first token of the phrase: "a spokesman for the army" begins with its determiner, "residents of Raqqa" with its noun."""
    first, rules, tokens = candidate.first, field.rules, field.tokens
    if candidate.sort is Sort.PRONOUN:
        return first
    for _ in range(3):
        at = first - 1
        gap = 0
        while at >= floor and at not in field.by_end and gap < _WIDEST_GAP and _links(tokens[at], rules):
            at -= 1
            gap += 1
        before = field.by_end.get(at)
        if before is None or before.first < floor:
            break
        between = [token.lower for token in tokens[before.last + 1 : first]]
        joined_by_and = any(word in rules.conjunctions for word in between)
        if joined_by_and or before.sort is Sort.PRONOUN or (before.sort is Sort.PARTY and candidate.sort is Sort.PARTY):
            break
        if before.sort is Sort.PARTY and between and candidate.alone:
            break
        first = before.first
    while first - 1 >= floor and (tokens[first - 1].lower in rules.determiners or _is_modifier(field, first - 1)):
        if candidate.sort is Sort.PARTY and first == candidate.first:
            break
        first -= 1
    while first - 2 >= floor and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        if tokens[first - 2].end != tokens[first - 1].start or tokens[first - 2].kind is not TokenKind.WORD:
            break
        first -= 2  # "pro-Russian channels"
    return first


def _links(token: Token, rules: AttributionRules) -> bool:
    """Whether the word may join two parts of a phrase: "of", "the"."""
    return token.lower in rules.links or token.lower in rules.determiners


def _is_modifier(field: Field, at: int) -> bool:
    """An adjective between a determiner and the noun: "the wounded man's", "een lokale bron"."""
    token, rules = field.tokens[at], field.rules
    if token.kind is not TokenKind.WORD or token.text[0].isupper():
        return False
    if any(token.lower in words for words in (rules.stops, rules.links, rules.fillers)):
        return False
    opens = [token.lower in rules.determiners for token in field.tokens[max(0, at - 2) : at]]
    if not opens or opens[-1]:
        return bool(opens)
    described = field.tokens[at - 1]  # "the local resistance committee"
    return opens[0] and len(opens) > 1 and is_plain_noun(described, rules) and described.lower not in rules.harm_words


def phrase_after(field: Field, at: int, ceiling: int) -> tuple[int, int] | None:
    """The tokens (first, last) of the noun phrase that begins at token `at` or after determiners and adjectives there."""
    if at >= ceiling or field.tokens[at].lower in field.rules.addressing:
        return None
    at = past_attribute(field, at, ceiling)
    known, plain = _known_phrase(field, at, ceiling), plain_phrase(field, at, ceiling)
    if known is not None and plain is not None and plain[0] <= known[0] and known[1] < plain[1] and not field.rules.verb_second:
        return plain  # "a hospital porter" where a list has the hospital only
    found = known or plain
    if found is not None:
        found = _to_shared_noun(field, found, ceiling) or found
    if found is not None and holds_verb(field, found):
        return None
    return found if found is None else (found[0], _with_others(field, (found[0], _with_name(field, found, ceiling)), ceiling))


def _to_shared_noun(field: Field, phrase: tuple[int, int], ceiling: int) -> tuple[int, int] | None:
    """ "Emergency and health workers", "Palestijnse gezondheids- en hulpdiensten": the noun that the words before the conjunction share."""
    tokens, rules = field.tokens, field.rules
    at = phrase[1] + 1
    clipped = next((look for look in (at, at + 1) if look + 1 < ceiling and tokens[look].text == "-"), None)
    at = at if clipped is None else clipped + 1
    if at + 1 >= ceiling or tokens[at].lower not in rules.conjunctions:
        return None
    alone = phrase[0] == phrase[1] and tokens[at - 1].text[0].islower() and not tokens[at - 1].lower.endswith("s")
    if clipped is None and (rules.verb_second or not alone or tokens[at + 1].lower in rules.determiners):
        return None
    other = _known_phrase(field, at + 1, ceiling)
    return None if other is None or any(token.text in BREAKS for token in tokens[at : other[1]]) else (phrase[0], other[1])


def _with_others(field: Field, phrase: tuple[int, int], ceiling: int) -> int:
    """The last token of "residents, medics and a local official": others who say it with the first, up to the end of the clause."""
    tokens, rules, last = field.tokens, field.rules, phrase[1]
    edge = rules.times | rules.contrasts | rules.addressing | rules.time_prepositions
    edge = edge | rules.stops | rules.passives | rules.auxiliaries if rules.verb_second else edge  # "het leger en de politie vielen"
    for _ in range(_MOST_TELLERS):
        at = last + 1
        if at + 1 >= ceiling or not (tokens[at].text == "," or tokens[at].lower in rules.conjunctions):
            break
        begin = at + 1 + (tokens[at].text == "," and tokens[at + 1].lower in rules.conjunctions)
        no_teller = begin >= ceiling or is_amount_of(tokens[begin], rules) or (rules.verb_second and _is_whose(field, begin))
        other = None if no_teller else _known_phrase(field, begin, ceiling)
        if other is None or any(c.first <= other[1] and other[0] <= c.first and c.sort is Sort.PRONOUN for c in field.candidates):
            break
        last = other[1]
        closes = last + 1 >= len(tokens) or tokens[last + 1].text in BREAKS or tokens[last + 1].lower in edge
        if tokens[at].lower in rules.conjunctions or begin > at + 1:
            return last if closes else phrase[1]
    return phrase[1]


def is_amount_of(token: Token, rules: AttributionRules) -> bool:
    """Whether the token is an amount and no article: "the army and two brothers" does not name two who speak."""
    return is_amount(token, rules) and token.lower not in rules.articles


def _with_name(field: Field, phrase: tuple[int, int], ceiling: int) -> int:
    """The last token of "its director, Amal Rizk": an office with the name set off after it."""
    first, last = phrase
    name = field.by_start.get(last + 2)
    if name is None or name.sort is not Sort.NAME or name.last >= ceiling or field.tokens[last + 1].text != ",":
        return last
    ends = name.last + 1 >= len(field.tokens) or field.tokens[name.last + 1].text in BREAKS
    named = any(first <= c.first <= last and c.sort in (Sort.PARTY, Sort.NAME, Sort.PRONOUN) for c in field.candidates)
    return name.last if ends and not named else last


def _known_phrase(field: Field, at: int, ceiling: int) -> tuple[int, int] | None:
    """The phrase at token `at` with one in it who could be speaking by the lists."""
    tokens, rules = field.tokens, field.rules
    if at not in field.by_start and tokens[at].lower in rules.links and tokens[at].lower not in rules.determiners:
        return None
    for look in range(at, min(at + 6, ceiling)):
        token = tokens[look]
        if look in field.by_start and not describes(field, field.by_start[look], ceiling):
            last = _widen_right(field, field.by_start[look].last, ceiling)
            return (at, last) if field.by_start[look].alone or last > field.by_start[look].last else None
        if token.text in ("'", "’", "-", "‘") or (look == at and _is_whose(field, at)):
            continue
        if token.text in BREAKS or token.kind is TokenKind.NUMBER or token.lower in rules.stops or token.lower in rules.finite:
            break
        if token.lower in rules.not_speakers and token.lower not in rules.determiners:
            break
    return None


def _is_whose(field: Field, at: int) -> bool:
    """ "Aldus zijn familie": a possessive right before a noun for a kind of speaker, though it is also a verb."""
    owned = field.by_start.get(at + 1)
    whose = field.rules.determiners - field.rules.definites - field.rules.articles
    return field.tokens[at].lower in whose and owned is not None and owned.sort is Sort.ROLE


def _widen_right(field: Field, last: int, ceiling: int) -> int:
    tokens, rules = field.tokens, field.rules
    for _ in range(4):
        at = last + 1
        hyphen = at + 1 < ceiling and tokens[at].text == "-" and tokens[last].end == tokens[at].start == tokens[at + 1].start - 1
        if hyphen and at + 1 in field.by_start:
            last = field.by_start[at + 1].last
            continue
        if at < ceiling and _begins_anew(tokens[at], rules):
            return last
        while at < ceiling and at not in field.by_start and _links(tokens[at], rules) and at - last <= _WIDEST_GAP:
            at += 1
        follows = field.by_start.get(at)
        whose = follows is not None and follows.sort is Sort.ANAPHOR and tokens[last + 1].lower in rules.qualifiers  # "of the army"
        if follows is None or at >= ceiling or (follows.sort in (Sort.PRONOUN, Sort.ANAPHOR) and not whose):
            ends = last + 3 >= len(tokens) or tokens[min(last + 3, len(tokens) - 1)].text in BREAKS
            served = last + 2 < ceiling and tokens[last + 1].lower in rules.qualifiers and ends
            return last + 2 if served and is_plain_noun(tokens[last + 2], rules) else last  # "the service for emergencies"
        between = {token.lower for token in tokens[last + 1 : at]}
        if between & rules.conjunctions:
            return last
        last = follows.last
        after = last + 1
        if between & rules.definites and after < ceiling and is_plain_noun(tokens[after], rules):
            return after  # "officials in the Yemeni capital"
    return last


def _begins_anew(token: Token, rules: AttributionRules) -> bool:
    """ "Volgens de autoriteiten twee andere mannen": a number or "other" that no preposition joins to the speaker opens a phrase."""
    if token.lower in rules.articles or token.lower in rules.conjunctions:
        return rules.verb_second and token.lower in rules.articles  # "werd volgens de autoriteiten het kamp getroffen"
    return is_amount(token, rules) or (token.lower in rules.determiners and token.lower not in rules.links)
