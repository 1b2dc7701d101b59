import json
from itertools import islice

import pytest
from camel_tools.tokenizers.word import simple_word_tokenize
from hypothesis import given
from hypothesis import strategies as st

from kit.language.tokens import Tokens, is_word, tokenize

WRITTEN = st.text() | st.text(
    st.sampled_from(
        "ابتثليمن 0123٤٥.،؟!«»()\n\r\t\u00a0\u200f\u2028\x1c\x85َـ😀👍🏽🇱🇾\u200d\ufe0f"
    )
)


def agree(text):
    tokens = tokenize(text)
    assert list(tokens.texts) == simple_word_tokenize(text)
    assert tokens.texts == tuple(
        text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)
    )


@given(WRITTEN)
def test_tokens_are_those_of_camel_tools_with_offsets(text):
    agree(text)


@pytest.mark.shared
def test_tokens_of_real_articles_are_those_of_camel_tools(shared):
    with (shared / "news" / "politics.jsonl").open(encoding="utf-8") as file:
        for line in islice(file, 300):
            agree(json.loads(line)["text"])


def test_signs_and_lines_part_tokens_and_digits_do_not():
    assert tokenize("قال: “6.5% (ليبيا)”\r\nB2B") == Tokens(
        ("قال", ":", "“", "6", ".", "5", "%", "(", "ليبيا", ")", "”", "B2B"),
        (0, 3, 5, 6, 7, 8, 9, 11, 12, 17, 18, 21),
        (3, 4, 6, 7, 8, 9, 10, 12, 17, 18, 19, 24),
    )


def test_a_word_that_returns_has_its_own_place():
    assert tokenize("ليبيا، ليبيا،") == Tokens(
        ("ليبيا", "،", "ليبيا", "،"), (0, 5, 7, 12), (5, 6, 12, 13)
    )


@pytest.mark.parametrize("text", ["", " \n\t\u2029"])
def test_blanks_have_no_tokens(text):
    assert tokenize(text) == Tokens((), (), ())
    assert len(tokenize(text)) == 0


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("ليبيا", True),
        ("6", True),
        ("٦", True),
        ("مُ", True),
        ("هـ", True),
        ("a", True),
        ("،", False),
        ("“", False),
        ("\u200f", False),
        ("ــ", False),
        ("😀", False),
    ],
)
def test_only_letters_and_digits_make_a_word(token, word):
    assert is_word(token) is word
