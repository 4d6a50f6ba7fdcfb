"""python-docx alone: the measure table cell by cell.

python tests/bench/peer_python_docx.py TABLE.json OUT.docx
"""

import json
import sys
from pathlib import Path

from docx import Document


def main(table: str, out: str) -> None:
    """Write the table by the library's everyday calls."""
    content = json.loads(Path(table).read_text(encoding="utf-8"))
    document = Document()
    rows = document.add_table(rows=1, cols=len(content["headings"]), style="Table Grid")
    for cell, heading in zip(rows.rows[0].cells, content["headings"], strict=True):
        cell.text = heading
    for section in content["sections"]:
        cells = rows.add_row().cells
        cells[0].merge(cells[-1]).text = section["title"]
        for row in section["rows"]:
            for cell, text in zip(rows.add_row().cells, row, strict=True):
                cell.text = text
    document.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
