"""Changes of a document after which it reads otherwise, each with the code and the place it is told by."""

from copy import deepcopy
from typing import NamedTuple

from editing import (
    PICTURE,
    Edit,
    Package,
    W,
    after,
    both,
    cell_looking,
    inside,
    looking,
    paragraph_looking,
    part,
    replaced,
    said,
    wrapped,
    write,
    xml,
)
from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
YURGA, ARKHANGELSK, NOVOALEKSANDROVSK = "yurga-2020", "arkhangelsk-2021", "novoaleksandrovsk-2020"
ILLUSTRATED = "illustrated"
CHAIN = "приложение, «Рисунок 1 – Цепочка оповещения»"
CONTROL = "4.\u00a0Контроль за исполнением приказа оставляю за собой."
TERM = "сентябрь 2020\u00a0года"
TERM_PLACE = "приложение № 1, строка «2», графа «Сроки»"
CONTROL_PLACE = "абзац «4. Контроль за исполнением приказа оста…»"
SHARE = "Доля ОО с низкими результатами в общем числе ОО (не\u00a0более)"
NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Кроме школы № 5.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
HEADER = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:hdr>'
WORDS = "<w:p><w:r><w:t>5. Пункт 2 не применяется.</w:t></w:r></w:p>"
ANCHOR = (
    '<wp:anchor behindDoc="0"><wp:extent cx="2000000" cy="500000"/><wp:docPr id="7" name="x"/>'
    "<a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:anchor>"
)
SHAPE = '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr>{}</wps:wsp>'


SIGNED = '<w:sdtPr><w:tag w:val="electronic-signature"/></w:sdtPr>'
STRICTLY = "<w:p><w:r><w:t>СТРОГО!</w:t></w:r></w:p>"
WHITE = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'


class Case(NamedTuple):
    """An edit of the document of a plan."""

    edit: Edit
    code: str
    place: str
    """A part of the message."""
    plan: str = YURGA


def picture_repainted(package: Package) -> None:
    """The file of the first picture, which is printed twice."""
    name = next(name for name in package.parts if name.endswith(".png"))
    package.parts[name] += b" "


def drawings(package: Package) -> list[etree._Element]:
    return list(package.body.iter(f"{W}drawing"))


def picture_lost(package: Package) -> None:
    drawing = drawings(package)[0]
    drawing.getparent().remove(drawing)


def pictures_exchanged(package: Package) -> None:
    first, second, *_ = drawings(package)
    place = second.getparent()
    first.addprevious(second)
    place.append(first)


def picture_moved(package: Package) -> None:
    """Away from its caption, behind all other words."""
    drawing = drawings(package)[0]
    paragraph = next(drawing.iterancestors(f"{W}p"))
    list(package.body.iterchildren(f"{W}p"))[-1].addnext(paragraph)


def picture_twice(package: Package) -> None:
    drawing = drawings(package)[0]
    drawing.addnext(deepcopy(drawing))


def picture_cropped(package: Package) -> None:
    stretched = next(package.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}stretch"))
    cut = stretched.makeelement(stretched.tag.replace("stretch", "srcRect"), {"l": "50000"})
    stretched.addprevious(cut)


def blip(change: str) -> Edit:
    """What a word processor does to the first picture when it shows it."""

    def edit(package: Package) -> None:
        next(package.body.iter(f"{A}blip")).append(xml(change))

    return edit


def picture_set(tag: str, **attributes: str) -> Edit:
    """Attributes of the first picture's properties, of which each says how it is shown."""

    def edit(package: Package) -> None:
        for name, value in attributes.items():
            next(drawings(package)[0].iter(tag)).set(name, value)

    return edit


def picture_over_text(package: Package) -> None:
    """No longer a letter of its line: it lies over the words of the page."""
    inline = drawings(package)[0][0]
    inline.tag = f"{WP}anchor"
    inline.set("behindDoc", "0")
    inline.insert(0, xml("<wp:wrapNone/>"))


def picture_hidden(package: Package) -> None:
    run = next(drawings(package)[0].iterancestors(f"{W}r"))
    run.insert(0, xml("<w:rPr><w:vanish/></w:rPr>"))


def white_table(package: Package) -> None:
    """An empty table that lies over the clauses."""
    package.paragraph(CONTROL).addprevious(
        xml(
            '<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:tblpX="1000" w:tblpY="5000"/></w:tblPr>'
            '<w:tr><w:trPr><w:trHeight w:val="4000"/></w:trPr><w:tc><w:tcPr><w:shd w:fill="FFFFFF"/></w:tcPr>'
            "<w:p/></w:tc></w:tr></w:tbl>"
        )
    )


def choice_of_few(package: Package) -> None:
    """Words that only a program reads which knows the namespace, or takes its prefix for known."""
    package.run(TERM).addnext(
        xml(
            '<mc:AlternateContent><mc:Choice Requires="wps" xmlns:wps="urn:z"><w:r><w:t>и июнь</w:t></w:r>'
            "</mc:Choice><mc:Fallback/></mc:AlternateContent>"
        )
    )


def footnote_reworded(package: Package) -> None:
    said = next(each for each in package.tree("word/footnotes.xml").iter(f"{W}t") if "любое" in each.text)
    said.text = said.text.replace("любое", "рабочее")


def footnote_lost(package: Package) -> None:
    reference = next(package.body.iter(f"{W}footnoteReference"))
    reference.getparent().remove(reference)


def without_row(package: Package) -> None:
    row = package.row("Мероприятия", "2")
    row.getparent().remove(row)


def with_row(package: Package) -> None:
    row = package.row("Мероприятия", "2")
    other = deepcopy(row)
    write(other.findall(f"{W}tc")[0], "2¹")
    write(other.findall(f"{W}tc")[1], "Проведение олимпиады")
    row.addnext(other)


