"""How the office sends mail: kept in the office, but for the password, which the keyring keeps."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.contacts.draft import is_mail
from app.core import secrets
from app.core.command import command
from app.core.errors import Problem
from app.core.kept import keep, kept
from app.core.records import refuse
from app.core.text import N_, Language, Sentence, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

KEY = "mail"
_HIGHEST_PORT = 65_535
_FASTEST = 600


class Security(StrEnum):
    """How the line to the server is kept from others."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


SECURITY_LABELS = {
    Security.STARTTLS: N_("STARTTLS (usually port 587)"),
    Security.TLS: N_("TLS from the start (usually port 465)"),
    Security.NONE: N_("Not encrypted (only inside the city’s network)"),
}


def security_label(code: str) -> Sentence:
    """The word for a way."""
    return say(SECURITY_LABELS[Security(code)])


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The mail server, who the sender is, and who signs the letters in each language.

    `per_minute` is how many letters go out in a minute at most. `signed_…` may have several lines:
    name, then function.
    """

    server: str = ""
    port: int = 587
    security: str = Security.STARTTLS
    user: str = ""
    sender: str = ""
    sender_name: str = ""
    reply_to: str = ""
    per_minute: int = 30
    signed_nl: str = ""
    signed_fr: str = ""
    signed_en: str = ""

    def signed(self, language: Language) -> str:
        """Who signs, in a language."""
        return str(getattr(self, f"signed_{language}"))

    @property
    def ready(self) -> bool:
        """Whether mail can be sent."""
        return not self.problems()

    @property
    def account(self) -> str:
        """The name under which the keyring has the password."""
        return f"mail {self.user}@{self.server}:{self.port}"

    def problems(self) -> list[Problem]:
        """What is wanting before mail can be sent."""
        found = []
        if not self.server.strip() or set(self.server) & set(" /:@"):
            found.append(Problem("server", say(N_("Name the mail server: smtp.example.org."))))
        if not 0 < self.port <= _HIGHEST_PORT:
            found.append(Problem("port", say(N_("A port is a number from 1 to 65535."))))
        if self.security not in set(Security):
            found.append(Problem("security", say(N_("Choose one from the list."))))
        if not is_mail(self.sender):
            found.append(Problem("sender", say(N_("Type the mail address letters come from."))))
        if self.reply_to and not is_mail(self.reply_to):
            wrong = say(N_("“{mail}” is no mail address: check it."), mail=self.reply_to[:80])
            found.append(Problem("reply_to", wrong))
        if not 0 < self.per_minute <= _FASTEST:
            words = N_("Send from 1 to {most} letters a minute.")
            found.append(Problem("per_minute", say(words, most=_FASTEST)))
        return found


def mail_settings(session: Session) -> MailSettings:
    """The settings of the office, defaults where nothing was set or it cannot be read."""
    known: dict[str, Any] = kept(session, KEY)
    usual = MailSettings()
    values = {
        one.name: known[one.name]
        for one in fields(MailSettings)
        if type(known.get(one.name)) is (str if isinstance(getattr(usual, one.name), str) else int)
    }
    return MailSettings(**values)


@command(N_("Changed the mail settings"))
def set_mail_settings(session: Session, wanted: MailSettings) -> None:
    """Keep the settings; without a server only who signs is kept, for letters on paper."""
    refuse(wanted.problems() if wanted.server.strip() or wanted.sender.strip() else ())
    keep(session, KEY, asdict(wanted))


def password_of(settings: MailSettings) -> str | None:
    """The password in the keyring, None where it has none or there is no keyring."""
    return secrets.kept_password(settings.account)


def keep_password(settings: MailSettings, password: str) -> bool:
    """Put the password into the keyring; False where none answers: it is asked for then."""
    return secrets.keep_password(settings.account, password)
