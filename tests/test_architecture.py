"""The house holds: dependencies run one way, the pure packages touch nothing outside, modules stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_tree import Module, imports, modules

# A module may import its own package and those of a lower floor, never one of its own floor or above.
FLOORS = (
    {"", "errors", "made"},
    {"model", "text", "rules"},
    {"contracts", "gazetteer", "parties"},
    {"reading"},
    {"provenance", "codebooks"},
    {"incidents", "flows"},
    {"checks"},
    {"capture"},
    {"ledger", "cluster"},
    {"publish"},
    {"workbench"},
    {"cli"},
)
FLOOR_OF = {package: floor for floor, packages in enumerate(FLOORS) for package in packages}

PURE = {"model", "text", "reading", "provenance", "incidents", "flows", "checks", "gazetteer", "parties", "codebooks"}
OUTSIDE = {
    "asyncio", "builtins", "concurrent", "glob", "http", "httpx", "importlib", "io", "logging", "multiprocessing", "os",
    "pathlib", "pickle", "platform", "random", "requests", "secrets", "shutil", "signal", "socket", "sqlalchemy", "sqlite3",
    "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid", "yaml",
}  # fmt: skip
CLOCK = {"now", "today", "utcnow"}
UNREPEATABLE = {"hash", "input", "open", "print", "eval", "exec"}
MOST_LINES = 500


def _all() -> list[Module]:
    return modules()


def _pure(module: Module) -> bool:
    return module.package in PURE and not module.loads_rules


def test_every_package_has_a_floor() -> None:
    unknown = sorted({module.package for module in _all()} - set(FLOOR_OF))
    assert not unknown, f"say in FLOORS where these packages stand: {unknown}"


def test_dependencies_run_one_way() -> None:
    wrong = [
        f"{module.name}:{line} imports {name}"
        for module in _all()
        for line, name in imports(module)
        if name.startswith("kroniek.") and _climbs(module.package, name.split(".")[1])
    ]
    assert not wrong, "\n".join(wrong)


def _climbs(package: str, imported: str) -> bool:
    if imported == package or imported not in FLOOR_OF:
        return False
    return FLOOR_OF[imported] >= FLOOR_OF[package]


def test_no_module_imports_itself_by_a_detour() -> None:
    known = {module.name for module in _all()}
    needs = {module.name: sorted(set(_modules_needed(module, known))) for module in _all()}
    done: set[str] = set()
    for start in sorted(needs):
        circle = _circle(start, needs, done)
        assert circle is None, "a circle of imports: " + " -> ".join(circle or [])


def _modules_needed(module: Module, known: set[str]) -> Iterator[str]:
    for _, name in imports(module):
        if name in known:
            yield name
        elif name.rpartition(".")[0] in known:
            yield name.rpartition(".")[0]


def _circle(start: str, needs: dict[str, list[str]], done: set[str]) -> list[str] | None:
    """A circle that can be reached from `start`, by a walk that keeps its own stack; packages' __init__ files may name their modules."""
    way: list[tuple[str, Iterator[str]]] = [(start, iter(needs[start]))]
    on_way = [start]
    while way:
        name, rest = way[-1]
        following = next((other for other in rest if other not in done and not name.startswith(f"{other}.") and other != name), None)
        if following is None:
            done.add(name)
            way.pop()
            on_way.pop()
        elif following in on_way:
            return [*on_way[on_way.index(following) :], following]
        else:
            way.append((following, iter(needs[following])))
            on_way.append(following)
    return None


def test_pure_packages_import_nothing_that_reaches_outside() -> None:
    wrong = [
        f"{module.name}:{line} imports {name}"
        for module in _all()
        if _pure(module)
        for line, name in imports(module)
        if name.split(".")[0] in OUTSIDE
    ]
    assert not wrong, "files, network, clock and database live elsewhere; rule files are read in a load.py:\n" + "\n".join(wrong)


def test_pure_packages_ask_no_clock_and_nothing_unrepeatable() -> None:
    wrong = [f"{module.name}:{line} calls {name}" for module in _all() if _pure(module) for line, name in _forbidden_calls(module.tree)]
    assert not wrong, "\n".join(wrong)


def _forbidden_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in UNREPEATABLE:
            yield node.lineno, called.id
        elif isinstance(called, ast.Attribute) and called.attr in CLOCK:
            yield node.lineno, called.attr


def test_modules_stay_small() -> None:
    long = [f"{module.name}: {len(module.lines)} lines" for module in _all() if len(module.lines) > MOST_LINES]
    assert not long, "\n".join(long)


def test_broad_excepts_say_why() -> None:
    """`except Exception` hides bugs: where one is needed (a boundary that must go on), the line names the rule and the reason."""
    wrong = []
    for module in _all():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler) and _broad(node.type) and not _explained(module.lines[node.lineno - 1]):
                wrong.append(f"{module.name}:{node.lineno}")
    assert not wrong, "\n".join(wrong)


def _broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in names)


def _explained(line: str) -> bool:
    return "# noqa: BLE001" in line and len(line.partition("# noqa: BLE001")[2].strip(" -:")) > len("because")


def test_errors_are_of_the_one_tree() -> None:
    """No package keeps exceptions of its own: whoever calls Kroniek catches KroniekError and has them all."""
    wrong = [
        f"{module.name}:{node.lineno} {node.name}"
        for module in _all()
        if module.package != "errors"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and any(_names_an_error(base) for base in node.bases)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_folder_of_tests_is_a_package(project: Path) -> None:
    """Two tests of one file name in two folders clash where the folders are no packages."""
    folders = {path.parent for path in (project / "tests").rglob("test_*.py")}
    missing = sorted(str(folder.relative_to(project)) for folder in folders if not (folder / "__init__.py").exists())
    assert not missing, f"add an empty __init__.py to {missing}"


def _names_an_error(base: ast.expr) -> bool:
    return isinstance(base, ast.Name) and base.id.endswith(("Error", "Exception"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import os.path", ["os.path"]),
        ("from kroniek.model import claim", ["kroniek.model.claim"]),
        ("from . import patterns", ["kroniek.reading.patterns"]),
        ("from ..model.span import Span", ["kroniek.model.span.Span"]),
    ],
)
def test_the_reader_of_imports_sees_each_form(source: str, expected: list[str]) -> None:
    module = Module("kroniek.reading.example", Path("example.py"), source, ast.parse(source))
    assert [name for _, name in imports(module)] == expected


def test_the_rules_catch_what_they_are_for() -> None:
    """A house rule that nothing can break guards nothing."""
    assert _climbs("model", "ledger")
    assert _climbs("gazetteer", "parties")
    assert not _climbs("cli", "ledger")
    assert list(_forbidden_calls(ast.parse("date.today()\nhash(x)"))) == [(1, "today"), (2, "hash")]
    assert _broad(ast.parse("try:\n  pass\nexcept:\n  pass").body[0].handlers[0].type)  # type: ignore[attr-defined]
    assert not _explained("except Exception:  # noqa: BLE001")
    assert _explained("except Exception:  # noqa: BLE001 - one request must not end the server")
    assert _circle("a", {"a": ["b"], "b": ["c"], "c": ["a"]}, set()) == ["a", "b", "c", "a"]
