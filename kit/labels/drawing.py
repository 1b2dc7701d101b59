"""Labels: the one door through which Arabic goes to be drawn.

Arabic is stored in the order it is read, letter by letter; a picture needs the letters
joined and laid out from right to left. Most renderers of today do both themselves and
must be given the raw text: joining it for them a second time turns it around, and the
result still looks like Arabic to who cannot read it. Some older ones put letter after
letter from the left; for those the text is joined and reordered here. Which is which is
asked of the renderer, never guessed: see :func:`shapes`.

Raw text stays raw in tables, ids, filters and files. Only what is about to be drawn
goes through :func:`label`, with the name of the renderer that will draw it.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from functools import cache, lru_cache
from html import escape
from importlib.metadata import PackageNotFoundError, version
from itertools import accumulate, groupby

from kit.checking import expect

RENDERERS = (
    "plotly",
    "html",
    "widget",
    "svg",
    "docx",
    "xlsx",
    "matplotlib",
    "pillow",
    "wordcloud",
    "basic",
)
"""``svg``: the text of a picture that a browser will draw, tags escaped elsewhere.
``docx``, ``xlsx``: a run, a cell; their paragraphs and sheets are told to run right to
left. ``wordcloud`` draws with Pillow. ``basic``: any renderer that puts letter after
letter from the left, as ReportLab, CairoSVG and the matplotlib of others may do. The
README beside this file shows what each of them makes of a label."""

FONTS = (
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
    "Segoe UI",
    "Tahoma",
    "Arial",
    "DejaVu Sans",
)
"""Fonts in the order to try: the first two lack Latin letters, the rest have both."""

LEFT_TO_RIGHT_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}"
RIGHT_TO_LEFT_ISOLATE = "\N{RIGHT-TO-LEFT ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"

_MATPLOTLIB_SHAPES_FROM = (3, 11)
_STRONG_RIGHT = {"R", "AL"}
_NEEDS_NO_ISOLATE = {"R", "AL", "NSM", "WS", "BN"}
_MARKS = {
    "rtl": "\N{RIGHT-TO-LEFT MARK}",
    "ltr": "\N{LEFT-TO-RIGHT MARK}",
}
# Characters that set direction for what follows: in a stranger's text they could turn
# the rest of the label around.
_STEERING = re.compile(
    "[\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def direction(text: str) -> str:
    """Give the direction of a text by its first letter: ``rtl``, ``ltr`` or ``""``.

    >>> direction("3 إشارات"), direction("CNN بالعربية"), direction("14")
    ('rtl', 'ltr', '')
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _STRONG_RIGHT:
            return "rtl"
        if kind == "L":
            return "ltr"
    return ""


@cache
def shapes(renderer: str) -> bool:
    """Say whether a renderer joins and orders Arabic letters itself.

    >>> shapes("plotly"), shapes("basic")
    (True, False)
    """
    if renderer == "matplotlib":
        return _matplotlib_version() >= _MATPLOTLIB_SHAPES_FROM
    if renderer in {"pillow", "wordcloud"}:
        return _pillow_has_raqm()
    if renderer not in RENDERERS:
        msg = f"No renderer '{renderer}'. Use one of: {', '.join(RENDERERS)}."
        raise ValueError(msg)
    return renderer != "basic"


@lru_cache(maxsize=8192)
def label(text: str, *, renderer: str, base: str = "") -> str:
    r"""Give a text as the renderer must receive it to draw it right.

    Parameters
    ----------
    text
        Raw text; ``\n`` separates lines.
    renderer
        One of ``RENDERERS``. For ``plotly`` and ``html``, which read tags, the text is
        escaped: nothing in it can become one.
    base
        Where its lines begin, ``rtl`` or ``ltr``; else each as its first letter does.
        Lines of an Arabic sentence begin at the right, even with "CNN".

    Examples
    --------
    >>> label("ليبيا", renderer="plotly")
    'ليبيا'
    >>> ascii(label("قناة CNN", renderer="plotly"))
    "'\\u2067\\u0642\\u0646\\u0627\\u0629 CNN\\u2069'"
    >>> label("<b>", renderer="html")
    '&lt;b&gt;'
    >>> label("قناة CNN", renderer="xlsx")
    'قناة CNN'
    >>> label("قناة CNN", renderer="basic")
    'CNN ﺓﺎﻨﻗ'

    """
    expect(text, str, "a text to draw")
    ready = shapes(renderer)
    lines = [_STEERING.sub("", line) for line in text.split("\n")]
    if renderer == "plotly":
        return "<br>".join(_held(_escaped(line), line, base) for line in lines)
    if renderer == "html":
        return "<br>".join(escape(line) for line in lines)
    if renderer == "svg":
        return isolated(text)
    if not ready:
        return "\n".join(_reordered(line, base) for line in lines)
    return "\n".join(_begun(line, base) for line in lines)


