"""Sequences of words that mean something only together.

A table of facts. A row is a list of beginnings of words: «постоян» stands for any form of «постоянный»;
a beginning of up to three letters, or one with a full stop, is the whole word. The longest row that
fits wins.
"""

from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple

from roadmapc.deadline.ast import THIS_YEAR, Between, NthOf, PaschalDay, Stretch
from roadmapc.deadline.unit import Unit
from roadmapc.deadline.words.tokens import Token, TokenKind


class Meaning(IntEnum):
    """What a sequence of words says."""

    CONTINUOUS = auto()
    ON_DEMAND = auto()
    SCHEDULE = auto()
    URGENT = auto()
    """«срочно»: as soon as can be, a day nobody knows."""
    AFTER = auto()
    """After the event that follows."""
    DURING = auto()
    """While the event lasts that follows, or that the words themselves name."""
    RESULTS = auto()
    """«по итогам»: a report on the period that follows, or an event."""
    WITHIN = auto()
    NOT_LATER = auto()
    UNTIL = auto()
    SINCE = auto()
    LASTING = auto()
    """«продолжительностью»: how long it goes on, from a day or an hour."""
    AT_LEAST = auto()
    """«не реже»: what follows is how often."""
    WHOLE_PLAN = auto()
    ONCE = auto()
    """«однократно»: any day of the plan, unless a date says which."""
    EXCEPT = auto()
    """«кроме»: what follows is not meant."""
    DAYS_OFF_TOO = auto()
    """«включая выходные»: «ежедневно» is each day."""
    BESIDES = auto()
    """«кроме того»: another rule begins."""
    ASIDE = auto()
    """Words about the content of the work, not about its day."""
    MEETING = auto()
    """«на педсовете»: an event, but beside a time a remark."""
    FEAST = auto()


class Stem(NamedTuple):
    """The beginning of a word."""

    text: str
    is_whole: bool
    """Whether the word ends with it."""


class Idiom(NamedTuple):
    """A sequence of words."""

    meaning: Meaning
    stems: tuple[Stem, ...]
    stretch: Stretch | None = None
    """The day of a feast."""


