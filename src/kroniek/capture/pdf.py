"""The text of a PDF and what it says of itself. Runs in the child process only."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kroniek.capture.extracted import Extracted


def extract_pdf(data: bytes, characters: int) -> Extracted | str:
    """The text of all pages with a blank line between them, or the reason why there is none.

    Stops with a reason once there are more than `characters`. The day in a PDF's metadata is the day on which the file was made,
    often long after the report came out, so it is not taken for the day of publication.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return "the PDF is locked with a password"
        pages: list[str] = []
        length = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > characters:
                return f"the PDF holds more than {characters:,} characters of text"
        about = reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError, NotImplementedError) as error:
        # pypdf lets many kinds of error out on a damaged file
        return f"the PDF is damaged or of a kind that cannot be read ({type(error).__name__})"
    text = "\n\n".join(page.strip() for page in pages if page.strip())
    if not text:
        return "the PDF holds no text (a scan?)"
    return Extracted(text=text, title=_words(title), author=_words(author))


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
