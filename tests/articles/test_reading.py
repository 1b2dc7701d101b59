import gzip
import io
import json
import os
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.articles.article import Article, Articles, FileRead, Part, Problem
from kit.articles.file import Limits
from kit.articles.formats import READERS
from kit.articles.reading import iter_articles, read_articles

TEXT = "عنوان الخبر\nقال الوزير نعم.\n"
ROOT = Path(__file__).parent.parent.parent


class PanicError(BaseException):
    """What a parser in Rust raises: no Exception."""


def write(folder, **files):
    for name, content in files.items():
        file = folder / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        file.write_bytes(data)
    return folder


def jsonl(*records):
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def ids(articles):
    return [article.id for article in articles]


def reasons(articles, folder):
    return {
        problem.path.replace(f"{folder}{os.sep}", ""): problem.reason
        for problem in articles.problems
    }


def test_a_text_file_is_one_article_named_by_its_file(tmp_path):
    write(tmp_path, libya_txt=TEXT)
    path = tmp_path / "libya.txt"
    parts = (Part("headline", 0, 11), Part("body", 12, 27))
    article = Article("libya", TEXT, parts, title="عنوان الخبر", path=str(path))
    assert read_articles(path) == Articles((article,))
    assert read_articles(str(path)) == Articles((article,))


def test_the_first_article_is_read_with_its_parts():
    (article,) = read_articles(ROOT / "seeds")
    assert [part.kind for part in article.parts] == [
        "headline",
        *["caption"] * 2,
        *["body"] * 11,
        *["notice"] * 3,
    ]
    assert [part.repeat for part in article.parts[:4]] == [False, False, True, False]


def test_a_folder_is_read_in_the_order_of_its_names_at_any_depth(tmp_path):
    write(tmp_path, c_txt="ج", a__z_txt="ز", b_txt="ب", a__b__d_TXT="د")
    assert ids(read_articles(tmp_path)) == ["d", "z", "b", "c"]


def test_several_paths_are_read_in_the_order_given_and_each_file_once(tmp_path):
    write(tmp_path, a_txt="أ", b_txt="ب")
    articles = read_articles([tmp_path / "b.txt", str(tmp_path), tmp_path])
    assert ids(articles) == ["b", "a"]
    assert articles.problems == ()


def test_hidden_files_a_readme_and_a_licence_are_passed_over(tmp_path):
    write(
        tmp_path,
        a_txt="أ",
        README_md="read me",
        sub__readme_txt="read me",
        LICENSE="as is",
        _hidden_txt="خفي",
        _git__config="x",
    )
    articles = read_articles(tmp_path)
    assert (ids(articles), articles.problems) == (["a"], ())


def test_a_readme_that_is_asked_for_is_read(tmp_path):
    write(tmp_path, README_txt="نص")
    assert ids(read_articles(tmp_path / "README.txt")) == ["README"]


def test_records_bring_title_source_date_and_url(tmp_path):
    record = {
        "id": "n1",
        "title": "هل انتهى الأمر؟",
        "text": "قال نعم.",
        "source": "bbc",
        "date": "2018-02-17",
        "url": "https://example.org/",
    }
    path = write(tmp_path, news_jsonl=jsonl(record)) / "news.jsonl"
    assert list(read_articles(path)) == [
        Article(
            "n1",
            "هل انتهى الأمر؟\n\nقال نعم.",
            (Part("headline", 0, 15), Part("body", 17, 25)),
            title="هل انتهى الأمر؟",
            source="bbc",
            date="2018-02-17",
            url="https://example.org/",
            path=str(path),
        )
    ]


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        ("عنوان", "عنوان\nقال.", "عنوان\nقال."),
        ("عنوان", "\n عنوان \r\nقال.", "\n عنوان \r\nقال."),
        ("أنقرة", "انقره\nقال.", "انقره\nقال."),
        ("ليبيا", "ليبيا تشهد هدوءا.", "ليبيا\n\nليبيا تشهد هدوءا."),
        (" عنوان ", "قال.", "عنوان\n\nقال."),
        ("", "قال.", "قال."),
    ],
)
def test_a_title_stands_before_the_text_once(tmp_path, title, text, whole):
    write(tmp_path, news_jsonl=jsonl({"title": title, "text": text}))
    assert read_articles(tmp_path)[0].text == whole


@pytest.mark.parametrize("title", ["قال نعم.", "صورة: رويترز", "كلمة " * 50, "Libya"])
def test_a_title_is_the_headline_however_it_is_written(tmp_path, title):
    write(tmp_path, news_jsonl=jsonl({"title": title, "text": "وقال لا."}))
    kinds = [part.kind for part in read_articles(tmp_path)[0].parts]
    assert kinds == ["headline", "body"]


