"""Who does it: unknown, unnamed, misnamed, named twice or not at all."""

import re
from collections.abc import Callable
from random import Random
from typing import TypeAlias

from defects.slips import misspelt, other_initials, other_surname
from kind import Kind, Make, Mutation
from manuscript import Address, Edit, Manuscript, Node
from ways import added, either, field, new_clause, rewritten, rows, rows_after, without

Slip: TypeAlias = Callable[[str, Random], str | None]
"""A name written wrongly; `None` if this one cannot be."""

REFERENCE = re.compile(r"\{([\w-]+)(\.head)?\.(dative|accusative|genitive|instrumental)\}")
HEADS = {"управление": "комитет", "отдел": "сектор", "департамент": "комитет", "комитет": "департамент"}
"""How a body of that kind might have been called before."""


def _unknown(plan: Manuscript, random: Random) -> Mutation | None:
    nodes = [node for node in plan.of("measure executors") if len(node.text) > 3]
    if not nodes:
        return None
    node = random.choice(nodes)
    return Mutation((Edit(node.span, misspelt(node.text, random)),))


def _reference(plan: Manuscript, random: Random) -> tuple[Node, re.Match[str], dict[str, str]] | None:
    """A reference of a clause to a form, with the person or body that has it; the form is not the name."""
    people, bodies = plan.directory["officials"], plan.directory["bodies"]
    found = []
    for node in plan.of("clause text", "clause paragraphs"):
        for match in REFERENCE.finditer(node.text):
            entry = (people | bodies)[match[1]]
            entry = people[entry["head"]] if match[2] else entry
            found += [(node, match, entry)] if entry.get(match[3], entry["name"]) != entry["name"] else []
    return random.choice(found) if found else None


def _nominative(plan: Manuscript, random: Random) -> Mutation | None:
    """`{board.name}` in place of `{board.dative}`."""
    found = _reference(plan, random)
    if found is None:
        return None
    node, match, _ = found
    return Mutation((rewritten(node, _filled(node, match, f"{{{match[1]}{match[2] or ''}.name}}")),))


def by_hand(slip: Slip, form: str | None = None) -> Make:
    """The words of a reference are typed, its own form or another one, rightly and with the slip."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        found = _reference(plan, random)
        if found is None:
            return None
        node, match, entry = found
        wrong = slip(entry[form or match[3]], random)
        right = _filled(node, match, entry[match[3]])
        return wrong and Mutation((rewritten(node, _filled(node, match, wrong)),), (rewritten(node, right),))

    return make


def _filled(node: Node, match: re.Match[str], words: str) -> str:
    """A text with words for a reference; the stop of initials is that of the sentence, too."""
    rest = node.text[match.end() :]
    return node.text[: match.start()] + (words.removesuffix(".") if rest[:1] == "." else words) + rest


def in_commission(slip: Slip) -> Make:
    """A member of a commission, written in a cell, is called otherwise than in the directory."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        names = {person["name"] for person in plan.directory["officials"].values()}
        cells = [node for node in plan.of("cell") if node.text in names]
        if not cells:
            return None
        node = random.choice(cells)
        wrong = slip(node.text, random)
        return wrong and Mutation((rewritten(node, wrong),))

    return make


def _former(plan: Manuscript, random: Random) -> Mutation | None:
    """«комитет культуры» in the words of a plan whose directory has a department of culture."""
    names = [body["name"] for body in plan.directory["bodies"].values()]
    known = [name for name in names if name.partition(" ")[0].lower() in HEADS and " " in name]
    if not known:
        return None
    name = random.choice(known)
    head, _, rest = name.partition(" ")
    frame = random.choice((", сведения передать в {}", ", копию направить в {}", " и сообщить об этом в {}"))
    pairs = (frame.format(f"{HEADS[head.lower()]} {rest}"), frame.format(f"{head.lower()} {rest}"))
    return added(("clause text", "measure measure"), pairs)(plan, random)


def _second_name(plan: Manuscript, random: Random) -> Mutation | None:
    """A second entry of the directory for the same body, used in one row."""
    names = {key: body["name"] for key, body in plan.directory["bodies"].items() if body["name"][-1] != "»"}
    rows = [node for node in plan.of("measure executors") if node.text in names]
    if not rows:
        return None
    row = random.choice(rows)
    name = names[row.text]
    owner = re.search(r" (администрации|города|[А-Я]\w+ого)\b.*", name, re.IGNORECASE)
    other = (
        name[: owner.start()]
        if owner
        else f"{name} {random.choice(('администрации', 'администрации округа'))}"
    )
    record = plan.records["directory", "bodies", row.text]
    start = plan.texts[record.file].rindex("\n", 0, plan.texts[record.file].rindex("\n", 0, record.start)) + 1
    indent = re.match(" *", plan.texts[record.file][start:])[0]
    entry = f"{indent}twin:\n{indent}  name: {other}\n{indent}  email: twin@example.org\n"
    return Mutation((Edit(record._replace(start=start, end=start), entry), rewritten(row, "twin")))


