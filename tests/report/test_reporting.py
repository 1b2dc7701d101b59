from __future__ import annotations

import re
from dataclasses import replace

import docx
import polars as pl
import pytest
from reported_news import article

from kit import (
    Decisions,
    Desk,
    bars,
    corrected,
    count_mentions,
    find_mentions,
    stacked,
)
from kit.__main__ import main
from kit.articles.article import Articles, Problem
from kit.report import reporting
from kit.report.content import Run
from kit.report.evidence import highlighted, spread
from kit.report.reporting import report

MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
HOSTILE = (
    "<script>alert(1)</script> ليبيا",
    "قال \N{RIGHT-TO-LEFT OVERRIDE}=HYPERLINK(1) { TOC } ليبيا & مصر \x00\x07\ufffe]]>",
    "<w:fldSimple w:instr='DATE'/> https://example.org روسيا",
)


@pytest.fixture
def lines(tmp_path):
    """The lines of a report of some mentions, and the cells of its tables."""

    def make(mentions, **options):
        made = docx.Document(report(mentions, tmp_path / "report.docx", **options))
        tables = [
            [[plain(cell.text) for cell in row.cells] for row in table.rows]
            for table in made.tables
        ]
        return [plain(one.text) for one in made.paragraphs if one.text], tables

    return make


def plain(text):
    return "".join(char for char in text if char not in MARKS)


def after(said, head):
    return said[said.index(head) + 1]


@pytest.mark.parametrize("suffix", [".docx", ".html"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_hostile_article_is_text_and_nothing_else(
    written, tmp_path, suffix, language
):
    mentions = written(*HOSTILE, source="<b>\x07", id="a<b>'\"\x00")
    path = report(mentions, tmp_path / f"r{suffix}", language=language, title="<i>\x00")
    if suffix == ".docx":
        made = docx.Document(path)
        text = "\n".join(one.text for one in made.paragraphs)
        xml = made.element.xml
        assert "<w:fldSimple" not in xml
        assert "<w:hyperlink" not in xml
        assert "<script>alert(1)</script> ليبيا" in plain(text)
        assert "https://example.org" in text
    else:
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text
        assert "<i>" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    for one in ("\N{RIGHT-TO-LEFT OVERRIDE}", "\x00", "\x07", "\ufffe"):
        assert one not in text


@pytest.mark.parametrize(
    ("language", "nothing"),
    [
        ("ar", "لا إشارات توافق شروط العدّ."),
        ("en", "No mention matches what was let in."),
    ],
)
def test_a_report_of_nothing_says_so(lines, seed, undrawn, language, nothing):
    said, tables = lines(seed, where={"parts": []}, language=language)
    assert nothing in said
    assert len(tables) == 2  # the parts, and how to cite
    assert [chart.data.height for chart, _ in undrawn] == [0] * 5


def test_a_report_of_no_article_is_a_report_too(lines):
    said, tables = lines(find_mentions([], engine="lexicon"), language="en")
    assert "No mention matches what was let in." in said
    assert tables[0] == [["Part", "Words", "Sentences", "Mentions", "Counted"]]


def test_the_filter_holds_for_all_numbers_and_is_said(lines, seed):
    where = {"countries": ["LY"], "ways": ["name", "demonym"]}
    said, tables = lines(seed, where=where, language="en")
    assert "Libya: 11 mentions" in said
    assert after(said, "What was let in") == (
        "Number of mentions in headlines, captions and body text; only these ways of "
        "naming: bare names and demonyms; in sentences that mention: Libya; names "
        "inside longer names do not count."
    )
    counts = count_mentions(seed, where=where).table
    assert tables[1][1:] == [["Libya", "LY", str(counts["value"][0])]]
    assert '{"countries": ["LY"], "ways": ["name", "demonym"]}' in tables[-1][5]


def test_decisions_stand_with_reason_and_effect(lines, seed):
    desk = Desk(seed, by="Rana")
    row = seed.rows.filter(pl.col("entity") == "LY").row(1, named=True)
    decisions = Decisions().with_(
        desk.not_a_mention(row, note="a caption"),
        desk.same_actor("white-house", "US"),
    )
    said, tables = lines(corrected(seed, decisions), decisions=decisions, language="en")
    assert tables[-3][0] == [
        "Decision", "Action", "About", "Reason", "Mentions changed", "Remark",
    ]  # fmt: skip  # one row
    assert sorted(line[1:] for line in tables[-3][1:]) == [
        ["not a mention", f"{row['surface']}, Libya", "a caption", "1", "–"],
        ["same actor", "White House, United States", "–", "1", "–"],
    ]
    assert tables[-2] == [
        ["Name", "Before", "After"],
        ["United States", "4", "5"],
        ["Libya", "14", "13"],
        ["White House", "1", "0"],
    ]
    assert tables[-1][-1] == ["Fingerprint of the decisions", decisions.content_id]
    assert "No decision was applied." not in said


def test_without_the_record_a_decision_is_told_by_what_it_changed(lines, seed):
    decisions = Decisions().with_(Desk(seed).same_actor("white-house", "US"))
    _, tables = lines(corrected(seed, decisions))
    assert tables[-3][1][1:] == ["هو نفسه", "البيت الأبيض", "–", "1", "–"]


def test_what_context_left_open_is_counted_and_shown(lines, written):
    mentions = written("قمة", "زار وزير الأردن سلطنة عمان.", "وصل إلى عمان أمس.")
    undecided = mentions.rows.filter(pl.col("undecided").is_not_null()).height
    assert undecided == 1
    said, _ = lines(mentions, language="en")
    share = 100 * undecided / mentions.rows.height
    assert after(said, "What context left undecided") == (
        f"Undecided mentions: 1 of {mentions.rows.height} ({share:.3g}%)."
    )
    at = said.index("Shown here: 1.")
    assert said[at + 1] == "وصل إلى عمان أمس."
    assert re.fullmatch(
        r"Counted as: (Oman|Amman); may be: (Oman|Amman)\.", said[at + 3]
    )


def test_problems_of_reading_are_listed(lines, seed):
    problems = (Problem("a.jsonl, line 3", "no text"), Problem("b.txt", "?", "note"))
    articles = Articles(seed.articles.items, problems)
    _, tables = lines(replace(seed, articles=articles), language="en")
    assert tables[-2] == [
        ["File", "Effect", "Reason"],
        ["a.jsonl, line 3", "not read", "no text"],
        ["b.txt", "read with a guess", "?"],
    ]


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (("2018-01-02", "2018-02-03", "2018-03-04"), "timeline: month"),
        (("2018-01-02", "2018-01-03"), "timeline: day"),
        (("2018-01-02", "2018-01-02"), None),
        (("2018-01", "2018-02"), "timeline: month"),
        (("1018-01-02", "2018-02-03"), "timeline: year"),
        ((None, None), None),
    ],
)
def test_dated_articles_are_shown_over_time(lines, undrawn, days, kind):
    news = [article("خبر", "زار ليبيا", id=str(n), date=d) for n, d in enumerate(days)]
    lines(find_mentions(news, engine="lexicon"))
    kinds = [
        f"{chart.kind}: {chart.made['every']}" if "every" in chart.made else chart.kind
        for chart, _ in undrawn
    ]
    usual = ["bars", "bars", "stacked", "heatmap"]
    assert kinds == (usual if kind is None else [*usual, kind])


