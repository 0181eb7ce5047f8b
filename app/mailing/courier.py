"""Handing mails to an SMTP server, one transaction each, and telling what became of each.

Written on `smtplib` step by step, for one question decides everything: had the server all of the
letter when the line broke? Until the last line of the letter was sent, it certainly has not
(RFC 5321, 4.1.1.4), and the letter waits for the next try; so does one after which the server
closes the line in good order without taking it, for only its 250 makes the letter its business
(4.2.5). Where the answer stays out or the line is torn, nobody knows (RFC 1047): such a letter may
have arrived, and is left for a person to decide.
"""

from __future__ import annotations

import select
import smtplib
import socket
import ssl
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.errors import BelfryError
from app.core.text import N_, say
from app.mailing.settings import MailSettings, Security
from app.receptions.rules.messages import ACCENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

TIMEOUT = 60.0
"""Seconds the server may take for an answer."""
_OK, _START = 250, 354


class Fate(StrEnum):
    """What became of a letter that was handed over."""

    SENT = "sent"
    REFUSED = "refused"
    LATER = "later"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of a letter; `words` are the server's own, or why it is to be tried later.

    `broken`: the line is down, and what follows needs a new one.
    """

    fate: Fate
    words: str = ""
    broken: bool = False


class MailServerError(BelfryError):
    """The server cannot be used at all: not reached, not trusted, password or sender refused."""


class Courier:
    """A line to the mail server, opened on use and again where it broke. For one thread."""

    def __init__(
        self,
        settings: MailSettings,
        password: str = "",
        *,
        trust: ssl.SSLContext | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        """`trust` is whose certificates are believed; usually those the system knows."""
        self._settings, self._password = settings, password
        self._trust, self._timeout = trust, timeout
        self._line: smtplib.SMTP | None = None

    def connect(self) -> None:
        """Open the line, where it is not open.

        Raises:
            MailServerError: with a sentence that says what to look at.
        """
        if self._line is not None:
            return
        settings = self._settings
        try:
            self._line = self._opened()
            if self._line.sock is not None:  # the last byte of a letter goes at once
                self._line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if settings.user:
                self._line.login(settings.user, self._password)
        except smtplib.SMTPAuthenticationError as error:
            self.close()
            raise MailServerError(
                say(N_("The mail server refused user name or password: check the mail settings."))
            ) from error
        except ssl.SSLError as error:
            self.close()
            words = N_("The mail server {server} cannot be trusted: {reason}. Ask its keeper.")
            raise MailServerError(
                say(words, server=settings.server, reason=str(error.reason or error))
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            self.close()
            words = N_("The mail server {server} does not offer this: check encryption and user.")
            raise MailServerError(say(words, server=settings.server)) from error
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            words = N_("The mail server {server} does not answer: check its name, the port and"
                       " your network.")  # fmt: skip
            raise MailServerError(say(words, server=settings.server)) from error

    def _opened(self) -> smtplib.SMTP:
        settings = self._settings
        where = (settings.server, settings.port)
        trust = self._trust or ssl.create_default_context()
        if settings.security == Security.TLS:
            return smtplib.SMTP_SSL(*where, timeout=self._timeout, context=trust)
        line = smtplib.SMTP(*where, timeout=self._timeout)
        self._line = line
        if settings.security == Security.STARTTLS:
            line.starttls(context=trust)
        return line

    def deliver(self, sender: str, to: str, copies: Sequence[str], message: bytes) -> Outcome:
        """Hand over one letter; the reader and every copy in one transaction.

        Raises:
            MailServerError: the server takes nothing from us (see `connect`), or not our sender.
        """
        self.connect()
        line = self._line
        if line is None:  # connect opened it
            raise RuntimeError("no line")
        try:
            early = self._announce(line, sender, to, copies)
            if early is not None:
                return early
            code, words = line.docmd("DATA")
            if code != _START:
                return self._not_taken(code, words)
            early = self._send_letter(line, _dotted(message))
            if early is not None:
                return early
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            self.close()
            return Outcome(Fate.LATER, _reason(error), broken=True)
        return self._answer(line)

    def _answer(self, line: smtplib.SMTP) -> Outcome:
        """What the server says once it has the whole letter."""
        try:
            code, words = line.getreply()
        except smtplib.SMTPServerDisconnected as error:
            self.close()
            torn = error.__context__ is not None  # an error of the line, not its orderly end
            return Outcome(Fate.UNSURE if torn else Fate.LATER, _reason(error), broken=True)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            return Outcome(Fate.UNSURE, _reason(error), broken=True)
        if code == _OK:
            return Outcome(Fate.SENT, _told(words))
        return self._not_taken(code, words)

    def _send_letter(self, line: smtplib.SMTP, body: bytes) -> Outcome | None:
        """Send all of a letter; only with its last line feed it is complete. A server that speaks
        before has had enough.
        """
        line.send(body[:-1])
        if line.sock is not None and select.select([line.sock], [], [], 0)[0]:
            return self._not_taken(*line.getreply())
        line.send(body[-1:])
        return None

    def _announce(
        self, line: smtplib.SMTP, sender: str, to: str, copies: Sequence[str]
    ) -> Outcome | None:
        """Say from whom and to whom; the outcome where it ends here already."""
        line.ehlo_or_helo_if_needed()
        sender, to, *copies = (ascii_domain(one) for one in (sender, to, *copies))
        letters = not all(one.isascii() for one in (sender, to, *copies))
        options = ["SMTPUTF8"] if letters and line.has_extn("smtputf8") else []
        if not options:
            if not (sender + to).isascii():
                return Outcome(Fate.REFUSED, ACCENTS)
            copies = [one for one in copies if one.isascii()]
        code, words = line.mail(sender, options)
        if code != _OK:
            if code < 500:
                return self._not_taken(code, words)
            self._reset(line)
            refused = N_("The mail server does not take letters from {sender}: {words}")
            raise MailServerError(say(refused, sender=sender, words=_told(words)))
        code, words = line.rcpt(to)
        if code not in (250, 251):
            return self._not_taken(code, words)
        for one in copies:  # a copy that is refused keeps no guest from the letter
            line.rcpt(one)
        return None

    def _not_taken(self, code: int, words: bytes) -> Outcome:
        """A refusal for good (5xx) or for now (4xx); 421 closes the line."""
        told = f"{code} {_told(words)}"
        if code == 421 or self._line is None:
            self.close()
            return Outcome(Fate.LATER, told, broken=True)
        broken = not self._reset(self._line)
        return Outcome(Fate.REFUSED if code >= 500 else Fate.LATER, told, broken=broken)

    def _reset(self, line: smtplib.SMTP) -> bool:
        try:
            line.rset()
        except (OSError, smtplib.SMTPException):
            self.close()
            return False
        return True

    def close(self) -> None:
        """Hang up; the server needs no farewell where the line is down."""
        line, self._line = self._line, None
        if line is None:
            return
        try:
            line.quit()
        except (OSError, smtplib.SMTPException):
            line.close()


def ascii_domain(address: str) -> str:
    """An address with its domain in the letters every server takes (RFC 5891), where it has others.

    What stands before the @ has no such form; a domain that has none stays as it is.
    """
    user, at, domain = address.rpartition("@")
    try:
        return f"{user}{at}{domain if domain.isascii() else domain.encode('idna').decode()}"
    except UnicodeError:
        return address


def _dotted(message: bytes) -> bytes:
    """The letter as DATA wants it: CRLF, dots that begin a line doubled, a dot at the end."""
    lines = message.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    body = b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines)
    if not body.endswith(b"\r\n"):
        body += b"\r\n"
    return body + b".\r\n"


def _told(words: bytes) -> str:
    return " ".join(words.decode("utf-8", "replace").split())


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
