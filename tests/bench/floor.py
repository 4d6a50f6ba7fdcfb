"""The floor: the bytes that a build has written, deflated and written once more, and nothing else.

    python tests/bench/floor.py BUILD OUT

`BUILD` holds a build whose documents are already taken apart into folders: `order.docx/word/document.xml`.
"""

import os
import sys
from zipfile import ZIP_DEFLATED, ZipFile


def main(build: str, out: str) -> None:
    """Write a folder like `build`: its files as they are, its folders `*.docx` as archives."""
    os.makedirs(out)
    for name in sorted(os.listdir(build)):
        source, target = os.path.join(build, name), os.path.join(out, name)
        if name.endswith(".docx"):
            _archive(source, target)
        elif os.path.isdir(source):
            main(source, target)
        else:
            _copy(source, target)


def _archive(folder: str, target: str) -> None:
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for parent, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(parent, name)
                file.write(path, os.path.relpath(path, folder))


def _copy(source: str, target: str) -> None:
    with open(source, "rb") as file:
        content = file.read()
    with open(target, "wb") as file:
        file.write(content)


if __name__ == "__main__":
    main(*sys.argv[1:])
