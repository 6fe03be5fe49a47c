"""What attackers and unlucky desks bring: texts of one thing a million times, numbers without end, days at the calendar's edge,
places where nothing can be written. The full counts are soak tests."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kroniek.cli.settings import parse_settings
from kroniek.contracts.records import claim_record, line
from kroniek.errors import LedgerError, SettingsError, UsageError
from kroniek.incidents.findings import conflicts_of
from kroniek.ledger.store import Ledger
from kroniek.model.claim import Claim
from kroniek.model.report import Document
from kroniek.model.span import Span
from kroniek.reading.load import load_rules
from kroniek.reading.long_sentences import MOST_TOKENS, cut_long
from kroniek.reading.reader import read
from kroniek.reading.result import Reading
from kroniek.reading.sentences import sentences
from kroniek.text.tokens import tokenise
from tests.hostile_texts import UNITS, repeated

RULES = load_rules()
CONTROL = set(range(0x20)) - {0x0A, 0x0D} | set(range(0x7F, 0xA0))


def read_text(text: str, language: str | None = "en", published: date | None = None) -> Reading:
    day = None if published is None else published.isoformat()
    return read(Document(id="x", text=text, language=language, published=day, published_day=published), RULES)


def kroniek(folder: Path, *arguments: str, stdout: int | None = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kroniek.cli.main", *arguments], cwd=folder, stdout=stdout, stderr=subprocess.PIPE, text=True,
        check=False, timeout=300,
    )  # fmt: skip


def hold_to_text(reading: Reading) -> None:
    """Every offset of every claim lies in the text and holds the words that the claim gives; ids are unique; JSON is plain."""
    text = reading.document.text
    ids = [claim.id for claim in reading.claims]
    assert len(set(ids)) == len(ids)
    for claim in reading.claims:
        record = claim_record(claim)
        json.loads(line(record), parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
        for words in _spans(record):
            if words.get("text") is not None and isinstance(words.get("start"), int):
                assert text[int(str(words["start"])) : int(str(words["end"]))] == words["text"]
    for block in reading.blocks:
        assert 0 <= block.start <= block.end <= len(text)


def _spans(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if {"text", "start", "end"} <= value.keys() else []
        return own + [span for inner in value.values() for span in _spans(inner)]
    if isinstance(value, list):
        return [span for inner in value for span in _spans(inner)]
    return []


@pytest.mark.parametrize("name", UNITS)
def test_one_thing_over_and_over(name: str) -> None:
    hold_to_text(read_text(repeated(UNITS[name], 6_000)))


def processor_seconds(text: str) -> float:
    begun = time.process_time()
    read_text(text)
    return time.process_time() - begun


@pytest.mark.soak
@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_the_text(name: str, record_property: Callable[[str, object], None]) -> None:
    """Four times the text takes no more than six times the processor time (quadratic would be sixteen)."""
    record_property("counts", "50,000 and 200,000 characters of one thing")
    short, long = repeated(UNITS[name], 50_000), repeated(UNITS[name], 200_000)
    before = min(processor_seconds(short) for _ in range(2))
    assert processor_seconds(long) < 6 * before + 0.5


@pytest.mark.soak
def test_a_full_report_of_many_things(record_property: Callable[[str, object], None]) -> None:
    """The longest text that is taken, of all units in turn, comes to its end within the time that one document has."""
    record_property("counts", "a report of 1,000,000 characters")
    text = "".join(repeated(unit, 20_000) + "\n\n" for unit in UNITS.values())
    hold_to_text(read_text(text[:1_000_000]))


@pytest.mark.parametrize("name", UNITS)
def test_no_sentence_is_longer_than_people_write(name: str) -> None:
    text = repeated(UNITS[name], 6_000)
    spans = sentences(text, 0, len(text), RULES.sentences)
    assert all(len(tokenise(text, span.start, span.end)) <= MOST_TOKENS for span in spans)


@given(st.text(alphabet="a ,;|(\u0301\u00a05", max_size=3_000), st.integers(0, 5), st.integers(0, 5))
def test_pieces_of_a_sentence_hold_its_tokens(text: str, skip: int, drop: int) -> None:
    span = Span(min(skip, len(text)), max(len(text) - drop, min(skip, len(text))))
    pieces = cut_long(text * 3, span)
    assert (pieces[0].start, pieces[-1].end) == (span.start, span.end)
    whole = tokenise(text * 3, span.start, span.end)
    assert [token for piece in pieces for token in tokenise(text * 3, piece.start, piece.end)] == whole


@pytest.mark.parametrize(
    "number",
    ["9" * 5_000, "9" * 400 + ".5", "1.000" * 2_000, "1,000" + ",000" * 500, "0" * 3_000 + "5", "5 million" + " million" * 200,
     "nine " * 3_000, "９" * 5_000, "٩" * 5_000, "99999999999999999999", "1" + "\u00a0000" * 2_000, "vijf" * 500, "(" + "7" * 5_000 + ")",
     "7" * 5_000 + "-" + "8" * 5_000],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "nl"])
def test_numbers_without_end(number: str, language: str) -> None:
    reading = read_text(f"An airstrike killed at least {number} people, {number} were wounded, and Amal Khoury, {number}, died.", language)
    hold_to_text(reading)
    for claim in reading.claims:
        for value in (claim.quantity.low, claim.quantity.high):
            assert value is None or abs(value) < 10**15


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar(published: date, tmp_path: Path) -> None:
    text = "Five people were killed in an airstrike on Aleppo on Monday. Six were killed yesterday, seven tomorrow, nine next year."
    text += " A day earlier, shelling killed four. The raid came two days after another attack killed three people in the same town."
    hold_to_text(read_text(text, "en", published))
    report = {"id": "x", "text": text, "published": published.isoformat()}
    other = {"id": "y", "text": text + " It was hit.", "published": published.isoformat()}
    (tmp_path / "in.jsonl").write_text(json.dumps(report) + "\n" + json.dumps(other) + "\n")
    done = kroniek(tmp_path, "assess", "in.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


SAMPLE = read_text("Five people were killed in an airstrike on Aleppo.").claims[0]


def with_range(number: int, low: int, high: int) -> Claim:
    return replace(SAMPLE, id=f"c{number}", quantity=replace(SAMPLE.quantity, low=low, high=high))


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3)), max_size=14))
def test_conflicts_are_those_of_every_pair(ranges: list[tuple[int, int]]) -> None:
    claims = [with_range(at, low, low + more) for at, (low, more) in enumerate(ranges)]
    expected: dict[object, tuple[str, str]] = {}
    for at, first in enumerate(claims):
        for second in claims[at + 1 :]:
            if not first.quantity.range.overlaps(second.quantity.range):
                expected.setdefault((first.quantity.range, second.quantity.range), (first.id, second.id))
    assert [conflict.claims for conflict in conflicts_of(claims)] == list(expected.values())


def test_twenty_thousand_totals_that_all_disagree() -> None:
    claims = [with_range(at, at, at) for at in range(20_000)]
    assert len(conflicts_of(claims)) == 1_000


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.text(max_size=400), st.sampled_from(["en", "nl", None, "ar"]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    hold_to_text(read_text(text, language))


PIECES = st.lists(st.sampled_from([*UNITS.values(), *"0123456789.,()\"'-:;\n “”", "\u0301", "\u202e", "Aleppo", "\x00"]), max_size=60)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=80)
@given(PIECES, st.sampled_from(["en", "nl"]))
def test_any_mix_of_the_fields_words_is_read(pieces: list[str], language: str) -> None:
    hold_to_text(read_text("".join(pieces), language))


@pytest.mark.soak
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=2_500)
@given(text=st.text(max_size=2_000), language=st.sampled_from(["en", "nl", None, "ar"]))
def test_any_text_is_read_many_times(text: str, language: str | None, record_property: Callable[[str, object], None]) -> None:
    record_property("counts", "2,500 texts of any signs")
    hold_to_text(read_text(text, language))


@pytest.mark.soak
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=2_500)
@given(pieces=PIECES, language=st.sampled_from(["en", "nl"]))
def test_any_mix_is_read_many_times(pieces: list[str], language: str, record_property: Callable[[str, object], None]) -> None:
    record_property("counts", "2,500 mixes of the field's words")
    hold_to_text(read_text("".join(pieces), language))


def test_no_control_character_reaches_a_terminal(tmp_path: Path) -> None:
    text = "Five people were killed in an airstrike on Aleppo."
    report = {"id": "a\x1b[31mred\x07", "text": text, "publisher": "\x1b]0;t\x07", "published": "\x1b[2J"}
    (tmp_path / "in.jsonl").write_text(json.dumps(report) + "\n" + json.dumps({**report, "text": "Six people."}) + "\n")
    runs = [kroniek(tmp_path, "read", "in.jsonl"), kroniek(tmp_path, "explain", "in.jsonl"), kroniek(tmp_path, "build", "in.jsonl")]
    runs.append(kroniek(tmp_path, "incidents"))
    runs.append(kroniek(tmp_path, "export", "--format", "csv", "--what", "claims"))
    for done in runs:
        assert "Traceback" not in done.stderr
        assert not {ord(character) for character in done.stdout + done.stderr} & CONTROL


@pytest.mark.parametrize("command", [("read", "in.txt"), ("assess", "in.txt"), ("explain", "in.txt"), ("--version",), ("build", "in.txt")])
def test_a_full_disk_is_told_in_a_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("there is no /dev/full here")
    (tmp_path / "in.txt").write_text("Five civilians were killed in an airstrike on Aleppo on 3 January 2017.")
    with full.open("w") as stream:
        done = kroniek(tmp_path, *command, stdout=stream.fileno())
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "No space left on device" in done.stderr


def test_output_never_takes_the_place_of_a_device(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("Five people were killed in an airstrike on Aleppo.")
    done = kroniek(tmp_path, "read", "in.txt", "--output", "/dev/stdout")
    assert (done.returncode, json.loads(done.stdout)["quantity"]["low"]) == (0, 5), done.stderr
    assert not Path("/dev/stdout").is_file() or Path("/dev/stdout").is_symlink()


def test_output_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    (tmp_path / "target").write_text("before")
    (tmp_path / "in.txt").write_text("Five people were killed in an airstrike on Aleppo.")
    assert kroniek(tmp_path, "read", "in.txt", "--output", "link").returncode == 0
    assert (tmp_path / "link").is_symlink()
    assert "killed" in (tmp_path / "target").read_text()


@pytest.mark.parametrize("output", [".", "..", "/"])
def test_output_into_a_folder_is_misuse(tmp_path: Path, output: str) -> None:
    from kroniek.cli.output import writing

    with pytest.raises(UsageError, match="cannot be written"), writing(Path(output)):
        raise AssertionError("never gets here")


@pytest.mark.parametrize("location", ["x" * 5_000, "a\0b", "/dev/null", "no/such/folder/l"])
def test_places_where_no_ledger_can_be(location: str) -> None:
    with pytest.raises(LedgerError):
        Ledger.open(location, create=True)


def test_settings_nested_without_end() -> None:
    with pytest.raises(SettingsError, match="nested"):
        parse_settings("title = " + "[" * 100_000, "kroniek.toml")
