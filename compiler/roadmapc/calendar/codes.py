"""What can be wrong with a file of the working calendar."""

from __future__ import annotations

from roadmapc.diagnostics.code import Code, Severity

IMPOSSIBLE_CALENDAR_DAY = Code(
    "D901",
    "impossible-calendar-day",
    Severity.ERROR,
    """Такого дня нет в году рабочего календаря.

Почему    Календарь ведётся по годам: день, которого не бывает или который принадлежит другому году,
          сдвинул бы сроки не там, где сказано в акте.
Плохо     в записи 2028 года: { from: 01.01.2028, to: 31.11.2028 }
Хорошо    в записи 2028 года: { from: 01.01.2028, to: 30.11.2028 }
Основание ст. 112 ТК РФ, часть 2: переносы – внутри календарного года
""",
)
MOVE_OF_NO_DAY_OFF = Code(
    "D902",
    "move-of-no-day-off",
    Severity.ERROR,
    """Переносится не выходной день или не на рабочий.

Почему    Перенос меняет местами выходной и рабочий день. Если переносить нечего или некуда,
          в записи опечатка, и рабочих дней в году станет больше или меньше, чем на самом деле.
Плохо     { from: 03.01.2028, to: 09.01.2028 }
Хорошо    { from: 08.01.2028, to: 10.01.2028 }
Основание ст. 112 ТК РФ, часть 5
""",
)
REPEATED_CALENDAR_ENTRY = Code(
    "D903",
    "repeated-calendar-entry",
    Severity.ERROR,
    """Год или день записан в рабочем календаре дважды.

Почему    Из двух записей пришлось бы молча выбрать одну.
Плохо     - year: 2028 и ниже ещё раз - year: 2028
Хорошо    одна запись 2028 года со всеми его переносами
Основание соглашение roadmapc
""",
)
REVERSED_PERIOD = Code(
    "D904",
    "reversed-calendar-period",
    Severity.ERROR,
    """Период рабочего календаря кончается раньше, чем начинается.

Почему    В таком периоде нет ни одного дня; скорее всего, дни переставлены местами.
Плохо     { first_day: 07.05.2021, last_day: 04.05.2021 }
Хорошо    { first_day: 04.05.2021, last_day: 07.05.2021 }
Основание соглашение roadmapc
""",
)

CODES = (IMPOSSIBLE_CALENDAR_DAY, MOVE_OF_NO_DAY_OFF, REPEATED_CALENDAR_ENTRY, REVERSED_PERIOD)
