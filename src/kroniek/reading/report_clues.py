"""What a report tells beside its figures: means of attack, who is said to have done it and by how many, what was hit.

A pure function over text and a lexicon (`languages/<language>/clues.yaml`, read by `load_clues`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kroniek.made import quickly_made, replace
from kroniek.model.claim import Method, PartyMention
from kroniek.model.span import Span
from kroniek.reading.long_sentences import cut_long
from kroniek.reading.people_meant import people_meant
from kroniek.reading.stated_counts import Labelled, StatedCount, stated_counts
from kroniek.text.phrases import PhraseIndex, PhraseMatch
from kroniek.text.tokens import Token, TokenisedText

ACT_OF_COUNTING = "count:act"


class ClueKind(StrEnum):
    """What a sentence says of the attribution of the whole event."""

    ALL_ATTRIBUTE = "all_attribute"
    MANY_SOURCES = "many_sources"
    ONE_ATTRIBUTES = "one_attributes"
    NOBODY_NAMED = "nobody_named"
    BOTH_PARTIES = "both_parties"
    REPEATED = "repeated"
    DECLARED = "declared"
    NOT_DECLARED = "not_declared"
    ACCUSED = "accused"
    CONCEDED = "conceded"
    DENIED = "denied"
    CALLED_SINGLE = "called_single"
    CALLED_CONTESTED = "called_contested"
    VICTIM_CONTESTED = "victim_contested"
    LEFT_MINIMUM = "left_minimum"
    MAXIMUM_ONLY = "maximum_only"
    COUNTED_COMBATANT = "counted_combatant"
    LEFT_OUT = "left_out"
    HARM_WEAK = "harm_weak"
    CALLED_WEAK = "called_weak"
    COMBATANTS_ONLY = "combatants_only"
    NONE_KILLED = "none_killed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A sentence (`text` at `start` to `end`) that says something of the event's attribution; `parties` by id, in its order.

    `people` is how many people a sentence of the desk's own accounting means, None where it does not say; `since` where the sentence
    before it begins, which it may point to.
    """

    kind: ClueKind
    text: str
    start: int
    end: int
    rule: str
    parties: tuple[str, ...] = ()
    people: int | None = None
    since: int = 0


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class MethodClue:
    """Words for a means of attack. `paragraph` counts from 0; `other_event` where the sentence speaks of another attack."""

    method: Method
    text: str
    start: int
    end: int
    paragraph: int
    sentence: int
    general: bool = False
    other_event: bool = False
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingClue:
    """Words for what was hit (`category` of infrastructure) or what shows it (`category` photo or video)."""

    category: str
    text: str
    start: int
    end: int
    paragraph: int
    sentence: int


ACCOUNTED = {
    ClueKind.VICTIM_CONTESTED: "person_status",
    ClueKind.LEFT_MINIMUM: "left_out",
    ClueKind.MAXIMUM_ONLY: "counted_word",
    ClueKind.COUNTED_COMBATANT: "not_civilian",
    ClueKind.LEFT_OUT: "left_out",
}
"""What a desk says of people that it counts apart, and the group of words beside which it tells how many."""
_ASSESSING = frozenset(
    {
        ClueKind.ALL_ATTRIBUTE,
        ClueKind.MANY_SOURCES,
        ClueKind.CALLED_SINGLE,
        ClueKind.CALLED_CONTESTED,
        ClueKind.CALLED_WEAK,
        ClueKind.HARM_WEAK,
        ClueKind.VICTIM_CONTESTED,
    }
)


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClues:
    """All clues of one text, each in the order of the text; and where its first sentence and first paragraph end.

    Headings and date lines above the first paragraph belong to it: their sentence is 0, their paragraph 0.
    """

    first_sentence_end: int = 0
    first_paragraph_end: int = 0
    methods: tuple[MethodClue, ...] = ()
    statements: tuple[Clue, ...] = ()
    infrastructure: tuple[ThingClue, ...] = ()
    media: tuple[ThingClue, ...] = ()
    counted: tuple[StatedCount, ...] = ()

    @property
    def assesses(self) -> bool:
        """Whether the report sums up sources itself, as a researcher's assessment does."""
        return any(clue.kind in _ASSESSING for clue in self.statements)


