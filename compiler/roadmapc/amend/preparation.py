"""Before anything is worded: numbers of the new edition, what is restated whole, what cannot be said."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import chain

from roadmapc.amend.codes import UNAMENDABLE
from roadmapc.amend.composition import NO_FORMS, SeatForms, seat_changes, seat_forms
from roadmapc.amend.from_editions import is_in_order, is_mostly_new
from roadmapc.amend.instructions import Rename
from roadmapc.amend.numbers import Numbering, appendix_of, kept_numbers, own_numbers, scope_of
from roadmapc.amend.printed_order import Numbers, PrintedAppendix, PrintedOrder, key, printed_order
from roadmapc.amend.renaming import Declensions, declensions, renamed, renamings
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diff.from_plan import provisions
from roadmapc.diff.matching import Pair, pairs
from roadmapc.diff.moves import longest_rise, moved
from roadmapc.diff.provision import Provision
from roadmapc.model.history import retired
from roadmapc.model.plan import Order, Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.text.shorten import shortened


@dataclass(frozen=True, slots=True)
class Preparation:
    """How two editions of a plan can be compared by number."""

    before: tuple[Provision, ...]
    """Of the old edition, in the order of printing."""
    after: tuple[Provision, ...]
    pairs: tuple[Pair, ...]
    """Provisions that both editions have, without clauses that stand elsewhere."""
    base: PrintedOrder
    renamed: PrintedOrder
    """The old edition once the renamings are carried out."""
    target: PrintedOrder
    """The new edition under the numbers that it has after the amendment."""
    renames: tuple[Rename, ...]
    """What is replaced throughout, before anything else is compared."""
    declensions: Declensions
    """Of the names that bodies had and have."""
    seats: SeatForms
    """How members of commissions are called in cases; none where no composition differs."""
    numbers: Numbers
    """Of the new edition."""
    restated: frozenset[str]
    """Numbers of the appendices that are restated whole."""
    refusals: tuple[Diagnostic, ...]
    """Why there can be no amendment; empty if there can."""
    renumbered: tuple[tuple[Provision, str], ...]
    """Provisions of the new plan whose number after the amendment is not the one that the plan prints."""


def prepare(old: Plan, new: Plan) -> Preparation:
    """Numbers are kept, so appendices whose order has changed, or most of whose rows have, are restated."""
    return _Preparer(old, new).preparation()


class _Preparer:
    """Two plans with their provisions matched."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self._old, self._new = old, new
        self._before, self._after = provisions(old), provisions(new)
        self._pairs = _unmoved(self._before, pairs(self._before, self._after))
        self._appendices = [pair for pair in self._pairs if pair.after.kind is ProvisionKind.APPENDIX]
        self._moved = moved(self._before, self._after, self._pairs)

    def preparation(self) -> Preparation:
        """Numbers first as if nothing were restated; what then has to be frees its own."""
        base = printed_order(self._old, own_numbers(self._before))
        restated = self._disordered(base)
        numbering = self._numbering(restated)
        target = printed_order(self._new, numbering.numbers)
        forms = declensions(self._old.organisation, self._new.organisation)
        renames = renamings(base, _without(target, restated, numbering.numbers), forms)
        after_renames = reduce(lambda order, rename: renamed(order, rename, forms), renames, base)
        restated |= self._holding(numbering.unplaceable)
        both = self._side_by_side(after_renames, target, numbering.numbers)
        is_other = any(before.groups != after.groups for before, after in both.values())
        seats = seat_forms(self._old, self._new) if is_other else NO_FORMS
        restated |= _needing(both, seats)
        numbering = self._numbering(restated)
        numbers = numbering.numbers
        return Preparation(
            before=self._before,
            after=self._after,
            pairs=self._pairs,
            base=base,
            renamed=after_renames,
            target=printed_order(self._new, numbers),
            renames=renames,
            declensions=forms,
            seats=seats,
            numbers=numbers,
            restated=frozenset(numbers[ProvisionKind.APPENDIX, name] for name in restated),
            refusals=tuple(self._refusals(numbering)),
            renumbered=tuple(
                (provision, numbers[key(provision)])
                for provision in self._after
                if numbers[key(provision)] != provision.number
            ),
        )

    def _numbering(self, restated: frozenset[str]) -> Numbering:
        insertion = self._new.profile.amendments.insertion
        borne = ((scope_of(provision), provision.number) for provision in self._before)
        unused = (((each.kind, each.home), each.number) for each in retired(self._new))
        return kept_numbers(chain(borne, unused), self._after, self._pairs, restated, insertion)

    def _disordered(self, base: PrintedOrder) -> frozenset[str]:
        """Appendices whose provisions cannot be named one by one, or stand in another order."""
        plain = printed_order(self._new, own_numbers(self._after))
        before, after = ({each.number: each for each in order.appendices} for order in (base, plain))
        moved_within = {
            _appendix_name(pair.after)
            for pair in self._moved
            if pair.after.kind is not ProvisionKind.APPENDIX
        }
        return frozenset(
            pair.after.id
            for pair in self._appendices
            if pair.after.id in moved_within
            or not _is_comparable(before[pair.before.number], after[pair.after.number])
        )

    def _holding(self, unplaceable: tuple[Provision, ...]) -> frozenset[str]:
        """Appendices of both editions in which a provision has no number."""
        kept = {pair.after.id for pair in self._appendices}
        return frozenset(kept.intersection(map(_appendix_name, unplaceable)))

    def _side_by_side(
        self, base: PrintedOrder, target: PrintedOrder, numbers: Numbers
    ) -> dict[str, tuple[PrintedAppendix, PrintedAppendix]]:
        """Appendices of both editions by their names."""
        before, after = ({each.number: each for each in order.appendices} for order in (base, target))
        return {
            pair.after.id: (before[pair.before.number], after[numbers[key(pair.after)]])
            for pair in self._appendices
        }

    def _refusals(self, numbering: Numbering) -> Iterator[Diagnostic]:
        """Why no officer could carry such an amendment out."""
        old, new = self._old.order, self._new.order
        if old.date is None or not old.number:
            yield _refusal(
                "прежний документ не подписан: у него нет даты или номера",
                "проект правят, а не изменяют; если он подписан, запишите date и number в прежний план",
            )
        elif _identity(old) != _identity(new):
            yield _refusal(
                "вид, дата, номер и автор документа не изменяются",
                "верните их в новый план; новый документ вместо прежнего составляют отдельно",
            )
        for pair in self._moved:
            if pair.after.kind is ProvisionKind.APPENDIX:
                hint = "верните приложения в прежний порядок; новое приложение ставят последним"
                yield _refusal(f"приложение «{pair.after.title}» стоит в другом месте", hint)
        yield from self._unnamed()
        for provision in numbering.unplaceable:
            message = f"для единицы «{provision.title}» нет номера: она стоит перед первой"
            yield _refusal(message, "поставьте её после первой: номера меньше первого не бывает")

    def _unnamed(self) -> Iterator[Diagnostic]:
        """Clauses of a signed act that differ and whose number is none, or that of another."""
        old = {pair.after: pair.before for pair in self._pairs}
        gone = frozenset(self._before) - frozenset(old.values())
        changed = frozenset(new for new in self._after if new not in old or new.fields != old[new].fields)
        for edition, differing in ((self._before, gone), (self._after, changed)):
            clauses = [each for each in edition if each.kind is ProvisionKind.CLAUSE]
            counts = Counter(each.number for each in clauses)
            for clause in clauses:
                if clause in differing and (not clause.number or counts[clause.number] > 1):
                    message = f"пункт «{shortened(clause.title)}» не назвать по номеру: он не единственный"
                    if not clause.number:
                        message = f"пункт «{shortened(clause.title)}» не назвать: у него нет номера"
                    yield _refusal(message, "составьте изменение этого пункта сами: его слова знает автор")


