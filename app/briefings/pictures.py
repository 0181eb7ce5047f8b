"""Pictures made ready for paper: upright, cut to their frame, no finer than a printer shows."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from app.briefings import theme

if TYPE_CHECKING:
    from PIL import Image

_QUALITY = 82
_LARGEST = 60_000_000  # pixels; a larger file is refused unread


@lru_cache(maxsize=64)
def ready(
    data: bytes, width: float, height: float | None, dpi: int = theme.PHOTO_DPI
) -> tuple[bytes, float] | None:
    """A JPEG of `width` by `height` points, cut about its middle to fill the frame.

    Without `height` the picture keeps its shape. Gives the bytes and the height in points, or None
    where the bytes are no picture.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > _LARGEST:
                return None
            points = height if height is not None else width * opened.height / opened.width
            wide, high = (round(p * dpi / 72) or 1 for p in (width, points))
            opened.draft("RGB", (wide, high))
            upright = ImageOps.exif_transpose(opened)
            if height is None and upright.size != opened.size:
                points = width * upright.height / upright.width
                high = round(points * dpi / 72) or 1
            flat = _on_white(upright)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    if flat.width < wide:  # never blown up: the printer does that as well
        wide, high = flat.width, max(1, round(flat.width * high / wide))
    made = io.BytesIO()
    fitted = ImageOps.fit(flat, (wide, high), Image.Resampling.LANCZOS, centering=(0.5, 0.35))
    fitted.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue(), points


def _on_white(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    ground = Image.new("RGB", layered.size, "white")
    ground.paste(layered, mask=layered.getchannel("A"))
    return ground


@lru_cache(maxsize=8)
def logo(data: bytes, height: float) -> tuple[bytes, float] | None:
    """A logo `height` points high and its width, or None where the bytes are no picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as opened:
            width = height * opened.width / opened.height
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    made = ready(data, width, height)
    return (made[0], width) if made else None
