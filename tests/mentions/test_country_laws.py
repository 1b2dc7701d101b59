"""Laws of country mentions: every form, proclitic and spelling, and nothing inside."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.language.normal import normalise
from kit.lexicon.countries import country_forms
from kit.lexicon.index import ARTICLE, words_of
from kit.mentions.homographs import has_rule
from kit.tables import table

LEFT_OUT = {r["word"] for r in table("class_nouns") if r["role"] == "left out"}
# What only context makes a mention is not a law; it has its own tests.
PLAIN = [
    form
    for form in country_forms()
    if not has_rule(form) and form.text.split()[0] not in LEFT_OUT
]
CHAINS = ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"]
HARAKAT = "\u064e\u064f\u0650\u0651\u0652"
UNMARKED = str.maketrans("أإآؤئ", "اااوي")


def countries_in(text):
    article = Article("a", text, parts_of(text))
    rows = find_mentions([article]).rows
    return rows.filter(rows["kind"] == "country").rows(named=True)


@st.composite
def spelled(draw, form):
    """Write a form as a hurried or a careful hand would."""
    text = form.text
    if draw(st.booleans()):
        text = text.translate(UNMARKED)
    if draw(st.booleans()):
        text = text.replace("ة", "ه")
    if draw(st.booleans()) and text.endswith("ي"):
        text = text[:-1] + "ى"
    marks = draw(st.lists(st.sampled_from([*HARAKAT, "ـ"]), max_size=3))
    for mark in marks:
        at = draw(st.integers(1, len(text)))
        if text[at - 1] != " ":
            text = text[:at] + mark + text[at:]
    return text


@st.composite
def written(draw):
    form = draw(st.sampled_from(PLAIN))
    text = draw(spelled(form))
    chain = draw(st.sampled_from(CHAINS))
    starts_with_article = text.startswith(ARTICLE)
    if chain.endswith("ل") and starts_with_article:
        # ل + ال is written لل; a mark on that ل is not the name's.
        text = "ل" + text.removeprefix(ARTICLE).lstrip(HARAKAT + "ـ")
        return form, chain, text, 1
    return form, chain, text, 0


@settings(max_examples=1000)
@given(written())
def test_every_form_is_found_with_any_proclitic_in_any_spelling(example):
    form, chain, text, shared = example
    before = "ثم صرح مصدر أمس "
    sentence = f"{before}{chain}{text} ثم انصرف."
    found = countries_in(sentence)
    if not any(row["country"] == form.country for row in found):
        # An adjective alone after ب is the language: بالفرنسية.
        feminine = normalise(text).endswith("ه")
        assert form.form == "demonym"
        assert feminine
        assert chain.endswith("ب")
        return
    (row,) = [row for row in found if row["country"] == form.country][:1]
    start = len(before) + len(chain) + shared
    assert sentence[row["start"] : row["end"]] == row["surface"]
    written_whole = len(words_of(row["surface"])) == len(form.text.split())
    if written_whole:
        assert row["start"] == start
        assert normalise(row["surface"]) == normalise(text[shared:])


@given(
    form=st.sampled_from([form for form in PLAIN if " " not in form.text]),
    before=st.sampled_from("زضظثذ"),
    after=st.sampled_from("زضظثذ"),
)
def test_no_form_is_found_inside_a_longer_word(form, before, after):
    assert countries_in(f"ثم صرح {before}{form.text}{after} أمس ثم انصرف.") == []
    assert countries_in(f"ثم صرح {before}{form.text} أمس ثم انصرف.") == []
    assert countries_in(f"ثم صرح {form.text}{after} أمس ثم انصرف.") == []


def test_no_two_countries_share_a_form_without_a_rule_for_each():
    owners = {}
    for form in country_forms():
        owners.setdefault(words_of(form.text), {})[form.entity] = form
    shared = {words: forms for words, forms in owners.items() if len(forms) > 1}
    assert [
        words
        for words, forms in shared.items()
        if not all(map(has_rule, forms.values()))
    ] == []
