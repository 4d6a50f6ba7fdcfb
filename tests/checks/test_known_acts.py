"""The table of federal acts: each row is whole, and a citation of it as it stands is found right."""

import re

import pytest

from roadmapc.checks.facts.acts import KINDS, acts
from roadmapc.checks.facts.known_acts import KnownAct, difference, known_acts, meant

ACTS = known_acts()
AUTHORS = {"указ": "Президента Российской Федерации", "постановлени": "Правительства Российской Федерации"}
SOURCE = re.compile(r"(?:СЗ РФ|Ведомости СНД и ВС РФ), (?P<year>\d{4}), № \d+(?: \(ч\. \d\))?, ст\. \d+")


def _cited(act: KnownAct, **other: str) -> str:
    """The act as a preamble cites it, or with something else in its place."""
    word = {"закон": "Законом", "указ": "Указом", "постановлени": "постановлением"}[act.kind]
    parts = {"date": f"{act.day:%d.%m.%Y}", "number": act.number, "title": act.title} | other
    return f"{word} {AUTHORS.get(act.kind, '')} от {parts['date']} № {parts['number']} «{parts['title']}»"


def _differs(words: str) -> str:
    (act,) = acts(words)
    known = meant(act)
    return difference(act, known) if known else "другой акт"


@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.number} {act.day}")
class TestRow:
    def test_it_is_whole(self, act):
        assert act.kind in KINDS
        published = SOURCE.fullmatch(act.source)
        assert published
        # what was signed in the last days of a year is published in the next; some laws of 1992 were anew
        assert int(published["year"]) - act.day.year in (0, 1, 4)
        assert act.until is None or act.until > act.day

    def test_a_right_citation_is_right(self, act):
        assert _differs(_cited(act)) == ""

    def test_another_number_is_noticed(self, act):
        assert "номер" in _differs(_cited(act, number="9999-ФЗ"))

    def test_another_date_is_noticed(self, act):
        assert "дата" in _differs(_cited(act, date=f"{act.day:%d.%m}.2019"))


def test_no_act_stands_twice():
    rows = [(act.kind, act.day, act.number) for act in ACTS]
    assert len(rows) == len(set(rows))


def test_a_law_of_another_year_with_a_known_number_is_another_law():
    assert _differs("Федеральным законом от 03.07.2016 № 273-ФЗ «О внесении изменений»") == "другой акт"
