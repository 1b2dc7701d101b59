"""The normal form of many texts at once is the normal form of each."""

from __future__ import annotations

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from kit.language.normal import normalise
from kit.mentions.texts import normalised


@given(st.lists(st.text(), max_size=4))
@example(["إلى أَنْقَرَة", "ﻻ", "ـ", "ⅷ ﷺ ß İ ǅ", ""])
@example([])
def test_all_at_once_is_each_by_itself(texts):
    given_texts = pl.Series(texts, dtype=pl.String)
    assert normalised(given_texts).to_list() == [normalise(one) for one in texts]
