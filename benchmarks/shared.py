"""The expert-coded data beside the project, its documents and its scorer. It may be absent: then nothing here is measured."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.doubts import corrected_rows

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
SCORER = SHARED / "eval" / "score.py"


@dataclass(frozen=True, slots=True)
class SharedSet:
    """One set: the scorer's name for it, its file, the command that reads it, and its documents where they are given."""

    name: str
    file: Path
    command: str
    documents: Path | None = None


SETS = (
    SharedSet("narratives", SHARED / "data" / "dev" / "narratives_gaza.jsonl", "assess"),
    SharedSet("strikes", SHARED / "data" / "dev" / "strike_texts.jsonl", "read"),
    SharedSet("conceded", SHARED / "data" / "dev" / "conceded_statements.jsonl", "read"),
    SharedSet("links", SHARED / "data" / "dev" / "incident_sources.jsonl", "assess"),
    SharedSet("figures", SHARED / "data" / "archive" / "gold.jsonl", "read", SHARED / "data" / "archive" / "docs.jsonl"),
)


def is_there(one: SharedSet) -> bool:
    """Whether the set and the scorer lie beside the project."""
    return SCORER.exists() and one.file.exists()


def kroniek(*arguments: str, output: Path) -> None:
    """Run Kroniek's command line with this Python, its standard output into a file. Raises CalledProcessError where it fails outright."""
    with output.open("wb") as out:
        subprocess.run([sys.executable, "-m", "kroniek.cli.main", *arguments], stdout=out, check=True, cwd=PROJECT)


def score(one: SharedSet) -> dict[str, float]:
    """Read the set's documents and score what comes out; measure -> value."""
    return score_both(one)[0]


def score_both(one: SharedSet) -> tuple[dict[str, float], dict[str, float] | None]:
    """The raw score; and that against the corrected reading of cases in which the coding looks wrong, None where there are none."""
    with tempfile.TemporaryDirectory() as folder:
        documents, out, corrected = (Path(folder) / name for name in ("documents.jsonl", "out.jsonl", "corrected.jsonl"))
        if one.documents is None:
            documents.write_bytes(_scorer("docs", one.name, str(one.file)))
        else:
            documents.write_bytes(one.documents.read_bytes())
        kroniek(one.command, str(documents), output=out)
        extra = [str(documents)] if one.documents is not None else []
        raw = _figures(_scorer(one.name, str(one.file), str(out), *extra))
        if one.name == "links":
            raw.update(_links_by_language(one.file, out, Path(folder)))
        rows = corrected_rows(one.name, one.file.read_bytes())
        if rows is None:
            return raw, None
        corrected.write_bytes(rows)
        return raw, _figures(_scorer(one.name, str(corrected), str(out), *extra))


def _links_by_language(gold: Path, out: Path, folder: Path) -> dict[str, float]:
    """B³ of the texts in each language alone, held against each other: nine in ten texts are Arabic and would hide the rest."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = {}
    for language, name in (("ar", "Arabic"), ("en", "English")):
        file = folder / f"gold_{language}.jsonl"
        kept = [{**row, "sources": [source for source in row["sources"] if source.get("language") == language]} for row in rows]
        file.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
        figures = _figures(_scorer("links", str(file), str(out)))
        found.update({f"{measure}, {name}": value for measure, value in figures.items() if measure.startswith("B3")})
    return found


def _figures(printed: bytes) -> dict[str, float]:
    figures: dict[str, float] = json.loads(printed.decode().strip().splitlines()[-1])
    return figures


def _scorer(*arguments: str) -> bytes:
    return subprocess.run([sys.executable, str(SCORER), *arguments], stdout=subprocess.PIPE, check=True).stdout