def _begun(line: str, base: str) -> str:
    """Let a line begin where it should, whatever its first letter is."""
    if base not in _MARKS or direction(line) in {"", base}:
        return line
    return _MARKS[base] + line


def isolated(text: str) -> str:
    r"""Give a text whose lines keep their order where lines begin from the left.

    For a terminal, a table in Markdown, a text of SVG: whatever lays Arabic out itself
    but takes every line for an English one. Pure Arabic needs no help and gets none.

    >>> ascii(isolated("قناة CNN")), isolated("ليبيا")
    ("'\\u2067\\u0642\\u0646\\u0627\\u0629 CNN\\u2069'", 'ليبيا')
    """
    lines = [_STEERING.sub("", line) for line in text.split("\n")]
    return "\n".join(_held(line, line) for line in lines)


def wrapped(text: str, width: int, *, most: int | None = None) -> str:
    r"""Give a text broken into lines of at most ``width`` characters.

    >>> wrapped("حكومة الوفاق الوطني الليبية", 15, most=2).split("\n")
    ['حكومة الوفاق', 'الوطني الليبية']
    """
    # A hyphen belongs to the name: مون جاي-إن, el-Sisi.
    lines = textwrap.wrap(
        text, width, max_lines=most, placeholder="…", break_on_hyphens=False
    )
    return "\n".join(lines)


def _escaped(line: str) -> str:
    # A pair of dollar signs would be read as a formula.
    return escape(line).replace("$", "&#36;")


def _held(drawn: str, line: str, base: str = "") -> str:
    """Wrap ``drawn`` for a renderer whose every line begins from the left."""
    kinds = {unicodedata.bidirectional(char) for char in line}
    base = base or direction(line)
    if base == "rtl" and not kinds <= _NEEDS_NO_ISOLATE:
        return f"{RIGHT_TO_LEFT_ISOLATE}{drawn}{POP_ISOLATE}"
    if base == "ltr" and kinds & _STRONG_RIGHT:
        return f"{LEFT_TO_RIGHT_ISOLATE}{drawn}{POP_ISOLATE}"
    return drawn


def _reordered(line: str, base: str = "") -> str:
    """Join the letters of a line and put them in the order they are seen, from left."""
    # Imported here: a machine whose renderers shape has no use for them.
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415

    # Few fonts have the one sign for the word الله; many names have the word.
    joined = ArabicReshaper({"ARABIC LIGATURE ALLAH": False}).reshape(line)
    levels = _levels(joined, base)
    seen = list(range(len(joined)))
    for level in range(max(levels, default=0), 0, -1):
        runs = groupby(seen, key=lambda at: levels[at] >= level)
        seen = [at for back, run in runs for at in (reversed([*run]) if back else run)]
    mirrored = joined.translate(_MIRRORED)
    return "".join((mirrored if levels[at] % 2 else joined)[at] for at in seen)


def _levels(joined: str, base: str) -> list[int]:
    """Give for each letter how deep it stands in turned text: odd is right to left."""
    # Not get_display itself: it orders brackets right but does not mirror them, and
    # the one in bidi.algorithm mirrors but orders them wrong around numbers.
    from bidi import get_display  # type: ignore[import-untyped]  # noqa: PLC0415

    begins = {"rtl": "R", "ltr": "L"}.get(base)
    told = str(get_display(joined, base_dir=begins, debug=True)).partition(" levels: ")[
        2
    ]
    of_bytes = [int(level) for level in re.findall(r"Level\(\s*(\d+)", told)]
    starts = accumulate((len(char.encode()) for char in joined), initial=0)
    return [of_bytes[start] for start, _ in zip(starts, joined, strict=False)]


def _matplotlib_version() -> tuple[int, ...]:
    try:
        parts = version("matplotlib").split(".")[:2]
    except PackageNotFoundError:
        return (0,)
    return tuple(int(part) for part in parts)


def _pillow_has_raqm() -> bool:
    try:
        from PIL import features  # noqa: PLC0415  # heavy, and only for Pillow
    except ImportError:
        return False
    return bool(features.check("raqm"))
