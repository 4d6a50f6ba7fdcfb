"""The order itself: its frame, its number and day, the clauses that it must have."""

import re
from datetime import timedelta
from random import Random

from dates import short, signed
from kind import Kind, Make, Mutation
from manuscript import Address, Edit, Manuscript
from ways import after, before_control, clauses, field, new_clause, rewritten, text_of, without


def _kind(name: str, make: Make, **about: str) -> Kind:
    return Kind("приказ", name, make, **about)


def _control(plan: Manuscript) -> list[Address]:
    return [path for path in clauses(plan) if plan.at(*path, "control")]


def _item(plan: Manuscript, path: Address) -> Edit:
    """A clause is cut out of the list."""
    span = plan.records[path]
    text = plan.texts[span.file]
    return Edit(span._replace(start=text.rindex("\n", 0, span.start), end=text.find("\n", span.end)), "")


def _no_control(plan: Manuscript, random: Random) -> Mutation | None:
    paths = _control(plan)
    return Mutation((_item(plan, paths[0]),), meets=(plan.records["order",],)) if paths else None


def _other_control(plan: Manuscript, random: Random) -> Mutation | None:
    """The words name one, the field another."""
    paths = _control(plan)
    people = plan.directory["officials"]
    if not paths or len(people) < 2:
        return None
    path, mine = paths[0], plan.at("order", "signatory")
    own, other = (
        "Контроль за исполнением приказа оставляю за собой.",
        random.choice([key for key in people if key != mine]),
    )
    named = [key for key in people if people[key].get("accusative")]
    if random.random() < 0.5 or len(named) < 2:
        edits = [field(plan, path, name, value) for name, value in (("text", own), ("control", other))]
        right = [edits[0], field(plan, path, "control", mine)]
    else:
        said, kept = random.sample(named, 2)
        text = f"Контроль за исполнением приказа возложить на {{{said}.accusative}}."
        edits = [field(plan, path, name, value) for name, value in (("text", text), ("control", kept))]
        right = [edits[0], field(plan, path, "control", said)]
    return Mutation(tuple(edits), tuple(right), (plan.records[path],))


def _own_control(plan: Manuscript, random: Random) -> Mutation | None:
    """Who does it controls it."""
    path = _control(plan)[:1]
    people = [
        key for key, one in plan.directory["officials"].items() if one.get("accusative") and one.get("body")
    ]
    people = [key for key in people if key != plan.at("order", "signatory")]
    if not path or not people or before_control(plan) is None:
        return None
    who = random.choice(people)
    body = plan.directory["officials"][who]["body"]
    others = [key for key in plan.directory["bodies"] if key != body]
    duty = {"text": "Исполнителям ежегодно до 20 декабря представлять сведения о ходе работы."}
    control = [
        field(plan, path[0], "text", f"Контроль за исполнением приказа возложить на {{{who}.accusative}}."),
        field(plan, path[0], "control", who),
    ]
    clause = [
        after(plan, before_control(plan), duty | {"executors": [each]})
        for each in (body, random.choice(others))
    ]
    return Mutation((clause[0], *control), (clause[1], *control), (plan.records[path[0]],))


def _control_first(plan: Manuscript, random: Random) -> Mutation | None:
    """A duty, or the approval, stands behind the clause on control."""
    paths = _control(plan)
    if not paths or paths[0] != clauses(plan)[-1] or before_control(plan) is None:
        return None
    late = random.choice(
        (
            "Утвердить форму отчёта о ходе работы.",
            "Отделу кадров ознакомить с приказом работников не позднее 20 декабря.",
            "Утвердить смету расходов на мероприятия.",
        )
    )
    return Mutation(
        (after(plan, paths[0], late),), (after(plan, before_control(plan), late),), (plan.records[paths[0]],)
    )


def _approval_late(plan: Manuscript, random: Random) -> Mutation | None:
    """Duties under the plan come before its approval."""
    paths = clauses(plan)
    if len(paths) < 3 or not plan.at(*paths[0], "approves") or plan.at(*paths[0], "number"):
        return None
    if paths[0] not in plan.records or paths[1] not in plan.records:
        return None
    first, second = plan.records[paths[0]], plan.records[paths[1]]
    edits = (Edit(first, plan.source(second)), Edit(second, plan.source(first)))
    return Mutation(edits, meets=(plan.records["order", "clauses"],))


