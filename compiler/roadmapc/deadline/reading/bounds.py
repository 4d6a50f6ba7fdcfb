"""Prepositions and words before a time: how they bound it."""

from roadmapc.deadline.ast import Bound
from roadmapc.deadline.reading.cursor import Cursor
from roadmapc.deadline.words.idioms import Meaning, idiom_at, meaning_at
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_BY_LEMMA = {
    "до": Bound.UNTIL,
    "к": Bound.BY,
    "с": Bound.FROM,
    "по": Bound.NOT_LATER,
    "в": Bound.WITHIN,
    "на": Bound.WITHIN,
    "перед": Bound.UNTIL,
}
_BY_MEANING = {
    Meaning.WITHIN: Bound.WITHIN,
    Meaning.NOT_LATER: Bound.NOT_LATER,
    Meaning.UNTIL: Bound.UNTIL,
    Meaning.SINCE: Bound.FROM,
}
_BARE = Bound.WITHIN
_FROM = Bound.FROM
_MONTH = Sense.MONTH
_DAYS = ("день", "дни")


def read_bound(cursor: Cursor) -> Bound:
    """The preposition or words before a stretch; a bare stretch is a window."""
    token = cursor.tokens[cursor.at]
    if token.numbers or token.sense is _MONTH:
        return _BARE
    idiom = idiom_at(cursor.tokens, cursor.at)
    if idiom is not None and idiom[0].meaning in _BY_MEANING:
        cursor.at = idiom[1]
        cursor.skip(TokenKind.DOT, TokenKind.COLON)
        skip_than(cursor)
        bound = _BY_MEANING[idiom[0].meaning]
        # «в период с», «не ранее чем с»
        return Bound.FROM if bound in (_BARE, _FROM) and cursor.take_lemma("с") else bound
    named = idiom[1] if idiom is not None else cursor.at
    is_feast = cursor.tokens[named - 1].text in _DAYS and meaning_at(cursor.tokens, named) is Meaning.FEAST
    # «во время каникул», «в дни Пасхи»
    if idiom is not None and (is_feast or cursor.tokens[named].sense is Sense.NAMED):
        cursor.at = idiom[1]
        return _BARE
    if token.word is None or token.word.lemma not in _BY_LEMMA:
        return _BARE
    cursor.advance()
    lemma = token.word.lemma
    if lemma == "в" and cursor.take(Sense.FILLER):  # «в срок до»
        lemma = cursor.take_lemma(*_BY_LEMMA) or lemma
    return _BY_LEMMA[lemma]


def skip_than(cursor: Cursor) -> None:
    """Leave the rest of «не позднее, чем» behind."""
    if cursor.peek().text == "чем":
        cursor.skip(TokenKind.COMMA)
    cursor.take_text("чем")
