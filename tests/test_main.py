import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_morphology import DATABASE

from kit.__main__ import main
from kit.export import figures

TEXT = (
    "بومبيو يزور ليبيا\n"
    "زار الوزير مايك بومبيو ليبيا والعراق أمس.\n"
    "وقالت بعثة الأمم المتحدة للدعم في ليبيا إن الليبيين في الرياض.\n"
    "تنويه: رأي من تركيا\n"
)
UNSMIL = "un-support-mission-in-libya"
HEADER = "entity,name,english,kind,country,value,mentions\n"


@pytest.fixture
def news(tmp_path):
    file = tmp_path / "news.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


@pytest.fixture
def no_browser(monkeypatch):
    monkeypatch.setattr(figures, "find_browser", lambda: None)


def counted(capsys, news, *options):
    assert main(["counts", news, "--format", "csv", *options]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    return {row["entity"]: row["value"] for row in rows}


def test_agency_copy_counts_once_if_that_is_asked(capsys, tmp_path):
    file = tmp_path / "news.jsonl"
    copy = "قال مسؤول إن ليبيا ومصر اتفقتا أمس على فتح الحدود بينهما قريبا"
    records = (
        {"text": copy, "date": "2018-02-02", "source": "الخبر"},
        {"text": f"{copy}.", "date": "2018-02-01", "source": "الشروق"},
        {"text": "زار الوفد ليبيا", "date": "2018-03-01", "source": "الخبر"},
    )
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert counted(capsys, str(file)) == {"LY": "3", "EG": "2"}
    once = ["--by-story"]
    assert counted(capsys, str(file), *once) == {"LY": "2", "EG": "1"}
    assert counted(capsys, str(file), *once, "--outlets", "الخبر") == {"LY": "1"}
    for kind in ("bars", "timeline", "heatmap"):
        drawn = str(tmp_path / f"{kind}.html")
        assert main(["chart", str(file), "--kind", kind, *once, "-o", drawn]) == 0
        assert capsys.readouterr().out == f"{drawn}\n"
    nothing = ["counts", str(file), *once, "--since", "2019"]
    assert main(nothing) == 0
    assert "--by country --by-story --since 2019" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], {"LY": "1", "EG": "1"}),
        (["--outlets", "الخبر"], {"LY": "1"}),
        (["--since", "2018-03"], {"EG": "1"}),
        (["--until", "2018-02"], {"LY": "1"}),
        (["--since", "2018", "--until", "2018"], {"LY": "1", "EG": "1"}),
    ],
)
def test_articles_are_chosen_by_outlet_and_date(capsys, tmp_path, options, expected):
    file = tmp_path / "news.jsonl"
    records = (
        {"text": "زار ليبيا", "source": "الخبر", "date": "2018-02-01"},
        {"text": "زار مصر", "source": "الشروق", "date": "2018-03-01"},
    )
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert counted(capsys, str(file), *options) == expected


def test_a_date_that_is_none_is_refused(capsys, news):
    assert main(["counts", news, "--since", "March"]) == 1
    assert "since='March' is no date. Write 2018-03-01" in capsys.readouterr().err


def test_mentions_are_json_lines_with_stable_keys(capsys, tmp_path):
    file = tmp_path / "one.txt"
    file.write_text("قالت وزارة الخارجية الأميركية شيئا لليبيا", encoding="utf-8")
    assert main(["mentions", str(file)]) == 0
    printed = capsys.readouterr()
    rows = [json.loads(line) for line in printed.out.splitlines()]
    ministry = "us-state-department"
    assert rows == [
        {
            "article": "one",
            "start": 5,
            "end": 29,
            "surface": "وزارة الخارجية الأميركية",
            "entity": ministry,
            "kind": "organisation",
            "form": "name",
            "country": "US",
            "inside": None,
            "evidence": "name",
            "undecided": None,
        },
        {
            "article": "one",
            "start": 20,
            "end": 29,
            "surface": "الأميركية",
            "entity": "US",
            "kind": "country",
            "form": "demonym",
            "country": "US",
            "inside": ministry,
            "evidence": "demonym",
            "undecided": None,
        },
        {
            "article": "one",
            "start": 36,
            "end": 41,
            "surface": "ليبيا",
            "entity": "LY",
            "kind": "country",
            "form": "name",
            "country": "LY",
            "inside": None,
            "evidence": "proclitic ل + name",
            "undecided": None,
        },
    ]
    assert [list(row) for row in rows] == [
        [
            "article",
            "start",
            "end",
            "surface",
            "entity",
            "kind",
            "form",
            "country",
            "inside",
            "evidence",
            "undecided",
        ]
    ] * 3
    assert "\\u" not in printed.out
    assert printed.err == ""


