"""With the real reader and codebook: whatever the order and the number of builds, the ledger is the same."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from kroniek.cli.build import build_rules
from kroniek.ledger.build import build
from kroniek.ledger.store import Ledger
from kroniek.ledger.verify import verify
from kroniek.model.report import Document
from kroniek.model.ruling import Rulings
from tests.ledger.making import dump

_TEXTS = (
    "At least 12 civilians were killed in an airstrike on Raqqa on 1 March 2017, according to local activists.",
    "Reuters reported that 12 civilians were killed in Raqqa on 1 March 2017, citing local activists.",
    "A Coalition spokesman said on 2 March 2017 that its aircraft had struck Raqqa the day before, and denied that civilians died.",
    "Bij een luchtaanval op Mosul kwamen op 3 maart 2017 minstens zeven burgers om, onder wie drie kinderen.",
    "Amal Khoury, 34, and her son Omar, 5, were killed in a Russian airstrike on Idlib on 4 March 2017.",
    "More than 433 civilians were killed in August 2017 across Syria, Airwars said.",
    "An airstrike killed dozens in Idlib on 4 March 2017. Two days later shelling in Homs killed four people.",
    "Bake the bread for 40 minutes at 220 degrees.",
)


def _reports() -> list[Document]:
    day = date(2017, 3, 5)
    known = [
        Document(id=f"r{number}", text=text, published="2017-03-05", published_day=day, publisher=f"Paper {number}")
        for number, text in enumerate(_TEXTS)
    ]
    undated = [Document(id=f"copy{number}", text=_TEXTS[0].replace(" on 1 March 2017", "")) for number in range(3)]
    return [*known, *undated, Document(id="same", text=_TEXTS[0], publisher="Copyist")]


def test_any_order_any_number_of_builds(tmp_path: Path) -> None:
    rules = build_rules("airwars", 1)
    reports = _reports()
    with Ledger.open(str(tmp_path / "once"), create=True) as once:
        build(once, reports, rules)
        expected = dump(once)
        assert once.counts().incidents >= 3
    for seed in range(3):
        chance = random.Random(seed)
        shuffled = chance.sample(reports, len(reports))
        cut = chance.randrange(1, len(reports))
        with Ledger.open(str(tmp_path / f"often{seed}"), create=True) as often:
            build(often, shuffled[:cut], rules)
            build(often, shuffled[cut:], rules)
            assert dump(often) == expected
            assert [problem for check in verify(often) for problem in check.problems] == []


def test_what_is_built_is_what_is_assessed_without_a_ledger(tmp_path: Path) -> None:
    rules = build_rules("airwars", 1)
    reports = _reports()
    readings = [reading for reading in rules.read_all(reports) if not isinstance(reading, Exception)]
    with Ledger.open(str(tmp_path / "l"), create=True) as ledger:
        build(ledger, reports, rules)
        stored = {one.id: one for one in ledger.incidents().rows}
    assert stored == {one.id: one for one in rules.assess(readings, Rulings()).incidents}
