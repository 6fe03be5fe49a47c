from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kroniek.contracts.schemas import schema
from tests.capture.conftest import pdf
from tests.cli.conftest import COMMAND, Kroniek


def test_claims_one_a_line(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("read", reports)
    assert (ran.status, ran.errors) == (0, [])
    claims = [json.loads(line) for line in ran.output.splitlines()]
    assert {claim["document"] for claim in claims} == {"a.txt", "b.txt", "c.html"}  # and none from a recipe without figures
    validator = Draft202012Validator(schema("claim"))
    assert [error.message for claim in claims for error in validator.iter_errors(claim)] == []
    text = (reports / "a.txt").read_text()
    for claim in claims:
        if claim["document"] == "a.txt":
            assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["text"]


def test_the_same_bytes_for_any_number_of_processes_and_from_anywhere(kroniek: Kroniek, reports: Path) -> None:
    for number in range(60):
        (reports / f"d{number}.txt").write_text(f"On Monday {number + 3} civilians were killed near Raqqa.")
    alone = kroniek("read", "reports", "--jobs", "1")
    assert alone.output.count(b"\n") >= 60
    assert kroniek("read", reports, "--jobs", "2") == alone
    assert kroniek("read", f"{reports}/", "--output", "claims.jsonl").status == 0
    assert (kroniek.folder / "claims.jsonl").read_bytes() == alone.output
    assert not (kroniek.folder / "claims.jsonl.part").exists()


def test_a_bad_report_gets_one_line_and_the_others_are_read(kroniek: Kroniek, reports: Path) -> None:
    good = kroniek("read", "reports").output
    (reports / "broken.txt").write_bytes(b"Nine killed \xff")
    (reports / "deep.html").write_bytes(b"<div>" * 1_000_000)
    (reports / "empty.txt").write_bytes(b"")
    (reports / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    (reports / "scan.pdf").write_bytes(pdf(""))
    (reports / "x.jsonl").write_bytes(b'{"id": 1, "text": "x"}\n')
    with (reports / "huge.txt").open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    (reports / "up").symlink_to(reports, target_is_directory=True)
    ran = kroniek("read", "reports", "missing.txt")
    assert (ran.status, ran.output) == (1, good)
    left_out = "kroniek: reports: left out 1 file that is no report by its name (.jpg 1); name one by itself to read it as text"
    assert ran.errors.count(left_out) == 1
    assert [error for error in ran.errors if error != left_out] == [
        "kroniek: reports/broken.txt: not valid UTF-8: byte 0xff at byte 12 (save it as UTF-8, then read it again)",
        "kroniek: reports/deep.html: no text could be taken out of the page",
        "kroniek: reports/empty.txt: the file is empty",
        "kroniek: reports/huge.txt: too large: 200 MB, the limit is 50 MB",
        "kroniek: reports/scan.pdf: the PDF holds no text (a scan?)",
        "kroniek: reports/up: a link to a folder that it lies in; not followed",
        "kroniek: reports/x.jsonl:1: field id: input should be a valid string",
        "kroniek: missing.txt: no such file or folder",
    ]


def test_standard_input(kroniek: Kroniek) -> None:
    lines = b'{"id": "one", "text": "Nine civilians were killed."}\noops\n{"id": "one", "text": "Nine civilians were killed."}\n'
    ran = kroniek("read", "-", stdin=lines)
    assert ran.status == 1
    assert {json.loads(line)["document"] for line in ran.output.splitlines()} == {"one"}
    assert sorted(line.split(": ")[1] for line in ran.errors) == ["standard input:2", "standard input:3"]


def test_a_note_is_no_failure(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("read", reports / "a.txt", reports / "a.txt")
    assert ran.status == 0
    assert ran.errors == [f"kroniek: {reports}/a.txt: left out: the same text with the id 'a.txt' was read before"]


@pytest.mark.parametrize(
    "arguments", [("read",), ("read", "a", "--jobs", "-1"), ("read", "a", "--jobs", "x"), ("raed", "a"), ("read", "--no")]
)
def test_misuse(kroniek: Kroniek, arguments: tuple[str, ...]) -> None:
    ran = kroniek(*arguments)
    assert (ran.status, ran.output) == (2, b"")
    assert ran.errors


def test_a_file_that_cannot_be_written(kroniek: Kroniek, reports: Path) -> None:
    ran = kroniek("read", reports, "--output", "no/such/folder")
    assert (ran.status, ran.errors) == (2, ["kroniek: no/such/folder: cannot be written: No such file or directory"])


def test_names_cannot_drive_the_terminal(kroniek: Kroniek, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nkroniek: b.txt").write_bytes(b"")
    assert kroniek("read", ".").errors == ["kroniek: a\\x1b[2J\\nkroniek: b.txt: the file is empty"]


def test_a_reader_that_stops_listening_is_no_trouble(reports: Path) -> None:
    for number in range(300):
        (reports / f"d{number}.txt").write_text("On Monday 9 civilians were killed near Raqqa. " * 20)
    with subprocess.Popen([*COMMAND, "read", str(reports), "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) != 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_at_once(jobs: str) -> None:
    line = b'{"id": "d%d", "text": "On Monday 9 civilians were killed near Raqqa."}\n'
    with subprocess.Popen(
        [*COMMAND, "read", "-", "--jobs", jobs],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    ) as running:
        assert running.stdin is not None
        running.stdin.write(b"".join(line % number for number in range(200)))
        running.stdin.flush()
        time.sleep(3)  # it waits for the next document now, with its processes at hand
        os.killpg(running.pid, signal.SIGINT)
        _, errors = running.communicate(timeout=20)
    assert running.returncode == 130
    assert b"Traceback" not in errors
    with pytest.raises(ProcessLookupError):  # none of its processes is left
        for _ in range(50):
            os.killpg(running.pid, 0)
            time.sleep(0.1)
