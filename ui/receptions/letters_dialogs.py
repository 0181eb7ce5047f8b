"""The dialogs before letters go out: a last look before sending, and what to put on paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.briefings.blocks import SheetName
from app.briefings.envelopes import EnvelopeSize
from app.core.errors import Problem
from app.core.text import N_, say
from app.mailing.output import PaperWish
from ui.core.cards import Card
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.fields import CheckField, ChoiceField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import read, tr, trn
from ui.settings.create_form import SecretField

if TYPE_CHECKING:
    from app.mailing.settings import MailSettings
    from app.receptions.queries import Recipient

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class SendWish:
    """What is about to be sent; `password` where the keyring has none."""

    chosen: tuple[Recipient, ...]
    left_out: tuple[Recipient, ...]
    settings: MailSettings
    asks: bool = False
    password: str = field(default="", repr=False)
    keep: bool = True

    def problems(self) -> list[Problem]:
        """A password is needed where the server asks for one."""
        if self.asks and not self.password:
            return [Problem("password", say(N_("Type the password of the mail account.")))]
        return []


class SendDialog(Editor[SendWish]):
    """Says who will get what, and who will not and why; then sends."""

    width_wanted = 560

    def build(self) -> Form:
        """The form, empty."""
        self._wish: SendWish | None = None
        self._who = Text("", "strong", wrap=True)
        self._more = Text("", ink="text2", wrap=True)
        self._from = Text("", ink="text2", wrap=True)
        self._out = Card(tr("Not sent to"), margin=12, gap=4)
        self._out_words = Text("", wrap=True, selectable=True)
        self._out.add(self._out_words)
        return Form(
            [
                self._who,
                self._more,
                self._from,
                self._out,
                SecretField("password", tr("Password of the mail account")),
                CheckField("keep", tr("Keep it in the keyring of this computer")),
            ]
        )

    def fill(self, draft: SendWish) -> None:
        """Show what would happen."""
        self._wish = draft
        count = len(draft.chosen)
        self._who.say(trn("{n} letter goes out by mail", "{n} letters go out by mail", count))
        spoken = Counter(str(one.language).upper() for one in draft.chosen)
        copies = sum(len(one.copies) for one in draft.chosen)
        parts = [f"{language} {number}" for language, number in sorted(spoken.items())]
        parts += [trn("{n} copy to an assistant", "{n} copies to assistants", copies)] * bool(
            copies
        )
        again = sum(one.had is not None for one in draft.chosen)
        parts += [trn("{n} gets it again", "{n} get it again", again)] * bool(again)
        self._more.say(" · ".join(parts))
        self._more.setVisible(bool(parts))
        rate = draft.settings.per_minute
        minutes = max(1, round(count / rate))
        self._from.say(
            tr(
                "From {sender}, by {server}; at {rate} a minute it takes about {minutes} min.",
                sender=draft.settings.sender,
                server=draft.settings.server,
                rate=rate,
                minutes=minutes,
            )
        )
        for words in (self._who, self._from):
            words.setVisible(bool(draft.chosen))
        self._say_left_out(draft.left_out)
        self.form.set_values({"keep": True})
        for key in ("password", "keep"):
            self.form[key].setVisible(draft.asks)

    def _say_left_out(self, people: tuple[Recipient, ...]) -> None:
        lines = []
        for one in people[:_SHOWN]:
            why = [*one.problems, *one.doubts]
            lines.append(f"{one.name}: {read(why[0])}" if why else one.name)
        if len(people) > _SHOWN:
            lines.append(trn("and {n} more", "and {n} more", len(people) - _SHOWN))
        self._out_words.say("\n".join(lines))
        self._out.setVisible(bool(people))

    def draft(self) -> SendWish:
        """The same, with the password typed."""
        values = self.form.values()
        if self._wish is None:
            raise RuntimeError("nothing was shown")
        return replace(
            self._wish, password=str(values["password"] or ""), keep=bool(values["keep"])
        )

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Send")


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """What to put on paper, and whether the letters count as sent then."""

    wish: PaperWish = field(default_factory=PaperWish)
    went_out: bool = False

    def problems(self) -> list[Problem]:
        """Nothing can be wrong."""
        return []


_CHOICES = (
    ("letters", N_("Letters")),
    ("envelopes DL", N_("Envelopes DL (220 × 110 mm)")),
    ("envelopes C5", N_("Envelopes C5 (229 × 162 mm)")),
    ("labels L7160", N_("Labels L7160 (21 on a sheet)")),
    ("labels L7163", N_("Labels L7163 (14 on a sheet)")),
)


class PaperDialog(Editor[PaperEntry]):
    """Asks what to make a PDF of."""

    width_wanted = 460

    def build(self) -> Form:
        """The form, empty."""
        made = Form(
            [
                ChoiceField("what", tr("What"), [(key, tr(words)) for key, words in _CHOICES]),
                NumberField(
                    "start", tr("First free label"), least=1, most=21,
                    hint=tr("Of a sheet used in part; 1 is the first."),
                ),
                CheckField(
                    "went_out", tr("These letters go out today"),
                    hint=tr("Notes them in the log; guests who were proposed are then invited."),
                ),
            ]
        )  # fmt: skip
        made.changed.connect(self._fit)
        return made

    def fill(self, draft: PaperEntry) -> None:
        """Show a wish."""
        wish = draft.wish
        detail = {"envelopes": wish.envelope, "labels": wish.sheet}.get(wish.what, "")
        key = f"{wish.what} {detail}".strip()
        self.form.set_values({"what": key, "start": wish.start, "went_out": draft.went_out})
        self._fit()

    def _fit(self) -> None:
        what = str(self.form["what"].value())
        self.form["start"].setVisible(what.startswith("labels"))
        self.form["went_out"].setVisible(what == "letters")

    def draft(self) -> PaperEntry:
        """Make a wish of what was chosen."""
        values = self.form.values()
        what, _, detail = str(values["what"]).partition(" ")
        start = values["start"]
        wish = PaperWish(
            what,
            EnvelopeSize(detail) if what == "envelopes" else EnvelopeSize.DL,
            SheetName(detail) if what == "labels" else SheetName.L7160,
            start if isinstance(start, int) else 1,
        )
        return PaperEntry(wish, went_out=what == "letters" and bool(values["went_out"]))

    def save_words(self) -> str:
        """The words on the button."""
        return tr("Make the PDF…")
