"""Notes of a consolidated edition in words."""

from collections.abc import Iterator, Sequence

from roadmapc.model.amendment import AmendingAct, Case, Manner, Touch, UnitName, listed, references
from roadmapc.model.history import Touches
from roadmapc.model.profile import Removal
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, TITLE
from roadmapc.render.view import ActView, NoteView, NoteWords
from roadmapc.text.letters import capital

ADDED = {
    ProvisionKind.CLAUSE: "пункт введён",
    ProvisionKind.APPENDIX: "приложение введено",
    ProvisionKind.SECTION: "раздел введён",
    ProvisionKind.MEASURE: "строка введена",
}
REPEALED = {
    ProvisionKind.CLAUSE: "Утратил силу",
    ProvisionKind.APPENDIX: "Утратило силу",
    ProvisionKind.SECTION: "Утратил силу",
    ProvisionKind.MEASURE: "Утратила силу",
}
EXCLUDED = "Исключена"
"""Of a row, where amending orders exclude rows."""
SUBJECTS = {TITLE: "наименование ", PREAMBLE: "преамбула "}
"""What a mark has to name, since it does not stand right under it."""
_INNER_QUOTES = str.maketrans("«»", "„“")
_TITLE_ALONE = ("title",)
"""Fields of an appendix or a section of which only the title was changed."""


def act_view(act: AmendingAct) -> ActView:
    """«Приказ от 01.02.2022 № 20 «О внесении изменений в приказ „Об утверждении …“»»."""
    title = f" «{act.title.translate(_INNER_QUOTES)}»" if act.title else ""
    return ActView(_key(act), capital(listed([act], Case.NOMINATIVE)) + title)


def history(acts: Sequence[AmendingAct]) -> NoteView:
    """«(в редакции приказов от 01.02.2022 № 20, от 03.05.2022 № 77)»."""
    return _bracketed(*_phrase("в редакции", acts, Case.GENITIVE))


def standing(unit: UnitName, touches: Touches) -> NoteView:
    """«(строка введена приказом от … № …; в ред. приказов от … № …, от … № …)»."""
    added = [act for act, touch in touches if touch.manner is Manner.ADDED]
    changed = [act for act, touch in touches if touch.manner is Manner.CHANGED]
    between = (NoteWords("; ", ""),) if added and changed else ()
    return _bracketed(
        *_phrase(ADDED.get(unit.kind, ""), added, Case.INSTRUMENTAL),
        *between,
        *_phrase(f"{_subject(unit, touches)}в ред.", changed, Case.GENITIVE),
    )


def gone(act: AmendingAct, touch: Touch, removal: Removal) -> NoteView:
    """«2.3. Утратила силу. – Приказ от 01.02.2022 № 20»; without the number for an appendix."""
    kind = touch.unit.kind
    number = "" if kind is ProvisionKind.APPENDIX else f"{touch.number}. "
    is_excluded = kind is ProvisionKind.MEASURE and removal is Removal.EXCLUDE
    verb = EXCLUDED if is_excluded else REPEALED[kind]
    named = NoteWords(capital(listed([act], Case.NOMINATIVE)), _key(act))
    return NoteView((NoteWords(f"{number}{verb}. – ", ""), named))


def _subject(unit: UnitName, touches: Touches) -> str:
    has_title = unit.kind in (ProvisionKind.APPENDIX, ProvisionKind.SECTION)
    if has_title and all(touch.fields == _TITLE_ALONE for _, touch in touches):
        return SUBJECTS[TITLE]
    return SUBJECTS.get(unit, "")


def _phrase(words: str, acts: Sequence[AmendingAct], case: Case) -> Iterator[NoteWords]:
    """Words with the acts that they are said of; nothing if there are none."""
    if acts:
        yield NoteWords(f"{words} ", "")
    for at, (text, act) in enumerate(references(acts, case)):
        if at:
            yield NoteWords(", ", "")
        yield NoteWords(text, _key(act))


def _bracketed(*words: NoteWords) -> NoteView:
    return NoteView((NoteWords("(", ""), *words, NoteWords(")", "")))


def _key(act: AmendingAct) -> str:
    return f"{act.kind.name.lower()}-{act.date:%Y-%m-%d}-{'-'.join(act.number.split())}"
