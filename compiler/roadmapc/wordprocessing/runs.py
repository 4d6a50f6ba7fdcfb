"""The runs of a paragraph, through everything that may wrap them."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from roadmapc.wordprocessing.colours import AUTO, Theme
from roadmapc.wordprocessing.drawings import Drawing, Seen, chosen, drawing, is_told_otherwise
from roadmapc.wordprocessing.fields import PAGES, Fields
from roadmapc.wordprocessing.formulas import formula
from roadmapc.wordprocessing.looks import effects, run_look, size_of, typefaces
from roadmapc.wordprocessing.package import Package
from roadmapc.wordprocessing.reading import Effect, Kind, Place, Reference, Run, Story
from roadmapc.wordprocessing.room import NOTHING, Free
from roadmapc.wordprocessing.styles import Style, Styles
from roadmapc.wordprocessing.vocabulary import CONTROL, CONTROL_OF_TODAY
from roadmapc.wordprocessing.xml import MC, Element, M, R, W, child, is_true, typed, value

_CRAMPED = 0.8
"""Of a letter's height, that its line must have: below it «Й» is read as «И»."""
_USUAL_LINE = 1.15 / 240
"""Of a letter's height, a 240th of the line that suits it."""
_TODAY = "[сегодня]"


class Around(NamedTuple):
    """What words take from that in which they stand."""

    place: Place
    effects: frozenset[Effect]
    control: str
    grounds: tuple[str, ...]
    """The colours that may be behind them."""
    table: Style
    """Of their table."""
    width: int = 0
    """What their cell leaves to them, in twips; 0 for the page, or if the cell does not say."""
    free: Free = Free()
    """In the cells of their table."""


class Lettering(NamedTuple):
    """What the runs of a paragraph have in common."""

    name: str
    """The id of its style."""
    style: Style
    line: int = 0
    """The exact height of a line, in twips; 0 if it suits the letters."""
    share: int = 240
    """What it takes of a line that suits the letters, in 240ths."""


class _Weight(NamedTuple):
    """Of letters."""

    is_bold: bool
    size: int
    """In half-points."""
    typefaces: frozenset[str]


class Note(NamedTuple):
    """A reference to a note or a comment."""

    story: Story
    reference: str


class Document(NamedTuple):
    """What all parts of a document share."""

    package: Package
    styles: Styles
    theme: Theme
    paper: str = AUTO
    """The colour of its pages."""


