"""Changes of how a document is set: words that are not seen then, or lead elsewhere, and all others."""

from editing import (
    Edit,
    Package,
    R,
    W,
    add_properties,
    both,
    cell_looking,
    looking,
    paragraph_looking,
    wrapped,
    xml,
)
from edits_found import (
    ARKHANGELSK,
    CHAIN,
    CONTROL,
    CONTROL_PLACE,
    ILLUSTRATED,
    TERM,
    TERM_PLACE,
    WP,
    A,
    Case,
    blip,
    drawings,
    picture_set,
)

MEASURES = "Мероприятия"
HEADING = "приложение № 1, строка «№ п/п», графа «Мероприятия»"
NO_ROOM = "словам нет места; разделов: "
FIRST = "абзац «Юргинский городской округ»"
BLACK = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
LETTERS = '<w:color w:val="000000"/>'
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LETTERED = "участие ОО в региональных мероприятиях"


def page(name: str, *, is_upright: bool = False, **attributes: str) -> Edit:
    """Attributes of a property of every section, or of the first, whose page is upright."""

    def edit(package: Package) -> None:
        for section in list(package.tree().iter(f"{W}sectPr"))[: 1 if is_upright else None]:
            found = section.find(f"{W}{name}")
            if found is None:
                found = section.makeelement(f"{W}{name}")
                section.append(found)
            for attribute, value in attributes.items():
                found.set(f"{W}{attribute}", value)

    return edit


def section(*properties: str) -> Edit:
    def edit(package: Package) -> None:
        for each in package.tree().iter(f"{W}sectPr"):
            each.extend(map(xml, properties))

    return edit


def table(*properties: str) -> Edit:
    """Properties of the table of measures."""

    def edit(package: Package) -> None:
        holder = package.table(MEASURES).find(f"{W}tblPr")
        for each in map(xml, properties):
            if (own := holder.find(each.tag)) is not None:
                holder.remove(own)
            holder.append(each)

    return edit


def row(*properties: str) -> Edit:
    return lambda package: add_properties(package.row(MEASURES, "2"), *properties)


def cell(*properties: str) -> Edit:
    return cell_looking(MEASURES, "2", 2, *properties)


def black_letters(package: Package) -> None:
    """Of all words in the table, as a word processor writes them that does not know automatic ones."""
    for run in package.table(MEASURES).iter(f"{W}r"):
        add_properties(run, LETTERS)


def style(name: str, holder: str, *properties: str) -> Edit:
    """Properties in a holder (`pPr`, `rPr`, `tblPr`) of a style by its id."""

    def edit(package: Package) -> None:
        styles = package.tree("word/styles.xml")
        found = next(each for each in styles if each.get(f"{W}styleId") == name)
        own = found.find(f"{W}{holder}")
        if own is None:
            own = found.makeelement(f"{W}{holder}")
            found.append(own)
        for each in map(xml, properties):
            if (old := own.find(each.tag)) is not None:
                own.remove(old)
            own.append(each)

    return edit


def conditional(kind: str, content: str) -> Edit:
    """What the style of tables gives to a part of them."""

    def edit(package: Package) -> None:
        styles = package.tree("word/styles.xml")
        found = next(each for each in styles if each.get(f"{W}styleId") == "PlanTable")
        found.append(xml(f'<w:tblStylePr w:type="{kind}">{content}</w:tblStylePr>'))

    return edit


def default(holder: str, *properties: str) -> Edit:
    def edit(package: Package) -> None:
        own = package.tree("word/styles.xml").find(f"{W}docDefaults/{W}{holder}Default/{W}{holder}")
        for each in map(xml, properties):
            if (old := own.find(each.tag)) is not None:
                own.remove(old)
            own.append(each)

    return edit


def setting(*properties: str) -> Edit:
    return lambda package: package.tree("word/settings.xml").extend(map(xml, properties))


def level(*properties: str) -> Edit:
    """Properties of all levels of all lists."""

    def edit(package: Package) -> None:
        for each in package.tree("word/numbering.xml").iter(f"{W}lvl"):
            for own in map(xml, properties):
                if (old := each.find(own.tag)) is not None:
                    each.remove(old)
                each.append(own)

    return edit


def external(kind: str, target: str, source: str = "word/document.xml") -> Edit:
    """A relationship that leads out of the package."""

    def edit(package: Package) -> None:
        name = source.replace("word/", "word/_rels/") + ".rels"
        reference = package.relate(kind, target, None, source)
        next(each for each in package.tree(name) if each.get("Id") == reference).set("TargetMode", "External")

    return edit


def linked(target: str, text: str = TERM) -> Edit:
    """Words that lead to an address."""

    def edit(package: Package) -> None:
        external("hyperlink", target)(package)
        reference = package.tree("word/_rels/document.xml.rels")[-1].get("Id")
        wrapped(text, f'<w:hyperlink r:id="{reference}"/>')(package)

    return edit


