"""No template gives an order without a requisite in silence, whatever piece of it is lost."""

import re
from io import BytesIO

import docx
import pytest
from docx.oxml.parser import parse_xml
from losses import BLANKS, blank, losses, outcome, template

from roadmapc.render.docx.specimen import SPECIMENS
from roadmapc.render.proof.document import proved

ORDER = SPECIMENS[1]
NUMBERED = "1. Утвердить план."
"""A clause with its number, of which the order has one of each kind."""
REQUISITES = (
    *(
        "ПРИКАЗ",
        "приказываю",
        ORDER.date,
        ORDER.number,
        ORDER.title,
        ORDER.place,
        *ORDER.head,
        ORDER.preamble,
    ),
    *(words for each in ORDER.signatures for words in (each.post, each.name)),
    *(line for appendix in ORDER.appendices for line in (*appendix.mark, appendix.title)),
)


def printed(content: bytes) -> str:
    """All words of a document, as python-docx finds them."""
    body = docx.Document(BytesIO(content)).element.body
    return re.sub(r"\s+", " ", " ".join(text.text or "" for text in body.xpath(".//w:t")))


@pytest.mark.parametrize("name", BLANKS)
def test_a_whole_blank_is_accepted(name: str) -> None:
    whole = template(parse_xml(blank(name)))
    assert [proved(order, whole).diagnostics for order in SPECIMENS] == [()] * len(SPECIMENS)


@pytest.mark.parametrize("name", BLANKS)
def test_no_loss_leaves_a_requisite_out_in_silence(name: str) -> None:
    made = {loss.name: outcome(loss, ORDER) for loss in losses(name)}
    orders = {piece: printed(result) for piece, result in made.items() if isinstance(result, bytes)}
    without = {
        piece: [each for each in REQUISITES if re.sub(r"\s+", " ", each) not in text]
        for piece, text in orders.items()
    }
    assert {piece: missing for piece, missing in without.items() if missing} == {}
    whole = proved(ORDER, template(parse_xml(blank(name)))).value
    assert whole is not None
    assert {text.count(NUMBERED) for text in orders.values()} == {printed(whole).count(NUMBERED)} == {3}
    assert len(orders) < len(made) / 3  # most pieces are requisites or what prints them