class RunReader:
    """Reads the paragraphs of one part, one after another."""

    def __init__(self, document: Document, part: str) -> None:
        """`part` is the name of the part in which the paragraphs stand."""
        self._document = document
        self._part = part
        self._known: dict[tuple[object, ...], tuple[frozenset[Effect], _Weight]] = {}
        """Effects of the looks that runs have, and of what weight they are."""
        self.fields = Fields()
        self.revisions = 0
        self.notes: dict[Note, int] = {}
        """Notes referred to, with the number that is printed."""
        self._last: Counter[Story] = Counter()
        self.drawings: list[tuple[Drawing, Around]] = []
        """Of the paragraph that was read last."""
        self.references: list[Reference] = []
        """Of paragraphs since it was emptied."""
        self._pieces: list[tuple[list[str], tuple[frozenset[Effect], str, bool]]] = []
        self._weights: set[_Weight] = set()

    def runs(self, paragraph: Iterable[Element], lettering: Lettering, around: Around) -> tuple[Run, ...]:
        """The runs of a paragraph, which is what stands in it."""
        self._pieces, self.drawings, self._lettering, self._weights = [], [], lettering, set()
        self._inline(paragraph, around)
        return tuple(Run("".join(texts), *look) for texts, look in self._pieces)

    @property
    def is_bold(self) -> bool:
        """Whether all words of the paragraph that was read last are."""
        return {each.is_bold for each in self._weights} == {True}

    @property
    def size(self) -> int:
        """The least of its letters, in half-points."""
        return min((each.size for each in self._weights), default=0)

    def _inline(self, element: Iterable[Element], around: Around) -> None:
        """What stands in an element; one of an unknown name is read through."""
        for each in element:
            if each.tag == _RUN:
                self._run(each, around)
            elif each.tag not in _SILENT:
                handle = _WRAPPERS.get(each.tag)
                if handle is None:
                    self._inline(each, around)
                else:
                    handle(self, each, around)

    def _run(self, element: Element, around: Around) -> None:
        found, weight = self.looked(element.find(_RUN_PROPERTIES), self._lettering, around)
        for each in element:
            if each.tag == _TEXT:
                text = typed(each)
                if not text.isspace():
                    self._weights.add(weight)
                self._say(text, found, around)
            elif each.tag in _SIGNS:
                self._say(_SIGNS[each.tag], found, around)
            elif each.tag not in _SILENT:
                handle = _WRAPPERS.get(each.tag)
                if handle is None:
                    self._inline(each, around)
                else:
                    handle(self, each, around._replace(effects=found))

    def looked(
        self, properties: Element | None, lettering: Lettering, around: Around, *, is_mark: bool = False
    ) -> tuple[frozenset[Effect], "_Weight"]:
        """How words of a run, or the mark of a list, are read, and their weight; most are as others are."""
        key = (is_mark, lettering.name, lettering[2:], properties, around.grounds, id(around.table))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(properties, lettering, around)
        return (known[0] | around.effects, known[1]) if around.effects else known

    def _read(
        self, properties: Element | None, lettering: Lettering, around: Around
    ) -> tuple[frozenset[Effect], "_Weight"]:
        styles, theme = self._document.styles, self._document.theme
        look = styles.run(lettering.style, run_look(properties, theme), around.table)
        found, size = effects(look, around.grounds), size_of(look)
        line = lettering.line or lettering.share * _USUAL_LINE * 10 * size
        if line < _CRAMPED * 10 * size:
            found |= {Effect.CUT}
        return found, _Weight(bool(look.get("bold")), size, frozenset(typefaces(look)))

    @property
    def typefaces(self) -> set[str]:
        """In which words are printed that were read so far."""
        weights = [weight for (is_mark, *_), (_, weight) in self._known.items() if not is_mark]
        return {name for weight in weights for name in weight.typefaces}

    def _say(self, text: str, found: frozenset[Effect], around: Around, *, is_mark: bool = False) -> None:
        fields = self.fields
        if fields.is_open:
            if fields.is_code:
                found = found | {Effect.CODE}
            elif fields.is_page:
                return
            elif fields.is_computed:
                fields.say(text)
                found = found | {Effect.COMPUTED}
        self._print(text, found, around.control, is_mark=is_mark)

    def _print(self, text: str, found: frozenset[Effect], control: str, *, is_mark: bool) -> None:
        look = (found, control, is_mark)
        if self._pieces and self._pieces[-1][1] == look:
            self._pieces[-1][0].append(text)
        elif text:
            self._pieces.append(([text], look))

    # What stands among the words

    def _symbol(self, element: Element, around: Around) -> None:
        """A character of a typeface of pictures, by its code."""
        sign = f"[{element.get(f'{W}font', '')} {element.get(f'{W}char', '')}]"
        self._say(sign, around.effects, around, is_mark=True)

    def _break(self, element: Element, around: Around) -> None:
        self._say("\f" if element.get(f"{W}type") == "page" else "\n", around.effects, around)

    def _deleted(self, element: Element, around: Around) -> None:
        if Effect.DELETED in around.effects:
            self._say(element.text or "", around.effects, around)

    def _formula(self, element: Element, around: Around) -> None:
        looks = [self.looked(each, self._lettering, around)[0] for each in element.iter(_RUN_PROPERTIES)]
        self._say(formula(element), around.effects.union(*looks), around)

    def _field_sign(self, element: Element, around: Around) -> None:
        kind = element.get(f"{W}fldCharType", "")
        if kind == "begin":
            self.fields.begin(is_locked=is_true(element.get(f"{W}fldLock", "")))
        elif kind in ("separate", "end"):
            if kind == "separate":
                self._leads(self.fields.address, None, around)
            self._field_mark(self.fields.separate() if kind == "separate" else self.fields.end(), around)

    def _field_mark(self, mark: str, around: Around) -> None:
        """What stands for the result of a field; a word processor that has none makes one when it prints."""
        if mark and not self.fields.is_code:
            made = NOTHING if mark.strip("[]") in PAGES else frozenset((Effect.COMPUTED,))
            self._print(mark, around.effects | made, around.control, is_mark=True)

    def _instruction(self, element: Element, _: Around) -> None:
        self.fields.instruct(element.text or "")

    def _simple_field(self, element: Element, around: Around) -> None:
        self.fields.begin(is_locked=is_true(element.get(f"{W}fldLock", "")))
        self.fields.instruct(element.get(f"{W}instr", ""))
        self._leads(self.fields.address, element, around)
        self._field_mark(self.fields.separate(), around)
        self._inline(element, around)
        self._field_mark(self.fields.end(), around)

    def _note(self, element: Element, around: Around) -> None:
        story = Story.FOOTNOTE if element.tag == f"{W}footnoteReference" else Story.ENDNOTE
        number = self._numbered(Note(story, element.get(f"{W}id", "")))
        is_own = is_true(element.get(f"{W}customMarkFollows", ""))  # then the words after it are the mark
        self._say("[]" if is_own else f"[{number}]", around.effects, around, is_mark=True)

    def _comment(self, element: Element, _: Around) -> None:
        self._numbered(Note(Story.COMMENT, element.get(f"{W}id", "")))

    def _numbered(self, note: Note) -> int:
        """The number of a note, a new one if it was not referred to before."""
        if note not in self.notes:
            self._last[note.story] += 1
            self.notes[note] = self._last[note.story]
        self.references.append(Reference(note.story, self.notes[note]))
        return self.notes[note]

    def _drawing(self, element: Element, around: Around) -> None:
        """A drawing, which takes from its run only whether it is there at all."""
        around = around._replace(effects=around.effects & _OF_DRAWINGS)
        found = drawing(element, self._document.package, self._part)
        if found.is_hidden:
            around = around._replace(effects=around.effects | {Effect.HIDDEN})
        self.drawings.append((found, around))

    def _sub_document(self, element: Element, around: Around) -> None:
        link = self._document.package.relationships(self._part).get(element.get(f"{R}id", ""))
        seen = Seen(Kind.FOREIGN, "" if link is None else link.target)
        self.drawings.append((Drawing((), (), (seen,)), around))

    # What wraps them

    def _link(self, element: Element, around: Around) -> None:
        link = self._document.package.relationships(self._part).get(element.get(f"{R}id", ""))
        anchor, hint = (element.get(W + name, "") for name in ("anchor", "tooltip"))
        target = f"{link.target if link else ''}{'#' if anchor else ''}{anchor}"
        self._leads(f"{target} «{hint}»" if hint else target, element, around)
        self._inline(element, around)

    def _leads(self, target: str, words: Element | None, around: Around) -> None:
        """Note that words lead somewhere."""
        said = "" if words is None else "".join(text.text or "" for text in words.iter(_TEXT))
        if target:
            self.drawings.append((Drawing((), (), (Seen(Kind.LINK, target, said=said),)), around))

    def _alternatives(self, element: Element, around: Around) -> None:
        if is_told_otherwise(element):
            self.drawings.append((Drawing((), (), (Seen(Kind.CHOICE, ""),)), around))
        branch = chosen(element)
        if branch is not None:
            self._inline(branch, around)

    def _revision(self, element: Element, around: Around) -> None:
        self._inline(element, self.revised(element, around))

    def revised(self, element: Element, around: Around) -> Around:
        """What the content of a tracked change takes from it."""
        self.revisions += len(element) > 0
        effect = _REVISIONS.get(element.tag)
        return around if effect is None else around._replace(effects=around.effects | {effect})

    def _direction(self, element: Element, around: Around) -> None:
        if value(element) == "rtl" or element.get(f"{W}val") == "rtl":
            around = around._replace(effects=around.effects | {Effect.REVERSED})
        self._inline(element, around)

    def _control(self, element: Element, around: Around) -> None:
        content = child(element, "sdtContent")
        if content is not None:
            self._inline(content, controlled(element, around))

    def _ruby(self, element: Element, around: Around) -> None:
        """Words with small ones above them, which are read after them."""
        for name, (before, after) in (("rubyBase", ("", "")), ("rt", (" (", ")"))):
            for part in element.iterfind(f"{W}{name}"):
                self._say(before, around.effects, around)
                self._inline(part, around)
                self._say(after, around.effects, around)


