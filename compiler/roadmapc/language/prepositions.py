"""Cases that prepositions and phrases like them do not take: «согласно приказа», «в целях повышение»."""

from collections.abc import Iterator

from roadmapc.language.actions import is_action
from roadmapc.language.nominal import Group, ruled
from roadmapc.language.ruling import Ruling, ruling_words
from roadmapc.language.sentence import Reader, Sentence, Token
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.word import CASE_NAMES, Part, Word, places

_FEMININE_ACCUSATIVE = places(("accs",), ("femn",))


def _read(sentence: Sentence, at: int) -> Iterator[Slip]:
    """A noun, or adjectives with it, in none of the cases that the words before it take."""
    ending = ruling_words().get(sentence[at].word.spelling, ())
    ruling = next((each for each in ending if _ends_here(sentence, at, each)), None)
    found = None if ruling is None else ruled(sentence, at + 1)
    if ruling is None or found is None or not found.shared:
        return
    last = sentence[found.last].word
    if _is_taken(found.shared, last, sentence[at].word, ruling) or _is_name(sentence, found):
        return
    first = at - len(ruling.before)
    if sentence.are_neighbours(first, at + 1):
        yield _slip(sentence, first, found, ruling)


def _slip(sentence: Sentence, first: int, found: Group, ruling: Ruling) -> Slip:
    phrase = sentence.words(first, found.first - 1).lower()
    start, end = sentence.span(found.first, found.last)
    words = sentence.text[start:end]
    said = f"слово «{words}» стоит" if found.first == found.last else f"слова «{words}» стоят"
    wanted = " или ".join(CASE_NAMES[case] for case in ruling.cases)
    message = f"после «{phrase}» {said} не в том падеже"
    return Slip(Kind.GOVERNMENT, start, end, message, f"нужна форма {wanted} падежа")


def _ends_here(sentence: Sentence, at: int, ruling: Ruling) -> bool:
    """Whether the other words of a phrase stand before its last."""
    words = ruling.before
    if not words:
        return True
    if at < len(words) or sentence[at - 1].word.spelling != words[-1]:
        return False
    return all(sentence[at - len(words) + nth].word.spelling == each for nth, each in enumerate(words))


def _is_taken(places: int, last: Word, after: Word, ruling: Ruling) -> bool:
    """Whether a group of these places may stand in one of the cases.

    «по» takes the accusative of times and measures («по вторую неделю»), never that of an action.
    """
    taken = places & ruling.places
    if after.spelling == "по" and is_action(last.spelling):
        taken &= ~_FEMININE_ACCUSATIVE
    return bool(taken)


def _may_differ(token: Token, following: Token) -> bool:
    """Whether what begins after a word may be in another case; a noun right after it is all that it rules."""
    found, first = ruled((following,), 0), following.word
    if found is None or first.parts == Part.ADJECTIVE:
        return found is not None
    rulings = ruling_words()[token.word.spelling]
    return not all(_is_taken(found.shared, first, token.word, each) for each in rulings)


def _is_name(sentence: Sentence, found: Group) -> bool:
    """Whether a title begins here («к проекту Школа будущего»), a formula, or half of «друг друга»."""
    first = sentence[found.first]
    is_title = first.text[0].isupper() and first.word.is_name
    return is_title or first.word.spelling == "друг" or sentence.sign_after(found.last) in ("/", "=")


PREPOSITIONS = Reader(lambda token: token.word.spelling in ruling_words(), _read, _may_differ)
