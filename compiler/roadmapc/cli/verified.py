"""Findings of `roadmapc verify` in words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import assert_never

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diff.words import Segment
from roadmapc.render.changes.to_text import PLAIN, marked
from roadmapc.render.document.requisites import NUMBER_BLANK
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened
from roadmapc.verify import codes
from roadmapc.verify.findings import (
    Beside,
    Blemish,
    Discrepancy,
    Finding,
    Merger,
    Move,
    OtherPicture,
    Otherwise,
    Side,
    Unread,
    is_of_setting,
)
from roadmapc.verify.passage import Document
from roadmapc.wordprocessing.reading import Effect, Kind

_REGISTERED = "если документ уже зарегистрирован, повторите проверку с --number и --date"
_NOT_PRINTED = "напечатано не будет"
_EFFECTS: dict[Effect, tuple[Code, str]] = {
    Effect.STRUCK: (codes.STRUCK_OUT, "зачёркнуто"),
    Effect.HIDDEN: (codes.NOT_PRINTED, f"{_NOT_PRINTED} (скрытый текст)"),
    Effect.PALE: (codes.NOT_PRINTED, f"{_NOT_PRINTED} (буквы цвета бумаги)"),
    Effect.TINY: (codes.NOT_PRINTED, "прочитать нельзя (буквы слишком мелки, велики, слиты или разбросаны)"),
    Effect.CUT: (codes.NOT_PRINTED, f"{_NOT_PRINTED} целиком (не хватает высоты или ширины)"),
    Effect.OFF_PAGE: (codes.NOT_PRINTED, f"{_NOT_PRINTED} (за краем листа)"),
    Effect.COVERED: (codes.NOT_PRINTED, f"{_NOT_PRINTED} (ячейка объединена с соседней)"),
    Effect.RAISED: (codes.READ_OTHERWISE, "поднято над строкой"),
    Effect.LOWERED: (codes.READ_OTHERWISE, "опущено под строку"),
    Effect.SYMBOLS: (codes.READ_OTHERWISE, "напечатано шрифтом значков"),
    Effect.REVERSED: (codes.READ_OTHERWISE, "напечатано справа налево"),
    Effect.FLOATING: (
        codes.READ_OTHERWISE,
        "стоит отдельно от текста (рамка, надпись, плавающая таблица): закроет чужие слова или уйдёт с места",
    ),
    Effect.STRANGE: (codes.NOT_READ, "оформлено свойством, о котором программа ничего не знает"),
    Effect.COMPUTED: (codes.READ_OTHERWISE, "вычисляется при печати и будет другим"),
}
_KINDS = {
    Kind.PICTURE: "рисунки",
    Kind.CHART: "диаграммы",
    Kind.DIAGRAM: "схемы SmartArt",
    Kind.SHAPE: "фигуры",
    Kind.LINE: "линии",
    Kind.OBJECT: "вставленные объекты",
    Kind.INK: "рукописные пометки",
    Kind.FOREIGN: "вложенные документы",
    Kind.MACRO: "макросы",
    Kind.CHOICE: "слова не для всех программ",
    Kind.LINE_NUMBERS: "номера строк на полях",
    Kind.FONT: "шрифты, вложенные в документ",
    Kind.SETTING: "настройки",
}
_NO_ROOM = "на листе такого размера, с такими полями и колонками словам нет места; разделов"
_LEADS = {
    Kind.LINK: "«{0}» ведёт не туда, куда в плане: {1}",
    Kind.TYPEFACE: "слова набраны шрифтом «{1}», о котором программа не знает, буквы ли он печатает",
    Kind.OUTSIDE: "документ берёт что-то по адресу {1}",
    Kind.PROTECTED: "документ защищён от правки",
    Kind.PICTURE: "{0}: рисунок описан не так, как в плане: {1}",
}

_PLACES = 5
"""Of words to which one thing has happened."""
_SHOWN = 4
"""Names that a message lists."""
_PICTURES = {
    Side.PLAN: "рисунок, которого в плане нет; он не прочитан",
    Side.DOCUMENT: "рисунка из плана в документе нет",
    None: "другой рисунок или тот же, сохранённый заново: сравните глазами",
}
"""By the side that lacks it."""
_SMALL = "рисунок уменьшен больше чем вдвое: того, что на нём, не прочесть"


def diagnostic(found: Finding) -> Diagnostic:
    """A finding as users read it."""
    code, message = _told(found)
    words = found.words if isinstance(found, Discrepancy) else ()
    # in an appendix a blank is one of a form
    in_order = isinstance(found, Discrepancy) and not found.place.startswith("приложение")
    is_blank = in_order and any(NUMBER_BLANK in word.before and not word.is_same for word in words)
    return Diagnostic(code, message, None, (_REGISTERED,) if is_blank else ())


def in_short(findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """Without what is only typed otherwise; of words to which one thing has happened, the first places."""
    places: Counter[Effect] = Counter()
    for found in findings:
        if isinstance(found, Blemish):
            places[found.defect.effect] += 1
            if places[found.defect.effect] > _PLACES:
                continue
        if not isinstance(found, Otherwise):
            yield diagnostic(found)
    for effect, number in places.items():
        if number > _PLACES:
            code, what = _EFFECTS[effect]
            more = counted(number - _PLACES, "месте", "местах", "местах")
            yield Diagnostic(code, f"ещё в {more}: {what}; показать все: --details", None)


def _told(found: Finding) -> tuple[Code, str]:
    """One answer a kind of finding, in the order in which they are declared."""
    match found:
        case Discrepancy(place, words, side):
            told = _shown(words) if side is None else f"в {side} такой строки нет"
            answer = codes.OTHER_WORDS, f"{place}: {told}"
        case Move():
            answer = codes.MOVED, _moved(found)
        case Merger(place, is_joined):
            done = "объединена с соседней" if is_joined else "больше не объединена с соседней"
            answer = codes.MERGED, f"{place}: ячейка {done}"
        case Blemish(place, (effect, text)):
            code, what = _EFFECTS[effect]
            answer = code, f"{place}: «{shortened(text, 80)}» – {what}"
        case Otherwise(place, manners, words):
            shown = f"{_shown(words)} " if words else ""
            answer = codes.TYPED_OTHERWISE, f"{place}: {shown}({', '.join(manners)})"
        case Unread() | OtherPicture() | Beside():
            answer = _of_thing(found)
        case _:
            assert_never(found)
    return answer


def _of_thing(found: Unread | OtherPicture | Beside) -> tuple[Code, str]:
    """Of what is no text."""
    match found:
        case Unread(Kind.PAGE, number):
            answer = codes.NOT_PRINTED, f"{_NO_ROOM}: {number}"
        case Unread(kind, number, side, names):
            is_added = side is Side.PLAN
            what = (
                "не прочитано, в плане этого нет" if is_added else "в документе нет того, что есть в шаблоне"
            )
            named = f" ({listed(names, _SHOWN)})" if names else ""
            answer = codes.NOT_READ, f"{what}: {_KINDS[kind]} {number}{named}"
        case OtherPicture(place, missing, is_small):
            answer = codes.NOT_READ, f"{place}: {_SMALL if is_small else _PICTURES[missing]}"
        case Beside(kind, place, target):
            what = target or "описания нет"
            where = shortened(place, 60) or "…"
            answer = codes.BESIDE_PAPER, _LEADS[kind].format(where, shortened(what, 120))
    return answer


def of_another_plan() -> Diagnostic:
    """That a document has hardly a word of the plan."""
    message = "это документ другого плана: слова плана в нём почти не встречаются"
    hint = "назовите план, по которому он собран"
    return Diagnostic(codes.OTHER_DOCUMENT, message, None, (hint,))


def not_compared(returned: Document) -> Iterator[Diagnostic]:
    """What of a document has nothing in the plan to be compared with."""
    if returned.comments:
        quoted = ", ".join(f"«{shortened(each, 40)}»" for each in returned.comments[:3])
        message = f"не сравнивалось: примечания {len(returned.comments)} ({quoted})"
        yield Diagnostic(codes.NOT_COMPARED, message, None)
    if returned.revisions:
        message = f"исправления документа ({returned.revisions}) прочитаны как принятые"
        yield Diagnostic(codes.NOT_COMPARED, message, None)


def set_otherwise(findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """What of an act of others is set by means that our documents have not: its paper is as it is."""
    said = [diagnostic(each).message for each in findings if is_of_setting(each)]
    if said:
        message = (
            f"оформление чужого документа не сравнивалось, мест: {len(said)} ({shortened(said[0], 120)})"
        )
        yield Diagnostic(codes.NOT_COMPARED, message, None)


def _moved(found: Move) -> str:
    if found.origin:
        origin = found.origin.replace("-я графа", "-й графы").replace("графа ", "графы ")
        target = found.target.replace("-я графа", "-ю графу").replace("графа ", "графу ")
        return f"{found.place}: «{shortened(found.text, 60)}» переехало из {origin} в {target}"
    where = "" if found.target == found.place else f" – {found.target}"
    if found.text:
        return f"{found.place}: «{shortened(found.text, 60)}» переехало{where}"
    return f"{found.place}: стоит в другом месте{where}"


def _shown(words: tuple[Segment, ...]) -> str:
    return " ".join("".join(marked(word, PLAIN) for word in words).split())
