"""Full names in their cases: the patronymic tells the gender, by which surname and first name decline."""

from roadmapc.language.inflection import CASES
from roadmapc.language.morphology import analyser
from roadmapc.language.surname import FORMS, surname_form

_PATRONYMICS = {
    "ич": ("masc", ("ича", "ичу", "ича", "ичем")),
    "на": ("femn", ("ны", "не", "ну", "ной")),
}
"""The gender and the ends by the end of the nominative, in the order of `FORMS`."""
_NEVER = ("ко", "ых", "их", "о", "е", "и", "у", "ю", "э")
"""Surnames with these ends decline for nobody."""
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_FLEETING = ("ец", "ок", "ек", "ёк", "яц", "ел", "ень")
"""Ends in which a vowel may be lost: only their bearers know."""
_MALE = ("а", "у", "а", "ом")
_MALE_AFTER_HUSHING = ("а", "у", "а", "ем")


def full_name_form(name: str, form: str) -> str:
    """«Закладкину Нину Фёдоровну» for the accusative of «Закладкина Нина Фёдоровна».

    Empty where there is no one sure form: another order of names, a first name that the dictionary lacks,
    a surname whose case its bearer decides.
    """
    words = name.split()
    if len(words) != 3 or form not in FORMS:
        return ""
    surname, first, patronymic = words
    gender, ends = _PATRONYMICS.get(patronymic[-2:], ("", ()))
    if not gender:
        return ""
    # «Петрова-Водкина» declines in both parts
    surnames = [_surname(part, form, gender) for part in surname.split("-")]
    declined = _first(first, form, gender)
    if not all(surnames) or not declined:
        return ""
    return f"{'-'.join(surnames)} {declined} {patronymic[:-2]}{ends[FORMS.index(form)]}"


def _surname(surname: str, form: str, gender: str) -> str:
    """By its end alone where that is enough, else by the gender too."""
    declined = surname_form(surname, form)
    if declined:
        is_female = surname.endswith(("а", "ая"))
        return declined if is_female == (gender == "femn") else ""
    if surname.endswith(_NEVER):
        return surname
    if surname[-1:] not in tuple(_CONSONANTS):
        return ""
    if gender == "femn":
        return surname
    if surname.endswith(_FLEETING):
        return ""
    ends = _MALE_AFTER_HUSHING if surname[-1] in "жцчшщ" else _MALE
    return surname + ends[FORMS.index(form)]


def _first(name: str, form: str, gender: str) -> str:
    """The only form that the dictionary gives to a first name of that gender."""
    found: set[str] = set()
    for reading in analyser().parse(name.lower()):
        if {"Name", "nomn", "sing", gender} <= reading.tag.grammemes:
            inflected = reading.inflect({CASES[form], "sing"})
            found |= {inflected.word} if inflected else set()
    if len(found) != 1:
        return ""
    return found.pop().capitalize() if "ё" in name.lower() else found.pop().replace("ё", "е").capitalize()
