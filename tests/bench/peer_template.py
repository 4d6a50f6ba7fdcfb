"""The template that docxtpl renders: a landscape page with the measure table and its loops.

python tests/bench/peer_template.py TEMPLATE.docx
"""

import sys

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.table import Table

COLUMNS = 6


def main(path: str) -> None:
    """Write the template."""
    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    table = document.add_table(rows=1, cols=COLUMNS, style="Table Grid")
    for at, cell in enumerate(table.rows[0].cells):
        cell.text = f"{{{{ headings[{at}] }}}}"
    _action(table, "for section in sections")
    title = table.add_row().cells
    title[0].merge(title[-1]).text = "{{ section.title }}"
    _action(table, "for row in section.rows")
    for at, cell in enumerate(table.add_row().cells):
        cell.text = f"{{{{ row[{at}] }}}}"
    _action(table, "endfor")
    _action(table, "endfor")
    document.save(path)


def _action(table: Table, action: str) -> None:
    """A row that docxtpl replaces by the action."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    row.cells[0].text = f"{{%tr {action} %}}"


if __name__ == "__main__":
    main(sys.argv[1])
