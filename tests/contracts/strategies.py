"""Any claim and any incident that the model allows, for properties that must hold of all of them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from kroniek.model.claim import (
    Accuracy,
    BlockReference,
    Bound,
    Claim,
    Comparison,
    ContextSpan,
    Flow,
    FlowParty,
    FlowRole,
    Group,
    Harm,
    Kind,
    Method,
    ObjectMention,
    PartyMention,
    PlaceMention,
    PlaceRole,
    Quantity,
    Scope,
    SpeakerMention,
    SpeakerRole,
    Stance,
    TimeMention,
    Victim,
    Victims,
)  # fmt: skip
from kroniek.model.finding import Finding, Outcome, Severity
from kroniek.model.incident import (
    Belligerent,
    BelligerentStatus,
    CodedRange,
    Conflict,
    DeskCode,
    Entry,
    EntryValue,
    Grade,
    GradeValue,
    HarmRanges,
    Hinge,
    Incident,
    IncidentDate,
    IncidentDocument,
    IncidentMedia,
    MadeBy,
    Origin,
    Relation,
    RelationType,
    StrikeStatus,
    StrikeType,
)  # fmt: skip
from kroniek.model.interval import Number, Precision
from kroniek.model.report import Voice
from kroniek.model.span import Span, Words

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SHA256 = st.text("0123456789abcdef", min_size=64, max_size=64)
NUMBERS: st.SearchStrategy[Number] = st.one_of(st.integers(0, 10**12), st.floats(0, 1e12, allow_nan=False))
OFFSETS = st.integers(0, 5_000_000)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def _maybe(some: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | some


def _tuples(some: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(some, max_size=2).map(tuple)


def _where() -> st.SearchStrategy[dict[str, object]]:
    """Where a mention stands: in the text, or inferred from elsewhere in it."""
    spans = st.builds(lambda start, length: Span(start, start + length), OFFSETS, OFFSETS)
    standing: st.SearchStrategy[dict[str, object]] = st.fixed_dictionaries({"start": OFFSETS, "end": OFFSETS})
    inferred: st.SearchStrategy[dict[str, object]] = st.fixed_dictionaries({"inferred": st.just(True), "from_": spans})
    return standing | inferred


def _mentions(kind: type, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.builds(lambda where, rest: kind(**where, **rest), _where(), st.fixed_dictionaries({"text": WORDS, **fields}))


_WORDS_AT = st.builds(Words, WORDS, OFFSETS, OFFSETS)
_PARTY: dict[str, st.SearchStrategy[object]] = {"id": _maybe(WORDS), "name": _maybe(WORDS)}
PARTIES = _mentions(PartyMention, **_PARTY)
PLACES = _mentions(
    PlaceMention, name=_maybe(WORDS), id=_maybe(WORDS), country=_maybe(WORDS), admin1=_maybe(WORDS),
    lat=_maybe(st.floats(-90, 90)), lon=_maybe(st.floats(-180, 180)), accuracy=_maybe(st.sampled_from(Accuracy)),
    unresolved=st.booleans(), role=st.sampled_from(PlaceRole),
)  # fmt: skip
TIMES = _mentions(
    TimeMention, start_day=DAYS, end_day=DAYS, precision=st.sampled_from(Precision), part_of_day=_maybe(WORDS),
    minute=_maybe(st.sampled_from(["00:00", "23:59"])),
)  # fmt: skip
VICTIMS = st.builds(
    Victim, text=WORDS, start=OFFSETS, end=OFFSETS, names=st.dictionaries(WORDS, WORDS, max_size=2), age=_maybe(st.integers(0, 130)),
    gender=_maybe(WORDS), harm=_maybe(st.sampled_from(Harm)), occupation=_maybe(WORDS), child=_maybe(st.booleans()),
)  # fmt: skip

CLAIMS: st.SearchStrategy[Claim] = st.builds(
    Claim,
    id=WORDS, document=WORDS, version=SHA256,
    block=st.builds(
        BlockReference, id=WORDS, voice=st.sampled_from(Voice), language=WORDS, publisher=_maybe(WORDS), author=_maybe(WORDS),
        published=_maybe(DAYS), title=_maybe(WORDS), parent=_maybe(WORDS), start=OFFSETS, end=OFFSETS,
    ),
    figure=_maybe(_WORDS_AT), evidence=_WORDS_AT,
    context=_tuples(st.builds(ContextSpan, text=WORDS, start=OFFSETS, end=OFFSETS, role=WORDS)),
    kind=st.sampled_from(Kind),
    quantity=st.builds(
        Quantity, _maybe(NUMBERS), _maybe(NUMBERS), st.sampled_from(Bound), unit=_maybe(WORDS), per=_maybe(WORDS), malformed=st.booleans(),
    ),
    harm=_maybe(st.sampled_from(Harm)),
    victims=_maybe(st.builds(Victims, st.sampled_from(Group), _maybe(WORDS))),
    people=_tuples(VICTIMS), effect=_maybe(WORDS),
    object=_maybe(_mentions(ObjectMention, category=_maybe(WORDS))),
    part_of=_maybe(WORDS), actor=_maybe(PARTIES), target=_maybe(PARTIES),
    parties=_tuples(_mentions(FlowParty, id=_maybe(WORDS), name=_maybe(WORDS), role=st.sampled_from(FlowRole))),
    flow=_maybe(st.sampled_from(Flow)),
    compared_to=_maybe(st.builds(Comparison, text=WORDS, claim=_maybe(WORDS), time=_maybe(TIMES), place=_maybe(PLACES))),
    method=_maybe(st.sampled_from(Method)),
    place=_maybe(PLACES), places=_tuples(PLACES), time=_maybe(TIMES),
    said_by=_tuples(_mentions(SpeakerMention, role=st.sampled_from(SpeakerRole), **_PARTY)),
    stance=st.sampled_from(Stance), hedges=_tuples(_WORDS_AT), scope=st.sampled_from(Scope), doubts=_tuples(WORDS), rules=_tuples(WORDS),
)  # fmt: skip

_RANGES = _maybe(
    st.builds(
        CodedRange, _maybe(NUMBERS), _maybe(NUMBERS), low_claims=_tuples(WORDS), high_claims=_tuples(WORDS), rules=_tuples(WORDS),
        best=_maybe(NUMBERS),
    )
)
FINDINGS: st.SearchStrategy[Finding] = st.builds(
    Finding, st.sampled_from(Severity), WORDS, WORDS, _tuples(WORDS), outcome=st.sampled_from(Outcome), value=_maybe(NUMBERS),
    unit=_maybe(WORDS), documents=_tuples(WORDS), incident=_maybe(WORDS), id=WORDS,
)  # fmt: skip
_HARM = st.builds(HarmRanges, **dict.fromkeys(HarmRanges.__slots__, _RANGES))

INCIDENTS: st.SearchStrategy[Incident] = st.builds(
    Incident,
    id=WORDS, title=WORDS, made_by=st.builds(MadeBy, WORDS, WORDS, SHA256, SHA256),
    documents=_tuples(st.builds(IncidentDocument, WORDS, st.booleans())),
    date=_maybe(st.builds(IncidentDate, DAYS, DAYS, st.sampled_from(Precision), _maybe(WORDS))),
    place=_maybe(PLACES),
    belligerents=_tuples(st.builds(Belligerent, _maybe(WORDS), WORDS, st.sampled_from(BelligerentStatus))),
    strike_type=_tuples(st.sampled_from(StrikeType)), strike_status=_maybe(st.sampled_from(StrikeStatus)),
    infrastructure=_tuples(WORDS), media=_tuples(st.builds(IncidentMedia, WORDS, _maybe(WORDS), _maybe(SHA256), _tuples(WORDS))),
    killed=_HARM, injured=_HARM, missing=_HARM, detained=_HARM, displaced=_HARM,
    people=_tuples(VICTIMS),
    grade=st.builds(Grade, _maybe(st.sampled_from(GradeValue)), _tuples(WORDS), _tuples(WORDS)),
    origins=_tuples(st.builds(Origin, WORDS, _tuples(WORDS))),
    claims=_tuples(WORDS),
    conflicts=_tuples(st.builds(Conflict, st.tuples(WORDS, WORDS), WORDS)),
    related=_tuples(st.builds(Relation, WORDS, st.sampled_from(RelationType))),
    checks=_tuples(FINDINGS),
    entry=st.builds(Entry, st.sampled_from(EntryValue), _tuples(WORDS), _tuples(WORDS)),
    codes=_tuples(st.builds(DeskCode, WORDS, st.integers(0, 9) | WORDS, WORDS)),
    hinges=_tuples(
        st.builds(Hinge, WORDS, _tuples(st.sampled_from(("low", "high"))), _maybe(NUMBERS), _maybe(NUMBERS), WORDS)
    ),
)  # fmt: skip
