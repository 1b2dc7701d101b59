"""The files of the fonts that charts are drawn with where matplotlib draws them."""

from __future__ import annotations

from pathlib import Path

from matplotlib import font_manager

from kit.labels import FONTS


def font_files() -> list[Path]:
    """Give the files of the house's fonts that are here, in the order to try them.

    The last is DejaVu Sans, which comes with matplotlib.
    """
    present = set(font_manager.get_font_names())
    return [
        Path(str(font_manager.findfont(name, fallback_to_default=False)))
        for name in FONTS
        if name in present
    ]
