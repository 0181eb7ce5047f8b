"""Which files an office keeps and opens: by their name. What they hold is `file_content`'s.

Two lists. What may run or lead elsewhere is refused, to keep and to open. Of the rest, only kinds
that are looked at are opened from here; others are kept and may be saved elsewhere.
"""

from __future__ import annotations

import re
import unicodedata

from app.core.text import N_, Sentence, say

SIZE_LIMIT = 25 * 1024 * 1024
"""Bytes of one document: a scan of a hundred pages, a short film of a telephone."""
NAME_LIMIT = 120

PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff"})
"""Pictures that are scaled and cleaned when they come in."""
UNCLEANED = frozenset({"heic", "heif", "avif", "raw", "cr2", "nef", "dng"})
"""Pictures whose metadata (place, telephone) cannot be taken out here."""

MEDIA_TYPES: dict[str, str] = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "rtf": "application/rtf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
    "ics": "text/calendar",
    "vcf": "text/vcard",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "html": "text/html",
    "htm": "text/html",
    "xml": "application/xml",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "zip": "application/zip",
}
"""What is opened from here, with its MIME type."""

_RUNS = (
    "exe com scr pif cpl msi msp mst msix appx appinstaller dll sys drv ocx gadget "
    "bat cmd ps1 ps1xml psm1 psd1 vb vbs vbe js jse mjs ws wsf wsh wsc sct hta sh bash zsh csh ksh "
    "fish command tool py pyw pyc pyo pyz pl rb php lua tcl jar jnlp class war app action workflow "
    "scpt scptd applescript terminal deb rpm apk ipa dmg pkg iso img vhd vhdx run bin elf so dylib "
    "appimage flatpakref snap out reg inf chm hlp application xbap xll msc ade adp mde mdb accdb "
    "accde swf wasm"
)
_LEADS = "lnk url website webloc desktop scf library-ms search-ms searchconnector-ms "
_LEADS += "settingcontent-ms iqy oqy rqy slk rdp torrent appref-ms theme themepack diagcab"
_MACROS = "docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm xla xlt dot pot ppa odm otm"
_SEALED = "rar 7z tar gz tgz bz2 tbz xz txz zst lzh lha arj cab ace z cpio mht mhtml"
DANGEROUS: dict[str, Sentence] = {
    **dict.fromkeys(
        _RUNS.split(),
        say(N_("“{name}” is a program or a script, so Belfry does not keep or open it.")),
    ),
    **dict.fromkeys(
        _LEADS.split(),
        say(N_("“{name}” is a shortcut that leads elsewhere: bring the file it points at.")),
    ),
    **dict.fromkeys(
        _MACROS.split(),
        say(N_("“{name}” may hold macros: save it without them, or as PDF, and bring that.")),
    ),
    **dict.fromkeys(
        _SEALED.split(),
        say(N_("Belfry cannot look inside “{name}”: unpack it and bring the files.")),
    ),
}
"""Endings that are refused, each with its sentence; `{name}` is filled by `about`."""

_DECEIVING = "exe scr pif bat cmd vbs vbe js jse wsf wsh hta msi lnk ps1 jar cpl docm xlsm pptm"
_DISGUISED = frozenset(_DECEIVING.split())
"""Endings that stand before another one only to deceive ("invoice.exe.pdf"); others may be words
of a name ("tickets booking.com.pdf").
"""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def about(sentence: Sentence, name: str) -> Sentence:
    """A sentence about a file, with its name (its turning marks taken out)."""
    return Sentence(sentence.message, (("name", _TURNING.sub("", name)[:NAME_LIMIT]),))


def endings(name: str) -> tuple[str, ...]:
    """Every ending of a name, lower case, the first one first; what follows dots and blanks falls.

    Full-width letters count as the plain ones, for the system may take them so.
    """
    plain = unicodedata.normalize("NFKC", _TURNING.sub("", name)).strip(" .\u3002\uff0e").lower()
    return tuple(part.strip() for part in plain.split(".")[1:])


def ending(name: str) -> str:
    """The last ending, "" where there is none."""
    found = endings(name)
    return found[-1] if found else ""


def name_problem(name: str) -> Sentence | None:
    """Why a file of this name is not kept; None where it may be."""
    if not name.strip(" ."):
        return say(N_("Give the document a name."))
    if _TURNING.search(name):
        turned = say(N_("The name of “{name}” hides its ending by turning the text: rename it."))
        return about(turned, name)
    found = endings(name)
    for place, one in enumerate(found, start=1):
        if one in DANGEROUS and (place == len(found) or one in _DISGUISED):
            return about(DANGEROUS[one], name)
    return None


def media_type(name: str) -> str:
    """The MIME type by the ending, "" where we know none."""
    return MEDIA_TYPES.get(ending(name), "")


def opens(name: str) -> bool:
    """Whether a document of this name is opened from here (its content decides too)."""
    return name_problem(name) is None and ending(name) in MEDIA_TYPES


def safe_name(name: str) -> str:
    """A name that every file system takes and that leads nowhere: letters, one ending, no path."""
    plain = _FORBIDDEN.sub("_", _TURNING.sub("", unicodedata.normalize("NFC", name)))
    stem, _, last = plain.strip(" .").rpartition(".")
    stem, last = (stem, last) if stem else (last, "")
    stem = stem.replace(".", "_").strip() or "document"
    if _RESERVED.match(stem):
        stem = f"{stem}_"
    kept = stem.encode()[: NAME_LIMIT - len(last) - 1].decode(errors="ignore").lstrip("-").strip()
    return f"{kept or 'document'}.{last}" if last else kept or "document"
