import json
import os
import shutil

import pytest
from comparing_stores import files_of, same
from writing import folder_of, write

from kit import find_mentions, read_articles
from kit.corpus import BuildError, build, open_corpus, plan
from kit.corpus.manifest import read_manifest
from kit.decisions import Decision, Decisions


def built(news, store, **options):
    options = {"engine": "lexicon", "workers": 1, "progress": False, **options}
    return build(news, store, **options)


def found(news, **options):
    return find_mentions(read_articles(news), **{"engine": "lexicon", **options})


@pytest.mark.parametrize("engine", ["lexicon", "recogniser"])
@pytest.mark.usefixtures("small")
def test_a_store_holds_what_finding_gives_row_by_row(news, tmp_path, engine):
    corpus = built(news, tmp_path / "store", engine=engine)
    assert len(corpus.files.manifest.partitions) > 8
    same(corpus, found(news, engine=engine))


@pytest.mark.usefixtures("small")
def test_one_partition_and_many_hold_the_same(news, tmp_path, monkeypatch):
    many = built(news, tmp_path / "many")
    monkeypatch.undo()
    one = built(news, tmp_path / "one")
    assert len(one.files.manifest.partitions) == 1
    same(many, one)


def test_titles_and_votes_are_found_as_asked(news, tmp_path):
    options = {"engine": "recogniser", "combine": "vote", "titles": True}
    same(built(news, tmp_path / "store", **options), found(news, **options))


@pytest.mark.usefixtures("small")
def test_two_processes_write_what_one_writes(news, tmp_path):
    one = built(news, tmp_path / "one")
    two = built(news, tmp_path / "two", workers=2)
    same(two, one)


def test_a_build_says_what_it_made(news, tmp_path, capsys):
    corpus = built(news, tmp_path / "store", progress=True)
    assert corpus.told == ("24 articles in 1 new partition",)
    assert "kit: 24 articles in 1 new partition" in capsys.readouterr().err


@pytest.mark.usefixtures("small")
def test_a_build_that_changes_nothing_changes_no_file(news, tmp_path):
    built(news, tmp_path / "store")
    before = files_of(tmp_path / "store")
    again = built(news, tmp_path / "store")
    assert files_of(tmp_path / "store") == before
    assert again.told == ("24 articles in 13 partitions that were there",)


@pytest.mark.usefixtures("small")
def test_ids_that_stand_twice_are_told_apart_as_in_reading(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    for name in ("a", "b", "c"):
        write(news / f"{name}.jsonl", range(4), id="same")
    corpus = built(news, tmp_path / "store")
    same(corpus, found(news))
    assert corpus.about["article"].to_list()[:3] == ["same", "same#2", "same#3"]
    assert len(corpus.articles.problems) == 11
    # An id that stood before in a file that is there no more stands no more.
    (news / "a.jsonl").unlink()
    same(built(news, tmp_path / "store"), found(news))


@pytest.mark.usefixtures("small")
def test_new_and_changed_files_alone_are_worked_on(news, tmp_path):
    store = tmp_path / "store"
    built(news, store)
    write(news / "015.jsonl", [50, 51])
    write(news / "02.jsonl", range(60, 64))
    corpus = built(news, store)
    assert corpus.told == (
        "25 articles in 3 new partitions and 11 partitions that were there",
    )
    same(corpus, found(news))


@pytest.mark.usefixtures("small")
def test_what_removed_files_held_is_dropped_and_said(news, tmp_path):
    store = tmp_path / "store"
    built(news, store)
    (news / "01.jsonl").unlink()
    corpus = built(news, store)
    assert corpus.told[1] == (
        f"1 file is there no more, nor what they held: {news / '01.jsonl'}"
    )
    same(corpus, found(news))
    held = {one.name for one in corpus.files.manifest.partitions}
    assert {one.name for one in (store / "partitions").iterdir()} == held


@pytest.mark.parametrize("change", ["add", "remove", "alter"])
@pytest.mark.usefixtures("small")
def test_building_again_gives_the_store_of_building_anew(news, tmp_path, change):
    store = tmp_path / "store"
    built(news, store)
    if change == "add":
        write(news / "00a.jsonl", range(70, 77))
    elif change == "remove":
        (news / "00.txt").unlink()
    else:
        write(news / "03.jsonl", range(80, 82))
    built(news, store)
    built(news, tmp_path / "anew")
    assert files_of(store) == files_of(tmp_path / "anew")


def test_small_files_share_partitions_and_change_alone(tmp_path):
    # The names of files say where a group ends, not how many there are.
    news = folder_of(tmp_path / "news", files=600, each=0)
    store = tmp_path / "store"
    before = built(news, store).files.manifest
    assert 1 < len(before.groups) < 30
    (news / "300b.txt").write_text("زار بومبيو ليبيا", encoding="utf-8")
    corpus = built(news, store)
    then = {group.key for group in before.groups}
    now = {group.key for group in corpus.files.manifest.groups}
    assert len(now - then) <= 2
    same(corpus, found(news))


@pytest.mark.usefixtures("small")
def test_a_damaged_partition_is_made_again(news, tmp_path):
    store = tmp_path / "store"
    whole = built(news, store)
    good = files_of(store)
    name = whole.files.manifest.partitions[4].name
    file = store / "partitions" / name / "mentions.parquet"
    file.write_bytes(b"\0" * file.stat().st_size)
    corpus = built(news, store)
    assert corpus.told[0] == f"{file} is not as it was written; it is made again"
    assert files_of(store) == good


@pytest.mark.usefixtures("small")
def test_another_engine_makes_the_store_anew(news, tmp_path):
    store = tmp_path / "store"
    built(news, store)
    corpus = built(news, store, engine="recogniser")
    same(corpus, found(news, engine="recogniser"))
    assert corpus.told == ("24 articles in 13 new partitions",)


@pytest.mark.usefixtures("small")
def test_decisions_are_kept_and_applied_when_it_is_opened(news, tmp_path):
    added = Decision(action="alias", surface="وزير الخارجية", entity="khalifa-haftar")
    never = Decision(action="not a mention", surface="بنغازي")
    decisions = Decisions().with_(added, never)
    corpus = built(news, tmp_path / "store", decisions=decisions)
    expected = found(news, decisions=decisions)
    same(corpus, expected.found)
    opened = open_corpus(tmp_path / "store")
    same(opened.found, expected.found)
    assert opened.rows.equals(expected.rows)
    assert opened.decided.equals(expected.decided)
    # Only what acts before finding makes partitions anew.
    told = built(news, tmp_path / "store", decisions=Decisions().with_(added)).told
    assert told == ("24 articles in 13 partitions that were there",)


@pytest.mark.usefixtures("small")
def test_a_build_that_was_stopped_goes_on(news, tmp_path, monkeypatch):
    store = tmp_path / "store"
    worked = []

    def stopping(batch, **given):
        worked.append(batch)
        if len(worked) == 5:
            raise KeyboardInterrupt
        return build_worked(batch, **given)

    from kit.corpus import building  # noqa: PLC0415  # what is replaced in it

    build_worked = building.worked
    monkeypatch.setattr(building, "worked", stopping)
    with pytest.raises(KeyboardInterrupt):
        built(news, store)
    monkeypatch.setattr(building, "worked", build_worked)
    with pytest.raises(FileNotFoundError, match="is not finished"):
        open_corpus(store)
    corpus = built(news, store)
    assert corpus.told == (
        "24 articles in 9 new partitions and 4 partitions that were there",
    )
    same(corpus, found(news))


def test_where_nothing_can_be_read_the_reasons_are_said(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.jsonl").write_text("{no json", encoding="utf-8")
    with pytest.raises(ValueError, match=r"No articles in .*a\.jsonl, line 1: is not"):
        built(news, tmp_path / "store")


def test_nobody_builds_a_store_while_somebody_else_does(news, tmp_path):
    options = {"engine": "lexicon", "combine": "union", "titles": False}
    first = plan.Plan.of(
        paths=news, store=tmp_path / "store", decisions=None, **options
    )
    with (
        first.building(progress=False),
        pytest.raises(BuildError, match="Somebody else is building"),
    ):
        built(news, tmp_path / "store")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"engine": "lexicn"}, "No engine 'lexicn'"),
        ({"combine": "both"}, "Cannot combine by 'both'"),
        ({"workers": 0}, "workers=0 must be a whole number"),
    ],
)
def test_what_cannot_be_done_is_refused_before_any_work(
    news, tmp_path, options, message
):
    with pytest.raises(ValueError, match=message):
        built(news, tmp_path / "store", **options)
    assert not (tmp_path / "store").exists()


