"""What is wrong with a form of a name: another case than its field says, other words or other initials."""

from roadmapc.language.inflection import RUSSIAN, inflected, other_words, wrong_case
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.surname import surname_form


def proposed(name: str, form: str, *, is_person: bool) -> str:
    """A case that the directory has not, for its author to confirm; empty where there is no one sure form."""
    if not is_person:
        return inflected(name, form)
    surname, _, initials = name.partition(" ")
    declined = surname_form(surname, form)
    return f"{declined} {initials}" if declined else ""


def of_body(name: str, form: str, written: str) -> Slip | None:
    """A name of words: the first in the case of the field `form`, each a form of its word in the name."""
    whole = (0, len(written))
    if wrong_case(written, form):
        proposed = inflected(name, form)
        hint = f"напишите «{proposed}»" if proposed else f"поставьте название в {RUSSIAN[form]} падеж"
        return Slip(Kind.FORM, *whole, f"«{written}» – не {RUSSIAN[form]} падеж", hint)
    different = other_words(name, written)
    if different is None:
        return None
    message = f"в форме «{written}» слово «{different[1]}» – не форма слова «{different[0]}»"
    return Slip(Kind.FORM, *whole, message, f"сверьте с названием: «{name}»")


def of_person(name: str, form: str, written: str) -> Slip | None:
    """A surname with initials: these as in the name, the surname in its case if it declines in one way.

    A post may follow after a comma, as clauses print it: «Примерова В. Г., заместителя директора».
    """
    written = written.partition(",")[0].rstrip()
    (surname, _, initials), (declined, _, others) = name.partition(" "), written.partition(" ")
    if initials.replace(" ", "") != others.replace(" ", ""):
        message = f"инициалы «{others}» – не те, что в имени «{name}»"
        start = min(len(declined) + 1, len(written))  # a comma may have cut them off
        return Slip(Kind.FORM, start, len(written), message, f"напишите «{declined} {initials}»")
    right = surname_form(surname, form)
    if not right or declined == right:
        return None
    message = f"«{declined}» – не {RUSSIAN[form]} падеж фамилии «{surname}»"
    return Slip(Kind.FORM, 0, len(declined), message, f"напишите «{right} {others}»", right)
