"""Labels: the one door through which Arabic goes to be drawn.

Arabic is stored in the order it is read, letter by letter; a picture needs the letters
joined and laid out from right to left. Most renderers of today do both themselves and
must be given the raw text: joining it for them a second time turns it around, and the
result still looks like Arabic to who cannot read it. Some older ones put letter after
letter from the left; for those the text is joined and reordered here. Which is which is
asked of the renderer, never guessed: see :func:`shapes`.

Raw text stays raw in tables, ids, filters and files. Only what is about to be drawn
goes through :func:`label`, with the name of the renderer that will draw it.

The words of the kit's own pictures (titles, units, parts of the text) stand in
``data/words.csv`` in Arabic and English; :func:`word` and :func:`counted` look them
up, the latter with the agreement Arabic asks of counted nouns (إشارتان، 3 إشارات،
11 إشارة).
"""

from __future__ import annotations

import csv
import re
import textwrap
import unicodedata
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from html import escape
from importlib.metadata import PackageNotFoundError, version
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kit.checking import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("ar", "en")
DIGITS = ("latin", "arabic")
RENDERERS = ("plotly", "html", "widget", "svg", "matplotlib", "pillow", "basic")
"""``svg``: the text of a picture that a browser will draw, tags escaped elsewhere.
``basic``: any renderer that puts letter after letter from the left."""

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
_digits = ContextVar("digits", default=DIGITS[0])
_STRONG_RIGHT = {"R", "AL"}
_NEEDS_NO_ISOLATE = {"R", "AL", "NSM", "WS", "BN"}
# Characters that set direction for what follows: in a stranger's text they could turn
# the rest of the label around.
_STEERING = re.compile(
    "[\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
_ARABIC_DIGITS = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_WORDS = Path(__file__).parent / "data" / "words.csv"


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
    if renderer == "pillow":
        return _pillow_has_raqm()
    if renderer not in RENDERERS:
        msg = f"No renderer '{renderer}'. Use one of: {', '.join(RENDERERS)}."
        raise ValueError(msg)
    return renderer != "basic"


@lru_cache(maxsize=8192)
def label(text: str, *, renderer: str) -> str:
    r"""Give a text as the renderer must receive it to draw it right.

    Parameters
    ----------
    text
        Raw text; ``\n`` separates lines.
    renderer
        One of ``RENDERERS``. For ``plotly`` and ``html``, which read tags, the text is
        escaped: nothing in it can become one.

    Examples
    --------
    >>> label("ليبيا", renderer="plotly")
    'ليبيا'
    >>> ascii(label("قناة CNN", renderer="plotly"))
    "'\\u2067\\u0642\\u0646\\u0627\\u0629 CNN\\u2069'"
    >>> label("<b>", renderer="html")
    '&lt;b&gt;'

    """
    expect(text, str, "a text to draw")
    ready = shapes(renderer)
    lines = [_STEERING.sub("", line) for line in text.split("\n")]
    if renderer == "plotly":
        return "<br>".join(_isolated(_escaped(line), line) for line in lines)
    if renderer == "html":
        return "<br>".join(escape(line) for line in lines)
    if renderer == "svg":
        return "\n".join(_isolated(line, line) for line in lines)
    return "\n".join(lines if ready else map(_reordered, lines))


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


def display_name(name: str, english: str | None, language: str) -> str:
    """Give the name of an entity in a language, the Arabic one where English lacks.

    >>> display_name("ليبيا", "Libya", "en"), display_name("حفتر", None, "en")
    ('Libya', 'حفتر')
    """
    return english or name if _known(language) == "en" else name


@contextmanager
def using_digits(digits: str) -> Iterator[None]:
    """Let numbers of Arabic text have digits of a kind, where none are asked for.

    >>> with using_digits("arabic"):
    ...     number(1234, "ar"), number(1234, "en")
    ('١٬٢٣٤', '1,234')
    """
    token = _digits.set(_known_digits(digits))
    try:
        yield
    finally:
        _digits.reset(token)


def number(value: float, language: str, digits: str | None = None) -> str:
    """Give a number as text: thousands separated, fractions with one decimal.

    ``digits`` is one of ``DIGITS``; without it those in use, Latin ones if none are.

    >>> number(1234, "en"), number(12.34, "ar"), number(1234, "ar", "arabic")
    ('1,234', '12.3', '١٬٢٣٤')
    """
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
    return _with_digits(text, language, digits)


def word(key: str, language: str) -> str:
    """Give a word of the kit's own pictures.

    >>> word("title.country.mentions", "ar"), word("part.body", "en")
    ('الإشارات إلى البلدان', 'body text')
    """
    words = _words()
    if key not in words:
        msg = f"No word '{key}' in {_WORDS.name}. Add it there in Arabic and English."
        raise KeyError(msg)
    return words[key][_known(language)]


def counted(value: float, key: str, language: str, digits: str | None = None) -> str:
    """Give a number with the thing counted, in the form the number asks for.

    >>> [counted(n, "mentions", "ar") for n in (1, 2, 3, 11, 100)]
    ['إشارة واحدة', 'إشارتان', '3 إشارات', '11 إشارة', '100 إشارة']
    """
    form = word(f"{key}.{_plural(value)}", language)
    text = form.replace("{n}", number(value, language, digits))
    return _with_digits(text, language, digits)


def _with_digits(text: str, language: str, digits: str | None) -> str:
    digits = _digits.get() if digits is None else _known_digits(digits)
    if _known(language) == "ar" and digits == "arabic":
        return text.translate(_ARABIC_DIGITS)
    return text


def _known_digits(digits: str) -> str:
    if digits not in DIGITS:
        msg = f"No digits '{digits}'. Use one of: {', '.join(DIGITS)}."
        raise ValueError(msg)
    return digits


def _plural(value: float) -> str:
    if not isinstance(value, int):
        return "other"
    if value in {0, 1, 2}:
        return ("zero", "one", "two")[value]
    tail = value % 100
    # The forms of Arabic (CLDR): 3-10 take the plural, 11-99 the accusative singular,
    # whole hundreds and what follows them by one or two the plain singular.
    return "few" if 3 <= tail <= 10 else "many" if tail >= 11 else "other"  # noqa: PLR2004  # see above


def _known(language: str) -> str:
    if language not in LANGUAGES:
        msg = f"No language '{language}'. Use one of: {', '.join(LANGUAGES)}."
        raise ValueError(msg)
    return language


@cache
def _words() -> dict[str, dict[str, str]]:
    with _WORDS.open(encoding="utf-8", newline="") as lines:
        return {row["key"]: row for row in csv.DictReader(lines)}


def _escaped(line: str) -> str:
    # A pair of dollar signs would be read as a formula.
    return escape(line).replace("$", "&#36;")


def _isolated(drawn: str, line: str) -> str:
    """Wrap ``drawn`` for a renderer whose every line begins from the left."""
    kinds = {unicodedata.bidirectional(char) for char in line}
    base = direction(line)
    if base == "rtl" and not kinds <= _NEEDS_NO_ISOLATE:
        return f"{RIGHT_TO_LEFT_ISOLATE}{drawn}{POP_ISOLATE}"
    if base == "ltr" and kinds & _STRONG_RIGHT:
        return f"{LEFT_TO_RIGHT_ISOLATE}{drawn}{POP_ISOLATE}"
    return drawn


def _reordered(line: str) -> str:
    """Join the letters of a line and put them in the order they are seen, from left."""
    # Imported here: a machine whose renderers shape has no use for them.
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415

    # Few fonts have the one sign for the word الله; many names have the word.
    joined = ArabicReshaper({"ARABIC LIGATURE ALLAH": False}).reshape(line)
    levels = _levels(joined)
    seen = list(range(len(joined)))
    for level in range(max(levels, default=0), 0, -1):
        runs = groupby(seen, key=lambda at: levels[at] >= level)
        seen = [at for back, run in runs for at in (reversed([*run]) if back else run)]
    mirrored = joined.translate(_MIRRORED)
    return "".join((mirrored if levels[at] % 2 else joined)[at] for at in seen)


def _levels(joined: str) -> list[int]:
    """Give for each letter how deep it stands in turned text: odd is right to left."""
    # Not get_display itself: it orders brackets right but does not mirror them, and
    # the one in bidi.algorithm mirrors but orders them wrong around numbers.
    from bidi import get_display  # type: ignore[import-untyped]  # noqa: PLC0415

    told = str(get_display(joined, debug=True)).partition(" levels: ")[2]
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
