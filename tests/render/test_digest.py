"""What the digest of a plan knows, asked of its documents: the source is changed, a scalar at a time."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from roadmapc.compiled import Compiled
from roadmapc.model.parts import Head, Table
from roadmapc.model.plan import Plan
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.digest import content_digest
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import OrderView

GOOD = Path(__file__).parents[1] / "plans" / "good"
PLANS = (
    "amending",
    "calendar",
    "estimate",
    "fields",
    "full",
    "illustrated",
    "joint",
    "measures",
    "resolution",
    "seasons",
)
SOURCES = {f"{name}.yaml": name for name in PLANS} | {
    "organisations/town.yaml": "full",
    "organisations/district.yaml": "joint",
}
"""What is changed, and the plan that prints it."""
EFFECTIVE = 10
"""So many changes of a plan at least are seen in its document."""


def compiled_of(path: Path) -> Compiled:
    compiled = compile_plan(path).value
    assert compiled is not None
    return compiled


def plan_of(name: str) -> Plan:
    return compiled_of(GOOD / f"{name}.yaml").plan


def printed(compiled: Compiled) -> OrderView:
    """Everything that the document says, its digest aside."""
    return replace(order_view(compiled.plan, compiled.calendar, date(2025, 9, 1)), digest="")


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The values of a source."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for value in node.value if isinstance(node, yaml.CollectionNode) else ():
        yield from scalars(value[1] if isinstance(value, tuple) else value)


def changed(text: str) -> Iterator[str]:
    """A source as often as it has values, one of them changed each time: a letter more, or another figure."""
    for node in scalars(yaml.compose(text, yaml.SafeLoader)):
        is_quoted, is_block = node.style in ("'", '"'), node.style in ("|", ">")
        end = len(text[: node.end_mark.index - is_quoted].rstrip())
        if text[end - 1].isdigit():
            yield f"{text[: end - 1]}{9 - int(text[end - 1])}{text[end:]}"
        else:
            at = end if is_block else node.start_mark.index + is_quoted + 1
            yield f"{text[:at]}ж{text[at:]}"


@pytest.mark.parametrize(("source", "name"), SOURCES.items(), ids=SOURCES)
def test_whatever_the_document_prints_counts(source: str, name: str, tmp_path: Path) -> None:
    folder = tmp_path / "good"
    shutil.copytree(GOOD, folder)
    path, plan = folder / source, folder / f"{name}.yaml"
    as_written = compiled_of(plan)
    view, digest, effective = printed(as_written), content_digest(as_written.plan), 0
    for text in changed(path.read_text(encoding="utf-8")):
        path.write_text(text, encoding="utf-8")
        other = compile_plan(plan).value
        if other is not None and printed(other) != view:
            effective += 1
            assert content_digest(other.plan) != digest
    assert effective >= EFFECTIVE


def test_how_a_plan_is_written_down_does_not_count(tmp_path: Path) -> None:
    folder = tmp_path / "good"
    shutil.copytree(GOOD, folder)
    path = folder / "full.yaml"
    path.write_text("# Комментарий\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert content_digest(compiled_of(path).plan) == content_digest(plan_of("full"))


def test_the_profile_and_the_history_do_not_count() -> None:
    plan = plan_of("amended")
    other = replace(plan, profile=plan_of("full").profile, amendments=())
    assert other != plan
    assert content_digest(other) == content_digest(plan)


def test_columns_under_a_head_are_not_columns_beside_it() -> None:
    def digest(*heads: Head) -> str:
        plan = plan_of("full")
        (appendix, *_) = plan.appendices
        return content_digest(replace(plan, appendices=(replace(appendix, parts=(Table(heads, ()),)),)))

    leaf = Head("Б", (), is_upward=False)
    assert digest(Head("А", (leaf,), is_upward=False)) != digest(Head("А", (), is_upward=False), leaf)


def test_documents_already_built_are_known_again() -> None:
    """If this changes, `verify` calls what was built before another edition: the changelog has to say so."""
    digest = "72901601894211d313cf337865ace49a3f4afb65878838ab5ad1d3b9ec739c25"
    assert content_digest(plan_of("minimal")) == digest
