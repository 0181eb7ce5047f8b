"""A mail server in the test's own process, which can refuse, put off, and hang up."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from app.mailing.settings import MailSettings, Security

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from email.message import EmailMessage

USER, PASSWORD = "protocol", "a password in the keyring"


@dataclass
class PostOffice:
    """What the server took, and how it misbehaves.

    `cut_after` letters it hangs up, once, at `cut_at`: "MAIL", "DATA" (the letter is half sent),
    "ANSWER" (the letter is whole, and the server closes the line without taking it) or "SILENT" (it
    takes the letter and says nothing). `refused` and `later` are addresses it refuses for good or
    for now.
    """

    taken: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    cut_after: int | None = None
    cut_at: str = "MAIL"
    refused: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    sender_refused: bool = False
    lines: int = 0

    def cuts(self, at: str) -> bool:
        """Whether to hang up here; once."""
        if self.cut_after is None or at != self.cut_at or len(self.taken) < self.cut_after:
            return False
        self.cut_after = None
        return True

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del session
        if self.cuts("MAIL"):
            _hang_up(server)
        if self.sender_refused:
            return "550 5.7.1 not from here"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if address in self.refused:
            return "550 5.1.1 no such mailbox here"
        if address in self.later:
            return "451 4.7.1 greylisted, try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        del session
        if self.cuts("ANSWER"):
            _hang_up(server, orderly=True)
            return "250 OK"
        content = envelope.content
        assert isinstance(content, bytes)
        letter = email.message_from_bytes(content, policy=email.policy.default)
        self.taken.append((list(envelope.rcpt_tos), letter))
        if self.cuts("SILENT"):
            await asyncio.sleep(2)
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """The letters an address got."""
        return [letter for people, letter in self.taken if address in people]


def _hang_up(server: SMTP, *, orderly: bool = False) -> None:
    """Close the line at once, or after what was said."""
    transport = server.transport
    assert isinstance(transport, asyncio.WriteTransport)
    if orderly:
        transport.close()
    else:
        transport.abort()


class _Desk(SMTP):
    """The protocol, able to hang up in the middle of a letter."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        if self.event_handler.cuts("DATA"):
            await self.push("354 go on")
            await self._reader.read(2000)
            _hang_up(self)
            return
        await super().smtp_DATA(arg)


class _Building(Controller):
    def factory(self) -> SMTP:
        self.handler.lines += 1
        return _Desk(self.handler, **self.SMTP_kwargs)


def _knows(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
) -> AuthResult:
    del server, session, envelope, mechanism
    right = isinstance(given, LoginPassword) and given == LoginPassword(
        USER.encode(), PASSWORD.encode()
    )
    return AuthResult(success=right, handled=right)


@contextmanager
def open_office(
    post: PostOffice,
    *,
    asks: bool = False,
    tls: ssl.SSLContext | None = None,
    accents: bool = True,
) -> Iterator[MailSettings]:
    """The server, and settings that reach it; `asks` for a password, offers STARTTLS by `tls`,
    takes addresses with `accents`.
    """
    more: dict[str, Any] = {"authenticator": _knows, "auth_required": True} if asks else {}
    more["enable_SMTPUTF8"] = accents
    if asks and tls is None:
        more["auth_require_tls"] = False
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    building = _Building(post, hostname="127.0.0.1", port=port, tls_context=tls, **more)
    building.start()
    post.lines = 0  # the controller tries its own server
    try:
        yield MailSettings(
            server="127.0.0.1",
            port=port,
            security=Security.STARTTLS if tls else Security.NONE,
            user=USER if asks else "",
            sender="protocol@stad.example",
            sender_name="Stad Gent, Protocol",
            reply_to="antwoord@stad.example",
            per_minute=600,
            signed_nl="Rozemarijn Claeys\nburgemeester",
            signed_fr="Rozemarijn Claeys\nbourgmestre",
            signed_en="Rozemarijn Claeys\nMayor",
        )
    finally:
        building.stop()