@dataclass(frozen=True, slots=True)
class StatementRule:
    """A sentence that holds a phrase of every group in `all_of`, and none of `none_of`, is a clue of `kind`.

    With `within`, the first words of the phrases lie within so many tokens. `party` asks for a belligerent in the sentence.
    """

    id: str
    kind: ClueKind
    all_of: tuple[str, ...]
    none_of: tuple[str, ...] = ()
    within: int | None = None
    ordered: bool = False
    party: bool = False
    needed: frozenset[str] = field(init=False, repr=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        object.__setattr__(self, "needed", frozenset(self.all_of))


@dataclass(frozen=True, slots=True)
class ClueRules:
    """The lexicon of one language: phrases to `group:...`, `method:...`, `thing:...`, `media:...` labels, the statement rules; and what
    `stated_counts` and `people_meant` need: phrases to `count:...` labels, number words, words that mean a number of people, and nouns
    that are none."""

    phrases: PhraseIndex[tuple[str, ...]]
    statements: tuple[StatementRule, ...]
    counting: PhraseIndex[tuple[str, ...]] = field(default_factory=PhraseIndex)
    numbers: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    not_people: frozenset[str] = frozenset()


@quickly_made
@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    paragraph: int
    number: int


_BREAK = re.compile(r"(?P<paragraph>\n[ \t]*\n\s*|\n)|(?<=[.!?])[\"”’')\]]{0,2}(?P<sentence>\s+)(?=[\"“‘'(\[]{0,2}[^\W\d_a-z]|@|\d)")
_LONGEST_CLOSE = 40
_POINTED_BACK = 3  # sentences before it that "they" may point to
_STOPS = (".", "!", "?", "…")
_ABBREVIATED = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|No|Gen|Col|Lt|Maj|Prof|Sgt|U\.S|U\.N|a\.m|p\.m|approx|[A-Z])\.)$")


def _sentences(text: str) -> list[_Sentence]:
    found: list[_Sentence] = []
    start = paragraph = 0
    for match in _BREAK.finditer(text):
        at = match.start()
        if match.group("sentence") and _ABBREVIATED.search(text[max(start, at - 12) : at]):
            continue
        _add(found, text, start, at, paragraph)
        start = match.end()
        if match.group("paragraph"):
            paragraph += 1
    _add(found, text, start, len(text), paragraph)
    return _below_headings(text, found)


