"""Requisites of an order in words (ГОСТ Р 7.0.97)."""

from dataclasses import replace

from roadmapc.model.act import Case
from roadmapc.model.organisation import Body, Official
from roadmapc.model.plan import Appendix, Order, Plan, Signatory
from roadmapc.model.profile import DateForm, Initials, NumberSign, Wording
from roadmapc.model.requisites import DEFAULT_MARK, MARKS, ExecutorMark, Sanction
from roadmapc.render.document.requisites_view import AgreementView, BlankView, SignatureView
from roadmapc.text.dates import digits, in_words
from roadmapc.text.letters import capital
from roadmapc.text.names import initials_first

DATE_BLANK = "____________"
NUMBER_BLANK = "_____"


def head(plan: Plan) -> tuple[str, ...]:
    """Lines of the blank: the organisation, then the post or the unit that issues the act, or all of them.

    An administration or a council that is itself the organisation is printed once.
    """
    return tuple(line for line, _ in _head(plan))


def _head(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The lines, each with its words in the second language, which may be empty."""
    authors = (
        (each.post, each.second_post) if isinstance(each, Official) else (each.name, each.second_name)
        for each in plan.order.authors
    )
    lines = ((plan.organisation.name, plan.organisation.second_name), *authors)
    return tuple({name.casefold(): (name, second) for name, second in reversed(lines)}.values())[::-1]


def blank(plan: Plan) -> BlankView:
    """What the blank may print besides its head: of the first author's body, else of the organisation."""
    directory = plan.organisation
    author, *_ = plan.order.authors
    body = directory.bodies.get(author.body) if isinstance(author, Official) and author.body else author
    own = body.letterhead if isinstance(body, Body) else None
    seconds = tuple(second for _, second in _head(plan))
    return BlankView(
        letterhead=own or directory.letterhead,
        second_head=seconds if all(seconds) else (),
        second_kind=directory.second_kinds.get(plan.order.kind, ""),
    )


def agreement(agreed: Signatory | Sanction, wording: Wording) -> AgreementView:
    """Who agrees, or by what act it was done."""
    if isinstance(agreed, Signatory):
        signed = signer(agreed, wording)
        return AgreementView("", signed.post, signed.name)
    return AgreementView(f"{agreed.act} {_dated(agreed, wording)}", "", "")


def _dated(sanction: Sanction, wording: Wording) -> str:
    return f"от {date_of(sanction, wording)} № {sanction.number}"


def issuer(plan: Plan) -> str:
    """The bodies that issue the act, with commas between them."""
    return ", ".join(_body(plan, author) for author in plan.order.authors)


def _body(plan: Plan, author: Body | Official) -> str:
    if not isinstance(author, Official):
        return author.name
    return plan.organisation.bodies[author.body].name if author.body else plan.organisation.name


def date_of(order: Order | Sanction, wording: Wording) -> str:
    """The day of signing; blanks in a draft, what stands there in a signed act with a day that is none."""
    if order.date is None:
        return order.written or DATE_BLANK
    return digits(order.date) if wording.date is DateForm.DIGITS else in_words(order.date)


def is_typed(order: Order) -> bool:
    """Whether the preamble of a signed act says all of itself, its operative word and the mark after it."""
    return order.is_as_signed and "operative" in order.origin.fields and not order.command.word


def preamble(order: Order) -> str:
    """The preamble with the name of the body that speaks after it: «В целях … администрация города»."""
    if is_typed(order):
        return ""
    speaker = order.command.speaker
    return f"{order.preamble} {speaker}".rstrip() if order.preamble else capital(speaker)


def command(order: Order) -> str:
    """The operative word, which begins the text where there is no preamble; empty if the act has none."""
    return order.command.word if preamble(order) else capital(order.command.word)


def signature(order: Order, signatory: Signatory, wording: Wording) -> SignatureView:
    """A signature; on an official's own blank the post is not repeated.

    Whoever performs the duties of another signs under the post of that other (ГОСТ Р 7.0.97, 5.22).
    """
    is_own = signatory.acting_for is None and order.authors == (signatory.official,)
    signed = signer(signatory, wording)
    return replace(signed, post="") if is_own else signed


def signer(signatory: Signatory, wording: Wording) -> SignatureView:
    """Whoever signs, under his post or that of whom he acts for."""
    signed = person(signatory.official, wording)
    if signatory.acting_for is None:
        return signed
    return replace(signed, post=capital(f"{signatory.acting_as} {signatory.acting_post}"))


def person(official: Official, wording: Wording) -> SignatureView:
    """An official as signatures write them."""
    name = initials_first(official.name)
    if wording.initials is Initials.CLOSE:
        name = name.replace(". ", ".", name.count(". ") - 1)
    return SignatureView(capital(official.post), name)


def executor_mark(mark: ExecutorMark | None) -> tuple[str, ...]:
    """Who drew the document up, a requisite a line."""
    return tuple(filter(None, (*mark.name.split("\n"), mark.phone, mark.email))) if mark else ()


def appendix_mark(order: Order, appendix: Appendix, wording: Wording) -> tuple[str, ...]:
    """Requisite 19, or under the number of the appendix requisite 16: «УТВЕРЖДЁН приказом …»."""
    if appendix.mark == DEFAULT_MARK:
        return numbered_mark(order, appendix.number, wording)
    if appendix.mark not in MARKS:
        return tuple(filter(None, map(str.strip, appendix.mark.split("\n"))))
    numbered = _numbered(appendix.number, wording) if appendix.number else ""
    above = (numbered,) if numbered else ()
    if appendix.approved_by is not None:
        approval = appendix.approved_by
        return (*above, appendix.mark, approval.act, _dated(approval, wording))
    return (
        *above,
        appendix.mark,
        f"{order.kind.noun(Case.INSTRUMENTAL)} {order.author_genitive}",
        _registered(order, wording),
    )


def numbered_mark(order: Order, number: str, wording: Wording) -> tuple[str, ...]:
    """Requisite 19; an empty number is not printed."""
    act = f"к {order.kind.noun(Case.DATIVE)} {order.author_genitive}"
    return (_numbered(number, wording), act, _registered(order, wording))


def _numbered(number: str, wording: Wording) -> str:
    sign = "№ " if wording.appendix_sign is NumberSign.WITH else ""
    return f"{DEFAULT_MARK} {sign}{number}" if number else DEFAULT_MARK


def _registered(order: Order, wording: Wording) -> str:
    return f"от {date_of(order, wording)} № {order.number or NUMBER_BLANK}"
