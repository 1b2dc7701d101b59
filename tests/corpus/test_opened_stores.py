import warnings
from dataclasses import replace

import pytest
from comparing_stores import same
from writing import write

from kit import (
    Decisions,
    Desk,
    Filter,
    ambiguous,
    behind,
    by_outlet,
    compare,
    concordance,
    count_mentions,
    difference,
    find_mentions,
    ledger,
    over_time,
    positions,
    read_articles,
    select,
    together,
)
from kit.corpus import (
    Corpus,
    build,
    is_store,
    open_corpus,
    partition,
    settings,
    stored,
)
from kit.counts import in_order
from kit.explorer import Explorer
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    PROPOSAL_SCHEMA,
    TOKEN_SCHEMA,
)
from kit.mentions.revising import revised

FILTERS = (
    Filter(),
    Filter(countries=("LY",)),
    Filter(actors=("khalifa-haftar",), capitals=True),
    Filter(outlets=("الخبر",), since="2018-03", until="2018-06"),
    Filter(text="ليبيا"),
    Filter(parts=("headline",), nested=False, ways=("name",)),
)


@pytest.fixture
def store(news, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        from kit.corpus import working  # noqa: PLC0415  # what is replaced in it

        patch.setattr(working, "SIZE", 3)
        build(news, tmp_path / "store", engine="lexicon", workers=1, progress=False)
    return tmp_path / "store"


@pytest.fixture
def mentions(news):
    return find_mentions(read_articles(news), engine="lexicon")


def test_an_opened_store_holds_what_finding_gives(store, mentions):
    same(open_corpus(store), mentions)


@pytest.mark.parametrize("where", FILTERS)
def test_everything_that_counts_runs_on_it(store, mentions, where):
    for by in ("country", "actor"):
        for count in (
            lambda m, by=by: count_mentions(m, by=by, where=where).table,
            lambda m, by=by: positions(m, by=by, where=where).table,
            lambda m, by=by: over_time(m, by=by, where=where).table,
            lambda m, by=by: by_outlet(m, by=by, where=where).table,
            lambda m, by=by: concordance(m, select(m, by=by, where=where)),
        ):
            assert count(open_corpus(store)).equals(count(mentions))
    for count in (
        lambda m: together(m, where=where).table,
        lambda m: behind(m, "khalifa-haftar", "LY", where=where),
        lambda m: ledger(m, "LY", where=where),
        lambda m: ambiguous(m, where=where),
        lambda m: in_order(m, select(m, where=where), "before"),
        lambda m: difference(m, m, where=where),
    ):
        assert count(open_corpus(store)).equals(count(mentions))


def test_slices_are_compared(store, mentions):
    opened = open_corpus(store)
    one, other = {"outlets": ["الخبر"]}, {"outlets": ["الشروق"]}
    assert compare(opened, one, other).table.equals(compare(mentions, one, other).table)
    assert repr(opened) == repr(mentions)
    assert len(opened) == len(mentions)


def test_counting_reads_neither_all_rows_nor_any_text(store):
    opened = open_corpus(store)
    count_mentions(opened, where=Filter(countries=("LY",), since="2018-02"))
    together(opened)
    over_time(opened)
    assert "rows" not in opened.__dict__
    assert "tokens" not in opened.__dict__
    assert opened.articles.remembered == {}


def test_a_page_of_a_concordance_reads_its_articles_alone(store, mentions):
    opened = open_corpus(store)
    rows = select(opened, where=Filter(countries=("LY",)))[3:6]
    lines = concordance(opened, rows)
    assert lines.equals(concordance(mentions, rows))
    assert set(opened.articles.remembered) == set(rows["article"])


def test_articles_are_a_sequence_like_any_other(store, mentions, monkeypatch):
    monkeypatch.setattr(stored, "_REMEMBERED", 2)
    some, same_ones = open_corpus(store).articles, mentions.articles
    assert len(some) == len(same_ones)
    assert [*some] == [*same_ones]
    assert (some[0], some[-1]) == (same_ones[0], same_ones[-1])
    assert some[4:9] == same_ones[4:9]
    assert some.items == same_ones.items
    assert [*some.texts()] == [(one.id, one.text) for one in same_ones]
    ids = [same_ones[3].id, "nobody", same_ones[20].id, same_ones[3].id]
    assert some.of(ids) == {same_ones[3].id: same_ones[3], ids[2]: same_ones[20]}
    assert len(some.remembered) == 2
    with pytest.raises(IndexError):
        some[len(some)]
    assert repr(some) == f"<StoredArticles: 24 in '{store}'>"


def test_decisions_hold_and_look_again_at_affected_articles_only(
    store, mentions, monkeypatch
):
    def decided(about):
        desk = Desk(about, by="Rana")
        place = select(about, where=Filter(countries=("LY",))).row(0, named=True)
        return Decisions().with_(
            desk.alias("الزغبي", "khalifa-haftar"), desk.not_a_mention(place)
        )

    opened = open_corpus(store)
    decisions = decided(mentions)
    looked = []
    from kit.mentions import revising  # noqa: PLC0415  # what is replaced in it

    def watched(articles, **given):
        looked.extend(articles)
        return find_mentions(articles, **given)

    monkeypatch.setattr(revising, "find_mentions", watched)
    now = revised(opened, decisions)
    assert 0 < len(looked) < 24
    assert all("الزغبي" in one.text for one in looked)
    expected = revised(mentions, decisions)
    assert now.rows.equals(expected.rows)
    assert now.decided.equals(expected.decided)
    assert now.entities.equals(expected.entities)
    assert revised(now, Decisions()).rows.equals(mentions.rows)


def test_the_explorer_opens_it(store, mentions, tmp_path):
    screens = [
        Explorer(some, decisions=tmp_path / f"{number}.csv")
        for number, some in enumerate((open_corpus(store), mentions))
    ]
    for screen in screens:
        screen.filter = Filter(countries=("LY",))
        screen.ask(["set", "view", "read"])
    opened, whole = screens
    assert opened.counts().table.equals(whole.counts().table)
    assert opened.mentions.equals(whole.mentions)


def test_decisions_are_kept_beside_the_articles(store, news):
    from kit.explorer.book import Book  # noqa: PLC0415  # imports the screen

    assert Book(open_corpus(store)).path == news / "decisions.csv"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lexicon", "another lexicon"),
        ("kit", "another version of the kit"),
        ("rules", "other rules"),
    ],
)
def test_a_store_of_other_tables_or_rules_says_so(store, news, name, said, monkeypatch):
    now = settings.Settings.now

    def later(*given, **options):
        return replace(now(*given, **options), **{name: "new"})

    monkeypatch.setattr(settings.Settings, "now", later)
    expected = (
        rf"was built with {said}: what is found now may differ .* Build it again: "
        rf"python -m kit build {news} --store {store} --engine lexicon$"
    )
    with pytest.warns(UserWarning, match=expected):
        opened = open_corpus(store)
    assert opened.stale == {name: said}
    assert count_mentions(opened).table.height


