"""The same orders in what is no DOCX: pages of old sites, files of legal databases, other offices."""

import shutil
import subprocess
import tempfile
import textwrap
from collections.abc import Iterator
from html import escape
from pathlib import Path

from content import Appendix, Cells, Content, Head, Heading, Line, Section, Sheet
from typist import Hand, spaced, typed_date


def converted(content: bytes, form: str) -> bytes:
    """A DOCX as LibreOffice writes it in another format: `odt`, `rtf`, `doc`, `docx`."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "order.docx"), Path(folder, "out")
        source.write_bytes(content)
        filters = {"doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML", "rtf": "rtf:Rich Text Format"}
        profile = Path(tempfile.gettempdir(), "roadmapc-papers-office").as_uri()
        command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to"]
        command += [filters.get(form, form), "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (out / f"order.{form}").read_bytes()


# Lines that all of the plain forms share


def opening(content: Content, hand: Hand) -> Iterator[tuple[str, str]]:
    """Alignment and words of the lines above the clauses."""
    for line in content.head:
        yield "center", line
    if content.kind:
        kind = content.kind.upper()
        yield "center", spaced(kind) if hand.kind == "spaced" else kind
        day, number = typed_date(content.date, hand.date), hand.number.format(content.number)
        if hand.requisites == "one":
            yield "center", f"{'' if day.startswith('от') else 'от '}{day} {number}"
        else:
            yield "", f"{day}    {number}"
        if content.place:
            yield "", content.place
    if content.title:
        yield "center", content.title
    if content.preamble or content.verb:
        verb = spaced(content.verb) if hand.verb == "spaced" else content.verb
        yield "both", f"{content.preamble} {verb}".strip() + ":"


def closing(content: Content) -> Iterator[tuple[str, str]]:
    for post, name in content.signatures:
        yield "", f"{post}          {name}"
    for line in (*content.executor, *content.distribution):
        yield "", line


# HTML


def html(content: Content, hand: Hand, charset: str = "cp1251") -> bytes:
    """A page of a municipal site: everything inside of a layout table, beside a menu."""
    blocks = [_html_line(align, text) for align, text in opening(content, hand)]
    blocks += [_html_line("both", line.words) for line in content.clauses]
    blocks += [_html_line(align, text) for align, text in closing(content)]
    for appendix in content.appendices:
        blocks += _html_appendix(appendix)
    inside = "\n".join(blocks)
    name = {"cp1251": "windows-1251", "utf-8": "utf-8"}[charset]
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={name}">'
        f"<title>Документы</title><style>p {{margin: 0}}</style></head><body>"
        '<table width="100%"><tr><td colspan="2"><!-- шапка --></td></tr><tr><td valign="top"></td><td>'
        f"{inside}</td></tr></table></body></html>"
    )
    return page.encode(charset, "xmlcharrefreplace")


def _html_line(align: str, text: str) -> str:
    words = (
        escape(text, quote=False)
        .replace("    ", " &nbsp; &nbsp;")
        .replace("«", "&laquo;")
        .replace("»", "&raquo;")
    )
    return f'<p align="{align}">{words}</p>' if align else f"<p>{words}<br></p>"


def _html_appendix(appendix: Appendix) -> Iterator[str]:
    yield f'<div align="right">{"<br>".join(map(escape, appendix.mark))}</div>'
    yield f'<h3 align="center">{escape(appendix.title, quote=False)}</h3>'
    for part in appendix.parts:
        match part:
            case Heading(text):
                yield f"<p align=center><b>{escape(text, quote=False)}</b></p>"
            case Line():
                yield _html_line("both", part.words)
            case Sheet():
                yield _html_sheet(part)
                yield from (_html_line("", note) for note in part.notes)


def _html_sheet(sheet: Sheet) -> str:
    rows = list(_html_heads(sheet.heads, max((head.depth for head in sheet.heads), default=0)))
    for each in sheet.rows:
        if isinstance(each, Section):
            rows.append(f'<td colspan="{sheet.width}"><b>{escape(each.text, quote=False)}</b></td>')
        else:
            rows.append("".join(_html_cell(text) for text in each))
    return f'<table border="1" cellspacing="0">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _html_heads(heads: tuple[Head, ...], depth: int) -> Iterator[str]:
    level = heads
    for left in range(depth, 0, -1):
        yield "".join(
            f'<th colspan="{len(head.leaves)}" rowspan="{1 if head.columns else left}">{escape(head.text)}'
            for head in level
        )
        level = tuple(column for head in level for column in head.columns)


def _html_cell(text: str) -> str:
    lines = "<br>".join(escape(line, quote=False) for line in text.split("\n"))
    return f"<td>{lines or '&nbsp;'}</td>"


# Plain text

_POOR = str.maketrans(
    {"«": '"', "»": '"', "„": '"', "“": '"', "–": "-", "—": "-", "\u202f": " ", "\u2011": "-"}
)
"""What code page 866 has no character for."""


def boxed_text(content: Content, hand: Hand, charset: str = "cp866") -> bytes:
    """As a legal database of the nineties exports it: 76 columns, wide tables of box characters."""
    lines: list[str] = []
    for align, text in opening(content, hand):
        lines += _wrapped(text, align)
        lines.append("")
    for line in content.clauses:
        lines += _wrapped(line.words, "both")
    lines.append("")
    lines += [text for _, text in closing(content)]
    for appendix in content.appendices:
        lines += ["", ""]
        lines += [line.rjust(76) for line in appendix.mark]
        lines.append("")
        lines += _wrapped(appendix.title, "center")
        lines.append("")
        for part in appendix.parts:
            match part:
                case Sheet():
                    lines += _boxed(part)
                    lines += [*part.notes, ""]
                case Heading(text):
                    lines += ["", *_wrapped(text, "center"), ""]
                case _:
                    lines += _wrapped(part.words, "both")
    text = "\r\n".join(lines) + "\r\n"
    return text.translate(_POOR if charset == "cp866" else {}).encode(charset)


def _wrapped(text: str, align: str) -> list[str]:
    if align == "center":
        return [line.center(76).rstrip() for line in textwrap.wrap(text, 60, break_on_hyphens=False)]
    return textwrap.wrap(text, 76, initial_indent="     " if align == "both" else "", break_on_hyphens=False)


def _boxed(sheet: Sheet) -> list[str]:
    """Rows between rules, cells wrapped to their columns."""
    count = sheet.width
    texts = [sheet.headings, *(row for row in sheet.rows if not isinstance(row, Section))]
    widths = [
        max(len(word) for cell in column for word in ("", *cell.split()))
        for column in zip(*texts, strict=True)
    ]
    widths = [max(width, 5 if at == 0 else (70 - count) // count) for at, width in enumerate(widths)]
    lines = [_rule("┌┬┐", widths)]
    rows: list[Section | Cells] = [sheet.headings] if sheet.heads else []
    for at, each in enumerate((*rows, *sheet.rows)):
        if at:
            lines.append(_rule("├┼┤", widths))
        if isinstance(each, Section):
            inner = sum(widths) + count - 1
            lines += [f"│{line:<{inner}}│" for line in textwrap.wrap(each.text, inner)]
            continue
        cells = [
            [
                part
                for line in text.split("\n")
                for part in textwrap.wrap(line, width, break_on_hyphens=False) or [""]
            ]
            for text, width in zip(each, widths, strict=True)
        ]
        for height in range(max(map(len, cells))):
            parts = (
                f"{cell[height] if height < len(cell) else '':<{width}}"
                for cell, width in zip(cells, widths, strict=True)
            )
            lines.append(f"│{'│'.join(parts)}│")
    return [*lines, _rule("└┴┘", widths)]


def _rule(corners: str, widths: list[int]) -> str:
    left, middle, right = corners
    return left + middle.join("─" * width for width in widths) + right


def tabbed_text(content: Content, hand: Hand, charset: str = "utf-8") -> bytes:
    """As Word saves plain text: a paragraph a line, cells behind tabs, breaks of cells lost to spaces."""
    lines = [text for _, text in opening(content, hand)]
    lines += [line.words for line in content.clauses]
    lines += [text for _, text in closing(content)]
    for appendix in content.appendices:
        lines += ["", *appendix.mark, "", appendix.title, ""]
        for part in appendix.parts:
            match part:
                case Sheet():
                    rows = [part.headings] if part.heads else []
                    for each in (*rows, *part.rows):
                        cells = (each.text,) if isinstance(each, Section) else each
                        lines.append("\t".join(cell.replace("\n", " ") for cell in cells))
                    lines += part.notes
                case Line():
                    lines.append(part.words)
                case Heading(text):
                    lines.append(text)
    return ("\r\n".join(lines) + "\r\n").encode(charset)
