"""The style of the house as tests: codes explained, code that reads on, schemas and plans accepted by others.

Why the code has these bounds and no others (`make figures` prints figures of two neighbours beside them):

- The longest function fits on a screen, the longest file in the head. No median is bounded: a median is kept
  by cutting sentences in two, and who reads them then jumps.
- An import is a step that a stranger may have to take. On the longest way there are 6 to 17 files in the nine
  packages that we measured.
- A private function with one caller sends the reader away and back. In four lines it is worth that only where
  its name says what its expression does not; those packages have 0 to 1.5 such functions in a thousand lines.
- A name that two files of a room give to different things is read as the wrong one.
- Nine branches are more than a name can tell: a phrase, a norm or a reason stands with them.
"""

import ast
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from figures import HOUSE, Package, branches_of, lines_of

import roadmapc
from roadmapc.catalogue import every_code
from roadmapc.checks.registry import RULES
from roadmapc.cli.main import roadmapc as command
from roadmapc.diagnostics.code import Code
from roadmapc.render.formats import FORMATS

Run = Callable[..., "subprocess.CompletedProcess[str]"]

ROOT = Path(__file__).parents[2]
MODULES = sorted(HOUSE.rglob("*.py"))
PACKAGE = Package.of(HOUSE)
SCHEMAS = sorted((ROOT / "schemas").glob("*.schema.json"))
SOURCES = sorted((ROOT / "roadmaps").rglob("*.yaml"))
HEADINGS = ["Почему", "Плохо", "Хорошо", "Основание"]
LINES_OF_FUNCTION = 40
LINES_OF_FILE = 400
FILES_OF_CHAIN = 18
SHORT_HELPERS = 3
"""Private functions with one caller and at most four lines, in a thousand lines of the house."""
BRANCHES = 9
"""From so many on, a function says why."""


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


# Codes


def test_every_code_of_the_compiler_is_in_the_catalogue() -> None:
    names = [found.name for found in pkgutil.walk_packages(roadmapc.__path__, "roadmapc.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    declared = {value for module in modules for value in vars(module).values() if isinstance(value, Code)}
    assert declared == set(every_code()) - {rule.code for rule in RULES}


@pytest.mark.parametrize("field", ["id", "name"])
def test_codes_are_named_apart(field: str) -> None:
    counts = Counter(getattr(code, field) for code in every_code())
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("code", every_code(), ids=lambda code: code.id)
class TestManual:
    def test_it_has_its_headings_in_order(self, code: Code) -> None:
        headings = re.findall(r"^(\w+)(?=  +\S| \S)", code.manual.partition("\n")[2], re.MULTILINE)
        assert headings == HEADINGS

    def test_its_title_is_a_sentence(self, code: Code) -> None:
        assert re.fullmatch(r"[А-ЯЁA-Z«].*\.", code.title)

    def test_explain_prints_it(self, code: Code) -> None:
        shown = CliRunner().invoke(command, ["explain", code.id])
        assert shown.exit_code == 0
        assert shown.output.startswith(f"{code.id} {code.name} ")
        assert code.manual.strip() in shown.output


# Modules


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_fits_in_the_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_OF_FILE


def test_a_function_fits_on_a_screen() -> None:
    long = [function.name for function in PACKAGE.functions if lines_of(function) > LINES_OF_FUNCTION]
    assert long == []


def test_a_stranger_follows_few_imports() -> None:
    chain = PACKAGE.longest_chain
    assert len(chain) <= FILES_OF_CHAIN, " > ".join(chain)


def test_few_helpers_are_hardly_longer_than_a_call_of_them() -> None:
    short = [f"{module.name}.{helper.name}" for module, helper in PACKAGE.short_helpers]
    assert len(short) * 1_000 <= SHORT_HELPERS * PACKAGE.lines, "\n".join(short)


@pytest.mark.parametrize("room", sorted({module.room for module in PACKAGE.modules}))
def test_a_name_means_one_thing_in_a_room(room: str) -> None:
    files = tuple(module for module in PACKAGE.modules if module.room == room)
    assert Package(room, files).names_with_two_meanings() == {}


def test_a_function_with_many_branches_says_why() -> None:
    silent = [
        f"{module.name}.{function.name}"
        for module in PACKAGE.modules
        for function in module.functions
        if branches_of(function) >= BRANCHES and not module.explains(function)
    ]
    assert silent == []


def test_modules_of_the_tests_are_named_apart() -> None:
    """Folders of tests are all on one path of imports: of two modules of a name, a process sees the first."""
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    modules = [path for folder in folders for path in folder.glob("*.py") if path.name != "conftest.py"]
    names = Counter(path.name for path in modules)
    assert [name for name, times in names.items() if times > 1] == []


# Formats

A_FORMAT = re.compile(rf"(\S*\.)?({'|'.join(kind.name for kind in FORMATS)})\W*")
"""Its name, or that of a file or a pattern of files."""
NAMED_BY_RIGHT = {
    "assets.py": "the template of orders is a Word file, whatever is printed by it",
    "incoming/format.py": "what comes in is known by its content, whatever is printed",
    "office.py": "under these names LibreOffice reads and writes",
    "render/formats.py": "the list itself",
    "render/ics/files.py": "gives each officer a file",
    "schema/forms.py": "quotes a pattern of the schema",
}


def test_formats_are_named_in_their_list_alone() -> None:
    named = {
        path.relative_to(HOUSE).as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and A_FORMAT.fullmatch(node.value)
    }
    assert named == set(NAMED_BY_RIGHT)


# Schemas and plans, by validators we did not write


def _check_jsonschema(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "check_jsonschema", *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def _schema_of(source: Path) -> Path:
    """The schema that a file names for the editor in its first line."""
    with source.open(encoding="utf-8") as file:
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)\n", file.readline())
    assert found, f"{source} does not begin with its schema"
    return (source.parent / found[1]).resolve()


def test_schemas_are_schemas() -> None:
    done = _check_jsonschema("--check-metaschema", *SCHEMAS)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("source", SOURCES, ids=_name)
def test_check_jsonschema_accepts_what_is_published(source: Path) -> None:
    done = _check_jsonschema("--schemafile", _schema_of(source), source)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("source", SOURCES, ids=_name)
def test_ajv_accepts_what_is_published(source: Path, tool: Callable[[str], Run]) -> None:
    tool("ajv")("validate", "--spec=draft2020", "--strict=false", "-s", _schema_of(source), "-d", source)
