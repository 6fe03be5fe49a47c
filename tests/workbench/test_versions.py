from __future__ import annotations

from kroniek.incidents.versions import denials
from kroniek.model.claim import Kind, Stance
from kroniek.model.incident import Origin
from kroniek.workbench.evidence import cards
from kroniek.workbench.versions import versions
from tests.builders import claim


def test_rival_versions_stand_side_by_side_with_denials_last() -> None:
    agency = claim(9, said_by="Agency", publisher="Courier")
    own = claim(7, at=200, publisher="Courier")
    denied = claim(9, at=400, said_by="Command", stance=Stance.DENIED, publisher="Courier")
    conceded = claim(2, at=600, said_by="Command", stance=Stance.CONCEDED, publisher="Courier")
    rows = versions(cards([agency, own, conceded], {}, {}), [denied])
    assert [(row.speaker, row.told_by, row.stance, row.number) for row in rows] == [
        ("Agency", "Courier", "asserted", 1),
        ("Command", "Courier", "conceded", 3),
        ("Courier", "", "asserted", 2),
        ("Command", "Courier", "denied", None),
    ]
    assert rows[-1].address.endswith(denied.id)


def test_one_origin_has_one_name_however_the_reports_call_it() -> None:
    office = claim(9, said_by="the governor of Sumy", publisher="Courier")
    bare = claim(11, at=200, said_by="the governor", publisher="Ledger")
    denied = claim(9, at=400, said_by="Command", stance=Stance.DENIED, publisher="Ledger")
    origins = [Origin("the governor of Sumy", tuple(sorted({office.document, bare.document})))]
    rows = versions(cards([office, bare], {}, {}), [denied], origins)
    assert [row.speaker for row in rows] == ["the governor of Sumy", "the governor of Sumy", "Command"]


def test_only_denials_of_harm_that_no_incident_holds() -> None:
    denied = claim(9, stance=Stance.DENIED)
    strikes = claim(3, stance=Stance.DENIED, harm=None, kind=Kind.STRIKES)
    assert denials([denied, strikes, claim(4)], []) == (denied,)
    assert denials([denied], [denied.id]) == ()
