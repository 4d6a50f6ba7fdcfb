"""An order that uses every field of a template, to try templates with."""

from __future__ import annotations

from roadmapc.render.view import (
    AppendixView,
    ColumnView,
    CopiesView,
    HeadingView,
    MeasureRow,
    MeasuresView,
    OrderView,
    ParagraphKind,
    ParagraphView,
    SignatureView,
)
from roadmapc.text.blocks import Block, BlockKind

_SIGNER = SignatureView("Начальник управления образования", "А. Б. Образцова")
_MARK = ("Приложение", "к приказу управления образования", "от 01.09.2025 № 1")
_TABLE = MeasuresView(
    (ColumnView("number", "№ п/п"), ColumnView("measure", "Мероприятие")),
    (MeasureRow(((Block(BlockKind.PARAGRAPH, "1"),), (Block(BlockKind.PARAGRAPH, "Отчёт"),))),),
)

SPECIMEN = OrderView(
    is_draft=True,
    head=("Администрация города Образцовска", "Управление образования"),
    date="01.09.2025",
    number="1",
    place="г. Образцовск",
    title="Об утверждении плана мероприятий",
    preamble="В целях проверки шаблона",
    clauses=tuple(ParagraphView(kind, "1.", "Утвердить план.") for kind in ParagraphKind),
    signature=_SIGNER,
    executor_mark=("Образцова Анна Борисовна", "8 (000) 000-00-00"),
    distribution=(CopiesView("в дело", "1 экз."),),
    appendices=(
        AppendixView(_MARK, "План мероприятий", (_TABLE,)),
        AppendixView(_MARK, "Сведения", (HeadingView("Сведения"),)),
    ),
    approval=(_SIGNER,),
    acquaintance=(_SIGNER,),
    author="Управление образования",
    created="2025-09-01T00:00:00Z",
    digest="",
)
