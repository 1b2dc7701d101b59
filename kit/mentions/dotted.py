"""Dotted: where an article writes both على and علي, the dots tell the name Ali.

The normal form folds ى and ي, for much of the press writes one for the other. An
article that writes the preposition mostly على keeps them apart, and there علي is the
name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.language.normal import letters

if TYPE_CHECKING:
    from kit.mentions.tokenrow import TokenRow

ALI = "علي"
_ON = "على"


def is_ali(row: TokenRow, index: int) -> bool:
    """Say whether a token is the name علي, and not the preposition.

    >>> from kit.articles.article import Article
    >>> from kit.articles.parts import parts_of
    >>> from kit.mentions.tokenizer import Tokenizer
    >>> from kit.mentions.tokenrow import Types
    >>> text = "رد علي على من سأل"
    >>> row = Tokenizer(Types()).row(Article("1", text, parts_of(text)))
    >>> is_ali(row, 1), is_ali(row, 2)
    (True, False)
    """
    if row.normal(index) != ALI or letters(row.token(index).text) != ALI:
        return False
    return row.text.count(f" {_ON} ") >= row.text.count(f" {ALI} ")


def names_of_ali(row: TokenRow) -> list[int]:
    """Give the tokens of a row that are the name علي."""
    return [index for index in row.places([ALI]) if is_ali(row, index)]