def test_given_charts_are_shown_in_the_language_of_the_report(lines, seed, undrawn):
    counts = count_mentions(seed), count_mentions(seed, by="actor")
    given = [bars(counts[0], top=2), bars(counts[1], language="en")]
    opened = replace(given[0], remake=None)
    said, _ = lines(seed, charts=iter([*given, opened]), language="en")
    drawn = [chart for chart, _ in undrawn]
    assert [chart.language for chart in drawn] == ["en", "en", "ar"]
    assert drawn[0].rows == ["Libya", "United States"]
    assert "Figure 3. الإشارات إلى البلدان." in "\n".join(said)


def test_a_report_without_charts_has_no_figures(lines, seed, undrawn):
    said, _ = lines(seed, charts=[], language="en")
    assert undrawn == []
    assert "Figures and their tables" not in said
    assert "Libya: 14 mentions" in said


def test_numbers_take_arabic_digits(lines, seed, undrawn):
    said, tables = lines(seed, digits="arabic")
    assert "ليبيا: ١٤ إشارة" in said
    assert tables[1][1] == ["ليبيا", "LY", "١٤"]
    assert {chart.digits for chart, _ in undrawn} == {"arabic"}
    assert re.findall(r"[0-9]+ (?:إشار|جمل)", "\n".join(said)) == []


@pytest.mark.parametrize(("evidence", "shown"), [(0, 0), (2, 2), (100, 12)])
def test_so_many_sentences_are_shown_as_asked_for(lines, seed, evidence, shown):
    said, _ = lines(seed, evidence=evidence, language="en")
    assert after(said, "Libya: 14 mentions") == f"Sentences shown: {shown} of 12."


def test_sentences_are_taken_from_every_article_in_turn():
    rows = pl.DataFrame(
        {"article": [*"aaabbc"], "sentence": [1, 1, 2, 5, 6, 0], "start": range(6)}
    )
    assert spread(rows, 3).rows() == [("a", 1), ("b", 5), ("c", 0)]
    assert spread(rows, 4).rows() == [("a", 1), ("a", 2), ("b", 5), ("c", 0)]
    assert spread(rows, 2).rows() == [("a", 1), ("b", 5)]
    assert spread(rows, 0).rows() == []


