"""The workbench in a real browser: the way from the list to the words, by mouse, keyboard and phone, with nothing from elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect, sync_playwright

from tests.workbench.builders import COURIER, nasty, sample
from tests.workbench.served import served
from tests.workbench.test_person_decisions import named_ledger
from tests.workbench.test_security import PAGES

pytestmark = pytest.mark.browser

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ALL_PAGES = (
    "/",
    "/?q=nothing+of+the+kind",
    "/incidents/inc-1",
    "/incidents/inc-2",
    "/documents",
    f"/documents/{quote(COURIER, safe='')}",
    f"/decide?document={quote(COURIER, safe='')}&claim={'a' * 40}",
    "/decide-incident?incident=inc-1",
    "/findings",
    "/sources",
    "/compare/inc-1",
    "/totals",
    "/totals?by=month_grade",
    "/about",
    "/nothing",
)


@dataclass
class Watched:
    """A page, and whatever it did that it should not have."""

    page: Page
    address: str
    elsewhere: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("NO CHROMIUM ON THIS MACHINE, SO THE WORKBENCH WAS NOT TRIED IN A BROWSER")
    with sync_playwright() as playwright:
        # with a new folder for its data, which is thrown away
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@contextmanager
def watching(browser: Browser, path: Path, width: int = 1280, height: int = 900) -> Iterator[Watched]:
    with served(str(path)) as client:
        page = browser.new_page(viewport={"width": width, "height": height})
        watched = Watched(page, str(client.base_url).rstrip("/"))

        def only_here(route: Route) -> None:
            if urlsplit(route.request.url).hostname == "127.0.0.1":
                route.continue_()
            else:
                watched.elsewhere.append(route.request.url)
                route.abort()

        def no_dialog(dialog: Dialog) -> None:
            watched.troubles.append(dialog.message)
            dialog.dismiss()

        page.route("**/*", only_here)
        page.on("pageerror", lambda error: watched.troubles.append(str(error)))
        page.on("dialog", no_dialog)
        page.on("console", lambda message: watched.troubles.append(message.text) if "Content Security Policy" in message.text else None)
        try:
            yield watched
        finally:
            page.close()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("ledger") / "x.ledger")


@pytest.fixture
def desk(browser: Browser, ledger: Path) -> Iterator[Watched]:
    with watching(browser, ledger) as watched:
        yield watched
        assert not watched.elsewhere and not watched.troubles


@pytest.fixture
def phone(browser: Browser, ledger: Path) -> Iterator[Watched]:
    with watching(browser, ledger, 360, 740) as watched:
        yield watched
        assert not watched.elsewhere and not watched.troubles


def test_from_the_list_to_the_words(desk: Watched) -> None:
    page = desk.open("/")
    page.get_by_label("Words in title").fill("bakery")
    page.get_by_role("button", name="Show").click()
    assert page.get_by_role("status").inner_text() == "1 of 14 incidents"
    page.get_by_role("link", name="Bakery in Tel Nour").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bakery in Tel Nour"
    page.locator("article").filter(has_text="nine").get_by_role("link", name="See it in the text").first.click()
    mention = page.locator("#claim-" + "a" * 40)
    assert page.url.endswith("#claim-" + "a" * 40)
    expect(mention).to_be_focused()  # the page's script does so once it has loaded
    box = mention.evaluate("place => place.getBoundingClientRect().top")
    assert 0 <= box <= 900
    page.locator("mark.figure a").first.click()
    assert "#about-" in page.url


def test_the_keyboard_alone_reaches_an_incident_and_its_evidence(desk: Watched) -> None:
    page = desk.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "title-link":
            break
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == first == "Bakery in Tel Nour"
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/inc-1")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "See it in the text":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")


def test_the_slash_goes_to_the_search_and_letters_stay_letters_there(desk: Watched) -> None:
    page = desk.open("/")
    page.keyboard.press("/")
    page.keyboard.type("jk/")
    assert page.get_by_label("Words in title").input_value() == "jk/"


def test_it_works_without_scripts(browser: Browser, ledger: Path) -> None:
    with served(str(ledger)) as client:
        page = browser.new_page(java_script_enabled=False)
        page.goto(str(client.base_url))
        page.get_by_label("Grade").select_option("contested")
        page.get_by_role("button", name="Show").click()
        page.get_by_role("link", name="Bakery in Tel Nour").click()
        page.get_by_role("link", name="See it in the text").first.click()
        expect(page.locator(".words mark.figure")).to_have_count(1)
        page.close()


@pytest.mark.parametrize("path", ALL_PAGES)
def test_no_page_scrolls_sideways_on_a_phone(phone: Watched, path: str) -> None:
    page = phone.open(path)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360, f"{width} pixels wide"


@pytest.mark.parametrize("path", ALL_PAGES)
def test_a_page_makes_sense_to_a_screen_reader(desk: Watched, path: str) -> None:
    page = desk.open(path)
    assert page.evaluate("document.documentElement.lang") == "en" and page.title()
    fields = "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
    assert page.evaluate(f"{fields}.filter(field => !field.labels.length && !field.ariaLabel).length") == 0, "a field without a label"
    assert page.evaluate("[...document.querySelectorAll('a, button')].filter(e => !e.textContent.trim() && !e.ariaLabel).length") == 0
    assert page.evaluate("[...document.images].filter(i => !i.hasAttribute('alt')).length") == 0
    assert page.evaluate("[...document.querySelectorAll('table')].filter(t => !t.caption).length") == 0, "a table without a caption"
    assert page.evaluate("[...document.querySelectorAll('th')].filter(t => !t.scope).length") == 0
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    identities = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(identities) == len(set(identities)), "an id stands twice"
    for landmark in ("header", "nav", "main", "footer"):
        assert page.locator(landmark).count() >= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/incidents/inc-1", f"/documents/{quote(COURIER, safe='')}"])
def test_words_stand_out_from_their_ground(desk: Watched, path: str, scheme: str) -> None:
    desk.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = desk.open(path)
    faint = page.evaluate(CONTRAST)
    assert not faint, faint


CONTRAST = """() => {
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const colour = text => text.match(/[\\d.]+/g).map(Number);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = colour(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!node.textContent.trim() || !e.checkVisibility() || e.closest('option')) continue;
    const a = light(colour(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e).slice(0, 3));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push([node.textContent.trim().slice(0, 40), ratio.toFixed(2)]);
  }
  return faint;
}"""


def test_no_word_of_a_report_runs(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, nasty(tmp_path / "x.ledger")) as watched:
        for path in PAGES:
            page = watched.open(path)
            for link in page.locator("mark a").all():
                link.click()
            page.mouse.move(400, 400)
            assert page.evaluate("window.hacked") is None
        assert not watched.troubles and not watched.elsewhere


def test_a_decision_is_made_with_the_form(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, sample(tmp_path / "x.ledger")) as watched:
        page = watched.open("/incidents/inc-1")
        page.get_by_role("link", name="Accept, correct or reject").first.click()
        page.get_by_label("Reject").check()
        page.get_by_label("Why").fill("It repeats the wire")
        page.get_by_label("Your name").fill("M. V.")
        page.get_by_role("button", name="Store").click()
        page.get_by_role("heading", name="Decided so far").wait_for()
        assert "It repeats the wire" in page.locator("main").inner_text()
        assert not watched.troubles and not watched.elsewhere


def test_an_incident_is_graded_with_the_form(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, sample(tmp_path / "x.ledger")) as watched:
        page = watched.open("/incidents/inc-1")
        page.get_by_role("link", name="Decide: merge, split or grade").click()
        page.get_by_label("Grade: it has another grade of harm").check()
        page.get_by_label("Grade of harm", exact=True).select_option("discounted")
        page.get_by_label("Why").fill("They were fighters")
        page.get_by_label("Your name").fill("M. V.")
        page.get_by_role("button", name="Store").click()
        page.get_by_role("heading", name="Decided on this incident").wait_for()
        assert "They were fighters" in page.locator("main").inner_text()
        assert not watched.troubles and not watched.elsewhere


def test_deciding_on_two_names_does_not_scroll_sideways_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, named_ledger(tmp_path / "x.ledger"), 360, 740) as watched:
        page = watched.open("/")
        page.locator("table a[href^='/incidents/']").first.click()
        page.get_by_role("link", name="Decide whether Ahmad Hussein and Ahmed Al-Hussain are one person").click()
        page.get_by_label("The same person: the names").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert not watched.elsewhere and not watched.troubles


def test_two_names_are_decided_to_be_one_person(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, named_ledger(tmp_path / "x.ledger")) as watched:
        page = watched.open("/")
        page.locator("table a[href^='/incidents/']").first.click()
        page.get_by_role("link", name="Decide whether Ahmad Hussein and Ahmed Al-Hussain are one person").click()
        assert page.locator("mark.victim").count() == 2
        page.get_by_label("The same person: the names").check()
        page.get_by_label("Why").fill("One photo, one mother")
        page.get_by_label("Your name").fill("M. V.")
        page.get_by_role("button", name="Store").click()
        assert page.get_by_role("heading", name="Decided on named victims").is_visible()
        assert "One photo, one mother" in page.locator("main").inner_text()
        assert page.get_by_role("heading", name="Possibly the same person").count() == 0
        page.get_by_role("link", name="Decide again").click()
        page.get_by_label("Not the same person").check()
        page.get_by_label("Why").fill("A cousin")
        page.get_by_label("Your name").fill("M. V.")
        page.get_by_role("button", name="Store").click()
        assert "a later decision took its place" in page.locator("main").inner_text()
        assert not watched.elsewhere and not watched.troubles


def test_totals_are_split_and_narrowed_with_the_form(desk: Watched) -> None:
    page = desk.open("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Totals").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Totals"
    page.get_by_label("Split by").select_option("belligerent")
    page.get_by_label("Grade").select_option("contested")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("rowheader")).to_have_text(["The Army"])
    assert "1 incident, 9–12 civilians killed" in page.locator("main").inner_text()
    page.get_by_role("link", name="Clear filters").click()
    assert page.get_by_label("Split by").input_value() == "grade"
