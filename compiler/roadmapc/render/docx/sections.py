"""Sections of a filled template: each part of an appendix on the page that suits it.

The template shows two pages: that of the order, and that of the appendices, which is the wide one. Parts
that need no wide page are put on the order's.
"""

import re
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Twips

from roadmapc.render.docx import oxml
from roadmapc.render.docx.formatting import Page, Place, page_of, twips

_SERVICE = re.compile(r"\{[%#]p ")
"""A line that docxtpl takes away."""
_OWN_SECTION = "(./w:pPr/w:sectPr | following::w:sectPr)[1]"
_TEXT_AFTER = "following-sibling::w:p//w:t | following-sibling::w:tbl"
_FIRST_PAGE = './w:titlePg | ./w:*[self::w:headerReference or self::w:footerReference][@w:type="first"]'


_NARROWEST_MARK, _MARK = 2268, 4535
"""40 mm, less than any mark takes, and 80 mm, the longest line of a requisite (ГОСТ Р 7.0.97)."""


def settle(document: Document) -> None:
    """Give each section an end of its own before the template is filled.

    LibreOffice ends a section in the last line that has text, which may be a service line: it would go
    away with the section.
    """
    for section in document.element.body.xpath("./w:p/w:pPr/w:sectPr"):
        (holder,) = section.xpath("ancestor::w:p[1]")
        if _SERVICE.search(holder.text):
            end = holder.makeelement(holder.tag)
            holder.addnext(end)
            end.get_or_add_pPr().append(section)


class Sections:
    """The pages of a template, found before its content is marked."""

    def __init__(self, document: Document, contents: list[Any]) -> None:
        """`contents` are the paragraphs that the contents of appendices replace."""
        self._body = document.element.body
        self._contents = contents
        self._own = self._body.xpath(".//w:sectPr")[0]
        self._wide = contents[0].xpath(_OWN_SECTION)[0] if contents else self._own
        self._own.titlePg_val = True  # no number on page 1; LibreOffice forgets it when it saves
        self._narrow = _continued(self._own)
        self.page = page_of(self._narrow)
        """What a part that is not wide is printed on."""

    @property
    def wide(self) -> Page:
        """What a part that is wide is printed on."""
        return page_of(self._wide)

    @property
    def has_wide(self) -> bool:
        """Whether the page of appendices lies across: a clerk may have turned it, or have but one."""
        return (self._wide.page_width or 0) > (self._wide.page_height or 0)

    def divide(self, wide: list[bool]) -> list[Place]:
        """Place each run of parts, one after another, on its page."""
        if not wide:
            self._end_with_order()
            return []
        if self._own is self._wide:
            return [Place(self.page, "") for _ in wide]
        sections = [self._wide if is_wide else self._narrow for is_wide in wide]
        ends = [*sections[1:], self._last(sections[-1])]
        places = []
        is_first = True
        for section, following in zip(sections, ends, strict=True):
            after = "" if section is following else oxml.spacer(self._counted(section, is_first=is_first).xml)
            is_first &= not after
            places.append(Place(page_of(section), after))
        if not places[-1].after:
            self._body.replace(self._body.sectPr, self._counted(self._body.sectPr, is_first=is_first))
        self._forget_wide()
        return places

    def _counted(self, section: Any, *, is_first: bool) -> Any:
        """A section of appendices whose pages are counted as the template's wide one has it.

        A count that begins anew begins at their first sheet, upright or not, and goes on at the others.
        """
        copy = deepcopy(section)
        for numbers in self._wide.xpath("./w:pgNumType"):
            for other in copy.xpath("./w:pgNumType"):
                copy.remove(other)
            own = deepcopy(numbers)
            if not is_first:
                own.attrib.pop(qn("w:start"), None)
            copy.xpath("./w:pgMar")[0].addnext(own)
        return copy

    def _end_with_order(self) -> None:
        """Without appendices and sheets the order's own section is the last one."""
        final, holder = self._body.sectPr, next(iter(self._own.xpath("ancestor::w:p[1]")), None)
        if holder is not None and not holder.xpath(_TEXT_AFTER):
            for empty in (*holder.xpath("following-sibling::w:p"), holder):
                self._body.remove(empty)
            self._body.replace(final, self._own)

    def _last(self, section: Any) -> Any:
        """The section after the last appendix: its own, unless sheets follow in the template."""
        final = self._body.sectPr
        left = self._contents[-1].xpath(_TEXT_AFTER)
        if left and final is not self._wide:
            return final
        final.getparent().replace(final, deepcopy(section))
        return section

    def _forget_wide(self) -> None:
        """Drop the paragraph that ends the template's own wide section: others now do."""
        for holder in self._wide.xpath("ancestor::w:p[1]"):
            if holder in self._contents:
                holder.pPr.remove(self._wide)
            else:
                holder.getparent().remove(holder)

    def shift_marks(self, wide: list[bool], style: Any) -> None:
        """Move the marks of appendices to the right edge of their pages; the style is for the wide one.

        `wide` is said of the page on which each appendix begins.
        """
        indent = twips(style.paragraph_format.left_indent)
        block = page_of(self._wide).width - indent
        if block < _NARROWEST_MARK:  # a sheet that was turned upright
            block = _MARK
        starts = [None, *self._contents][: len(self._contents)]
        for start, end, is_wide in zip(starts, self._contents, wide, strict=True):
            for element in end.itersiblings(preceding=True):
                if element is start:
                    break
                for paragraph in element.iter(
                    qn("w:p")
                ):  # a mark may stand in a table or in a content control
                    if paragraph.style == style.style_id:
                        room = page_of(self._wide).width if is_wide else self.page.width
                        own = 0 if paragraph.xpath("ancestor::w:tc") else room - block
                        if own != indent:
                            paragraph.get_or_add_pPr().ind_left = Twips(own)


def _continued(section: Any) -> Any:
    """A section like this one that is not the beginning of the document."""
    copy = deepcopy(section)
    for element in copy.xpath(_FIRST_PAGE):
        copy.remove(element)
    return copy
