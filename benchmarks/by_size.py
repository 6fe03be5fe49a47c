"""What the benchmarks over ever more made-up reports share: which sizes are asked for, and for each a process of its own."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from benchmarks.shared import PROJECT


def sizes_asked(about: str | None, sizes: Sequence[int], measure: Callable[[int], Mapping[str, object]]) -> list[int]:
    """The sizes of `--sizes`. With `--one SIZE` that size is measured here and printed as JSON, and nothing is left to do: none."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--sizes", default=",".join(map(str, sizes)))
    parser.add_argument("--one", type=int)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(arguments.one)))
        return []
    return [int(size) for size in arguments.sizes.split(",")]


def measured_apart(script: str, size: int) -> dict[str, Any]:
    """What `script --one SIZE` measures in a process of its own, so that its peak memory is that of this size."""
    print(f"{size} reports ...", file=sys.stderr)
    ran = subprocess.run([sys.executable, script, "--one", str(size)], stdout=subprocess.PIPE, check=True, text=True, cwd=PROJECT)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def written_by(script: str, sizes: Sequence[int], version: str) -> str:
    """The line that says how the results were made."""
    return f"Written by `python benchmarks/{script} --sizes {','.join(map(str, sizes))}`, Python {version}; all on one core."