def test_sentences_come_from_all_over_a_large_corpus():
    rows = pl.DataFrame({"article": [*"abcdefghi"], "sentence": [0] * 9})
    assert [article for article, _ in spread(rows, 3).rows()] == ["a", "d", "g"]


def test_a_name_inside_another_is_highlighted_once():
    text = "قائد الجيش الليبي هنا"
    runs = list(highlighted(text, 0, len(text), [(5, 17), (11, 17)]))
    assert runs == [Run("قائد "), Run("الجيش الليبي", marked=True), Run(" هنا")]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"path": "r.pdf"}, ValueError, "Cannot write a report as '.pdf'. Use"),
        ({"path": "no/r.docx"}, FileNotFoundError, "to write 'r.docx' in. Make it"),
        ({"language": "fr"}, ValueError, "No language 'fr'. Use one of: ar, en."),
        ({"digits": "roman"}, ValueError, "No digits 'roman'. Use one of: latin, arab"),
        ({"evidence": -1}, ValueError, "evidence=-1 must be a whole number, 0"),
        ({"evidence": "x"}, TypeError, "evidence='x' must be a whole number"),
        ({"evidence": True}, TypeError, "evidence=True must be a whole number"),
        ({"charts": 5}, TypeError, "Expected charts, not int 5. Give charts="),
        ({"charts": ["x"]}, TypeError, "Expected a chart, not str 'x'. Give charts="),
        ({"where": {"countries": ["Libya"]}}, ValueError, "LY"),
        ({"decisions": "x.csv"}, TypeError, "Expected decisions, as read_decisions"),
        ({"title": 5}, TypeError, "Expected a title, not int 5."),
    ],
)  # fmt: skip  # one case reads as one line
def test_what_is_not_meant_is_refused(seed, tmp_path, options, error, message):
    path = tmp_path / options.pop("path", "r.docx")
    with pytest.raises(error, match=re.escape(message)):
        report(seed, path, **options)
    assert list(tmp_path.iterdir()) == []


def test_a_report_of_no_mentions_is_refused(tmp_path):
    with pytest.raises(TypeError, match="Expected mentions, as find_mentions"):
        report("seeds", tmp_path / "r.docx")


def test_a_drawing_that_fails_leaves_the_report_that_was_there(
    seed, tmp_path, monkeypatch
):
    path = tmp_path / "r.docx"
    path.write_text("old", encoding="utf-8")

    def fail(*_, **__):
        raise OSError("full")  # noqa: EM101  # no user reads it

    monkeypatch.setattr(reporting, "save", fail)
    with pytest.raises(OSError, match="full"):
        report(seed, path)
    assert [one.name for one in tmp_path.iterdir()] == ["r.docx"]
    assert path.read_text(encoding="utf-8") == "old"


def test_the_command_writes_a_report(tmp_path, capsys):
    news = tmp_path / "news.txt"
    news.write_text("خبر\nزار وزير ليبيا مصر.\n", encoding="utf-8")
    path = tmp_path / "r.html"
    options = ["report", str(news), "-o", str(path), "--engine", "lexicon"]
    options += ["--language", "en", "--title", "Mine", "--countries", "LY"]
    assert main(options) == 0
    assert capsys.readouterr().out == f"{path}\n"
    page = path.read_text(encoding="utf-8")
    assert "<h1><bdi>Mine</bdi></h1>" in page
    assert "<h3><bdi>Libya: 1 mention</bdi></h3>" in page
    assert "Egypt" not in page


def test_the_command_looks_at_the_path_before_any_work(capsys):
    assert main(["report", "no such folder", "-o", "x.pdf"]) == 1
    assert capsys.readouterr().err == (
        "kit: Cannot write a report as '.pdf'. Use .docx or .html.\n"
    )


def test_stacked_bars_of_actors_have_their_table_too(lines, seed):
    from kit import breakdown  # noqa: PLC0415  # of this test alone

    parts = breakdown(seed, by="actor", into="way")
    _, tables = lines(seed, charts=[stacked(parts, language="en")], language="en")
    sums = [int(row[3]) for row in tables[1][1:]]
    assert sum(sums) == count_mentions(seed, by="actor").table["value"].sum()


def test_a_capital_that_counts_for_its_country_is_evidence_of_it(lines, written):
    mentions = written("خبر", "قالت واشنطن إنها تدعم الحوار.")
    said, _ = lines(mentions, where={"capitals": True}, language="en")
    assert after(said, "United States: 1 mention") == "Sentences shown: 1 of 1."
    assert "قالت واشنطن إنها تدعم الحوار." in said