def _add(found: list[_Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    if text[start:end].strip():
        number = found[-1].number + 1 if found else 0
        found.extend(_Sentence(piece.start, piece.end, paragraph, number) for piece in cut_long(text, Span(start, end)))


def _below_headings(text: str, found: list[_Sentence]) -> list[_Sentence]:
    """Sentences and paragraphs counted from the first one that is no heading or date line: those are counted with it."""
    first = next((each for each in found if text[max(0, each.end - _LONGEST_CLOSE) : each.end].rstrip("\"”’')] ").endswith(_STOPS)), None)
    if first is None:
        return found
    return [
        _Sentence(each.start, each.end, max(0, each.paragraph - first.paragraph), max(0, each.number - first.number)) for each in found
    ]


def _start(party: PartyMention) -> int:
    return party.start or 0


def report_clues(
    text: str,
    rules: Mapping[str, ClueRules],
    language: str,
    parties: Sequence[PartyMention] = (),
    tokenised: TokenisedText | None = None,
) -> ReportClues:
    """The clues of a text in `language` (a language without a lexicon gives none). `parties` are those found in the text; `tokenised` is
    the text with its tokens, where the caller has it."""
    lexicon = rules.get(language)
    if lexicon is None:
        return ReportClues()
    methods: list[MethodClue] = []
    statements: list[Clue] = []
    things: list[ThingClue] = []
    media: list[ThingClue] = []
    counted: list[StatedCount] = []
    sentences = _sentences(text)
    tokenised = tokenised or TokenisedText(text)
    named = sorted((p for p in parties if p.start is not None and p.id), key=_start)
    for at, sentence in enumerate(sentences):
        tokens = tokenised.within(sentence.start, sentence.end)
        labelled = _labels(lexicon, tokens)
        if not labelled:
            continue
        inside = named[bisect_left(named, sentence.start, key=_start) : bisect_left(named, sentence.end, key=_start)]
        statements += _accounted(text, sentences, at, _statements(text, sentence, labelled, lexicon.statements, inside), labelled, lexicon)
        other = any(label == "group:other_event" for label, _ in labelled)
        if any(label == ACT_OF_COUNTING for label, _ in labelled):
            counts = [Labelled(label[6:], match.start, match.end) for match in lexicon.counting.scan(tokens) for label in match.value]
            counted += stated_counts(text, sentence.start, sentence.end, counts, lexicon.numbers)
        for label, match in labelled:
            group, _, name = label.partition(":")
            words = text[match.start : match.end]
            if group in ("method", "general"):
                methods.append(
                    MethodClue(
                        method=Method(name), text=words, start=match.start, end=match.end, paragraph=sentence.paragraph,
                        sentence=sentence.number, general=group == "general", other_event=other, party=_beside(match, inside, text),
                    )
                )
            elif group in ("thing", "media"):
                clue = ThingClue(
                    category=name, text=words, start=match.start, end=match.end, paragraph=sentence.paragraph, sentence=sentence.number
                )
                (things if group == "thing" else media).append(clue)
    return ReportClues(
        first_sentence_end=max((each.end for each in sentences if each.number == 0), default=0),
        first_paragraph_end=max((each.end for each in sentences if each.paragraph == 0), default=0),
        methods=tuple(methods),
        statements=tuple(statements),
        infrastructure=tuple(things),
        media=tuple(media),
        counted=tuple(counted),
    )


def _labels(lexicon: ClueRules, tokens: Sequence[Token]) -> list[tuple[str, PhraseMatch[tuple[str, ...]]]]:
    return [(label, match) for match in lexicon.phrases.scan(tokens) for label in match.value]


def _beside(match: PhraseMatch[tuple[str, ...]], parties: Sequence[PartyMention], text: str) -> str | None:
    """The party whose name stands right before the words ("an alleged X airstrike") or after "by"."""
    for party in parties:
        if party.end is not None and 0 <= match.start - party.end <= 12 and "." not in text[party.end : match.start]:
            return party.id
        if party.start is not None and 0 <= party.start - match.end <= 20 and " by " in text[match.end : party.start]:
            return party.id
    return None


def _statements(
    text: str,
    sentence: _Sentence,
    labelled: Sequence[tuple[str, PhraseMatch[tuple[str, ...]]]],
    rules: Sequence[StatementRule],
    parties: Sequence[PartyMention],
) -> list[Clue]:
    places: dict[str, list[PhraseMatch[tuple[str, ...]]]] = {}
    for label, match in labelled:
        group, _, name = label.partition(":")
        if group == "group":
            places.setdefault(name, []).append(match)
    found: list[Clue] = []
    if not places:
        return found
    for rule in rules:
        if rule.party and not parties:
            continue
        if not places.keys() >= rule.needed or (rule.none_of and not places.keys().isdisjoint(rule.none_of)):
            continue
        if not _near(rule, [places[group] for group in rule.all_of]):
            continue
        ids = tuple(dict.fromkeys(party.id for party in parties if party.id))
        words = text[sentence.start : sentence.end].strip()
        found.append(Clue(kind=rule.kind, text=words, start=sentence.start, end=sentence.end, rule=rule.id, parties=ids))
    return found


def _accounted(
    text: str,
    sentences: Sequence[_Sentence],
    at: int,
    clues: list[Clue],
    labelled: Sequence[tuple[str, PhraseMatch[tuple[str, ...]]]],
    lexicon: ClueRules,
) -> list[Clue]:
    """The clues of sentence `at`; those of a desk's own accounting with the number of people that they mean."""
    if not any(clue.kind in ACCOUNTED for clue in clues):
        return clues
    here = sentences[at]
    before = [each for each in sentences[max(0, at - _POINTED_BACK) : at] if each.paragraph == here.paragraph]
    earlier = [text[each.start : each.end] for each in before]
    words = text[here.start : here.end]
    told = {word: lexicon.people[word] for word in re.findall(r"[^\W\d_]+", words.lower()) if word in lexicon.people}
    found = []
    for clue in clues:
        group = ACCOUNTED.get(clue.kind)
        if group is not None:
            place = next((match.start for label, match in labelled if label == f"group:{group}"), here.start) - here.start
            people = people_meant(words, place, told, earlier, lexicon.numbers, lexicon.not_people)
            clue = replace(clue, people=people, since=before[-1].start if before else here.start)
        found.append(clue)
    return found


def _near(rule: StatementRule, groups: Sequence[Sequence[PhraseMatch[tuple[str, ...]]]]) -> bool:
    """Whether a match of each group can be taken within `within` tokens of the first group's, in order where that is asked."""
    if rule.within is None and not rule.ordered:
        return True
    reach = rule.within if rule.within is not None else 10_000
    for anchor in groups[0]:
        last, fits = anchor, True
        for group in groups[1:]:
            after = [m for m in group if abs(m.first - anchor.first) <= reach and (not rule.ordered or m.first > last.first)]
            if not after:
                fits = False
                break
            last = after[0]
        if fits:
            return True
    return False
