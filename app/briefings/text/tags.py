"""The structure of the file for screen readers: headings, paragraphs, lists and tables, nested."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from app.briefings.text.embed import Raw, refer

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFObject


@dataclass(eq=False, slots=True)
class Element:
    """A heading, paragraph, table, row, cell …; what it holds is elements or marks on pages."""

    kind: str
    alt: str = ""
    attributes: str = ""
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    parent: Element | None = None
    written: PDFObject | None = None

    def child(self, kind: str, alt: str = "", attributes: str = "") -> Element:
        """A new element inside this one, after the others."""
        made = Element(kind, alt, attributes, parent=self)
        self.kids.append(made)
        return made


class Tree:
    """The whole document, and which mark on which page belongs to which element."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._pages: list[list[Element]] = []

    def mark(self, page: int, element: Element) -> int:
        """The number of a new mark on a page (counted from 0) for this element."""
        while len(self._pages) <= page:
            self._pages.append([])
        marks = self._pages[page]
        marks.append(element)
        number = len(marks) - 1
        element.kids.append((page, number))
        return number

    def add_to(self, document: Any) -> None:
        """Write the tree into the file."""
        pages = document.Pages.pages
        for number, page in enumerate(pages):
            page.StructParents, page.Tabs = number, Raw(lambda _: "/S")
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        names = [refer(document, page) for page in pages]
        top = Raw(lambda doc: self._top(doc))
        _write(self.root, lambda doc: refer(doc, top), names)
        document.Catalog.StructTreeRoot = top
        document.Catalog.MarkInfo = Raw(lambda _: "<</Marked true>>")

    def _top(self, doc: Any) -> str:
        rows = " ".join(
            f"{page}[{' '.join(refer(doc, e.written) for e in marks)}]"
            for page, marks in enumerate(self._pages)
        )
        return (
            f"<</Type/StructTreeRoot/K {refer(doc, self.root.written)}"
            f"/ParentTree<</Nums[{rows}]>>/ParentTreeNextKey {len(self._pages)}>>"
        )


def _write(element: Element, parent: Any, pages: list[str]) -> None:
    """Make the object of an element and of all it holds."""
    waiting = [(element, parent)]
    while waiting:
        now, above = waiting.pop()
        made = now.written = Raw(_body(now, above, pages))
        name = partial(_named, made)
        waiting.extend((kid, name) for kid in now.kids if isinstance(kid, Element))


def _named(thing: PDFObject, doc: Any) -> str:
    return refer(doc, thing)


def _body(element: Element, above: Any, pages: list[str]) -> Any:
    def body(doc: Any) -> str:
        kids = " ".join(
            refer(doc, kid.written)
            if isinstance(kid, Element)
            else f"<</Type/MCR/Pg {pages[kid[0]]}/MCID {kid[1]}>>"
            for kid in element.kids
        )
        alt = f"/Alt<FEFF{element.alt.encode('utf-16-be').hex()}>" if element.alt else ""
        extra = f"/A<<{element.attributes}>>" if element.attributes else ""
        return f"<</Type/StructElem/S/{element.kind}/P {above(doc)}{alt}{extra}/K[{kids}]>>"

    return body
