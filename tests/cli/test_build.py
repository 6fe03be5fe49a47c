"""The commands that make and use a ledger, as a person runs them; and builds that are killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kroniek.ledger.store import Ledger
from tests.ledger.making import dump

TOWNS = ("Raqqa", "Mosul", "Idlib", "Aleppo", "Homs")


def kroniek(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(*arguments), cwd=folder, capture_output=True, text=True, check=False, timeout=300)


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "kroniek.cli.main", *arguments]


def write_reports(folder: Path, count: int, changed: int = 0) -> None:
    folder.mkdir(exist_ok=True)
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            town, day = TOWNS[number % len(TOWNS)], 1 + number % 25
            killed = number % 17 + 2 + (number < changed)
            text = (
                f"At least {killed} civilians were killed in an airstrike on {town} on {day} March 2017, according to local activists. "
                f"Among the dead was Amal Khoury{'' if number % 2 else ', 34'}. A Coalition spokesman denied the strike."
            )
            known = {"language": "en", "published": f"2017-03-{day + 1:02d}", "publisher": f"Paper {number % 7}"}
            report = {"id": f"r{number}", "text": text, "title": f"Strike on {town}", **known}
            file.write(json.dumps(report) + "\n")


def test_from_reports_to_a_report(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 6)
    (tmp_path / "in" / "empty.txt").touch()
    first = kroniek(tmp_path, "build", "in")
    assert first.returncode == 1
    assert first.stdout.startswith("7 reports: 6 new, 0 changed, 0 unchanged; 1 failed; ")
    assert "empty.txt: the file is empty" in first.stderr
    write_reports(tmp_path / "in", 7, changed=1)
    (tmp_path / "in" / "empty.txt").unlink()
    second = kroniek(tmp_path, "build", "in")
    assert second.returncode == 0, second.stderr
    assert second.stdout.startswith("7 reports: 1 new, 1 changed, 5 unchanged; ")

    whole = kroniek(tmp_path, "verify")
    assert (whole.returncode, "The ledger is whole." in whole.stdout) == (0, True), whole.stdout
    report = kroniek(tmp_path, "report", "--output", "r.html")
    assert report.returncode == 0, report.stderr
    assert "<h1>Kroniek</h1>" in (tmp_path / "r.html").read_text(encoding="utf-8")
    public, private = kroniek(tmp_path, "export"), kroniek(tmp_path, "export", "--private")
    assert "Khoury" in private.stdout
    assert "Khoury" not in public.stdout
    assert {json.loads(line)["type"] for line in public.stdout.splitlines()} == {"incident", "claim"}
    assert kroniek(tmp_path, "export", "--format", "csv", "--what", "claims").stdout.startswith("id,document,version,")
    points = json.loads(kroniek(tmp_path, "export", "--format", "geojson").stdout)
    assert len(points["features"]) >= 5


def test_settings_count(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    (tmp_path / "kroniek.toml").write_text('ledger = "own.ledger"\ntitle = "Our <desk>"\n')
    assert kroniek(tmp_path, "build", "in").returncode == 0
    assert (tmp_path / "own.ledger").exists()
    assert kroniek(tmp_path, "report").returncode == 0
    assert "<h1>Our &lt;desk&gt;</h1>" in (tmp_path / "report.html").read_text(encoding="utf-8")
    (tmp_path / "kroniek.toml").write_text('titel = "x"\n')
    wrong = kroniek(tmp_path, "build", "in")
    assert wrong.returncode != 0
    assert "there is no key 'titel'" in wrong.stderr
    assert "Traceback" not in wrong.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("build",), 2, "PATH"),
        (("build", "in", "--codebook", "none"), 2, "no codebook is called 'none'"),
        (("build", "in", "--ledger", "no/such/folder/x"), 1, "does not exist"),
        (("verify",), 1, "there is no ledger here"),
        (("report",), 1, "there is no ledger here"),
        (("export", "--format", "xls"), 2, "no such format"),
        (("export", "--format", "geojson", "--what", "claims"), 2, "geojson holds incidents"),
    ],
)
def test_misuse_is_told_in_a_line(tmp_path: Path, arguments: tuple[str, ...], status: int, words: str) -> None:
    write_reports(tmp_path / "in", 1)
    done = kroniek(tmp_path, *arguments)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_ledger_is_told(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 2)
    kroniek(tmp_path, "build", "in")
    ledger = tmp_path / "kroniek.ledger"
    data = bytearray(ledger.read_bytes())
    data[data.index(b"At least 2 civilians")] ^= 0x20
    ledger.write_bytes(data)
    done = kroniek(tmp_path, "verify")
    assert done.returncode == 1
    assert "BROKEN report 'r0'" in done.stdout
    assert "Traceback" not in done.stderr


def kill_and_go_on(folder: Path, kills: int, reports: int) -> None:
    """Kill builds at moments over their whole length, and hold the ledger to be whole each time, and right at the end."""
    chance = random.Random(20170301)
    write_reports(folder / "in", reports)
    begun = time.monotonic()
    assert kroniek(folder, "build", "in", "--ledger", "clean.ledger", "--jobs", "1").returncode == 0
    length = time.monotonic() - begun
    for number in range(kills):
        if number % 5 == 0:
            for old in folder.glob("killed.ledger*"):
                old.unlink()
        build = subprocess.Popen(
            _command("build", "in", "--ledger", "killed.ledger", "--jobs", "1"), cwd=folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        time.sleep(chance.uniform(0.15, 1.0) * length)
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        if (folder / "killed.ledger").exists():
            state = kroniek(folder, "verify", "--ledger", "killed.ledger")
            # Killed before there were tables, it is no ledger yet; the next build makes one.
            assert state.returncode == 0 or "holds no ledger" in state.stderr, state.stdout + state.stderr
    assert kroniek(folder, "build", "in", "--ledger", "killed.ledger", "--jobs", "1").returncode == 0
    assert kroniek(folder, "verify", "--ledger", "killed.ledger").returncode == 0
    with Ledger.open(str(folder / "clean.ledger")) as clean, Ledger.open(str(folder / "killed.ledger")) as killed:
        assert killed.counts().versions == clean.counts().versions == reports
        assert dump(killed) == dump(clean)


def test_killed_builds(tmp_path: Path) -> None:
    kill_and_go_on(tmp_path, kills=4, reports=150)


@pytest.mark.soak
def test_killed_builds_many_times(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    record_property("counts", "50 kills of builds of 300 reports")
    kill_and_go_on(tmp_path, kills=50, reports=300)
