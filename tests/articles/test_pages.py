import re
from base64 import encodebytes
from io import BytesIO

import pytest

from kit.articles.article import Part, Problem
from kit.articles.file import Facts, File, Options
from kit.articles.formats import read_file
from kit.articles.reading import read_articles
from kit.articles.records import Record

FIRST = (
    "قال وزير الخارجية في طرابلس إن المحادثات انتهت، وإن الوفد عاد إلى بلاده مساء أمس."
)
SECOND = (
    "وأضاف الوزير أن الجولة المقبلة تعقد في تونس خلال الأسبوع الأول من الشهر المقبل."
)
PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>انتهاء المحادثات | صحيفة الخبر</title>
<meta property="og:title" content="انتهاء المحادثات في طرابلس.">
<meta property="og:site_name" content="صحيفة الخبر">
<meta property="article:published_time" content="2018-02-17T08:30:00Z">
<meta name="author" content="رنا خالد">
<link rel="canonical" href="https://www.example.org/news/1"></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul>
</nav><article><h1>انتهاء المحادثات في طرابلس.</h1>
<figure><img src="a.jpg"><figcaption>الوزير في <b>المطار</b></figcaption></figure>
<p>{FIRST}</p><p>{SECOND}</p><script>alert(1)</script></article>
<aside><h3>اقرأ أيضا</h3><figure><figcaption>الطقس غدا</figcaption></figure></aside>
<footer>جميع الحقوق محفوظة</footer></body></html>"""
MAIL = (
    "From: <Saved>\r\nSnapshot-Content-Location: https://www.example.org/news/2\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="XX"\r\n\r\n'
    "--XX\r\nContent-Type: text/html; charset=utf-8\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--XX--\r\n"
)


def read(data, name="a.html", options=None):
    data = data if isinstance(data, bytes) else data.encode()
    file = File(name, name, lambda: BytesIO(data))
    return list(read_file(file, options or Options()))


@pytest.mark.parametrize(
    ("name", "data", "encoding"),
    [
        ("a.html", PAGE.encode(), "utf-8"),
        (
            "a.htm",
            PAGE.replace("utf-8", "windows-1256").encode("cp1256"),
            "windows-1256",
        ),
        ("a.mhtml", MAIL.format(encodebytes(PAGE.encode()).decode()).encode(), "utf-8"),
    ],
)
def test_a_saved_page_is_its_article_without_what_stands_around(
    tmp_path, name, data, encoding
):
    (tmp_path / name).write_bytes(data)
    articles = read_articles(tmp_path)
    (article,) = articles
    title, caption = "انتهاء المحادثات في طرابلس.", "الوزير في المطار"
    assert article.text == f"{title}\n{caption}\n{FIRST}\n{SECOND}"
    assert [part.kind for part in article.parts] == [
        "headline",
        "caption",
        "body",
        "body",
    ]
    assert article.parts[1] == Part("caption", 28, 44)
    assert article.title == title
    assert (article.source, article.author) == ("صحيفة الخبر", "رنا خالد")
    assert article.date == "2018-02-17"
    assert article.url == "https://www.example.org/news/1"
    assert (articles.files[0].encoding, articles.problems) == (encoding, ())


def test_a_page_in_which_no_article_is_told_apart_gives_its_paragraphs(monkeypatch):
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: None)
    reason = "no article was told apart in the page; all its paragraphs were taken"
    assert read("<title>ع</title><p>خبر<p>خبر<script>x</script><ul><li>آخر") == [
        Facts("utf-8"),
        Problem("a.html", reason, "doubt"),
        Record("a", "خبر\nآخر", "a.html"),
    ]


def test_a_page_that_does_not_say_its_day_has_none():
    page = re.sub("<meta property=.article:pub.*", "", PAGE)
    page = page.replace(SECOND, f"{SECOND} وكان ذلك في 3/4/2011.")
    (record,) = read(page)[1:]
    assert record.date is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("", "is empty"),
        ("<html><body><script>x</script></body></html>", "holds no text that could be"),
        (b"\x89PNG\0\xff", "is binary; expected text"),
    ],
)
def test_a_page_without_an_article_is_refused(data, reason):
    (problem,) = [one for one in read(data) if isinstance(one, Problem)]
    assert problem.reason.startswith(reason)


def test_a_saved_page_without_a_page_is_refused():
    assert read("From: x\r\n\r\nنص", "a.mht") == [
        Problem("a.mht", "holds no page; expected a page saved as one file")
    ]


def test_entities_of_a_page_are_not_expanded():
    page = PAGE.replace(
        "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    ).replace(FIRST, f"{FIRST} &a;")
    text = " ".join(one.text for one in read(page) if hasattr(one, "text"))
    assert FIRST in text
    assert "root:" not in text
