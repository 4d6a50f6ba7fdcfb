"""docxtpl alone: the measure table by `{%tr for %}`, as its manual shows.

python tests/bench/peer_docxtpl.py TABLE.json TEMPLATE.docx OUT.docx
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def main(table: str, template: str, out: str) -> None:
    """Render the table into the template."""
    document = DocxTemplate(template)
    document.render(json.loads(Path(table).read_text(encoding="utf-8")))
    document.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
