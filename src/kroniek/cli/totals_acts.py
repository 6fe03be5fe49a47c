"""`kroniek totals --of strikes|munitions`: what belligerents declare or are said to have fired, per month, party and place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kroniek.cli.failures import Failures, one_line
from kroniek.cli.ledgers import opened_ledger
from kroniek.cli.totals_rows import TABLES, Where
from kroniek.errors import UsageError

if TYPE_CHECKING:
    from kroniek.incidents.declared_acts import ActTotal, ActTotals, OriginOf
    from kroniek.incidents.totals_rows import RowFilter
    from kroniek.model.claim import Claim

ACTS = ("strikes", "munitions")


def acts_of(told: Where, kind: str, wanted: RowFilter, failures: Failures) -> ActTotals:
    """The totals of the claims that the reports or the ledger hold."""
    from kroniek.incidents.declared_acts import act_totals
    from kroniek.model.claim import Kind

    if told.paths and told.paths[0].lower().endswith(TABLES):
        raise UsageError(f"--of {kind}: a table of incidents tells of none; name reports or a ledger")
    claims, origins = _of_reports(told, failures) if told.paths else _of_ledger(told)
    return act_totals([claim for claim in claims if wanted.lets_claim(claim)], Kind(kind), origins)


_Material = tuple[list["Claim"], dict[tuple[str, str], "OriginOf"]]


def _of_reports(told: Where, failures: Failures) -> _Material:
    from kroniek.cli.assessing import provenance_of
    from kroniek.cli.readings import readings_of
    from kroniek.incidents.declared_acts import OriginOf

    readings = readings_of(told.paths, told.jobs, failures)
    chains = provenance_of(readings).chains
    origins = {(one.document, one.claim): OriginOf(chain.key, chain.origin.name) for one, chain in chains.items()}
    return [claim for reading in readings for claim in reading.claims], origins


def _of_ledger(told: Where) -> _Material:
    from kroniek.cli.settings import settings_for
    from kroniek.ledger.decided import decided_readings
    from kroniek.ledger.totals import origins_of_claims

    _, location = settings_for(told.ledger)
    with opened_ledger(location) as opened, opened.read() as connection:
        claims = [claim for one in decided_readings(connection) for claim in one.claims]
        return claims, origins_of_claims(connection)


def text(found: ActTotals, kind: str) -> Iterator[str]:
    """The totals for a person."""
    from kroniek.cli.totals_show import aligned

    if not found.totals:
        yield f"No report here tells a number of {kind} with its month and its party.\n"
    else:
        heads = ["Month", "Party", "Place", kind.capitalize(), "A day", "One every", "Change", "Origins", "Reports"]
        yield from aligned(heads, [_cells(total) for total in found.totals], 3)
        yield "\n"
        if any(total.by_day for total in found.totals):
            yield "* added up from days and weeks that are told; the month may be incomplete.\n"
        yield "Each figure counts once however many reports repeat one origin; where origins differ the range is given.\n"
        yield "Places may lie in one another, and parties be members of one another: rows are not added up.\n"
    if found.without_period:
        yield f"Left out: {found.without_period} without a month, or over more than one.\n"
    if found.without_party:
        yield f"Left out: {found.without_party} of which nobody says whose they are.\n"


def _cells(total: ActTotal) -> list[str]:
    from kroniek.workbench.words import bounds

    per_day, apart = total.per_day, total.minutes_apart
    return [
        one_line(total.month),
        one_line(total.party),
        one_line(total.place or "-"),
        bounds(total.low, total.high) + ("*" if total.by_day else ""),
        _range(per_day, 1, ""),
        _range(apart, 1, " min"),
        "-" if total.change is None else _range(total.change, 0, "%", signed=True),
        str(len(total.origins)),
        str(len(total.documents)),
    ]


def _range(bounds: tuple[float | None, float | None], digits: int, unit: str, *, signed: bool = False) -> str:
    form = f"{{:{'+' if signed else ''},.{digits}f}}"
    words = list(dict.fromkeys(form.format(bound) for bound in bounds if bound is not None))
    return "–".join(words) + unit if words else "-"


def record(total: ActTotal) -> dict[str, Any]:
    """One total as a line of JSON, in the form of the contract."""
    from kroniek.contracts.records import SCHEMA, unstructure

    found: dict[str, Any] = unstructure(total)
    pairs = {"per_day": total.per_day, "minutes_apart": total.minutes_apart, "change_percent": total.change}
    told = {name: None if pair is None else {"low": pair[0], "high": pair[1]} for name, pair in pairs.items()}
    return {"schema": SCHEMA, **{name: value for name, value in found.items() if name != "change"}, **told}


def csv_lines(found: ActTotals) -> Iterator[str]:
    """The totals as CSV."""
    from kroniek.publish.export import cell, csv_row

    yield csv_row(["kind", "month", "party", "place", "country", "low", "high", "days", "by_day", "change_low", "change_high", "origins"])
    for total in found.totals:
        values = (total.kind.value, total.month, total.party, total.place, total.country, total.low, total.high, total.days, total.by_day)
        yield csv_row([cell(value) for value in (*values, *(total.change or (None, None)), "; ".join(one.name for one in total.origins))])
