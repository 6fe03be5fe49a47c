"""The templates, set up so that nothing from a report can become markup, and the answers that they are made into."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from kroniek.workbench import words
from kroniek.workbench.security import HEADERS

# what no browser shows: control characters other than tab and line ends, and halves of surrogate pairs, which UTF-8 cannot carry
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Pages:
    """Renders a template into an answer."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=PackageLoader("kroniek.workbench"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        filters = (words.coded, words.day, words.direction, words.incident_date, words.language_tag, words.number)
        self._environment.filters.update({filter.__name__: filter for filter in filters})
        self._environment.filters.update(
            plain=words.plain,
            sentence=words.sentence,
            place=words.place,
            own_voice=words.own_voice,
            web_address=words.web_address,
            say_as=words.say_as,
            moment=words.moment,
            document_title=words.document_title,
            document_publisher=words.document_publisher,
        )
        self._environment.globals.update(
            document_address=words.document_address,
            incident_address=words.incident_address,
            compare_address=words.compare_address,
            sources_address=words.sources_address,
            claim_address=words.claim_address,
            finding_address=words.finding_address,
            version_address=words.version_address,
            decide_address=words.decide_address,
            decide_incident_address=words.decide_incident_address,
            grades=words.GRADES,
            statuses=words.STRIKE_STATUSES,
            here=None,
            decided={},
            deciding=False,
        )

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """The template with the values, escaped."""
        return HTMLResponse(self._environment.get_template(template).render(values), status_code=status)

    def trouble(self, status: int, heading: str, *lines: str, command: str | None = None) -> HTMLResponse:
        """A page that says what is wrong and what to do. It carries the headers itself: an error may pass by what adds them."""
        answer = self.page("trouble.html", status, heading=heading, lines=lines, command=command)
        answer.headers.update(HEADERS)
        return answer


def _shown(value: object) -> object:
    """A value as it goes into the page: signs that cannot be shown are replaced, markup of our own stays."""
    # Jinja's own Markup is a str as well, and already went through here piece by piece
    return _UNSHOWN.sub("\ufffd", value) if type(value) is str else value
