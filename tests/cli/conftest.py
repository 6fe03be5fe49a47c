from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "kroniek.cli.main")


@dataclass(frozen=True)
class Ran:
    """What a run of the command left."""

    status: int
    output: bytes
    errors: list[str]


class Kroniek:
    """The command as a person runs it, in its own process and folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Ran:
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, cwd=self.folder, timeout=120, check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode().splitlines())


@pytest.fixture
def kroniek(tmp_path: Path) -> Kroniek:
    return Kroniek(tmp_path)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of three reports in two languages and a recipe, in a folder of its own."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("At least nine civilians, among them two children, were killed in an airstrike on Hawija on 3 June 2015.")
    (folder / "b.txt").write_text("Volgens het leger zijn bij de luchtaanval meer dan 100 strijders gedood.", encoding="utf-8")
    (folder / "c.html").write_text("<html><body><p>Four people were injured by shelling in Raqqa, the monitor said.</p></body></html>")
    (folder / "recipe.txt").write_text("Peel the potatoes and boil them until soft. Add butter, salt and a little milk, and stir well.")
    return folder
