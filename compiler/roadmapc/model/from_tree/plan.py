"""The way into the model."""

from functools import partial

from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.deadline.words.names import season_name
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.memo import NOTHING_KEPT, Memo
from roadmapc.model.act import ActKind, kind_of
from roadmapc.model.amendment import Acts, ProvisionName
from roadmapc.model.codes import RESERVED_NAME
from roadmapc.model.files import Files
from roadmapc.model.from_tree.amendments import read_amendments
from roadmapc.model.from_tree.appendix import read_appendix
from roadmapc.model.from_tree.context import Context, name_days
from roadmapc.model.from_tree.dates import existing_day, read_period
from roadmapc.model.from_tree.fields import is_as_signed, mapping, mappings, scalar, text_of
from roadmapc.model.from_tree.order import read_order
from roadmapc.model.from_tree.seasons import lawful_seasons, read_seasons
from roadmapc.model.from_tree.time_zone import read_time_zone
from roadmapc.model.organisation import Organisation
from roadmapc.model.plan import Appendix, Plan, PlanId
from roadmapc.model.profile import Profile
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.reserved import why_no_plan
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, ScalarNode

_OTHER_NAME = "дайте плану другое имя, например с годом: plan-2027"


def read_plan(  # noqa: PLR0913 - a plan and all that it is read with
    file: SourceFile,
    node: MappingNode,
    organisation: Organisation,
    profile: Profile,
    files: Files,
    *,
    acts: Acts | None = None,
    memo: Memo = NOTHING_KEPT,
) -> Outcome[Plan]:
    """The plan of a valid tree, unless its period or its author is unknown; `None` for acts that it lists."""
    own, time_zone = read_seasons(file, node), read_time_zone(file, node)
    said = [*own.diagnostics, *time_zone.diagnostics]
    context = Context(file, organisation, files, said, memo=memo)
    seasons = _named_times(context, node, _seasons(profile, organisation, own.value or ()))
    amendments = _history(context, node, acts)
    period = read_period(context, scalar(node, "period"))
    appendices = _appendices(context, node)  # before the order: its clauses refer to them by name
    order = read_order(context, mapping(node, "order"), profile.wording.operative)
    context.report_unread(node)
    if period is None or order is None:
        return Outcome(None, tuple(context.problems))
    plan = Plan(
        id=_name(context, scalar(node, "id")),
        period=period,
        profile=profile,
        organisation=organisation,
        order=order,
        appendices=appendices,
        amendments=amendments,
        seasons=seasons,
        own_seasons=tuple(rule.name for rule in own.value or ()),
        time_zone=time_zone.value or organisation.time_zone,
        file=file,
        files=files,
        origin=node,
    )
    return Outcome(plan, tuple(context.problems))


def _named_times(
    context: Context, node: MappingNode, seasons: tuple[SeasonRule, ...]
) -> tuple[SeasonRule, ...]:
    """The seasons, by whose names phrases are read from here on; phrases of the same names may be known."""
    context.seasons, context.is_as_signed = tuple(rule.name for rule in seasons), is_as_signed(node)
    context.deadlines = context.memo.of("phrases", context.seasons)
    return seasons


def _history(context: Context, node: MappingNode, acts: Acts | None) -> Acts:
    """The acts behind the text; names in it are from then on those of the day of the order, or of an act."""
    order = mapping(node, "order")
    signed = existing_day(text_of(order.get("date")))
    if acts is None:
        acts = read_amendments(context, node, kind_of(text_of(order.get("kind")), ActKind.ORDER))
    context.acts = acts
    if context.organisation.former and signed is not None:
        context.days = name_days(context.organisation, signed, acts)
        context.call_as_on(signed)
    return acts


def _appendices(context: Context, node: MappingNode) -> tuple[Appendix, ...]:
    """A single one has no number."""
    nodes = tuple(mappings(node, "appendices"))
    return tuple(
        context.unit(
            ProvisionName(ProvisionKind.APPENDIX, text_of(child.get("id"))),
            partial(read_appendix, context, child, str(ordinal) if len(nodes) > 1 else ""),
        )
        for ordinal, child in enumerate(nodes, start=1)
    )


def _name(context: Context, node: ScalarNode) -> PlanId:
    if reason := why_no_plan(node.text):
        context.report(RESERVED_NAME, f"план нельзя назвать «{node.text}»: {reason}", node.span, _OTHER_NAME)
    return PlanId(node.text)


def _seasons(
    profile: Profile, organisation: Organisation, own: tuple[SeasonRule, ...]
) -> tuple[SeasonRule, ...]:
    """The narrower source of a name wins: the plan, then the directory, the profile, the law."""
    rules = (*lawful_seasons(), *profile.seasons, *organisation.seasons, *own)
    return tuple({season_name(rule.name): rule for rule in rules}.values())
