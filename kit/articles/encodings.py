"""Encodings: which letters the bytes of a file stand for.

What is valid UTF-8 is UTF-8 and never guessed about; nor is what begins with a byte
order mark. Older Arabic files are in Windows-1256, ISO-8859-6 or MacArabic, one byte a
letter, and any of the three can be read as any other: as wrong letters. The right one
makes a text in which ا and ل are frequent, ظ is rare, and ة and ى end words; how
frequent letters are in news stands in ``kit/data/letters.csv``. A reader that guesses
says so, and refuses what no encoding makes Arabic.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log

from kit.tables import table

# MacArabic has the letters of ISO-8859-6 where that has them, and more beside them.
_CANDIDATES = ("windows-1256", "iso-8859-6", "mac-arabic")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a file begins with that is no text, whatever its name says.
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive, or a Word or Excel document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "a document of an old Word or Excel"),
)
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
_BESIDE_LATIN = re.compile(
    r"[A-Za-z][\u0621-\u063a\u0641-\u064a]|[\u0621-\u063a\u0641-\u064a][A-Za-z]"
)
_ENDS_INSIDE = re.compile(r"[ةى](?=[\u0621-\u063a\u0641-\u064a])")
_ARTICLE = re.compile(r"(?<!\w)ال(?=[\u0621-\u063a\u0641-\u064a])")
_ACCENTED = re.compile(r"(?<=[A-Za-z])[\u00c0-\u00ff]|[\u00c0-\u00ff](?=[A-Za-z])")
_SIGNS = frozenset("«»“”‘’„…–—،•\u00a0\u200c\u200d\u200e\u200f٠١٢٣٤٥٦٧٨٩٪")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_C1 = re.compile(rb"[\x80-\x9f]")
_SIGN, _NO_LETTER = log(1e-3), log(1e-6)
_RIGHT, _WRONG = log(8), log(1e-3)  # ل is so much likelier after a first ا
_PLAUSIBLE = -5.5  # mean log share of a letter; Arabic has -3, other bytes -8
_MOSTLY = 3  # broken UTF-8 has so many times more whole characters than broken ones
_FEW = 20  # text has at most one NUL in so many characters, by an accident
_SAMPLE = 1 << 16  # enough to tell; each candidate is counted through


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes are read: the name of an encoding, and whether it was guessed."""

    name: str
    guessed: bool = False


def decode(
    data: bytes, *, encoding: str | None = None, declared: str | None = None
) -> tuple[str, Encoding]:
    """Give the text of a whole file, and how it was read.

    Parameters
    ----------
    data
        All its bytes.
    encoding
        What the researcher says it is; then nothing is guessed.
    declared
        What the file says of itself; believed where it is not UTF-8.

    Raises
    ------
    ValueError
        If it is no text, or in none of the known encodings; the message says why.

    Examples
    --------
    >>> decode("قال الوزير".encode("cp1256"))
    ('قال الوزير', Encoding(name='windows-1256', guessed=True))

    """
    found = encoding_of(data, encoding=encoding, declared=declared)
    try:
        text = data.decode(found.name)
    except UnicodeDecodeError as error:
        raise ValueError(_broken(found.name, error)) from None
    if "\0" in text:
        raise ValueError(_no_text(data))
    return text, found


def encoding_of(
    sample: bytes, *, encoding: str | None = None, declared: str | None = None
) -> Encoding:
    """Give the encoding of bytes, cut at the end of a line; see :func:`decode`.

    Raises
    ------
    ValueError
        If they are no text, or in none of the known encodings.

    """
    if encoding:
        is_utf8 = codecs.lookup(encoding).name == "utf-8"
        return Encoding("utf-8-sig" if is_utf8 else encoding)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name)
    try:
        text = sample.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(sample, error, declared)
    nothing = text.count("\0")
    bare = _bare_utf16(sample) if nothing else None
    if bare:
        return bare
    if nothing * _FEW <= len(text):
        return Encoding("utf-8")  # whoever reads by lines refuses those with one
    raise ValueError(_no_text(sample))


def _not_utf8(
    sample: bytes, error: UnicodeDecodeError, declared: str | None
) -> Encoding:
    bare = _bare_utf16(sample)
    if bare:
        return bare
    if _CONTROLS.search(sample):
        raise ValueError(_no_text(sample))
    repaired = Counter(
        letter == "\ufffd"
        for letter in sample.decode(errors="replace")
        if not letter.isascii()
    )
    if repaired[False] > _MOSTLY * repaired[True]:
        raise ValueError(_broken("utf-8", error))
    if declared and _reads(sample, declared):
        return Encoding(declared)
    guessed = _guess(sample[:_SAMPLE])
    if guessed and _reads(sample, guessed):
        return Encoding(guessed, guessed=True)
    msg = (
        f"is not UTF-8 (byte {error.start}), nor Arabic in {', '.join(_CANDIDATES)}; "
        "save it as UTF-8 text, or say encoding="
    )
    raise ValueError(msg)


def _broken(name: str, error: UnicodeDecodeError) -> str:
    shown = "UTF-8" if name.startswith("utf-8") else name
    mostly = " although most of it is" if shown == "UTF-8" else ""
    return (
        f"is not {shown} (byte {error.start}){mostly}; "
        "save it as UTF-8 text, or say encoding="
    )


def _no_text(data: bytes) -> str:
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            return f"is no text but {kind}; give it the ending of its kind"
    return "is binary; expected text"


def _reads(sample: bytes, name: str) -> bool:
    try:
        sample.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _bare_utf16(sample: bytes) -> Encoding | None:
    """Know UTF-16 without its mark by the upper halves of its letters."""
    if len(sample) % 2 or not sample:
        return None
    for name, upper in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        known = upper.count(0) + upper.count(6) + upper.count(0x20)
        if known >= 0.9 * len(upper) and _reads(sample, name):
            text = sample.decode(name)
            if "\0" not in text and not _CONTROLS.search(text.encode()):
                return Encoding(name, guessed=True)
    return None


def _guess(sample: bytes) -> str | None:
    scores: dict[str, float] = {}
    for name in _CANDIDATES:
        if _reads(sample, name):
            scores[name] = _likeness(sample.decode(name))
    # MacArabic writes the spaces between Arabic words as the other's fixed space.
    if sample.count(b"\xa0") <= sample.count(b" ") and not _C1.search(sample):
        del scores["mac-arabic"]
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best and scores[best] > _PLAUSIBLE else None


def _likeness(text: str) -> float:
    """Give the mean log share of the letters that are not ASCII: how Arabic it is."""
    counts = Counter(letter for letter in text if not letter.isascii())
    if not any(_ARABIC.match(letter) for letter in counts):
        return float("-inf")
    shares = _shares()
    total = sum(
        count * shares.get(letter, _SIGN if letter in _SIGNS else _NO_LETTER)
        for letter, count in counts.items()
    )
    # A letter with an accent is right in a Latin word, and a ta marbuta inside one not.
    total += len(_ACCENTED.findall(text)) * (_SIGN - _NO_LETTER)
    total += len(_ARTICLE.findall(text)) * _RIGHT
    total += len(_ENDS_INSIDE.findall(text)) * _WRONG
    total += len(_BESIDE_LATIN.findall(text)) * _WRONG
    return total / counts.total()


@cache
def _shares() -> dict[str, float]:
    rows = {row["letter"]: float(row["share"]) for row in table("letters")}
    whole = sum(rows.values())
    return {letter: log(share / whole) for letter, share in rows.items()}
