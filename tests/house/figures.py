"""The figures of the house beside those of two neighbours, all by one script.

    python tests/house/figures.py           the working tree, python-docx and click
    python tests/house/figures.py FOLDER…   the working tree and other folders, as of an older checkout

Nothing is asserted here: `test_house.py` says which of the figures have a bound.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from statistics import median, quantiles
from tokenize import COMMENT, generate_tokens
from typing import TypeAlias

HOUSE = Path(__file__).parents[2] / "compiler" / "roadmapc"
NEIGHBOURS = {"python-docx": "docx", "click": "click"}
"""Packages that are installed with this one, by their names in the registry."""
SHORT = 4
"""Lines of a helper that is hardly longer than a call of it."""

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_FOR_PROGRAMS = re.compile(r"#!|#\s*(noqa|type:|pyright:|pragma:)(?!.* - )")
"""A comment such as `# noqa: E501`; one that goes on with a reason after a dash is for people too."""
_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.comprehension)


def lines_of(function: Function) -> int:
    """From `def` to the last line, the docstring included, decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def branches_of(function: Function) -> int:
    """Ways through: one, and one more for each branch, `and`, `or`, comprehension and case."""
    ways = 1
    for node in ast.walk(function):
        ways += isinstance(node, _BRANCHES)
        if isinstance(node, ast.BoolOp):
            ways += len(node.values) - 1
        elif isinstance(node, ast.Match):
            ways += len(node.cases) - 1
    return ways


@dataclass(frozen=True)
class Module:
    """A file of a package."""

    name: str
    """Dotted, the package's own name first."""
    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax."""
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        """How many it has."""
        return len(self.text.splitlines())

    @property
    def room(self) -> str:
        """The folder or file of the package that it belongs to."""
        return ".".join(self.name.split(".")[:2])

    @cached_property
    def comments(self) -> frozenset[int]:
        """Lines with a comment for people."""
        tokens = generate_tokens(StringIO(self.text).readline)
        return frozenset(
            token.start[0]
            for token in tokens
            if token.type == COMMENT and not _FOR_PROGRAMS.match(token.string)
        )

    @cached_property
    def functions(self) -> list[Function]:
        """Methods and inner functions too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @property
    def kinds(self) -> Iterator[str]:
        """Names of classes and of aliases of types at the top of the file, public and private."""
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef):
                yield node.name
            elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
                yield ast.unparse(node.target)

    @property
    def private(self) -> list[Function]:
        """Functions for this file alone; a decorated one is there for its decorator."""
        return [
            node
            for node in self.functions
            if node.name.startswith("_") and not node.name.startswith("__") and not node.decorator_list
        ]

    @property
    def helpers(self) -> Iterator[Function]:
        """Private functions that one place of the file names."""
        names = Counter(
            node.id if isinstance(node, ast.Name) else node.attr
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Name | ast.Attribute)
        )
        return (node for node in self.private if names[node.name] == 1)

    def explains(self, function: Function) -> bool:
        """Whether a function of the file has a docstring or a comment."""
        lines = range(function.lineno, (function.end_lineno or function.lineno) + 1)
        return bool(ast.get_docstring(function) or self.comments.intersection(lines))

    @property
    def imports(self) -> Iterator[str]:
        """Dotted names that it imports anywhere but for types alone; some are no modules."""
        for_types = {
            id(inner)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            for inner in ast.walk(node)
        }
        for node in ast.walk(self.tree):
            if id(node) in for_types:
                continue
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self._base(node)
                yield from (name for alias in node.names for name in (base, f"{base}.{alias.name}"))

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        is_package = self.path.name == "__init__.py"
        above = self.name.split(".")[: 1 - node.level if is_package and node.level > 1 else None]
        above = above if is_package else self.name.split(".")[: -node.level]
        return ".".join((*above, *filter(None, [node.module])))


