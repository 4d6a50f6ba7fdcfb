"""What can be wrong with a question over many plans."""

from roadmapc.diagnostics.code import Code, Severity

LEFT_OUT = Code(
    "W570",
    "plan-left-out",
    Severity.ERROR,
    """План не вошёл в ответ.

Почему    Сводка читает то, что сборка записала о планах. Записи нет, она от другой версии, или файл плана,
          его справочник, профиль, акты с тех пор изменились – значит, сроки в ней уже не те.
Плохо     roadmapc portfolio после правки плана, без сборки
Хорошо    roadmapc build, потом roadmapc portfolio
Основание соглашение roadmapc
""",
)
BAD_QUERY = Code(
    "W571",
    "bad-query",
    Severity.ERROR,
    """Запрос SQL не выполнен.

Почему    В запросе ошибка, или он просит не только прочесть: писать, подключать файлы и расширения,
          менять настройки, выходить в сеть сводке запрещено.
Плохо     roadmapc portfolio --sql "SELECT * FROM 'другой-файл.csv'"
Хорошо    roadmapc portfolio --sql "SELECT municipality, count(*) FROM dates GROUP BY ALL"
Основание соглашение roadmapc
""",
)
UNKNOWN_MEASURE = Code(
    "W573",
    "unknown-measure",
    Severity.WARNING,
    """Мероприятия нет ни в одном плане.

Почему    Если его нет нигде, вероятнее, что оно названо иначе: слова ищутся по их началам, в любом порядке,
          а склонять их сводка не умеет.
Плохо     roadmapc portfolio --question lacking --measure "мониторинга качества"
Хорошо    roadmapc portfolio --question lacking --measure "мониторинг качеств"
Основание соглашение roadmapc
""",
)
LONG_ANSWER = Code(
    "W572",
    "long-answer",
    Severity.ERROR,
    """Ответ слишком длинный.

Почему    Миллиона строк никто не прочтёт, а показать часть, не сказав об этом, нельзя.
Плохо     roadmapc portfolio --question load на двадцати тысячах планов, без исполнителя и дней
Хорошо    roadmapc portfolio --question load --executor "Управление образования" --from 01.01.2026
Основание соглашение roadmapc
""",
)
