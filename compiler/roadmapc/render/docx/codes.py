"""What can be wrong with a Word template."""

from __future__ import annotations

from roadmapc.diagnostics.code import Code, Severity

UNREADABLE = Code(
    "R001",
    "template-unreadable",
    Severity.ERROR,
    """Шаблон не открывается как документ Word.

Почему    Файл повреждён, защищён паролем или сохранён не в формате DOCX (например, DOC или ODT).
Плохо     templates/order.docx, полученный переименованием order.doc.
Хорошо    Файл, сохранённый в Word или LibreOffice как «Документ Word (.docx)».
Основание ECMA-376, часть 2: документ – архив ZIP с описью частей.
""",
)

BROKEN = Code(
    "R002",
    "template-broken",
    Severity.ERROR,
    """Подстановка в шаблоне записана с ошибкой.

Почему    Подстановку нельзя прочитать: нет парной скобки, закрывающей строки или значение не подходит
          к действию. Документ по такому шаблону получился бы неполным.
Плохо     {{ title }   или   {%p for clause in clauses %} без {%p endfor %}
Хорошо    {{ title }}
Основание Правила подстановок – templates/README.md.
""",
)

UNKNOWN = Code(
    "R003",
    "placeholder-unknown",
    Severity.ERROR,
    """В шаблоне стоит поле, которого нет.

Почему    Имя поля написано с ошибкой, и на его месте в приказе осталась бы пустота.
Плохо     {{ titel }}
Хорошо    {{ title }}
Основание Перечень полей – templates/README.md.
""",
)

NO_STYLE = Code(
    "R004",
    "style-missing",
    Severity.ERROR,
    """В шаблоне нет нужного стиля.

Почему    Таблица и подпись оформляются стилями шаблона. Без стиля они потеряли бы шрифт, поля и заголовки,
          по которым документ читают вслух.
Плохо     Стиль «Таблица: текст» удалён или переименован.
Хорошо    Стиль остаётся, а его шрифт и отступы меняются как угодно.
Основание Перечень стилей – templates/README.md.
""",
)

NO_CONTENT_PLACE = Code(
    "R005",
    "content-place",
    Severity.ERROR,
    """В шаблоне не найдено место содержания приложения.

Почему    Содержание приложения занимает место абзаца {{ appendix.content }}. Если абзаца нет, он не один или
          в нём есть другой текст, приложение осталось бы пустым, повторилось или потеряло текст.
Плохо     Таблица мероприятий: {{ appendix.content }}
Хорошо    Отдельный абзац {{ appendix.content }} внутри {%p for appendix in appendices %}
Основание Правила подстановок – templates/README.md.
""",
)

NO_QUOTE_PLACE = Code(
    "R006",
    "quote-place",
    Severity.ERROR,
    """В шаблоне не найдено место строк в кавычках.

Почему    Приказ о внесении изменений приводит новую редакцию строк таблицей после текста пункта. Она занимает
          место абзаца вида continuation, в котором нет другого текста; в ячейке таблицы ей не встать.
Плохо     {{ clause.number }} – {{ clause.text }} для всех видов абзацев
Хорошо    {{ clause.text }} отдельным абзацем для вида continuation
Основание Правила подстановок – templates/README.md.
""",
)

ACTION = Code(
    "R007",
    "placeholder-action",
    Severity.ERROR,
    """Подстановка в шаблоне делает больше, чем печатает.

Почему    Шаблон приходит от кого угодно. Подстановка печатает поля, повторяет строки и выбирает между ними,
          но не вычисляет: иначе чужой файл занял бы компьютер на часы или достал бы чужие данные.
Плохо     {{ title.upper() }}   или   {%p for a in clauses %} внутри {%p for b in clauses %}
Хорошо    {{ title|upper }}
Основание соглашение roadmapc; правила подстановок – templates/README.md.
""",
)

NO_HISTORY_PLACE = Code(
    "R008",
    "history-place",
    Severity.ERROR,
    """В шаблоне не найдено место перечня изменяющих приказов.

Почему    Актуальная редакция говорит под заголовком, какими приказами изменён текст. Без перечня её примут
          за приказ в том виде, в каком его подписали.
Плохо     шаблон без поля amendments
Хорошо    {%p if amendments %}, отдельный абзац {{ amendments }}, {%p endif %}
Основание Правила подстановок – templates/README.md.
""",
)

CODES = (
    UNREADABLE,
    BROKEN,
    UNKNOWN,
    NO_STYLE,
    NO_CONTENT_PLACE,
    NO_QUOTE_PLACE,
    ACTION,
    NO_HISTORY_PLACE,
)