def rows_swapped(package: Package) -> None:
    row = package.row("Мероприятия", "2")
    row.getnext().addnext(row)


def cells_swapped(package: Package) -> None:
    cells = package.row("Мероприятия", "2").findall(f"{W}tc")
    cells[2].addprevious(cells[3])


def without_clause(package: Package) -> None:
    paragraph = package.paragraph("3.\u00a0Назначить")
    paragraph.getparent().remove(paragraph)


def clause_moved(package: Package) -> None:
    package.paragraph("3.\u00a0Назначить").addnext(package.paragraph("2.\u00a0Начальнику"))


def clause_twice(package: Package) -> None:
    paragraph = package.paragraph(CONTROL)
    paragraph.addnext(deepcopy(paragraph))


def executor_moved(package: Package) -> None:
    """Into the cell to the right, in which nobody is named."""
    row = package.row("Мероприятие", "2.4.1.1")
    cells = row.findall(f"{W}tc")
    filled = next(cell for cell in cells[2:] if said(cell.getnext()) == "–")
    empty = filled.getnext()
    for paragraph in empty.findall(f"{W}p"):
        empty.remove(paragraph)
    for paragraph in filled.findall(f"{W}p"):
        empty.append(paragraph)
    filled.append(xml("<w:p/>"))


def without_table(package: Package) -> None:
    table = package.table("Учебный год")
    table.getparent().remove(table)


def footnote(package: Package) -> None:
    package.relate("footnotes", "footnotes.xml", NOTES.encode())
    package.paragraph(CONTROL).append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))


def endnote(package: Package) -> None:
    package.relate("endnotes", "endnotes.xml", NOTES.replace("footnote", "endnote").encode())
    package.paragraph(CONTROL).append(xml('<w:r><w:endnoteReference w:id="2"/></w:r>'))


def first_header(package: Package) -> None:
    package.parts["word/header2.xml"] = HEADER.format(WORDS).encode()


def watermark(package: Package) -> None:
    header = package.tree("word/header1.xml")
    shape = '<w:p><w:r><w:pict><v:shape><v:textpath string="ОТМЕНЕНО"/></v:shape></w:pict></w:r></w:p>'
    header.append(xml(shape))


def footer(package: Package) -> None:
    content = HEADER.format(WORDS).replace("w:hdr", "w:ftr").encode()
    reference = package.relate("footer", "footer9.xml", content)
    section = package.tree().find(f".//{W}sectPr")
    section.insert(0, xml(f'<w:footerReference w:type="default" r:id="{reference}"/>'))


def even_header(package: Package) -> None:
    reference = package.relate("header", "header9.xml", HEADER.format(WORDS).encode())
    section = package.tree().find(f".//{W}sectPr")
    section.insert(0, xml(f'<w:headerReference w:type="even" r:id="{reference}"/>'))
    package.tree("word/settings.xml").append(xml("<w:evenAndOddHeaders/>"))


def drawn(content: str, kind: str = "", target: str = "", data: bytes = b"") -> Edit:
    """A drawing in the cell of a term; its content may name a part."""

    def edit(package: Package) -> None:
        reference = package.relate(kind, target, data) if kind else ""
        run = f"<w:r><w:drawing>{ANCHOR.format(content.format(reference))}</w:drawing></w:r>"
        package.run(TERM).addnext(xml(run))

    return edit


def other_document(package: Package) -> None:
    reference = package.relate("aFChunk", "chunk.html", b"<p>5.</p>")
    package.paragraph(CONTROL).addnext(xml(f'<w:altChunk r:id="{reference}"/>'))


def sub_document(package: Package) -> None:
    reference = package.relate("subDocument", "sub.docx", None)
    package.paragraph(CONTROL).append(xml(f'<w:subDoc r:id="{reference}"/>'))


def ole_object(package: Package) -> None:
    reference = package.relate("oleObject", "embeddings/a.bin", b"x")
    content = f'<w:r><w:object><v:shape/><o:OLEObject Type="Embed" r:id="{reference}"/></w:object></w:r>'
    package.paragraph(CONTROL).append(xml(content))


def style_changed(name: str, *properties: str) -> Edit:
    """Properties of a style by its id."""

    def edit(package: Package) -> None:
        styles = package.tree("word/styles.xml")
        style = next(each for each in styles if each.get(f"{W}styleId") == name)
        found = style.find(f"{W}rPr")
        if found is None:
            found = xml("<w:rPr/>")
            style.append(found)
        for each in properties:
            found.append(xml(each))

    return edit


