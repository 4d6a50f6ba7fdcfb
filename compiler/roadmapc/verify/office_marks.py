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
_MARKS = re.compile(
    "|".join(
        (
            r"К|(?i:контроль|на контроле)",
            r"(?i:верно|копия верна):?",
            rf"(?i:вх\.|входящий) ?[№N] ?[\w/-]+(?: от)?(?: {_DAY})?",
            rf"(?i:в дело) [№N] ?[\w/-]+(?: {_DAY})?",
            rf"(?i:рег\.|зарегистрировано) ?[№N] ?[\w/-]+(?: от)?(?: {_DAY})?",
            r"М\. ?П\.",
            r"(?i:подлинник электронного документа, подписанного ЭП,? хранится в )[^.;:]{1,80}",
            r"(?i:сведения о сертификате ЭП)",
            _STAMP,
            r"(?i:сертификат):? ?[\dA-Fa-f ]{8,80}",
            rf"(?i:владелец):? {_PERSON}",
            rf"(?i:действител(?:ен|ьна)):? с {_DAY} по {_DAY}",
        )
    )
)
_CERTIFIED = re.compile(r"(?i:верно|копия верна)")
_POST = (
    r"(?i:(?:главный|ведущий|старший) )?(?i:специалист|секретарь|делопроизводитель|документовед|инспектор|"
    r"методист|консультант|эксперт|архивариус|заведующ(?:ий|ая) канцелярией|начальник (?:отдела|управления))"
    r"(?: [а-яё-]+){0,6}"
)
_CERTIFIER = re.compile(rf"(?:{_POST})?[ _]*(?:{_PERSON})?[ _]*(?:{_DAY})?")


def is_mark(text: str) -> bool:
    """Whether a text is such a mark and nothing else."""
    return _MARKS.fullmatch(" ".join(text.split())) is not None


def certifies(text: str) -> bool:
    """Whether a text opens the certification of a copy; post, name and day stand in it or follow."""
    found = _CERTIFIED.match(text)
    return found is not None and is_certifier(text[found.end() :].lstrip(": "))


def is_certifier(text: str) -> bool:
    """Whether a text is the post, the name or the day under «Верно»."""
    return _CERTIFIER.fullmatch(" ".join(text.split())) is not None
