"""References: to clauses, rows and appendices of the plan itself, and to acts."""

import re
from datetime import timedelta
from random import Random

from dates import short, signed
from kind import Kind, Make, Mutation
from manuscript import Manuscript
from ways import added, after, before_control, clauses, new_clause, rewritten

TEXTS = ("measure measure", "measure result", "clause text")


def _missing_clause(plan: Manuscript, random: Random) -> Mutation | None:
    """A clause with a number that no clause has."""
    count = len(clauses(plan))
    frame = random.choice(
        (" с учётом пункта {} приказа", ", названных в пункте {} настоящего приказа", " (пункт {} приказа)")
    )
    pair = (frame.format(count + random.choice((2, 5, 10))), frame.format(1))
    return added(TEXTS, pair)(plan, random)


def _wrong_clause(plan: Manuscript, random: Random) -> Mutation | None:
    """Duties, lists and deadlines «named in» the clause on control."""
    path = before_control(plan)
    control = [at for at, each in enumerate(clauses(plan), 2) if plan.at(*each, "control")]
    duties = [at for at, each in enumerate(clauses(plan), 1) if plan.at(*each, "deadline")]
    if path is None or not control or not duties:
        return None
    frame = random.choice(
        (
            "Отделу кадров ознакомить под подпись лиц, которым даны поручения в пункте {}.",
            "Отделу кадров вести учёт сведений, представленных во исполнение пункта {}.",
            "Отделу кадров проверить, соблюдены ли сроки, установленные пунктом {}.",
        )
    )
    return new_clause((frame.format(control[0]), frame.format(duties[0])))(plan, random)


def _in_plan(frame: str, wrong: object, right: object) -> Make:
    """A reference to a part of an appendix that is called a plan and has numbered sections."""
    make = added(TEXTS, (frame.format(wrong), frame.format(right)))

    def fitting(plan: Manuscript, random: Random) -> Mutation | None:
        title = plan.at("appendices", 0, "title") or ""
        numbered = plan.node("appendices", 0, "sections", 0, "title") is not None
        return make(plan, random) if numbered and re.search("план", title, re.IGNORECASE) else None

    return fitting


def _missing_row(plan: Manuscript, random: Random) -> Mutation | None:
    """A measure with a number that no row has."""
    sections = len(plan.records_of("sections"))
    number = random.choice(
        (f"{sections + 3}.14", f"1.{len(plan.records_of('measures')) + 5}", f"{sections + 6}.1")
    )
    frame = random.choice(
        (
            " в порядке, указанном в строке {} Плана",
            " одновременно с мероприятием {} Плана",
            " (мероприятие {})",
        )
    )
    return _in_plan(frame, number, "1.1")(plan, random)


def _missing_section(plan: Manuscript, random: Random) -> Mutation | None:
    wrong = len(plan.records_of("sections")) + random.choice((1, 4))
    frame = random.choice((" с учётом мероприятий раздела {} Плана", " согласно разделу {} Плана"))
    return _in_plan(frame, wrong, 1)(plan, random)


def _missing_appendix(plan: Manuscript, random: Random) -> Mutation | None:
    wrong = len(plan.at("appendices") or ()) + random.choice((1, 2, 5))
    frame = random.choice(
        (
            " по форме, приведённой в приложении № {}",
            " (приложение № {})",
            " согласно приложению № {} к приказу",
        )
    )
    return added(TEXTS, (frame.format(wrong), ""))(plan, random)


def _later_act(plan: Manuscript, random: Random) -> Mutation | None:
    day = signed(plan)
    if day is None:
        return None
    frame = random.choice(
        (
            " во исполнение распоряжения администрации от {} № 17",
            " согласно письму министерства от {} № 04-12/311",
            " в соответствии с постановлением администрации от {} № 208",
        )
    )
    late, early = (frame.format(short(day + timedelta(each))) for each in (random.randint(3, 300), -40))
    return added(("clause text", "measure measure", "order preamble"), (late, early))(plan, random)


def _repealed_here(plan: Manuscript, random: Random) -> Mutation | None:
    """The preamble rests on the act that a clause repeals."""
    path, preamble = before_control(plan), plan.node("order", "preamble")
    if path is None or preamble is None:
        return None
    kind, form, number = random.choice(
        (
            ("постановление", "постановлением", 415),
            ("приказ", "приказом", 77),
            ("распоряжение", "распоряжением", "63-р"),
        )
    )
    act = f"администрации от 14.03.2016 № {number} «О порядке работы»"
    clause = after(plan, path, f"Признать утратившим силу {kind} {act}.")
    words = [
        rewritten(preamble, f"{preamble.text}, руководствуясь {form} {each}")
        for each in (act, act.replace("2016", "2017").replace("№ ", "№ 1"))
    ]
    return Mutation((words[0], clause), (words[1], clause))


def _titles(change: object) -> Make:
    """The plan is called otherwise in one of the three places: title of the order, clause, appendix."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        approving = [node for node in plan.of("clause text") if plan.at(*node.path[:-1], "approves")]
        nodes = [*plan.of("order title", "appendix title"), *approving]
        nodes = [node for node in nodes if re.search(r"\bплан", node.text, re.IGNORECASE)]
        if not nodes or plan.amended:
            return None
        node = random.choice(nodes)
        text = change(node.text, random)
        meets = tuple(plan.owner(each) for each in approving) + tuple(each.span for each in nodes)
        return Mutation((rewritten(node, text),), meets=meets) if text and text != node.text else None

    return make


def _other_word(text: str, random: Random) -> str | None:
    """A long word behind «план» is lost."""
    title = re.search(r"план[^(]*", text, re.IGNORECASE)
    words = list(re.finditer(r" [а-яё]{7,}(?= )", title[0])) if title else []
    if not words:
        return None
    start, end = random.choice(words).span()
    return text[: title.start() + start] + text[title.start() + end :]


def _other_years(text: str, random: Random) -> str | None:
    """Last year's, or the years of the plan before."""
    step = random.choice((1, 2))
    return re.sub(r"\b20(\d\d)\b", lambda year: str(int(year[0]) - step), text)


KINDS = (
    Kind("ссылки", "ссылка на пункт, которого нет", _missing_clause),
    Kind("ссылки", "ссылка не на тот пункт: на контроль", _wrong_clause),
    Kind("ссылки", "ссылка на мероприятие, которого нет", _missing_row),
    Kind("ссылки", "ссылка на раздел, которого нет", _missing_section),
    Kind("ссылки", "ссылка на приложение, которого нет", _missing_appendix),
    Kind("ссылки", "акт позже приказа", _later_act),
    Kind("ссылки", "преамбула опирается на акт, который приказ отменяет", _repealed_here),
    Kind("ссылки", "название плана в одном из мест другое", _titles(_other_word)),
    Kind("ссылки", "годы в названии плана другие", _titles(_other_years)),
)
