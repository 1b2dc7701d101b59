"""The words and numbers of the kit's own pictures, in Arabic and English.

Titles, units and parts of the text stand in ``data/words.csv``; :func:`word` and
:func:`counted` look them up, the latter with the agreement Arabic asks of counted nouns
(إشارتان، 3 إشارات، 11 إشارة). Numbers have Latin digits unless others are asked for.
"""

from __future__ import annotations

import csv
import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("ar", "en")
DIGITS = ("latin", "arabic")

_digits = ContextVar("digits", default=DIGITS[0])
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_SIGNS = str.maketrans(",.", "٬٫")
_SIGNS = re.compile(r"(?<=\d)[,.](?=\d)")
_WORDS = Path(__file__).parent.parent / "data" / "words.csv"


def display_name(name: str, english: str | None, language: str) -> str:
    """Give the name of an entity in a language, the Arabic one where English lacks.

    >>> display_name("ليبيا", "Libya", "en"), display_name("حفتر", None, "en")
    ('Libya', 'حفتر')
    """
    return english or name if expect_language(language) == "en" else name


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
    return digits_as(text, language, digits)


def word(key: str, language: str) -> str:
    """Give a word of the kit's own pictures.

    >>> word("title.country.mentions", "ar"), word("part.body", "en")
    ('الإشارات إلى البلدان', 'body text')
    """
    words = _words()
    if key not in words:
        msg = f"No word '{key}' in {_WORDS.name}. Add it there in Arabic and English."
        raise KeyError(msg)
    return words[key][expect_language(language)]


def counted(value: float, key: str, language: str, digits: str | None = None) -> str:
    """Give a number with the thing counted, in the form the number asks for.

    >>> [counted(n, "mentions", "ar") for n in (1, 2, 3, 11, 100)]
    ['إشارة واحدة', 'إشارتان', '3 إشارات', '11 إشارة', '100 إشارة']
    """
    form = word(f"{key}.{_plural(value)}", language)
    text = form.replace("{n}", number(value, language, digits))
    return digits_as(text, language, digits)


def digits_as(text: str, language: str, digits: str | None) -> str:
    """Give a text with its digits of a kind: in Arabic, those asked for or in use."""
    digits = _digits.get() if digits is None else _known_digits(digits)
    if expect_language(language) == "ar" and digits == "arabic":
        # Within a number they are its signs, elsewhere the sentence's own.
        return _SIGNS.sub(
            lambda sign: sign[0].translate(_ARABIC_SIGNS), text
        ).translate(_ARABIC_DIGITS)
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


def expect_language(language: str) -> str:
    """Give a language back if it is one of ``LANGUAGES``, else raise a ValueError."""
    if language not in LANGUAGES:
        msg = f"No language '{language}'. Use one of: {', '.join(LANGUAGES)}."
        raise ValueError(msg)
    return language


@cache
def _words() -> dict[str, dict[str, str]]:
    with _WORDS.open(encoding="utf-8", newline="") as lines:
        return {row["key"]: row for row in csv.DictReader(lines)}
