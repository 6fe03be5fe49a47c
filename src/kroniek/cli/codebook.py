"""`kroniek codebook`: the rules that desks code by: list them, read one, begin one, check one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from kroniek.cli.arguments import DEFAULT_CODEBOOK, Output

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The name of a codebook that comes with Kroniek, or a .yaml file.", show_default=False)
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A .yaml file.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Codebooks: list them, read one, begin one of your own, check one.", no_args_is_help=True)
    group.command("list")(list_codebooks)
    group.command("show")(show)
    group.command("new")(new)
    group.command("check")(check)
    app.add_typer(group, name="codebook")


def list_codebooks(
    as_json: Annotated[bool, typer.Option("--json", help="Print one codebook a line of JSON.", show_default=False)] = False,
) -> None:
    """List the codebooks that come with Kroniek, and what each counts."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from kroniek.codebooks.load import load_codebook, packaged_codebooks
    from kroniek.codebooks.shown import listed_record
    from kroniek.contracts.records import line

    books = {name: load_codebook(name) for name in packaged_codebooks()}
    if as_json:
        for book in books.values():
            typer.echo(line(listed_record(book)))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Codebook", "Desk", "Rules", "What it counts"):
        table.add_column(heading)
    for name, book in books.items():
        table.add_row(*map(escape, (name, book.name, str(len(book.rules)), book.about)))
    Console(highlight=False, emoji=False).print(table)


def show(
    name: Name,
    markdown: Annotated[bool, typer.Option("--markdown", help="As a page in Markdown.", show_default=False)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON object.", show_default=False)] = False,
    output: Output = None,
) -> None:
    """Show each rule of a codebook: what it says, its parameters, the words it reads, its source."""
    from kroniek.cli.making import codebook_named
    from kroniek.cli.output import writing
    from kroniek.codebooks.load import load_catalogue
    from kroniek.codebooks.markdown import codebook_markdown
    from kroniek.codebooks.shown import codebook_lines, codebook_record
    from kroniek.contracts.records import line
    from kroniek.errors import UsageError

    if markdown and as_json:
        raise UsageError("--markdown or --json, not both")
    book, catalogue = codebook_named(name), load_catalogue()
    with writing(output) as write:
        if as_json:
            write(line(codebook_record(book)) + "\n")
        elif markdown:
            write(codebook_markdown(book, catalogue))
        else:
            write("".join(f"{one}\n" for one in codebook_lines(book, catalogue)))


def new(
    file: File, source: Annotated[str, typer.Option("--from", metavar="NAME", help="The codebook to begin from.")] = DEFAULT_CODEBOOK
) -> None:
    """Write a codebook to begin one of your own from, with comments. A file that is there is never overwritten."""
    from kroniek.codebooks.load import codebook_bytes, parse_codebook
    from kroniek.codebooks.template import begun
    from kroniek.errors import RulesError, UsageError

    if file.suffix not in (".yaml", ".yml"):
        raise UsageError(f"{file}: a codebook is a .yaml file; name it {file.name}.yaml")
    try:
        data = codebook_bytes(source)
        parse_codebook(data, source)
    except RulesError as error:
        raise UsageError(str(error)) from error
    identity = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-") or "desk"
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(begun(data.decode("utf-8"), source, str(file), identity))
    except FileExistsError:
        raise UsageError(f"{file}: is there already, and is not overwritten; name another file") from None
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error.strerror})") from error
    typer.echo(f"{file}: begun from {source}. Change what your desk does otherwise, then: kroniek codebook check {file}")


def check(file: Name) -> None:
    """Say what a codebook lacks: rules that coding needs, rows without a source, unknown parameters, words that no language reads.

    Exit status 0: it is complete and `--codebook` takes it; 1: it is not, or a row can never count.
    """
    from kroniek.cli.failures import Status, one_line
    from kroniek.codebooks.form import problems
    from kroniek.codebooks.load import codebook_bytes, load_catalogue, parse_codebook, parse_yaml
    from kroniek.codebooks.review import remarks
    from kroniek.errors import RulesError, UsageError
    from kroniek.parties.load import load_parties
    from kroniek.reading.lexicon_load import load_lexicon
    from kroniek.reading.load import LANGUAGES

    catalogue = load_catalogue()
    try:
        data = codebook_bytes(file)
    except RulesError as error:
        raise UsageError(str(error)) from error
    record = parse_yaml(data, file)
    wrong = problems(record, catalogue)
    for problem in wrong:
        typer.echo(one_line(f"{file}: {problem}"))
    if wrong:
        typer.echo(f"{len(wrong)} to mend; `--codebook` does not take it yet")
        raise typer.Exit(Status.SOME_FAILED)
    vague = [phrase for language in LANGUAGES for phrase in load_lexicon(language).phrases_of("vague")]
    found = remarks(parse_codebook(data, file), record, catalogue, vague, {party.id for party in load_parties().all()})
    for remark in found:
        typer.echo(one_line(f"{file}: {remark}"))
    mistakes = [remark for remark in found if not remark.startswith("left out")]
    typer.echo(f"{file}: complete; `--codebook {file}` codes by it" + (f"; {len(mistakes)} of the above to look at" if mistakes else ""))
    raise typer.Exit(Status.SOME_FAILED if mistakes else Status.READ)
