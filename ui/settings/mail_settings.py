"""How the office sends mail: server, sender, who signs; with a test before it counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from app.mailing.courier import Courier, Fate, Outcome
from app.mailing.settings import (
    SECURITY_LABELS,
    MailSettings,
    keep_password,
    mail_settings,
    password_of,
    set_mail_settings,
)
from app.mailing.trial import trial_message
from ui.core.buttons import Button
from ui.core.editor import Editor
from ui.core.exact_fields import NumberField
from ui.core.fields import ChoiceField, LongTextField, TextField
from ui.core.form import Form
from ui.core.labels import Text
from ui.core.language import tr
from ui.core.problems import sentence_of
from ui.settings.create_form import SecretField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.core.errors import Problem
    from ui.core.editor import Done, Failed
    from ui.core.page import Desk

_NAMES = ("server", "port", "security", "user", "sender", "sender_name", "reply_to", "per_minute",
          "signed_nl", "signed_fr", "signed_en")  # fmt: skip


@dataclass(frozen=True, slots=True)
class MailEntry:
    """The settings as typed; an empty password leaves the kept one."""

    settings: MailSettings = field(default_factory=MailSettings)
    password: str = field(default="", repr=False)

    def problems(self) -> list[Problem]:
        """Without any server only who signs is kept: letters on paper need no more."""
        one = self.settings
        return one.problems() if one.server or one.sender else []


class MailSettingsEditor(Editor[MailEntry]):
    """`MailSettingsEditor.begin(window, desk)` reads, edits and keeps the settings."""

    width_wanted = 620
    desk: ClassVar[Desk | None] = None

    def build(self) -> Form:
        """The form, empty."""
        self._test = Button(tr("Send a test message"), icon="mail")
        self._told = Text("", "small", ink="text2", wrap=True)
        self._test.clicked.connect(self.try_out)
        return Form(
            [
                [
                    TextField("server", tr("Mail server"), placeholder="smtp.stad.example"),
                    NumberField("port", tr("Port"), least=1, most=65_535),
                ],
                ChoiceField(
                    "security", tr("Encryption"),
                    [(str(one), tr(words)) for one, words in SECURITY_LABELS.items()],
                ),
                [
                    TextField("user", tr("User"), hint=tr("Empty where the server asks none.")),
                    SecretField(
                        "password", tr("Password"),
                        hint=tr("Kept in the keyring of this computer, never in the office."),
                    ),
                ],
                [
                    TextField("sender", tr("Letters come from"), placeholder="protocol@…"),
                    TextField("sender_name", tr("Name of the sender")),
                ],
                [
                    TextField("reply_to", tr("Answers go to"), hint=tr("Empty: to the sender.")),
                    NumberField(
                        "per_minute", tr("Letters a minute"), least=1, most=600,
                        hint=tr("Ask the keeper of the server how many it takes."),
                    ),
                ],
                tr("Who signs"),
                [
                    LongTextField("signed_nl", "Nederlands", lines=2),
                    LongTextField("signed_fr", "Français", lines=2),
                    LongTextField("signed_en", "English", lines=2),
                ],
                self._test,
                self._told,
            ]
        )  # fmt: skip

    def fill(self, draft: MailEntry) -> None:
        """Show the settings."""
        self.form.set_values({name: getattr(draft.settings, name) for name in _NAMES})

    def draft(self) -> MailEntry:
        """Make settings of what was typed."""
        values = self.form.values()
        usual = MailSettings()
        numbers = {
            name: values[name] if isinstance(values[name], int) else getattr(usual, name)
            for name in ("port", "per_minute")
        }
        words = {name: str(values[name] or "") for name in _NAMES if name not in numbers}
        made = replace(usual, **words, **numbers)  # type: ignore[arg-type]  # two ints by name
        return MailEntry(made, str(values["password"] or ""))

    def try_out(self) -> None:
        """Send a short message to the sender itself, with what is typed now."""
        desk = self.desk
        entry = self.draft()
        problems = entry.settings.problems()
        if desk is None or problems or not self.form.readable():
            self.form.show_problems(problems)
            return
        self._test.setEnabled(False)
        self._told.say(tr("One moment…"))
        desk.jobs.background(
            _send_test,
            entry.settings,
            entry.password,
            then=self._tried,
            failed=self._failed,
            owner=self,
        )

    def _tried(self, outcome: Outcome) -> None:
        self._test.setEnabled(True)
        if outcome.fate is Fate.SENT:
            words = tr("The server took it: look into the mailbox of {sender}.",
                       sender=self.draft().settings.sender)  # fmt: skip
            self._told.say(words, ink="good")
        else:
            self._told.say(tr("The server said: {words}", words=outcome.words), ink="wrong")

    def _failed(self, error: Exception) -> None:
        self._test.setEnabled(True)
        self._told.say(sentence_of(error), ink="wrong")

    @classmethod
    def begin(cls, parent: QWidget, desk: Desk) -> None:
        """Read the settings, then show them."""

        def save(made: MailEntry, done: Done, failed: Failed) -> None:
            def in_keyring(held: bool) -> None:  # noqa: FBT001 - what `keep_password` answers
                if not held:
                    desk.say(tr("No keyring answers here: the password is asked for each time."))

            def kept(nothing: object) -> None:
                done(nothing)
                if made.password:
                    desk.jobs.background(
                        keep_password, made.settings, made.password, then=in_keyring, owner=parent
                    )

            desk.jobs.run(set_mail_settings, made.settings, then=kept, failed=failed, owner=parent)

        def told(known: MailSettings) -> None:
            cls.desk = desk
            cls.edit(parent, tr("Mail settings"), MailEntry(known), save=save)

        desk.jobs.ask(mail_settings, then=told, owner=parent)


def _send_test(settings: MailSettings, password: str) -> Outcome:
    """Hand one short message to the server, with the kept password unless one was typed; for the
    background.
    """
    known = password or (password_of(settings) if settings.user else "") or ""
    courier = Courier(settings, known, timeout=20)
    try:
        return courier.deliver(settings.sender, settings.sender, (), trial_message(settings))
    finally:
        courier.close()
