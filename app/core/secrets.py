"""Keys of office files: made at random, kept in the system's keyring, written down once.

Whatever a person gives (nothing, a passphrase, the recovery code), it ends as one raw 256-bit key.
A passphrase is stretched as SQLCipher 4 does it (PBKDF2-HMAC-SHA512, 256,000 rounds, the file's own
salt), so the file also opens in other SQLCipher programs.
"""

from __future__ import annotations

import logging
import os
from typing import Any

from app.core.errors import WrongKeyError
from app.core.later import load_later
from app.core.text import N_, say

SERVICE = "Belfry"
KEY_BYTES = 32
SALT_BYTES = 16
_ROUNDS = 256_000
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_GROUP = 4
_CHECK = 4
logger = logging.getLogger(__name__)


def new_key() -> bytes:
    """A random key."""
    return os.urandom(KEY_BYTES)


def new_salt() -> bytes:
    """A random salt: the first bytes of the file, and so its name in the keyring."""
    return os.urandom(SALT_BYTES)


def stretch(passphrase: str, salt: bytes) -> bytes:
    """The raw key of a passphrase."""
    import hashlib

    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, KEY_BYTES)


def keep(salt: bytes, key: bytes) -> bool:
    """Put a key into the system's keyring; False where none answers."""
    keyring = _keyring()
    if not _is_trusted(keyring):
        return False
    try:
        keyring.set_password(SERVICE, salt.hex(), key.hex())
        return bool(keyring.get_password(SERVICE, salt.hex()) == key.hex())
    except (keyring.errors.KeyringError, OSError, RuntimeError) as error:
        logger.info("no keyring: %s", type(error).__name__)
        return False


def kept(salt: bytes) -> bytes | None:
    """The key the keyring holds for a file, or None."""
    keyring = _keyring()
    if not _is_trusted(keyring):
        return None
    try:
        found = keyring.get_password(SERVICE, salt.hex())
    except (keyring.errors.KeyringError, OSError, RuntimeError) as error:
        logger.info("no keyring: %s", type(error).__name__)
        return None
    return bytes.fromhex(found) if found else None


def keep_password(account: str, password: str) -> bool:
    """Put a password into the system's keyring; False where none answers."""
    keyring = _keyring()
    if not _is_trusted(keyring):
        return False
    try:
        keyring.set_password(SERVICE, account, password)
        return bool(keyring.get_password(SERVICE, account) == password)
    except (keyring.errors.KeyringError, OSError, RuntimeError) as error:
        logger.info("no keyring: %s", type(error).__name__)
        return False


def kept_password(account: str) -> str | None:
    """The password the keyring holds for an account, or None."""
    keyring = _keyring()
    if not _is_trusted(keyring):
        return None
    try:
        found: str | None = keyring.get_password(SERVICE, account)
    except (keyring.errors.KeyringError, OSError, RuntimeError) as error:
        logger.info("no keyring: %s", type(error).__name__)
        return None
    return found


def _keyring() -> Any:
    """The keyring library. A window waits for it: what its helpers ask for and seldom use, a web
    client among it, is two thirds of its loading.
    """
    for helper in ("urllib.request", "importlib_metadata", "more_itertools"):
        load_later(helper)
    import keyring.errors

    return keyring


def _is_trusted(keyring: Any) -> bool:
    """Whether the keyring is a real one: backends that write plain text do not count."""
    backend = type(keyring.get_keyring())
    return not backend.__module__.startswith(("keyrings.alt", "keyring.backends.null"))


def recovery_code(key: bytes) -> str:
    """A key as a person can write it down: groups of four letters, the last group checks them."""
    number = int.from_bytes(key, "big")
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(255, -1, -5))
    letters += _check(letters)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def from_recovery_code(code: str) -> bytes:
    """The key of a recovery code; look-alike letters are forgiven.

    Raises:
        WrongKeyError: it is no recovery code, or one of its letters is wrong.
    """
    typed = "".join(character for character in code.upper() if character.isalnum())
    plain = typed.translate(str.maketrans("OIL", "011"))
    letters, check = plain[:-_CHECK], plain[-_CHECK:]
    if len(letters) != 52 or set(plain) - set(_ALPHABET) or _check(letters) != check:
        raise WrongKeyError(
            say(N_("This is no recovery code: compare it letter by letter with what was printed."))
        )
    number = 0
    for letter in letters:
        number = (number << 5) | _ALPHABET.index(letter)
    return number.to_bytes(KEY_BYTES + 1, "big")[-KEY_BYTES:]


def _check(letters: str) -> str:
    import hashlib

    digest = int.from_bytes(hashlib.sha256(letters.encode()).digest()[:3], "big")
    return "".join(_ALPHABET[(digest >> shift) & 31] for shift in (15, 10, 5, 0))
