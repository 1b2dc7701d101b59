"""Who draws a picture: a browser, unless there is none or it has no Arabic font.

A picture with boxes in the place of letters looks finished. So the fonts are asked
first: a browser without Arabic letters leaves the picture to matplotlib, which brings
DejaVu Sans; a letter that is missing is named in a warning, with what to install; and
where nothing at all could be read, nothing is drawn.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, NamedTuple

from kit.charts.scenes import SCENES, scene_of
from kit.charts.theme import WIDTH
from kit.labels.fonts import missing_glyphs, missing_in_browser
from kit.language.english import brief

if TYPE_CHECKING:
    from kit.charts.chart import Chart

_NO_BROWSER = "No Chromium or Chrome was found"
_FIND_ONE = "To draw as on the screen, put chromium on PATH or set BROWSER_PATH."
_NO_FONT = "No font that a browser finds here has Arabic letters"
_INSTALL = "on Debian: apt install fonts-noto-core"
_INSTALL_ONE = f"To draw as on the screen, install one ({_INSTALL})."

_ARABIC = range(0x0600, 0x0780)
_MOST = 5  # letters that a warning names
_ABOVE = 6  # from a warning up to the line that called save


class Drawer(NamedTuple):
    """The browser to draw with, or why there is none and how to have one."""

    browser: str | None
    reason: str = _NO_BROWSER
    remedy: str = _FIND_ONE


def drawer(chart: Chart, browser: str | None) -> Drawer:
    """Choose who draws a chart, and warn of letters that no font has.

    Raises
    ------
    ValueError
        If no font has any letter of the chart.

    """
    texts = list(dict.fromkeys([chart.title, chart.subtitle, *_names(chart)]))
    if browser:
        missing = missing_in_browser(texts)
        if missing is None or not _without_arabic(texts, missing):
            _warn(missing or {})
            return Drawer(browser)
    # matplotlib takes a second to import and is not needed where a browser draws.
    from kit.charts.fonts import font_files  # noqa: PLC0415

    missing = missing_glyphs(texts, font_files())
    if not _letters(texts) - set("".join(missing.values())):
        msg = (
            f"Cannot draw '{brief(chart.title)}': no font has any letter of it. "
            f"Install one that has ({_INSTALL})."
        )
        raise ValueError(msg)
    _warn(missing)
    return Drawer(None, _NO_FONT, _INSTALL_ONE) if browser else Drawer(None)


def _names(chart: Chart) -> list[str]:
    if chart.empty:
        return [chart.empty]
    if chart.kind in SCENES:
        return scene_of(chart, WIDTH).texts
    return [*chart.rows, *chart.columns]


def _letters(texts: list[str]) -> set[str]:
    return {char for text in texts for char in text if char.isalpha()}


def _without_arabic(texts: list[str], missing: dict[str, str]) -> bool:
    arabic = {char for char in _letters(texts) if ord(char) in _ARABIC}
    return bool(arabic) and not arabic - set("".join(missing.values()))


def _warn(missing: dict[str, str]) -> None:
    if not missing:
        return
    first, *others = missing
    chars = list(dict.fromkeys("".join(missing.values())))
    named = ", ".join(f"{char} (U+{ord(char):04X})" for char in chars[:_MOST])
    more = f" and {len(chars) - _MOST} more" if len(chars) > _MOST else ""
    also = f" and {len(others)} more" if others else ""
    msg = (
        f"No font here has {named}{more}, needed for '{brief(first)}'{also}: "
        f"boxes stand in the picture. Install a font that has ({_INSTALL}), "
        "then save again."
    )
    warnings.warn(msg, UserWarning, stacklevel=_ABOVE)
