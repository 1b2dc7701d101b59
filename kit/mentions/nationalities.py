"""Nationalities: what a country's adjective or people means where it stands.

Four rules speak of whole families of forms:

*language*
    ``بالفرنسية``, ``باللغتين العربية والفرنسية``: a feminine adjective that stands by
    itself after ب, or follows اللغة or a verb of speaking, or the إلى of a
    translation, is the language and nobody's mention.
*family name*
    ``محمد المصري``, ``قاسم أفغان``: a nationality of the region right after a given
    name that is in no known person's name is that person's family name.
*name or adjective*
    ``القوات السعودية``, ``مواطنا روسيا``: a name that is also a form of its own
    adjective is the adjective after a noun that it agrees with, and where it is
    written with the mark of the accusative (روسياً).
*adjective or people*
    a plural demonym is the people (قال الليبيون) unless it follows a noun that it
    agrees with (المسؤولون الليبيون).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kit.language.normal import normalise
from kit.language.proclitics import Readable
from kit.lexicon.context import context_words, readable
from kit.lexicon.countries import adjective_like_names
from kit.lexicon.index import ARTICLE
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.lexicon.form import Form
    from kit.mentions.matcher import Match
    from kit.mentions.tokenrow import TokenRow

PEOPLE_NOUNS = "@people"
_LANGUAGES_IN_A_ROW = 6
_TRANSLATION_REACH = 6
_FROM_AND_TO = frozenset(["من", "الي"])
_COMMA = "،"
_FEMININE = "ه"
_DEFINITE = (ARTICLE, "لل", "وال", "بال")
# Where the nationalities live that are family names in Arabic: المصري, not الفرنسي.
_FAMILY_NAMES = frozenset(
    [
        *("AE", "AF", "AL", "BA", "BH", "DZ", "EG", "ET", "IN", "IQ", "IR", "JO", "KW"),
        *("LB", "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TN"),
        *("TR", "YE"),
    ]
)
_SHORTEST_NOUN = 3
_MARKED = 3  # characters: the last but one letter, alif and the mark
_PEOPLE_ENDINGS = ("ون", "ين", "ات")


@cache
def people_nouns() -> frozenset[str]:
    """Return the nouns that a nationality qualifies, in normal form."""
    return frozenset(normalise(row["word"]) for row in table("people_nouns"))


@cache
def _readable_people_nouns() -> Readable:
    return Readable(people_nouns())


def _is_no_noun(word: str) -> bool:
    """Say whether a word that ends or begins like a noun is none: الذين, بهذه."""
    words = context_words("not a noun")
    return word in words or word.removeprefix("ب") in words


def may_be_adjective(form: Form) -> bool:
    """Say whether a name is also a form of its country's adjective (السعودية)."""
    return (
        form.kind == "country"
        and form.form == "name"
        and form.text in adjective_like_names()
    )


def is_language(form: Form, match: Match, row: TokenRow) -> bool:
    """Say whether an adjective is the name of a language here."""
    if not row.normal(match.last).endswith(_FEMININE):
        return False
    words = readable("language")
    at = match.first - 1
    joined = match.proclitics.startswith("و")
    # باللغتين العربية والفرنسية: the word stands before the first of them.
    for _ in range(_LANGUAGES_IN_A_ROW):
        written = row.normal(at)
        if words[written]:
            return True
        if written != _COMMA and not (joined and written.endswith(_FEMININE)):
            break
        joined = written == _COMMA or written.startswith("و")
        at -= 1
    if _is_translated(match, row):
        return True
    return match.proclitics.endswith("ب") and form.text.startswith(ARTICLE)


def _is_translated(match: Match, row: TokenRow) -> bool:
    """Say whether it follows من or إلى of a translation: ترجم إلى الفرنسية."""
    words = readable("translation")
    before = range(match.first - _TRANSLATION_REACH, match.first - 1)
    return row.normal(match.first - 1) in _FROM_AND_TO and any(
        words[row.normal(index)] for index in before
    )


def is_family_name(
    form: Form, match: Match, row: TokenRow, strangers: Mapping[int, int]
) -> bool:
    """Say whether a nationality is the family name of the given name before it.

    ``strangers`` are the tokens that are given names of nobody known.
    """
    written = row.normal(match.first)
    return (
        form.country in _FAMILY_NAMES
        and match.length == 1
        and not match.stripped
        and match.first - 1 in strangers
        and not row.normal(match.first - 1).startswith(ARTICLE)
        and (form.text.startswith(ARTICLE) or form.form == "people")
        and not written.endswith((_FEMININE, *_PEOPLE_ENDINGS))
    )


def family_names(
    matches: Iterable[Match], row: TokenRow, strangers: Mapping[int, int]
) -> frozenset[str]:
    """Give the nationalities of an article that are family names, in normal form.

    They are family names in the rest of the article too: خالد المصري, then المصري.
    """
    return frozenset(
        row.normal(match.first)
        for match in matches
        if match.first - 1 in strangers
        and any(
            is_family_name(entry.form, match, row, strangers)
            for entry in match.entries
            if entry.form.form in {"demonym", "people"}
        )
    )


def is_known_family_name(
    match: Match,
    row: TokenRow,
    strangers: Mapping[int, int],
    families: frozenset[str],
) -> bool:
    """Say whether a nationality stands for somebody whose family name it is.

    Not where it qualifies a definite noun (الفريق المصري) or somebody named next
    (المصري محمد صلاح).
    """
    before = row.normal(match.first - 1)
    return (
        match.length == 1
        and any(normalise(entry.form.text) in families for entry in match.entries)
        and not before.startswith(_DEFINITE)
        and before not in people_nouns()
        and match.last + 1 not in strangers
        and row.normal(match.last + 1) not in _given_names()
    )


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["word"] for row in table("given_names"))


def name_or_adjective(form: Form, match: Match, row: TokenRow) -> Form:
    """Label a name as an adjective where it stands for one."""
    before = row.normal(match.first - 1)
    if match.stripped or _is_no_noun(before):
        return form
    noun = before in people_nouns()
    if not form.text.endswith("ة"):  # the accusative: مواطنا روسيا
        adjective = before.endswith("ا") and (noun or before[:-1] in people_nouns())
        adjective = adjective or _is_accusative(match, row)
    elif form.text.startswith(ARTICLE):
        adjective = before.startswith(_DEFINITE) and not noun
    else:
        adjective = before.endswith((_FEMININE, "ات")) and len(before) > _SHORTEST_NOUN
    return as_adjective(form) if adjective else form


def _is_accusative(match: Match, row: TokenRow) -> bool:
    """Say whether the only mark a word bears is on its end: روسياً, روسيًا."""
    token = row.token(match.last)
    at = token.offsets
    before_last = at[-2] - at[0] == len(at) - 2
    return before_last and token.tail - at[-2] == _MARKED


def adjective_or_people(form: Form, match: Match, row: TokenRow) -> Form:
    """Label a plural as an adjective where it agrees with the noun before it."""
    if form.form != "people" or match.stripped:
        return form
    before = row.normal(match.first - 1)
    definite = form.text.startswith(ARTICLE)
    plural = before.endswith(_PEOPLE_ENDINGS) and not _is_no_noun(before)
    noun = plural or _readable_people_nouns()[before]
    agrees = definite == before.startswith(_DEFINITE)
    return as_adjective(form) if noun and agrees else form


@lru_cache(maxsize=1 << 16)
def as_adjective(form: Form) -> Form:
    """Label a form as an adjective."""
    return form._replace(form="demonym", note="demonym")
