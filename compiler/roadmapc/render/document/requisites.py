"""Requisites of an order in words (ГОСТ Р 7.0.97)."""

from roadmapc.model.organisation import Official
from roadmapc.model.plan import Appendix, ExecutorMark, Order, Plan
from roadmapc.model.profile import DateForm, Initials, NumberSign, Wording
from roadmapc.render.document.view import SignatureView
from roadmapc.text.dates import digits, in_words
from roadmapc.text.letters import capital
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


def date_of(order: Order, wording: Wording) -> str:
    """The day of signing; blanks in a draft."""
    if order.date is None:
        return DATE_BLANK
    return digits(order.date) if wording.date is DateForm.DIGITS else in_words(order.date)


def signature(order: Order, wording: Wording) -> SignatureView:
    """The signature; on an official's own blank the post is not repeated."""
    signed = signatory(order.signatory, wording)
    return SignatureView("", signed.name) if order.author == order.signatory else signed


def signatory(official: Official, wording: Wording) -> SignatureView:
    """A person as signatures write them."""
    name = initials_first(official.name)
    if wording.initials is Initials.CLOSE:
        name = name.replace(". ", ".", name.count(". ") - 1)
    return SignatureView(capital(official.post), name)


def executor_mark(mark: ExecutorMark | None) -> tuple[str, ...]:
    """Who drew the document up, a requisite a line."""
    return tuple(filter(None, (mark.name, mark.phone, mark.email))) if mark else ()


def appendix_mark(order: Order, appendix: Appendix, wording: Wording) -> tuple[str, ...]:
    """Requisite 19, or under the number of the appendix requisite 16: «УТВЕРЖДЁН приказом …»."""
    if appendix.mark == APPENDIX:
        return numbered_mark(order, appendix.number, wording)
    numbered = _numbered(appendix.number, wording) if appendix.number else ""
    lines = (numbered, appendix.mark, f"приказом {order.author_genitive}", _registered(order, wording))
    return tuple(filter(None, lines))


def numbered_mark(order: Order, number: str, wording: Wording) -> tuple[str, ...]:
    """Requisite 19; an empty number is not printed."""
    return (_numbered(number, wording), f"к приказу {order.author_genitive}", _registered(order, wording))


def _numbered(number: str, wording: Wording) -> str:
    sign = "№ " if wording.appendix_sign is NumberSign.WITH else ""
    return f"{APPENDIX} {sign}{number}" if number else APPENDIX


def _registered(order: Order, wording: Wording) -> str:
    return f"от {date_of(order, wording)} № {order.number or NUMBER_BLANK}"
