"""What can be wrong with references and requisites."""

from roadmapc.diagnostics.code import Code, Severity

UNKNOWN_NAME = Code(
    "M401",
    "unknown-name",
    Severity.ERROR,
    """В справочнике нет такого имени.

Почему    Исполнитель берётся из справочника организации, чтобы один орган назывался одинаково во всех
          планах и его календарь был полон. Имя с опечаткой не принадлежит никому.
Плохо     executors: [departament]
Хорошо    executors: [department]
Основание схема организации: roadmapc schema organisation
""",
)
UNKNOWN_FIELD_OF_NAME = Code(
    "M402",
    "unknown-reference",
    Severity.ERROR,
    """Ссылка в тексте ведёт в никуда.

Почему    «{deputy.accusative}» подставляет слова из справочника. Если у лица или органа нет такого поля,
          подставить нечего, а в приказе остались бы фигурные скобки.
Плохо     {deputy.acusative}
Хорошо    {deputy.accusative}
Основание схема организации: roadmapc schema organisation
""",
)
DUPLICATE_ID = Code(
    "M403",
    "duplicate-id",
    Severity.ERROR,
    """Постоянное имя уже занято.

Почему    По постоянному имени календари узнают свои события, а сравнение версий – мероприятия.
          Два мероприятия с одним именем слились бы в одно.
Плохо     два мероприятия с id: report
Хорошо    id: report-schools и id: report-kindergartens
Основание соглашение roadmapc
""",
)
IMPOSSIBLE_REQUISITE_DATE = Code(
    "M404",
    "impossible-requisite-date",
    Severity.ERROR,
    """Такого дня в календаре нет.

Почему    Документ с датой, которой не бывает, не зарегистрируют, а сроки от неё не отсчитать.
Плохо     date: 31.11.2021
Хорошо    date: 30.11.2021
Основание ГОСТ Р 7.0.97, реквизит «дата документа»
""",
)
UNREADABLE_PERIOD = Code(
    "M405",
    "unreadable-period",
    Severity.ERROR,
    """Срок действия плана не прочитан.

Почему    На этот срок разворачиваются все мероприятия, в которых год не назван.
Плохо     period: пять лет
Хорошо    period: 2021-2025
Основание соглашение roadmapc
""",
)
FILE_REFERENCE = Code(
    "M406",
    "file-reference",
    Severity.ERROR,
    """Файл, на который ссылается план, прочитать нельзя.

Почему    План читается вместе со справочником организации. Справочник лежит рядом с планом или в папке
          ниже: путь наружу («..», «/») сделал бы план непереносимым и открыл чужие файлы.
Плохо     organisation: ../../common.yaml
Хорошо    organisation: organisations/arkhangelsk.yaml
Основание соглашение roadmapc
""",
)
UNDECLARED_COLUMN = Code(
    "M407",
    "undeclared-column",
    Severity.ERROR,
    """Содержание есть, а графы для него нет.

Почему    Что написано в плане, но не попало ни в одну графу таблицы, в приказе пропадёт.
Плохо     result у мероприятия при columns без графы result
Хорошо    columns с графой result: Ожидаемый результат
Основание соглашение roadmapc
""",
)
MISSING_FORM = Code(
    "M408",
    "missing-form",
    Severity.ERROR,
    """В справочнике нет слов, которые нужны документу.

Почему    Должность печатается в подписи, родительный падеж – в отметке о приложении: «к приказу
          директора департамента». Без них документ не оформить, а угадывать падежи нельзя.
Плохо     подписывает лицо, у которого записано одно имя
Хорошо    post: директор департамента образования
Основание ГОСТ Р 7.0.97, реквизиты «подпись» и «отметка о приложении»
""",
)

EMPTY_APPENDIX = Code(
    "M409",
    "empty-appendix",
    Severity.ERROR,
    """В приложении ничего нет.

Почему    Приложение с одним заголовком печатать незачем: скорее всего, его содержание потерялось.
Плохо     приложение из id и title
Хорошо    приложение с разделами (sections) или частями (parts)
Основание соглашение roadmapc
""",
)
RAGGED_TABLE = Code(
    "M410",
    "ragged-table",
    Severity.ERROR,
    """В строке таблицы не столько ячеек, сколько граф.

Почему    Если ячейка пропущена, все следующие сдвинутся под чужие заголовки.
Плохо     строка из двух ячеек в таблице из трёх граф
Хорошо    ["доля школ, %", "", "8"]
Основание соглашение roadmapc
""",
)
CALENDAR_WITH_CONTENT = Code(
    "M412",
    "calendar-with-content",
    Severity.ERROR,
    """У календарного плана есть своё содержание.

Почему    Календарный план собирается из сроков остальных приложений и пунктов приказа. Строки,
          записанные в нём самом, разошлись бы с планом при первой же поправке.
Плохо     приложение с kind: calendar и sections
Хорошо    приложение из id, title и kind: calendar
Основание соглашение roadmapc
""",
)
EMPTY_QUOTE = Code(
    "M413",
    "empty-quote",
    Severity.ERROR,
    """В кавычках нет ни одной строки.

Почему    Пункт приказа о внесении изменений излагает строки плана в новой редакции; без строк он не говорит
          ничего.
Плохо     quoted с разделом без заголовка и без мероприятий
Хорошо    quoted, в разделе которого есть мероприятие
Основание правила внесения изменений в правовые акты: новая редакция приводится в кавычках
""",
)

CODES = (
    UNKNOWN_NAME,
    UNKNOWN_FIELD_OF_NAME,
    DUPLICATE_ID,
    IMPOSSIBLE_REQUISITE_DATE,
    UNREADABLE_PERIOD,
    FILE_REFERENCE,
    UNDECLARED_COLUMN,
    MISSING_FORM,
    EMPTY_APPENDIX,
    RAGGED_TABLE,
    CALENDAR_WITH_CONTENT,
    EMPTY_QUOTE,
)
