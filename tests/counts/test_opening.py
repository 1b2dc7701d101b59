from written_mentions import FIRST, MENTIONS, SECOND

from kit.counts import Filter, concordance, names, select
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
