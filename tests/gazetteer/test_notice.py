from __future__ import annotations

import hashlib
from pathlib import Path


def test_the_notice_names_the_hash_of_the_data_of_others(project: Path) -> None:
    data = (project / "src" / "kroniek" / "gazetteer" / "geonames.csv").read_bytes()
    assert hashlib.sha256(data).hexdigest() in (project / "NOTICE").read_text(encoding="utf-8")
