"""A document as one JSON object: the form that "Documents in" of the contract gives it, checked at the edge."""

from __future__ import annotations

from datetime import tzinfo

from pydantic import BaseModel, ConfigDict, ValidationError

from kroniek.capture.notes import Note, Notes
from kroniek.capture.published import published_day
from kroniek.model.report import Document, Media


class MediaRecord(BaseModel):
    """A photo, video or sound of a report."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    type: str
    url: str | None = None
    sha256: str | None = None


class DocumentRecord(BaseModel):
    """One line of JSON Lines. Fields that are not known are left aside; a field of the wrong type is an error."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    id: str
    text: str | None = None
    html: str | None = None
    language: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    title: str | None = None
    captured: str | None = None
    platform: str | None = None
    links: list[str] = []
    media: list[MediaRecord] = []
    private_source: bool = False


def parse_record(line: bytes) -> DocumentRecord:
    """The record in one line of JSON. Raises ValueError with the field and what is wrong with it, in plain words."""
    try:
        record = DocumentRecord.model_validate_json(line)
    except ValidationError as error:
        raise ValueError(_plain(error)) from None
    if not record.id.strip():
        raise ValueError("field id: is empty")
    if record.text is None and record.html is None:
        raise ValueError("neither text nor html is given")
    return record


def _plain(error: ValidationError) -> str:
    """The first thing wrong, and how many more there are."""
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    first = problems[0]
    place = ".".join(str(step) for step in first["loc"])
    what = first["msg"][:1].lower() + first["msg"][1:]
    if first["type"] == "json_invalid":
        what = "not JSON" + first["msg"].removeprefix("Invalid JSON")
    elif first["type"] == "missing":
        what = "is missing"
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"field {place}: {what}{more}" if place else f"{what}{more}"


def document_of(record: DocumentRecord, text: str, name: str, notes: Notes, zone: tzinfo | None, raw_sha256: str | None) -> Document:
    """The document of a record, with `text` from its text or html. `name` is where it was found, for messages.

    A `published` that is no date costs only the date: it is kept as given, and a note says so.
    """
    day = None
    if record.published is not None:
        try:
            day = published_day(record.published, zone)
        except ValueError:
            notes(Note(name, f"published is not a date: {record.published[:80]!r}; read without one"))
    return Document(
        id=record.id,
        text=text,
        language=record.language,
        published=record.published,
        published_day=day,
        publisher=record.publisher,
        author=record.author,
        url=record.url,
        title=record.title,
        captured=record.captured,
        platform=record.platform,
        links=tuple(record.links),
        media=tuple(Media(item.type, item.url, item.sha256) for item in record.media),
        private_source=record.private_source,
        origin=name,
        raw_sha256=raw_sha256,
    )
