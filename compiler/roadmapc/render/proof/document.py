"""The one way to a document: made by its template, read back, and held against its view."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.profile import Layout
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.codes import UNFAITHFUL_TEMPLATE
from roadmapc.render.docx.order import DEFAULT_LAYOUT, SHIPPED, render
from roadmapc.render.proof.constants import constants
from roadmapc.render.proof.proof import Lack, proof
from roadmapc.render.store import NOTHING_STORED, Store
from roadmapc.source.package import Refusal
from roadmapc.wordprocessing.from_package import from_package, from_parts

_SHOWN = 10
"""What a template loses or adds that is told one by one."""


def proved(
    view: OrderView,
    template: bytes,
    *,
    template_name: str = SHIPPED,
    layout: Layout = DEFAULT_LAYOUT,
    store: Store = NOTHING_STORED,
) -> Outcome[bytes]:
    """The DOCX of an order that says what its view says, and nothing else but words of its template.

    No value, with what is missing or added, if the template does not print it so; `template_name` is for
    messages.
    """
    made = render(view, template, template_name=template_name, layout=layout, store=store)
    own = _own_words(template, store)
    if isinstance(own, Refusal):
        return made.then(lambda _: _unread(template_name, own))
    return made.then(lambda content: _checked(view, content, own, template_name))


def _checked(view: OrderView, content: bytes, own: frozenset[str], name: str) -> Outcome[bytes]:
    with ZipFile(
        BytesIO(content)
    ) as package:  # our own: limits for strangers' packages would stop large plans
        reading = from_parts({part: package.read(part) for part in package.namelist()})
    if isinstance(reading, Refusal):
        return _unread(name, reading)
    lacks = proof(view, reading, own)
    return Outcome(None, tuple(_problems(lacks, name))) if lacks else Outcome(content)


def _unread(name: str, refusal: Refusal) -> Outcome[bytes]:
    from roadmapc.render.docx.inspection import unreadable  # noqa: PLC0415 - lxml is slow to import

    return Outcome(None, (unreadable(name, refusal.reason),))


def _own_words(template: bytes, store: Store) -> frozenset[str] | Refusal:
    """The constant words of a template, which are kept as long as it is the same."""
    name = f"words-{sha256(template).hexdigest()}"
    if known := store.get(name):
        return frozenset(known.decode(errors="replace").split("\n"))
    own = _read(template)
    if not isinstance(own, Refusal):
        store.put(name, "\n".join(sorted(own)).encode())
    return own


@lru_cache(maxsize=2)
def _read(template: bytes) -> frozenset[str] | Refusal:
    """The same, of a template that many plans of one run share."""
    form = from_package(template)
    return form if isinstance(form, Refusal) else constants(form)


def _problems(lacks: Sequence[Lack], name: str) -> Iterator[Diagnostic]:
    """What a template does otherwise than the plan says."""
    hint = "сравните с поставляемым шаблоном: roadmapc template export"
    for lack in lacks[:_SHOWN]:
        yield Diagnostic(UNFAITHFUL_TEMPLATE, f"шаблон «{name}» {lack.message}", None, hints=(hint,))
    if len(lacks) > _SHOWN:
        message = f"шаблон «{name}» расходится с планом ещё в {len(lacks) - _SHOWN} местах"
        yield Diagnostic(UNFAITHFUL_TEMPLATE, message, None, hints=(hint,))
