"""Pictures as the office keeps them: no larger than needed, and nothing in them but the picture.

A photograph carries where it was taken, with which telephone and when: painting it anew leaves
that behind.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 88
PIXELS_LIMIT = 200_000_000
"""Larger pictures would fill the memory while they are read."""
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to keep; `ending` is "jpg", "png" or "tif"."""

    body: bytes
    ending: str


def cleaned(body: bytes, side: int, formats: tuple[str, ...] = _FORMATS) -> Picture | None:
    """The picture at most `side` pixels long, upright, without metadata; None where it is none.

    See-through ones become PNG, scans of several pages stay TIFF, all others JPEG on white.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(body), formats=formats) as image:
            if image.width * image.height > PIXELS_LIMIT:
                return None
            if image.format == "TIFF" and getattr(image, "n_frames", 1) > 1:
                return _pages(image, side)
            return _single(_upright(image, side))
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


def portrait(body: bytes, side: int) -> bytes | None:
    """A JPEG or PNG as a portrait of at most `side` pixels, as JPEG; None where it is neither."""
    from PIL import Image

    made = cleaned(body, side, ("JPEG", "PNG"))
    if made is None or made.ending == "jpg":
        return made.body if made else None
    with Image.open(io.BytesIO(made.body)) as image:
        return _jpeg(image)


def _upright(image: Image.Image, side: int) -> Image.Image:
    from PIL import Image as Pillow
    from PIL import ImageOps

    image.draft("RGB", (side, side))  # a JPEG is then read smaller at once
    turned = ImageOps.exif_transpose(image)
    seen_through = turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info
    made = turned.convert("RGBA" if seen_through else "RGB")
    made.thumbnail((side, side), Pillow.Resampling.LANCZOS)
    return made


def _single(image: Image.Image) -> Picture:
    if image.mode != "RGBA" or image.getchannel("A").getextrema() == (255, 255):
        return Picture(_jpeg(image), "jpg")
    out = io.BytesIO()
    _fresh(image).save(out, "PNG", optimize=True)
    return Picture(out.getvalue(), "png")


def _pages(image: Image.Image, side: int) -> Picture:
    from PIL import ImageSequence

    pages = [_fresh(_upright(page.copy(), side)) for page in ImageSequence.Iterator(image)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", compression="tiff_lzw", save_all=True, append_images=pages[1:])
    return Picture(out.getvalue(), "tif")


def _jpeg(image: Image.Image) -> bytes:
    from PIL import Image as Pillow

    paper = Pillow.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _fresh(image: Image.Image) -> Image.Image:
    """The same points in a picture of its own: what stood beside them does not come along."""
    from PIL import Image as Pillow

    made = Pillow.new(image.mode, image.size)
    made.paste(image)
    return made
