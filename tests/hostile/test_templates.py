"""Templates of Word from strangers: each is answered within the limits, and earlier outputs stay."""

from collections.abc import Callable
from typing import NamedTuple

import packages
import pytest
from limits import BUILD, assert_answered, files
from packages import MAIN

BOMB = 600 * 2**20
LAUGHS = '<!ENTITY a0 "ха">' + "".join(
    f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12)
)  # fmt: skip
FILE = '<!ENTITY a SYSTEM "file:///etc/passwd">'


class Case(NamedTuple):
    """A template and the code that answers it."""

    code: str
    """Empty if the template is still a template."""
    template: Callable[[], bytes]


def said(placeholder: str) -> Callable[[], bytes]:
    return lambda: packages.saying(placeholder)


def body(xml: bytes) -> Callable[[], bytes]:
    return lambda: packages.edited(b"<w:body>", b"<w:body>" + xml)


CASES = {
    "not a package": Case("R001", lambda: b"\xd0\xcf\x11\xe0" * 1000),
    "words that grow tenfold eleven times": Case("R001", lambda: packages.declaring(LAUGHS, "&a11;")),
    "a word that is a file": Case("R001", lambda: packages.declaring(FILE, "&a;")),
    "600 MB in 600 KB": Case("R001", lambda: packages.bomb(BOMB)),
    "600 MB that are called 1,000 bytes": Case("R001", lambda: packages.lying_bomb(BOMB)),
    "50,000 parts": Case("R001", lambda: packages.crowd(50_000)),
    "a part of another folder": Case("R001", lambda: packages.packed({"../../evil.xml": b"<a/>"})),
    "a part of the root": Case("R001", lambda: packages.packed({"/etc/evil.xml": b"<a/>"})),
    "a part twice": Case("R001", lambda: packages.twice(MAIN)),
    "450 parts in a row": Case("R001", lambda: packages.chain(450)),
    "two parts in a circle": Case("R001", lambda: packages.chain(2)),
    "no main part": Case("R001", lambda: packages.packed({MAIN: b""})),
    "200,000 elements in one another": Case("R001", body(b"<w:sdt>" * 200_000 + b"</w:sdt>" * 200_000)),
    "300 elements in one another": Case("R001", body(b"<w:ins>" * 300 + b"</w:ins>" * 300)),
    "500,000 empty paragraphs": Case("R001", body(b"<w:p/>" * 500_000)),
    "35,000 empty paragraphs": Case("", body(b"<w:p/>" * 35_000)),
    "a text of 4 MB": Case("R009", said("слово " * 350_000)),
    "a million brackets": Case("R007", said("{{ " * 1_000_000)),
    "a way out of the sandbox": Case("R007", said("{{ ''.__class__.__mro__[1].__subclasses__() }}")),
    "the template's own context": Case("R007", said("{{ self._TemplateReference__context }}")),
    "a number of a thousand million digits": Case("R007", said("{{ 10 ** 1000000000 }}")),
    "a text of a thousand million letters": Case("R007", said("{{ 'а' * 1000000000 }}")),
    "a text padded to a thousand million letters": Case("R007", said("{{ title|center(1000000000) }}")),
    "a format as wide": Case("R007", said("{{ '%1000000000d' % 1 }}")),
    "loops in loops": Case("R007", said("{% for a in range(99999) %}" * 9 + "{% endfor %}" * 9)),
    "brackets in brackets": Case("R007", said("{{ " + "(" * 9000 + "title" + ")" * 9000 + " }}")),
    "a macro that calls itself": Case("R007", said("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}")),
    "a file by its name": Case("R007", said("{% include '/etc/passwd' %}")),
    "a loop of megabytes": Case("R002", said("{% for a in title %}" + "х" * 500_000 + "{% endfor %}")),
    "a placeholder in a name": Case(
        "R007", lambda: packages.edited(b"<w:sectPr>", b'<w:sectPr w:rsidR="{{ 9 ** 999999999 }}">')
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_answered(name, run, built):
    case, plan = CASES[name], built / "roadmaps" / "plan.yaml"
    earlier = files(built / "out")
    (built / "roadmaps" / "own.docx").write_bytes(case.template())
    plan.write_text(plan.read_text("utf-8") + "template: own.docx\n", "utf-8")
    assert_answered(run(*BUILD), case.code, built / "out", earlier)


@pytest.mark.parametrize("made", [packages.bomb, packages.lying_bomb])
def test_a_document_that_came_back_is_no_bomb_either(made, run, repository):
    (repository / "back.docx").write_bytes(made(BOMB))
    result = run("verify", "back.docx", "roadmaps/plan.yaml")
    assert "ошибка V901" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("made", [packages.bomb, packages.lying_bomb])
def test_a_register_that_came_back_is_no_bomb_either(made, run, repository):
    build = ("build", "-o", "out", "--format", "xlsx")
    assert run(*build).returncode == 0
    register = repository / "out" / "minimal" / "register.xlsx"
    register.write_bytes(made(BOMB))
    result = run(*build)
    assert "Traceback" not in result.stderr
    assert "не прочитан и оставлен как есть" in result.stderr
    assert register.read_bytes() == made(BOMB)
