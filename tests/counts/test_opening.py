import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_mentions import FIRST, MENTIONS, SECOND

from kit.counts import ORDERS, Filter, concordance, in_order, names, select
from kit.mentions.mention import MENTION_SCHEMA


def test_a_concordance_opens_each_mention_into_its_own_sentence():
    opened = concordance(MENTIONS, select(MENTIONS, by="country"))
    assert opened.columns == [
        *MENTION_SCHEMA,
        "left",
        "right",
        "sentence_start",
        "sentence_end",
    ]
    assert opened.select(opened.columns[-4:]).rows() == [
        ("", " هنا.", 0, 10),
        ("", " هنا.", 11, 21),
        ("", "  وتركيا.", 22, 36),
        ("ليبيا  و", ".", 22, 36),
        ("", " وحفتر", 0, 11),
        ("قال الجيش ", " نعم.", 32, 53),
    ]


def test_a_concordance_gives_the_sentence_back():
    rows = select(MENTIONS, where=Filter(parts=None, repeats=True))
    texts = {"a": SECOND.text, "b": FIRST.text}
    for article, left, surface, right, start, end in (
        concordance(MENTIONS, rows)
        .select("article", "left", "surface", "right", "sentence_start", "sentence_end")
        .iter_rows()
    ):
        assert left + surface + right == texts[article][start:end]


def test_names_are_given_in_both_languages():
    assert names(["LY", "haftar", "nobody"], MENTIONS) == {
        "LY": ("ليبيا", "Libya"),
        "haftar": ("خليفة حفتر", "Khalifa Haftar"),
    }


def test_so_many_words_are_shown_beside_a_mention_also_beyond_its_sentence():
    rows = select(MENTIONS, where=Filter(articles=["a"]), by="country")
    opened = concordance(MENTIONS, rows, width=2)
    assert opened.select("left", "surface", "right").rows() == [
        ("", "تركيا", " هنا. تركيا"),
        ("تركيا هنا. ", "تركيا", " هنا."),
        ("", "ليبيا", "  وتركيا."),
        # The letters attached to a mention are shown beside the words.
        ("ليبيا  و", "تركيا", "."),
    ]
    alone = concordance(MENTIONS, rows, width=0)
    assert alone.select("left", "right").rows()[-1] == ("و", ".")


@given(st.integers(0, 9))
def test_what_is_shown_beside_a_mention_stands_there(width):
    rows = select(MENTIONS, where=Filter(parts=None, repeats=True))
    texts = {"a": SECOND.text, "b": FIRST.text}
    for article, start, end, left, right in (
        concordance(MENTIONS, rows, width=width)
        .select("article", "start", "end", "left", "right")
        .iter_rows()
    ):
        text = texts[article]
        assert text[:start].endswith(left)
        assert text[end:].startswith(right)
        assert "\n" not in left + right
        assert len(left.split()) <= width + 1
        assert len(right.split()) <= width + 1


@pytest.mark.parametrize(
    ("order", "starts"),
    [
        ("text", [0, 11, 22, 30]),
        ("surface", [0, 11, 30, 22]),  # تركيا three times, then ليبيا
        ("before", [0, 22, 30, 11]),  # nothing twice, ليبيا, then هنا
        ("after", [30, 11, 0, 22]),  # nothing, هنا, هنا تركيا, وتركيا
    ],
)
def test_a_concordance_is_ordered_by_the_nearest_words(order, starts):
    rows = select(MENTIONS, where=Filter(articles=["a"]), by="country")
    assert in_order(MENTIONS, rows, order)["start"].to_list() == starts


@given(st.sampled_from(ORDERS))
def test_an_order_loses_no_row(order):
    rows = select(MENTIONS)
    ordered = in_order(MENTIONS, rows, order)
    assert ordered.sort("article", "start", "end").equals(rows)


def test_an_unknown_order_or_width_is_refused_with_the_way_out():
    with pytest.raises(ValueError, match=r"No order 'left'\. Use one of: text, surf"):
        in_order(MENTIONS, select(MENTIONS), "left")
    with pytest.raises(ValueError, match=r"Cannot show 'all' words .* Give a number"):
        concordance(MENTIONS, select(MENTIONS), width="all")
