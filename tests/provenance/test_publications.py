from kroniek.provenance.publications import publications_of
from tests.provenance.making import report

LINES = "The strikes went on through the night and the roads to the hospital were closed, people in the city told us on the telephone. "


def test_a_plain_report_is_one_publication_by_its_publisher() -> None:
    reading = report("plain", f"Twelve civilians were killed in Raqqa. {LINES}", "Harbour Wire", 4)
    (found,) = publications_of(reading).found
    assert (found.id, found.name, found.published and found.published.day, found.host) == ("plain", "Harbour Wire", 4, None)


def test_a_report_without_blocks_is_still_a_publication() -> None:
    reading = report("empty", "", "Harbour Wire")
    assert [one.name for one in publications_of(reading).found] == ["Harbour Wire"]


def test_every_block_has_a_publication_that_holds_it() -> None:
    reading = report("two", f"Twee doden\n\nBij een aanval op Raqqa zijn twaalf burgers gedood. {LINES}\n", "De Grutto", language="nl")
    found = publications_of(reading)
    for block in reading.blocks:
        publication = found.of_block[block.id]
        assert publication.start <= block.start and block.end <= publication.end