def link_redirected(package: Package) -> None:
    next(package.body.iter(f"{W}hyperlink")).set(f"{W}anchor", "пункт_4")


def theme_swapped(package: Package) -> None:
    setting('<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>')(package)
    looking(TERM, '<w:color w:val="000000" w:themeColor="text1"/>')(package)


def in_box(style: str) -> Edit:
    """The clause of control in a text box of a size and at a place."""

    def edit(package: Package) -> None:
        paragraph = package.paragraph(CONTROL)
        box = xml(
            f'<w:p><w:r><w:pict><v:rect style="{style}"><v:textbox><w:txbxContent/></v:textbox></v:rect>'
            "</w:pict></w:r></w:p>"
        )
        paragraph.addprevious(box)
        next(box.iter(f"{W}txbxContent")).append(paragraph)

    return edit


def in_anchor(extent: str, offset: str = "0") -> Edit:
    """The same in DrawingML."""

    def edit(package: Package) -> None:
        paragraph = package.paragraph(CONTROL)
        box = xml(
            '<w:p><w:r><w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="page">'
            f"<wp:posOffset>{offset}</wp:posOffset></wp:positionH><wp:extent {extent}/><a:graphic>"
            "<a:graphicData><wps:wsp><wps:spPr><a:noFill/></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
            "</w:drawing></w:r></w:p>"
        )
        paragraph.addprevious(box)
        next(box.iter(f"{W}txbxContent")).append(paragraph)

    return edit


