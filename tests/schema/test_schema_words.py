"""Everything that the schemas demand has words, and the words name the field."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from roadmapc.schema.forms import FORMS
from roadmapc.schema.registry import integer_fields, schema, schema_names, schema_text, subschema_at
from roadmapc.schema.validate import validate
from roadmapc.schema.wording import KEYWORDS
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml

SILENT = {
    "$schema",
    "$id",
    "$ref",
    "title",
    "description",
    "properties",
    "items",
    "dependentRequired",  # reported as `required`
    "if",
    "else",  # reported as what it demands
}
"""Keywords that no value can break by themselves."""


def rules(part: Any) -> Iterator[dict[str, Any]]:
    """Every rule of a schema, itself first."""
    if isinstance(part, dict):
        yield part
        for key, value in part.items():
            if key == "dependentRequired":  # fields by name, no rules
                continue
            inner = value.values() if key in ("properties", "$defs") else [value]
            for rule in inner:
                yield from rules(rule)


@pytest.mark.parametrize("name", schema_names())
def test_every_keyword_of_a_schema_has_words(name: str) -> None:
    demanded = {keyword for rule in rules(schema(name)) for keyword in rule} - {"$defs"}
    assert demanded - SILENT <= KEYWORDS


@pytest.mark.parametrize("name", schema_names())
def test_every_pattern_of_a_schema_is_explained_by_an_example_that_fits_it(name: str) -> None:
    patterns = {rule["pattern"] for rule in rules(schema(name)) if "pattern" in rule}
    for pattern in patterns:
        assert jsonschema_rs.is_valid({"pattern": pattern}, FORMS[pattern].example)


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_a_schema_and_says_its_version(name: str) -> None:
    jsonschema_rs.meta.validate(schema(name))
    assert schema(name)["$id"] == f"urn:roadmapc:schema:{name}:1"
    assert f'"urn:roadmapc:schema:{name}:1"' in schema_text(name)


def described(name: str) -> dict[str, Any]:
    """A schema without what it demands of drafts besides: their fields are described elsewhere in it."""
    whole = schema(name)
    kept = {each: rule for each, rule in whole["$defs"].items() if not each.startswith("draft")}
    return {key: part for key, part in whole.items() if key not in ("if", "else")} | {"$defs": kept}


@pytest.mark.parametrize("name", ["plan", "organisation", "act"])
def test_an_editor_explains_every_field_on_hover(name: str) -> None:
    for rule in rules(described(name)):
        for field, inner in rule.get("properties", {}).items():
            explained = inner if "$ref" not in inner else schema(name)["$defs"][inner["$ref"][8:]] | inner
            assert {"title", "description"} <= explained.keys(), field


@pytest.mark.parametrize("name", schema_names())
def test_a_name_means_one_type_throughout_a_schema(name: str) -> None:
    types: dict[str, set[bool]] = {}
    for rule in rules(schema(name)):
        for field, inner in rule.get("properties", {}).items():
            types.setdefault(field, set()).add(inner.get("items", inner).get("type") == "integer")
    assert {field for field, kinds in types.items() if True in kinds} == integer_fields(name)
    assert all(len(types[field]) == 1 for field in integer_fields(name))


def test_what_a_field_says_of_itself_goes_before_its_definition() -> None:
    rule = subschema_at("plan", ("order", "clauses", 0, "text"))
    assert rule["title"] == "Текст пункта"
    assert rule["pattern"] == "\\S"


def test_there_is_no_rule_where_the_schema_has_none() -> None:
    assert subschema_at("plan", ("order", "nothing", "here")) == {}


def said(text: str, name: str = "plan") -> list[str]:
    file = SourceFile("file.yaml", text)
    root = from_yaml(file).value
    assert root is not None
    outcome = validate(file, root, name)
    assert outcome.value is None
    return [diagnostic.message for diagnostic in outcome.diagnostics]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("id: \u00a0", "у поля «id» нет значения"),
        (
            "id: |\n  plan\n",
            "«plan»: постоянное имя пишется строчными латинскими буквами, цифрами и дефисами",
        ),
        (f"id: {'a' * 65}", f"«{'a' * 59}…» длиннее 64 знаков"),
        ("period: 21", "«21» короче 4 знаков"),
        ("period: {}", "в поле «period» ожидается текст, а записан набор полей"),
        ("appendices: []", "в поле «appendices» пусто"),
        ("appendices:\n  - ", "в списке «appendices» пустое место"),
        ("appendices:\n  - columns: {a: А, b: Б}", "нет поля «measure» – «Графа мероприятия»"),
        ("order:\n  clauses:\n    - Утвердить: план", "поля «Утвердить» здесь нет"),
        ("profile: gost-2024", "«gost-2024»: профиль – gost-2025, gost-2016 или файл .yaml рядом с планом"),
        (
            "order:\n  clauses:\n    - text: план\n      marks: dots",
            "в поле «marks» не бывает значения «dots»",
        ),
        ('format: "1"', "в поле «format» ожидается целое число, а записан текст «1»"),
        ("format: -1", "в поле «format» ожидается целое число, а записан текст «-1»"),
        ("order:\n  date: ١٨.٠٣.٢٠٢١", "«١٨.٠٣.٢٠٢١»: дата пишется цифрами через точку"),
    ],
)
def test_a_value_is_named_with_what_is_wrong_with_it(written: str, message: str) -> None:
    assert message in said(written + "\n")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("year: 1999", "число «1999» меньше 2013"),
        ("year: 2999", "число «2999» больше 2100"),
        ("year: 2028\n    moves: []", "нет поля «act»"),
    ],
)
def test_a_calendar_file_is_explained_in_the_same_words(written: str, message: str) -> None:
    found = said(f"format: 1\nyears:\n  - {written}\n", "work-calendar")
    assert any(each.startswith(message) for each in found), found


def test_a_value_of_the_wrong_kind_is_reported_once() -> None:
    assert len(said("format: нет\nid: a\norganisation: b\nperiod: 2024\norder: c\nappendices: d\n")) == 3
