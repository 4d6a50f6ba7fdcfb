"""Every printed word of every plan is traced to where it is written, but for those of the program itself."""

import re
from pathlib import Path

import pytest
from returned import GOOD, PLANS, read

from roadmapc.absorb.marks import marked
from roadmapc.absorb.printed_plan import document_units
from roadmapc.absorb.provenance import Written, provenance
from roadmapc.absorb.sources import Sources
from roadmapc.compiled import Compiled
from roadmapc.outputs import OutputOptions, document
from roadmapc.pipeline import compile_edition, compile_unchecked
from roadmapc.render.formats import DOCX
from roadmapc.source.file import SourceFile
from roadmapc.surroundings import Sources as Reading
from roadmapc.syntax.from_bytes import from_bytes

ALL = [*PLANS.glob("*.yaml"), *GOOD.glob("*.yaml")]
_WORD = re.compile(r"[А-ЯЁа-яё][а-яё]{2,}")


def printed(compiled: Compiled) -> bytes:
    built = document(compiled, OutputOptions((DOCX,)))
    assert built.value is not None
    return built.value


def sources_of(path: Path, compiled: Compiled) -> Sources:
    around = compiled.surroundings
    names = [str(path), compiled.plan.organisation.file.name, *(file.name for file in around.texts.values())]
    files = [from_bytes(name, around.sources[Path(name)]).value for name in names]
    return Sources([file for file in files if file is not None])


def traced(path: Path) -> tuple[Sources, tuple[tuple[Written, ...], ...]]:
    compiled = compile_edition(path).value
    assert compiled is not None
    sources = sources_of(path, compiled)
    marks = marked(sources.files, 1)
    files = [SourceFile(file.name, text) for file, text in zip(sources.files, marks.texts, strict=True)]
    given = Reading(given={Path(file.name): file.text.encode() for file in files})
    other = compile_unchecked(path, sources=given).value
    assert other is not None
    units, others = (document_units(read(printed(each))) for each in (compiled, other))
    return sources, provenance(units, others, marks, sources)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_letters_are_those_of_their_places(path: Path) -> None:
    sources, units = traced(path)
    told = 0
    for cell in (cell for unit in units for cell in unit):
        for letter, origin in zip(cell.text, cell.origins, strict=True):
            if origin is not None and letter.isalpha():
                assert sources.files[origin.file].text[origin.offset].casefold() == letter.casefold()
                told += 1
    assert told


OF_THE_PROGRAM = {
    "arkhangelsk-2021": "Приложение приказу приказываю",
    "minimal": "Исполнители Мероприятие Ожидаемый Приказываю Приложение Проект Срок приказу результат",
}


@pytest.mark.parametrize("name", OF_THE_PROGRAM)
def test_words_without_a_place_are_the_program_s(name: str) -> None:
    (path,) = (path for path in ALL if path.stem == name)
    _, units = traced(path)
    lost = {
        word[0]
        for unit in units
        for cell in unit
        for word in _WORD.finditer(cell.text)
        if all(origin is None for origin in cell.origins[word.start() : word.end()])
    }
    assert " ".join(sorted(lost)) == OF_THE_PROGRAM[name]