@dataclass(frozen=True)
class Package:
    """All files of a package of more than three lines."""

    name: str
    modules: tuple[Module, ...]

    @classmethod
    def of(cls, folder: Path) -> "Package":
        """The package in a folder."""
        return cls(folder.name, tuple(_modules(folder)))

    @property
    def functions(self) -> list[Function]:
        """Of all files."""
        return [function for module in self.modules for function in module.functions]

    @property
    def lines(self) -> int:
        """Of all files."""
        return sum(module.lines for module in self.modules)

    @cached_property
    def longest_chain(self) -> tuple[str, ...]:
        """The files of the longest way by imports; an arrow that closes a circle is left out.

        Where there are circles, which arrow that is depends on where the way begins: a longer one may exist.
        """
        by_name = {module.name: module for module in self.modules}
        below = {name: sorted(set(module.imports) & set(by_name)) for name, module in by_name.items()}
        under_way: set[str] = set()

        @cache
        def chain(name: str) -> tuple[str, ...]:
            under_way.add(name)
            longest = max(
                (chain(other) for other in below[name] if other not in under_way), key=len, default=()
            )
            under_way.discard(name)
            return (name, *longest)

        return max(map(chain, below), key=len, default=())

    @property
    def helpers(self) -> list[tuple[Module, Function]]:
        """Private functions with one caller, with their files."""
        return [(module, helper) for module in self.modules for helper in module.helpers]

    @property
    def short_helpers(self) -> list[tuple[Module, Function]]:
        """Those of at most `SHORT` lines."""
        return [(module, helper) for module, helper in self.helpers if lines_of(helper) <= SHORT]

    def names_with_two_meanings(self) -> dict[str, list[str]]:
        """Names of classes and aliases that several files define, with the files."""
        places: dict[str, list[str]] = {}
        for module in self.modules:
            for kind in module.kinds:
                places.setdefault(kind, []).append(module.name)
        return {kind: files for kind, files in sorted(places.items()) if len(files) > 1}


def _modules(folder: Path) -> Iterator[Module]:
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > 3:
            parts = path.relative_to(folder.parent).with_suffix("").parts
            yield Module(".".join(part for part in parts if part != "__init__"), path, text)


def figures(package: Package) -> dict[str, str]:
    """What is compared, by its heading."""
    files = [module.lines for module in package.modules]
    functions = list(map(lines_of, package.functions))
    private = sum(len(module.private) for module in package.modules)
    return {
        "files": str(len(files)),
        "lines": f"{package.lines:,}",
        "file med/p95/max": _spread(files),
        "functions": f"{len(functions):,}",
        "function med/p95/max": _spread(functions),
        "branches med/p95/max": _spread(list(map(branches_of, package.functions))),
        "longest chain": str(len(package.longest_chain)),
        "one caller": f"{len(package.helpers) / private:.0%}" if private else "–",
        "… short, a kLOC": f"{len(package.short_helpers) * 1000 / package.lines:.1f}",
        "doubled names": str(len(package.names_with_two_meanings())),
        "comments": f"{sum(len(module.comments) for module in package.modules) / package.lines:.1%}",
    }


def _spread(values: list[int]) -> str:
    percentiles = quantiles(values, n=20, method="inclusive")
    return f"{median(values):.0f}/{percentiles[-1]:.0f}/{max(values)}"


def _table(packages: dict[str, Package]) -> str:
    columns = [figures(package) for package in packages.values()]
    rows = [("", *packages)]
    rows += [(heading, *(column[heading] for column in columns)) for heading in columns[0]]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    aligned = ("  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))) for row in rows)
    return "\n".join(aligned)


def _neighbours() -> dict[str, Path]:
    """The folders of the packages that are installed, by the name and version of each."""
    specs = {name: find_spec(package) for name, package in NEIGHBOURS.items()}
    return {
        f"{name} {version(name)}": Path(spec.origin).parent
        for name, spec in specs.items()
        if spec is not None and spec.origin is not None
    }


if __name__ == "__main__":
    others = {folder: Path(folder) for folder in sys.argv[1:]} or _neighbours()
    print(_table({name: Package.of(folder) for name, folder in {"the house": HOUSE, **others}.items()}))
