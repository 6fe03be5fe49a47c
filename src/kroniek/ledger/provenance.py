"""Publications, what they cite, and the chain of every claim: made again with the incidents, and read back one report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from kroniek.contracts.records import unstructure
from kroniek.ledger.queries import claims, in_lots
from kroniek.ledger.records import json_text, plain, structured
from kroniek.ledger.schema import chain, citation, ledger, publication, reuse
from kroniek.model.claim import Claim
from kroniek.model.provenance import Chain, Citation, Publication, Telling
from kroniek.provenance.edges import ReuseEdge
from kroniek.provenance.graph import Graph, graph_of
from kroniek.provenance.trace import Provenance

_MOST_ROWS = 2_000
_GRAPH = "sources_graph"


def replace_provenance(connection: sa.Connection, made: Provenance) -> None:
    """Put this provenance in place of what is there."""
    for table in (reuse, chain, citation, publication):
        connection.execute(table.delete())
    _insert(connection, publication, (_publication_row(made.publications[id]) for id in sorted(made.publications)))
    _insert(
        connection,
        citation,
        (_citation_row(position, one) for id in sorted(made.citations) for position, one in enumerate(made.citations[id])),
    )
    _insert(connection, reuse, (_reuse_row(edge) for edge in made.reuse))
    connection.execute(ledger.delete().where(ledger.c.key == _GRAPH))
    drawn = graph_of(made.chains.values(), made.publications)
    connection.execute(ledger.insert().values(key=_GRAPH, value=json_text(unstructure(drawn))))
    _insert(connection, chain, (_chain_row(made.chains[telling], made.publication_of[telling]) for telling in sorted(made.chains)))


def _insert(connection: sa.Connection, table: sa.Table, rows: Iterable[dict[str, Any]]) -> None:
    for some in _lots(rows):
        connection.execute(table.insert(), some)


def _lots(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    lot: list[dict[str, Any]] = []
    for row in rows:
        lot.append(row)
        if len(lot) == _MOST_ROWS:
            yield lot
            lot = []
    if lot:
        yield lot


def _publication_row(one: Publication) -> dict[str, Any]:
    return {
        "id": plain(one.id), "report_id": one.document, "name": plain(one.name), "published": one.published, "host": plain(one.host),
        "record": json_text(unstructure(one)),
    }  # fmt: skip


def _citation_row(position: int, one: Citation) -> dict[str, Any]:
    return {
        "publication_id": plain(one.publication), "position": position, "how": one.how.value, "name": plain(one.name),
        "party_id": one.party, "cited": plain(one.cited), "record": json_text(unstructure(one)),
    }  # fmt: skip


def _chain_row(one: Chain, told_in: str) -> dict[str, Any]:
    return {
        "report_id": one.telling.document, "claim_id": one.telling.claim, "publication_id": plain(told_in), "origin_key": plain(one.key),
        "origin_name": plain(one.origin.name), "steps": len(one.steps), "record": json_text(unstructure(one)),
    }  # fmt: skip


def _reuse_row(one: ReuseEdge) -> dict[str, Any]:
    return {
        "earlier_id": one.earlier, "later_id": one.later, "kind": one.kind.value, "share": one.share, "record": json_text(unstructure(one)),
    }  # fmt: skip


def reuse_of(connection: sa.Connection, report_id: str) -> tuple[ReuseEdge, ...]:
    """What a report shares with others, those that it has it from first."""
    both = sa.or_(reuse.c.later_id == report_id, reuse.c.earlier_id == report_id)
    rows = connection.execute(
        sa.select(reuse.c.record).where(both).order_by(reuse.c.later_id != report_id, reuse.c.earlier_id, reuse.c.later_id)
    )
    return tuple(structured(record, ReuseEdge, "reuse") for record in rows.scalars())


def chains_of(connection: sa.Connection, tellings: Sequence[Telling]) -> tuple[Chain, ...]:
    """The chains of these claims, in their order; unknown ones are left out."""
    wanted = {telling: place for place, telling in enumerate(tellings)}
    found: dict[Telling, Chain] = {}
    for report_id in dict.fromkeys(telling.document for telling in tellings):
        for one in chains_of_document(connection, report_id):
            if one.telling in wanted:
                found[one.telling] = one
    return tuple(found[telling] for telling in tellings if telling in found)


def chains_of_document(connection: sa.Connection, report_id: str) -> tuple[Chain, ...]:
    """The chains of all claims of a report, by the claims' ids."""
    rows = connection.execute(sa.select(chain.c.record).where(chain.c.report_id == report_id).order_by(chain.c.claim_id))
    return tuple(structured(record, Chain, "chain") for record in rows.scalars())


def publications(connection: sa.Connection, report_ids: Sequence[str] | None = None) -> tuple[Publication, ...]:
    """The publications of these reports, or of all, by id."""
    asked = sa.select(publication.c.record).order_by(publication.c.id)
    if report_ids is None:
        return tuple(structured(record, Publication, "publication") for record in connection.execute(asked).scalars())
    return tuple(
        structured(record, Publication, "publication")
        for some in in_lots(dict.fromkeys(report_ids))
        for record in connection.execute(asked.where(publication.c.report_id.in_(some))).scalars()
    )


def citations_of(connection: sa.Connection, report_ids: Sequence[str]) -> tuple[Citation, ...]:
    """What the publications of these reports cite, by publication, in the order of the text."""
    asked = (
        sa.select(citation.c.record)
        .join(publication, publication.c.id == citation.c.publication_id)
        .order_by(citation.c.publication_id, citation.c.position)
    )
    return tuple(
        structured(record, Citation, "citation")
        for some in in_lots(dict.fromkeys(report_ids))
        for record in connection.execute(asked.where(publication.c.report_id.in_(some))).scalars()
    )


def graph(connection: sa.Connection) -> Graph:
    """Who feeds whom, as of the last build; empty in a ledger that nothing was built in."""
    record = connection.execute(sa.select(ledger.c.value).where(ledger.c.key == _GRAPH)).scalar()
    found: Graph = Graph((), ()) if record is None else structured(record, Graph, "graph of sources")
    return found


def told_in(connection: sa.Connection, chains: Sequence[Chain]) -> tuple[dict[Telling, Claim], dict[str, Publication]]:
    """The claims that the chains go through, and by id the publications that tell them."""
    wanted = {step.telling for chain in chains for step in chain.steps if step.telling is not None}
    told = claims(connection, list(dict.fromkeys(telling.claim for telling in sorted(wanted))))
    found = {key: claim for claim in told if (key := Telling(claim.document, claim.id)) in wanted}
    reports = sorted({telling.document for telling in wanted} | {chain.telling.document for chain in chains})
    return found, {one.id: one for one in publications(connection, reports)}
