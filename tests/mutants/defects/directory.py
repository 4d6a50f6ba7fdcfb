"""The directory of bodies and people: misspelt names, and forms that are not those of the name."""

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from defects.slips import other_initials, other_surname, with_slip
from kind import Kind, Make, Mutation
from manuscript import Manuscript, Node
from ways import rewritten

FORMS = ("genitive", "dative", "accusative", "instrumental")
BODY_FORMS = tuple(f"body {form}" for form in FORMS)
PERSON_FORMS = tuple(f"person {form}" for form in FORMS)


Change: TypeAlias = Callable[[Manuscript, Node, Random], str | None]


def _slip(slip: Callable[[str, Random], str | None]) -> Change:
    return lambda plan, node, random: slip(node.text, random)


def _change(roles: tuple[str, ...], change: Change) -> Make:
    """One entry of the directory; a finding may stand at any of its forms."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        nodes = [node for node in plan.of(*roles) if node.path[0] == "directory"]
        random.shuffle(nodes)
        for node in nodes:
            text = change(plan, node, random)
            if text and text != node.text:
                return Mutation((rewritten(node, text),), meets=(plan.records[node.path[:-1]],))
        return None

    return make


def _name(plan: Manuscript, node: Node) -> str:
    return str(plan.at(*node.path[:-1], "name"))


def _nominative(plan: Manuscript, node: Node, random: Random) -> str:
    return _name(plan, node)


def _other_case(plan: Manuscript, node: Node, random: Random) -> str | None:
    """A form stands where another one belongs."""
    entry = plan.at(*node.path[:-1])
    others = [
        entry[form] for form in FORMS if form in entry and entry[form] not in (node.text, entry["name"])
    ]
    return random.choice(others) if others else None


def _half_declined(plan: Manuscript, node: Node, random: Random) -> str | None:
    """The first word is in the case, the next as in the name."""
    name, form = _name(plan, node).split(), node.text.split()
    if len(name) != len(form) or len(name) < 2 or name[1] == form[1]:
        return None
    return " ".join((form[0], name[1], *form[2:]))


KINDS = (
    Kind("справочник", "опечатка в названии органа", _change(("body name",), _slip(with_slip))),
    Kind("справочник", "опечатка в должности", _change(("person post",), _slip(with_slip))),
    Kind("справочник", "форма органа осталась в именительном", _change(BODY_FORMS, _nominative)),
    Kind("справочник", "форма имени осталась в именительном", _change(PERSON_FORMS, _nominative)),
    Kind("справочник", "в форме имени другие инициалы", _change(PERSON_FORMS, _slip(other_initials))),
    Kind("справочник", "в форме имени другая фамилия", _change(PERSON_FORMS, _slip(other_surname))),
    Kind("справочник", "на месте падежа другой падеж", _change((*BODY_FORMS, *PERSON_FORMS), _other_case)),
    Kind("справочник", "форма органа просклонена наполовину", _change(BODY_FORMS, _half_declined)),
)