def _nobody_told(plan: Manuscript, random: Random) -> Mutation | None:
    """No clause brings the order to anybody, and no list of acquaintance or distribution does."""
    telling = re.compile(r"ознаком|размест|довести|разосла|опублик|доведен", re.IGNORECASE)
    paths = [
        path
        for path in clauses(plan)
        if path in plan.records and telling.search(plan.source(plan.records[path]))
    ]
    lists = [
        without(plan, ("order",), name) for name in ("acquaintance", "distribution") if plan.at("order", name)
    ]
    if (
        (not paths and not lists)
        or len(paths) >= len(clauses(plan)) - 1
        or any(plan.at(*path, "number") for path in paths)
    ):
        return None
    edits = [_item(plan, path) for path in paths] + [each for each in lists if each]
    return Mutation(tuple(edits), meets=(plan.records["order",],))


def _one_untold(plan: Manuscript, random: Random) -> Mutation | None:
    """A list of acquaintance without one who is given a duty."""
    names = plan.at("order", "acquaintance") or []
    duties = " ".join(text_of(plan, path) for path in clauses(plan))
    duties += " ".join(node.text for node in plan.of("clause text"))
    owed = [name for name in names if f"{{{name}." in duties]
    if len(names) < 2 or not owed:
        return None
    left = random.choice(owed)
    return Mutation((field(plan, ("order",), "acquaintance", [name for name in names if name != left]),))


def _preamble(*tails: str) -> Make:
    """The preamble ends with words, or a mark, that the frame cannot go on from."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        node = plan.node("order", "preamble")
        return node and Mutation((rewritten(node, node.text + random.choice(tails)),))

    return make


def _other_act(plan: Manuscript, random: Random) -> Mutation | None:
    """An order that calls itself a decree."""
    node = next((node for node in plan.of("clause text") if "сполнением приказа" in node.text), None)
    if node is None:
        return None
    word = random.choice(
        ("постановления", "распоряжения", "настоящего постановления", "настоящего распоряжения")
    )
    return Mutation((rewritten(node, node.text.replace("приказа", word, 1)),))


def _entry_into_force(plan: Manuscript, random: Random) -> Mutation | None:
    words = random.choice(("постановление", "распоряжение"))
    text = random.choice(
        ("Настоящее {} вступает в силу со дня подписания.", "{} довести до сведения всех работников.")
    )
    pair = [text.format(each if text[0] == "Н" else each.capitalize()) for each in (words, "приказ")]
    pair[1] = pair[1].replace("Настоящее приказ", "Настоящий приказ")
    return new_clause(tuple(pair))(plan, random)


def _lost_requisite(plan: Manuscript, random: Random) -> Mutation | None:
    """Signed, but without a number, or numbered without a day."""
    if not plan.at("order", "date") or not plan.at("order", "number"):
        return None
    edit = without(plan, ("order",), random.choice(("date", "number")))
    return edit and Mutation((edit,), meets=(plan.records["order",],))


def _on_sunday(plan: Manuscript, random: Random) -> Mutation | None:
    day = signed(plan)
    if day is None or plan.allows("D340"):
        return None
    sunday = day + timedelta(6 - day.weekday() or 7)
    return Mutation((field(plan, ("order",), "date", short(sunday)),))


def _number(plan: Manuscript, random: Random) -> Mutation | None:
    if not plan.at("order", "number"):
        return None
    wrong = random.choice(("№ 12", "б/н", "12 от 05.05.2024", "___", "12 -р", "№12", "без номера"))
    return Mutation((field(plan, ("order",), "number", wrong),))


KINDS = (
    _kind("нет пункта о контроле", _no_control),
    _kind("слова о контроле и поле control расходятся", _other_control),
    _kind("контроль возложен на исполнителя", _own_control),
    _kind("контроль раньше других пунктов", _control_first),
    _kind("поручения раньше утверждения", _approval_late),
    _kind("приказ ни до кого не доводится", _nobody_told, unless="E606 N70"),
    _kind("в листе ознакомления нет того, кому поручено", _one_untold),
    _kind(
        "преамбула кончается словом «приказываю»",
        _preamble(" приказываю:", ", ПРИКАЗЫВАЮ:", " п р и к а з ы в а ю:", ", приказываю"),
    ),
    _kind("преамбула кончается знаком", _preamble(".", ",", ":", ";")),
    _kind("приказ назван постановлением в пункте о контроле", _other_act),
    _kind("приказ назван постановлением в другом пункте", _entry_into_force),
    _kind("у приказа потеряна дата или номер", _lost_requisite),
    _kind("приказ датирован воскресеньем", _on_sunday),
    _kind("номер приказа с лишними знаками", _number),
)
