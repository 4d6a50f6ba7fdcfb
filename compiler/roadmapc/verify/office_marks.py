"""Marks that an office puts on a document when it registers, checks, copies and files it.

They are requisites of the document (ГОСТ Р 7.0.97: 21, 26 to 30), but no words of the act.
"""

import re

_PERSON = (
    r"(?:[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё-]+"
    r"|[А-ЯЁ][а-яё-]+(?: [А-ЯЁ]\. ?[А-ЯЁ]\.| [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+))"
)
_DAY = r"\d{1,2}\.\d{2}\.\d{4}(?: ?г\.| года)?"
_STAMP = (
    r"(?i:документ подписан (?:усиленной )?(?:квалифицированной )?электронной подписью)"
    r"(?: (?i:сертификат):? ?[\dA-Fa-f ]{8,80})?"
    rf"(?: (?i:владелец):? {_PERSON})?"
    rf"(?: (?i:действител(?:ен|ьна)):? с {_DAY} по {_DAY})?"
)
_OWNER = (
    r"(?: (?:(?i:администрации|управления|департамента|комитета|отдела|организации|учреждения|министерства"
    r"|образования|образованием|города|района|округа|края|области|муниципального|городского|городским)"
    r"|[А-ЯЁ][а-яё-]+)){0,8}"
)
"""Of an office that keeps documents; no words by which anything could be ordered."""
_STORE = rf"(?i:(?:системе )?(?:электронного )?документооборота|СЭДД?|архиве|канцелярии|общем отделе){_OWNER}"
_NUMBERED = r"(?i:рег\.|зарегистрировано) ?[№N] ?(?P<number>[\w/-]+)"
_REGISTERED = re.compile(_NUMBERED)
_MARKS = re.compile(
    "|".join(
        (
            r"К|(?i:контроль|на контроле)",
            r"(?i:верно|копия верна):?",
            rf"(?i:вх\.|входящий) ?[№N] ?[\w/-]+(?: от)?(?: {_DAY})?",
            rf"(?i:в дело) [№N] ?[\w/-]+(?: {_DAY})?",
            rf"{_NUMBERED}(?: от)?(?: {_DAY})?",
            r"М\. ?П\.",
            rf"(?i:подлинник электронного документа, подписанного ЭП,? хранится в ){_STORE}",
            r"(?i:сведения о сертификате ЭП)",
            _STAMP,
            r"(?i:сертификат):? ?[\dA-Fa-f ]{8,80}",
            rf"(?i:владелец):? {_PERSON}",
            rf"(?i:действител(?:ен|ьна)):? с {_DAY} по {_DAY}",
        )
    )
)
_CERTIFIED = re.compile(r"(?i:верно|копия верна)")
_SIGNING = re.compile(r"(?i)электронной подписью|\bЭЦ?П\b|сертификат")
_LONGEST = 400
"""Characters of a stamp."""
_POST = (
    r"(?i:(?:главный|ведущий|старший) )?(?i:специалист|секретарь|делопроизводитель|документовед|инспектор|"
    r"методист|консультант|эксперт|архивариус|заведующ(?:ий|ая) канцелярией|начальник (?:отдела|управления))"
    r"(?: (?:по|и|с|канцелярии|приёмной|приемной|общего|организационного|правового|кадров|персоналом|работе"
    r"|документами|документационному|документационного|обеспечению|обеспечения|делопроизводству"
    rf"|делопроизводства|контролю|обращениями|граждан)){{0,6}}{_OWNER}"
)
_CERTIFIER = re.compile(rf"(?:{_POST})?[ _]*(?:{_PERSON})?[ _]*(?:{_DAY})?")


def is_mark(text: str) -> bool:
    """Whether a text is such a mark and nothing else."""
    return _MARKS.fullmatch(" ".join(text.split())) is not None


def is_signing(text: str) -> bool:
    """Whether words tell of an electronic signature, in the form of whatever system has put them there."""
    return is_mark(text) or (len(text) <= _LONGEST and _SIGNING.search(text) is not None)


def registered(text: str) -> str:
    """The number under which a mark says that the document is registered; empty if it says none."""
    found = _REGISTERED.match(" ".join(text.split()))
    return found["number"] if found is not None else ""


def certifies(text: str) -> bool:
    """Whether a text opens the certification of a copy; post, name and day stand in it or follow."""
    found = _CERTIFIED.match(text)
    return found is not None and is_certifier(text[found.end() :].lstrip(": "))


def is_certifier(text: str) -> bool:
    """Whether a text is the post, the name or the day under «Верно»."""
    return _CERTIFIER.fullmatch(" ".join(text.split())) is not None