def _needing(both: Mapping[str, tuple[PrintedAppendix, PrintedAppendix]], seats: SeatForms) -> frozenset[str]:
    """Appendices that are better restated, or whose new sections no number leads to their place."""
    return frozenset(
        name
        for name, (old, new) in both.items()
        if is_mostly_new(old, new)
        or (is_in_order(old) and not is_in_order(new))
        or seat_changes(old, new, seats) is None
    )


def _refusal(message: str, hint: str) -> Diagnostic:
    return Diagnostic(UNAMENDABLE, message, None, hints=(hint,))


def _without(target: PrintedOrder, restated: frozenset[str], numbers: Numbers) -> PrintedOrder:
    """The order without appendices that are restated: whatever is replaced in them is said again."""
    left_out = {numbers[ProvisionKind.APPENDIX, name] for name in restated}
    kept = tuple(appendix for appendix in target.appendices if appendix.number not in left_out)
    return target._replace(appendices=kept)


def _appendix_name(provision: Provision) -> str:
    """The appendix that holds a provision; empty for the order's own text."""
    appendix = appendix_of(provision)
    return appendix.id if appendix else ""


def _is_comparable(before: PrintedAppendix, after: PrintedAppendix) -> bool:
    """Whether what differs can be named by the numbers of rows and the headings of columns."""
    is_same_frame = (before.columns, before.rest) == (after.columns, after.rest)
    return is_same_frame and before.is_addressable and after.is_addressable


def _unmoved(old: tuple[Provision, ...], pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs without those of clauses that stand elsewhere, and of all that such clauses hold.

    An amendment moves nothing: a clause that stands elsewhere loses its force and is added anew under a new
    number, for its own would come to stand out of order.
    """
    places = {provision: at for at, provision in enumerate(old)}
    groups: dict[Provision | None, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.after.kind is ProvisionKind.CLAUSE:
            groups[pair.after.parent].append(pair)
    kept = frozenset(_kept(groups, None, None, places))
    return tuple(pair for pair in pairs if pair.after.kind is not ProvisionKind.CLAUSE or pair in kept)


def _kept(
    groups: dict[Provision | None, list[Pair]],
    before: Provision | None,
    after: Provision | None,
    places: dict[Provision, int],
) -> Iterator[Pair]:
    """Clauses under one that stays, or at the top, with those under them."""
    for pair in _in_order([pair for pair in groups[after] if pair.before.parent is before], places):
        yield pair
        yield from _kept(groups, pair.before, pair.after, places)


def _in_order(siblings: list[Pair], places: dict[Provision, int]) -> Iterable[Pair]:
    """As many as keep their order; the first of them always stays, for no number goes before its own."""
    if not siblings:
        return ()
    first, *others = siblings
    later = [pair for pair in others if places[pair.before] > places[first.before]]
    staying = longest_rise([places[pair.before] for pair in later])
    return (first, *(pair for at, pair in enumerate(later) if at in staying))


def _identity(order: Order) -> tuple[object, ...]:
    """By what an act is known: another one is another act, which amends nothing."""
    return order.kind, order.date, order.number, [author.id for author in order.authors]
