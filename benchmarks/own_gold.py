"""The project's own gold: short reports written for it, with every figure annotated; and how a reading is held against it.

`gold/<name>.jsonl` holds one report a line: id, language, text, published, and `figures`: locator (words of the text), low, high, bound,
kind, harm, victims, and where told origin, actor, place, start, end. The form is that of the archive's gold of the contract.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kroniek.model.claim import Bound, Claim
from kroniek.model.report import Document
from kroniek.reading.load import load_rules
from kroniek.reading.reader import read

FOLDER = Path(__file__).resolve().parent / "gold"
ORIGINS = "origins*.jsonl"
"""The sets for origins and linking lie in the same folder; they hold no figures and are scored by `benchmarks.origins_gold`."""
PEACEFUL_METHODS = frozenset({"accident", "disaster", "crime"})
ASKED_KINDS = frozenset({"casualties", "strikes", "munitions", "force", "money"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Right answers out of those asked, by measure."""

    right: Counter[str]
    asked: Counter[str]

    def figures(self) -> dict[str, float]:
        """Measure -> share right."""
        return {name: round(self.right[name] / self.asked[name], 4) for name in self.asked}

    def add(self, name: str, ok: bool) -> None:
        """Count one answer."""
        self.asked[name] += 1
        self.right[name] += ok


def gold_names() -> list[str]:
    """The names of the committed gold sets of annotated figures."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl") if not path.match(ORIGINS))


def score_gold(name: str) -> dict[str, float]:
    """Read one gold set and score it. Raises ValueError where a locator does not stand in its text."""
    tally = Tally(Counter(), Counter())
    rules = load_rules()
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        day = date.fromisoformat(gold["published"][:10]) if gold.get("published") else None
        document = Document(
            id=gold["id"], text=gold["text"], language=gold.get("language"), published_day=day, publisher=gold.get("publisher")
        )
        _score(gold, read(document, rules).claims, tally)
    return tally.figures()


def _score(gold: dict[str, Any], claims: Sequence[Claim], tally: Tally) -> None:
    taken: set[str] = set()
    spans: list[tuple[int, int]] = []
    for figure in gold["figures"]:
        start = gold["text"].find(figure["locator"])
        if start < 0:
            raise ValueError(f"{gold['id']}: the locator {figure['locator']!r} is not in the text")
        spans.append((start, start + len(figure["locator"])))
        claim = _best(figure, claims, spans[-1], taken)
        _score_figure(figure, claim, tally)
        if claim is not None:
            taken.add(claim.id)
    if not gold["figures"]:
        _score_peaceful(gold.get("method"), claims, tally)
        return
    for claim in claims:
        if claim.kind in ASKED_KINDS:
            tally.add("precision of asked kinds", any(_overlap(claim, span) for span in spans))


def _score_peaceful(method: str | None, claims: Sequence[Claim], tally: Tally) -> None:
    """A peaceful text tells of no harm; one of an accident, disaster or crime tells of harm by that means, never by arms."""
    harmed = [claim for claim in claims if claim.harm is not None]
    if method is None:
        tally.add("peaceful texts without a claim of harm", not harmed)
    else:
        tally.add("accidents, disasters and crimes that make no incident", all(claim.method in PEACEFUL_METHODS for claim in harmed))


def _overlap(claim: Claim, span: tuple[int, int]) -> bool:
    words = claim.figure or claim.evidence
    return words.start < span[1] and span[0] < words.end


def _best(figure: dict[str, Any], claims: Sequence[Claim], span: tuple[int, int], taken: set[str]) -> Claim | None:
    near = [claim for claim in claims if claim.id not in taken and _overlap(claim, span)]
    return min(
        near,
        key=lambda claim: (
            not _amount_right(figure, claim), claim.kind != figure["kind"], claim.harm != figure.get("harm"),
            _group(claim) != figure.get("victims"), claim.figure is None, claim.evidence.start,
        ),
        default=None,
    )  # fmt: skip


def _group(claim: Claim) -> str | None:
    return None if claim.victims is None else claim.victims.group.value


def _amount_right(figure: dict[str, Any], claim: Claim) -> bool:
    quantity = claim.quantity
    if figure.get("malformed"):
        return quantity.malformed
    if figure["bound"] == "vague":
        return quantity.bound is Bound.VAGUE
    return (quantity.low, quantity.high) == (figure["low"], figure["high"])


def _score_figure(figure: dict[str, Any], claim: Claim | None, tally: Tally) -> None:
    if claim is None or not _amount_right(figure, claim):
        tally.add("amount, kind, harm and victims", False)
        return
    people = {_group(claim), figure.get("victims")} <= {None, "person", "other"}
    casualties = figure["kind"] != "casualties" or (claim.harm == figure.get("harm") and (_group(claim) == figure.get("victims") or people))
    tally.add("amount, kind, harm and victims", claim.kind == figure["kind"] and casualties)
    tally.add("bound", claim.quantity.bound == figure["bound"])
    if "scope" in figure:
        tally.add("scope", claim.scope == figure["scope"])
    if "origin" in figure:
        _score_origin(figure["origin"], claim, tally)
    if figure.get("actor"):
        tally.add("actor", claim.actor is not None and figure["actor"] in (claim.actor.id, claim.actor.name, claim.actor.text))
    if figure.get("start"):
        told = claim.time
        tally.add("time", told is not None and (told.start_day.isoformat(), told.end_day.isoformat()) == (figure["start"], figure["end"]))
    if figure.get("place"):
        tally.add("place", claim.place is not None and figure["place"] in (claim.place.name, claim.place.text))


def _score_origin(origin: str | None, claim: Claim, tally: Tally) -> None:
    said = claim.said_by
    if origin is None:
        tally.add("own voice: no speaker made up", not said)
    else:
        last = said[-1] if said else None
        tally.add("origin", last is not None and any(origin.lower() in (words or "").lower() for words in (last.text, last.name)))
