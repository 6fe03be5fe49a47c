"""Arguments and options that several commands share, worded once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_CODEBOOK = "airwars"
"""The codebook where neither an option nor a ledger's settings name one."""

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files or folders of .txt .md .html .pdf .jsonl .warc(.gz); - reads JSON Lines from standard input.",
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option(min=0, metavar="N", help="Processes to read with; 0 is one a core. The output is the same for any.")]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file in place of standard output.", show_default=False)]
Debug = Annotated[bool, typer.Option(help="Show where in the programme a bug struck.", show_default=False)]
