# ruff: noqa: SLF001  # what a browser sends arrives at private methods
"""What the screen is at is said while it is, whatever becomes of it."""

import pytest

from kit.explorer import Explorer
from kit.explorer.busy import Busy


def test_it_says_what_is_done_as_long_as_it_is():
    busy, said = Busy(), []
    busy.observe(lambda change: said.append(change["new"]), names="said")
    with busy.saying("searching", "en"):
        pass
    with pytest.raises(ValueError, match="wrong"), busy.saying("saving", "ar"):
        raise ValueError("wrong")  # noqa: EM101  # nobody reads it
    assert said == ["Searching the articles …", "", "جارٍ رسم الملف…", ""]


@pytest.mark.parametrize(
    ("use", "said"),
    [
        (lambda screen: screen._hear(["select", "LY"]), "Counting …"),
        (lambda screen: screen._hear(["accept"]), "Applying the decision …"),
        (
            lambda screen: screen._hear(["draft", "action", "alias"]),
            "Working out what would change …",
        ),
        (lambda screen: screen._point(["LY"]), "Counting …"),
        (lambda screen: screen._search("ليبيا"), "Searching the articles …"),
    ],
)
def test_the_screen_says_it_before_it_changes(mentions, tmp_path, use, said):
    screen = Explorer(mentions, language="en", decisions=tmp_path / "decisions.csv")
    seen = []
    screen._busy.observe(lambda change: seen.append(change["new"]), names="said")
    for one in screen._markup.values():
        one.observe(lambda _: seen.append(screen._busy.said), names="html")
    use(screen)
    assert seen[0] == said
    assert set(seen[:-1]) == {said}
    assert seen[-1] == ""