def test_a_path_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="No such file or folder"):
        built(tmp_path / "none", tmp_path / "store")


def test_the_manifest_says_what_the_store_was_built_of(news, tmp_path):
    built(news, tmp_path / "store")
    said = json.loads((tmp_path / "store" / "manifest.json").read_text("utf-8"))
    assert said["paths"] == [str(news)]
    assert said["settings"]["engine"] == ["lexicon"]
    group = said["groups"][0]
    sources = {one["path"]: one["records"] for one in group["sources"]}
    assert sources[str(news / "00.jsonl")] == 5
    assert sources[str(news / "00.txt")] == 1
    partition = group["partitions"][0]
    assert (partition["first"], partition["last"], partition["articles"]) == (0, 24, 24)
    corpus = open_corpus(tmp_path / "store")
    assert partition["mentions"] == corpus.rows.height
    assert partition["tokens"] == corpus.tokens["tokens"].sum()
    assert read_manifest(tmp_path / "store").sources.keys() == sources.keys()
    shutil.rmtree(tmp_path / "store" / "groups")
    assert built(news, tmp_path / "store").told[0].endswith("that was there")


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_file_that_no_manifest_can_name_is_said(news, tmp_path):
    name = os.fsencode(news) + b"/\xff.txt"
    try:
        with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123  # bytes, no path
            file.write("زار ليبيا")
    except OSError:
        pytest.skip("this file system names files in UTF-8 alone")
    corpus = built(news, tmp_path / "store")
    assert len(corpus.articles) == 24
    assert corpus.articles.problems[-1].reason == (
        "has a name that is not UTF-8; rename it"
    )


def test_a_damaged_catalogue_is_made_again(news, tmp_path):
    store = tmp_path / "store"
    built(news, store)
    good = files_of(store)
    (file,) = store.glob("catalogue-*/about.parquet")
    file.write_bytes(b"no table")
    with pytest.raises(ValueError, match=r"The store is damaged: .*catalogue-"):
        _ = open_corpus(store).about
    built(news, store)
    assert files_of(store) == good


def test_a_build_that_changes_nothing_never_removes_what_is_in_use(
    news, tmp_path, monkeypatch
):
    store = tmp_path / "store"
    built(news, store)
    removed = []
    monkeypatch.setattr(plan.shutil, "rmtree", lambda path, **_: removed.append(path))
    built(news, store)
    assert removed == []
