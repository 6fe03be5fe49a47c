"""Write what is made from the codebooks and the catalogue of rules: `docs/codebooks.md` and the JSON Schema of a codebook.

    python tools/codebooks_page.py
"""

from __future__ import annotations

import json
from pathlib import Path

from kroniek.codebooks.form import json_schema
from kroniek.codebooks.load import load_catalogue, load_codebook, packaged_codebooks
from kroniek.codebooks.markdown import page

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "codebooks.md"
SCHEMA = PROJECT / "src" / "kroniek" / "contracts" / "codebook.schema.json"


def made() -> dict[Path, str]:
    """Each file with what it must hold."""
    catalogue = load_catalogue()
    # the default first, the others by name
    names = sorted(packaged_codebooks(), key=lambda name: (name != "airwars", name))
    schema = json.dumps(json_schema(catalogue), indent=2, ensure_ascii=False) + "\n"
    return {PAGE: page([load_codebook(name) for name in names], catalogue), SCHEMA: schema}


def main() -> None:
    """Write the files."""
    for path, text in made().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(PROJECT))


if __name__ == "__main__":
    main()
