"""The project's own gold for origins and for linking: which reports tell of one event, and on whose word their figures rest.

`gold/origins.jsonl` and `gold/origins_kept.jsonl` hold one report a line: id, language, publisher, published, text, where it has them url
and title, `group` (the event) and `origins` (the parties whose own figures of the event it gives, spelt alike within a group).
Run as a programme it prints the scores and, for the file that is free to look at, every wrong pair of reports.
"""

from __future__ import annotations

import io
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.own_gold import FOLDER, ORIGINS
from kroniek.capture.collect import STANDARD_INPUT, collect
from kroniek.cli.assessing import assessed
from kroniek.cli.making import made_by
from kroniek.cli.readings import read_all
from kroniek.codebooks.load import load_codebook
from kroniek.errors import DocumentError
from kroniek.model.incident import Incident

KEPT = "origins_kept"
_GOLD_FIELDS = frozenset({"group", "origins"})
Row = Mapping[str, Any]
Pair = tuple[str, str]


def origins_gold_names() -> list[str]:
    """The names of the sets for origins and linking that are committed."""
    return sorted(path.stem for path in FOLDER.glob(ORIGINS))


def origins_rows(name: str) -> list[Row]:
    """The rows of one set."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def incidents_of(rows: Sequence[Row]) -> tuple[Incident, ...]:
    """What `kroniek assess` makes of the reports; it is not shown what the gold says. Raises DocumentError where one cannot be read."""
    documents = [{field: value for field, value in row.items() if field not in _GOLD_FIELDS} for row in rows]
    lines = "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
    readings = []
    for reading in read_all(collect([STANDARD_INPUT], stdin=io.BytesIO(lines.encode())), jobs=1):
        if isinstance(reading, DocumentError):
            raise reading
        readings.append(reading)
    codebook = load_codebook("airwars")
    return tuple(assessed(readings, codebook, made_by(codebook)).incidents)


def score_origins(name: str) -> dict[str, float]:
    """Assess the reports of one set and score it: measure -> share, as the contract's scorers of origins and of links do."""
    rows = origins_rows(name)
    return score_incidents(rows, incidents_of(rows))


def score_incidents(rows: Sequence[Row], incidents: Sequence[Incident]) -> dict[str, float]:
    """Pairs of reports of one event that rest on one origin, and B-cubed of the reports' main incidents."""
    pairs = pairs_of_an_event(rows)
    want, got = gold_pairs(rows), found_pairs(incidents)
    right = sum(pair in want and pair in got for pair in pairs)
    origin = _measures(right, sum(pair in got for pair in pairs), sum(pair in want for pair in pairs))
    chosen = main_incidents(incidents)
    links = b_cubed({row["id"]: row["group"] for row in rows}, {row["id"]: chosen.get(row["id"], f"alone:{row['id']}") for row in rows})
    names = ("precision", "recall", "F1")
    return {f"same origin {name}": value for name, value in zip(names, origin, strict=True)} | {
        f"links B3 {name}": value for name, value in zip(names, links, strict=True)
    }


def pairs_of_an_event(rows: Sequence[Row]) -> list[Pair]:
    """Every two reports of one event, in the order of their ids."""
    return [(one["id"], other["id"]) for one, other in combinations(sorted(rows, key=_id), 2) if one["group"] == other["group"]]


def gold_pairs(rows: Sequence[Row]) -> set[Pair]:
    """The pairs of one event that share an origin."""
    origins = {row["id"]: {_plain(origin) for origin in row["origins"]} for row in rows}
    return {pair for pair in pairs_of_an_event(rows) if origins[pair[0]] & origins[pair[1]]}


def found_pairs(incidents: Sequence[Incident]) -> set[Pair]:
    """The pairs of documents that stand under one origin of one incident."""
    return {pair for one in incidents for origin in one.origins for pair in combinations(sorted(set(origin.documents)), 2)}


def main_incidents(incidents: Sequence[Incident]) -> dict[str, str]:
    """Document id -> the incident that it is chiefly about, else the first that names it."""
    chosen: dict[str, str] = {}
    for incident in incidents:
        for document in incident.documents:
            if document.main or document.id not in chosen:
                chosen[document.id] = incident.id
    return chosen


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a clustering, each document weighing the same (Bagga and Baldwin 1998)."""
    wanted, given = _clusters(gold), _clusters(found)
    precision = recall = 0.0
    for document in gold:
        a, b = wanted[gold[document]], given[found[document]]
        precision, recall = precision + len(a & b) / len(b), recall + len(a & b) / len(a)
    precision, recall = precision / len(gold), recall / len(gold)
    return round(precision, 4), round(recall, 4), _f1(precision, recall)


def _clusters(labels: Mapping[str, str]) -> dict[str, set[str]]:
    clusters: defaultdict[str, set[str]] = defaultdict(set)
    for document, label in labels.items():
        clusters[label].add(document)
    return clusters


def _measures(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = (right / given if given else 0.0), (right / wanted if wanted else 0.0)
    return round(precision, 4), round(recall, 4), _f1(precision, recall)


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def _plain(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _id(row: Row) -> str:
    return str(row["id"])


def errors_of(rows: Sequence[Row], incidents: Sequence[Incident]) -> Iterator[str]:
    """One line for each pair of reports that is linked wrongly or whose origin is: what was wrong, and both reports."""
    chosen, want, got = main_incidents(incidents), gold_pairs(rows), found_pairs(incidents)
    origins: defaultdict[str, list[str]] = defaultdict(list)
    for incident in incidents:
        for origin in incident.origins:
            for document in origin.documents:
                origins[document].append(origin.name)

    def told(row: Row) -> str:
        return f"{row['id']} {row['publisher']} [{'; '.join(row['origins'])}; found: {'; '.join(origins[row['id']]) or 'nothing'}]"

    for one, other in combinations(sorted(rows, key=lambda row: (row["group"], row["id"])), 2):
        pair = (min(one["id"], other["id"]), max(one["id"], other["id"]))
        together = chosen.get(one["id"], one["id"]) == chosen.get(other["id"], other["id"])
        for wrong in _wrong(one["group"] == other["group"], together, pair in want, pair in got):
            yield f"{one['group']}: {wrong}: {told(one)} -- {told(other)}"


def _wrong(event: bool, together: bool, want: bool, got: bool) -> Iterator[str]:
    if event != together:
        yield "not linked" if event else "linked, though of two events"
    if event and want != got:
        yield "one origin, not found" if want else "two origins, found as one"


def main(arguments: Sequence[str], write: Callable[[str], object] = print) -> int:
    """Print the scores of the sets that are named, of all where none is; the errors only of what is free to look at."""
    for name in arguments or origins_gold_names():
        rows = origins_rows(name)
        incidents = incidents_of(rows)
        for measure, value in score_incidents(rows, incidents).items():
            write(f"{name}: {measure}: {value}")
        if name != KEPT and arguments:
            for error in errors_of(rows, incidents):
                write(error)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