def default_hidden(package: Package) -> None:
    defaults = package.tree("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    defaults.append(xml("<w:vanish/>"))


def style_of_letters(package: Package) -> None:
    package.tree("word/styles.xml").append(
        xml('<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>')
    )
    looking(TERM, '<w:rStyle w:val="Gone"/>')(package)


def row_property(*properties: str) -> Edit:
    def edit(package: Package) -> None:
        found = package.row("Мероприятия", "2").find(f"{W}trPr")
        for each in properties:
            found.append(xml(each))

    return edit


def merged_down(package: Package) -> None:
    cell_looking("Мероприятия", "2", 2, '<w:vMerge w:val="restart"/>')(package)
    cell_looking("Мероприятия", "3", 2, "<w:vMerge/>")(package)


def merged_across(package: Package) -> None:
    """As Word does it: the words of both are put together."""
    cells = package.row("Мероприятия", "2").findall(f"{W}tc")
    for paragraph in cells[3].findall(f"{W}p"):
        cells[2].append(paragraph)
    cells[3].getparent().remove(cells[3])
    cells[2].find(f"{W}tcPr").append(xml('<w:gridSpan w:val="2"/>'))


def merged_with_empty(package: Package) -> None:
    """A cell in which nobody is named was emptied, then joined with the one before it."""
    row = package.row("Мероприятие", "2.4.1.1").findall(f"{W}tc")
    empty = next(cell for cell in row[2:] if said(cell) == "–")
    write(empty, "")
    empty.find(f"{W}tcPr").append(xml('<w:hMerge w:val="continue"/>'))
    empty.getprevious().find(f"{W}tcPr").append(xml('<w:hMerge w:val="restart"/>'))


def item(package: Package) -> object:
    return package.paragraph("участие ОО в региональных мероприятиях")


def item_unnumbered(package: Package) -> None:
    numbering = item(package).find(f"{W}pPr/{W}numPr/{W}numId")
    numbering.set(f"{W}val", "0")


def list_goes_on(package: Package) -> None:
    """The second list continues the first."""
    first = item(package).find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    for text in ("рост качества образования;", "объективность процедур"):
        package.paragraph(text).find(f"{W}pPr/{W}numPr/{W}numId").set(f"{W}val", first)


def letters_to_figures(package: Package) -> None:
    for form in package.tree("word/numbering.xml").iter(f"{W}numFmt"):
        if form.get(f"{W}val") == "russianLower":
            form.set(f"{W}val", "decimal")


def begins_at_seven(package: Package) -> None:
    for start in package.tree("word/numbering.xml").iter(f"{W}startOverride"):
        start.set(f"{W}val", "7")


def numbered_twice(package: Package) -> None:
    package.paragraph(CONTROL).find(f"{W}pPr").append(
        xml('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>')
    )


def letters_hidden(package: Package) -> None:
    for level in package.tree("word/numbering.xml").iter(f"{W}lvl"):
        level.append(xml("<w:rPr><w:vanish/></w:rPr>"))
        if (own := level.find(f"{W}rPr")) is not None:
            own.append(xml("<w:vanish/>"))


def nested_table(package: Package) -> None:
    package.run(TERM).getparent().addnext(
        xml("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>или декабрь</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    )


def theme_white(package: Package) -> None:
    looking(TERM, '<w:color w:val="000000" w:themeColor="background1"/>')(package)


def of_ground(package: Package) -> None:
    cell_looking("Мероприятия", "2", 2, '<w:shd w:val="clear" w:fill="1F3864"/>')(package)
    looking(TERM, '<w:color w:val="1F3864"/>')(package)


def field_date(package: Package) -> None:
    run = package.run("26.11.2020")
    run.addprevious(xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))
    run.addprevious(xml("<w:r><w:instrText> DATE </w:instrText></w:r>"))
    run.addprevious(xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'))
    run.addnext(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def in_code(package: Package) -> None:
    """Words that are the instruction of a field."""
    run = package.run(TERM)
    run.addprevious(xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))
    run.addprevious(xml("<w:r><w:instrText> SET x </w:instrText></w:r>"))
    run.addnext(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def signature_elsewhere(package: Package) -> None:
    tag = '<w:sdtPr><w:tag w:val="electronic-signature"/></w:sdtPr>'
    content = f"<w:sdt>{tag}<w:sdtContent>{WORDS}</w:sdtContent></w:sdt>"
    package.paragraph(CONTROL).addnext(xml(content))


def choice(package: Package) -> None:
    """Word takes the fallback of what it does not know."""
    run = package.run(TERM)
    holder = xml(
        '<mc:AlternateContent><mc:Choice xmlns:z="urn:z" Requires="z"/><mc:Fallback><w:r><w:t>июнь 2021 года'
        "</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )
    run.addprevious(holder)
    holder[0].append(run)


def exponent(package: Package) -> None:
    """16 as 1⁶."""
    run = next(each for each in package.tree().iter(f"{W}r") if said(each) == "16")
    other = deepcopy(run)
    write(run, "1")
    write(other, "6")
    other.insert(0, xml('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'))
    run.addnext(other)


def clause_parted(package: Package) -> None:
    paragraph = package.paragraph(CONTROL)
    other = deepcopy(paragraph)
    write(paragraph, "4. Контроль за исполнением приказа")
    write(other, "оставляю за собой.")
    paragraph.addnext(other)


def column_hidden(package: Package) -> None:
    for row in package.table("Мероприятия").iter(f"{W}tr"):
        row.findall(f"{W}tc")[2].find(f"{W}tcPr/{W}tcW").set(f"{W}w", "1")


def table_style(package: Package) -> None:
    package.tree("word/styles.xml").append(
        xml(
            '<w:style w:type="table" w:styleId="Gone"><w:tblStylePr w:type="band1Horz">'
            "<w:rPr><w:strike/></w:rPr></w:tblStylePr></w:style>"
        )
    )
    package.table("Мероприятия").find(f"{W}tblPr").insert(0, xml('<w:tblStyle w:val="Gone"/>'))


def target(value: str) -> Edit:
    def edit(package: Package) -> None:
        write(package.cell("Учебный год", SHARE, 2), value)

    return edit


def cell_joined(package: Package) -> None:
    first = package.cell("Мероприятия", "2", 3).find(f"{W}p")
    second = first.getnext()
    write(first, f"{said(first).removesuffix(';')} {said(second)}")
    second.getparent().remove(second)


def in_signature(package: Package) -> None:
    control = next(each for each in package.tree().iter(f"{W}sdt"))
    write(control.find(f"{W}sdtContent"), "И. о. директора")


def in_header(content: str) -> Edit:
    def edit(package: Package) -> None:
        package.tree("word/header1.xml").append(xml(content))

    return edit


def signature_drawn_elsewhere(package: Package) -> None:
    reference = package.relate("image", "media/new.png", PICTURE)
    picture = f'<w:pict><v:shape><v:imagedata r:id="{reference}"/></v:shape></w:pict>'
    package.paragraph(CONTROL).append(
        xml(f"<w:sdt>{SIGNED}<w:sdtContent><w:r>{picture}</w:r></w:sdtContent></w:sdt>")
    )


def in_field(instruction: str, attributes: str = "") -> Edit:
    """The term as the result of a field."""

    def edit(package: Package) -> None:
        run = package.run(TERM)
        for piece in (
            f'<w:fldChar w:fldCharType="begin" {attributes}/>',
            f"<w:instrText> {instruction} </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
        ):
            run.addprevious(xml(f"<w:r>{piece}</w:r>"))
        run.addnext(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))

    return edit


def field(instruction: str, result: str, attributes: str = "") -> str:
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin" {attributes}/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def choice_of_the_future(package: Package) -> None:
    run = package.run(TERM)
    holder = xml(
        '<mc:AlternateContent><mc:Choice Requires="z"'
        ' xmlns:z="http://schemas.microsoft.com/office/word/2099/future"/><mc:Fallback><w:r>'
        "<w:t>июнь 2021 года</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )
    run.addprevious(holder)
    holder[0].append(run)


def ignored(package: Package) -> None:
    run = package.run(TERM)
    holder = xml('<x:wrap xmlns:x="urn:x" mc:Ignorable="x"/>')
    run.addprevious(holder)
    holder.append(run)
    outer = holder.getparent()
    outer.set("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "x")
    etree.cleanup_namespaces(outer, keep_ns_prefixes=["x", "w"], top_nsmap={"x": "urn:x"})


def row_of_marks(package: Package) -> None:
    row = package.row("Мероприятия", "2")
    other = deepcopy(row)
    for cell in other.iter(f"{W}tc"):
        write(cell, "Контроль")
    row.addnext(other)


def shifted(package: Package) -> None:
    package.row("Мероприятия", "2").find(f"{W}trPr").append(xml('<w:gridBefore w:val="1"/>'))


def typeface_of_theme(package: Package) -> None:
    theme = package.tree("word/theme/theme1.xml")
    next(theme.iter("{*}minorFont"))[0].set("typeface", "Wingdings")
    looking(TERM, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')(package)


def table_styled(properties: str, attributes: str = "") -> Edit:
    """The table in a style; in that of all tables if the style says so."""

    def edit(package: Package) -> None:
        package.tree("word/styles.xml").append(
            xml(f'<w:style w:type="table" w:styleId="White" {attributes}>{properties}</w:style>')
        )
        for own in list(package.tree().iter(f"{W}tblStyle")):
            own.getparent().remove(own)
        if not attributes:
            package.table("Мероприятия").find(f"{W}tblPr").insert(0, xml('<w:tblStyle w:val="White"/>'))

    return edit


def unpreserved(package: Package) -> None:
    """A space at the end of a text that does not say to keep it."""
    run = package.run("Контроль за")
    text = run.getnext().find(f"{W}t")
    run.find(f"{W}t").text += " "
    text.text = text.text.lstrip()
    del run.find(f"{W}t").attrib["{http://www.w3.org/XML/1998/namespace}space"]


EDITS: dict[str, Case] = {
    # Words
    "a month of a term": Case(
        replaced(TERM, "октябрь 2020\u00a0года"), "V902", f"{TERM_PLACE}: [-сентябрь-]{{+октябрь+}}"
    ),
    "a figure of a target": Case(
        lambda package: write(package.cell("Учебный год", SHARE, 2), "61"),
        "V902",
        "[-16-]{+61+}",
    ),
    "years of the title": Case(
        replaced("2021\u00a0годы", "2022\u00a0годы"), "V902", "[-2020-2021-]{+2020-2022+}"
    ),
    "the date": Case(replaced("26.11.2020", "26.12.2020"), "V902", "[-26.11.2020-]{+26.12.2020+}"),
    "the number": Case(replaced("№\u00a0512", "№\u00a0513"), "V902", "[-512-]{+513+}"),
    "who signs": Case(
        replaced("К.\u00a0Н.\u00a0Шаблонова", "К.\u00a0Н.\u00a0Образцова"), "V902", "Образцова"
    ),
    "the post": Case(
        replaced("Начальник Управления образованием", "И. о. начальника Управления образованием"),
        "V902",
        "{+И",
    ),
    "a Latin letter": Case(
        replaced("Создание рабочей группы", "Cоздание рабочей группы"), "V902", "строка «1»"
    ),
    "a capital letter": Case(
        replaced("Создание рабочей группы", "Создание Рабочей группы"), "V902", "строка «1»"
    ),
    "the full stop of a clause": Case(
        replaced("оставляю за собой.", "оставляю за собой"), "V902", CONTROL_PLACE
    ),
    "a comma": Case(replaced("Представители Управления", "Представители, Управления"), "V902", "строка"),
    "not": Case(replaced("оставляю за собой", "не оставляю за собой"), "V902", "{+не+}"),
    "a clause added": Case(after(CONTROL, WORDS), "V902", "{+5. Пункт 2 не применяется.+}"),
    "a clause removed": Case(without_clause, "V902", "[-3. Назначить"),
    "a clause twice": Case(clause_twice, "V902", "{+4. Контроль"),
    "clauses exchanged": Case(clause_moved, "V907", "стоит в другом месте"),
    "a row removed": Case(without_row, "V902", "строка «2»: в документе такой строки нет"),
    "a row added": Case(with_row, "V902", "строка «2¹»: в плане такой строки нет"),
    "rows exchanged": Case(rows_swapped, "V907", "строка «2»: стоит в другом месте"),
    "cells exchanged": Case(cells_swapped, "V907", "из графы «Сроки» в графу «Ответственные»"),
    "an executor moved to another column": Case(
        executor_moved,
        "V907",
        "переехало из графы «Ответственный исполнитель» в графу «Участники»",
        NOVOALEKSANDROVSK,
    ),
    "a table removed": Case(without_table, "V902", "в документе такой строки нет"),
    "a heading of a column": Case(replaced("Ответственные", "Участники"), "V902", "{+Участники+}"),
    "the mark of an appendix": Case(
        replaced("Приложение №\u00a02", "Приложение №\u00a01"), "V902", "[-2-]{+1+}"
    ),
    "a table inside a cell": Case(nested_table, "V902", "декабрь"),
    "a bidi control": Case(replaced("сентябрь 2020", "сентябрь \u202e2020"), "V902", TERM_PLACE),
    # Other stories
    "a footnote": Case(footnote, "V902", "сноска 1: {+Кроме школы № 5.+}"),
    "an endnote": Case(endnote, "V902", "концевая сноска 1: {+Кроме школы № 5.+}"),
    "the header of page 1": Case(first_header, "V902", "верхний колонтитул первой страницы: {+5. Пункт 2"),
    "the header of even pages": Case(even_header, "V902", "верхний колонтитул чётных страниц: {+5. Пункт 2"),
    "a watermark": Case(watermark, "V902", "верхний колонтитул: {+ОТМЕНЕНО+}"),
    "a footer": Case(footer, "V902", "нижний колонтитул: {+5. Пункт 2"),
    "a text box": Case(
        drawn(SHAPE.format(f"<wps:txbx><w:txbxContent>{WORDS}</w:txbxContent></wps:txbx>")),
        "V902",
        "Пункт 2 не применяется",
    ),
    "a text box of VML": Case(
        inside(
            CONTROL,
            f"<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{WORDS}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>",
        ),
        "V902",
        "{+5. Пункт 2 не применяется.+}",
    ),
    "WordArt": Case(
        inside(CONTROL, '<w:r><w:pict><v:shape><v:textpath string="ОТМЕНЕНО"/></v:shape></w:pict></w:r>'),
        "V902",
        "{+ОТМЕНЕНО+}",
    ),
    "WordArt of DrawingML": Case(drawn("<a:p><a:r><a:t>ОТМЕНЕНО</a:t></a:r></a:p>"), "V902", "ОТМЕНЕНО"),
    "SmartArt": Case(
        drawn(
            '<dgm:relIds r:dm="{}"/>',
            "diagramData",
            "diagrams/data1.xml",
            b'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
            b' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t>'
            + "<a:p><a:r><a:t>Отменено</a:t></a:r></a:p>".encode()
            + b"</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>",
        ),
        "V902",
        "Отменено",
    ),
    "a chart": Case(
        drawn('<c:chart r:id="{}"/>', "chart", "charts/chart1.xml", b"<c/>"), "V910", "диаграммы 1"
    ),
    "a picture": Case(
        drawn('<a:blip r:embed="{}"/>', "image", "media/new.png", PICTURE),
        "V910",
        "рисунок, которого в плане нет",
    ),
    "a white rectangle": Case(drawn(SHAPE.format("")), "V910", "фигуры 1"),
    "a rectangle of VML": Case(
        inside(CONTROL, '<w:r><w:pict><v:rect fillcolor="white"/></w:pict></w:r>'), "V910", "фигуры 1"
    ),
    "another document": Case(other_document, "V910", "вложенные документы 1"),
    "a sub-document": Case(sub_document, "V910", "вложенные документы 1"),
    "an object": Case(ole_object, "V910", "вставленные объекты 1"),
    "ink": Case(inside(CONTROL, '<w:r><w:contentPart r:id="rId1"/></w:r>'), "V910", "рукописные пометки 1"),
    "a block of customXml": Case(
        after(CONTROL, f'<w:customXml w:element="a">{WORDS}</w:customXml>'), "V902", "{+5. Пункт 2"
    ),
    "a block of a content control": Case(
        after(CONTROL, f"<w:sdt><w:sdtContent>{WORDS}</w:sdtContent></w:sdt>"), "V902", "{+5. Пункт 2"
    ),
    "a block of an unknown name": Case(
        after(CONTROL, f"<w:section>{WORDS}</w:section>"), "V902", "{+5. Пункт 2"
    ),
    "runs in no paragraph": Case(after(CONTROL, "<w:r><w:t>Кроме ОО.</w:t></w:r>"), "V902", "{+Кроме ОО.+}"),
    "an insertion of a paragraph": Case(
        after(CONTROL, f'<w:ins w:id="1">{WORDS}</w:ins>'), "V902", "{+5. Пункт 2"
    ),
    "a formula in no paragraph": Case(
        after(CONTROL, "<m:oMathPara><m:oMath><m:r><m:t>≥ 80</m:t></m:r></m:oMath></m:oMathPara>"),
        "V902",
        "{+≥ 80+}",
    ),
    "words in a smart tag": Case(
        inside(
            CONTROL,
            '<w:smartTag w:element="a"><w:r><w:t xml:space="preserve"> Кроме ОО.</w:t></w:r></w:smartTag>',
        ),
        "V902",
        "{+Кроме ОО.+}",
    ),
    "words in a link": Case(
        inside(CONTROL, '<w:hyperlink><w:r><w:t xml:space="preserve"> Кроме ОО.</w:t></w:r></w:hyperlink>'),
        "V902",
        "Кроме ОО",
    ),
    "words in a field": Case(
        inside(
            CONTROL,
            '<w:fldSimple w:instr="REF a"><w:r><w:t>Кроме ОО.</w:t></w:r></w:fldSimple>',
        ),
        "V902",
        "Кроме ОО",
    ),
    "a field without a result": Case(inside(CONTROL, '<w:fldSimple w:instr="EQ \\x(5)"/>'), "V902", "EQ"),
    "a symbol": Case(
        inside(CONTROL, '<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>'), "V902", "Wingdings F0FB"
    ),
    "a formula": Case(inside(CONTROL, "<m:oMath><m:r><m:t>≥ 80</m:t></m:r></m:oMath>"), "V902", "80"),
    "a fraction": Case(
        lambda package: package.run("сентябрь 2020").addnext(
            xml(
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
            )
        ),
        "V902",
        "1/2",
    ),
    "words over words": Case(
        inside(
            CONTROL, "<w:r><w:ruby><w:rt><w:r><w:t>кроме ОО</w:t></w:r></w:rt><w:rubyBase/></w:ruby></w:r>"
        ),
        "V902",
        "кроме ОО",
    ),
    "words in the place of a signature elsewhere": Case(
        signature_elsewhere, "V902", "Пункт 2 не применяется"
    ),
    "a fallback": Case(choice, "V902", f"{TERM_PLACE}: [-сентябрь 2020-]{{+июнь 2021+}} года"),
    # Looks that take words away
    "struck": Case(looking(TERM, "<w:strike/>"), "V906", f"{TERM_PLACE}: «сентябрь 2020 года» – зачёркнуто"),
    "struck twice": Case(looking(CONTROL, "<w:dstrike/>"), "V906", CONTROL_PLACE),
    "struck by a style of letters": Case(style_of_letters, "V906", TERM_PLACE),
    "struck by the style of the paragraph": Case(
        style_changed("TableText", "<w:strike/>"), "V906", TERM_PLACE
    ),
    "hidden": Case(
        looking(TERM, "<w:vanish/>"),
        "V905",
        f"{TERM_PLACE}: «сентябрь 2020 года» – напечатано не будет (скрытый текст)",
    ),
    "hidden by the style": Case(style_changed("Clause", "<w:vanish/>"), "V905", CONTROL_PLACE),
    "hidden by default": Case(default_hidden, "V905", CONTROL_PLACE),
    "a row hidden": Case(row_property("<w:hidden/>"), "V905", TERM_PLACE),
    "white": Case(
        looking(TERM, '<w:color w:val="FFFFFF"/>'),
        "V905",
        f"{TERM_PLACE}: «сентябрь 2020 года» – напечатано не будет (буквы цвета бумаги)",
    ),
    "nearly white": Case(looking(TERM, '<w:color w:val="F7F7F7"/>'), "V905", TERM_PLACE),
    "white by the theme": Case(theme_white, "V905", TERM_PLACE),
    "of the colour of the cell": Case(of_ground, "V905", TERM_PLACE),
    "black on black": Case(
        looking(TERM, '<w:color w:val="000000"/>', '<w:shd w:val="clear" w:fill="000000"/>'),
        "V905",
        TERM_PLACE,
    ),
    "highlighted in black": Case(looking(TERM, '<w:highlight w:val="black"/>'), "V905", TERM_PLACE),
    "without a filling": Case(
        looking(TERM, "<w14:textFill><w14:noFill/></w14:textFill>"), "V905", TERM_PLACE
    ),
    "tiny": Case(looking(TERM, '<w:sz w:val="2"/>'), "V905", TERM_PLACE),
    "narrow": Case(looking(TERM, '<w:w w:val="1"/>'), "V905", TERM_PLACE),
    "one letter over another": Case(looking(TERM, '<w:spacing w:val="-200"/>'), "V905", TERM_PLACE),
    "a row of one twip": Case(row_property('<w:trHeight w:val="1" w:hRule="exact"/>'), "V905", TERM_PLACE),
    "a row of one line": Case(
        row_property('<w:trHeight w:val="284" w:hRule="exact"/>'), "V905", "строка «2», графа «Мероприятия»"
    ),
    "a line of one point": Case(
        lambda package: (
            package.paragraph(CONTROL)
            .find(f"{W}pPr")
            .append(xml('<w:spacing w:line="20" w:lineRule="exact"/>'))
        ),
        "V905",
        CONTROL_PLACE,
    ),
    "beyond the page": Case(
        paragraph_looking(CONTROL, '<w:ind w:left="15000" w:firstLine="0"/>'),
        "V905",
        "оставляю за собой.» – напечатано не будет (за краем листа)",
    ),
    "beyond the page by the first line": Case(
        paragraph_looking(CONTROL, '<w:ind w:left="0" w:firstLine="-20000"/>'), "V905", CONTROL_PLACE
    ),
    "a frame without height": Case(
        paragraph_looking(CONTROL, '<w:framePr w:h="1" w:hRule="exact"/>'), "V905", CONTROL_PLACE
    ),
    "a table beyond the page": Case(
        lambda package: (
            package.table("Мероприятия").find(f"{W}tblPr").append(xml('<w:tblInd w:w="30000" w:type="dxa"/>'))
        ),
        "V905",
        TERM_PLACE,
    ),
    "a clause parted and half of it struck": Case(
        both(clause_parted, looking("оставляю за собой.", "<w:strike/>")),
        "V906",
        f"{CONTROL_PLACE}: «оставляю за собой.» – зачёркнуто",
    ),
    "a column without width": Case(column_hidden, "V905", TERM_PLACE),
    "struck by the style of the table": Case(table_style, "V906", TERM_PLACE),
    "words of a bullet": Case(
        part("word/numbering.xml", 'w:lvlText w:val="–"'.encode(), 'w:lvlText w:val="Отменено:"'.encode()),
        "V902",
        "{+Отменено:+}",
        ARKHANGELSK,
    ),
    "words under «Верно»": Case(
        both(after(CONTROL, WORDS), after(CONTROL, "<w:p><w:r><w:t>Верно</w:t></w:r></w:p>")),
        "V902",
        "{+5. Пункт 2 не применяется.+}",
    ),
    "an instruction of a field": Case(in_code, "V902", f"{TERM_PLACE}: [-сентябрь 2020 года-]"),
    # Looks that change words
    "an exponent": Case(exponent, "V909", "«6» – поднято над строкой"),
    "an index": Case(looking(TERM, '<w:vertAlign w:val="subscript"/>'), "V909", TERM_PLACE),
    "raised": Case(looking(TERM, '<w:position w:val="12"/>'), "V909", TERM_PLACE),
    "pictures for letters": Case(
        looking(TERM, '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "V909", TERM_PLACE
    ),
    "pictures for the title": Case(
        style_changed("OrderTitle", '<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings"/>'),
        "V909",
        "шрифтом значков",
    ),
    "from right to left": Case(
        wrapped(TERM, '<w:bdo w:val="rtl"/>'),
        "V909",
        f"{TERM_PLACE}: «сентябрь 2020 года» – напечатано справа налево",
    ),
    "the date of today": Case(field_date, "V909", "«26.11.2020» – вычисляется при печати"),
    "bound to data": Case(
        wrapped(TERM, '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent/></w:sdt>'),
        "V909",
        TERM_PLACE,
    ),
    # Tracked changes
    "words inserted": Case(
        inside(CONTROL, '<w:ins w:id="1"><w:r><w:t xml:space="preserve"> Кроме ОО.</w:t></w:r></w:ins>'),
        "V902",
        "{+Кроме ОО.+}",
    ),
    "words deleted": Case(
        wrapped(TERM, '<w:del w:id="1"/>'), "V902", f"{TERM_PLACE}: [-сентябрь 2020 года-]"
    ),
    "words moved away": Case(wrapped(TERM, '<w:moveFrom w:id="1"/>'), "V902", TERM_PLACE),
    "a row deleted": Case(
        row_property('<w:del w:id="1"/>'), "V902", "строка «2»: в документе такой строки нет"
    ),
    "a cell deleted": Case(cell_looking("Мероприятия", "2", 2, '<w:cellDel w:id="1"/>'), "V902", TERM_PLACE),
    # Merged cells
    "a term merged with the next": Case(merged_down, "V908", f"{TERM_PLACE}: ячейка объединена с соседней"),
    "the words of a merged cell": Case(
        merged_down,
        "V905",
        "строка «3», графа «Сроки»: «октябрь 2020 года» – напечатано не будет (ячейка объединена",
    ),
    "two columns merged": Case(merged_across, "V908", TERM_PLACE),
    "an empty cell merged": Case(merged_with_empty, "V908", "строка «2.4.1.1»", NOVOALEKSANDROVSK),
    # Lists
    "figures for letters": Case(letters_to_figures, "V902", "[-а-]{+1+}", ARKHANGELSK),
    "letters from the seventh": Case(begins_at_seven, "V902", "[-а-]{+ж+}", ARKHANGELSK),
    "an item without a letter": Case(item_unnumbered, "V902", "строка «1.1»", ARKHANGELSK),
    "a list that goes on": Case(list_goes_on, "V902", "строка «1.3»", ARKHANGELSK),
    "letters hidden": Case(letters_hidden, "V902", "строка «1.1»", ARKHANGELSK),
    "a number before a number": Case(numbered_twice, "V902", "{+1.+} 4. Контроль"),
    # The place of a signature
    "a post in the place of the signature": Case(in_signature, "V902", "{+И. о. директора+}"),
    "the place of a signature in a header": Case(
        in_header(f"<w:sdt>{SIGNED}<w:sdtContent>{WORDS}</w:sdtContent></w:sdt>"),
        "V902",
        "{+5. Пункт 2 не применяется.+}",
    ),
    "a picture in the place of a signature elsewhere": Case(
        signature_drawn_elsewhere, "V910", "рисунок, которого в плане нет"
    ),
    # Numbers of pages
    "a header that begins like a number of a page": Case(in_header(STRICTLY), "V902", "{+СТРОГО!+}"),
    "a picture of a page number": Case(
        in_header(field("PAGE \\# &quot;'Не исполнять'&quot;", "1")), "V909", "верхний колонтитул: «1»"
    ),
    "a page number that is locked": Case(
        in_header(field("PAGE", "Не исполнять", 'w:fldLock="true"')), "V902", "{+Не исполнять+}"
    ),
    # Fields
    **{
        f"words in a field {instruction.split()[0]}": Case(in_field(instruction), "V909", TERM_PLACE)
        for instruction in (
            *("MACROBUTTON X Июнь", "EQ \\x(Июнь)", 'QUOTE "Июнь"', "REF evil \\h", "DOCPROPERTY Срок"),
            *("DOCVARIABLE x", "AUTOTEXT x", "SYMBOL 65", "SEQ x", 'TITLE "Июнь"', "ADVANCE \\d 2000"),
            *("STYLEREF x", "TOC \\o", "NOFIELD"),
        )
    },
    "an empty result": Case(after(CONTROL, field("EQ \\x(5)", "")), "V902", "EQ"),
    # What another word processor reads
    "a choice of the future": Case(choice_of_the_future, "V902", "июнь 2021"),
    "an element to be ignored": Case(ignored, "V902", TERM_PLACE),
    "a space that is not kept": Case(unpreserved, "V902", "Контроль"),
    # Marks of an office
    "«Верно» with an order": Case(
        after(
            "Шаблонова",
            "<w:p><w:r><w:t>Верно: специалист обязан перечислить премию Образцова А. Б.</w:t></w:r></w:p>",
        ),
        "V902",
        "премию",
    ),
    "«Верно» in the midst": Case(after(CONTROL, "<w:p><w:r><w:t>Верно</w:t></w:r></w:p>"), "V902", "Верно"),
    "an original with an order": Case(
        after(
            "Шаблонова",
            "<w:p><w:r><w:t>Подлинник электронного документа, подписанного ЭП, хранится в архиве, пункт 2 не"
            " исполняется</w:t></w:r></w:p>",
        ),
        "V902",
        "не исполняется",
    ),
    "a row of marks": Case(row_of_marks, "V902", "строка «Контроль»"),
    "registered under another number": Case(
        after("Шаблонова", "<w:p><w:r><w:t>Зарегистрировано № 777 от 01.01.2030</w:t></w:r></w:p>"),
        "V902",
        "777",
    ),
    # Cells
    "a minus": Case(target("– 16"), "V902", "16"),
    "a minus as a hyphen": Case(target("- 16"), "V902", "16"),
    "two executors in one line": Case(cell_joined, "V902", "строка «2», графа «Ответственные»"),
    "a row shifted": Case(shifted, "V907", "из графы"),
    # Typefaces, directions, places
    "pictures for figures": Case(looking(TERM, '<w:rFonts w:ascii="Wingdings"/>'), "V909", TERM_PLACE),
    "pictures of another script": Case(
        looking(TERM, '<w:rFonts w:cs="Wingdings"/>', "<w:cs/>"), "V909", TERM_PLACE
    ),
    "pictures by the theme": Case(typeface_of_theme, "V909", TERM_PLACE),
    "a run from right to left": Case(looking(TERM, "<w:rtl/>"), "V909", TERM_PLACE),
    "a paragraph from right to left": Case(paragraph_looking(CONTROL, "<w:bidi/>"), "V909", CONTROL_PLACE),
    "a table from right to left": Case(
        lambda package: package.table("Мероприятия").find(f"{W}tblPr").append(xml("<w:bidiVisual/>")),
        "V909",
        TERM_PLACE,
    ),
    "fitted": Case(looking(TERM, '<w:fitText w:val="20" w:id="5"/>'), "V905", TERM_PLACE),
    "two lines in one": Case(
        looking(TERM, '<w:eastAsianLayout w:id="1" w:combine="1"/>'), "V905", TERM_PLACE
    ),
    "a white first row": Case(
        table_styled(f'<w:tblStylePr w:type="firstRow">{WHITE}</w:tblStylePr>'), "V905", "Мероприятия"
    ),
    "white bands": Case(
        table_styled(f'<w:tblStylePr w:type="band1Horz">{WHITE}</w:tblStylePr>'), "V905", TERM_PLACE
    ),
    "white in all tables": Case(table_styled(WHITE, 'w:default="1"'), "V905", TERM_PLACE),
    # Pictures and footnotes of the plan
    "another picture": Case(picture_repainted, "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED),
    "no picture": Case(picture_lost, "V910", f"{CHAIN}: рисунка из плана в документе нет", ILLUSTRATED),
    "pictures exchanged": Case(pictures_exchanged, "V910", f"{CHAIN}: ", ILLUSTRATED),
    "a picture moved": Case(picture_moved, "V907", f"{CHAIN}: стоит в другом месте", ILLUSTRATED),
    "a picture twice": Case(picture_twice, "V910", "рисунок, которого в плане нет", ILLUSTRATED),
    "half of a picture": Case(picture_cropped, "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED),
    "a picture over the words": Case(picture_over_text, "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED),
    "a picture in hidden letters": Case(picture_hidden, "V910", f"{CHAIN}: рисунка из плана", ILLUSTRATED),
    "a hidden picture": Case(
        picture_set(f"{WP}docPr", hidden="1"), "V910", f"{CHAIN}: рисунка из плана", ILLUSTRATED
    ),
    "a picture upside down": Case(
        picture_set(f"{A}xfrm", rot="10800000"), "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED
    ),
    "a picture in a mirror": Case(
        picture_set(f"{A}xfrm", flipH="1"), "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED
    ),
    "a picture all white": Case(
        blip('<a:lum bright="100000"/>'), "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED
    ),
    "a picture all clear": Case(
        blip('<a:alphaModFix amt="0"/>'), "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED
    ),
    "a picture of a millimetre": Case(
        picture_set(f"{WP}extent", cx="36000", cy="36000"), "V910", f"{CHAIN}: рисунок уменьшен", ILLUSTRATED
    ),
    "an empty table over the words": Case(white_table, "V910", "фигуры 1"),
    "words of a choice": Case(choice_of_few, "V910", "слова не для всех программ"),
    "a footnote reworded": Case(
        footnote_reworded, "V902", "сноска 2: В [-любое-]{+рабочее+} время суток.", ILLUSTRATED
    ),
    "a footnote lost": Case(footnote_lost, "V902", "Оповещение начинает управление", ILLUSTRATED),
    "a cell of a table of bars": Case(
        replaced("Школы\u00a0– родители", "Школы\u00a0– дети"),
        "V902",
        "строка «Школы – родители»",
        ILLUSTRATED,
    ),
    "a caption": Case(replaced("Цепочка оповещения", "Схема"), "V902", "Рисунок 1", ILLUSTRATED),
    "a frame above the page": Case(
        paragraph_looking(CONTROL, '<w:framePr w:w="5000" w:vAnchor="page" w:y="-3000"/>'),
        "V905",
        CONTROL_PLACE,
    ),
}
