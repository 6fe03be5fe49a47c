from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kroniek.cli.build import build_rules
from kroniek.codebooks.load import load_codebook
from kroniek.ledger.build import build
from kroniek.ledger.decisions import decide
from kroniek.ledger.person_decisions import people_decided, same_person
from kroniek.ledger.store import Ledger
from kroniek.model.claim import Accuracy, Bound, Quantity
from kroniek.model.decision import DecisionKind
from kroniek.publish import wording
from kroniek.publish.export import Format, What, cell, export
from kroniek.publish.gather import gather
from kroniek.publish.redact import HIDDEN, PublicRules
from kroniek.publish.report import render
from tests.ledger.making import RULES, document
from tests.workbench.builders import NASTY
from tests.workbench.test_totals import with_imports

ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
REPORTS = [
    document("a", "3 killed in Qana. Named: Amal Khoury.", title=f"{ATTACK} Amal Khoury", url="https://example.org/a", publisher=ATTACK),
    document("b", "5 killed in Qana. Named: Omar Aziz. 2 injured in Raqqa.", url="javascript:alert(3)"),
    document("c", "9 killed in Mosul.", title="=1+1", private_source=True, author="Nabil Saad", publisher="Secret sheet"),
    document("d", "1 killed in Mosul. Khoury wept.", url="https://example.org/amal-khoury", publisher="=HYPERLINK(1)"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = Ledger.open(str(tmp_path / "l"), create=True)
    build(opened, REPORTS, RULES)
    return opened


class Page(HTMLParser):
    """Tags with their attributes, and the visible text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(ledger: Ledger, rules: PublicRules | None = None) -> tuple[str, Page]:
    html = render(gather(ledger, rules or PublicRules()), load_codebook("airwars"), "The desk")
    return html, Page(html)


def test_the_report_needs_nothing_else_and_runs_nothing(ledger: Ledger) -> None:
    _, shown = page(ledger)
    tags = {tag for tag, _ in shown.tags}
    assert not tags & {"script", "img", "link", "iframe", "object", "form"}
    for _, attributes in shown.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")]
        assert (attributes.get("href") or "#").startswith(("#", "https://"))


def test_the_report_tells_what_it_should(ledger: Ledger) -> None:
    html, shown = page(ledger)
    text = re.sub(r"\s+", " ", "".join(shown.words))
    assert "3 incidents from 4 reports" in text
    assert "Confirmed and Fair together" in text
    assert "A range is not a confidence interval" in text
    assert "Airstrike at Qana" in text
    assert "2 reports say so." in text
    assert "One finding at Qana." in text
    assert "c" * 64 in html  # the codebook's hash
    assert ledger.data_sha256() in html
    assert "said by" not in text
    assert "a witness" in text
    assert '<th scope="row">Confirmed and Fair together</th><td>2</td><td>4 to 14</td><td>nothing said</td><td>0</td>' in html


def test_the_report_hides_people_and_private_sources(ledger: Ledger) -> None:
    html, shown = page(ledger)
    for word in ("Amal", "Khoury", "Omar", "Aziz", "Karim", "Haddad", "Nabil", "Secret sheet", "amal-khoury", "javascript"):
        assert word not in html
    assert ("span", {"class": "hidden"}) in shown.tags
    assert "33.1235" not in html
    assert "1 claim more from reports that are not published" in " ".join(html.split())
    assert "One finding at Qana." in html
    assert "One finding at Mosul." not in html, "it rests on a report of a private source"
    released, _ = page(ledger, PublicRules(released_names=("Omar Aziz",)))
    assert "Omar Aziz" in released
    assert "Khoury" not in released


def test_the_quote_marks_the_figure(ledger: Ledger) -> None:
    html, _ = page(ledger)
    assert "<blockquote><mark>3</mark> killed in Qana.</blockquote>" in html


def test_a_corrected_claim_is_shown_corrected(ledger: Ledger) -> None:
    claim = ledger.claims_of_document("a")[0]
    decide(ledger, DecisionKind.CORRECT, document="a", claim=claim.id, field="quantity.low", value="1", reason="r", made_by="m")
    build(ledger, REPORTS, RULES)
    assert "<b>1 to 3</b>" in page(ledger)[0]


def test_who_says_what_stands_in_a_table_without_private_speakers(ledger: Ledger, tmp_path: Path) -> None:
    html, _ = page(ledger)
    qana = html.partition("Airstrike at Qana</h3>")[2].partition("</article>")[0].partition("Who says what")[2]
    assert '<tr><th scope="row">a witness</th><td>3</td><td>civilian killed</td><td>asserted</td></tr>' in qana
    assert '<tr><th scope="row">a witness</th><td>5</td><td>civilian killed</td><td>asserted</td></tr>' in qana
    mosul = html.partition("Airstrike at Mosul</h3>")[2].partition("</article>")[0]
    assert "<td>9</td>" not in mosul, "it rests on a report of a private source"
    told = "Nine civilians were killed in an airstrike on Raqqa on 14 August 2017, Karim Haddad, a neighbour, said."
    denied = " The Russian Ministry of Defence denied that nine civilians were killed."
    with Ledger.open(str(tmp_path / "denied"), create=True) as opened:
        build(opened, [document("a", told + denied)], build_rules("airwars", 1))
        html, _ = page(opened)
    table = html.partition("Who says what")[2].partition("</table>")[0]
    assert "<td>9</td><td>civilian killed</td><td>asserted</td>" in table
    assert "<td>denied</td>" in table
    assert "Haddad" not in html


@pytest.fixture
def decided(tmp_path: Path) -> Ledger:
    """A ledger in which people decided that two names are one person's; the row is of the second, of whom more is known."""
    when, rules = "in an airstrike on Raqqa on 14 August 2017", build_rules("airwars", 1)
    reports = [
        document("a", f"Ahmad Hussein was killed {when}, residents said."),
        document("b", f"Ahmed Al-Hussain, 34, a baker, was killed {when}, the local council said."),
    ]
    opened = Ledger.open(str(tmp_path / "decided"), create=True)
    build(opened, reports, rules)
    (incident,) = opened.incidents().rows
    one, other = (named.at for named in people_decided(opened, incident).named)
    same_person(opened, incident.id, one, other, reason="one photo of Ahmad Hussein", made_by="Ada Lovelace")
    build(opened, reports, rules)
    assert [row.text for row in opened.incidents().rows[0].people] == ["Ahmed Al-Hussain"]
    return opened


def _published(ledger: Ledger, rules: PublicRules) -> str:
    return page(ledger, rules)[0] + "".join(exported(ledger, form, What.INCIDENTS, rules=rules) for form in Format)


def test_decisions_on_named_victims_put_no_name_in_public(decided: Ledger) -> None:
    words = _published(decided, PublicRules())
    for hidden in ("Ahmad", "Ahmed", "Hussein", "Hussain", "Lovelace", "one photo"):
        assert hidden not in words
    assert "1 named in the reports; the names are not published" in words


def test_of_one_person_only_the_released_spelling_is_published(decided: Ledger) -> None:
    words = _published(decided, PublicRules(released_names=("Ahmad Hussein",)))
    assert "<dd>Ahmad Hussein</dd>" in words
    for hidden in ("Ahmed", "Hussain", "Lovelace"):
        assert hidden not in words


def test_an_empty_ledger_makes_a_report(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "empty"), create=True) as empty:
        assert "No incidents." in page(empty)[0]


def test_other_desks_incidents_stand_apart_and_are_totalled(ledger: Ledger) -> None:
    assert "Other desks' incidents" not in page(ledger)[0]
    with_imports(Path(ledger.name))
    html, seen = page(ledger)
    words = " ".join(seen.words)
    assert "Imported from desk, by grade" in words and "Imported from desk, by belligerent" in words
    assert "All, each incident counted once: 2 incidents, 3–5 civilians killed." in words
    assert "Counted under more than one belligerent: 2 incidents" in words
    assert NASTY not in html


def test_the_same_ledger_gives_the_same_report(ledger: Ledger) -> None:
    assert page(ledger)[0] == page(ledger)[0]


def exported(ledger: Ledger, form: Format, what: What, *, public: bool = True, rules: PublicRules | None = None) -> str:
    return "".join(export(gather(ledger, rules or PublicRules()), form, what, public=public))


@pytest.mark.parametrize("form", list(Format))
def test_no_export_for_the_public_names_anybody(ledger: Ledger, form: Format) -> None:
    for what in What:
        text = exported(ledger, form, what)
        for word in ("Amal", "Khoury", "Omar", "Aziz", "Karim", "Haddad", "Nabil", "Secret sheet", "amal-khoury", "33.1234"):
            assert word not in text


def test_findings_on_private_sources_are_not_exported_for_the_public(ledger: Ledger) -> None:
    assert "One finding at Mosul." in exported(ledger, Format.JSONL, What.INCIDENTS, public=False)
    public = exported(ledger, Format.JSONL, What.INCIDENTS)
    assert "One finding at Qana." in public
    assert "One finding at Mosul." not in public


def test_an_incident_of_a_private_source_alone_is_not_published(tmp_path: Path) -> None:
    """Its day and place would point at whoever told of it."""
    with Ledger.open(str(tmp_path / "alone"), create=True) as alone:
        build(alone, [document("a", "3 killed in Qana."), document("c", "9 killed in Mosul.", private_source=True)], RULES)
        assert exported(alone, Format.JSONL, What.INCIDENTS, public=False).count("\n") == 2
        for form in Format:
            public = exported(alone, form, What.INCIDENTS)
            assert "Qana" in public and "Mosul" not in public
        html, _ = page(alone)
        assert "Qana" in html and "Mosul" not in html


def test_the_private_export_holds_everything(ledger: Ledger) -> None:
    records = [json.loads(line) for line in exported(ledger, Format.JSONL, What.BOTH, public=False).splitlines()]
    assert [record["type"] for record in records].count("incident") == 3
    assert sorted(record["document"] for record in records if record["type"] == "claim") == ["a", "b", "b", "c", "d"]
    assert {record["place"]["lat"] for record in records if record["type"] == "claim"} == {33.123456}
    public = [json.loads(line) for line in exported(ledger, Format.JSONL, What.CLAIMS).splitlines()]
    assert sorted(record["document"] for record in public) == ["a", "b", "b", "d"]
    assert public[0]["people"] == [] or public[0]["people"][0]["text"] == HIDDEN


def test_csv_cells_run_no_formula(ledger: Ledger) -> None:
    for text in ("=1+1", "+31", "-cmd", "@SUM", "\t=1", " =1", "\r=1"):
        assert cell(text).startswith("'")
    assert [cell(value) for value in (None, 0, -3, "3 killed", 2.5)] == ["", "0", "-3", "3 killed", "2.5"]
    build(ledger, [replace(REPORTS[0], id="=cmd|' /C calc'!A0")], RULES)
    rows = list(csv.DictReader(io.StringIO(exported(ledger, Format.CSV, What.CLAIMS, public=False))))
    assert "'=cmd|' /C calc'!A0" in {row["document"] for row in rows}


def test_how_exactly_is_told_in_other_desks_codes_and_no_more_exactly(ledger: Ledger) -> None:
    rules = PublicRules(precision=Accuracy.PROVINCE)
    for public, codes in ((False, None), (True, ("150000", "4", "3", ""))):
        rows = list(csv.DictReader(io.StringIO(exported(ledger, Format.CSV, What.INCIDENTS, public=public, rules=rules))))
        for row in rows:
            told = (row["radius_metres"], row["ucdp_where_prec"], row["acled_geo_precision"], row["atlos_precision"])
            assert codes is None or told == codes
            assert (row["ucdp_date_prec"], row["acled_time_precision"]) == ("1", "1")


def test_geojson(ledger: Ledger) -> None:
    features = json.loads(exported(ledger, Format.GEOJSON, What.INCIDENTS))["features"]
    assert [feature["geometry"]["coordinates"] for feature in features] == [[35.65, 33.12]] * 3
    exact = json.loads(exported(ledger, Format.GEOJSON, What.INCIDENTS, public=False))["features"]
    assert exact[0]["geometry"]["coordinates"] == [35.654321, 33.123456]
    none = json.loads(exported(ledger, Format.GEOJSON, What.INCIDENTS, rules=PublicRules(precision=Accuracy.COUNTRY)))
    assert none["features"] == []


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Quantity(100, None, Bound.MORE_THAN), "more than 100"),
        (Quantity(433, None, Bound.AT_LEAST), "at least 433"),
        (Quantity(None, 7, Bound.AT_MOST), "up to 7"),
        (Quantity(20, 20, Bound.ABOUT), "about 20"),
        (Quantity(10_000, 20_000, Bound.RANGE), "10,000 to 20,000"),
        (Quantity(None, None, Bound.VAGUE), "no number (vague)"),
        (Quantity(None, None, Bound.EXACT, malformed=True), "malformed"),
        (Quantity(8, 8, Bound.EXACT, unit="minute", per="munition"), "8 minute per munition"),
        (Quantity(2.2e9, 2.2e9, Bound.EXACT, unit="USD"), "2,200,000,000 USD"),
    ],
)
def test_quantities_in_words(amount: Quantity, words: str) -> None:
    assert wording.quantity(amount) == words
