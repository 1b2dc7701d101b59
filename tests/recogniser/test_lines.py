import io

import pytest

from kit.__main__ import main
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


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("", ""),
        ("برلين", "برلين\tB-LOC\n"),
        ("برلين\r\n\r\n", "برلين\tB-LOC\n\n"),
        ("\n\nبرلين\n\n\n", "\n\nبرلين\tB-LOC\n\n\n"),
    ],
)
def test_the_command_prints_a_line_for_each_line(
    written, printed, capsys, tmp_path, monkeypatch
):
    file = tmp_path / "tokens.txt"
    file.write_bytes(written.encode())
    assert main(["tag", str(file)]) == 0
    assert capsys.readouterr().out == printed
    monkeypatch.setattr("sys.stdin", io.StringIO(written))
    assert main(["tag", "-"]) == 0
    assert capsys.readouterr().out == printed


def test_other_names_are_tagged_where_asked_for(capsys, tmp_path):
    file = tmp_path / "tokens.txt"
    file.write_text("نظام\nويندوز\nفيستا\n", encoding="utf-8")
    assert main(["tag", str(file)]) == 0
    assert "MISC" not in capsys.readouterr().out
    assert main(["tag", "--misc", str(file)]) == 0
    assert "ويندوز\tB-MISC\nفيستا\tI-MISC\n" in capsys.readouterr().out
