"""Before anything is worded: numbers of the new edition, what is said anew whole, what cannot be said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import NamedTuple

from roadmapc.amend.declension import Declensions, declensions
from roadmapc.amend.from_editions import is_in_order, is_mostly_new
from roadmapc.amend.instructions import Rename
from roadmapc.amend.numbers import Numbering, appendix_of, kept_numbers, own_numbers, scope_of
from roadmapc.amend.printed_order import Numbers, PrintedAppendix, PrintedOrder, edition, key
from roadmapc.amend.renaming import renamed, renamings
from roadmapc.amend.standing import standing
from roadmapc.diff.from_plan import provisions
from roadmapc.diff.matching import Pair, pairs
from roadmapc.diff.moves import moved
from roadmapc.diff.provision import Provision
from roadmapc.model.history import retired
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind


class Refusal(NamedTuple):
    """What no amendment can say, and what to do instead."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """How two editions of a plan can be compared by number."""

    base: PrintedOrder
    known: PrintedOrder
    """The old edition once the renamings are carried out."""
    target: PrintedOrder
    """The new edition under the numbers that it has after the amendment."""
    renames: tuple[Rename, ...]
    """What is replaced throughout, before anything else is compared."""
    declensions: Declensions
    """Of the names that bodies had and have."""
    numbers: Numbers
    """Of the new edition."""
    restated: frozenset[str]
    """Numbers of the appendices that are said anew whole."""
    refusals: tuple[Refusal, ...]
    """Why there can be no amendment; empty if there can."""
    renumbered: tuple[tuple[Provision, str], ...]
    """Units of the new plan whose number after the amendment is not the one that the plan prints."""


def scheme(old: Plan, new: Plan) -> Scheme:
    """Numbers are kept, so appendices whose order has changed, or most of whose rows have, are said anew."""
    return _Schemer(old, new).scheme()


class _Schemer:
    """Two plans with their units matched."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self._old, self._new = old, new
        self._before, self._after = provisions(old), provisions(new)
        self._pairs = standing(self._before, pairs(self._before, self._after))
        self._moved = moved(self._before, self._after, self._pairs)

    def scheme(self) -> Scheme:
        """Numbers first as if nothing were said anew; what then has to be frees its own."""
        base = edition(self._old, own_numbers(self._before))
        restated = self._disordered(base)
        numbering = self._numbering(restated)
        target = edition(self._new, numbering.numbers)
        forms = declensions(self._old.organisation, self._new.organisation)
        renames = renamings(base, _without(target, restated, numbering.numbers), forms)
        known = reduce(lambda edition, rename: renamed(edition, rename, forms), renames, base)
        restated |= self._homeless(numbering) | self._needing(known, target, numbering.numbers)
        numbering = self._numbering(restated)
        numbers = numbering.numbers
        return Scheme(
            base=base,
            known=known,
            target=edition(self._new, numbers),
            renames=renames,
            declensions=forms,
            numbers=numbers,
            restated=frozenset(numbers[ProvisionKind.APPENDIX, name] for name in restated),
            refusals=tuple(self._refusals(numbering)),
            renumbered=tuple(
                (unit, numbers[key(unit)]) for unit in self._after if numbers[key(unit)] != unit.number
            ),
        )

    def _numbering(self, restated: frozenset[str]) -> Numbering:
        insertion = self._new.profile.amendments.insertion
        borne = ((scope_of(unit), unit.number) for unit in self._before)
        left = (((gone.kind, gone.home), gone.number) for gone in retired(self._new))
        return kept_numbers(chain(borne, left), self._after, self._pairs, restated, insertion)

    def _appendices(self) -> list[Pair]:
        return [pair for pair in self._pairs if pair.after.kind is ProvisionKind.APPENDIX]

    def _disordered(self, base: PrintedOrder) -> frozenset[str]:
        """Appendices whose units cannot be named one by one, or stand in another order."""
        plain = edition(self._new, own_numbers(self._after))
        before, after = ({each.number: each for each in side.appendices} for side in (base, plain))
        moved_in = {
            _name(pair.after) for pair in self._moved if pair.after.kind is not ProvisionKind.APPENDIX
        }
        return frozenset(
            pair.after.id
            for pair in self._appendices()
            if pair.after.id in moved_in
            or not _is_comparable(before[pair.before.number], after[pair.after.number])
        )

    def _homeless(self, numbering: Numbering) -> frozenset[str]:
        kept = {pair.after.id for pair in self._appendices()}
        return frozenset(_name(unit) for unit in numbering.homeless if _name(unit) in kept)

    def _needing(self, base: PrintedOrder, target: PrintedOrder, numbers: Numbers) -> frozenset[str]:
        """Appendices that are better said anew, or whose new sections no number leads to their place."""
        before, after = ({each.number: each for each in side.appendices} for side in (base, target))
        both = [
            (pair.after.id, before[pair.before.number], after[numbers[key(pair.after)]])
            for pair in self._appendices()
        ]
        return frozenset(
            name
            for name, old, new in both
            if is_mostly_new(old, new) or (is_in_order(old) and not is_in_order(new))
        )

    def _refusals(self, numbering: Numbering) -> Iterator[Refusal]:
        """Why no officer could carry such an amendment out."""
        old, new = self._old.order, self._new.order
        if old.date is None or not old.number:
            yield _UNSIGNED
        elif (old.date, old.number) != (new.date, new.number) or old.author.id != new.author.id:
            yield _OTHER_REQUISITES
        for pair in self._moved:
            if pair.after.kind is ProvisionKind.APPENDIX:
                yield Refusal(f"приложение «{pair.after.title}» стоит в другом месте", _KEEP_APPENDICES)
        for unit in numbering.homeless:
            yield Refusal(f"для единицы «{unit.title}» нет номера: она стоит перед первой", _NOT_BEFORE)


_UNSIGNED = Refusal(
    "прежний приказ не подписан: у него нет даты или номера",
    "проект правят, а не изменяют; если приказ подписан, запишите date и number в прежний план",
)
_OTHER_REQUISITES = Refusal(
    "дата, номер и автор приказа не изменяются",
    "верните их в новый план; новый приказ вместо прежнего составляют отдельно",
)
_KEEP_APPENDICES = "верните приложения в прежний порядок; новое приложение ставят последним"
_NOT_BEFORE = "поставьте её после первой: номера меньше первого не бывает"


def _without(target: PrintedOrder, restated: frozenset[str], numbers: Numbers) -> PrintedOrder:
    """The edition without appendices that are said anew: whatever is replaced in them is said again."""
    gone = {numbers[ProvisionKind.APPENDIX, name] for name in restated}
    return target._replace(appendices=tuple(each for each in target.appendices if each.number not in gone))


def _name(unit: Provision) -> str:
    """The appendix that holds a unit; empty for the order's own text."""
    appendix = appendix_of(unit)
    return appendix.id if appendix else ""


def _is_comparable(before: PrintedAppendix, after: PrintedAppendix) -> bool:
    """Whether what differs can be named by the numbers of rows and the headings of columns."""
    is_same_frame = (before.columns, before.rest) == (after.columns, after.rest)
    return is_same_frame and before.is_addressable and after.is_addressable