def controlled(control: Element, around: Around) -> Around:
    """What the content of a content control takes from it."""
    tag = value(child(control, "sdtPr", "tag"))
    found = around.effects
    for each in child(control, "sdtPr") or ():
        name = each.tag.rpartition("}")[2]
        if name == "dataBinding":
            found = found | {Effect.COMPUTED}
        elif each.tag not in CONTROL and name not in CONTROL_OF_TODAY:
            found = found | {Effect.STRANGE}
    return around._replace(effects=found, control=tag or around.control)


_RUN, _RUN_PROPERTIES, _TEXT = f"{W}r", f"{W}rPr", f"{W}t"
_REVISIONS = {
    **{f"{W}{name}": Effect.DELETED for name in ("del", "moveFrom")},
    **{f"{W}{name}": Effect.INSERTED for name in ("ins", "moveTo")},
}
_OF_DRAWINGS = frozenset((Effect.HIDDEN, Effect.OFF_PAGE, Effect.COVERED, Effect.CODE, Effect.DELETED))
_PARTS_OF_DATES = ("dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort")
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
    **{f"{W}{name}": _TODAY for name in _PARTS_OF_DATES},
    f"{W}pgNum": "[PAGE]",
}
_SILENT = frozenset(
    f"{W}{name}"
    for name in (
        *("pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "permStart"),
        *("permEnd", "commentRangeStart", "commentRangeEnd", "annotationRef", "footnoteRef", "endnoteRef"),
        *("separator", "continuationSeparator", "delInstrText", "smartTagPr", "customXmlPr", "sdtPr"),
    )
)
"""Elements that hold no words of the document."""
_WRAPPERS: dict[str, Callable[[RunReader, Element, Around], None]] = {
    f"{W}sym": RunReader._symbol,
    f"{W}br": RunReader._break,
    f"{W}delText": RunReader._deleted,
    f"{M}oMath": RunReader._formula,
    f"{W}fldChar": RunReader._field_sign,
    f"{W}instrText": RunReader._instruction,
    f"{W}fldSimple": RunReader._simple_field,
    f"{W}footnoteReference": RunReader._note,
    f"{W}endnoteReference": RunReader._note,
    f"{W}commentReference": RunReader._comment,
    **{f"{W}{name}": RunReader._drawing for name in ("drawing", "pict", "object", "control", "contentPart")},
    f"{W}subDoc": RunReader._sub_document,
    f"{MC}AlternateContent": RunReader._alternatives,
    **dict.fromkeys(_REVISIONS, RunReader._revision),
    **dict.fromkeys((f"{W}bdo", f"{W}dir"), RunReader._direction),
    f"{W}hyperlink": RunReader._link,
    f"{W}sdt": RunReader._control,
    f"{W}ruby": RunReader._ruby,
}