_ROWS = {
    Meaning.CONTINUOUS: """
        постоянн | на постоянн основ | на регулярн основ | на системн основ | на систематическ основ
        | на непрерывн основ | систематическ | регулярн | непрерывн | бессрочн | круглогодичн | круглосуточн |
        круглый год | весь год постоянн | в постоянн режим | в текущ режим | в рабоч порядк |
        в непрерывн режим | в круглосуточн режим |
        в ежедневн режим | без ограничен | не ограничен | на постоянн
    """,
    Meaning.ON_DEMAND: """
        при | по мере | по необходимост | по запрос | по требован | по обращен | по заявк |
        по заявлен | по факт | по поступлен | по поручен | по желани | по ходатайств | по решени |
        с возможност продлени до | с правом продлени до | с возможным продлени до | возможно продлени до |
        в случа | в необходим случа | в экстренн случа | если
    """,
    Meaning.SCHEDULE: """
        в соответстви | соответстви | в соотв | согласн | график | план. | плана. | плану. | планом. |
        плане. | планы. | планов. | планам. | планами. | планах. | расписани | циклограмм |
        в рамках | в сроки | в срок установлен | в срок определен | в срок указан |
        в срок предусмотр | в срок , установлен | в срок , определен | в срок , указан |
        в срок , предусмотр | в установлен | в указан | в определен | в назначен | в порядк |
        в предусмотр | срок устанавлива | срок определ | срок уточня | срок проведени | дата уточня
        | даты уточня | дата проведени | даты проведени | устанавлива | к срок | на основани |
        не реже срок | не позднее срок | не позже срок | не установлен | не определен | уточня | см. | смотри
    """,
    Meaning.URGENT: """
        срочно | незамедлительно | немедленно | оперативно | безотлагательно | в срочн порядк |
        в оперативн порядк | в кратчайш срок | в максимально коротк срок | в возможно коротк срок |
        как можно скорее | как можно быстрее
    """,
    Meaning.AFTER: """
        после. | по окончани | по завершени | по результат | по истечени | по достижени |
        по выходе. | по выходу. | по готовност | по исполнени | по прибыти
    """,
    Meaning.DURING: """
        во время | на время | в часы | в межсезон | в ходе | в день | в дни | в момент | каникул |
        осенн каникул | зимн каникул |
        весенн каникул | летн каникул | осенн зимн | зимн весенн | весенн летн | летн осенн |
        весенн осенн | месячник | день город | день поселк | день район | день села | день выбор |
        день открыт | единый день | декадник | раз в четверт | раз в триместр | отопительн | озп. |
        призывн кампани | приемн кампани | избирательн кампани |
        пожароопасн | половодь | паводк | паводков |
        четверть. | четверти. | четвертей. | триместр | рождествен
        | предновогодн | новогодн | в преддвери | на протяжени каникул | в связи | купальн |
        в каникул
    """,
    Meaning.RESULTS: "по итог",
    Meaning.WITHIN: """
        в течение. | в течении. | в течен. | втечение. | втечении. | в теч |
        в период | в периоды | на протяжени | в продолжени |
        за период | на период | период с
    """,
    Meaning.NOT_LATER: "не поздн | не позж | в срок не поздн | в срок по | срок не поздн | срок по",
    Meaning.UNTIL: "в срок до | срок до | со срок до | в срок к | в сроки до | на срок до",
    Meaning.SINCE: "начина с | начина со | начал с | не ранее | не раньше",
    Meaning.ASIDE: """
        по состоянию | без перерыв | по форме. | по адресу. | по телефону. | по местному времени | с участи |
        с размещением. | с направлением. | с представлением. | с предоставлением. | с приложением. |
        с указанием. | с опубликованием. | с публикацией. | с уведомлением. | с информированием. |
        с привлечением. | с приглашением. | с оформлением. | с составлением. | с последующим. | с докладом. |
        с одновременным. | с обязательным. | с учетом. | с отражением. | с внесением. | с занесением. |
        с рассмотрением. | с обсуждением. | с заслушиванием. | с отчетом. | с выездом. | с передачей. |
        с рассылкой. | с вручением. | с выдачей. | с ознакомлением. | с разъяснением. | с доведением. |
        с обновлением. | с актуализацией. | с уточнением. | с корректировкой. | с подведением. |
        с соблюдением. | с использованием. | с применением. | с подготовкой. | с целью.
    """,
    Meaning.MEETING: """
        на педсовет | на педагогическ совет | на заседани | на собрани | на родительск собрани |
        на общем собрани | на совещани | на планерк | на линейк | на классн час | на урок | на заняти |
        на сесси | на конференци
    """,
    Meaning.BESIDES: "кроме того. | помимо того. | кроме этого | помимо этого",
    Meaning.EXCEPT: "кроме | за исключени | исключая | помимо",
    Meaning.DAYS_OFF_TOO: """
        включая выходн | включая праздничн | включая нерабоч | включая и выходн | без выходн |
        в том числе выходн | в том числе в выходн | в том числе и в выходн | в том числе праздничн |
        в том числе в праздничн
    """,
    Meaning.LASTING: "продолжительностью. | длительностью. | сроком на",
    Meaning.AT_LEAST: "не реже | не менее | не реже чем | как минимум | минимум | не чаще | не более",
    Meaning.WHOLE_PLAN: """
        весь период | всего период | весь срок | всего срок | срок реализаци | срок действи |
        период реализаци | период действи | период исполнени | период выполнени | срока реализаци |
        срока действи | всего времен | срок выполнени | срока исполнени | все годы | всех лет |
        весь планов период | весь время | на период реализаци | в период реализаци |
        в период действи | на период действи | за период реализаци | на срок действи |
        в период исполнени | в период выполнени
    """,
    Meaning.ONCE: "однократн | единовременн | одноразов | разов. | разово",
}
_FEASTS = {
    (1, 25): "татьянин день | татьянина дня | татьянину дню | день студент | день российск студенч",
    (1, 27): "день снятия блокад | день полного освобожден | день памяти жертв холокост",
    (2, 8): "день российской науки | день науки",
    (2, 15): "день памяти о россиянах",
    (2, 21): "день родного язык | международн день родного язык",
    (2, 23): "день защитник отечеств",
    (3, 18): "день воссоединен",
    (3, 27): "день театр",
    (4, 2): "день детской книги",
    (4, 7): "день здоровья",
    (3, 8): "международн женск день | международн женск | женск день",
    (4, 12): "день космонавт",
    (4, 22): "день земли",
    (4, 26): "день участников ликвидац",
    (4, 30): "день пожарной охраны",
    (5, 1): "праздник весны и труд",
    (5, 9): "день побед",
    (5, 15): "день семьи",
    (5, 18): "день музеев",
    (5, 24): "день славянск",
    (5, 27): "день библиотек",
    (5, 31): "день без табака",
    (6, 1): "день защиты детей",
    (6, 5): "день эколог | день окружающей сред",
    (6, 6): "пушкинский день | день русского язык",
    (6, 26): "день борьбы с наркоман",
    (6, 8): "день социальн работник",
    (6, 12): "день россии",
    (6, 22): "день памяти и скорб",
    (7, 8): "день семьи любви | день семьи , любви и верности",
    (8, 22): "день государственн флаг | день флаг",
    (9, 1): "день знан",
    (9, 3): "день солидарност | день солидарности в борьбе с терроризм",
    (9, 8): "день грамотност | день распространения грамотност",
    (9, 27): "день туризм | день воспитател | день дошкольного работник",
    (10, 1): "день пожил | день пожилых | день пожилых людей | день пожилого человека",
    (10, 5): "день учител",
    (11, 4): "день народн единств",
    (10, 30): "день памяти жертв политическ",
    (11, 16): "день толерантност",
    (11, 20): "день ребенка",
    (12, 1): "день борьбы со спид",
    (12, 5): "день доброволь | день волонтер",
    (12, 10): "день прав человек",
    (12, 3): "день инвалид | день неизвестн солдат",
    (12, 9): "день героев | день борьбы с коррупц | международн день борьбы с коррупц",
    (12, 12): "день конституци",
    (12, 31): "новый год | нового года | новому году | новым годом",
}
_CHURCH_DAYS = {
    (1, 7): "рождество. | рождества. | рождеству. | рождеством. | рождеств христов",
    (1, 14): "старый новый год | старого нового года | старому новому году",
    (1, 19): "крещение. | крещения. | крещению. | крещени господн",
    (2, 15): "сретень | сретени",
    (4, 7): "благовещень | благовещени",
    (7, 6): "иван купал | ивана купал | ивану купал",
    (8, 14): "медовый спас | медового спас | медовому спас",
    (8, 19): "яблочный спас | яблочного спас | яблочному спас | преображени господн",
    (8, 28): "успени пресвят",
    (10, 14): "покров пресвят | покров день | праздник покров",
}
"""By the civil calendar."""
_WEEKDAYS = {
    (6, 3, Unit.SUNDAY): "день медицинск работник | день медика.",
    (6, -1, Unit.SATURDAY): "день молодеж",
    (7, 2, Unit.SUNDAY): "день рыбак",
    (8, 1, Unit.SUNDAY): "день железнодорожник",
    (8, 2, Unit.SATURDAY): "день физкультурник",
    (8, 2, Unit.SUNDAY): "день строител",
    (8, -1, Unit.SUNDAY): "день шахтер",
    (10, 2, Unit.SUNDAY): "день работник сельск",
    (10, 3, Unit.SUNDAY): "день отца.",
    (11, -1, Unit.SUNDAY): "день матер",
}
"""Numbered weekdays of a month."""
_PASCHAL_DAYS = {
    -49: "прощен воскресень",
    -48: "чистый понедельник | чистого понедельник | чистому понедельник",
    -7: "вербн воскресень",
    0: "пасха. | пасхи. | пасхе. | пасху. | пасхой. | светл христов воскресень",
    9: "радониц",
    39: "вознесени господн",
    48: "троицк родительск суббот",
    49: "троица. | троицы. | троице. | троицу. | троицей. | день святой троиц | день троиц",
    50: "день святого дух | духов день | духова дня",
}
_PASCHAL_WEEKS = {
    (-55, -49): "маслениц | маслян недел | масленичн недел | неделя маслениц | недели маслениц",
    (-48, -1): "великий пост | великого поста | великому посту | великом посту",
    (-6, -1): "страстн недел | страстн седмиц",
    (0, 6): "светл недел | светл седмиц | пасхальн недел",
}
"""Days after Easter; spans by their first and last."""
_CASES_OF_DAY = ("день", "дня", "дню", "днем", "дне")
_SCOPES = ("международн", "всемирн", "всероссийск")
"""Adjectives before «день»: «Всемирный день здоровья»."""
_KEY = 4
"""Letters by which idioms are found; a shorter beginning is a whole word."""
_DASHES = frozenset({TokenKind.DASH})
"""Passed over: «осенне-зимний» is two words."""