def test_a_store_of_this_kit_says_nothing(store):
    with warnings.catch_warnings(record=True) as said:
        corpus = open_corpus(store)
    assert (said, corpus.stale, corpus.said) == ([], {}, "")


def test_a_missing_file_is_named_with_the_way_out(store, news):
    name = Corpus(store).files.manifest.partitions[1].name
    file = store / "partitions" / name / "tokens.parquet"
    file.unlink()
    expected = (
        rf"The store is damaged: {file} is missing\. "
        rf"Repair it: python -m kit build {news} --store {store} --engine lexicon"
    )
    with pytest.raises(ValueError, match=expected):
        open_corpus(store)
    build(news, store, engine="lexicon", workers=1, progress=False)
    assert len(open_corpus(store).articles) == 24


def test_a_file_that_was_cut_is_named(store):
    name = Corpus(store).files.manifest.partitions[1].name
    file = store / "partitions" / name / "mentions.parquet"
    file.write_bytes(file.read_bytes()[:-10])
    with pytest.raises(ValueError, match=f"{file} is not as it was written"):
        open_corpus(store)


def test_a_file_that_cannot_be_read_is_named_when_it_is(store):
    name = Corpus(store).files.manifest.partitions[1].name
    file = store / "partitions" / name / "mentions.parquet"
    file.write_bytes(b"x" * file.stat().st_size)
    corpus = open_corpus(store)
    with pytest.raises(ValueError, match=f"{file} is not as it was written. Repair it"):
        _ = corpus.rows


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}'])
def test_a_manifest_that_cannot_be_read_is_said(store, text):
    (store / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"manifest\.json cannot be read.*Build it: "):
        open_corpus(store)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (99, r"is of a newer kit \(format 99\)\. Update the kit"),
        (0, r"is of an older kit \(format 0\)\. Build it: python -m kit build PATH"),
    ],
)
def test_a_manifest_of_another_layout_is_refused_and_built_anew(
    store, news, number, said
):
    text = f'{{"format": {number}}}'
    (store / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        open_corpus(store)
    build(news, store, engine="lexicon", workers=1, progress=False)
    assert len(open_corpus(store).articles) == 24


def test_whoever_changes_a_table_changes_the_number_of_the_layout():
    # A store that was built before cannot be read otherwise: raise FORMAT by one.
    assert settings.FORMAT == 1
    assert {
        "articles": [*partition.ARTICLE_SCHEMA],
        "mentions": len(MENTION_SCHEMA),
        "tokens": [*TOKEN_SCHEMA],
        "proposals": [*PROPOSAL_SCHEMA],
        "entities": [*ENTITY_SCHEMA],
        "problems": [*partition.PROBLEM_SCHEMA],
    } == {
        "articles": [
            "article", "title", "source", "date", "url", "path", "author", "read_as",
            "text", "parts",
        ],
        "mentions": 20,
        "tokens": ["article", "paragraph", "part", "repeat", "tokens", "sentences"],
        "proposals": [
            "article", "start", "end", "surface", "kind", "engine", "confidence",
        ],
        "entities": ["entity", "kind", "country", "name", "english"],
        "problems": ["path", "reason", "level"],
    }  # fmt: skip  # each table reads as one list


def test_what_is_no_store_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="is no store"):
        open_corpus(tmp_path)
    with pytest.raises(TypeError, match="Expected a path, not int 3"):
        open_corpus(3)
    assert not is_store(tmp_path)
    assert not is_store(3)


def test_a_store_without_mentions_opens(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    write(news / "a.jsonl", [1], text="لا أحد هنا")
    build(news, tmp_path / "store", engine="lexicon", workers=1, progress=False)
    corpus = open_corpus(tmp_path / "store")
    assert count_mentions(corpus).table.height == 0
    assert over_time(corpus).table.height == 0
    assert corpus.rows.height == 0
