import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.articles.encodings import Encoding, decode, encoding_of
from kit.tables import table

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text("utf-8")
OLDER = {
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859_6",
    "mac-arabic": "mac_arabic",
}
LINES = [line for line in SEED.split("\n") if line.strip()]


@pytest.mark.parametrize("name", OLDER)
def test_older_arabic_is_known_by_its_letters(name):
    data = SEED.encode(OLDER[name], "ignore")
    text, encoding = decode(data)
    assert encoding == Encoding(name, guessed=True)
    assert text == data.decode(OLDER[name])


@pytest.mark.parametrize("name", OLDER)
def test_a_headline_is_enough(name):
    data = LINES[0].encode(OLDER[name], "ignore")
    assert decode(data) == (data.decode(OLDER[name]), Encoding(name, guessed=True))


@pytest.mark.parametrize(
    "text", ["خبر", "قالت ليبيا", "مدينة على الحدود", "زار Café de Paris في تونس"]
)
def test_a_few_words_in_windows_are_enough(text):
    assert decode(text.encode("cp1256")) == (
        text,
        Encoding("windows-1256", guessed=True),
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (SEED.encode(), "utf-8"),
        (b"plain ASCII", "utf-8"),
        (SEED.encode("utf-8-sig"), "utf-8-sig"),
        (SEED.encode("utf-16"), "utf-16"),
        ("\ufeff".encode("utf-16-be") + SEED.encode("utf-16-be"), "utf-16"),
        (SEED.encode("utf-32"), "utf-32"),
    ],
)
def test_what_is_known_is_not_guessed(data, name):
    assert decode(data) == (
        SEED if data[:5] != b"plain" else "plain ASCII",
        Encoding(name),
    )


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_its_mark(name):
    assert decode(SEED.encode(name)) == (SEED, Encoding(name, guessed=True))
    assert decode("news".encode(name)) == ("news", Encoding(name, guessed=True))


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_valid_utf8_is_never_guessed(text):
    assert encoding_of(text.encode()).guessed is False


def test_what_the_researcher_says_holds():
    data = "لا".encode("cp1256")
    assert decode(data, encoding="iso-8859-6") == ("فا", Encoding("iso-8859-6"))
    assert decode("\ufeffقال".encode(), encoding="utf8")[0] == "قال"
    with pytest.raises(ValueError, match=r"is not UTF-8 \(byte 0\)"):
        decode(data, encoding="utf-8")


def test_what_a_file_declares_is_believed_where_it_is_not_utf8():
    data = "خبر".encode("cp1256")
    assert decode(data, declared="iso8859_6")[1] == Encoding("iso8859_6")
    assert decode("خبر".encode(), declared="cp1256") == ("خبر", Encoding("utf-8"))
    assert decode(data, declared="klingon")[1] == Encoding("windows-1256", guessed=True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\x00\xff", "is binary; expected text"),
        ("نص\0نص".encode(), "is binary; expected text"),
        (b"%PDF-1.4\0\xff", "is no text but a PDF; give it the ending of its kind"),
        (b"PK\x03\x04\0\xff", "is no text but a zip archive, or a Word or Excel"),
        (
            "café".encode("latin-1"),
            r"is not UTF-8 \(byte 3\), nor Arabic in windows-1256",
        ),
        ("ليبيا".encode()[:-1], r"is not UTF-8 \(byte 8\) although most of it is"),
        (b"\xff\xfea", r"is not utf-16 \(byte 2\)"),
        (bytes(range(128, 256)), "nor Arabic"),
    ],
)
def test_what_no_encoding_makes_arabic_is_refused(data, reason):
    with pytest.raises(ValueError, match=reason):
        decode(data)


@given(st.binary())
def test_any_bytes_are_text_or_refused(data):
    try:
        text, encoding = decode(data)
    except ValueError:
        return
    assert text == data.decode(encoding.name)


@pytest.mark.shared
@pytest.mark.parametrize("name", OLDER)
def test_titles_of_the_press_are_read_in_each_encoding(shared, name):
    wrong = 0
    with (shared / "news" / "politics.jsonl").open(encoding="utf-8") as lines:
        titles = [json.loads(line)["title"] for line in lines]
    for title in titles:
        data = title.encode(OLDER[name], "ignore")
        wrong += decode(data)[0] != data.decode(OLDER[name])
    assert wrong <= len(titles) // 1000


def test_the_shares_of_letters_are_those_of_all_letters():
    shares = {row["letter"]: float(row["share"]) for row in table("letters")}
    assert set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي") <= set(shares)
    assert 9500 < sum(shares.values()) < 10_000
