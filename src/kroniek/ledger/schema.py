"""The tables of a ledger, the same for SQLite and PostgreSQL.

A report has versions, which are never altered; its current version has one reading, whose claims replace those of the reading
before. Incidents are made again at every build from all claims. What people decided and what was captured is only ever added to.

Records are JSON text in the form of the contract; the columns beside them are there to be searched and sorted by.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

SCHEMA_VERSION = 3
"""Goes up with every change of the tables; a ledger of another version is refused in words, never misread."""

metadata = sa.MetaData()

# Sorted by code point on both databases, so that a ledger lists the same way wherever it is kept.
_Text = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
# SQLite numbers rows by itself only where the type is INTEGER to the letter.
_Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(name: str, *, nullable: bool = True, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, _Text, nullable=nullable, index=index)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False, default=False)


def _day(name: str, *, index: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date, index=index)


def _amount(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Double)


ledger = sa.Table(
    "ledger",
    metadata,
    sa.Column("key", _Text, primary_key=True),
    _text("value", nullable=False),
    comment="schema version and what made the last assessment",
)

report = sa.Table(
    "report",
    metadata,
    sa.Column("id", _Text, primary_key=True),
    sa.Column("number", _Number, nullable=False, unique=True),
    sa.Column("current_version", _Text, nullable=False),
    _text("record_sha256", nullable=False),
    _text("publisher", index=True),
    _text("author"),
    _text("url"),
    _text("title"),
    _text("language"),
    _text("published"),
    _day("published_day", index=True),
    _text("captured"),
    _text("platform"),
    _text("raw_sha256"),
    _flag("private_source"),
    _text("links", nullable=False),
    _text("media", nullable=False),
    _text("record", nullable=False),
    comment="one publication by one publisher; `record` is all that is known of it but its text",
)

version = sa.Table(
    "version",
    metadata,
    sa.Column("number", _Number, primary_key=True, autoincrement=True),
    sa.Column("report_id", _Text, sa.ForeignKey("report.id"), nullable=False),
    sa.Column("sha256", _Text, nullable=False, index=True),
    _text("raw_sha256"),
    sa.Column("text", sa.LargeBinary, nullable=False),
    sa.Column("length", _Number, nullable=False),
    _text("captured_at", nullable=False),
    sa.UniqueConstraint("report_id", "sha256"),
    comment="never altered; `text` is UTF-8, the very bytes that `sha256` is of, `length` in code points, `number` by first sight",
)

reading = sa.Table(
    "reading",
    metadata,
    sa.Column("report_id", _Text, sa.ForeignKey("report.id"), primary_key=True),
    _text("version", nullable=False),
    _text("record_sha256", nullable=False),
    _text("reader_sha256", nullable=False),
    _text("error"),
    sa.Column("claims", _Number, nullable=False, default=0),
    _text("record", nullable=False),
    comment="what was read of a report's current version, and by which code and rules; `record` is what a reading holds beside claims",
)

block = sa.Table(
    "block",
    metadata,
    sa.Column("report_id", _Text, sa.ForeignKey("reading.report_id"), primary_key=True),
    sa.Column("position", _Number, primary_key=True),
    _text("id", nullable=False),
    _text("version", nullable=False),
    _text("voice", nullable=False),
    _text("language", nullable=False),
    _text("publisher"),
    _day("published"),
    sa.Column("start", _Number, nullable=False),
    sa.Column("end", _Number, nullable=False),
    _text("record", nullable=False),
    comment="a stretch of the current version in one voice",
)

claim = sa.Table(
    "claim",
    metadata,
    # Two reports of the very same text make claims of the same ids, so an id names a claim only together with its report.
    sa.Column("report_id", _Text, sa.ForeignKey("reading.report_id"), primary_key=True),
    sa.Column("id", _Text, primary_key=True),
    sa.Column("position", _Number, nullable=False),
    _text("version", nullable=False),
    _text("kind", nullable=False, index=True),
    _text("harm"),
    _text("scope", nullable=False),
    _text("stance", nullable=False),
    _text("place_name"),
    _text("country", index=True),
    _amount("lat"),
    _amount("lon"),
    _day("start_day", index=True),
    _day("end_day"),
    _amount("low"),
    _amount("high"),
    sa.Column("evidence_start", _Number, nullable=False),
    sa.Column("evidence_end", _Number, nullable=False),
    _text("record", nullable=False),
    sa.Index("claim_by_id", "id"),
    comment="the claims of current versions, as they were read: decisions are applied on top, never written in",
)

incident = sa.Table(
    "incident",
    metadata,
    sa.Column("id", _Text, primary_key=True),
    _text("codebook", nullable=False),
    _text("codebook_sha256", nullable=False),
    _text("title", nullable=False),
    _day("start_day", index=True),
    _day("end_day"),
    _text("month", index=True),
    _text("place_name"),
    _text("country", index=True),
    _amount("lat"),
    _amount("lon"),
    _text("grade", index=True),
    _text("strike_status"),
    _amount("killed_low"),
    _amount("killed_high"),
    sa.Column("origins", _Number, nullable=False),
    _text("words", nullable=False),
    _text("record", nullable=False),
    comment="what the codebook makes of all claims; `month` is YYYY-MM, `words` the folded words that a search looks through, "
    "killed is of civilians",
)

incident_belligerent = sa.Table(
    "incident_belligerent",
    metadata,
    sa.Column("incident_id", _Text, sa.ForeignKey("incident.id"), primary_key=True),
    sa.Column("position", _Number, primary_key=True),
    _text("party_id"),
    _text("name", nullable=False, index=True),
    _text("status", nullable=False),
)

incident_claim = sa.Table(
    "incident_claim",
    metadata,
    sa.Column("incident_id", _Text, sa.ForeignKey("incident.id"), primary_key=True),
    sa.Column("position", _Number, primary_key=True),
    _text("claim_id", nullable=False, index=True),
)

incident_document = sa.Table(
    "incident_document",
    metadata,
    sa.Column("incident_id", _Text, sa.ForeignKey("incident.id"), primary_key=True),
    sa.Column("position", _Number, primary_key=True),
    sa.Column("report_id", _Text, sa.ForeignKey("report.id"), nullable=False, index=True),
    _flag("main"),
)

incident_forward = sa.Table(
    "incident_forward",
    metadata,
    sa.Column("number", _Number, primary_key=True, autoincrement=True),
    _text("old_id", nullable=False, index=True),
    _text("new_id"),
    sa.Column("claims", _Number, nullable=False),
    _text("made_at", nullable=False),
    comment="where an incident's claims went when it merged, split or vanished (`new_id` null); the last ones written for an id hold",
)

publication = sa.Table(
    "publication",
    metadata,
    sa.Column("id", _Text, primary_key=True),
    sa.Column("report_id", _Text, sa.ForeignKey("report.id"), nullable=False, index=True),
    _text("name", nullable=False, index=True),
    _day("published"),
    _text("host"),
    _text("record", nullable=False),
    comment="one text by one publisher: a report is one or several; `host` is the publication that it stands in, republished",
)

citation = sa.Table(
    "citation",
    metadata,
    sa.Column("publication_id", _Text, sa.ForeignKey("publication.id"), primary_key=True),
    sa.Column("position", _Number, primary_key=True),
    _text("how", nullable=False),
    _text("name", nullable=False),
    _text("party_id"),
    _text("cited"),
    _text("record", nullable=False),
    comment="a source that a publication names or links to; `cited` is its publication, where the ledger holds that",
)

reuse = sa.Table(
    "reuse",
    metadata,
    sa.Column("earlier_id", _Text, sa.ForeignKey("report.id"), primary_key=True),
    sa.Column("later_id", _Text, sa.ForeignKey("report.id"), primary_key=True, index=True),
    _text("kind", nullable=False),
    _amount("share"),
    _text("record", nullable=False),
    comment="words, or claims in another language, that two reports share; `share` is the part of the later one, 0 to 1",
)

chain = sa.Table(
    "chain",
    metadata,
    sa.Column("report_id", _Text, sa.ForeignKey("report.id"), primary_key=True),
    sa.Column("claim_id", _Text, primary_key=True),
    _text("publication_id", nullable=False, index=True),
    _text("origin_key", nullable=False, index=True),
    _text("origin_name", nullable=False),
    sa.Column("steps", _Number, nullable=False),
    _text("record", nullable=False),
    comment="the way of a claim back to the first party who could know; made again with the incidents",
)

finding = sa.Table(
    "finding",
    metadata,
    sa.Column("position", _Number, primary_key=True),
    _text("id", nullable=False, index=True),
    sa.Column("incident_id", _Text, sa.ForeignKey("incident.id"), index=True),
    sa.Column("report_id", _Text, sa.ForeignKey("report.id"), index=True),
    _text("severity", nullable=False),
    _text("kind", nullable=False),
    _text("outcome", nullable=False),
    _text("record", nullable=False),
    comment="what the checks found, gravest first: made again at every build. `id` stays while the words under it do; decisions name it",
)

decision = sa.Table(
    "decision",
    metadata,
    sa.Column("number", _Number, primary_key=True, autoincrement=True),
    sa.Column("report_id", _Text, sa.ForeignKey("report.id"), index=True),
    _text("incident_id", index=True),
    _text("kind", nullable=False),
    _text("version", nullable=False),
    sa.Column("start", _Number, nullable=False),
    sa.Column("end", _Number, nullable=False),
    _text("field", nullable=False),
    _text("value"),
    _text("reason", nullable=False),
    _text("made_by", nullable=False),
    _text("made_at", nullable=False),
    _text("evidence_sha256", nullable=False),
    sa.Column("evidence_start", _Number, nullable=False),
    sa.Column("evidence_end", _Number, nullable=False),
    _text("claim_kind"),
    _text("claim_harm"),
    _text("claim_id"),
    comment="what people decided; never altered. `start` and `end` are the figure's, or the evidence's where no figure is written",
)

event = sa.Table(
    "event",
    metadata,
    sa.Column("number", _Number, primary_key=True, autoincrement=False),
    _text("kind", nullable=False),
    _text("subject", nullable=False, index=True),
    _text("version"),
    _text("at", nullable=False),
    _text("record", nullable=False),
    _text("previous", nullable=False),
    _text("sha256", nullable=False),
    comment="the evidence log; never altered. Each row's `sha256` is over its record and the hash of the row before",
)

imported_file = sa.Table(
    "imported_file",
    metadata,
    sa.Column("sha256", _Text, primary_key=True),
    sa.Column("map_sha256", _Text, primary_key=True),
    _text("name", nullable=False),
    _text("map", nullable=False),
    _text("desk", nullable=False),
    _text("imported_at", nullable=False),
    comment="a desk's table of incidents that was imported, by the bytes of the file and of the map that it was read by",
)

imported_row = sa.Table(
    "imported_row",
    metadata,
    sa.Column("number", _Number, primary_key=True, autoincrement=False),
    _text("incident_id", nullable=False, index=True),
    _text("file_sha256", nullable=False),
    sa.Column("line", _Number, nullable=False),
    _text("fields_sha256", nullable=False),
    _text("fields", nullable=False),
    comment="a row of such a table as it was, cell by cell; never altered. A row that changed in a later file is a row more",
)

imported_incident = sa.Table(
    "imported_incident",
    metadata,
    sa.Column("id", _Text, primary_key=True),
    sa.Column("row_number", _Number, sa.ForeignKey("imported_row.number"), nullable=False),
    _text("map_sha256", nullable=False),
    _text("desk", nullable=False, index=True),
    _text("title", nullable=False),
    _day("start_day", index=True),
    _text("grade"),
    _text("record", nullable=False),
    comment="another desk's incident as its map reads the latest row of it: beside the assessed ones, never among them",
)

# On PostgreSQL a plain table with a text-search vector; on SQLite `passage` is an FTS5 table, made in `triggers`.
passage_metadata = sa.MetaData()
passage = sa.Table(
    "passage",
    passage_metadata,
    sa.Column("number", _Number, primary_key=True, autoincrement=True),
    sa.Column("version_number", _Number, nullable=False, index=True),
    sa.Column("words", postgresql.TSVECTOR, nullable=False),
    sa.Index("passage_words", "words", postgresql_using="gin"),
)

APPEND_ONLY = ("version", "decision", "event", "incident_forward", "imported_row")
"""Tables that triggers keep from being changed or deleted from."""
