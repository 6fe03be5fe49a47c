from __future__ import annotations

import json
import re
from copy import deepcopy
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from kroniek.contracts.records import (
    claim_from_record,
    claim_record,
    finding_from_record,
    finding_record,
    incident_from_record,
    incident_record,
    line,
)
from kroniek.contracts.schemas import SCHEMAS, schema
from kroniek.model import claim as claim_model
from kroniek.model import finding, incident, interval, report
from kroniek.model.claim import Claim
from kroniek.model.dyad import DyadStatus
from kroniek.model.finding import Finding
from kroniek.model.incident import Incident
from tests.contracts.strategies import CLAIMS, FINDINGS, INCIDENTS

_MODEL = (claim_model, finding, incident, interval, report)
_PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])


def _enumerations() -> dict[str, list[str]]:
    """Every closed enumeration of the model, under the name that the schemas give it."""
    found: dict[str, list[str]] = {}
    for module in _MODEL:
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
                found[re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()] = [member.value for member in kind]
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no schema is called 'x'"):
        schema("x")


@pytest.mark.parametrize("name", ["claim", "incident", "finding"])
def test_the_enumerations_are_those_of_the_model(name: str) -> None:
    told = {key: part["enum"] for key, part in schema(name)["$defs"].items() if "enum" in part}
    model = _enumerations()
    assert told
    assert told == {key: model[key] for key in told}


def test_the_statuses_of_a_dyad_are_those_of_the_model() -> None:
    assert schema("dyad")["$defs"]["status"]["enum"] == [status.value for status in DyadStatus]


def test_every_enumeration_of_claims_and_incidents_is_in_a_schema() -> None:
    told = {key for name in ("claim", "incident") for key, part in schema(name)["$defs"].items() if "enum" in part}
    assert set(_enumerations()) == told


@_PATIENT
@given(CLAIMS)
def test_any_claim_fits_its_schema_and_comes_back(claim: Claim) -> None:
    record = json.loads(line(claim_record(claim)))
    Draft202012Validator(schema("claim")).validate(record)
    assert claim_from_record(record) == claim


@_PATIENT
@given(INCIDENTS)
def test_any_incident_fits_its_schema_and_comes_back(incident: Incident) -> None:
    record = json.loads(line(incident_record(incident)))
    Draft202012Validator(schema("incident")).validate(record)
    assert incident_from_record(record) == incident


@_PATIENT
@given(FINDINGS)
def test_any_finding_fits_its_schema_and_comes_back(made: Finding) -> None:
    record = json.loads(line(finding_record(made)))
    Draft202012Validator(schema("finding")).validate(record)
    assert finding_from_record(record) == made


def test_a_finding_is_the_same_thing_in_both_schemas() -> None:
    alone, within = schema("finding"), schema("incident")["$defs"]["finding"]
    assert {name: part for name, part in alone["properties"].items() if name != "schema"} == within["properties"]
    assert set(alone["required"]) == {"schema", *within["required"]}


@settings(_PATIENT, max_examples=20)
@given(CLAIMS)
def test_a_stray_or_a_missing_field_is_caught(claim: Claim) -> None:
    valid = Draft202012Validator(schema("claim"))
    record: dict[str, Any] = json.loads(line(claim_record(claim)))
    for key in record:
        assert not valid.is_valid({name: value for name, value in record.items() if name != key}), key
    assert not valid.is_valid({**record, "confidence": 0.9})
    for part in ("block", "quantity", "evidence"):
        changed = deepcopy(record)
        changed[part]["stray"] = 1
        assert not valid.is_valid(changed)


@settings(_PATIENT, max_examples=20)
@given(CLAIMS)
def test_words_without_a_place_are_caught(claim: Claim) -> None:
    """Every mention says where it stands, or from where it was inferred."""
    record: dict[str, Any] = json.loads(line(claim_record(claim)))
    nowhere = {"text": "the army", "start": None, "end": None, "inferred": False, "from": None, "id": None, "name": None}
    assert not Draft202012Validator(schema("claim")).is_valid({**record, "actor": nowhere})
    assert not Draft202012Validator(schema("claim")).is_valid({**record, "actor": {**nowhere, "inferred": True}})


SENTENCES = (
    "At least nine civilians, among them two children, were killed in an airstrike on Hawija on the night of 3 June 2015, said the mayor.",
    "More than 100 fighters were killed, by the army's own account; a monitoring group spoke of 55 and named Ahmad Khalil, 34, a nurse.",
    "The ministry paid 2.2 billion euros for 5,775 munitions, a rise of 92 percent, and one was dropped every 8 minutes.",
    "Volgens het leger zijn afgelopen woensdag tientallen burgers gedood of gewond geraakt, onder wie 20,0000 ontheemden.",
    "A woman and her two children were killed in Raqqa. The Coalition denied it.",
)


def _misfits(text: str) -> list[str]:
    from kroniek.cli.making import made_by
    from kroniek.codebooks.load import load_codebook
    from kroniek.incidents.assess import assess
    from kroniek.model.report import Document
    from kroniek.reading.load import load_rules
    from kroniek.reading.reader import read

    reading = read(Document(id="own", text=text), load_rules())
    assert reading.claims
    codebook = load_codebook("airwars")
    records = [("claim", claim_record(claim)) for claim in reading.claims]
    records += [("incident", incident_record(made)) for made in assess([reading], codebook, made_by(codebook))]
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for name, record in records
        for error in Draft202012Validator(schema(name)).iter_errors(json.loads(line(record)))
    ]


def test_what_is_really_read_fits_the_schemas() -> None:
    assert _misfits("\n\n".join(SENTENCES)) == []


@pytest.mark.shared
def test_the_archive_as_read_fits_the_schemas(shared: Path) -> None:
    assert _misfits((shared / "archive" / "archive.txt").read_text(encoding="utf-8")) == []
