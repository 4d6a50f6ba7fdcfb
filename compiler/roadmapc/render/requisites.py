"""Requisites of an order in words (ГОСТ Р 7.0.97)."""

from __future__ import annotations

from roadmapc.model.organisation import Official
from roadmapc.model.plan import Appendix, Copies, ExecutorMark, Order, Plan
from roadmapc.render.view import CopiesView, SignatureView
from roadmapc.text.dates import digits
from roadmapc.text.names import initials_first

DATE_BLANK = "____________"
NUMBER_BLANK = "_____"

APPENDIX = "Приложение"
"""The mark of an appendix that is no approved document of its own."""


def head(plan: Plan) -> tuple[str, ...]:
    """Lines of the blank: the organisation, then the post or the unit that issues the order."""
    author = plan.order.author
    return (plan.organisation.name, author.post if isinstance(author, Official) else author.name)


def issuer(plan: Plan) -> str:
    """The body that issues the order."""
    author = plan.order.author
    if not isinstance(author, Official):
        return author.name
    return plan.organisation.bodies[author.body].name if author.body else plan.organisation.name


def is_draft(order: Order) -> bool:
    """Whether the order still lacks what registration gives it."""
    return order.date is None or not order.number


def date_of(order: Order) -> str:
    """The day of signing; blanks in a draft."""
    return digits(order.date) if order.date else DATE_BLANK


def number_of(order: Order) -> str:
    """The registration number; blanks in a draft."""
    return order.number or NUMBER_BLANK


def signature(order: Order) -> SignatureView:
    """The signature; on an official's own blank the post is not repeated."""
    signed = signatory(order.signatory)
    return SignatureView("", signed.name) if order.author == order.signatory else signed


def signatory(official: Official) -> SignatureView:
    """A person as signatures write them."""
    post = official.post
    return SignatureView(post[:1].upper() + post[1:], initials_first(official.name))


def executor_mark(mark: ExecutorMark | None) -> tuple[str, ...]:
    """Who drew the document up, a requisite a line."""
    return tuple(filter(None, (mark.name, mark.phone, mark.email))) if mark else ()


def copies(line: Copies) -> CopiesView:
    """A line of the distribution list."""
    return CopiesView(line.to, f"{line.count} экз.")


def appendix_mark(order: Order, appendix: Appendix) -> tuple[str, ...]:
    """Requisite 19, or under the number of the appendix requisite 16: «УТВЕРЖДЁН приказом …»."""
    registered = f"от {date_of(order)} № {number_of(order)}"
    numbered = f"{APPENDIX} № {appendix.number}" if appendix.number else ""
    if appendix.mark == APPENDIX:
        return (numbered or APPENDIX, f"к приказу {order.author_genitive}", registered)
    lines = (numbered, appendix.mark, f"приказом {order.author_genitive}", registered)
    return tuple(filter(None, lines))
