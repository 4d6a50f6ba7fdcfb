"""What can be wrong with the shape of a file."""

from roadmapc.diagnostics.code import Code, Severity

UNKNOWN_FIELD = Code(
    "S201",
    "unknown-field",
    Severity.ERROR,
    """Такого поля здесь нет.

Почему    Поле с опечаткой в имени осталось бы непрочитанным: срок или исполнитель молча пропал бы.
Плохо     dedline: до 01.09 ежегодно
Хорошо    deadline: до 01.09 ежегодно
Основание схема файла: roadmapc schema plan
""",
)
MISSING_FIELD = Code(
    "S202",
    "missing-field",
    Severity.ERROR,
    """Нет обязательного поля.

Почему    Без этого поля документ не составить: у приказа есть заголовок, у мероприятия – содержание
          и постоянное имя.
Плохо     мероприятие без id
Хорошо    id: summer-report
Основание схема файла: roadmapc schema plan
""",
)
WRONG_KIND = Code(
    "S203",
    "wrong-kind",
    Severity.ERROR,
    """На этом месте должно быть значение другого вида.

Почему    Где ждут список, нужен список (строки с «- »), где текст – текст. Иначе непонятно, что печатать.
Плохо     executors: department
Хорошо    executors: [department]
Основание схема файла: roadmapc schema plan
""",
)
WRONG_VALUE = Code(
    "S204",
    "wrong-value",
    Severity.ERROR,
    """Значение записано не по правилам этого поля.

Почему    У даты, постоянного имени, почты есть своя форма; по другой их не узнают ни программа, ни люди.
Плохо     date: 18 марта 2021
Хорошо    date: 18.03.2021
Основание схема файла: roadmapc schema plan
""",
)
EMPTY_VALUE = Code(
    "S205",
    "empty-value",
    Severity.ERROR,
    """Поле есть, а значения нет.

Почему    Пустая графа в приказе читается как недосмотр. Если сказать нечего, поле не пишут.
Плохо     result:
Хорошо    result: аналитическая справка
Основание схема файла: roadmapc schema plan
""",
)
