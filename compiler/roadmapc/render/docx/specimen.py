"""Orders that use every field of a template, to try templates with; no text of theirs is met by chance.

No real one both quotes rows and has a history.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from roadmapc.model.act import ActKind
from roadmapc.model.organisation import Letterhead
from roadmapc.render.document import view
from roadmapc.render.document.requisites_view import AgreementView, BlankView, CopiesView, SignatureView
from roadmapc.text.blocks import Block, BlockKind

_SIGNER = SignatureView("Начальник управления образования", "А. Б. Образцова")
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
    distribution=(CopiesView("в дело", "1 экз."),),
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
    blank=BlankView(
        Letterhead(
            address="ул. Образцовая, д. 1, г. Образцовск, 000000",
            second_address="1 Sample Street, Sampletown",
            phone="8 (000) 000-00-01",
            email="office@example.org",
            site="example.org",
            okpo="00000001",
            ogrn="1000000000009",
            inn="0000000000",
            kpp="000001001",
        ),
        ("Administration of Sampletown", "Board of Education"),
        "Order",
    ),
)
"""A draft, with all that an order may have."""
SPECIMENS = (SPECIMEN, replace(SPECIMEN, is_draft=False), replace(SPECIMEN, preamble="", verb="Приказываю"))
"""It, the same order registered, and one without a preamble: some words are printed only for one of them."""


_SITTING = "Первый созыв, десятое заседание"
_AGREEMENTS = (
    AgreementView("", "Председатель профсоюза", "В. Г. Примеров"),
    AgreementView("решением Совета родителей от 25.08.2025 № 3", "", ""),
)


def specimens(names: Collection[str], own: Iterable[str]) -> tuple[view.OrderView, ...]:
    """Trial orders for a template that uses fields of these names, and of its own these.

    What few orders have is asked of those templates alone that have a place for it; one without is refused
    when an order comes that has it.
    """
    words = tuple((name, f"слова поля {name}") for name in own)
    sitting = _SITTING if "sitting" in names else ""
    agreements = _AGREEMENTS if "agreements" in names else ()
    return tuple(replace(each, fields=words, sitting=sitting, agreements=agreements) for each in SPECIMENS)
