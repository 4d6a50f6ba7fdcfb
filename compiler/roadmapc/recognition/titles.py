"""The title under the mark of an appendix: lines that go on, as far as the body."""

import re
from collections.abc import Sequence

from roadmapc.incoming.blocks import Alignment, Block, Paragraph, Table
from roadmapc.recognition.clauses import numbered
from roadmapc.recognition.lines import Line, collapsed, lines_of

TITLE_WORD = re.compile(
    r"(?:план|состав|перечень|положение|порядок|концепция|форма|смета|график|паспорт|дорожная карта|схема"
    r"|список|мероприятия|комплекс|регламент|программа|показатели|реестр|инструкция|сведения|заявка|отч[её]т"
    r"|правила|анкета"
    r"|муниципальн\w+ программа|расписание|целевые показатели|критерии|методика|задание)(?![а-яё])",
    re.IGNORECASE,
)
"""With what the names of appendices begin."""
_UNITS = re.compile(r"\(\s*(?:в\s)?(?:тыс|млн|руб|ед)", re.IGNORECASE)
_BLANK = re.compile(r"_{3,}")
_LETTERS = re.compile(r"[^0-9a-zа-яё]+")
_PREPOSITIONS = frozenset(
    ("в", "во", "на", "по", "с", "со", "о", "об", "для", "к", "от", "до", "за", "при", "и")
)
"""Words with which a line goes on whatever its capitals."""
_OPEN_END = re.compile(
    r"(?:№|[-–—,:]|\s(?:и|в|во|на|по|с|со|о|об|для|к|от|до|из|за|при|г\.|им\.))$", re.IGNORECASE
)
_JOINT = 16
"""Letters on both sides of a break by which a name is known again."""
_ROOT = 4
"""Letters by which a word is known again."""
_LONG, _SENTENCE = 800, 260
"""Characters: of a whole title; of a line that is no sentence yet."""


def title_of(blocks: Sequence[Block], known: str) -> tuple[tuple[Line, ...], Sequence[Block]]:
    """The lines of the title and what stands under it; `known` are the texts that name appendices."""
    named = _letters(known)
    lines: list[Line] = []
    first: Paragraph | None = None
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table) or block.label or numbered(block.text.strip()):
            break
        text = collapsed(block.text)
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if first is None:
            if not _begins(block, text, after, named):
                break
            first = block
        elif not _goes_on(first, block, lines, text, named):
            break
        lines += lines_of([block], at)
        at += 1
    return tuple(lines), blocks[at:]


def _begins(block: Paragraph, text: str, after: Block | None, named: str) -> bool:
    """Whether a title begins: a line that stands out, that names a thing, or over a table."""
    if _BLANK.search(text) or _UNITS.match(text):
        return False
    if _letters(text) in named and len(text) > 3:
        return True
    if text.endswith((".", ";", ":")) and not text.endswith(("г.", "гг.")) and len(text) > _SENTENCE // 2:
        return False
    is_out = block.alignment is Alignment.CENTRE or block.is_bold
    return len(text) < _SENTENCE * 2 and (
        is_out or bool(TITLE_WORD.match(text)) or isinstance(after, Table) or len(text) < _SENTENCE
    )


def _goes_on(first: Paragraph, block: Paragraph, lines: list[Line], text: str, named: str) -> bool:
    """Whether a line belongs to the title that has begun."""
    so_far = " ".join(line.text for line in lines)
    if _BLANK.search(text) or _UNITS.match(text) or len(so_far) + len(text) > _LONG:
        return False
    if _is_joint(so_far, text, named) or _is_cut(so_far):
        return True
    if first.alignment is Alignment.CENTRE and block.alignment is not Alignment.CENTRE:
        return False
    if text.endswith((".", ";", ":")) and not text.endswith(("г.", "гг.")):
        return False
    if TITLE_WORD.fullmatch(so_far) and not TITLE_WORD.match(text):  # «ПЛАН» of what
        return True
    return (
        text.split(maxsplit=1)[0].lower() in _PREPOSITIONS
        or text[0].islower()
        or text[0] in '(«"'
        or bool(re.match(r"20\d\d\s*[-–]\s*20\d\d", text))
        or so_far.endswith("-")
    )


def _is_joint(before: str, after: str, named: str) -> bool:
    """Whether the act names the thing in words that go on over the two lines."""
    end, start = _letters(before)[-_JOINT:], _letters(after)[:_JOINT]
    if len(end) < _JOINT:  # «План работы» was declined, its last word was not
        end, start = _letters(before.rsplit(maxsplit=1)[-1]), _letters(after.split(maxsplit=1)[0])
    return len(end) > _ROOT and len(start) > _ROOT and end + start in named


def _is_cut(line: str) -> bool:
    """Whether a line cannot be the last of a title: after a preposition, inside quotes or brackets."""
    is_open = any(line.count(first) > line.count(last) for first, last in ("«»", "()"))
    return is_open or bool(_OPEN_END.search(line))


def _letters(text: str) -> str:
    return _LETTERS.sub("", text.casefold().replace("ё", "е"))
