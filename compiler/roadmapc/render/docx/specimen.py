"""Orders that use every field of a template, to try templates with; no text of theirs is met by chance.

No real one both quotes rows and has a history.
"""

from dataclasses import replace

from roadmapc.model.act import ActKind
from roadmapc.render.document import view
from roadmapc.text.blocks import Block, BlockKind

_SIGNER = view.SignatureView("Начальник управления образования", "А. Б. Образцова")
_MARK = ("Приложение", "к приказу управления образования", "от 01.09.2025 № 4821")
_COLUMNS = (view.ColumnView("number", "№ п/п"), view.ColumnView("measure", "Мероприятие"))
_ROW = view.MeasureRow(((Block(BlockKind.PARAGRAPH, "1"),), (Block(BlockKind.PARAGRAPH, "Отчёт"),)))
_HISTORY = view.NoteView((view.NoteWords("(в ред. приказа от 01.10.2025 № 2)", ""),))
_NOTE = view.NoteView((view.NoteWords("(п. 1 в ред. приказа от 01.10.2025 № 2)", ""),))

SPECIMEN = view.OrderView(
    is_draft=True,
    kind=ActKind.ORDER,
    head=("Администрация города Образцовска", "Управление образования"),
    date="01.09.2025",
    number="4821",
    place="г. Образцовск",
    title="Об утверждении плана мероприятий",
    preamble="В целях проверки шаблона",
    verb="приказываю",
    clauses=(
        *(view.ParagraphView(kind, "1.", "Утвердить план.") for kind in view.ParagraphKind),
        view.QuoteView(_COLUMNS, (_ROW,)),
        _NOTE,
    ),
    signatures=(_SIGNER,),
    executor_mark=("Образцова Анна Борисовна", "8 (000) 000-00-00"),
    distribution=(view.CopiesView("в дело", "1 экз."),),
    appendices=(
        view.AppendixView(_MARK, "План мероприятий", (view.MeasuresView(_COLUMNS, (_ROW,)),)),
        view.AppendixView(_MARK, "Сведения", (view.HeadingView("Сведения"),)),
    ),
    approval=(_SIGNER,),
    acquaintance=(_SIGNER,),
    author="Управление образования",
    created="2025-09-01T00:00:00Z",
    digest="",
    amendments=(_HISTORY,),
)
"""A draft, with all that an order may have."""
SPECIMENS = (SPECIMEN, replace(SPECIMEN, is_draft=False), replace(SPECIMEN, preamble="", verb="Приказываю"))
"""It, the same order registered, and one without a preamble: some words are printed only for one of them."""
