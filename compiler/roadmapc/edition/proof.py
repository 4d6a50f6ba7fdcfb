"""Whether a plan is its first edition with its acts, and nothing else: every difference is a finding."""

from collections.abc import Iterator

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.edition.carry_out import Failure, Obstacle
from roadmapc.edition.codes import (
    IMPOSSIBLE_EFFECT,
    NOT_CARRIED_OUT,
    OTHER_NUMBER_THAN_SAID,
    UNKNOWN_ACT,
    UNRECORDED_SETTING,
    WITHOUT_ACT,
)
from roadmapc.edition.differences import Difference, differences
from roadmapc.edition.life import Life
from roadmapc.edition.units import THE_PLAN, Unit, find, meaning, units
from roadmapc.model.amendment import AmendingAct, ChangeKind, ProvisionName
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.dates import digits
from roadmapc.text.shorten import shortened

_NOUNS = {
    ProvisionKind.REQUISITE: "реквизит",
    ProvisionKind.CLAUSE: "пункт",
    ProvisionKind.APPENDIX: "приложение",
    ProvisionKind.SECTION: "раздел",
    ProvisionKind.MEASURE: "строка",
}
_SETTINGS = {
    ProvisionKind.REQUISITE: frozenset(
        {"executor_mark", "distribution", "approval", "acquaintance"}
        | {"format", "id", "organisation", "profile", "template", "work_calendar", "seasons", "time_zone"}
    ),
    ProvisionKind.CLAUSE: frozenset({"id", "deadline", "executors", "control", "approves"}),
    ProvisionKind.APPENDIX: frozenset({"id"}),
    ProvisionKind.SECTION: frozenset({"id"}),
    ProvisionKind.MEASURE: frozenset({"id"}),
}
"""Fields that an edition does not print: no act changes them."""
_ADVICE = {
    WITHOUT_ACT: "оформите изменение актом: roadmapc amend БЫЛО СТАЛО … --record – или верните прежнее",
    UNRECORDED_SETTING: 'запишите правку в историю: roadmapc acts ПЛАН --note "причина" --date ДАТА',
}
_WIDTH = 60
"""Characters of a value that a message shows."""


def proof(life: Life, file: SourceFile, latest: MappingNode) -> Iterator[Diagnostic]:
    """What the plan says and no act does, at its places; `latest` has the texts of other files in it.

    Where an act cannot be carried out, nothing is compared: the rest would only follow from it, and whoever
    made the calendar of the plan has told it (`not_carried_out`).
    """
    yield from unknown_acts(life)
    yield from impossible_days(life)
    computed = life.as_of(None)
    if computed.failures:
        return
    yield from _numbers(life, latest)
    yield from _suspensions(life)
    for each in differences(computed.root, latest):
        yield from _findings(each, file, latest)


def unknown_acts(life: Life) -> Iterator[Diagnostic]:
    """Acts that name acts which are not there; the order itself is named by its own date and number."""
    order = life.order
    known = {*(act.name for act in life.acts), *((order,) if order else ())}
    for act in life.acts:
        for named in (*act.life.repeals, *((act.life.corrects,) if act.life.corrects else ())):
            if named.name not in known:
                message = f"акта {named.name.requisites} в истории плана нет"
                hint = "назовите дату и номер так, как они записаны в его файле"
                yield Diagnostic(UNKNOWN_ACT, message, named.place, (hint,))


def _suspensions(life: Life) -> Iterator[Diagnostic]:
    """Units that acts put out of force, and that are not there; or until a day that has passed by then."""
    there = units(life.as_of(None).root)
    for act in life.acts:
        for each in act.life.suspends:
            if each.until <= act.life.effective:
                message = f"приостановление до {digits(each.until)} кончилось раньше, чем акт вступает в силу"
                hint = "проверьте день until: с него единица действует снова"
                yield Diagnostic(IMPOSSIBLE_EFFECT, message, each.place, (hint,))
            if find(there, each.provision) is None:
                message = f"{called(each.provision)}: приостановить нечего, такого нет"
                hint = "назовите единицу так, как она названа в плане"
                yield Diagnostic(NOT_CARRIED_OUT, message, each.place, (hint,))