def test_mentions_say_which_readings_stay_open(capsys, tmp_path):
    file = tmp_path / "one.txt"
    text = "قالت سلطنة عمان والأردن نعم.\nثم وصل إلى عمان."
    file.write_text(text, encoding="utf-8")
    assert main(["mentions", str(file)]) == 0
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    assert [(row["surface"], row["undecided"]) for row in rows] == [
        ("سلطنة عمان", None),
        ("الأردن", None),
        ("عمان", "amman"),
    ]


def test_counts_are_a_table_to_read(capsys, news):
    assert main(["counts", news]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines] == [
        ["4", "LY", "ليبيا"],
        ["1", "IQ", "العراق"],
    ]


def test_counts_are_csv_for_spreadsheets(capsys, news):
    assert main(["counts", news, "--format", "csv"]) == 0
    assert capsys.readouterr().out == (
        HEADER + "LY,ليبيا,Libya,country,LY,4,4\nIQ,العراق,Iraq,country,IQ,1,1\n"
    )


def test_counts_are_json_that_says_what_was_counted(capsys, news):
    options = ["--format", "json", "--by", "actor", "--forms", "surname"]
    assert main(["counts", news, *options]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "by": "actor",
        "unit": "mentions",
        "where": {"forms": ["surname"]},
        "tokens": 21,
        "articles": 1,
        "counts": [
            {
                "entity": "mike-pompeo",
                "name": "مايك بومبيو",
                "english": "Mike Pompeo",
                "kind": "person",
                "country": "US",
                "value": 1,
                "mentions": 1,
            }
        ],
    }


@pytest.mark.parametrize(
    ("options", "counts"),
    [
        pytest.param([], {"LY": "4", "IQ": "1"}, id="none"),
        pytest.param(["--unit", "sentences"], {"LY": "3", "IQ": "1"}, id="sentences"),
        pytest.param(["--unit", "articles"], {"LY": "1", "IQ": "1"}, id="articles"),
        pytest.param(["--forms", "people"], {"LY": "1"}, id="forms"),
        pytest.param(["--parts", "headline"], {"LY": "1"}, id="parts"),
        pytest.param(["--parts", "notice"], {"TR": "1"}, id="notices"),
        pytest.param(["--countries", "IQ"], {"IQ": "1"}, id="countries"),
        pytest.param(["--kinds", "place"], {"SA": "1"}, id="kinds"),
        pytest.param(["--text", "والعراق"], {"LY": "1", "IQ": "1"}, id="text"),
        pytest.param(["--no-nested"], {"LY": "3", "IQ": "1"}, id="not nested"),
        pytest.param(["--actors", UNSMIL], {"LY": "2"}, id="actors"),
        pytest.param(
            ["--by", "actor"],
            {"mike-pompeo": "2", UNSMIL: "1", "united-nations": "1"},
            id="by actor",
        ),
    ],
)
def test_filters_narrow_the_counts(capsys, news, options, counts):
    assert counted(capsys, news, *options) == counts


def test_repeated_captions_count_when_asked_for(capsys, tmp_path):
    file = tmp_path / "captions.txt"
    text = "عنوان الخبر\nصورة من ليبيا\nصورة من ليبيا\nقال مسؤول شيئا.\n"
    file.write_text(text, encoding="utf-8")
    assert counted(capsys, str(file)) == {"LY": "1"}
    assert counted(capsys, str(file), "--repeats") == {"LY": "2"}


def test_rates_are_shown_with_two_digits(capsys, news):
    assert main(["counts", news, "--unit", "per_1000", "--countries", "IQ"]) == 0
    assert capsys.readouterr().out.split() == ["47.62", "IQ", "العراق"]


