from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kroniek.capture.collect import collect
from kroniek.capture.limits import Limits
from kroniek.capture.notes import Note
from kroniek.model.report import Document
from tests.capture.conftest import LOCKED, Gather, pdf

PAGE = "<html><head><title>Strike</title></head><body><article><p>At least nine civilians were killed.</p></article></body></html>"


def _line(**fields: object) -> str:
    return json.dumps(fields) + "\n"


@pytest.mark.parametrize("text", ["Nine killed.\r\nTwo injured.\r", "\u00a0Één\u2028dode……\t\n\n", "\ufeff".join(["a", "b"]), " 9 "])
def test_a_text_is_not_altered(tmp_path: Path, gather: Gather, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "a.jsonl").write_text(_line(id="b", text=text))
    assert [item.text for item in gather(tmp_path).documents] == [text, text]


def test_kinds_by_name_and_by_content(tmp_path: Path, gather: Gather) -> None:
    contents = {
        "a.txt": b"Nine killed.",
        "b.md": b"Nine killed.",
        "c.HTML": PAGE.encode(),
        "d.htm": PAGE.encode(),
        "e.pdf": pdf("Nine killed."),
        "f": pdf("Nine killed."),
        "g": b"<!DOCTYPE html>" + PAGE.encode(),
        "h.report": b"Nine killed.",
        "i.ndjson": _line(id="line", text="Nine killed.").encode(),
        "j.txt": b"<html> is how a page begins",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    got = gather(*(tmp_path / name for name in contents))
    assert got.errors == []
    assert [item.id for item in got.documents] == [*["a.txt", "b.md", "c.HTML", "d.htm", "e.pdf", "f", "g", "h.report", "line", "j.txt"]]
    in_folder = gather(tmp_path)
    assert [item.id for item in in_folder.documents] == [item.id for item in got.documents if item.id != "h.report"]
    assert [note.text for note in in_folder.notes] == [
        "left out 1 file that is no report by its name (.report 1); name one by itself to read it as text"
    ]
    page = "Strike\n\nAt least nine civilians were killed."
    assert [item.text for item in got.documents] == [
        *["Nine killed."] * 2, *[page] * 2, *["Nine killed."] * 2, page, *["Nine killed."] * 2, "<html> is how a page begins",
    ]


def test_the_bad_ones_get_a_line_each_and_the_others_are_read(tmp_path: Path, gather: Gather) -> None:
    contents = {
        "binary.txt": bytes(range(256)),
        "blank.txt": b" \n\t ",
        "broken.txt": b"Nine killed \xff here",
        "damaged.pdf": b"%PDF-1.4 nothing more",
        "deep.html": b"<div>" * 1_000_000,
        "empty.txt": b"",
        "good.txt": b"Nine killed.",
        "locked.pdf": pdf("Nine killed", encrypt=LOCKED),
        "scan.pdf": pdf("", ""),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)  # sparse: it takes no room
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    got = gather(tmp_path, tmp_path / "missing.txt")
    assert [item.id for item in got.documents] == ["good.txt"]
    reasons = {Path(error.name).name: error.reason for error in got.errors}
    assert reasons.pop("damaged.pdf").startswith("the PDF is damaged")
    assert "binary data" in reasons.pop("binary.txt")
    assert reasons == {
        "blank.txt": "holds no text",
        "broken.txt": "not valid UTF-8: byte 0xff at byte 12 (save it as UTF-8, then read it again)",
        "deep.html": "no text could be taken out of the page",
        "empty.txt": "the file is empty",
        "huge.txt": "too large: 200 MB, the limit is 50 MB",
        "locked.pdf": "the PDF is locked with a password",
        "loop": "a link to a folder that it lies in; not followed",
        "missing.txt": "no such file or folder",
        "scan.pdf": "the PDF holds no text (a scan?)",
    }


def test_tables_and_code_of_a_folder_are_not_read_as_prose(tmp_path: Path, gather: Gather) -> None:
    """Rows read as sentences made incidents of cells."""
    row = "Airstrike on Hawija killed 70 civilians on 3 June 2015."
    for name in ("table.csv", "TABLE.TSV", "rows.json", "rules.yaml", "count.py", "Makefile"):
        (tmp_path / name).write_text(row)
    (tmp_path / "report.txt").write_text(row)
    got = gather(tmp_path)
    assert [item.id for item in got.documents] == ["report.txt"]
    assert got.errors == []
    assert [(note.name, note.text) for note in got.notes] == [
        (
            str(tmp_path),
            "left out 6 files that are no reports by their names (.csv 1, .json 1, .py 1, .tsv 1, .yaml 1, without an ending 1); "
            "`kroniek import` reads a table",
        )
    ]


@pytest.mark.parametrize("name", ["table.csv", "table.TSV", "rows.json"])
def test_a_table_that_is_named_is_sent_to_import(tmp_path: Path, gather: Gather, name: str) -> None:
    (tmp_path / name).write_text("id,killed\n1,70 civilians were killed in Hawija\n")
    got = gather(tmp_path / name)
    assert got.documents == []
    assert "looks like a table" in got.errors[0].reason and "kroniek import incidents" in got.errors[0].reason


def test_a_file_of_another_ending_that_is_named_is_read_or_told(tmp_path: Path, gather: Gather) -> None:
    (tmp_path / "note.report").write_text("Nine killed.")
    (tmp_path / "binary.xyz").write_bytes(b"\x7fELF\x00\x00")
    got = gather(tmp_path / "note.report", tmp_path / "binary.xyz")
    assert [item.text for item in got.documents] == ["Nine killed."]
    assert [error.reason for error in got.errors] == ["not a report: binary data, not text (a zero byte at byte 4)"]


def test_lines_from_a_file_and_from_standard_input(tmp_path: Path, gather: Gather) -> None:
    lines = (
        _line(id="one", text="Nine killed", published="2017-08-14T10:00:00+03:00")
        + "\n{oops\n"
        + _line(id="two", html=PAGE, url="https://a.example/1", title="Its own title")
        + _line(id=3, text="x")
        + _line(id="four", text="  ")
    )
    (tmp_path / "a.jsonl").write_text(lines)
    for path, name in ((tmp_path / "a.jsonl", str(tmp_path / "a.jsonl")), ("-", "standard input")):
        got = gather(path, stdin=lines.encode())
        one, two = got.documents
        assert (one.id, one.text, one.published_day, one.origin) == ("one", "Nine killed", date(2017, 8, 14), f"{name}:1")
        assert (two.id, two.title, two.url) == ("two", "Its own title", "https://a.example/1")
        assert two.text.endswith("At least nine civilians were killed.")
        assert [error.name for error in got.errors] == [f"{name}:3", f"{name}:5", f"{name}:6"]
        assert got.errors[1].reason == "field id: input should be a valid string"


def test_an_id_that_comes_twice(tmp_path: Path, gather: Gather) -> None:
    (tmp_path / "a.jsonl").write_text(_line(id="x", text="Nine") + _line(id="x", text="Nine") + _line(id="x", text="Ten"))
    got = gather(tmp_path, tmp_path)
    assert [item.text for item in got.documents] == ["Nine"]
    same = "left out: the same text with the id 'x' was read before"
    name = str(tmp_path / "a.jsonl")
    assert got.notes == [Note(f"{name}:{number}", same) for number in (2, 1, 2)]
    assert [(error.name, error.reason) for error in got.errors] == [
        (f"{name}:3", "left out: another text with the id 'x' was read before")
    ] * 2


def test_limits_on_text(tmp_path: Path, gather: Gather) -> None:
    (tmp_path / "a.txt").write_text("x" * 11)
    (tmp_path / "b.jsonl").write_text(_line(id="b", text="x" * 11) + _line(id="c", text="x" * 10) + _line(id="d", html="<p>" + "x" * 11))
    (tmp_path / "e.pdf").write_bytes(pdf("x" * 11))
    got = gather(tmp_path, limits=Limits(text_characters=10))
    assert [item.id for item in got.documents] == ["c"]
    assert ["10 characters" in error.reason or "limit is 10" in error.reason for error in got.errors] == [True] * 4
    long = gather("-", stdin=_line(id="a", text="x" * 100).encode() + _line(id="b", text="x").encode(), limits=Limits(file_bytes=50))
    assert [item.id for item in long.documents] == ["b"]
    assert [(error.name, error.reason) for error in long.errors] == [("standard input:1", "a line of more than 50 bytes")]


def test_documents_come_one_at_a_time(tmp_path: Path) -> None:
    """Nothing is read ahead, so that an endless stream needs no memory."""

    class Endless:
        lines = 0

        def readline(self, _limit: int = -1) -> bytes:
            self.lines += 1
            return _line(id=f"d{self.lines}", text="Nine killed").encode()

    stream = Endless()
    items: Iterator[object] = collect(["-"], stdin=stream)  # type: ignore[arg-type]
    for number in range(1, 4):
        item = next(items)
        assert isinstance(item, Document)
        assert item.id == f"d{number}"
        assert stream.lines == number


def test_the_same_folder_gives_the_same_documents_from_anywhere(
    tmp_path: Path, gather: Gather, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Nine killed")
    (tmp_path / "b.html").write_text(PAGE)
    ids = [(item.id, item.version) for item in gather(tmp_path).documents]
    monkeypatch.chdir(tmp_path / "sub")
    assert [(item.id, item.version) for item in gather("..").documents] == ids
    assert [item[0] for item in ids] == ["b.html", "sub/a.txt"]


@pytest.mark.shared
def test_the_archive_comes_in_whole(shared: Path, gather: Gather) -> None:
    archive = shared / "archive"
    text = (archive / "archive.txt").read_bytes().decode()
    lines, plain = gather(archive / "docs.jsonl").document, gather(archive / "archive.txt").document
    assert lines.text == plain.text == text
    assert (lines.id, plain.id) == ("archive", "archive.txt")