def impossible_days(life: Life) -> Iterator[Diagnostic]:
    """Acts before the order, in force before they were signed, or ruling later days than those."""
    for act in life.acts:
        day, problem = "date", ""
        if life.order and act.date < life.order.date:
            problem = f"подписан раньше, чем сам приказ ({digits(life.order.date)})"
        elif act.life.effective < act.date:
            day, problem = "effective", "вступает в силу раньше, чем подписан"
        elif act.life.applies_since > act.life.effective:
            day, problem = "applies_since", "распространяется только на то, что позже вступления в силу"
        elif not act.number and (act.edits or not act.life.ground):
            problem = "без номера: он может только записать правку настроек и её причину (ground)"
        if problem:
            place = Place(act.file, scalar(act.origin, day).span)
            hint = "проверьте дни: date – подписание, effective – вступление в силу"
            yield Diagnostic(IMPOSSIBLE_EFFECT, f"акт от {digits(act.date)} {problem}", place, (hint,))


def not_carried_out(failure: Failure) -> Diagnostic:
    """Why an edit could not be carried out."""
    edit = failure.edit
    what = called(edit.name)
    match failure.obstacle:
        case Obstacle.PRESENT:
            message, hint = f"{what} уже есть: ввести нельзя", "дайте новой единице другое имя"
        case Obstacle.MISSING if edit.kind is ChangeKind.ADDED:
            message = f"{what} некуда поставить: нет «{edit.within or edit.after}»"
            hint = "назовите в within и after то, что есть в редакции накануне акта"
        case Obstacle.MISSING:
            message, hint = f"{what}: в редакции накануне акта такого нет", "проверьте имя и порядок актов"
        case Obstacle.OTHER_WORDS:
            was, found = _shown(edit.was.get(failure.field)), _shown(failure.found)
            message = f"{what}, поле «{failure.field}»: по акту было {was}, а в редакции накануне – {found}"
            hint = "эти слова успел изменить другой акт: согласуйте их между собой"
    return Diagnostic(NOT_CARRIED_OUT, message, edit.place, (hint,))


def called(name: ProvisionName) -> str:
    """«пункт «mentors»»."""
    return f"{_NOUNS[name.kind]} «{name.id}»"


def _shown(node: Node | None) -> str:
    """A value in a message."""
    match node:
        case None:
            return "пусто"
        case ScalarNode():
            return f"«{shortened(node.text, _WIDTH)}»"
        case SequenceNode():
            return f"«{shortened(', '.join(_shown(each).strip('«»') for each in node.items), _WIDTH)}»"
        case MappingNode():
            values = (f"{name}: {_shown(value).strip('«»')}" for name, (_, value) in node.fields.items())
            return f"«{shortened('; '.join(values), _WIDTH)}»"


def _numbers(life: Life, latest: MappingNode) -> Iterator[Diagnostic]:
    """Units that acts have put under other numbers than they bear, unless a later act has said otherwise."""
    there = units(latest)
    said: dict[ProvisionName, tuple[AmendingAct, str, Place]] = {}
    for act in life.in_force(None):
        for edit in act.edits:
            if edit.kind is ChangeKind.ADDED and edit.number:
                said[edit.name] = act, edit.number, edit.place
            elif edit.content is not None or edit.kind is ChangeKind.REMOVED:
                is_wide = edit.name.kind is ProvisionKind.APPENDIX
                said = {name: each for name, each in said.items() if name != edit.name and not is_wide}
    for name, (act, number, place) in said.items():
        unit = there.get(name)
        if unit is not None and unit.number and unit.number != number:
            message = f"{called(name)}: акт вводит под номером {number}, а в плане – {unit.number}"
            hint = (
                f'запишите ей number: "{number}"; если он занят, исправьте акт {act.requisites} другим актом'
            )
            yield Diagnostic(OTHER_NUMBER_THAN_SAID, message, place, (hint,))