def clause_in_table(properties: str) -> Edit:
    """The clause of control in a table of one cell."""

    def edit(package: Package) -> None:
        paragraph = package.paragraph(CONTROL)
        holder = xml(f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>")
        paragraph.addprevious(holder)
        next(holder.iter(f"{W}tc")).append(paragraph)

    return edit


def described(text: str) -> Edit:
    return picture_set(f"{WP}docPr", descr=text)


def font_replaced(package: Package) -> None:
    fonts = package.tree("word/fontTable.xml")
    fonts.append(xml('<w:font w:name="Деловой"><w:altName w:val="Wingdings"/></w:font>'))
    looking(TERM, '<w:rFonts w:ascii="Деловой" w:hAnsi="Деловой"/>')(package)


def font_of_signs(package: Package) -> None:
    fonts = package.tree("word/fontTable.xml")
    fonts.append(xml('<w:font w:name="Деловой"><w:charset w:val="02"/></w:font>'))
    looking(TERM, '<w:rFonts w:ascii="Деловой" w:hAnsi="Деловой"/>')(package)


def font_embedded(package: Package) -> None:
    reference = package.relate("font", "fonts/font1.odttf", b"x", "word/fontTable.xml")
    fonts = package.tree("word/fontTable.xml")
    fonts.append(xml(f'<w:font w:name="Times New Roman"><w:embedRegular r:id="{reference}"/></w:font>'))


def wide_cells(package: Package) -> None:
    """A first column so wide that the others stand beyond the page."""
    for each in package.table(MEASURES).iter(f"{W}tr"):
        each.find(f"{W}tc/{W}tcPr/{W}tcW").set(f"{W}w", "20000")


def without_widths(package: Package) -> None:
    """Columns of a grid of nothing, and cells that take their widths of it."""
    found = package.table(MEASURES)
    for width in found.iter(f"{W}tcW"):
        width.set(f"{W}type", "auto")
        width.set(f"{W}w", "0")
    list(found.iter(f"{W}gridCol"))[2].set(f"{W}w", "20")


def phantom(package: Package) -> None:
    run = package.run(TERM)
    formula = xml(
        '<m:oMath><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t/></m:r></m:e></m:phant>'
        "</m:oMath>"
    )
    next(formula.iter("{*}t")).text = TERM
    run.getparent().replace(run, formula)


def formula(content: str) -> Edit:
    """The term in a formula."""

    def edit(package: Package) -> None:
        run = package.run(TERM)
        run.getparent().replace(run, xml(f"<m:oMath>{content.format(TERM)}</m:oMath>"))

    return edit


def picture_line(properties: str) -> Edit:
    """Properties of the paragraph of the first picture."""
    return lambda package: add_properties(next(drawings(package)[0].iterancestors(f"{W}p")), properties)


def picture_within(tag: str, content: str) -> Edit:
    return lambda package: next(drawings(package)[0].iter(tag)).append(xml(content))


def note_of_its_own(package: Package) -> None:
    next(package.body.iter(f"{W}footnoteReference")).set(f"{W}customMarkFollows", "1")


def hinted(package: Package) -> None:
    next(package.body.iter(f"{W}hyperlink")).set(f"{W}tooltip", "Не исполнять")


def picture_away(package: Package) -> None:
    """Beside the words, and beside the paper."""
    inline = drawings(package)[0][0]
    inline.tag = f"{WP}anchor"
    inline.insert(
        0, xml('<wp:positionH relativeFrom="page"><wp:posOffset>-20000000</wp:posOffset></wp:positionH>')
    )
    inline.append(xml("<wp:wrapSquare/>"))


def picture_linked(package: Package) -> None:
    external("hyperlink", "https://example.org/x")(package)
    reference = package.tree("word/_rels/document.xml.rels")[-1].get("Id")
    next(drawings(package)[0].iter(f"{WP}docPr")).append(xml(f'<a:hlinkClick r:id="{reference}"/>'))


def merged_paragraphs(package: Package) -> None:
    """The mark at the end of clause 3 hidden: clause 4 goes on in its line."""
    paragraph = package.paragraph("3.\u00a0Назначить")
    add_properties(paragraph, "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")


def row_alone(properties: str) -> Edit:
    """Properties of a table that one row alone has."""
    holder = f"<w:tblPrEx>{properties}</w:tblPrEx>"
    return lambda package: package.row(MEASURES, "2").insert(0, xml(holder))


def frameset(package: Package) -> None:
    root = '<w:webSettings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    package.relate("webSettings", "webSettings.xml", f"{root}<w:frameset/></w:webSettings>".encode())


def picture_flat(package: Package) -> None:
    """A picture as wide as it was and a millimetre high."""
    for each in drawings(package)[0].iter(f"{WP}extent", f"{A}ext"):
        each.set("cy", "36000")


def background(content: str = "") -> Edit:
    def edit(package: Package) -> None:
        package.tree().insert(0, xml(f'<w:background w:color="000000">{content}</w:background>'))
        setting("<w:displayBackgroundShape/>")(package)
        looking(TERM, LETTERS)(package)

    return edit


UNSEEN: dict[str, Case] = {
    # The page
    "a page of one centimetre": Case(page("pgSz", h="567"), "V905", NO_ROOM),
    "a page as narrow": Case(page("pgSz", w="567"), "V905", NO_ROOM),
    "margins wider than the page": Case(page("pgMar", left="6000", right="6000"), "V905", NO_ROOM),
    "margins higher than the page": Case(page("pgMar", top="9000", bottom="9000"), "V905", NO_ROOM),
    "a gutter as wide as the page": Case(page("pgMar", gutter="11000"), "V905", NO_ROOM),
    "a margin beyond the paper": Case(page("pgMar", left="-20000"), "V905", NO_ROOM),
    "columns of a letter": Case(page("cols", num="45", space="200"), "V905", NO_ROOM),
    "columns apart": Case(page("cols", num="2", space="9500"), "V905", NO_ROOM),
    "a column of its own width": Case(
        section(
            '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="9000" w:space="0"/><w:col w:w="40"/></w:cols>'
        ),
        "V905",
        NO_ROOM,
    ),
    "a grid that draws letters together": Case(
        section('<w:docGrid w:type="linesAndChars" w:linePitch="360" w:charSpace="-40960"/>'), "V905", NO_ROOM
    ),
    "columns from right to left": Case(section("<w:bidi/>"), "V910", "настройки 3 (bidi)"),
    "lines that go down": Case(
        section('<w:textDirection w:val="tbRl"/>'), "V910", "настройки 3 (textDirection)"
    ),
    "numbers of lines": Case(section('<w:lnNumType w:countBy="1"/>'), "V910", "номера строк"),
    # Frames and boxes
    "a frame over the words": Case(
        paragraph_looking(
            CONTROL, '<w:framePr w:w="5000" w:wrap="none" w:vAnchor="page" w:x="1701" w:y="5000"/>'
        ),
        "V909",
        CONTROL_PLACE,
    ),
    "a frame beside the words": Case(
        paragraph_looking(
            CONTROL, '<w:framePr w:w="5000" w:wrap="around" w:vAnchor="page" w:x="1701" w:y="500"/>'
        ),
        "V909",
        CONTROL_PLACE,
    ),
    "a frame without width": Case(
        paragraph_looking(CONTROL, '<w:framePr w:w="20" w:hSpace="0" w:wrap="around"/>'),
        "V905",
        CONTROL_PLACE,
    ),
    "a frame under the page": Case(
        paragraph_looking(CONTROL, '<w:framePr w:w="5000" w:wrap="around" w:vAnchor="page" w:y="16800"/>'),
        "V905",
        CONTROL_PLACE,
    ),
    "a text box": Case(in_box("width:400pt;height:100pt"), "V909", CONTROL_PLACE),
    "a text box of nothing": Case(in_box("width:1pt;height:1pt"), "V905", CONTROL_PLACE),
    "a text box beyond the page": Case(
        in_box("position:absolute;margin-left:-2000pt;width:400pt;height:100pt"), "V905", CONTROL_PLACE
    ),
    "a text box of DrawingML of nothing": Case(in_anchor('cx="9000" cy="9000"'), "V905", CONTROL_PLACE),
    "a text box of DrawingML beyond the page": Case(
        in_anchor('cx="4000000" cy="900000"', "-9000000"), "V905", CONTROL_PLACE
    ),
    # Tables
    "a table that floats": Case(
        table('<w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1700" w:tblpY="5000"/>'),
        "V909",
        TERM_PLACE,
    ),
    "a table that floats under the page": Case(
        table('<w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1700" w:tblpY="16830"/>'),
        "V905",
        TERM_PLACE,
    ),
    "a table that floats above the page": Case(
        table('<w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1700" w:tblpY="-16000"/>'),
        "V905",
        TERM_PLACE,
    ),
    "a table that floats beside the page": Case(
        table('<w:tblpPr w:vertAnchor="text" w:horzAnchor="page" w:tblpX="-15000" w:tblpY="1"/>'),
        "V905",
        TERM_PLACE,
    ),
    "a clause in a table that floats": Case(
        clause_in_table('<w:tblpPr w:vertAnchor="page" w:tblpX="1700" w:tblpY="1"/>'), "V909", CONTROL_PLACE
    ),
    "a table to the left of the page": Case(
        table('<w:tblInd w:w="-12000" w:type="dxa"/>'), "V905", TERM_PLACE
    ),
    "columns beyond the page": Case(wide_cells, "V905", TERM_PLACE),
    "a row that begins beyond the page": Case(
        row('<w:gridBefore w:val="1"/>', '<w:wBefore w:w="20000" w:type="dxa"/>'), "V905", TERM_PLACE
    ),
    "columns of a grid of nothing": Case(without_widths, "V905", TERM_PLACE),
    "cells far apart": Case(table('<w:tblCellSpacing w:w="4000" w:type="dxa"/>'), "V905", TERM_PLACE),
    "margins wider than a cell": Case(
        cell('<w:tcMar><w:left w:w="5000" w:type="dxa"/></w:tcMar>'), "V905", TERM_PLACE
    ),
    "margins wider than cells": Case(
        table(
            '<w:tblCellMar><w:left w:w="2000" w:type="dxa"/><w:right w:w="2000" w:type="dxa"/></w:tblCellMar>'
        ),
        "V905",
        TERM_PLACE,
    ),
    "margins wider than cells in the style": Case(
        style("PlanTable", "tblPr", '<w:tblCellMar><w:left w:w="9000" w:type="dxa"/></w:tblCellMar>'),
        "V905",
        TERM_PLACE,
    ),
    "margins wider than cells of a row": Case(
        row_alone('<w:tblCellMar><w:left w:w="9000" w:type="dxa"/></w:tblCellMar>'), "V905", TERM_PLACE
    ),
    "a row of one line of its type": Case(
        row('<w:trHeight w:val="400" w:hRule="exact"/>'), "V905", "строка «2», графа «Ответственные»"
    ),
    "a row that cuts its last line": Case(
        row('<w:trHeight w:val="560" w:hRule="exact"/>'), "V905", "строка «2», графа «Ответственные»"
    ),
    "margins higher than an exact row": Case(
        both(
            row('<w:trHeight w:val="4000" w:hRule="exact"/>'),
            cell('<w:tcMar><w:top w:w="3990" w:type="dxa"/></w:tcMar>'),
        ),
        "V905",
        TERM_PLACE,
    ),
    "a row hidden by the style of the table": Case(
        conditional("band1Horz", "<w:trPr><w:hidden/></w:trPr>"), "V905", TERM_PLACE
    ),
    "lines of a point by the style of the table": Case(
        style("PlanTable", "pPr", '<w:spacing w:line="20" w:lineRule="exact"/>'), "V905", TERM_PLACE
    ),
    "a row to the left of the page": Case(
        row_alone('<w:tblInd w:w="-11000" w:type="dxa"/>'), "V905", TERM_PLACE
    ),
    "a black row": Case(both(row_alone(BLACK), black_letters), "V905", TERM_PLACE),
    # Grounds
    "a black table": Case(both(table(BLACK), black_letters), "V905", TERM_PLACE),
    "a black table by its style": Case(
        both(style("PlanTable", "tblPr", BLACK), black_letters), "V905", TERM_PLACE
    ),
    "black cells by the style": Case(
        both(style("PlanTable", "tcPr", BLACK), black_letters), "V905", TERM_PLACE
    ),
    "black bands": Case(
        both(conditional("band1Horz", f"<w:tcPr>{BLACK}</w:tcPr>"), black_letters), "V905", TERM_PLACE
    ),
    "a black cell by the theme": Case(
        both(cell('<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>'), black_letters),
        "V905",
        TERM_PLACE,
    ),
    "a cell in nearly solid black": Case(
        both(cell('<w:shd w:val="pct95" w:color="000000" w:fill="FFFFFF"/>'), black_letters),
        "V905",
        TERM_PLACE,
    ),
    "a paragraph black by its style": Case(
        both(style("Clause", "pPr", BLACK), looking(CONTROL, LETTERS)), "V905", CONTROL_PLACE
    ),
    "a black page": Case(background(), "V905", TERM_PLACE),
    "colours of the theme exchanged": Case(theme_swapped, "V905", TERM_PLACE),
    "letters filled from white to white": Case(
        looking(
            TERM,
            "<w14:textFill><w14:gradFill><w14:gsLst>"
            + '<w14:gs w14:pos="0"><w14:srgbClr w14:val="FFFFFF"/></w14:gs>' * 2
            + "</w14:gsLst></w14:gradFill></w14:textFill>",
        ),
        "V905",
        TERM_PLACE,
    ),
    # Lines and letters
    "lines as high as half of a letter": Case(
        paragraph_looking(CONTROL, '<w:spacing w:line="190" w:lineRule="exact"/>'), "V905", CONTROL_PLACE
    ),
    "lines of a tenth": Case(
        paragraph_looking(CONTROL, '<w:spacing w:line="24" w:lineRule="auto"/>'), "V905", CONTROL_PLACE
    ),
    "lines of a point by the style": Case(
        style("OrderText", "pPr", '<w:spacing w:line="20" w:lineRule="exact"/>'), "V905", CONTROL_PLACE
    ),
    "lines of a point by default": Case(
        default("pPr", '<w:spacing w:line="20" w:lineRule="exact"/>'), "V905", FIRST
    ),
    "an indent beyond the page by default": Case(default("pPr", '<w:ind w:left="15000"/>'), "V905", FIRST),
    "an indent beyond the page by the list": Case(
        level('<w:pPr><w:ind w:left="20000" w:hanging="0"/></w:pPr>'),
        "V905",
        "мониторинг результативности",
        ARKHANGELSK,
    ),
    "an indent to the left of the paper": Case(
        paragraph_looking(CONTROL, '<w:ind w:left="-4000" w:firstLine="0"/>'), "V905", CONTROL_PLACE
    ),
    "an indent beyond the right edge": Case(
        paragraph_looking(CONTROL, '<w:ind w:right="-4000"/>'), "V905", CONTROL_PLACE
    ),
    "an indent out of the cell": Case(
        lambda package: add_properties(
            next(package.run(TERM).iterancestors(f"{W}p")), '<w:ind w:left="-3000"/>'
        ),
        "V905",
        TERM_PLACE,
    ),
    "an indent into the next cell": Case(
        lambda package: add_properties(
            next(package.run(TERM).iterancestors(f"{W}p")), '<w:ind w:right="-3000"/>'
        ),
        "V905",
        TERM_PLACE,
    ),
    "space greater than the page": Case(
        paragraph_looking(CONTROL, '<w:spacing w:before="31000"/>'), "V905", CONTROL_PLACE
    ),
    "letters over one another": Case(looking(TERM, '<w:spacing w:val="-80"/>'), "V905", TERM_PLACE),
    "letters strewn over the page": Case(looking(TERM, '<w:spacing w:val="9000"/>'), "V905", TERM_PLACE),
    "letters higher than the page": Case(looking(TERM, '<w:sz w:val="3000"/>'), "V905", TERM_PLACE),
    "letters of a hundredth by default": Case(default("rPr", '<w:w w:val="1"/>'), "V905", FIRST),
    "hidden for ever": Case(looking(TERM, "<w:specVanish/>"), "V905", TERM_PLACE),
    "hidden by the style of letters": Case(
        both(
            lambda package: package.tree("word/styles.xml").append(
                xml('<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>')
            ),
            looking(TERM, '<w:rStyle w:val="Gone"/>'),
        ),
        "V905",
        TERM_PLACE,
    ),
    "a phantom of a formula": Case(phantom, "V902", TERM_PLACE),
    "marks of a list in white": Case(
        level('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), "V905", "строка «1.1»", ARKHANGELSK
    ),
    "marks of a list in pictures": Case(
        level('<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'),
        "V909",
        "строка «1.1»",
        ARKHANGELSK,
    ),
    "a direction of words": Case(wrapped(TERM, '<w:dir w:val="rtl"/>'), "V909", TERM_PLACE),
    "a typeface that stands for pictures": Case(font_replaced, "V909", TERM_PLACE),
    "a typeface of signs": Case(font_of_signs, "V909", TERM_PLACE),
    "pictures for letters of the East": Case(
        looking(TERM, '<w:rFonts w:hint="eastAsia" w:eastAsia="Wingdings"/>'), "V909", TERM_PLACE
    ),
    "a typeface that came with the document": Case(font_embedded, "V910", "шрифты"),
    "bound to other data": Case(
        wrapped(
            TERM,
            '<w:sdt><w:sdtPr><w15:dataBinding xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
            ' w:xpath="/a"/></w:sdtPr><w:sdtContent/></w:sdt>',
        ),
        "V909",
        TERM_PLACE,
    ),
    # What nobody has listed
    "a property that is not known": Case(looking(TERM, "<w:fade/>"), "V910", TERM_PLACE),
    "a property of a paragraph": Case(
        paragraph_looking(CONTROL, '<w:shrink w:val="1"/>'), "V910", CONTROL_PLACE
    ),
    "a property of a cell": Case(cell("<w:cover/>"), "V910", TERM_PLACE),
    "a property of a table": Case(table("<w:cover/>"), "V910", TERM_PLACE),
    "a property of a section": Case(section("<w:cover/>"), "V910", "настройки 3 (cover)"),
    "a property of a style": Case(style("Clause", "rPr", "<w:fade/>"), "V910", CONTROL_PLACE),
    "a glow over the letters": Case(
        looking(TERM, '<w14:glow w14:rad="635000"><w14:srgbClr w14:val="FFFFFF"/></w14:glow>'),
        "V910",
        TERM_PLACE,
    ),
    "only forms are printed": Case(setting("<w:printFormsData/>"), "V910", "настройки 1 (printFormsData)"),
    "notes are not printed": Case(section("<w:noEndnote/>"), "V910", "настройки 3 (noEndnote)"),
    "a setting that is not known": Case(setting("<w:fade/>"), "V910", "настройки 1 (fade)"),
    "frames about the document": Case(frameset, "V910", "настройки 1 (frameset)"),
    # Pictures
    "another description": Case(described("Схема отменена"), "V902", CHAIN, ILLUSTRATED),
    "a picture a millimetre high": Case(picture_flat, "V910", f"{CHAIN}: рисунок уменьшен", ILLUSTRATED),
    "a page of a picture": Case(
        background('<v:background><v:fill r:id="rId1"/></v:background>'),
        "V910",
        "рисунок, которого в плане нет",
    ),
    # What stands in few documents
    "small letters of another script": Case(
        looking(TERM, "<w:cs/>", '<w:szCs w:val="2"/>'), "V905", TERM_PLACE
    ),
    "letters on their side": Case(
        looking(TERM, '<w:eastAsianLayout w:id="1" w:vert="1"/>'), "V905", TERM_PLACE
    ),
    "an indent in letters": Case(
        paragraph_looking(CONTROL, '<w:ind w:leftChars="20000"/>'), "V905", CONTROL_PLACE
    ),
    "space in lines": Case(
        paragraph_looking(CONTROL, '<w:spacing w:beforeLines="31000"/>'), "V905", CONTROL_PLACE
    ),
    "lines higher than the page": Case(
        paragraph_looking(CONTROL, '<w:spacing w:line="31680" w:lineRule="exact"/>'), "V905", CONTROL_PLACE
    ),
    "a clause as a large first letter": Case(
        paragraph_looking(CONTROL, '<w:framePr w:dropCap="margin" w:w="20" w:wrap="none"/>'),
        "V905",
        CONTROL_PLACE,
    ),
    "a row higher than the page": Case(
        row('<w:trHeight w:val="30000" w:hRule="exact"/>', "<w:cantSplit/>"), "V905", TERM_PLACE
    ),
    "a table of a style to the left of the page": Case(
        style("PlanTable", "tblPr", '<w:tblInd w:w="-12000" w:type="dxa"/>'), "V905", TERM_PLACE
    ),
    "cells far apart by the style": Case(
        style("PlanTable", "tblPr", '<w:tblCellSpacing w:w="4000" w:type="dxa"/>'), "V905", TERM_PLACE
    ),
    "a table from right to left by its style": Case(
        style("PlanTable", "tblPr", "<w:bidiVisual/>"), "V909", TERM_PLACE
    ),
    "a table of a style that floats": Case(
        style("PlanTable", "tblPr", '<w:tblpPr w:vertAnchor="page" w:tblpX="1" w:tblpY="1"/>'),
        "V909",
        TERM_PLACE,
    ),
    "exact rows by the style": Case(
        style("PlanTable", "trPr", '<w:trHeight w:val="20" w:hRule="exact"/>'), "V910", TERM_PLACE
    ),
    "cells merged on approval": Case(cell('<w:cellMerge w:id="1" w:vMerge="cont"/>'), "V910", TERM_PLACE),
    "white words of a formula": Case(
        formula('<m:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><m:t>{}</m:t></m:r>'), "V905", TERM_PLACE
    ),
    "words struck in a formula": Case(
        formula(
            '<m:borderBox><m:borderBoxPr><m:strikeH m:val="1"/></m:borderBoxPr><m:e><m:r><m:t>{}</m:t></m:r>'
            "</m:e></m:borderBox>"
        ),
        "V902",
        TERM_PLACE,
    ),
    "notes in other figures": Case(
        section('<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>'), "V910", "footnotePr"
    ),
    "pictures before items": Case(
        level('<w:lvlPicBulletId w:val="0"/>'), "V910", "мониторинг результативности", ARKHANGELSK
    ),
    "a picture in another drawing": Case(
        blip(
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="rId1"'
            ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"/></a:ext></a:extLst>'
        ),
        "V910",
        f"{CHAIN}: другой рисунок",
        ILLUSTRATED,
    ),
    "a picture cut by its line": Case(
        picture_line('<w:spacing w:line="60" w:lineRule="exact"/>'),
        "V910",
        f"{CHAIN}: рисунка из плана в документе нет",
        ILLUSTRATED,
    ),
    "a picture larger than its page": Case(
        picture_set(f"{WP}extent", cx="90000000", cy="90000000"),
        "V910",
        f"{CHAIN}: другой рисунок",
        ILLUSTRATED,
    ),
    "a picture with soft edges": Case(
        picture_within(f"{PIC}spPr", '<a:effectLst><a:softEdge rad="9000000"/></a:effectLst>'),
        "V910",
        f"{CHAIN}: другой рисунок",
        ILLUSTRATED,
    ),
    "a corner of a picture": Case(
        picture_within(f"{A}stretch", '<a:fillRect l="-500000" t="-500000"/>'),
        "V910",
        f"{CHAIN}: другой рисунок",
        ILLUSTRATED,
    ),
    "a picture in the form of a line": Case(
        picture_set(f"{A}prstGeom", prst="line"), "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED
    ),
    "a picture that is fetched as well": Case(
        picture_set(f"{A}blip", **{f"{R}link": "rId1"}), "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED
    ),
    "a title of a picture": Case(
        picture_set(f"{WP}docPr", title="Схема отменена"), "V902", f"{CHAIN}, описание", ILLUSTRATED
    ),
    "a note under another mark": Case(note_of_its_own, "V902", "Оповещение начинает", ILLUSTRATED),
    "an empty frame over the words": Case(
        lambda package: package.paragraph(CONTROL).addprevious(
            xml(
                '<w:p><w:pPr><w:framePr w:w="9000" w:h="9000" w:hRule="exact" w:wrap="none" w:y="1"/>'
                '<w:shd w:val="clear" w:fill="FFFFFF"/></w:pPr></w:p>'
            )
        ),
        "V910",
        "фигуры 1",
    ),
    "lines through a cell": Case(
        cell('<w:tcBorders><w:tl2br w:val="single" w:sz="12"/></w:tcBorders>'), "V906", TERM_PLACE
    ),
    "lines through cells by the style": Case(
        conditional("band1Horz", '<w:tcPr><w:tcBorders><w:tr2bl w:val="single"/></w:tcBorders></w:tcPr>'),
        "V906",
        TERM_PLACE,
    ),
    "lines through a paragraph": Case(
        paragraph_looking(CONTROL, '<w:tabs><w:tab w:val="bar" w:pos="600"/></w:tabs>'), "V910", CONTROL_PLACE
    ),
    "a picture beyond the page": Case(picture_away, "V910", f"{CHAIN}: другой рисунок", ILLUSTRATED),
}
"""Told as errors."""

BESIDE: dict[str, Case] = {
    "clauses in one line": Case(merged_paragraphs, "V912", "(абзацы)"),
    "a link to another place": Case(linked("https://example.org/x"), "V913", "https://example.org/x"),
    "a link by a field": Case(
        wrapped(TERM, '<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/x&quot; "/>'),
        "V913",
        "https://example.org/x",
    ),
    "a link that leads to another clause": Case(link_redirected, "V913", "пункт_4"),
    "no description": Case(described(""), "V913", "описан", ILLUSTRATED),
    "protection": Case(
        setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'), "V913", "защищён"
    ),
    "a template of another address": Case(
        external("attachedTemplate", "https://example.org/t.dotm", "word/settings.xml"),
        "V913",
        "https://example.org/t.dotm",
    ),
    "a source of a mailing": Case(
        external("mailMergeSource", "file:///c:/list.xlsx", "word/settings.xml"), "V913", "list.xlsx"
    ),
    "a hint at a link": Case(hinted, "V913", "Не исполнять"),
    "a picture that leads away": Case(picture_linked, "V913", "https://example.org/x", ILLUSTRATED),
    "a typeface that nobody knows": Case(
        looking(TERM, '<w:rFonts w:ascii="Code 39" w:hAnsi="Code 39"/>'), "V913", "Code 39"
    ),
    "a frame of another page": Case(
        external("frame", "https://example.org/f"), "V913", "https://example.org/f"
    ),
}
"""Told as notes: paper does not show them."""


def saved_by_word(package: Package) -> None:
    """What Word writes into a document that it saves: sessions, languages, hints, compatibility."""
    for each in package.tree().iter(f"{W}p"):
        each.set(f"{W}rsidR", "00A12345")
        add_properties(each, '<w:rPr><w:lang w:val="ru-RU"/></w:rPr>')
    for each in package.tree().iter(f"{W}r"):
        if each.find(f"{W}t") is not None:
            add_properties(
                each,
                '<w:rFonts w:eastAsia="Times New Roman" w:cs="Times New Roman"/>',
                '<w:kern w:val="0"/>',
                '<w:szCs w:val="28"/>',
                '<w14:ligatures w14:val="none"/>',
            )
    section('<w:docGrid w:linePitch="360"/>', '<w:cols w:space="708"/>', '<w:pgNumType w:start="1"/>')(
        package
    )
    setting(
        '<w:proofState w:spelling="clean" w:grammar="clean"/>',
        '<w:rsids><w:rsidRoot w:val="00A12345"/></w:rsids>',
        '<m:mathPr><m:mathFont m:val="Cambria Math"/></m:mathPr>',
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
        ' w:accent2="accent2" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>',
        "<w:shapeDefaults/>",
        '<w14:docId w14:val="12345678"/>',
        "<w:footnotePr/>",
        "<w:endnotePr/>",
    )(package)


def in_per_cent(package: Package) -> None:
    """As a table is that is as wide as its window."""
    table('<w:tblW w:w="5000" w:type="pct"/>', '<w:tblLayout w:type="autofit"/>')(package)
    for width in package.table(MEASURES).iter(f"{W}tcW"):
        width.set(f"{W}type", "pct")
        width.set(f"{W}w", "1000")


def column_drawn_in(package: Package) -> None:
    """The column of terms, half as wide as it was, and its neighbour wider by that."""
    for each in package.table(MEASURES).iter(f"{W}tr"):
        widths = [width for cell in each.findall(f"{W}tc")[1:3] for width in cell.iter(f"{W}tcW")]
        if len(widths) == 2:
            first, second = (int(width.get(f"{W}w")) for width in widths)
            widths[0].set(f"{W}w", str(first + second // 2))
            widths[1].set(f"{W}w", str(second - second // 2))


READABLE: dict[str, Edit] = {
    "as wide as the window": in_per_cent,
    "a narrower column": column_drawn_in,
    "a table as wide as the margins": table('<w:tblInd w:w="-1000" w:type="dxa"/>'),
    "lying pages": page("pgSz", is_upright=True, w="16838", h="11906", orient="landscape"),
    "a row of a centimetre": lambda package: add_properties(
        package.table(MEASURES).find(f"{W}tr"), '<w:trHeight w:val="567" w:hRule="atLeast"/>'
    ),
    "one and a half": paragraph_looking(CONTROL, '<w:spacing w:line="360" w:lineRule="auto"/>'),
    "lines drawn together": paragraph_looking(CONTROL, '<w:spacing w:line="216" w:lineRule="auto"/>'),
    "small": looking(TERM, '<w:sz w:val="16"/>'),
    "large": looking(CONTROL, '<w:sz w:val="48"/>'),
    "blue and underlined": looking(TERM, '<w:color w:val="0000FF"/>', '<w:u w:val="single"/>'),
    "in another hand": looking(TERM, '<w:rFonts w:ascii="PT Astra Serif" w:hAnsi="PT Astra Serif"/>'),
    "a coloured theme": looking(TERM, '<w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/>'),
    "a heading in a cell turned": cell_looking(
        MEASURES, "№\u00a0п/п", 0, '<w:textDirection w:val="btLr"/>', '<w:vAlign w:val="center"/>'
    ),
    "saved by Word": saved_by_word,
    "wider margins": page("pgMar", left="1985", right="851", top="1418", is_upright=True),
    "Letter": page("pgSz", is_upright=True, w="12240", h="15840"),
    "a light table": both(table('<w:shd w:val="clear" w:color="auto" w:fill="EEECE1"/>'), black_letters),
    "dotted cells": both(cell('<w:shd w:val="pct10" w:color="000000" w:fill="FFFFFF"/>'), black_letters),
    "a cell with margins": cell(
        '<w:tcMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tcMar>'
    ),
    "an exact line": paragraph_looking(CONTROL, '<w:spacing w:line="320" w:lineRule="exact"/>'),
    "an exact row with room": row('<w:trHeight w:val="3000" w:hRule="exact"/>'),
    "no autofit": table('<w:tblLayout w:type="fixed"/>'),
    "a table a little to the left": table('<w:tblInd w:w="-108" w:type="dxa"/>'),
    "an indent a little out": paragraph_looking(CONTROL, '<w:ind w:left="-284" w:right="-284"/>'),
    "condensed": looking(TERM, '<w:spacing w:val="-20"/>'),
    "set apart": looking(TERM, '<w:spacing w:val="60"/>'),
    "capitals": looking(TERM, "<w:caps/>"),
    "hyphens allowed": setting('<w:autoHyphenation w:val="1"/>'),
    "a border": paragraph_looking(CONTROL, '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>'),
    "not parted": paragraph_looking(CONTROL, "<w:keepLines/>", "<w:widowControl/>"),
    "two columns": page("cols", num="2", space="708", is_upright=True),
}
"""What leaves every word to be read, and is not told."""
