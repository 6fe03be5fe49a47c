"""Writes the one sample report that is a PDF, in plain Python; run it after a change to the text."""

from __future__ import annotations

import textwrap
from pathlib import Path

REPORT = Path(__file__).resolve().parent / "reports" / "kunduz-2015-12-14-un-count.pdf"
TITLE = "Kunduz, autumn 2015: what the United Nations counted"
LINES = f"""\
{TITLE}
14 December 2015

KABUL (Levant Daily Briefing) - The fighting over the Afghan city of Kunduz between 28 September and 13 October killed at \
least 289 civilians and injured 559, the United Nations mission in Afghanistan (UNAMA) says in a special report. Most of these \
deaths and injuries came about in ground fighting and could not be attributed to one party.

The figures include the American air strike of 3 October on the hospital of Médecins Sans Frontières. For that attack the \
mission counts at least 30 deaths and 37 injured, the number that the aid group gave until last week. It says that the toll may rise: \
parts of the building that collapsed were still being cleared.

On Saturday Médecins Sans Frontières itself raised its count to at least 42 killed.

Taliban fighters entered the city on 28 September. Government forces needed more than two weeks to drive them out.

This report was written for Kroniek's demonstration.
"""
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 72
TITLE_SIZE, TEXT_SIZE, LEADING = 15, 11, 16
LETTERS_A_LINE = 84


def content() -> bytes:
    """The page's drawing operators: the title larger, the other lines below it, an empty line between paragraphs."""
    title, *rest = LINES.splitlines()
    drawn = ["BT", f"{MARGIN} {PAGE_HEIGHT - MARGIN} Td", f"/Title {TITLE_SIZE} Tf", f"({escaped(title)}) Tj", f"/Text {TEXT_SIZE} Tf"]
    drawn.append(f"{LEADING} TL")
    for paragraph in rest:
        for line in textwrap.wrap(paragraph, LETTERS_A_LINE) or [""]:
            drawn.append(f"T* ({escaped(line)}) Tj")
    return "\n".join([*drawn, "ET"]).encode("cp1252")


def escaped(text: str) -> str:
    """Text inside a PDF string."""
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf() -> bytes:
    """The whole file, the same bytes each time."""
    stream = content()
    fonts = "".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >> "
        for name, font in (("Title", "Helvetica-Bold"), ("Text", "Helvetica"))
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] "
        f"/Resources << /Font << {fonts}>> >> /Contents 4 0 R >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        f"<< /Title ({escaped(TITLE)}) /Author (Idris Falconbridge) /CreationDate (D:20151214080000Z) >>".encode(),
    ]
    written = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(written)


if __name__ == "__main__":
    REPORT.write_bytes(pdf())
