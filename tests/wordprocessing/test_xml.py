"""Parts are read by what they say, however their XML is written."""

import pytest

from roadmapc.wordprocessing.xml import MC, W, parsed, typed

COMPATIBILITY = MC.strip("{}")
OF_W = W.strip("{}")


def words(part: bytes) -> list[str]:
    root = parsed(part)
    assert root is not None
    return [typed(each) for each in root.iter(f"{W}t")]


def document(body: str, *, compatibility: str = COMPATIBILITY, more: str = "") -> str:
    return f'<w:document xmlns:w="{OF_W}" xmlns:mc="{compatibility}" {more}>{body}</w:document>'


REFERRED = COMPATIBILITY.replace("-", "&#45;")
STRANGE = 'xmlns:z="urn:z" mc:Ignorable="z"'
IGNORED = document("<z:a><w:t>чужое</w:t></z:a><w:t>своё</w:t>", more=STRANGE)
WRITINGS = {
    "plainly": IGNORED.encode(),
    "with references to characters": IGNORED.replace(COMPATIBILITY, REFERRED).encode(),
    "in UTF-16": IGNORED.encode("utf-16"),
    "in UTF-16 without its mark": IGNORED.encode("utf-16-le"),
    "after a declaration": ('\ufeff <?xml version="1.0" encoding="UTF-16"?>' + IGNORED).encode("utf-16-le"),
}


@pytest.mark.parametrize("name", WRITINGS)
def test_what_may_be_ignored_is_however_it_is_written(name: str) -> None:
    assert words(WRITINGS[name]) == ["своё"]


@pytest.mark.parametrize("compatibility", [COMPATIBILITY, REFERRED])
def test_a_choice_that_is_known_needs_nothing_unknown(compatibility: str) -> None:
    choices = "".join(
        f'<mc:Choice xmlns:{prefix}="{uri}" Requires="{prefix}"/>'
        for prefix, uri in (("w", OF_W), ("z", "urn:z"))
    )
    root = parsed(document(choices, compatibility=compatibility).encode())
    assert root is not None
    assert [each.get("Requires") for each in root.iter(f"{MC}Choice")] == ["", "z"]


def test_spaces_count_below_an_element_that_keeps_them() -> None:
    run = '<w:r><w:t> а </w:t><w:t xml:space="default"> б </w:t></w:r>'
    body = f'<w:p xml:space="preserve">{run}</w:p><w:t> в </w:t>'
    assert words(document(body).encode()) == [" а ", "б", "в"]


PROPERTIES = {
    "plain": "<w:pPr><w:keepNext/></w:pPr>",
    "with a value": '<w:pPr><w:jc w:val="center"/></w:pPr>',
    "with another": '<w:pPr><w:jc w:val="both"/></w:pPr>',
    "of a list": '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    "of another list": '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>',
    "with a value within": '<w:pPr><w:numPr w:val="1"><w:numId/></w:numPr></w:pPr>',
    "that say nothing": "<w:pPr/>",
}


@pytest.mark.parametrize("compatibility", [COMPATIBILITY, "urn:other"])
def test_properties_are_one_if_they_say_the_same_at_any_depth(compatibility: str) -> None:
    paragraphs = "".join(f"<w:p>{each}<w:r><w:rPr/></w:r></w:p>" for each in (*PROPERTIES.values(),) * 2)
    root = parsed(document(paragraphs, compatibility=compatibility).encode())
    assert root is not None
    found = [paragraph[0] for paragraph in root]
    assert found[: len(PROPERTIES)] == found[len(PROPERTIES) :]
    assert len({*found}) == len(PROPERTIES)
    assert {each.tag for each in root.iter(f"{W}rPr")} == {f"{W}rPr"}


HEAVY = {
    "properties within properties": (
        document("<w:p><w:pPr>" + "<w:a>" * 50_000 + "</w:a>" * 50_000 + "</w:pPr></w:p>"),
        False,
    ),
    "an attribute of spaces in a text": (document("<w:t>" + "xml:space=" * 100_000 + "</w:t>"), True),
    "blanks before a declaration": (" " * 100_000 + '<?xml version="1.0"?>' + document(""), True),
    "elements that ignore within others": (
        document(f"<w:p {STRANGE}>" * 5_000 + "<w:t>а</w:t>" + "</w:p>" * 5_000),
        False,
    ),
    "thousands of namespaces": (
        document(
            '<w:p mc:Ignorable="n1"/>' * 9_000,
            more=" ".join(f'xmlns:n{at}="urn:{at}"' for at in range(9_000)),
        ),
        False,
    ),
}
"""Parts that once took the square of their length, and whether they are read."""


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_part_is_answered(name: str) -> None:
    part, is_read = HEAVY[name]
    assert (parsed(part.encode("utf-16")) is not None) == is_read
