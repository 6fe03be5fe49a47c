from __future__ import annotations

from kroniek.capture.extracted import Extracted, from_message, to_message
from kroniek.capture.html import extract_html

PAGE = """<html><head><title>Strike kills nine - The Example Post</title><meta name="author" content="Jane Roe">
<meta property="og:site_name" content="The Example Post"><meta property="article:published_time" content="2017-08-14T10:00:00+03:00">
</head><body><nav><a href="/home">Home</a> <a href="/war">War</a></nav><article><h1>Strike kills nine</h1>
<p>At least nine civilians were killed on Monday, according to <a href="https://monitor.example/1">the monitor</a>, near the river.</p>
<blockquote><p>We saw four bodies &lt;there&gt;, a witness said on 3 March 2016.</p></blockquote>
<script>document.write("Ninety killed")</script></article><footer>Contact us</footer></body></html>"""


def _page(source: str) -> Extracted:
    found = extract_html(source)
    assert isinstance(found, Extracted), found
    return found


def test_main_text_and_what_the_page_says_of_itself() -> None:
    found = _page(PAGE)
    assert found.text.split("\n\n") == [
        "Strike kills nine",
        "At least nine civilians were killed on Monday, according to the monitor, near the river.",
        "We saw four bodies <there>, a witness said on 3 March 2016.",
    ]
    assert (found.title, found.author) == ("Strike kills nine", "Jane Roe")
    assert (found.published, found.publisher) == ("2017-08-14", "The Example Post")
    assert found.links == ("https://monitor.example/1",)


def test_the_headline_stands_first_and_once() -> None:
    body = "<article><h1>Strike kills nine</h1><p>At least nine civilians were killed on Monday, the monitor said.</p></article>"
    for title in ("Strike kills nine", "Strike kills nine - The Example Post"):
        assert _page(f"<html><head><title>{title}</title></head><body>{body}</body></html>").text.count("Strike kills nine") == 1
    body = body.replace("<h1>Strike kills nine</h1>", "")
    other = _page(f"<html><head><title>Nine dead in Hawija</title></head><body>{body}</body></html>")
    assert other.text.startswith("Nine dead in Hawija\n\nAt least")


def test_a_day_in_running_text_is_not_the_day_of_publication() -> None:
    assert _page(PAGE.replace('content="2017-08-14T10:00:00+03:00"', "")).published is None


def test_a_page_of_one_sentence_and_a_bare_fragment_are_read() -> None:
    sentence = _page("<html><body>Three civilians were killed.<br>Two more died.</body></html>").text
    assert " ".join(sentence.split()) == "Three civilians were killed. Two more died."
    assert _page("<p>Three <b>civilians</b> were killed.</p><p>Two died.</p>").text == "Three civilians were killed.\n\nTwo died."


def test_a_page_without_text() -> None:
    for source in ("<html><body><script>alert(9)</script></body></html>", "<html></html>", "", "<!-- nine killed -->"):
        assert extract_html(source) == "no text could be taken out of the page"


def test_an_escaped_tag_is_text_for_others_to_escape_again() -> None:
    assert "<script>" in _page("<p>They wrote &lt;script&gt;alert(1)&lt;/script&gt; and nine were killed.</p>").text


def test_an_external_entity_is_not_followed() -> None:
    source = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>Nine were killed at &x;.</p></body></html>'
    assert "Nine were killed" in _page(source).text


def test_results_travel_as_json() -> None:
    found = _page(PAGE)
    assert from_message(to_message(found)) == found
    assert from_message(to_message("a reason")) == "a reason"
