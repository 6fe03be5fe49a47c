"""The page of the codebooks and their JSON Schema are what the tool would write."""

from __future__ import annotations

import importlib.util

from tests.source_tree import PROJECT


def test_what_is_made_is_up_to_date() -> None:
    specification = importlib.util.spec_from_file_location("codebooks_page", PROJECT / "tools" / "codebooks_page.py")
    assert specification is not None and specification.loader is not None
    tool = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(tool)
    files = tool.made()
    assert len(files) == 2
    for path, text in files.items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is out of date: run python tools/codebooks_page.py"
