"""Incidents with what they rest on, from reports that are assessed now or from a ledger: what another codebook codes anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kroniek.cli.ledgers import opened_ledger, say_imported
from kroniek.errors import UsageError

if TYPE_CHECKING:
    from kroniek.cli.failures import Failures
    from kroniek.codebooks.codebook import Codebook
    from kroniek.ledger.evidence import IncidentEvidence
    from kroniek.publish.redact import Redactor

Evidenced = Iterator[tuple["IncidentEvidence", "Redactor | None"]]


def evidence_of_reports(paths: Sequence[str], codebook: Codebook, jobs: int, failures: Failures, *, public: bool = False) -> Evidenced:
    """The incidents of the reports, each with what hides the rest of it from the public where `public` asks for that."""
    from kroniek.cli.assessing import provenance_of
    from kroniek.cli.making import made_by
    from kroniek.cli.progress import stepped
    from kroniek.cli.readings import readings_of
    from kroniek.cli.settings import settings_for
    from kroniek.incidents.assess import assess
    from kroniek.ledger.evidence import IncidentEvidence
    from kroniek.publish.gather import redactor_of

    readings = readings_of(paths, jobs, failures)
    with stepped() as show:
        provenance = provenance_of(readings, show)
        incidents = assess(readings, codebook, made_by(codebook), provenance)
    redactor = redactor_of(settings_for(None)[0].public_rules(), readings, incidents) if public else None
    by_id = {reading.document.id: reading for reading in readings}
    for one in incidents:
        yield IncidentEvidence(one, by_id, provenance), redactor


def evidence_of_ledger(named: str, what: str, *, only: str | None = None, public: bool = False) -> Evidenced:
    """The incidents of a ledger as it links them, with what people decided on their claims; `what` is what is made of them, in words.

    Raises UsageError where there is none of the id `only`.
    """
    from kroniek.cli.progress import watched
    from kroniek.cli.settings import settings_for
    from kroniek.ledger.evidence import evidence_of_incident
    from kroniek.publish.gather import gather

    settings, location = settings_for(named)
    with opened_ledger(location) as opened:
        say_imported(opened, what)
        redactor = gather(opened, settings.public_rules()).redactor if public else None
        ids = [only] if only is not None else [one.id for one in opened.incidents().rows]
        for id in watched(ids, "incidents"):
            evidence = evidence_of_incident(opened, id)
            if evidence is None:
                raise UsageError(f"--incident {id}: there is none of that id in {location}")
            yield evidence, redactor
