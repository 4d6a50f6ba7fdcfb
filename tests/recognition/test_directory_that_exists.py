"""A directory that exists: its records are found by any of their names, and only what it lacks is added."""

from tables_by_hand import plain, recognised

from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode

KNOWN = """\
format: 1
name: Примерский муниципальный округ
bodies:
  education:
    name: управление образования администрации Примерского муниципального округа
    short: Управление образования
    genitive: управления образования администрации Примерского муниципального округа
    dative: управлению образования администрации Примерского муниципального округа
  centre:
    name: муниципальное казённое учреждение «Центр развития образования»
    short: МКУ «ЦРО»
officials:
  lipina:
    name: Липина Д. Е.
  methodologist:
    name: Образцова А. Б.
    post: методист центра развития образования
"""
ROWS = [
    ["№", "Мероприятие", "Срок", "Исполнители"],
    ["1", "Первое дело", "март 2026 года", 'управление  образования, МКУ "ЦРО"'],
    [
        "2",
        "Второе дело",
        "май 2026 года",
        "Управлению образования администрации Примерского муниципального округа",
    ],
    ["3", "Третье дело", "июнь 2026 года", "Образцова А.Б.; Примеров В. Г."],
    ["4", "Четвёртое дело", "июль 2026 года", "Школы"],
    [
        "5",
        "Пятое дело",
        "июль 2026 года",
        "МКУ «ЦРО», Центр развития образования, начальник отдела Липина Д. Е.",
    ],
]


def known() -> MappingNode:
    outcome = from_bytes("directory.yaml", KNOWN.encode()).then(from_yaml)
    assert isinstance(outcome.value, MappingNode)
    return outcome.value


def test_records_are_found_by_any_of_their_names() -> None:
    fields, account, _ = recognised([ROWS], known=known())
    (section,) = plain(fields["sections"])
    assert [measure["executors"] for measure in section["measures"]] == [
        ["education", "centre"],
        ["education"],
        ["methodologist", "primerov"],
        ["shkoly"],
        ["centre", "lipina"],
    ]
    (question,) = account.questions
    assert "«Центр развития образования»" in question.question


def test_only_what_is_lacking_is_added() -> None:
    _, _, directory = recognised([ROWS], known=known())
    assert plain(directory.added) == {
        "bodies": {"shkoly": {"name": "Школы"}},
        "officials": {"primerov": {"name": "Примеров В. Г."}},
    }
    whole = plain(directory.node())
    assert whole["bodies"]["centre"]["short"] == "МКУ «ЦРО»"
    assert list(whole["bodies"]) == ["education", "centre", "shkoly"]
