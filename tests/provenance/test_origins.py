from kroniek.model.report import Document
from kroniek.provenance.origins import origin_name, origins
from tests.builders import claim

PLAIN = Document(id="a", text="x")


def test_the_last_speaker_then_publisher_then_document() -> None:
    assert origin_name(claim(1, said_by="Agency", publisher="Paper"), PLAIN)[1] == "Agency"
    assert origin_name(claim(1, publisher="Paper"), PLAIN)[1] == "Paper"
    assert origin_name(claim(1), Document(id="a", text="x", publisher="Site"))[1] == "Site"
    assert origin_name(claim(1), PLAIN) == ("document:a", "a")


def test_one_party_spelt_twice_is_one_origin() -> None:
    documents = {name: Document(id=name, text="x") for name in "ab"}
    found = origins([claim(1, document="a", said_by="Al-Quds News"), claim(1, document="b", said_by="al quds news")], documents)
    assert [(origin.name, origin.documents) for origin in found] == [("Al-Quds News", ("a", "b"))]