@pytest.mark.parametrize("kind", ["bars", "dispersion", "heatmap"])
def test_a_chart_becomes_a_page(capsys, news, tmp_path, kind):
    file = tmp_path / "chart.html"
    options = ["--kind", kind, "--language", "en", "--title", "In the news"]
    assert main(["chart", news, *options, "-o", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    page = file.read_text(encoding="utf-8")
    assert "<title>In the news</title>" in page
    assert "Libya" in page


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        (["counts", "--countries", "FR,EG"], "--by country --countries FR,EG"),
        (
            ["counts", "--by", "actor", "--no-nested", "--text", "لا يوجد"],
            "--by actor --no-nested --text لا يوجد",
        ),
        (["chart", "--forms", "acronym"], "--by country --forms acronym"),
        (
            ["chart", "--kind", "dispersion", "--parts", "notice", "--by", "actor"],
            "--by actor --parts notice",
        ),
        (["ledger", "--entity", "LY", "--parts", "notice"], "--parts notice"),
    ],
)
def test_nothing_counted_is_said_with_the_filter_and_is_no_failure(
    capsys, news, tmp_path, command, asked
):
    file = tmp_path / "chart.html"
    drawn = ["-o", str(file)] if command[0] == "chart" else []
    assert main([command[0], news, *command[1:], *drawn]) == 0
    printed = capsys.readouterr()
    assert printed.err == f"kit: nothing was counted: no mention matches {asked}\n"
    assert printed.out == (f"{file}\n" if drawn else "")


def test_a_filter_by_an_id_that_nobody_knows_is_refused(capsys, news, tmp_path):
    file = tmp_path / "chart.html"
    assert main(["chart", news, "--countries", "Libya", "-o", str(file)]) == 1
    assert capsys.readouterr().err == (
        "kit: No country 'Libya'. Did you mean LY (Libya)? mentions.entities lists "
        "the ids, and so does python -m kit counts.\n"
    )
    assert not file.exists()


POMPEO = "mike-pompeo"


@pytest.mark.parametrize(
    ("options", "cells"),
    [
        (
            ["--by", "actor", "--unit", "articles", "--actors", POMPEO],
            [(POMPEO, "LY", "2"), (POMPEO, "IQ", "1")],
        ),
        (
            ["--rows", "country", "--columns", "country"],
            [("LY", "IQ", "1"), ("IQ", "LY", "1")],
        ),
        (["--columns", "actor", "--actors", POMPEO], []),
        (["--top", "1"], [(POMPEO, "LY", "2")]),
    ],
)
def test_a_heatmap_has_the_rows_and_columns_asked_for(news, tmp_path, options, cells):
    file = tmp_path / "chart.html"
    assert main(["chart", news, "--kind", "heatmap", *options, "-o", str(file)]) == 0
    page = file.read_text(encoding="utf-8")
    found = [re.findall(r"<bdi>(.*?)</bdi>", row) for row in page.split("<tr>")[2:]]
    assert [(row[1], row[3], row[4]) for row in found] == cells


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--rows", "country", "--columns", "country"], [("LY", "IQ", "1")]),
        (["--columns", "country", "--top", "1"], [(POMPEO, "LY", "2")]),
        (["--actors", POMPEO], []),
    ],
)
def test_a_network_joins_those_asked_for(news, tmp_path, options, lines):
    file = tmp_path / "chart.html"
    assert main(["chart", news, "--kind", "network", *options, "-o", str(file)]) == 0
    page = file.read_text(encoding="utf-8")
    found = [re.findall(r"<bdi>(.*?)</bdi>", row) for row in page.split("<tr>")[2:]]
    assert [(row[1], row[3], row[4]) for row in found] == lines


@pytest.mark.parametrize("region", ["world", "arab"])
def test_a_map_shows_the_countries_counted(news, tmp_path, region):
    file = tmp_path / "chart.html"
    options = ["--kind", "map", "--region", region, "--language", "en"]
    assert main(["chart", news, *options, "-o", str(file)]) == 0
    page = file.read_text(encoding="utf-8")
    found = [re.findall(r"<bdi>(.*?)</bdi>", row) for row in page.split("<tr>")[2:]]
    assert [row[1] for row in found] == ["LY", "IQ"]


