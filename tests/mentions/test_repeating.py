import pytest
from marking import FINDER, Marking, article

from kit.mentions.finder import Settings


class Once(Marking):
    """Marks in the first sentence alone."""

    def spans(self, sentences):
        return [*super().spans(sentences[:1]), *([] for _ in sentences[1:])]


def found(text, *mark):
    reader = {"recogniser": Once(mark)}
    rows = FINDER.find([article(text)], reader, Settings()).rows
    return rows.select("surface", "entity", "proclitic", "evidence").rows()


@pytest.mark.parametrize(
    ("text", "mark", "mentions"),
    [
        pytest.param(
            "وصل زنكلوت. ثم غادر زنكلوت",
            ("زنكلوت", "person", 0.9),
            [
                ("زنكلوت", "znklut", None, "recogniser 0.90"),
                ("زنكلوت", "znklut", None, "recogniser 0.90 + again"),
            ],
            id="one word",
        ),
        pytest.param(
            "وصل زنكلوت برنقال. وقيل لزنكلوت برنقال",
            ("زنكلوت برنقال", "organisation", 0.9),
            [
                ("زنكلوت برنقال", "znklut-brnqal", None, "recogniser 0.90"),
                (
                    "زنكلوت برنقال",
                    "znklut-brnqal",
                    "ل",
                    "proclitic ل + recogniser 0.90 + again",
                ),
            ],
            id="two words, with a proclitic",
        ),
        pytest.param(
            "وصل زنكلوت. ثم غادر زنكلوت",
            ("زنكلوت", "person", 0.6),
            [("زنكلوت", "znklut", None, "recogniser 0.60")],
            id="not if it was not sure",
        ),
        pytest.param(
            "وصل جديد. خبر جديد",
            ("جديد", "person", 0.9),
            [("جديد", "jdid", None, "recogniser 0.90")],
            id="not a common word",
        ),
    ],
)
def test_what_was_recognised_once_is_found_again(text, mark, mentions):
    assert found(text, *mark) == mentions
