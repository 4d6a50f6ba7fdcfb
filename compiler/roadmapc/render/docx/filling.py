"""A clerk's template with an order's words in it, as pieces.

Imports docxtpl and what it stands on, which takes a tenth of a second: import this module where no such
pieces were kept.
"""

from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import anchors, package, titles
from roadmapc.render.docx.codes import NO_LANDSCAPE
from roadmapc.render.docx.footnotes import footnotes
from roadmapc.render.docx.formatting import Pages, Place, Styles
from roadmapc.render.docx.front import Front
from roadmapc.render.docx.inspection import inspected, unreadable
from roadmapc.render.docx.pieces import Orientations, Pieces
from roadmapc.render.docx.sections import Sections
from roadmapc.render.docx.styles import NAMES, numbering_part
from roadmapc.render.docx.template import Filled, failed, fill, opened, related

Arrange = Callable[[Pages, Styles], Orientations]
"""How the contents of appendices lie on the pages of a template."""


def filled(front: Front, arrange: Arrange, name: str) -> Outcome[Pieces]:
    """A template filled with an order, or what is wrong with it; `name` is for messages."""
    return inspected(front.template, name).then(lambda parts: _filled(parts, front, arrange, name))


def _filled(parts: Mapping[str, bytes], front: Front, arrange: Arrange, name: str) -> Outcome[Pieces]:
    form = opened(parts, front.look)
    if form is None:
        return Outcome(None, (unreadable(name, "его части не складываются в документ"),))
    try:
        made = fill(form, front.view, front.look, name)
        printed = made.then(lambda filled: _printed(filled, arrange, name))
        return printed.then(lambda printed: Outcome(_pieces(parts, front, printed)))
    except Exception as error:  # a template is the clerk's program: that it fails is no bug of ours
        return Outcome(None, (failed(name, error),))


class _Printed(NamedTuple):
    """A filled template with a page for each run of its appendices."""

    filled: Filled
    pages: Pages
    shape: Orientations
    places: tuple[Place, ...]


def _printed(filled: Filled, arrange: Arrange, name: str) -> Outcome[_Printed]:
    """Sections for the runs of appendices, marks and titles on the sheets that their first runs are on."""
    document = filled.document
    sections = Sections(document, filled.contents)
    pages = Pages(sections.page, sections.wide)
    shape = arrange(pages, filled.styles)
    if not sections.has_wide and any(must_lie for must_lie, *_ in shape):
        message = f"в шаблоне «{name}» нет альбомной страницы, а часть приложения просит её"
        hint = "поверните страницу приложений в шаблоне или уберите orientation: landscape из плана"
        return Outcome(None, (Diagnostic(NO_LANDSCAPE, message, None, (hint,)),))
    sections.shift_marks([is_wide for _, is_wide, *_ in shape], document.styles[NAMES["appendix_mark"]])
    places = tuple(sections.divide([is_wide for _, *runs in shape for is_wide in runs]))
    firsts = accumulate((len(runs) for _, *runs in shape), initial=0)
    starts = [places[at].page for at, _ in zip(firsts, shape, strict=False)]
    titles.balance(document, filled.contents, sections.page, starts)
    return Outcome(_Printed(filled, pages, shape, places))


def _pieces(template: Mapping[str, bytes], front: Front, printed: _Printed) -> Pieces:
    """The parts of the package, cut at their marks."""
    filled, document = printed.filled, printed.filled.document
    numbering, lists = numbering_part(document), filled.lists
    for paragraph in (*filled.quotes, *filled.contents):
        paragraph.getparent().replace(paragraph, anchors.mark())
    numbering.element.num_lst[-1].addnext(anchors.mark())
    main, of_lists = map(anchors.part_name, (document.part, numbering))
    folder = main.rpartition("/")[0]
    attached = [picture.attachment(folder) for picture in front.pictures]
    if front.footnotes:
        attached.append(footnotes(front.footnotes, document, filled.styles, folder))
    changed = related(document, "header", "footer", "styles", "settings")
    others = package.template_parts(template) | {anchors.part_name(part): part.blob for part in changed}
    del others[main], others[of_lists]
    parts = package.own_parts(template, main, attached) | {name: (part,) for name, part in others.items()}
    parts |= {each.name: each.content for each in attached}
    parts |= {name: (part,) for name, part in package.links(main, template, attached).items()}
    return Pieces(
        parts=parts | {main: anchors.cut(document.part), of_lists: anchors.cut(numbering)},
        document=main,
        numbering=of_lists,
        pages=printed.pages,
        shape=printed.shape,
        places=printed.places,
        styles=filled.styles,
        definitions=lists.definitions,
        dash=lists.dash,
        first=lists.first,
        bookmark=next(filled.bookmarks),
    )