@pytest.mark.usefixtures("no_browser")
@pytest.mark.parametrize(
    ("suffix", "magic"),
    [(".png", b"\x89PNG"), (".svg", b"<"), (".pdf", b"%PDF")],
)
def test_without_a_browser_a_chart_becomes_a_picture(news, tmp_path, suffix, magic):
    file = tmp_path / f"chart{suffix}"
    with pytest.warns(UserWarning, match="drawn with matplotlib instead"):
        assert main(["chart", news, "-o", str(file)]) == 0
    assert file.read_bytes().startswith(magic)


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize(
    ("suffix", "magic"),
    [(".png", b"\x89PNG"), (".svg", b"<"), (".pdf", b"%PDF")],
)
def test_with_a_browser_a_chart_becomes_a_picture(news, tmp_path, suffix, magic):
    file = tmp_path / f"chart{suffix}"
    assert main(["chart", news, "--top", "1", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(magic)


@pytest.mark.usefixtures("news")
def test_what_could_not_be_read_is_told_beside_the_result(capsys, tmp_path):
    (tmp_path / "empty.txt").write_text(" \n")
    assert main(["counts", str(tmp_path), "--format", "csv", "--countries", "IQ"]) == 0
    printed = capsys.readouterr()
    assert printed.out == HEADER + "IQ,العراق,Iraq,country,IQ,1,1\n"
    assert printed.err == f"kit: {tmp_path / 'empty.txt'}: is empty\n"


def test_a_path_that_does_not_exist_is_refused(capsys, tmp_path):
    missing = tmp_path / "nowhere"
    assert main(["mentions", str(missing)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"kit: No such file or folder: '{missing}'. ")


def test_a_file_of_an_unknown_kind_is_refused(capsys, tmp_path):
    file = tmp_path / "news.odt"
    file.write_text(TEXT, encoding="utf-8")
    assert main(["counts", str(file)]) == 1
    reason = "cannot read '.odt' files; expected"
    assert f"No articles in {file}: {file}: {reason}" in capsys.readouterr().err


def test_a_picture_of_an_unknown_kind_is_refused(capsys, news, tmp_path):
    file = tmp_path / "chart.bmp"
    assert main(["chart", news, "-o", str(file)]) == 1
    assert capsys.readouterr().err == (
        "kit: Cannot save a chart as '.bmp'. "
        "Use .csv, .html, .json, .pdf, .png, .svg or .xlsx.\n"
    )
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "required: command", id="no command"),
        pytest.param(["draw"], "invalid choice: 'draw'", id="no such command"),
        pytest.param(["counts"], "required: PATH", id="no path"),
        pytest.param(["chart", "x"], "required: -o/--output", id="no output"),
        pytest.param(
            ["counts", "x", "--by", "verb"], "invalid choice: 'verb'", id="no such by"
        ),
        pytest.param(
            ["mentions", "x", "--engine", "ball"],
            "invalid choice: 'ball'",
            id="no such engine",
        ),
    ],
)
def test_a_misused_command_says_how_it_is_used(capsys, arguments, message):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    printed = capsys.readouterr().err
    assert printed.startswith("usage: python -m kit")
    assert message in printed


def test_the_package_runs_as_a_command(news):
    run = [sys.executable, "-m", "kit", "counts", news, "--countries", "IQ"]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "IQ", "العراق"]


