import gzip
import io
import stat
import zipfile

import pytest

from kit.articles.article import Problem
from kit.articles.file import Limits
from kit.articles.reading import iter_articles, read_articles


def zipped(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def texts(path, **options):
    got = list(iter_articles(path, **options))
    articles = [one.text for one in got if not isinstance(one, Problem)]
    return articles, [
        (one.path.removeprefix(f"{path}").removeprefix(", "), one.reason)
        for one in got
        if isinstance(one, Problem)
    ]


def put(folder, name, data):
    (folder / name).write_bytes(data)
    return folder / name


def test_an_archive_is_read_as_a_folder_is(tmp_path):
    data = zipped(
        **{
            "b.txt": "ب",
            "a/أ.txt": "أ",
            "a/README.md": "read me",
            "__MACOSX/a/._a.txt": "x",
            ".hidden.txt": "x",
            "decisions.csv": "id\n",
            "a.jsonl": '{"text": "ج"}',
        }
    )
    path = put(tmp_path, "news.zip", data)
    articles = read_articles(path)
    assert [(one.id, one.text) for one in articles] == [
        ("b", "ب"),
        ("أ", "أ"),
        ("a-1", "ج"),
    ]
    assert {one.path for one in articles} == {str(path)}
    assert articles.problems == ()
    assert [one.path for one in articles.files] == [
        f"{path}, b.txt",
        f"{path}, a/أ.txt",
        f"{path}, a.jsonl",
    ]


def test_a_packed_file_is_read_as_the_file(tmp_path):
    path = put(tmp_path, "news.jsonl.gz", gzip.compress('{"text": "أ"}'.encode()))
    (article,) = read_articles(path)
    assert (article.id, article.text, article.path) == ("news-1", "أ", str(path))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(**{"b.zip": zipped(**{"c.txt": "أ"})})),
        ("a.zip", zipped(**{"c.txt.gz": gzip.compress("أ".encode())})),
        ("a.zip.gz", gzip.compress(zipped(**{"c.txt": "أ"}))),
        ("c.txt.gz.gz", gzip.compress(gzip.compress("أ".encode()))),
    ],
)
def test_an_archive_in_an_archive_is_read(tmp_path, name, data):
    assert texts(put(tmp_path, name, data)) == (["أ"], [])


def test_deeper_archives_are_refused(tmp_path):
    inner = zipped(**{"c.txt": "أ"})
    data = zipped(**{"b.zip": zipped(**{"a.zip": inner}), "d.txt": "د"})
    assert texts(put(tmp_path, "z.zip", data)) == (
        ["د"],
        [("b.zip, a.zip", "is an archive in an archive in an archive; unpack it")],
    )


def test_a_name_that_leads_elsewhere_is_only_a_name(tmp_path):
    (tmp_path / "in").mkdir()
    data = zipped(
        **{"../../evil.txt": "أ", "/etc/passwd.txt": "ب", "C:\\x\\y.txt": "ج"}
    )
    path = put(tmp_path / "in", "a.zip", data)
    assert [one.id for one in read_articles(path)] == ["evil", "passwd", "y"]
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_members_that_cannot_be_read_stop_nothing(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("locked.txt", "سر")
        archive.writestr(link, "/etc/passwd")
        archive.writestr("torn.txt", "ا" * 100)
        archive.writestr("odd.txt", "غريب")
        archive.writestr("a.doc", "x")
        archive.writestr("good.txt", "خبر")
    data = bytearray(packed.getvalue())
    # The directory says what is encrypted, and how what is packed; content is torn.
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    odd = data.rindex(b"odd.txt") - 46
    data[odd + 10] = 99
    torn = data.index("ا".encode() * 100)
    data[torn] ^= 1
    articles, problems = texts(put(tmp_path, "a.zip", bytes(data)))
    assert articles == ["خبر"]
    assert [path for path, _ in problems] == [
        "locked.txt",
        "link.txt",
        "torn.txt",
        "odd.txt",
        "a.doc",
    ]
    starts = [
        "is encrypted; unpack it with its password",
        "is a link, not a file",
        "is damaged, or no file of its kind: Bad CRC-32",
        "is damaged, or no file of its kind: ",
        "cannot read '.doc' files; expected .csv",
    ]
    for (_, reason), start in zip(problems, starts, strict=True):
        assert reason.startswith(start)


def test_names_of_old_archives_are_read_in_their_letters(tmp_path):
    data = zipped(**{"خبر.txt": "أ"})
    # Without the bit that says so, names are still written as UTF-8 by many programs.
    for mark, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        place = data.index(mark) + at
        data = data[:place] + bytes([data[place] & ~8]) + data[place + 1 :]
    assert [one.id for one in read_articles(put(tmp_path, "a.zip", data))] == ["خبر"]


@pytest.mark.parametrize("kind", ["gz", "zip"])
def test_a_bomb_is_stopped_while_it_is_unpacked(tmp_path, kind):
    lines = '{"text": "أ"}\n' + " " * (40 << 20)
    if kind == "gz":
        path = put(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode()))
        place = ""
    else:
        path = put(tmp_path, "a.zip", zipped(**{"a.jsonl": lines}))
        place = "a.jsonl"
    reason = "unpacks to more than 200 times its size, as no text does"
    assert texts(path) == (["أ"], [(place, f"{reason}; what follows was not read")])
    assert texts(path, limits=Limits(ratio=10_000, record=64 << 20)) == (["أ"], [])


def test_all_that_an_archive_unpacks_to_has_a_limit(tmp_path):
    data = zipped(**{f"{n}.txt": "ا" * 500 for n in range(3)})
    path = put(tmp_path, "a.zip", data)
    articles, problems = texts(path, limits=Limits(archive=2500))
    assert len(articles) == 2
    assert problems == [("2.txt", "unpacks to more than 2500 bytes, the limit")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", b"PK\x03\x04 and no more", "is damaged: File is not a zip file"),
        ("a.zip", b"", "is damaged: File is not a zip file"),
        ("a.zip", zipped(), "is empty"),
        ("a.txt.gz", b"no gzip", "is damaged, or no file of its kind: Not a gzipped"),
        ("a.txt.gz", gzip.compress(b"x" * 999)[:-9], "is cut off or damaged"),
        ("a.gz", gzip.compress(b"x"), "cannot read a file without a suffix; expected"),
        ("a.tar.gz", gzip.compress(b"x"), "cannot read '.tar' files; expected"),
        ("a.txt.gz", b"", "is empty"),
    ],
)
def test_a_damaged_archive_is_one_problem(tmp_path, name, data, reason):
    articles, problems = texts(put(tmp_path, name, data))
    ((_, said),) = problems
    assert articles == []
    assert said.startswith(reason)


def test_what_stood_before_a_damage_is_kept(tmp_path):
    lines = "".join(f'{{"text": "خبر {n * 7919 % 104729}"}}\n' for n in range(9999))
    data = gzip.compress(lines.encode())[:-5000]
    articles, problems = texts(put(tmp_path, "a.jsonl.gz", data))
    assert len(articles) > 1000
    assert articles[0] == "خبر 0"
    assert problems == [("", "is cut off or damaged; what follows was not read")]
