"""`kroniek trace`: who had a claim from whom, and what changed on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import DEFAULT_CODEBOOK, Debug, Jobs
from kroniek.cli.build import LedgerOption
from kroniek.cli.failures import Failures, one_line
from kroniek.cli.ledgers import opened_ledger

if TYPE_CHECKING:
    from kroniek.cli.trace_counted import CountedIn
    from kroniek.ledger.store import Ledger
    from kroniek.model.claim import Claim
    from kroniek.model.provenance import Chain, Citation, Ladder, Publication, Telling
    from kroniek.provenance.edges import ReuseEdge

What = Annotated[
    list[str],
    typer.Argument(
        metavar="CLAIM|DOCUMENT",
        help="Ids of claims or reports in a ledger; or paths of reports, as for `kroniek read`, which are then traced among themselves.",
        show_default=False,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("trace")(trace)


def trace(what: What, ledger: LedgerOption = None, jobs: Jobs = 0, debug: Debug = False) -> None:
    """Follow claims back to the first party who could know: each chain from the outlet to the origin, what every report cites, and
    a ladder of what changed on the way.
    """
    if ledger is None and all(name == "-" or Path(name).exists() for name in what):
        raise typer.Exit(_of_paths(what, jobs, debug=debug))
    _of_ledger(what, ledger)


def _of_paths(paths: Sequence[str], jobs: int, *, debug: bool) -> int:
    from kroniek.cli.assessing import provenance_of
    from kroniek.cli.making import made_by
    from kroniek.cli.output import writing
    from kroniek.cli.progress import stepped
    from kroniek.cli.readings import readings_of
    from kroniek.cli.trace_counted import counted_in
    from kroniek.codebooks.load import load_codebook
    from kroniek.incidents.assess import assess
    from kroniek.model.provenance import Telling

    failures = Failures(debug=debug)
    readings = readings_of(paths, jobs, failures)
    with stepped() as show:
        found = provenance_of(readings, show)
    codebook = load_codebook(DEFAULT_CODEBOOK)
    incidents = assess(readings, codebook, made_by(codebook), found)
    claims = {Telling(claim.document, claim.id): claim for reading in readings for claim in reading.claims}
    texts = {reading.document.id: reading.document for reading in readings}
    counted = counted_in(incidents, claims, texts, found.chains, found.voices, found.citations)
    owned: dict[str, list[Publication]] = {}
    for publication in found.publications.values():
        owned.setdefault(publication.document, []).append(publication)
    shared: dict[str, list[ReuseEdge]] = {}
    for edge in found.reuse:
        for document in edge.pair:
            shared.setdefault(document, []).append(edge)
    with writing(None) as write:
        for reading in sorted(readings, key=lambda one: one.document.id):
            own = owned.get(reading.document.id, [])
            cited = [citation for one in own for citation in found.citations[one.id]]
            chains = [found.chains[Telling(claim.document, claim.id)] for claim in reading.claims]
            shares = shared.get(reading.document.id, ())
            rows = of_document(reading.document.id, own, cited, chains, claims, found.publications, shares, counted)
            write("\n".join(one_line(row) for row in rows) + "\n")
    return failures.status


def _of_ledger(names: Sequence[str], ledger: str | None) -> None:
    from kroniek.cli.output import writing
    from kroniek.cli.settings import settings_for
    from kroniek.cli.trace_counted import pairs_in_words
    from kroniek.errors import UsageError

    _, location = settings_for(ledger)
    with opened_ledger(location) as opened, writing(None) as write:
        counted = _counted(opened, names)
        for name in names:
            rows = _rows_of_ledger(opened, name, counted)
            if rows is None:
                raise UsageError(f"{name}: no claim or report of that id in {opened.name}, and no file; `kroniek read` prints claims' ids")
            write("\n".join(one_line(row) for row in rows) + "\n")
        asked = [telling for name in names for telling in counted if telling.claim == name]
        for row in pairs_in_words(asked, counted):
            write(one_line(row) + "\n")


def _counted(opened: Ledger, names: Sequence[str]) -> dict[Telling, CountedIn]:
    """How the claims of the incidents that the named claims and reports stand in are counted."""
    from kroniek.cli.trace_counted import counted_of_ledger
    from kroniek.ledger.views import IncidentFilter

    filters = [one for name in names for one in (IncidentFilter(document=name), IncidentFilter(claim=name))]
    incidents = {incident.id: incident for one in filters for incident in opened.incidents(one).rows}
    return counted_of_ledger(opened, [incidents[id] for id in sorted(incidents)])


def _rows_of_ledger(opened: Ledger, name: str, counted: Mapping[Telling, CountedIn]) -> list[str] | None:
    from kroniek.model.provenance import Telling

    document = opened.document(name)
    if document is not None:
        chains = opened.chains_of_document(name)
        claims, publications = opened.told_in(chains)
        by_telling = {chain.telling: chain for chain in chains}
        ordered = [by_telling[Telling(claim.document, claim.id)] for claim in opened.claims_of_document(name)]
        own = [one for one in publications.values() if one.document == name]
        cited, shared = opened.citations_of((name,)), opened.reuse_of(name)
        return list(of_document(name, own, cited, ordered, claims, publications, shared, counted))
    tellings = [Telling(claim.document, claim.id) for claim in opened.claims((name,))]
    chains = opened.chains(tellings)
    if not tellings:
        return None
    claims, publications = opened.told_in(chains)
    return [row for chain in chains for row in of_chain(chain, claims, publications, counted)]


def of_document(
    name: str,
    own: Sequence[Publication],
    citations: Sequence[Citation],
    chains: Sequence[Chain],
    claims: Mapping[Telling, Claim],
    publications: Mapping[str, Publication],
    shared: Sequence[ReuseEdge] = (),
    counted: Mapping[Telling, CountedIn] | None = None,
) -> Iterator[str]:
    """The listing of one report: its publications, what each cites, which reports share its words, and the chain of every claim."""
    yield f"{name}: {len(chains)} claim{'' if len(chains) == 1 else 's'}"
    for one in own:
        day = f", {one.published.isoformat()}" if one.published else ""
        where = f" (republished in {publications[one.host].name})" if one.host and one.host in publications else ""
        yield f"== {one.name}{day}{where}"
        for citation in citations:
            if citation.publication == one.id:
                words = f" “{citation.words.text}”" if citation.words and citation.words.text != citation.name else ""
                yield f"   {citation.how.value}: {citation.name}{words}{' ' + citation.url if citation.url else ''}"
    for edge in shared:
        other, way = (edge.earlier, "from") if edge.later == name else (edge.later, "into")
        yield f"   {edge.kind.value} {way} {other}: {edge.detail}"
    for chain in chains:
        yield ""
        yield from of_chain(chain, claims, publications, counted)


def of_chain(
    chain: Chain,
    claims: Mapping[Telling, Claim],
    publications: Mapping[str, Publication],
    counted: Mapping[Telling, CountedIn] | None = None,
) -> Iterator[str]:
    """One chain in words: who tells it, why we think so, what its incident counts it under, and the ladder where something changed."""
    from kroniek.provenance.drift import ladder

    claim = claims.get(chain.telling)
    if claim is not None:
        words = claim.figure.text if claim.figure else "(implied)"
        yield f"[{chain.telling.claim}] {words}: {' '.join(claim.evidence.text.split())}"
    yield f"   chain   {' <- '.join(step.name for step in chain.steps)}"
    for step in chain.steps[1:]:
        yield f"           {step.why}"
    yield f"   origin  {chain.origin.name}" + (" (its own voice: the text names nobody)" if chain.first_hand else "")
    here = (counted or {}).get(chain.telling)
    if here is not None:
        yield from here.rows(chain.telling)
    told = ladder(chain, claims, publications)
    if len(told.rungs) > 1:
        yield from _ladder(told)


def _ladder(told: Ladder) -> Iterator[str]:
    for number, rung in enumerate(told.rungs):
        label = "ladder" if number == 0 else ""
        day = f" {rung.published.isoformat()}" if rung.published else ""
        yield f"   {label:<7} {rung.name}{day}: “{rung.words.text}” ({rung.said})"
        for change in rung.changes:
            yield f"             changed: {change.text}"