def test_rules_of_ones_own_divide_the_text_and_have_the_last_word(tmp_path):
    def all_body(text):
        return [Part("body", 0, len(text))]

    write(tmp_path, news_jsonl=jsonl({"title": "عنوان", "text": "قال."}))
    (article,) = read_articles(tmp_path, parts=all_body)
    assert article.parts == (Part("body", 0, 11),)


def test_rules_that_leave_the_text_are_refused(tmp_path):
    write(tmp_path, a_txt="أ")
    with pytest.raises(ValueError, match="Give its parts in order, apart, and within"):
        read_articles(tmp_path, parts=lambda _: [Part("body", 0, 99)])


def test_articles_of_one_id_are_told_apart_with_a_problem(tmp_path):
    write(
        tmp_path, a__x_txt="أ", b__x_txt="ب", c_jsonl=jsonl({"id": "x#2", "text": "ج"})
    )
    articles = read_articles(tmp_path)
    assert ids(articles) == ["x", "x#2", "x#2#2"]
    assert [article.text for article in articles] == ["أ", "ب", "ج"]
    assert reasons(articles, tmp_path) == {
        "b/x.txt": "the id 'x' stood before; this article is read as 'x#2'",
        "c.jsonl": "the id 'x#2' stood before; this article is read as 'x#2#2'",
    }


@given(st.lists(st.sampled_from(["x", "x#2", "x#3", "x#2#2", "y"])))
def test_no_two_articles_have_one_id(given_ids):
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.jsonl")
        file.write_text(
            jsonl({"text": "أ"}, *[{"id": one, "text": "أ"} for one in given_ids])
        )
        articles = read_articles(file)
    assert len({article.id for article in articles}) == len(given_ids) + 1
    assert {problem.level for problem in articles.problems} <= {"doubt"}


def test_articles_come_one_by_one_and_no_file_is_read_before_its_turn(tmp_path):
    write(tmp_path, a_txt="أ", b_txt="", c_txt="ج")
    reading = iter_articles(tmp_path)
    assert next(reading).id == "a"
    (tmp_path / "c.txt").unlink()
    assert [(one.level, one.reason) for one in reading] == [
        ("refused", "is empty"),
        ("refused", "could not be opened: No such file or directory"),
    ]
    assert list(iter_articles([])) == []


def test_a_byte_order_mark_is_no_text_and_windows_lines_stay(tmp_path):
    write(tmp_path, a_txt="\ufeffعنوان\r\nقال.\r\n")
    (article,) = read_articles(tmp_path)
    assert article.text == "عنوان\r\nقال.\r\n"
    assert article.parts == (Part("headline", 0, 5), Part("body", 7, 11))


def test_a_line_of_any_length_is_read(tmp_path):
    write(tmp_path, a_txt="كلمة " * 200_000)
    assert len(read_articles(tmp_path)[0].text) == 1_000_000


def test_whatever_cannot_be_read_is_a_problem_and_the_rest_is_read(tmp_path):
    write(
        tmp_path,
        good_txt="خبر",
        empty_txt="",
        blank_txt=" \r\n\t",
        empty_jsonl="\n",
        nul_txt="نص\0نص",
        binary_txt=b"\x89PNG\x00\xff",
        latin_txt="café".encode("latin-1"),
        page_doc="خبر",
        noname="خبر",
        lines_jsonl='{"text": "سطر"}\n[]\n',
    )
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    articles = read_articles(tmp_path)
    assert ids(articles) == ["good", "lines-1"]
    known = (
        ".csv, .docx, .gz, .htm, .html, .json, .jsonl, .mht, .mhtml, .ndjson, "
        ".parquet, .pdf, .tab, .tsv, .txt, .xhtml, .xlsx or .zip"
    )
    assert reasons(articles, tmp_path) == {
        "binary.txt": "is binary; expected text",
        "blank.txt": "is empty",
        "empty.jsonl": "is empty",
        "empty.txt": "is empty",
        "gone.txt": "could not be opened: No such file or directory",
        "latin.txt": "is not UTF-8 (byte 3), nor Arabic in windows-1256, iso-8859-6, "
        "mac-arabic; save it as UTF-8 text, or say encoding=",
        "lines.jsonl, line 2": "is no object; expected one with a text",
        "loop.txt": "could not be opened: Too many levels of symbolic links",
        "noname": f"cannot read a file without a suffix; expected {known}",
        "nul.txt": "is binary; expected text",
        "page.doc": f"cannot read '.doc' files; expected {known}",
        "pipe.txt": "is not a file that can be read; expected text",
    }
    assert {one.level for one in articles.problems} == {"refused"}


