"""Names of people and of posts, as acts write them."""

import re

_INITIAL = r"[А-ЯЁ]\."
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_LOUD = r"[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?"
INITIALS_FIRST = rf"(?P<initials>{_INITIAL}\s?(?:{_INITIAL})?)\s?(?P<surname>{_SURNAME}|{_LOUD})"
SURNAME_FIRST = rf"(?P<surname>{_SURNAME}|{_LOUD})\s?(?P<initials>{_INITIAL}\s?(?:{_INITIAL})?)"
FULL_NAME = (
    rf"(?P<surname>{_SURNAME})\s+(?P<first>[А-ЯЁ][а-яё]+)\s+(?P<patronymic>[А-ЯЁ][а-яё]+(?:вич|вна|ич|чна))"
)
_INITIALS = rf"{_INITIAL}\s?(?:{_INITIAL})?"
_NAME = rf"(?:{_SURNAME}|{_LOUD})"
PERSON = rf"(?:{_INITIALS}\s?{_NAME}|{_NAME}\s{_INITIALS})"
"""A name with initials on either side."""

_NAMES = tuple(map(re.compile, (INITIALS_FIRST, SURNAME_FIRST)))
_FULL = re.compile(FULL_NAME)
_FULL_FIRST = re.compile(
    r"(?P<first>[А-ЯЁ][а-яё]+)\s+(?P<patronymic>[А-ЯЁ][а-яё]+(?:вич|вна|ич|чна))\s+(?P<surname>[А-ЯЁ][а-яё]+)"
)

_ACTING = r"(?:врем\.?\s?|временно )?(?:исполняющ(?:ий|ая)|и\.?\s?о\.?|врио|вр\.?\s?и\.?\s?о\.?)(?=[\s.])"
_POSTS = (
    r"начальник|директор|глава|мэр|председател[ья]|председательствующ(?:ий|ая)|заместител[ьи]"
    r"|перв(?:ый|ая) заместитель|зам\.|руководитель|заведующ(?:ий|ая)|зав\.|министр|секретарь"
    r"|ответственный секретарь|управляющ(?:ий|ая)|управделами|губернатор|ректор|президент|главный"
    r"|ведущий|старший|исполнительный директор|уполномоченн(?:ый|ая)|консультант|специалист|методист"
    r"|атаман|староста|инспектор|член|бухгалтер|юрист|комендант"
)
POST = re.compile(rf"(?:{_ACTING}|{_POSTS})(?![а-яё])", re.IGNORECASE)
"""How a post begins in the nominative, as a signature names it."""


def recorded(words: str) -> str:
    """«Образцова А. Б.» of a name written in any order; empty if it is no name with two initials.

    A directory keeps a surname with its initials; capitals throughout are of the typist.
    """
    words = words.strip()
    full = _FULL.fullmatch(words) or _FULL_FIRST.fullmatch(words)
    if full:
        return f"{full['surname']} {full['first'][0]}. {full['patronymic'][0]}."
    found = next(filter(None, (each.fullmatch(words) for each in _NAMES)), None)
    if found is None:
        return ""
    letters = [letter for letter in found["initials"] if letter.isalpha()]
    if len(letters) != 2:
        return ""
    surname = found["surname"]
    if surname.isupper():
        surname = "-".join(part.capitalize() for part in surname.split("-"))
    return f"{surname} {letters[0]}. {letters[1]}."
