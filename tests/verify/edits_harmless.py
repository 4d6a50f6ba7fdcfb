"""Changes of a document that nobody reads otherwise, word for word the same or only typed otherwise."""

import re
import unicodedata
from copy import deepcopy
from typing import NamedTuple

from editing import (
    MAIN,
    PICTURE,
    Edit,
    Package,
    W,
    after,
    both,
    cell_looking,
    everywhere,
    inside,
    looking,
    paragraph_looking,
    replaced,
    said,
    wrapped,
    write,
    xml,
)
from edits_found import ARKHANGELSK, CONTROL, TERM, YURGA, clause_parted

MEGION = "megion-2022"
SAME, MEANING = "слово в слово", "смысл тот же"
STAMP = (
    "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
    "Сертификат 00A1B2C3D4E5F60718293A4B5C6D7E8F90",
    "Владелец Шаблонова Ксения Николаевна",
    "Действителен с 01.02.2020 по 01.05.2021",
)


class Case(NamedTuple):
    """An edit, the answer to it, and for the second one the manner that is named."""

    edit: Edit
    answer: str
    manner: str = ""
    plan: str = YURGA


def picture_resized(package: Package) -> None:
    for extent in package.body.iter("{*}extent", "{*}ext"):
        extent.set("cx", str(int(extent.get("cx")) // 2))


def links_taken_away(package: Package) -> None:
    links = list(package.body.iter(f"{W}hyperlink"))
    assert links
    for link in links:
        for run in list(link):
            link.addprevious(run)
        link.getparent().remove(link)


def line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines(*texts: str) -> Edit:
    """Paragraphs after the signature."""

    def edit(package: Package) -> None:
        place = package.paragraph("Шаблонова")
        for text in reversed(texts):
            place.addnext(xml(line(text)))

    return edit


def runs_split(package: Package) -> None:
    for text in ("Контроль", "Создание", "2020"):
        package.run(text)


def table_split(package: Package) -> None:
    row = package.row("Мероприятия", "5")
    table = row.getparent()
    other = deepcopy(table)
    for each in list(other.iter(f"{W}tr")):
        other.remove(each)
    while row is not None:
        following = row.getnext()
        other.append(row)
        row = following
    table.addnext(other)


def without_part(name: str, kind: str) -> Edit:
    """As programs leave out what they do not know."""

    def edit(package: Package) -> None:
        del package.parts[name]
        own = "word/_rels/document.xml.rels" if name.startswith("word") else "_rels/.rels"
        for link in list(package.tree(own)):
            if link.get("Type").endswith(kind):
                package.tree(own).remove(link)

    return edit


def main_renamed(package: Package) -> None:
    for name in (MAIN, "word/_rels/document.xml.rels"):
        package.parts[name.replace("document.xml", "document2.xml")] = package.parts.pop(name)
    for name in ("_rels/.rels", "[Content_Types].xml"):
        package.parts[name] = package.parts[name].replace(b"document.xml", b"document2.xml")


def strict(package: Package) -> None:
    spaces = (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        ),
        (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
    )
    for name in package.parts:
        for old, new in spaces:
            package.parts[name] = package.parts[name].replace(old, new)


def in_utf_16(package: Package) -> None:
    text = package.parts[MAIN].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    package.parts[MAIN] = text.encode("utf-16")


def stamped(package: Package) -> None:
    control = next(each for each in package.tree().iter(f"{W}sdt"))
    content = control.find(f"{W}sdtContent")
    write(content, STAMP[0])
    for text in STAMP[1:]:
        content.append(xml(f"<w:r><w:br/><w:t>{text}</w:t></w:r>"))


def signed_otherwise(package: Package) -> None:
    control = next(each for each in package.tree().iter(f"{W}sdt"))
    write(control.find(f"{W}sdtContent"), "Подписано ЭП 26.11.2020, сертификат действителен")


def signature_drawn(package: Package) -> None:
    reference = package.relate("image", "media/signature.png", PICTURE)
    content = next(each for each in package.tree().iter(f"{W}sdtContent"))
    content.append(
        xml(
            "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
            f'<a:blip r:embed="{reference}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )
    )


def frame_to_box(package: Package) -> None:
    """As LibreOffice does it on the way through ODT."""
    framed = [each for each in package.tree().iter(f"{W}p") if each.find(f"{W}pPr/{W}framePr") is not None]
    following = framed[-1].getnext()
    box = xml("<w:r><w:pict><v:rect><v:textbox><w:txbxContent/></v:textbox></v:rect></w:pict></w:r>")
    for each in framed:
        each.find(f"{W}pPr").remove(each.find(f"{W}pPr/{W}framePr"))
        next(box.iter(f"{W}txbxContent")).append(each)
    following.append(box)


def page_in_footer(package: Package) -> None:
    content = (
        '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:p><w:r><w:t>Стр. </w:t></w:r>"
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:t> из </w:t></w:r>'
        '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )
    reference = package.relate("footer", "footer9.xml", content.encode())
    package.tree().find(f".//{W}sectPr").insert(
        0, xml(f'<w:footerReference w:type="default" r:id="{reference}"/>')
    )


def page_in_pieces(package: Package) -> None:
    header = package.tree("word/header1.xml")
    field = next(header.iter(f"{W}fldSimple"))
    for sign in ("begin", "", "separate", "", "end"):
        piece = f'<w:r><w:fldChar w:fldCharType="{sign}"/></w:r>'
        if not sign:
            piece = (
                "<w:r><w:t>12</w:t></w:r>"
                if field.getprevious() is not None and "separate" in str(field.getprevious()[0].attrib)
                else "<w:r><w:instrText> PAGE </w:instrText></w:r>"
            )
        field.addprevious(xml(piece))
    field.getparent().remove(field)


def without_page_numbers(package: Package) -> None:
    for each in list(package.tree().iter(f"{W}headerReference")):
        each.getparent().remove(each)


def finer_grid(package: Package) -> None:
    """Each column of a table as two."""
    table = package.table("Мероприятия")
    for cell in table.iter(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        if span is None:
            cell.find(f"{W}tcPr").append(xml('<w:gridSpan w:val="2"/>'))
        else:
            span.set(f"{W}val", str(2 * int(span.get(f"{W}val"))))


def letters_typed(package: Package) -> None:
    """Marks of a list as text, as they come from other programs."""
    for text, mark in (("соответствие работы ОО", "а) "), ("участие ОО в региональных", "б) ")):
        paragraph = package.paragraph(text)
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        numbering.find(f"{W}numId").set(f"{W}val", "0")
        write(paragraph, mark + said(paragraph))


def heading_repeated(package: Package) -> None:
    head = package.row("Мероприятия", "№\u00a0п/п")
    package.row("Мероприятия", "4").addnext(deepcopy(head))


def cell_parted(package: Package) -> None:
    """Enter between two words."""
    run = package.run(" рабочей группы и утверждение")
    paragraph = run.getparent()
    other = deepcopy(paragraph)
    for each in list(paragraph)[list(paragraph).index(run) :]:
        paragraph.remove(each)
    write(other, " рабочей группы и утверждение её состава")
    paragraph.addnext(other)


def mark_parted(package: Package) -> None:
    """Lines of the mark of an appendix as paragraphs."""
    paragraph = package.paragraph("Приложение №\u00a01")
    texts = [text.text for text in paragraph.iter(f"{W}t")]
    for text in reversed(texts[1:]):
        other = deepcopy(paragraph)
        write(other, text)
        for each in list(other.iter(f"{W}br")):
            each.getparent().remove(each)
        paragraph.addnext(other)
    write(paragraph, texts[0])
    for each in list(paragraph.iter(f"{W}br")):
        each.getparent().remove(each)


def in_form(form: str) -> Edit:
    def edit(package: Package) -> None:
        for text in package.tree().iter(f"{W}t"):
            text.text = unicodedata.normalize(form, text.text or "")

    return edit


def rewritten(pattern: str, new: str) -> Edit:
    def edit(package: Package) -> None:
        count = 0
        for text in package.tree().iter(f"{W}t"):
            text.text, changed = re.subn(pattern, new, text.text or "")
            count += changed
        assert count

    return edit


def hyphens_typed(characters: str) -> Edit:
    """Characters in the place of hyphens that hold their words together."""

    def edit(package: Package) -> None:
        hyphens = list(package.tree().iter(f"{W}noBreakHyphen"))
        assert hyphens
        for hyphen in hyphens:
            hyphen.getparent().replace(hyphen, xml(f'<w:t xml:space="preserve">{characters}</w:t>'))

    return edit


def section_inserted(package: Package) -> None:
    package.paragraph("2.\u00a0Начальнику").find(f"{W}pPr").append(
        xml('<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    )


def bullets_round(package: Package) -> None:
    for level in package.tree("word/numbering.xml").iter(f"{W}lvl"):
        if level.find(f"{W}numFmt").get(f"{W}val") == "bullet":
            level.find(f"{W}lvlText").set(f"{W}val", "\uf0b7")


def commented(package: Package) -> None:
    content = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:comment w:id="0"><w:p><w:r><w:t>Не согласовано</w:t></w:r></w:p></w:comment></w:comments>'
    )
    package.relate("comments", "comments.xml", content.encode())
    package.paragraph(CONTROL).append(xml('<w:r><w:commentReference w:id="0"/></w:r>'))


def with_attributes(package: Package) -> None:
    for each in package.tree().iter(f"{W}p"):
        each.set(f"{W}rsidR", "00A12345")


def cells_in_controls(package: Package) -> None:
    cell = package.cell("Мероприятия", "2", 2)
    control = xml("<w:sdt><w:sdtContent/></w:sdt>")
    cell.addprevious(control)
    control[0].append(cell)


def rows_in_controls(package: Package) -> None:
    row = package.row("Мероприятия", "2")
    control = xml("<w:sdt><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control[0].append(row)


def block_wrapped(wrapper: str) -> Edit:
    def edit(package: Package) -> None:
        paragraph = package.paragraph(CONTROL)
        holder = xml(wrapper)
        paragraph.addprevious(holder)
        (holder[0] if len(holder) else holder).append(paragraph)

    return edit


def both_branches(package: Package) -> None:
    run = package.run(TERM)
    holder = xml('<mc:AlternateContent><mc:Choice Requires="w14"/><mc:Fallback/></mc:AlternateContent>')
    run.addprevious(holder)
    holder[1].append(deepcopy(run))
    holder[0].append(run)


HARMLESS: dict[str, Case] = {
    # What the eye does not see
    "plain spaces": Case(everywhere("\u00a0", " "), SAME),
    "double spaces": Case(replaced("Создание рабочей", "Создание  рабочей"), SAME),
    "narrow no-break spaces": Case(everywhere("\u00a0", "\u202f"), SAME),
    "plain hyphens": Case(hyphens_typed("-"), SAME, plan=MEGION),
    "hyphens of another program": Case(hyphens_typed("\u2011"), SAME, plan=MEGION),
    "dashes between years": Case(hyphens_typed("–"), SAME),
    "an empty paragraph": Case(after(CONTROL, "<w:p/>"), SAME),
    "more runs": Case(runs_split, SAME),
    "marks of editing sessions": Case(with_attributes, SAME),
    "a bookmark": Case(inside(CONTROL, '<w:bookmarkStart w:id="9" w:name="a"/>'), SAME),
    "a mark of spelling": Case(inside(CONTROL, '<w:proofErr w:type="spellStart"/>'), SAME),
    "a rendered page break": Case(inside(CONTROL, "<w:r><w:lastRenderedPageBreak/></w:r>"), SAME),
    "a page break": Case(inside(CONTROL, '<w:r><w:br w:type="page"/></w:r>'), SAME),
    "a section break": Case(section_inserted, SAME),
    "a table parted": Case(table_split, SAME),
    "a finer grid": Case(finer_grid, SAME),
    "an empty row": Case(
        lambda package: package.row("Мероприятия", "2").addnext(xml("<w:tr><w:tc><w:p/></w:tc></w:tr>")), SAME
    ),
    # Looks
    "a picture made smaller": Case(picture_resized, SAME, plan="illustrated"),
    "links taken away": Case(links_taken_away, SAME),
    "bold": Case(looking(TERM, "<w:b/>"), SAME),
    "underlined": Case(looking(TERM, '<w:u w:val="single"/>'), SAME),
    "dark red": Case(looking(TERM, '<w:color w:val="800000"/>'), SAME),
    "black": Case(looking(TERM, '<w:color w:val="000000"/>'), SAME),
    "grey": Case(looking(TERM, '<w:color w:val="808080"/>'), SAME),
    "highlighted": Case(looking(TERM, '<w:highlight w:val="yellow"/>'), SAME),
    "white on blue": Case(
        both(
            looking(TERM, '<w:color w:val="FFFFFF"/>'),
            cell_looking("Мероприятия", "2", 2, '<w:shd w:val="clear" w:fill="1F3864"/>'),
        ),
        SAME,
    ),
    "another typeface": Case(looking(TERM, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), SAME),
    "smaller": Case(looking(TERM, '<w:sz w:val="20"/>'), SAME),
    "condensed a little": Case(looking(TERM, '<w:spacing w:val="-6"/>'), SAME),
    "not struck": Case(looking(TERM, '<w:strike w:val="0"/>'), SAME),
    "centred": Case(paragraph_looking(CONTROL, '<w:jc w:val="center"/>'), SAME),
    "another indent": Case(paragraph_looking(CONTROL, '<w:ind w:left="1418"/>'), SAME),
    "a tall row": Case(
        lambda package: (
            package.row("Мероприятия", "2")
            .find(f"{W}trPr")
            .append(xml('<w:trHeight w:val="4000" w:hRule="exact"/>'))
        ),
        SAME,
    ),
    "other margins": Case(lambda package: package.tree().find(f".//{W}pgMar").set(f"{W}left", "1134"), SAME),
    "the colour of the page": Case(
        lambda package: package.tree().insert(0, xml('<w:background w:color="FFFFFF"/>')), SAME
    ),
    "the page number in the footer": Case(page_in_footer, SAME),
    "the page number in pieces": Case(page_in_pieces, SAME),
    "no page numbers": Case(without_page_numbers, SAME),
    # Wrappers
    "a clause in a content control": Case(block_wrapped("<w:sdt><w:sdtContent/></w:sdt>"), SAME),
    "a clause in customXml": Case(block_wrapped('<w:customXml w:element="a"/>'), SAME),
    "a cell in a content control": Case(cells_in_controls, SAME),
    "a row in a content control": Case(rows_in_controls, SAME),
    "words in a content control": Case(wrapped(TERM, "<w:sdt><w:sdtContent/></w:sdt>"), SAME),
    "words in a smart tag": Case(wrapped(TERM, '<w:smartTag w:element="date"/>'), SAME),
    "words in a link": Case(wrapped(TERM, "<w:hyperlink/>"), SAME),
    "words in alternatives": Case(both_branches, SAME),
    "words from left to right": Case(wrapped(TERM, '<w:bdo w:val="ltr"/>'), SAME),
    "words in a field of a link": Case(
        wrapped(TERM, '<w:fldSimple w:instr="HYPERLINK a"/>'), MEANING, "V913"
    ),
    # Packages
    "another main part": Case(main_renamed, SAME),
    "Strict Open XML": Case(strict, SAME),
    "UTF-16": Case(in_utf_16, SAME),
    "no properties": Case(
        both(
            without_part("docProps/core.xml", "core-properties"),
            without_part("docProps/custom.xml", "custom-properties"),
        ),
        SAME,
    ),
    "no theme": Case(without_part("word/theme/theme1.xml", "/theme"), SAME),
    "no settings": Case(without_part("word/settings.xml", "/settings"), SAME),
    "a frame as a text box": Case(frame_to_box, SAME, plan=MEGION),
    "letters typed": Case(letters_typed, SAME, plan=ARKHANGELSK),
    "registered under its number": Case(lines("Зарегистрировано № 512 от 26.11.2020"), MEANING, "отметки"),
    # The signature
    "signed by another system": Case(signed_otherwise, MEANING, "отметки"),
    "signed": Case(stamped, SAME),
    "signed by hand": Case(signature_drawn, SAME),
    "a stamp under the signature": Case(lines(*STAMP), MEANING, "отметки"),
    # Typed otherwise
    "straight quotes": Case(rewritten("[«»„“]", '"'), MEANING, "кавычки"),
    "German quotes": Case(both(everywhere("«", "„"), everywhere("»", "“")), MEANING, "кавычки"),
    "hyphens for dashes": Case(everywhere("–", "-"), MEANING, "тире и дефисы"),
    "long dashes": Case(everywhere("–", "—"), MEANING, "тире и дефисы"),
    "spaces about a dash": Case(hyphens_typed(" – "), MEANING, "тире и дефисы"),
    "е for ё": Case(everywhere("ё", "е"), MEANING, "ё"),
    "initials without spaces": Case(rewritten(r"([А-Я]\.)\s([А-Я]\.)", r"\1\2"), MEANING, "инициалы"),
    "initials at the surname": Case(rewritten(r"(?<![А-Я])([А-Я]\.)\s(?=[А-Я])", r"\1"), MEANING, "инициалы"),
    "a date in words": Case(everywhere("26.11.2020", "26 ноября 2020 г."), MEANING, "даты"),
    "a date in words with a year": Case(everywhere("26.11.2020", "26 ноября 2020 года"), MEANING, "даты"),
    "a date with its day in quotes": Case(everywhere("26.11.2020", "«26» ноября 2020 г."), MEANING, "даты"),
    "a date with its year sign": Case(everywhere("26.11.2020", "26.11.2020 г."), MEANING, "даты"),
    "a date in figures": Case(rewritten(r"18\.03\.2021", "18 марта 2021 г."), MEANING, "даты", ARKHANGELSK),
    "N for №": Case(rewritten("№\u00a0", "N "), MEANING, "знак номера"),
    "№ without a space": Case(rewritten("№\u00a0(?=\\d)", "№"), MEANING, "знак номера"),
    "soft hyphens": Case(replaced("Создание", "Созда\u00adние"), MEANING, "невидимые знаки"),
    "a zero-width space": Case(replaced("Создание", "Созда\u200bние"), MEANING, "невидимые знаки"),
    "decomposed letters": Case(in_form("NFD"), MEANING, "составные буквы"),
    "a space before a full stop": Case(
        replaced("оставляю за собой.", "оставляю за собой ."), MEANING, "пробелы"
    ),
    "a cell in two paragraphs": Case(cell_parted, MEANING, "абзацы"),
    "a clause in two paragraphs": Case(clause_parted, MEANING, "абзацы"),
    "a mark in paragraphs": Case(mark_parted, MEANING, "абзацы"),
    "round bullets": Case(bullets_round, MEANING, "значки перечня", ARKHANGELSK),
    "a heading repeated": Case(heading_repeated, MEANING, "повтор шапки"),
    # Marks of the office
    "certified": Case(
        lines("Верно", "Специалист канцелярии А. Б. Образцова", "27.11.2020"), MEANING, "отметки"
    ),
    "certified in one line": Case(lines("Верно: секретарь Образцова А. Б."), MEANING, "отметки"),
    "on control": Case(lambda package: package.body.insert(0, xml(line("К"))), MEANING, "отметки"),
    "received": Case(
        lambda package: package.body.insert(0, xml(line("Вх. № 01-15/7 от 27.11.2020"))), MEANING, "отметки"
    ),
    "a stamp in a table": Case(
        lambda package: package.paragraph("Шаблонова").addnext(
            xml(f"<w:tbl><w:tr><w:tc>{''.join(map(line, STAMP))}</w:tc></w:tr></w:tbl>")
        ),
        MEANING,
        "отметки",
    ),
    "kept in a system": Case(
        lines("Подлинник электронного документа, подписанного ЭП, хранится в системе документооборота"),
        MEANING,
        "отметки",
    ),
    "filed": Case(lines("В дело № 01-05"), MEANING, "отметки"),
    # What has nothing to be compared with
    "a comment": Case(commented, MEANING, "V911"),
    "a change that ends in the same words": Case(
        both(inside(CONTROL, '<w:del w:id="1"><w:r><w:delText> Кроме ОО.</w:delText></w:r></w:del>')),
        MEANING,
        "V911",
    ),
    "an insertion of the same words": Case(wrapped(TERM, '<w:ins w:id="1"/>'), MEANING, "V911"),
}