@pytest.fixture
def database(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "morphology.db"
    file.write_text(DATABASE, encoding="utf-8")
    return str(file)


def lemmas(capsys, tmp_path, database, *options):
    text = tmp_path / "one.txt"
    text.write_text("وليبيا وليد ليبيا", encoding="utf-8")
    assert main(["lemmas", str(text), "--database", database, *options]) == 0
    return capsys.readouterr().out


def test_lemmas_in_three_formats(capsys, tmp_path, database):
    csv_text = "lemma,count,forms\nلِيبِيا,2,ليبيا وليبيا\nوَلِيد,1,وليد\n"
    assert lemmas(capsys, tmp_path, database, "--format", "csv") == csv_text
    printed = json.loads(lemmas(capsys, tmp_path, database, "--format", "json"))
    assert printed == [
        {"lemma": "لِيبِيا", "count": 2, "forms": ["ليبيا", "وليبيا"]},
        {"lemma": "وَلِيد", "count": 1, "forms": ["وليد"]},
    ]
    table = lemmas(capsys, tmp_path, database).splitlines()
    assert [line.split() for line in table] == [
        ["2", "لِيبِيا", "ليبيا", "وليبيا"],
        ["1", "وَلِيد", "وليد"],
    ]
    assert lemmas(capsys, tmp_path, database, "--parts", "notice") == ""


def test_lemmas_without_a_database_say_how_to_get_one(
    capsys, tmp_path, news, monkeypatch
):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert main(["lemmas", news]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("kit: No morphology database at ")
    assert "camel_data -i morphology-db-msa-r13" in printed.err
    assert len(printed.err.splitlines()) == 1


def test_morphology_is_asked_when_the_option_says_so(
    capsys, tmp_path, database, monkeypatch
):
    folder = tmp_path / "data" / "morphology_db" / "calima-msa-r13"
    folder.mkdir(parents=True)
    Path(database).rename(folder / "morphology.db")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    text = tmp_path / "one.txt"
    text.write_text("قالت الوزيرة سامرة زنكلوت يكتسح أمس", encoding="utf-8")
    command = ["counts", str(text), "--by", "actor", "--engine", "lexicon"]
    names = []
    for options in ([], ["--morphology"]):
        assert main([*command, "--format", "csv", *options]) == 0
        rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
        names.append([row["name"] for row in rows])
    assert names == [["سامرة زنكلوت يكتسح"], ["سامرة زنكلوت"]]


def test_morphology_without_a_database_says_how_to_get_one(
    capsys, tmp_path, news, monkeypatch
):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert main(["counts", news, "--morphology"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("kit: No morphology database at ")
    assert printed.err.endswith("the folder that has it.\n")
    assert len(printed.err.splitlines()) == 1


DECISIONS = (
    "id,time,action,article,start,end,surface,entity,becomes,country,note\n"
    "1,2026-11-24,alias,,,,الوزير,mike-pompeo,,,\n"
    "2,2026-11-24,not a mention,news,12,17,ليبيا,LY,,,in jest\n"
    "3,2026-11-24,someone else,other,0,5,ليبيا,LY,TN,,\n"
    "4,2026-11-24,merge,,,,,a,b,,\n"
)


@pytest.fixture
def decided(tmp_path):
    file = tmp_path / "decisions.csv"
    file.write_text(DECISIONS, encoding="utf-8")
    return str(file)


def test_decisions_are_counted_and_what_does_not_apply_is_said(capsys, news, decided):
    assert main(["counts", news, "--decisions", decided, "--by", "actor"]) == 0
    printed = capsys.readouterr()
    actors = [line.split()[:2] for line in printed.out.splitlines()]
    assert actors == [["3", "mike-pompeo"], ["1", "united-nations"], ["1", UNSMIL]]
    assert printed.err == (
        f"kit: {decided}: line 5: No action 'merge'. Use one of: not a mention, "
        "someone else, reading, alias, same actor, country, new actor, undo.\n"
        "kit: decision 3 (someone else): there is no article 'other'\n"
    )
    assert counted(capsys, news, "--decisions", decided) == {"LY": "3", "IQ": "1"}


@pytest.mark.parametrize("command", ["mentions", "ledger", "ambiguous", "chart"])
def test_every_command_that_finds_takes_decisions(capsys, news, decided, command):
    chart = ["-o", str(Path(news).with_name("bars.html"))]
    more = {"ledger": ["--entity", "LY"], "chart": chart}
    options = [command, news, "--decisions", decided, *more.get(command, ())]
    assert main(options) == 0
    assert "kit: decision 3 (someone else)" in capsys.readouterr().err


def test_a_missing_file_of_decisions_is_refused_before_any_work(capsys, news):
    assert main(["counts", news, "--decisions", "none.csv"]) == 1
    assert capsys.readouterr().err == (
        "kit: No file of decisions 'none.csv'. save_decisions makes one.\n"
    )


def test_a_reader_that_has_seen_enough_hears_no_complaint():
    command = f"{sys.executable} -m kit mentions seeds | head -1"
    done = subprocess.run(
        ["/bin/bash", "-c", command], capture_output=True, text=True, check=True
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
