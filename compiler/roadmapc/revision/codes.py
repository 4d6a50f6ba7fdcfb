"""What can be wrong with an edition that git is asked for."""

from roadmapc.diagnostics.code import Code, Severity

UNKNOWN_REVISION = Code(
    "W504",
    "unknown-revision",
    Severity.ERROR,
    """Такой редакции в хранилище нет.

Почему    Перед двоеточием стоит имя редакции git: ветка, метка, номер или «HEAD~1». Сборочный
          сервер часто скачивает только последнюю редакцию, и прежних в его копии нет.
Плохо     roadmapc diff HEAD~1:roadmaps/plan.yaml roadmaps/plan.yaml в копии без истории
Хорошо    git fetch --deepen=50, потом то же самое
Основание соглашение roadmapc
""",
)
NOT_IN_REVISION = Code(
    "W505",
    "not-in-revision",
    Severity.ERROR,
    """В этой редакции такого файла нет.

Почему    Файл тогда ещё не появился или назывался иначе. Путь пишется от корня хранилища, а если
          он начинается с «./» – от текущей папки.
Плохо     roadmapc diff HEAD~1:plan.yaml roadmaps/plan.yaml
Хорошо    roadmapc diff HEAD~1:roadmaps/plan.yaml roadmaps/plan.yaml
Основание соглашение roadmapc
""",
)

NO_GIT = Code(
    "W507",
    "no-git",
    Severity.ERROR,
    """Программа git не найдена.

Почему    Прежние редакции хранит git, и читает их он же. Его ищут там, где система ищет программы (PATH),
          но не в самой папке с планами: там лежат чужие файлы.
Плохо     git из GitHub Desktop, который виден только ему
Хорошо    установить git и открыть новое окно терминала; или сравнить два файла на диске
Основание соглашение roadmapc
""",
)
NO_REPOSITORY = Code(
    "W508",
    "no-repository",
    Severity.ERROR,
    """Папка не лежит в хранилище git.

Почему    Редакции есть только у хранилища git с рабочими файлами. Папка, которая сама похожа на хранилище,
          им не считается: так в чужой ветке можно привезти настройки, которые запускают программы.
Плохо     roadmapc diff HEAD:roadmaps roadmaps сразу после roadmapc init
Хорошо    git init, git add . и git commit, потом то же самое
Основание соглашение roadmapc
""",
)
FOREIGN_REPOSITORY = Code(
    "W509",
    "foreign-repository",
    Severity.ERROR,
    """Хранилище git принадлежит другому пользователю.

Почему    Настройки хранилища могут запускать программы, поэтому чужого хранилища git не читает, пока владелец
          компьютера не назовёт его своим. Обычно это общая папка или сборка в контейнере.
Плохо     roadmapc diff в папке, которую скачал другой пользователь
Хорошо    git config --global --add safe.directory /путь/к/хранилищу
Основание safe.directory в руководстве git
""",
)
MISSING_OBJECTS = Code(
    "W510",
    "missing-objects",
    Severity.ERROR,
    """Части истории в этой копии нет или она повреждена.

Почему    Копия может быть неполной (clone --filter), а недостающего программа не скачивает: откуда и чем,
          решали бы настройки чужого хранилища. О том, чего нет, нельзя сказать, что оно не изменилось.
Плохо     git clone --filter=tree:0, потом roadmapc diff HEAD~1:roadmaps roadmaps
Хорошо    git fetch --refetch --no-filter; для повреждённой копии – git fsck и новая копия
Основание соглашение roadmapc
""",
)
GIT_FAILED = Code(
    "W511",
    "git-failed",
    Severity.ERROR,
    """Программа git не ответила или ответила ошибкой.

Почему    Ошибка git – не пустая папка: сказать, что планы не изменились, по ней нельзя.
Плохо     хранилище на сетевом диске, который отключён
Хорошо    выполнить git fsck и git log в этой папке и исправить то, на что они укажут
Основание соглашение roadmapc
""",
)
NOT_A_FILE = Code(
    "W512",
    "not-a-file",
    Severity.ERROR,
    """На месте файла – ссылка, подмодуль или папка.

Почему    Ссылка ведёт туда, куда указал автор ветки, в том числе за пределы хранилища. Прочитанное по ней
          попало бы в приказ, а сравнить её в двух редакциях нельзя.
Плохо     roadmaps/plan.yaml → ../../etc/passwd
Хорошо    сам файл на этом месте
Основание соглашение roadmapc
""",
)
