"""What a template carries besides its words is left behind and said, or the template is refused."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from roadmapc.assets import asset
from roadmapc.render.docx.specimen import SPECIMEN
from roadmapc.render.proof.document import proved
from roadmapc.source.package import stored

with ZipFile(BytesIO(asset("templates", "order.docx"))) as shipped:
    PARTS = {name: shipped.read(name) for name in shipped.namelist()}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN, LINKS = "word/document.xml", "word/_rels/document.xml.rels"


def with_run(xml: str, text: str = "Проект") -> bytes:
    """The shipped template with XML before the run that says a text."""
    before = PARTS[MAIN]
    at = before.rindex(b"<w:r>", 0, before.index(f">{text}<".encode()))
    return stored({**PARTS, MAIN: before[:at] + xml.encode() + before[at:]})


def with_block(xml: str) -> bytes:
    at = PARTS[MAIN].index(b"<w:body>") + len(b"<w:body>")
    return stored({**PARTS, MAIN: PARTS[MAIN][:at] + xml.encode() + PARTS[MAIN][at:]})


def with_link(kind: str, target: str, *, mode: str = "External") -> bytes:
    link = f'<Relationship Id="rId900" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return stored(
        {**PARTS, LINKS: PARTS[LINKS].replace(b"</Relationships>", f"{link}</Relationships>".encode())}
    )


def field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


INSERTED = (
    '<w:ins w:id="9" w:author="Примеров" w:date="2025-01-01T00:00:00Z"><w:r><w:t>не</w:t></w:r></w:ins>'
)
REFUSED = {
    "a tracked insertion": (with_run(INSERTED), "непринятые исправления"),
    "a tracked deletion": (with_run(INSERTED.replace("w:ins", "w:del")), "непринятые исправления"),
    "a tracked change of looks": (
        with_run('<w:r><w:rPr><w:rPrChange w:id="9" w:author="П"><w:rPr/></w:rPrChange></w:rPr></w:r>'),
        "непринятые исправления",
    ),
    "ADVANCE": (with_run(field(" ADVANCE \\d 3000 ")), "поле ADVANCE"),
    "SYMBOL": (with_run(field(" SYMBOL 65 ")), "поле SYMBOL"),
    "a picture of a number": (with_run(field(" PAGE \\# \"'Не исполнять'\" ")), "поле PAGE"),
    "DDEAUTO": (with_run(field(' DDEAUTO c:\\\\cmd "/c calc"')), "поле DDEAUTO"),
    "DDE": (with_run(field("DDE Excel a b")), "поле DDE"),
    "INCLUDETEXT": (with_run(field('INCLUDETEXT "\\\\\\\\srv\\\\a.docx"')), "поле INCLUDETEXT"),
    "INCLUDEPICTURE": (with_run(field('INCLUDEPICTURE "http://a.example/p.png"')), "поле INCLUDEPICTURE"),
    "LINK": (with_run(field("LINK Excel.Sheet.8 a.xls")), "поле LINK"),
    "DATE": (with_run(field(' DATE \\@ "dd.MM.yyyy"')), "поле DATE"),
    "a formula": (with_run(field(" = 1 + 1")), "поле ="),
    "an instruction in two runs": (with_run(field("DDE</w:instrText><w:instrText>AUTO a b")), "поле DDEAUTO"),
    "a simple field": (
        with_run('<w:fldSimple w:instr="QUOTE a"><w:r><w:t>1</w:t></w:r></w:fldSimple>'),
        "поле QUOTE",
    ),
    "a link to a file": (with_run(field('HYPERLINK "file:///c:/a.exe"')), "поле HYPERLINK"),
    "a picture from outside": (with_link("image", "http://a.example/p.png"), "ссылка наружу"),
    "a picture of a disk": (with_link("image", "file:///c:/p.png"), "ссылка наружу"),
    "an address that runs": (with_link("hyperlink", "javascript:alert(1)"), "ссылка наружу"),
    "an OLE object": (with_link("oleObject", "embeddings/o.bin", mode="Internal"), "объект другой программы"),
    "a linked object": (with_link("oleObject", "file:///c:/a.xls"), "объект другой программы"),
    "a macro": (with_link("vbaProject", "vbaProject.bin", mode="Internal"), "макрос"),
    "ActiveX": (with_link("control", "activeX/a.xml", mode="Internal"), "ActiveX"),
    "a chunk": (with_link("aFChunk", "afchunk.html", mode="Internal"), "altChunk"),
    "an embedded chunk": (with_block('<w:altChunk r:id="rId900"/>'), "altChunk"),
    "a subdocument": (with_link("subDocument", "b.docx"), "вложенный документ"),
    "an object of the text": (with_run("<w:r><w:object/></w:r>"), "объект другой программы"),
}
HIDDEN = {
    "hidden": ("<w:vanish/>", "скрыто"),
    "struck": ("<w:strike/>", "зачёркнуто"),
    "white": ('<w:color w:val="FFFFFF"/>', "цветом бумаги"),
    "tiny": ('<w:sz w:val="2"/>', "слишком мелко"),
}
ALLOWED = {
    "page numbers": with_run(field(" PAGE ") + field("NUMPAGES")),
    "a property": with_run(field("DOCPROPERTY Гриф")),
    "an address": with_link("hyperlink", "https://example.org/"),
    "a place in the text": with_run(field('HYPERLINK \\\\l "_Ref1"')),
}


def said(content: bytes) -> list[str]:
    return [
        f"{each.code.id} {each.message}"
        for each in proved(SPECIMEN, content, template_name="t.docx").diagnostics
    ]


@pytest.mark.parametrize("name", REFUSED)
def test_what_changes_words_or_acts_is_refused(name: str) -> None:
    content, told = REFUSED[name]
    assert proved(SPECIMEN, content).value is None
    assert any(message.startswith("R010") and told in message for message in said(content)), said(content)


@pytest.mark.parametrize("name", HIDDEN)
def test_words_that_nobody_reads_are_refused(name: str) -> None:
    look, told = HIDDEN[name]
    content = with_run(f"<w:r><w:rPr>{look}</w:rPr><w:t>секретно</w:t></w:r>")
    assert proved(SPECIMEN, content).value is None
    assert any(message.startswith("R009") and told in message for message in said(content)), said(content)


@pytest.mark.parametrize("name", ALLOWED)
def test_what_only_says_where_one_is_stays(name: str) -> None:
    assert said(ALLOWED[name]) == []


COMMENT = (
    f'<w:comments {W}><w:comment w:id="0" w:author="Иванова"><w:p><w:r><w:t>уточнить</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
ANCHOR = (
    '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="0"/>'
)
TYPE = (
    '<Override PartName="/word/comments.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
)


def with_comment() -> bytes:
    parts = dict(PARTS)
    with ZipFile(BytesIO(with_run(ANCHOR))) as anchored:
        parts[MAIN] = anchored.read(MAIN)
    link = f'<Relationship Id="rId900" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>'
    parts[LINKS] = parts[LINKS].replace(b"</Relationships>", link.encode())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f"{TYPE}</Types>".encode()
    )
    parts["word/comments.xml"] = COMMENT.encode()
    return stored(parts)


def test_comments_are_left_behind_and_said() -> None:
    made = proved(SPECIMEN, with_comment(), template_name="t.docx")
    assert said(with_comment()) == ["R011 из шаблона «t.docx» в приказ не попадёт: примечания рецензентов"]
    assert made.value is not None
    with ZipFile(BytesIO(made.value)) as package:
        everything = b"".join(map(package.read, package.namelist()))
    assert "Иванова".encode() not in everything
    assert b"comment" not in everything
    Document(BytesIO(made.value))


WORK = {
    '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>': "защита документа",
    "<w:trackRevisions/>": "запись исправлений",
    '<w:mailMerge><w:dataType w:val="textFile"/></w:mailMerge>': "слияние с таблицей",
    '<w:attachedTemplate r:id="rId1" xmlns:r="' + OFFICE + '"/>': "присоединённый шаблон Word",
}


@pytest.mark.parametrize("setting", WORK)
def test_settings_of_work_are_left_behind_and_said(setting: str) -> None:
    settings = re.sub(rb"(<w:settings[^>]*>)", rb"\1" + setting.encode(), PARTS["word/settings.xml"], count=1)
    content = stored({**PARTS, "word/settings.xml": settings})
    made = proved(SPECIMEN, content, template_name="t.docx")
    assert said(content) == [f"R011 из шаблона «t.docx» в приказ не попадёт: {WORK[setting]}"]
    assert made.value is not None
    with ZipFile(BytesIO(made.value)) as package:
        name = re.findall(r"w:\w+", setting)[0].encode()
        assert name not in package.read("word/settings.xml")


def test_a_strict_document_is_refused_by_its_name() -> None:
    strict = PARTS[MAIN].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert "R001" in said(stored({**PARTS, MAIN: strict}))[0]
    assert "Строгий документ Open XML" in said(stored({**PARTS, MAIN: strict}))[0]
