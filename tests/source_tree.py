"""The project's Python modules as syntax trees, for tests that hold rules over all of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SOURCE = PROJECT / "src"


@dataclass(frozen=True, slots=True)
class Module:
    """One module: `name` as it is imported ("kroniek.model.claim"), its text and its tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def package(self) -> str:
        """The package directly under kroniek that it belongs to: "model"; for kroniek.errors "errors"."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    @property
    def loads_rules(self) -> bool:
        """Whether it is a loader of rule files, by its name."""
        last = self.path.stem
        return last == "load" or last.endswith("_load")

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.splitlines()


def modules(root: Path = SOURCE) -> list[Module]:
    """All modules of the package, in the order of their names."""
    found = []
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        found.append(Module(name, path, text, ast.parse(text, filename=str(path))))
    return found


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full name of each thing that the module imports: "kroniek.model.claim.Claim", "os.path"."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}"


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    if module.path.stem != "__init__":
        parts = parts[:-1]
    parts = parts[: len(parts) - (node.level - 1)]
    return ".".join([*parts, node.module] if node.module else parts)