def test_text_in_an_older_encoding_is_read_and_that_is_noted(tmp_path):
    text = "عنوان الخبر\nقال الوزير نعم."
    write(tmp_path, a_txt=text.encode("cp1256"), b_txt=text.encode("utf-16"))
    articles = read_articles(tmp_path)
    assert [one.text for one in articles] == [text, text]
    assert [one.encoding for one in articles.files] == ["windows-1256", "utf-16"]
    reason = "read as windows-1256; if its letters are wrong, say encoding="
    assert articles.problems == (Problem(str(tmp_path / "a.txt"), reason, "note"),)
    read = read_articles(tmp_path / "a.txt", encoding="mac-arabic")
    assert (read[0].text != text, read.problems) == (True, ())


def test_columns_that_were_guessed_are_noted_and_may_be_said(tmp_path):
    write(tmp_path, a_csv="Headline,content,note\nعنوان,قال.,أخرى")
    path = str(tmp_path / "a.csv")
    articles = read_articles(path)
    columns = (("text", "content"), ("title", "Headline"))
    assert articles.files == (FileRead(path, "csv", "utf-8", columns, 1, 0),)
    reason = "read text from 'content', title from 'Headline'; if that is wrong, say "
    assert articles.problems == (Problem(path, f"{reason}columns=", "note"),)
    said = read_articles(path, columns={"text": "note", "title": None})
    assert (said[0].text, said[0].title, said.problems) == ("أخرى", "", ())


def test_the_folder_is_the_outlet_where_that_is_asked(tmp_path):
    write(
        tmp_path,
        bbc__a_txt="أ",
        b_jsonl='{"text": "ب", "source": "cnn"}\n{"text": "ج"}',
    )
    with zipfile.ZipFile(tmp_path / "bbc" / "z.zip", "w") as archive:
        archive.writestr("aawsat/d.txt", "د")
        archive.writestr("e.txt", "ه")
    articles = read_articles(tmp_path, outlet_from="folder")
    assert [(one.text, one.source) for one in articles] == [
        ("ب", "cnn"),
        ("ج", tmp_path.name),
        ("أ", "bbc"),
        ("د", "aawsat"),
        ("ه", "bbc"),
    ]
    assert {one.source for one in read_articles(tmp_path)} == {"cnn", None}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"columns": {"headline": "h"}}, "No field 'headline'. Use one of: id, text"),
        (
            {"columns": {"text": 5}},
            "Expected the name of the column of 'text', not int",
        ),
        ({"columns": ["text"]}, "Expected columns as {'text': 'its name'}, not list"),
        ({"encoding": "klingon"}, "No encoding 'klingon'. Arabic texts are in utf-8"),
        ({"encoding": "base64"}, "No encoding 'base64'"),
        ({"encoding": 5}, "Expected the name of an encoding, not int 5"),
        ({"outlet_from": "file"}, "outlet_from='file' must be 'folder' or None"),
        ({"limits": 5}, "Expected limits, as kit.articles.file.Limits holds them"),
        ({"parts": "body"}, "Expected a function that divides a text into its parts"),
    ],
)
def test_a_wrong_option_is_refused_before_anything_is_read(tmp_path, options, message):
    write(tmp_path, a_txt="أ")
    for read in (read_articles, iter_articles):
        with pytest.raises((ValueError, TypeError), match=re.escape(message)):
            read(tmp_path, **options)


def test_a_file_larger_than_the_limit_is_refused(tmp_path):
    write(tmp_path, a_txt="خبر", b_txt="خبر" * 100)
    articles = read_articles(tmp_path, limits=Limits(file=100))
    assert ids(articles) == ["a"]
    (problem,) = articles.problems
    assert problem.reason.startswith("is larger than 100 bytes, the limit; see kit.")