def _executors(change: Callable[[Manuscript, Address, Random], Edit | None]) -> Make:
    """The list of executors of a measure is changed."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        paths = [path for path in plan.records_of("measures") if plan.records.get((*path, "executors"))]
        paths = [path for path in paths if all(isinstance(each, str) for each in plan.at(*path, "executors"))]
        if not paths:
            return None
        path = random.choice(paths)
        edit = change(plan, path, random)
        return Mutation((edit,), meets=(plan.records[path],)) if edit else None

    return make


def _none(plan: Manuscript, path: Address, random: Random) -> Edit | None:
    return without(plan, path, "executors")


def _twice(plan: Manuscript, path: Address, random: Random) -> Edit:
    names = plan.at(*path, "executors")
    return field(plan, path, "executors", [*names, random.choice(names)])


def _participants(plan: Manuscript, path: Address, random: Random) -> Edit | None:
    if not plan.at(*path, "participants"):
        return None
    return field(plan, path, "participants", plan.at(*path, "executors"))


def _no_result(plan: Manuscript, random: Random) -> Mutation | None:
    paths = [path for path in plan.records_of("measures") if plan.at(*path, "result")]
    random.shuffle(paths)
    for path in paths:
        if edit := without(plan, path, "result"):
            return Mutation((edit,), meets=(plan.records[path],))
    return None


def _other_executor(plan: Manuscript, random: Random) -> Mutation | None:
    """A clause says one body in words and another in its field."""
    known = [
        key
        for key, body in plan.directory["bodies"].items()
        if body.get("dative") not in (None, body["name"])
    ]
    if len(known) < 2:
        return None
    named, other = random.sample(known, 2)
    dative = f"{{{named}.dative}}"
    duty = random.choice(
        ("провести сверку списков", "обновить сведения на стенде", "составить опись имущества")
    )
    clause = {"text": f"{dative[:1]}{dative[1:]} {duty} ежегодно, не позднее 20 декабря."}
    return new_clause((clause | {"executors": [other]}, clause | {"executors": [named]}))(plan, random)


def _glued(plan: Manuscript, random: Random) -> Mutation | None:
    """One entry of the directory holds two bodies."""
    used = {node.text for node in plan.of("measure executors")}
    nodes = [node for node in plan.of("body name") if node.path[2] in used]
    if len(nodes) < 2:
        return None
    node, other = random.sample(nodes, 2)
    return Mutation((rewritten(node, f"{node.text}, {other.text}"),), meets=(plan.records[node.path[:-1]],))


def _not_handed_on(plan: Manuscript, random: Random) -> Mutation | None:
    """One body gathers, another analyses, and no row says how it gets what was gathered."""
    paths, names = rows(plan), sorted({node.text for node in plan.of("measure executors")})
    if not paths or len(names) < 2:
        return None
    giver, taker = random.sample(names, 2)
    subject = random.choice(("о состоянии читальных залов", "об учебных тревогах", "о дорожных знаках"))
    gathered = {"measure": f"Сбор сведений {subject}", "executors": [giver]}
    analysed = {"measure": f"Анализ собранных сведений {subject}"}
    wrong, right = ([gathered, analysed | {"executors": [name]}] for name in (taker, giver))
    path = random.choice(paths)
    return Mutation((rows_after(plan, path, wrong),), (rows_after(plan, path, right),))


def _kind(name: str, make: Make, **about: str) -> Kind:
    return Kind("исполнители", name, make, **about)


KINDS = (
    _kind("имя из справочника с опечаткой", _unknown, codes="M"),
    _kind("орган назван прежним именем", _former),
    _kind("исполнитель не в том падеже", _nominative),
    _kind("то же, имя набрано вручную", by_hand(lambda name, random: name, "name")),
    _kind("второе имя того же органа", _second_name),
    _kind(
        "инициалы не те, что в справочнике", either(by_hand(other_initials), in_commission(other_initials))
    ),
    _kind(
        "фамилия с опечаткой против справочника", either(by_hand(other_surname), in_commission(other_surname))
    ),
    _kind("исполнителя нет", _executors(_none)),
    _kind("результата нет", _no_result),
    _kind("исполнитель назван дважды", _executors(_twice)),
    _kind("участники повторяют исполнителей", _executors(_participants)),
    _kind("в справочнике два органа через запятую", _glued),
    _kind("анализирует тот, кому собранного не передают", _not_handed_on),
    _kind("в словах пункта один исполнитель, в поле другой", _other_executor),
)
