"""`kroniek explain`: why each claim came out as it did, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kroniek.cli.arguments import Debug
from kroniek.cli.failures import Failures, one_line

if TYPE_CHECKING:
    from kroniek.model.claim import Claim, Quantity
    from kroniek.reading.near_misses import NearMiss, NearMisses
    from kroniek.reading.result import Reading

_LABEL_WIDTH = 10


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT", help="A report, as for `kroniek read`.", show_default=False)],
    debug: Debug = False,
) -> None:
    """List every figure of a report with its words, what was made of them, the rules that did it, and the rules that nearly did."""
    from kroniek.capture.collect import collect
    from kroniek.cli.output import writing
    from kroniek.cli.readings import read_all
    from kroniek.errors import DocumentError
    from kroniek.reading.load import load_rules
    from kroniek.reading.near_misses import near_misses

    failures = Failures(debug=debug)
    with writing(None) as write:
        for reading in read_all(collect(documents, notes=failures.note), 1):
            if isinstance(reading, DocumentError):
                failures.failed(reading)
            else:
                write("\n".join(explained(reading, near_misses(reading, load_rules()))) + "\n")
    raise typer.Exit(failures.status)


def explained(reading: Reading, near: NearMisses) -> Iterator[str]:
    """The lines of the listing of one document; whatever control characters the document holds are shown, not sent."""
    claims = reading.claims
    yield one_line(f"{reading.document.id}: {len(claims)} claim{'' if len(claims) == 1 else 's'}")
    if reading.set_aside:
        yield f"{reading.set_aside} figures set aside: the text has no word of conflict, harm, arms or money"
    block = None
    for claim in claims:
        if claim.block.id != block:
            block = claim.block.id
            about = claim.block
            parts = (about.publisher, about.author, about.published and about.published.isoformat(), about.title)
            yield ""
            origin = ", ".join(part for part in parts if part) or "publisher and day not known"
            yield one_line(f"== {about.voice}, {about.language}: {origin}")
        yield ""
        yield from _claim(claim, near.of_claim.get(claim.id, ()))
    if near.numbers:
        yield ""
        yield "== numbers that became no figure"
        for miss in near.numbers:
            yield one_line(f"[{miss.words.start}-{miss.words.end}] {miss.words.text}: {miss.why}")


def _claim(claim: Claim, near: Sequence[NearMiss]) -> Iterator[str]:
    where = f"{claim.figure.start}-{claim.figure.end}" if claim.figure else f"{claim.evidence.start}-{claim.evidence.end}"
    yield one_line(f"[{where}] {claim.figure.text if claim.figure else '(no figure: implied by the words)'}")
    for label, value in _rows(claim):
        if value:
            yield one_line(f"  {label:<{_LABEL_WIDTH}}{value}")
    for miss in near:
        yield one_line(f"  {'nearly':<{_LABEL_WIDTH}}{miss.rule} by “{miss.words.text}”: {miss.why}")


def _rows(claim: Claim) -> Iterator[tuple[str, str | None]]:
    yield "words", " ".join(claim.evidence.text.split())
    yield "quantity", quantity_in_words(claim.quantity)
    yield "kind", " ".join(word for word in (claim.kind, claim.harm, claim.effect, claim.flow) if word)
    if claim.victims:
        yield "victims", claim.victims.group + (f" of {claim.victims.affiliation}" if claim.victims.affiliation else "")
    yield "people", ", ".join(person.text for person in claim.people)
    for label, mention in (("object", claim.object), ("actor", claim.actor), ("target", claim.target)):
        if mention:
            yield label, mention.text
    yield "method", claim.method
    if claim.place:
        yield "place", claim.place.text + (" (unresolved)" if claim.place.unresolved else f" = {claim.place.name}, {claim.place.country}")
    if claim.time:
        days = claim.time.start_day.isoformat()
        if claim.time.end_day != claim.time.start_day:
            days += f" to {claim.time.end_day.isoformat()}"
        yield "time", f"{claim.time.text} = {days} ({claim.time.precision})"
    chain = " <- ".join(f"{speaker.name or speaker.text} ({speaker.role})" for speaker in claim.said_by)
    yield "said by", chain or "the author's own voice"
    hedges = ", ".join(hedge.text for hedge in claim.hedges)
    yield "stance", claim.stance + (f" ({hedges})" if hedges else "")
    yield "scope", claim.scope
    yield "part of", claim.part_of
    yield "rules", ", ".join(claim.rules)
    yield "doubts", ", ".join(claim.doubts)


def quantity_in_words(quantity: Quantity) -> str:
    """The quantity as written, with its bound: "at least 433", "10,000 to 20,000", "vague"."""
    if quantity.malformed:
        return "malformed, not read as a number"
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        number = ""
    elif low is None or high is None or low == high:
        number = f"{low if low is not None else high:,}"
    else:
        number = f"{low:,} to {high:,}"
    bound = "" if quantity.bound in ("exact", "range") else quantity.bound.replace("_", " ")
    per = f"per {quantity.per}" if quantity.per else ""
    return " ".join(part for part in (bound, number, quantity.unit, per) if part)
