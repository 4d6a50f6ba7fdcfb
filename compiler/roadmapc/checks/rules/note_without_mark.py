"""Сноска под таблицей и знак сноски не нашли друг друга.

Почему    Читатель, встретив «<*>», ищет сноску под таблицей, а сноску без знака не к чему отнести. Обычно
          знак потеряли, когда переписывали ячейку.
Плохо     {measure: Закупить учебники <**>}
Хорошо    {measure: Закупить учебники <*>}
Основание обычай актов: «<*>» у слова и в начале сноски под таблицей
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import texts_of
from roadmapc.model.plan import Measures
from roadmapc.source.file import SourceFile
from roadmapc.text.regex import regex

_MARK = regex(r"<\*+>|(?<=[\w»)])\*+(?![\w*])")
_MARKED = ("columns", "sections", "total")
"""Fields of a table in which marks stand."""
_NOTE = regex(r"(<\*+>|\*+)\s")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Marks of a table without a note, then notes without a mark; «<*>» and «*» are one."""
    for appendix in subject.plan.appendices:
        for table in appendix.tables:
            yield from _of_table(table, subject.plan.file)


def _of_table(table: Measures, file: SourceFile) -> Iterator[Finding]:
    """Marks stand in heads of every level, in titles, rows and totals; notes begin with theirs."""
    notes = {found[1].strip("<>") for note in table.notes if (found := _NOTE.match(note))}
    met = set()
    written = file.text.find("*", table.origin.start, table.origin.end) >= 0
    marked = (node for field in _MARKED if written and (node := table.origin.get(field)))
    for _, node in (text for each in marked for text in texts_of(each)):
        for mark in _MARK.findall(node.text) if "*" in node.text else ():
            met.add(mark.strip("<>"))
            if mark.strip("<>") not in notes:
                hint = "допишите сноску в notes таблицы или уберите знак"
                yield Finding(f"под таблицей нет сноски «{mark}»", node.span, (hint,))
    for mark in sorted(notes - met):
        hint = "поставьте знак у слова, к которому относится сноска, или уберите его из сноски"
        yield Finding(f"сноска «{mark}» ни к чему не относится", table.origin.key_span("notes"), (hint,))


RULE = Rule(Code("T933", "note-without-mark", Severity.WARNING, __doc__), check)
