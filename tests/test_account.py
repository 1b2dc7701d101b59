import json

import pytest

from kit.__main__ import main


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "a.csv").write_text("Headline,content\nعنوان,قال.\nعنوان,\n", "utf-8")
    (tmp_path / "b.txt").write_bytes("قال الوزير نعم.".encode("cp1256"))
    (tmp_path / "c.doc").write_bytes(b"x")
    return tmp_path


def test_the_account_says_how_each_file_was_read_and_what_was_not(corpus, capsys):
    assert main(["read", str(corpus)]) == 0
    lines = capsys.readouterr().out.replace(f"{corpus}/", "").splitlines()
    known = "expected .csv, "
    columns = "text=content title=Headline"
    guessed = "read text from 'content', title from 'Headline'"
    assert [line.partition(known)[0] for line in lines] == [
        f"       1    1 refused  csv      utf-8         a.csv  {columns}",
        "       1               txt      windows-1256  b.txt",
        "       0    1 refused  doc      -             c.doc",
        f"note: a.csv: {guessed}; if that is wrong, say columns=",
        "refused: a.csv, line 3: has an empty 'content'",
        "note: b.txt: read as windows-1256; if its letters are wrong, say encoding=",
        "refused: c.doc: cannot read '.doc' files; ",
        "2 articles, 2 refused and 2 notes in 3 files",
    ]


def test_the_account_is_there_for_programs(corpus, capsys):
    arguments = ["--format", "json", "--columns", "text=Headline"]
    assert main(["read", str(corpus / "a.csv"), *arguments]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said == {
        "articles": 2,
        "files": [
            {
                "path": str(corpus / "a.csv"),
                "kind": "csv",
                "encoding": "utf-8",
                "columns": [["text", "Headline"]],
                "articles": 2,
                "refused": 0,
            }
        ],
        "problems": [],
    }


def test_an_encoding_that_is_said_holds(corpus, capsys):
    assert main(["read", str(corpus / "b.txt"), "--encoding", "mac-arabic"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 article in 1 file"


@pytest.mark.parametrize("columns", ["text", "text=", "=x", "text=a,"])
def test_columns_that_say_nothing_are_refused(columns, capsys):
    with pytest.raises(SystemExit):
        main(["read", "seeds", "--columns", columns])
    assert "give FIELD=NAME, as text=content" in capsys.readouterr().err


def test_an_unknown_field_is_refused(corpus, capsys):
    assert main(["read", str(corpus), "--columns", "body=content"]) == 1
    assert capsys.readouterr().err.startswith("kit: No field 'body'. Use one of: id,")
