"""What is read otherwise than typed, and what stays as it is though it looks odd."""

import pytest
from arrived import arrived, docx
from hypothesis import example, given
from hypothesis import strategies as st
from written import paragraph

from roadmapc.incoming.mending import mended

MENDED = {
    # signs that nobody sees
    "обра\u00adзова\u00adние": "образование",
    "план\u200b на\ufeff год": "план на год",
    "и\u0306од, е\u0308лка": "йод, ёлка",
    "18\u00a0марта\u202f2021": "18 марта 2021",
    "273\u2011ФЗ": "273-ФЗ",
    "до  1   мая": "до 1 мая",
    "строка\u2028строка\x0bстрока": "строка\nстрока\nстрока",
    "знак \uf0b7 списка": "знак списка",
    # letters of two alphabets
    "Прикaз Coвета": "Приказ Совета",
    "ПPИKAЗ": "ПРИКАЗ",
    "СOVID-19": "COVID-19",
    "IХ и ХIV": "IX и XIV",
    "ІІ квартал": "II квартал",
    "c 1 мая": "с 1 мая",
    "O плане": "О плане",
    "начать c мая и a также": "начать с мая и а также",
    "1662-p": "1662-р",
    # figures and letters
    "2О21 год": "2021 год",
    "О1.О9.2О21": "01.09.2021",
    "1З.05.2021": "13.05.2021",
    "0бразование и 3аместитель": "Образование и Заместитель",
    # quotation marks
    'ООО "Ромашка"': "ООО «Ромашка»",
    'МБОУ "СОШ "Юность""': "МБОУ «СОШ «Юность»»",
    "„Юность“ и “Юность”": "«Юность» и «Юность»",
    "школа «Город „Юность“» и „Юность“": "школа «Город „Юность“» и «Юность»",
    "<<дорожная карта>>": "«дорожная карта»",
    '("дорожная карта")': "(«дорожная карта»)",
    'слова «"Наша школа"»': "слова ««Наша школа»»",
    # signs
    "от 01.02.2021 N 19": "от 01.02.2021 № 19",
    "от 01.02.2021 N19": "от 01.02.2021 № 19",
    "NN 5, 6": "№№ 5, 6",
    "No 7, No. 8": "№ 7, № 8",
    "план - это": "план – это",
    "план -- это": "план – это",
    "**приказываю:**": "приказываю:",
}
KEPT = (
    "а) Wi-Fi и SMS-рассылка",
    "IT-отдел, e-mail: a@b.example",
    "класс 5А, п. 3а, 2-й этаж",
    "30дней и 3х классов",
    "№ 54 - О",
    "- первый пункт",
    "учебно-методический, 2021-2025",
    'экран 15" и 7"',
    'слово"слово',
    "** по согласованию **",
    "_____ (подпись)",
    "Петрова О.О., кабинет ЗО1",
    "утрачено: \ufffd",
    "от\tдо",
    "N-й раз",
    "СССР, МВД, ЕГЭ",
)


@pytest.mark.parametrize("typed", MENDED)
def test_it_is_mended_and_told(typed: str) -> None:
    text, changes = mended(typed)
    assert text == MENDED[typed]
    assert changes or not set(typed) - set("\u2028\x0b") - set(text), (
        "a line break is read as one, and not told"
    )


@pytest.mark.parametrize("typed", KEPT)
def test_it_is_kept(typed: str) -> None:
    assert mended(typed) == (typed, ())


def test_a_mending_tells_the_whole_word() -> None:
    _, changes = mended("план обра\u00adзования")
    assert [tuple(each) for each in changes] == [("обра\u00adзования", "образования", "мягкий перенос убран")]


def test_the_place_of_a_mending() -> None:
    document = arrived(docx(paragraph("План") + paragraph("N 5")))
    assert [(each.where, each.typed, each.read) for each in document.mendings] == [("абзац 2", "N 5", "№ 5")]


@pytest.mark.parametrize(
    ("items", "read"),
    [
        (("a) первый", "б) второй", "e) шестой"), ["а) первый", "б) второй", "е) шестой"]),
        (("a) первый", "b) второй"), ["a) первый", "b) второй"]),
        (("a) первый", "второй"), ["a) первый", "второй"]),
    ],
)
def test_letters_of_items_are_those_of_their_list(items: tuple[str, ...], read: list[str]) -> None:
    assert arrived(docx("".join(map(paragraph, items)))).text.split("\n") == read


LETTERS = "АаБбВОоЗзИи3058ABCOopcxIVN\u0406№№"
UNSEEN = "\u00a0\u00ad\u200b\u2011\t\n\x0b\f\u0306\ufffd\uf0b7"
ODD = st.text(alphabet=f"{LETTERS}{UNSEEN} -–\"'“”„«»<>()*.,", max_size=60)


@given(ODD)
@example('"')
@example("\u00ad")
@example("**а")
@example("І\u0306")
@example('O "0')
@example('а" c д')
def test_what_is_mended_needs_no_mending(typed: str) -> None:
    """Of quotation marks one may become certain when others have."""
    text, _ = mended(typed)
    again, changes = mended(text)
    assert again == text or {each.why for each in changes} <= {"кавычки стали «ёлочками»", "дефис стал тире"}
    assert text == text.strip(" \t\n")


@given(ODD)
def test_letters_are_neither_lost_nor_added(typed: str) -> None:
    def count(text: str) -> int:
        return sum(map(str.isalnum, text))

    text, _ = mended(typed)
    assert count(text) <= count(typed)
    assert count(text) >= count(typed) - typed.count("N") * 2  # «No 5» is «№ 5»


@given(st.lists(ODD, max_size=4))
def test_a_document_accounts_for_every_character(texts: list[str]) -> None:
    escape = str.maketrans({"<": "&lt;", ">": "&gt;", "\x0b": "", "\f": ""})
    body = "".join(paragraph(text.translate(escape)) for text in ("слово", *texts))
    arrived(docx(body))
