"""Names of bodies and posts in the nominative, from the case in which a document happens to write them."""

import re

_NOUNS = {
    "администрации": "администрация",
    "управления": "управление",
    "департамента": "департамент",
    "комитета": "комитет",
    "отдела": "отдел",
    "министерства": "министерство",
    "мэрии": "мэрия",
    "думы": "дума",
    "совета": "совет",
    "собрания": "собрание",
    "комиссии": "комиссия",
    "правительства": "правительство",
    "учреждения": "учреждение",
    "школы": "школа",
    "центра": "центр",
    "агентства": "агентство",
    "службы": "служба",
    "инспекции": "инспекция",
    "палаты": "палата",
    "главы": "глава",
    "директора": "директор",
    "начальника": "начальник",
    "руководителя": "руководитель",
    "председателя": "председатель",
    "мэра": "мэр",
    "министра": "министр",
    "заместителя": "заместитель",
    "заведующего": "заведующий",
    "заведующей": "заведующая",
    "оргкомитета": "оргкомитет",
    "штаба": "штаб",
    "округа": "округ",
    "района": "район",
    "города": "город",
    "поселения": "поселение",
    "образования": "образование",
    "гимназии": "гимназия",
    "лицея": "лицей",
    "сельсовета": "сельсовет",
    "сектора": "сектор",
}
"""Head nouns of bodies and posts by their genitives."""
_ADJECTIVE = {"ого": "ый", "его": "ий", "ой": "ая", "ей": "яя"}
_WORD = re.compile(r"[А-ЯЁа-яё-]+")


def nominative(genitive: str) -> str:
    """«Управление образованием города» for «Управления образованием города»; empty if that is not sure.

    Only the head noun and the adjectives before it change.
    """
    for found in _WORD.finditer(genitive):
        word = found[0]
        noun = _NOUNS.get(word.lower())
        if noun is not None:
            adjectives = _agreed(genitive[: found.start()], noun)
            return f"{adjectives}{_as(word, noun)}{genitive[found.end() :]}" if adjectives is not None else ""
    return ""


def _agreed(adjectives: str, noun: str) -> str | None:
    """The adjectives before a noun in its nominative; `None` if a word is none."""
    words = []
    for word in adjectives.split():
        ending = next((each for each in _ADJECTIVE if word.lower().endswith(each)), "")
        if not ending:
            return None
        stem = word[: -len(ending)]
        if noun.endswith(("ие", "ство", "но", "ние")):
            end = "ое"
        elif noun.endswith(("а", "я")) and noun != "глава":
            end = "ая"
        else:
            end = "ий" if stem[-1:].lower() in "кгхшщжч" else "ый"
        words.append(stem + (end.upper() if word.isupper() else end))
    return "".join(f"{word} " for word in words)


def _as(typed: str, word: str) -> str:
    """The word with the capitals of another form of it."""
    if typed.isupper():
        return word.upper()
    return word.capitalize() if typed[0].isupper() else word