def test_a_file_that_may_not_be_opened_is_a_problem(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    write(tmp_path, a_txt="أ")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(
        ValueError, match=r"a\.txt: could not be opened: Permission denied\.$"
    ):
        read_articles(tmp_path)


@pytest.mark.parametrize(
    "error", [RuntimeError("odd"), MemoryError(), PanicError("no")]
)
def test_whatever_a_reader_raises_is_a_problem(tmp_path, monkeypatch, error):
    def fail(*_):
        yield from ()
        raise error

    write(tmp_path, a_txt="أ", b_csv="text\nب")
    monkeypatch.setitem(READERS, ".csv", fail)
    ((_, reason),) = reasons(read_articles(tmp_path), tmp_path).items()
    assert reason.startswith(
        ("is damaged, or no file of its kind: ", "is too large for")
    )


def test_a_folder_that_may_not_be_opened_is_a_problem(tmp_path, monkeypatch):
    def walk(folder, onerror):
        onerror(PermissionError(13, "Permission denied", f"{folder}/closed"))
        yield str(folder), [], ["a.txt"]

    write(tmp_path, a_txt="أ")
    monkeypatch.setattr(os, "walk", walk)
    assert reasons(read_articles(tmp_path), tmp_path) == {
        "closed": "could not be opened: Permission denied"
    }


def test_folders_named_like_files_are_folders(tmp_path):
    write(tmp_path, x_txt__a_txt="أ")
    assert ids(read_articles(tmp_path)) == ["a"]


def test_a_link_to_a_folder_is_said_and_not_followed(tmp_path):
    write(tmp_path, a_txt="أ", sub__b_txt="ب")
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    articles = read_articles(tmp_path)
    assert ids(articles) == ["a", "b"]
    assert reasons(articles, tmp_path) == {
        "sub/up": "is a link to a folder, not followed; give that folder itself"
    }


def test_a_link_given_as_the_path_is_followed(tmp_path):
    write(tmp_path, sub__b_txt="ب")
    (tmp_path / "link").symlink_to(tmp_path / "sub", target_is_directory=True)
    assert ids(read_articles(tmp_path / "link")) == ["b"]


def test_a_file_name_that_is_not_utf8_becomes_an_id_that_is(tmp_path):
    (tmp_path / "a\udce1.txt").write_text("نص", encoding="utf-8")
    (article,) = read_articles(tmp_path)
    assert (article.id, article.path) == ("a\ufffd", f"{tmp_path}{os.sep}a\ufffd.txt")


def test_a_path_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"No such file or folder: '.*nowhere'"):
        read_articles(tmp_path / "nowhere")


def test_nothing_to_read_is_an_error(tmp_path):
    with pytest.raises(
        ValueError, match=r"No articles in .*: expected \.csv, .* or \.zip files"
    ):
        read_articles(tmp_path)
    with pytest.raises(ValueError, match="No articles in an empty list of paths"):
        read_articles([])


def test_nothing_read_is_an_error_that_says_why(tmp_path):
    for number in range(7):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(
        ValueError, match=r"0\.txt: is empty; .*4\.txt.*; and 2 more\.$"
    ):
        read_articles(tmp_path)


@given(st.lists(st.binary(max_size=8) | st.text(max_size=8).map(str.encode)))
def test_every_text_file_is_an_article_or_a_problem(contents):
    with TemporaryDirectory() as folder:
        for number, content in enumerate(contents):
            Path(folder, f"{number}.txt").write_bytes(content)
        Path(folder, "good.txt").write_text("خبر", encoding="utf-8")
        articles = read_articles(folder)
        assert len(articles) + refused(articles) == len(contents) + 1
        for article, file in zip(articles, read_files(articles), strict=True):
            raw = Path(folder, f"{article.id}.txt").read_bytes()
            assert raw.decode(file.encoding).removeprefix("\ufeff") == article.text


ROWS = st.lists(
    st.sampled_from(["نص", "", None, "سطر\nوسطر", 5]), min_size=1, max_size=5
)


def line_files(rows):
    lines = "\n".join(
        json.dumps({"text": row, "id": at}) for at, row in enumerate(rows)
    )
    return {"a.jsonl": lines.encode(), "a.ndjson.gz": gzip.compress(lines.encode())}


def list_files(rows):
    return {"a.json": json.dumps([{"text": row} for row in rows]).encode()}


def table_files(rows):
    written = [row if isinstance(row, str) else None for row in rows]
    frame = pl.DataFrame(
        {"id": range(len(rows)), "text": written}, schema_overrides={"text": pl.String}
    )
    parquet, workbook = io.BytesIO(), io.BytesIO()
    frame.write_parquet(parquet)
    frame.write_excel(workbook)
    return {
        "a.csv": frame.write_csv().encode(),
        "a.parquet": parquet.getvalue(),
        "a.xlsx": workbook.getvalue(),
    }


FOLDERS = st.lists(
    st.tuples(st.sampled_from([line_files, list_files, table_files]), ROWS), max_size=4
)


@given(FOLDERS, st.booleans())
@settings(max_examples=40)
def test_every_record_of_a_folder_is_an_article_or_refused(written, packed):
    with TemporaryDirectory() as folder:
        records = 1
        for number, (files, rows) in enumerate(written):
            for name, data in files(rows).items():
                records += len(rows)
                place = Path(folder, str(number))
                place.mkdir(exist_ok=True)
                if packed:
                    with zipfile.ZipFile(place / f"{name}.zip", "w") as archive:
                        archive.writestr(name, data)
                else:
                    (place / name).write_bytes(data)
        Path(folder, "good.txt").write_text("خبر", encoding="utf-8")
        articles = read_articles(folder)
        assert len(articles) + refused(articles) == records
        assert len(articles) == sum(file.articles for file in articles.files)
        assert refused(articles) == sum(file.refused for file in articles.files)
        assert len({article.id for article in articles}) == len(articles)


def refused(articles):
    return sum(problem.level == "refused" for problem in articles.problems)


def read_files(articles):
    return [file for file in articles.files if file.articles]
