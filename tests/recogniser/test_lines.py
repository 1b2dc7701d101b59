from kit.recogniser.lines import tag_lines
from kit.recogniser.recogniser import Recogniser


def tokens_of(lines):
    return [line.partition("\t")[0] for line in lines]


def test_each_line_is_answered_by_one_line():
    lines = ["", "وصل", "أوباما", "إلى", "برلين", "", "", ".", ""]
    answered = list(tag_lines(lines))
    assert tokens_of(answered) == lines
    assert answered[4] == "برلين\tB-LOC"
    assert answered[0] == answered[5] == answered[6] == answered[8] == ""


def test_what_stands_after_a_tab_is_not_looked_at():
    assert list(tag_lines(["برلين\tO\tO\n"])) == list(tag_lines(["برلين"]))


def test_a_file_without_blank_lines_is_tagged_whole():
    lines = ["وصل", "أوباما", "إلى", "برلين", "."] * 100
    answered = list(tag_lines(lines))
    assert tokens_of(answered) == lines
    alone = Recogniser.shipped().tags([lines[:5]])[0]
    assert [line.partition("\t")[2] for line in answered] == alone * 100


def test_no_lines_are_answered_by_none():
    assert list(tag_lines([])) == []
