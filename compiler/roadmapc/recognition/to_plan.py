"""An incoming document as the plan that a colleague would keep of it, with its directory."""

import re
from typing import NamedTuple

from roadmapc.incoming.blocks import Aside, Incoming, Paragraph
from roadmapc.model.act import ActKind
from roadmapc.recognition.account import Account, Question
from roadmapc.recognition.appendix_fields import Appendices, titled
from roadmapc.recognition.authors import Writer
from roadmapc.recognition.clauses import tree, units
from roadmapc.recognition.closing_fields import Closing
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.head import Head, read_head
from roadmapc.recognition.ids import Ids
from roadmapc.recognition.lines import Words
from roadmapc.recognition.marks import AppendixMark
from roadmapc.recognition.order_fields import Order
from roadmapc.recognition.outline import outline
from roadmapc.recognition.period import period_of
from roadmapc.recognition.registered import day_in, number_in
from roadmapc.recognition.unmarked import parted
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node, SequenceNode

_ASIDES = {
    Aside.RUNNING_HEAD: "колонтитул: его печатает шаблон",
    Aside.COMMENT: "примечание на полях: в акт не входит",
    Aside.DELETED: "удалено исправлением, которое прочтено как принятое",
}


_OPENING = re.compile(r"^[«\"]?Об?о? (?:утверждении )?", re.IGNORECASE)


class Recognised(NamedTuple):
    """What a document became."""

    plan: MappingNode
    directory: Directory
    has_order: bool
    """Whether an act stands over the plan."""
    has_measures: bool


def recognise(document: Incoming, account: Account, directory: Directory, reference: str) -> Recognised:
    """The plan of a document; its directory, which the plan names by `reference`, is filled on the way."""
    found = outline(document.blocks, account)
    head = read_head(found.head, account)
    marks = [each.mark for each in found.appendices if each.mark is not None]
    if not found.has_order and marks:
        head = _approved_by(head, marks[0])
    # the words of a draft that somebody typed are as much his own as those of a signed act
    is_signed = found.has_order or head.day is not None
    issuer = Writer(account, directory).issuer(head, found.signing, marks)
    ids = Ids()
    clauses = tree(units(block for block in found.clauses if isinstance(block, Paragraph)))
    known = " ".join(
        (head.title.text, *(clause.unit.words.text for each in clauses for clause in each.walk()))
    )
    appendices = titled(parted(found.appendices, clauses), known, ids)
    order = Order(account, directory, issuer, is_signed=is_signed)
    fields: dict[str, Node] = order.requisites(head)
    numbered = [(each.mark.number if each.mark else "", each.id) for each in appendices]
    fields["clauses"] = order.clauses(clauses, numbered) if clauses else order.approving(appendices)
    fields |= Closing(account, directory).fields(found)
    bodies = Appendices(account, directory, ids, head, issuer).fields(appendices, is_signed=is_signed)
    _asides(document, account)
    titles = (head.title.text, *(Words.of(each.title).text for each in appendices if each.title))
    plan: dict[str, Node] = {
        "format": text("1")._replace(is_plain=True),
        "id": text(_plan_id(titles, head)),
        "organisation": text(reference),
        "period": text(_period(titles, head, document, account)),
        "order": mapping(fields),
    }
    if bodies:
        plan["appendices"] = sequence(bodies)
    has_measures = any(_has_measures(body) for body in bodies)
    return Recognised(mapping(plan), directory, found.has_order, has_measures)


def _has_measures(appendix: MappingNode) -> bool:
    """Whether a table of measures is one of its parts, or all of it."""
    parts = appendix.get("parts")
    nodes = parts.items if isinstance(parts, SequenceNode) else (appendix,)
    return any(
        isinstance(node, MappingNode) and node.fields.keys() & {"sections", "measures"} for node in nodes
    )


def _approved_by(head: Head, mark: AppendixMark) -> Head:
    """What the mark of a plan alone says of the act that approved it: its kind, its day and number."""
    lines = " ".join(line.text for line in mark.lines)
    stem = mark.act.text.casefold()
    kind = next((kind for kind in ActKind if kind.removesuffix("е") in stem), head.kind)
    day, number = day_in(lines), number_in(mark.lines[-1].text)
    words = Words(number.value, (), mark.lines[-1].where) if number is not None else head.number
    return head._replace(kind=kind, day=day[0] if day else None, number=words)


def _plan_id(titles: tuple[str, ...], head: Head) -> str:
    """By what is approved, else what the act is about, and its year."""
    about = _OPENING.sub("", (*titles[1:], titles[0])[0])
    year = f"-{head.day.year}" if head.day else ""
    return f"{Ids().name(about, 'plan').removesuffix(year)}{year}"


def _period(titles: tuple[str, ...], head: Head, document: Incoming, account: Account) -> str:
    """The years of the titles, else a question."""
    period = period_of(titles, head.day, document.text)
    if period.is_sure:
        return period.phrase
    question = "на какие годы этот план?"
    return account.decide(Question("period", "заголовок", question, period.phrase, (), ("period",)))


def _asides(document: Incoming, account: Account) -> None:
    """Words outside the reading order that are known to be no part of the act."""
    for margin in document.margins:
        if margin.kind in _ASIDES:
            account.leave(margin.paragraph.span, margin.paragraph.where, _ASIDES[margin.kind])
