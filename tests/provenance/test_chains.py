from hypothesis import given
from hypothesis import strategies as st

from kroniek.model.claim import Claim
from kroniek.model.provenance import Passing, Telling
from kroniek.model.span import Span
from kroniek.provenance.edges import ReuseEdge, ReuseKind, SharedSpan
from kroniek.reading.result import Reading
from tests.provenance.making import chain_of, claim_of, names, report, traced

WIRE = report(
    "wire",
    "At least 42 civilians were killed in air strikes on Raqqa on Monday, the Syrian Observatory for Human Rights said.",
    "Harbour Wire",
    2,
)
PAPER = report("paper", "Harbour Wire reported that 42 civilians were killed in air strikes on Raqqa on Monday.", "The Low Lands Post", 3)
BLOG = report(
    "blog", "Volgens The Low Lands Post zijn maandag in Raqqa 42 burgers gedood bij luchtaanvallen.", "De Grutto", 4, language="nl"
)


def test_a_speaker_named_in_the_sentence_ends_the_chain() -> None:
    chain = chain_of(traced(WIRE), WIRE, "42")
    assert names(chain) == ["Harbour Wire", "Syrian Observatory for Human Rights"]
    assert chain.key == "sohr"
    assert chain.steps[1].how is Passing.SAID


def test_a_chain_runs_over_several_reports_to_the_first_who_could_know() -> None:
    traced_all = traced(WIRE, PAPER, BLOG)
    assert names(chain_of(traced_all, PAPER, "42")) == ["The Low Lands Post", "Harbour Wire", "Syrian Observatory for Human Rights"]
    assert names(chain_of(traced_all, BLOG, "42")) == [
        "De Grutto",
        "The Low Lands Post",
        "Harbour Wire",
        "Syrian Observatory for Human Rights",
    ]
    assert {chain.key for chain in traced_all.chains.values()} == {"sohr"}


def test_without_the_report_in_between_the_chain_ends_at_its_publisher() -> None:
    chain = chain_of(traced(BLOG), BLOG, "42")
    assert names(chain) == ["De Grutto", "The Low Lands Post"]


@given(st.permutations([WIRE, PAPER, BLOG]))
def test_the_order_of_reports_changes_nothing(readings: list[Reading]) -> None:
    assert traced(*readings) == traced(WIRE, PAPER, BLOG)


def test_a_later_report_is_nobody_s_source() -> None:
    early = report("early", "42 civilians were killed in air strikes on Raqqa on Monday, Harbour Wire said.", "Evening Sheet", 1)
    assert names(chain_of(traced(WIRE, early), early, "42")) == ["Evening Sheet", "Harbour Wire"]


def test_two_reports_that_cite_each_other_end() -> None:
    one = report("one", "Dusk Sheet reported that 58 civilians were killed in Aleppo.", "Dawn Sheet", 5)
    two = report("two", "Dawn Sheet reported that 58 civilians were killed in Aleppo.", "Dusk Sheet", 5)
    assert names(chain_of(traced(one, two), one, "58")) == ["Dawn Sheet", "Dusk Sheet", "Dawn Sheet"]


SENTENCE = "At least 42 civilians were killed in air strikes on Raqqa on Monday"


def _shared(earlier: int, later: int, length: int) -> tuple[ReuseEdge, ...]:
    span = SharedSpan(Span(earlier, earlier + length), Span(later, later + length))
    return (ReuseEdge(ReuseKind.PASSAGE, "wire", "copy", True, (span,), 0.9, "12 words in a row"),)


def test_copied_words_lead_to_the_earlier_report() -> None:
    copy = report("copy", f"{SENTENCE}.", "Copy Sheet", 5)
    chain = chain_of(traced(WIRE, copy, reuse=_shared(0, 0, len(SENTENCE))), copy, "42")
    assert names(chain) == ["Copy Sheet", "Harbour Wire", "Syrian Observatory for Human Rights"]
    assert chain.steps[1].how is Passing.COPIED
    assert chain_of(traced(WIRE, copy, reuse=_shared(0, 500, 60)), copy, "42").first_hand


def test_a_number_that_changed_in_copied_words_is_followed() -> None:
    copy = report("copy", SENTENCE.replace("42", "24") + ".", "Copy Sheet", 5)
    chain = chain_of(traced(WIRE, copy, reuse=_shared(0, 0, len(SENTENCE))), copy, "24")
    assert names(chain) == ["Copy Sheet", "Harbour Wire", "Syrian Observatory for Human Rights"]


def test_a_link_leads_to_the_report_at_that_address() -> None:
    target = report(
        "target", "Hospital staff said 42 civilians were killed in Raqqa.", "Harbour Wire", 2, url="https://www.harbour.example/a/"
    )
    linked = report("linked", "In Raqqa 42 civilians were killed.", "Copy Sheet", 5, links=("http://harbour.example/a#top",))
    chain = chain_of(traced(target, linked), linked, "42")
    assert names(chain)[:2] == ["Copy Sheet", "Harbour Wire"]
    assert chain.steps[1].how is Passing.LINKED


def test_a_source_named_elsewhere_in_the_text_is_taken_for_the_same_figure_only() -> None:
    source = report("source", "The Syrian Observatory for Human Rights said 42 civilians were killed in Raqqa.", "Harbour Wire", 2)
    reader = report(
        "reader", "In Raqqa 42 civilians were killed. In Aleppo 19 civilians were killed. The figures were in an article by Harbour Wire.",
        "Copy Sheet", 5,
    )  # fmt: skip
    both = traced(source, reader)
    assert names(chain_of(both, reader, "42"))[1] == "Harbour Wire"
    assert chain_of(both, reader, "19").first_hand


def test_a_headline_rests_on_whom_the_text_names() -> None:
    reading = report(
        "head",
        "42 civilians killed in Raqqa\n\nAt least 42 civilians were killed in air strikes on Raqqa on Monday, Airwars said. "
        "The strikes hit three houses in the old city during the night, and rescue workers were still searching in the morning.\n",
        "Harbour Wire",
    )
    assert {chain.key for telling, chain in traced(reading).chains.items() if claim_at(reading, telling).harm} == {"airwars"}


def claim_at(reading: Reading, telling: Telling) -> Claim:
    return next(claim for claim in reading.claims if claim.id == telling.claim)


def test_why_two_claims_share_an_origin_is_said_in_words() -> None:
    all_ = traced(WIRE, PAPER)
    one, two = (Telling(reading.document.id, claim_of(reading, "42").id) for reading in (WIRE, PAPER))
    assert all_.why_together(one, two) == "Both go back to Syrian Observatory for Human Rights: they count as one source."
