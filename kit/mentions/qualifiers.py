"""Qualifiers: words after a head that say of what kind it is, not how it is called.

No table has all common words. The rare ones are told from names by their shape: an
adjective agrees with its noun in gender (Wright, II, 304; Ryding, 10), and ends in -ī
or -iyya or is a participle; what a company deals in is an abstract noun or a
plural.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.lexicon.headwords import complement_words
from kit.lexicon.index import ARTICLE

if TYPE_CHECKING:
    from kit.lexicon.headwords import Head

_NISBA = "ي"
_IYYA = "يه"
_FEMININE_ENDING = "ه"
_PLURAL = "ات"
_ABSTRACT = ("ات", "اه")
_PERSONS = "يين"
_PAST = re.compile("ا.{3,5}ت")  # اخترعت, استأنفت (Wright, I, 44)
_FEMININE = re.compile(
    "م.{2,5}ه|.ا..ه|.+يه|(ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ه"
)
_MASCULINE = re.compile("م.{2,4}(?<!ه)|.ا..|.+ي")


def qualifies(head: Head, normal: str) -> bool:
    """Say whether a word in -ī or -iyya qualifies a head: مركز لوجستي.

    Towns are called so too (ماتي), but hardly in the feminine.
    """
    if not head.inside:
        return normal.endswith(_IYYA)
    if normal.startswith(ARTICLE):
        return False
    return normal.endswith(_IYYA if head.feminine else _NISBA)


def is_common(head: Head, normal: str) -> bool:
    """Say whether the only word after a head is a common one by its shape."""
    body = head.kind == "organisation"
    if normal.startswith(ARTICLE):
        return body and normal.endswith(_ABSTRACT)
    if body and _PAST.fullmatch(normal):
        return True
    if body and (normal.endswith(_PLURAL) or normal in complement_words("chain")):
        return True
    if body and head.feminine and normal.endswith((_FEMININE_ENDING, _PERSONS)):
        return True
    return bool((_FEMININE if head.feminine else _MASCULINE).fullmatch(normal))
