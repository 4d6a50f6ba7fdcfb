"""What is said of answered findings and of orders printed too early; a query has its code in its rule."""

from roadmapc.diagnostics.code import About, Code, Severity

ALLOW_WITHOUT_REASON = Code(
    "Y121",
    "allow-without-reason",
    Severity.WARNING,
    """Замечание снято без причины.

Почему    Через год никто не вспомнит, почему с этим согласились, а проверять придётся заново.
Плохо     # roadmapc: allow D341
Хорошо    # roadmapc: allow D341 – контрольные даты назначит департамент
Основание соглашение roadmapc
""",
)
UNUSED_ALLOW = Code(
    "Y122",
    "unused-allow",
    Severity.WARNING,
    """Снимать здесь нечего.

Почему    Замечания с таким кодом в этом месте нет: его исправили, код написан с ошибкой или это ошибка,
          а ошибки не снимаются. Забытая отметка скроет следующее замечание.
Плохо     отметка «allow», оставшаяся у исправленного срока
Хорошо    строка без отметки
Основание соглашение roadmapc
""",
)
UNFILLED = Code(
    "T990",
    "final-unfilled",
    Severity.ERROR,
    """Приказ с датой и номером не дописан.

Почему    Дата и номер делают проект приказом. Подписанный приказ с «____» или «TODO» исполнить нельзя,
          а исправить его можно только другим приказом.
Плохо     number: 168 и рядом «# TODO: подтвердить срок»
Хорошо    number: 168, когда всё вписано и подтверждено
Основание ГОСТ Р 7.0.97: регистрируют подписанный документ
""",
    about=About.ACT,
)