def _findings(each: Difference, file: SourceFile, latest: MappingNode) -> Iterator[Diagnostic]:
    """A finding for a unit that is gone, new or other as a whole, else for each field, where it stands."""
    what = _told(each)
    if each.kind is ChangeKind.REMOVED:
        assert each.old is not None
        message = f"{what}: есть по актам, а в плане нет, или стоит в другом месте"
        yield _finding(message, Place(file, _holder(each.old, latest)))
    elif each.kind is ChangeKind.ADDED:
        assert each.new is not None
        message = f"{what}: есть в плане, а по актам нет, или стоит в другом месте"
        yield _finding(message, Place(file, _name(each.new.node)))
    elif each.is_whole:
        assert each.old is not None
        assert each.new is not None
        assert isinstance(each.old.node, MappingNode)
        assert isinstance(each.new.node, MappingNode)
        node = _deepest(each.old.node.get("parts"), each.new.node.get("parts"))
        place = Place(file, node.span if node else _name(each.new.node))
        yield _finding(f"{what}: содержание изменено без акта", place)
    else:
        for name in each.names:
            was, now = each.was.get(name), each.fields.get(name)
            message = f"{what}, поле «{name}»: в плане {_shown(now)}, а по актам {_shown(was)}"
            node = _deepest(was, now)
            place = Place(file, node.span if node else _field(each, latest))
            code = UNRECORDED_SETTING if is_setting(each, name) else WITHOUT_ACT
            yield Diagnostic(code, message, place, (_ADVICE[code],))


def _finding(message: str, place: Place) -> Diagnostic:
    return Diagnostic(WITHOUT_ACT, message, place, (_ADVICE[WITHOUT_ACT],))


def _told(each: Difference) -> str:
    """What differs, as readers call it: by its number, else by its name."""
    if each.name == THE_PLAN:
        return "файл плана"
    unit = each.new or each.old
    return f"{_NOUNS[each.name.kind]} {unit.number}" if unit and unit.number else called(each.name)


def _name(node: MappingNode | ScalarNode) -> Span:
    if isinstance(node, ScalarNode):
        return node.span
    return node.key_span(next((name for name in ("id", "text") if name in node.fields), ""))


def _holder(gone: Unit, latest: MappingNode) -> Span:
    """Where a unit that is not there would stand."""
    kinds = (gone.name.kind, ProvisionKind.SECTION, ProvisionKind.APPENDIX)
    there = units(latest)
    holders = (there.get(ProvisionName(kind, gone.holder)) for kind in kinds if gone.holder)
    holder = next((each for each in holders if each is not None), None)
    return _name(holder.node) if holder else latest.key_span("order")


def _field(each: Difference, latest: MappingNode) -> Span:
    """Where a field that is missing would stand."""
    if each.new is not None:
        return _name(each.new.node)
    return latest.key_span("id" if each.name == THE_PLAN else "order")


def _deepest(old: Node | None, new: Node | None) -> Node | None:
    """The smallest value of the second tree that the first has not; `None` if it has none at all."""
    pairs: list[tuple[Node | None, Node]] = []
    if isinstance(old, MappingNode) and isinstance(new, MappingNode):
        pairs = [(old.get(name), value) for name, (_, value) in new.fields.items()]
    elif isinstance(old, SequenceNode) and isinstance(new, SequenceNode) and len(old.items) == len(new.items):
        pairs = list(zip(old.items, new.items, strict=True))
    differing = [(one, other) for one, other in pairs if meaning(one) != meaning(other)]
    return _deepest(*differing[0]) if len(differing) == 1 else new


def is_setting(each: Difference, field: str) -> bool:
    """Whether no act changes a field, for it is not printed; so a deadline that differs by its checkpoint."""
    if field == "deadline" and _printed(each.was.get(field)) == _printed(each.fields.get(field)):
        return True
    return field in _SETTINGS[each.name.kind]


def _printed(node: Node | None) -> object:
    match node:
        case SequenceNode():
            return tuple(_printed(item) for item in node.items)
        case MappingNode():
            fields = {name: value for name, value in node.fields.items() if name != "checkpoint"}
            is_bare = fields.keys() == {"phrase"}
            return meaning(fields["phrase"][1] if is_bare else node._replace(fields=fields))
        case _:
            return meaning(node)