def _feasts() -> Iterator[Idiom]:
    for (month, day), rows in (*_FEASTS.items(), *_CHURCH_DAYS.items()):
        yield from _named(rows, NthOf(Unit.DAY, day, NthOf(Unit.MONTH, month, THIS_YEAR)))
    for days, rows in _PASCHAL_DAYS.items():
        yield from _named(rows, PaschalDay(days, THIS_YEAR))
    for (first, last), rows in _PASCHAL_WEEKS.items():
        yield from _named(rows, Between(PaschalDay(first, THIS_YEAR), PaschalDay(last, THIS_YEAR)))
    for (month, ordinal, weekday), rows in _WEEKDAYS.items():
        yield from _named(rows, NthOf(weekday, ordinal, NthOf(Unit.MONTH, month, THIS_YEAR)))


def _named(rows: str, stretch: Stretch) -> Iterator[Idiom]:
    """The names of a day, «день» in all its cases and under its adjectives: «Всемирный день здоровья»."""
    for first, *others in _stems(rows):
        if first.text != "день":
            yield Idiom(Meaning.FEAST, (first, *others), stretch)
            continue
        for form in map(_stem, _CASES_OF_DAY):
            yield Idiom(Meaning.FEAST, (form, *others), stretch)
            for scope in map(_stem, _SCOPES):
                yield Idiom(Meaning.FEAST, (scope, form, *others), stretch)


