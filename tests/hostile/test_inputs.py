"""Files that nobody should feed a compiler: each is answered, within 5 s of processor time and 500 MB."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from limits import BUILD, assert_answered, files

PLAN = "roadmaps/plan.yaml"


class Case(NamedTuple):
    """A change of the small plan, and the code that answers it."""

    code: str
    """Empty if the plan is still a plan."""
    change: Callable[[bytes], bytes]


def put(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(old.encode(), new.encode())


def tail(text: str) -> Callable[[bytes], bytes]:
    return lambda content: content + text.encode()


BOMB = "\n".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 10))
CASES = {
    "alias bomb": Case("Y106", tail(f"\na0: &a0 [x]\n{BOMB}\n")),
    "10,000 lists in one another": Case("Y107", put("Об утверждении плана", "[" * 10_000)),
    "5,000 levels of indent": Case(
        "Y107", tail("\n" + "\n".join(" " * at + f"k{at}:" for at in range(5_000)))
    ),
    "a text of 1 MB": Case("Y117", put("Подготовить отчёт", "слово " * 100_000)),
    "a text of 100 KB": Case("", put("Подготовить отчёт", "слово отчёт " * 4_500)),
    "10,000 executors": Case("", put("[department]", f"[{', '.join(['department'] * 10_000)}]")),
    "a million blank lines": Case("Y117", tail("\n" * 1_500_000)),
    "a word of 1 MB": Case("Y117", put("Подготовить отчёт", "ж" * 500_000)),
    "a phrase of 100 KB": Case("D339", put("не позднее 2 сентября", "до 31 " * 10_000)),
    "a file of 100 MB": Case("W502", lambda _: b"# " + b"x" * 100 * 2**20),
    "a byte 0": Case("Y102", put("отчёт", "от\x00чёт")),
    "a bell": Case("Y102", put("отчёт", "от\x07чёт")),
    "an escape that XML forbids": Case("Y102", put("measure: Подготовить", 'measure: "\\x01"  # ')),
    "byte order mark": Case("", lambda content: b"\xef\xbb\xbf" + content),
    "windows line ends": Case("", lambda content: content.replace(b"\n", b"\r\n")),
    "Windows-1251": Case("Y101", lambda content: content.decode().encode("cp1251", "replace")),
    "UTF-16": Case("Y101", lambda content: content.decode().encode("utf-16")),
    "half a letter": Case("Y101", lambda content: content[:-2] + b"\xd0"),
    "a key twice": Case("Y105", put("period: 2024", "period: 2024\nperiod: 2025")),
    "not a number": Case("S", put("format: 1", "format: .nan")),
    "a number without end": Case("Y117", put("format: 1", f"format: {'9' * 5000}")),
    "a year of 5,000 digits": Case("Y117", put("period: 2024", f"period: {'9' * 5000}")),
    "the last year of all": Case("M405", put("period: 2024", "period: 9999")),
    "the last day of all": Case("D305", put("не позднее 2 сентября", "до 31.12.9999")),
    "an order of the last day": Case("M404", put("  author:", "  date: 31.12.9999\n  author:")),
    "50,000 executors": Case("Y120", put("[department]", f"[{', '.join(['department'] * 50_000)}]")),
    "another folder": Case("M406", put("organisations/town.yaml", "../../../../etc/passwd")),
    "an absolute path": Case("M406", put("organisations/town.yaml", "/etc/passwd")),
    "a device": Case("M406", put("organisations/town.yaml", "/dev/zero")),
    "the plan as its directory": Case("S", put("organisations/town.yaml", "plan.yaml")),
    "the plan as its own text": Case(
        "T929", put("    sections:", "    parts: [{ file: plan.yaml }]\n    sections:")
    ),
    "a Python object": Case("Y106", tail("\nx: !!python/object/apply:os.system [id]\n")),
    "a template in a text": Case("M414", put("Подготовить отчёт", "Отчёт {{ 7 * 7 }} {% for x in y %}")),
    "a template in a title": Case("M414", put("title: План", "title: '{{ self.__init__.__globals__ }}'")),
    "a formula": Case("", put("Подготовить отчёт", '=HYPERLINK("http://x")')),
    "a script": Case("", put("Подготовить отчёт", "<script>alert(1)</script>")),
    "line breaks for a calendar": Case(
        "", put("measure: Подготовить отчёт", 'measure: "END:VEVENT\\r\\nBEGIN:VEVENT"')
    ),
    "the direction of writing": Case("Y102", put("Подготовить отчёт", "от\u202eчёт")),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_answered(name, run, built):
    case, plan = CASES[name], built / PLAN
    earlier = files(built / "out")
    plan.write_bytes(case.change(plan.read_bytes()))
    assert_answered(run(*BUILD), case.code, built / "out", earlier)


def test_links_in_a_circle(run, repository):
    for one, other in (("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")):
        (repository / "roadmaps" / "organisations" / one).symlink_to(other)
    plan = repository / PLAN
    plan.write_bytes(plan.read_bytes().replace(b"town.yaml", b"a.yaml"))
    result = run("check")
    assert result.returncode == 1
    assert "ошибка M406" in result.stderr


def test_a_plan_that_is_a_circle_of_links(run, repository):
    (repository / "roadmaps" / "loop.yaml").symlink_to("loop.yaml")
    result = run("check", "roadmaps/loop.yaml")
    assert result.returncode == 1
    assert "ошибка W501" in result.stderr


def test_a_clock_before_1980(run, repository):
    assert run("build", "-o", "out", "--format", "docx", SOURCE_DATE_EPOCH="0").returncode == 0
