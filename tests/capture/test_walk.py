from __future__ import annotations

import os
from pathlib import Path

import pytest

from kroniek.capture.notes import Note
from kroniek.capture.walk import Found, walk
from kroniek.errors import DocumentError


def _walk(path: Path | str) -> tuple[list[str], dict[str, str], list[Note]]:
    notes: list[Note] = []
    items = list(walk(str(path), notes.append))
    found = [item.id for item in items if isinstance(item, Found)]
    failed = {item.name: item.reason for item in items if isinstance(item, DocumentError)}
    return found, failed, notes


def test_a_folder_gives_the_same_ids_in_the_same_order_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a/z.txt", "a/y/x.txt", "C.txt", ".hidden/h.txt", "a/.h.txt"):
        (tmp_path / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "reports" / name).write_text("x")
    expected = ["C.txt", "a/y/x.txt", "a/z.txt", "b.txt"]
    assert _walk(tmp_path / "reports")[0] == expected
    monkeypatch.chdir(tmp_path)
    assert _walk("reports")[0] == expected
    monkeypatch.chdir(tmp_path / "reports")
    assert _walk(".")[0] == expected
    assert _walk("a/z.txt")[0] == ["z.txt"]


def test_links_that_lead_in_circles_are_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found, failed, _ = _walk(tmp_path)
    assert found == ["a/one.txt"]
    assert {Path(name).name: reason.split(";")[0] for name, reason in failed.items()} == {
        "up": "a link to a folder that it lies in",
        "self": "cannot be read: too many levels of symbolic links",
        "gone": "no such file or folder",
    }


def test_a_folder_that_two_links_lead_to_is_read_once(tmp_path: Path) -> None:
    """Else a few nested pairs of links would make more paths than there are hours."""
    folder = tmp_path
    for _ in range(40):
        (folder / "x").mkdir()
        (folder / "y").symlink_to(folder / "x", target_is_directory=True)
        folder = folder / "x"
    (folder / "one.txt").write_text("x")
    found, failed, notes = _walk(tmp_path)
    assert found == ["/".join(["x"] * 40) + "/one.txt"]
    assert failed == {}
    assert len(notes) == 40


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    _, failed, _ = _walk(tmp_path)
    assert failed == {str(tmp_path / "pipe"): "not a regular file (use - to read standard input)"}


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert _walk(tmp_path) == ([], {}, [Note(str(tmp_path), "the folder holds no reports")])


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x")
    assert _walk(tmp_path)[0] == ["caf\\xe9.txt"]
