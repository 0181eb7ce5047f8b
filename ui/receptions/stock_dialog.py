"""The stock of city gifts: what is kept ready, how many are left, where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core.text import N_
from app.dossiers.commands import add_stock, change_stock, remove_stock
from app.dossiers.draft import GiftStockDraft
from app.dossiers.queries import StockRow, gift_stock
from app.dossiers.rules import euros
from ui.contacts.manage import ManageDialog
from ui.core.columns import Cell, Column, Kind
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.fields import LongTextField, TextField
from ui.core.form import Form
from ui.core.language import number, tr
from ui.dossiers.gift_editor import MoneyField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.core.editor import Done, Failed
    from ui.core.page import Desk


def _what(row: StockRow) -> str:
    return row.draft.what


def _value(row: StockRow) -> str:
    return f"€ {euros(row.draft.value)}" if row.draft.value is not None else ""


def _left(row: StockRow) -> Cell:
    if row.left <= 0:
        return Cell(tr("none left"), tone="wrong")
    words = tr("{n} left", n=number(row.left))
    return Cell(words, tone="attention" if row.is_low else "good")


COLUMNS = (
    Column("what", N_("Gift"), 220, Kind.NAME, value=_what, stretch=3),
    Column("value", N_("Value"), 84, Kind.NUMBER, value=_value),
    Column("left", N_("Left"), 110, Kind.PILL, value=_left),
    Column("bought", N_("Bought"), 76, Kind.NUMBER, value=lambda row: row.draft.bought),
    Column("given", N_("Given"), 76, Kind.NUMBER),
    Column("kept", N_("Where it is kept"), 170, value=lambda row: row.draft.kept_at, stretch=2),
)


class StockEditor(Editor[GiftStockDraft]):
    """Edits a gift of the stock."""

    width_wanted = 480

    def build(self) -> Form:
        """The form, empty."""
        hint = tr("All that were ever bought: what is left is counted from the gift register.")
        return Form(
            [
                TextField("what", tr("Gift"), needed=True),
                [
                    MoneyField("value", tr("Value of one in euro"), placeholder="12,50"),
                    NumberField("bought", tr("Bought"), hint=hint, needed=True),
                ],
                TextField("kept_at", tr("Where it is kept")),
                LongTextField("note", tr("Note"), lines=2),
            ]
        )

    def fill(self, draft: GiftStockDraft) -> None:
        """Show a gift."""
        self.form.set_values({name: getattr(draft, name) for name in GiftStockDraft.__slots__})

    def draft(self) -> GiftStockDraft:
        """The gift as typed."""
        values: dict[str, Any] = self.form.values()
        return GiftStockDraft(
            str(values["what"]),
            values["value"],
            values["bought"] or 0,
            str(values["kept_at"]),
            str(values["note"]),
        )


class StockDialog(ManageDialog):
    """Lists the stock, with its verbs."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        self.dialog: Editor[Any] | None = None
        self._desk = desk
        super().__init__(
            parent,
            desk.jobs,
            title=tr("Stock of city gifts"),
            told=tr("What the city keeps ready to give. A gift registered from the stock counts"
                    " down by itself."),
            columns=COLUMNS,
            query=gift_stock,
            tables=frozenset({"gift", "gift_stock"}),
            empty=("gift", tr("The stock is empty"),
                   tr("Add what the city buys to give: it can then be chosen for a guest.")),
            verbs=(
                (tr("New gift in the stock"), False, self._new),
                (tr("Edit…"), True, self._edit),
                (tr("Remove"), True, self._remove),
            ),
        )  # fmt: skip

    def _new(self, _row: StockRow | None) -> None:
        def save(made: GiftStockDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(add_stock, made, then=done, failed=failed, owner=self)

        self.dialog = StockEditor.edit(
            self, tr("New gift in the stock"), GiftStockDraft(), save=save, then=self.show_record
        )

    def _edit(self, row: StockRow | None) -> None:
        if row is None:
            return

        def save(made: GiftStockDraft, done: Done, failed: Failed) -> None:
            self._jobs.run(
                change_stock, row.id, row.revision, made, then=done, failed=failed, owner=self
            )

        title = tr("Edit {name}", name=row.draft.what)
        self.dialog = StockEditor.edit(self, title, row.draft, save=save)

    def _remove(self, row: StockRow | None) -> None:
        if row is not None:
            self._jobs.run(remove_stock, row.id, failed=self._desk.complain)