def _stem(word: str) -> Stem:
    return Stem(word.rstrip("."), len(word) < _KEY or word.endswith("."))


def _stems(rows: str) -> Iterator[tuple[Stem, ...]]:
    for row in filter(str.strip, rows.replace("\n", "|").split("|")):
        yield tuple(map(_stem, row.split()))


def _index() -> dict[tuple[str, str], tuple[Idiom, ...]]:
    """Idioms by the keys of their first two words, the longest first; the second of one word is empty."""
    idioms = [Idiom(meaning, stems) for meaning, rows in _ROWS.items() for stems in _stems(rows)]
    index: dict[tuple[str, str], list[Idiom]] = {}
    for idiom in sorted([*idioms, *_feasts()], key=lambda idiom: -len(idiom.stems)):
        first, second = (*(stem.text for stem in idiom.stems), "")[:2]
        index.setdefault((first[:_KEY], second[:_KEY]), []).append(idiom)
    return {key: tuple(idioms) for key, idioms in index.items()}


_IDIOMS = _index()
_FIRST = frozenset(first for first, _ in _IDIOMS)


def idiom_at(tokens: list[Token], at: int) -> tuple[Idiom, int] | None:
    """The longest idiom that begins at a token, and the index behind it."""
    first = tokens[at].text[:_KEY]
    if first not in _FIRST:
        return None
    second = at + 1
    while tokens[second].kind in _DASHES:
        second += 1
    for key in ((first, tokens[second].text[:_KEY]), (first, "")):
        for idiom in _IDIOMS.get(key, ()):
            end = _end(idiom.stems, tokens, at)
            if end is not None:
                return idiom, end
    return None


def meaning_at(tokens: list[Token], at: int) -> Meaning | None:
    """What the words say together that begin at a token; `None` if they are no idiom."""
    idiom = idiom_at(tokens, at)
    return idiom[0].meaning if idiom is not None else None


def _end(stems: tuple[Stem, ...], tokens: list[Token], at: int) -> int | None:
    """The index behind the words if they stand here one after another."""
    for stem, is_whole in stems:
        while tokens[at].kind in _DASHES:
            at += 1
        text = tokens[at].text
        if text != stem and (is_whole or not text.startswith(stem)):
            return None
        at += 1
    return at
