from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
import zipfile
from datetime import datetime

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from kit import bars, count_mentions, ledger
from kit.charts.table_twin import columns
from kit.labels import number, word
from kit.report import reporting
from kit.report.reporting import report

MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
LANGUAGES = ("ar", "en")

# The order that ECMA-376 asks for; Word refuses other orders as damage.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs "
    "bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing kern sz szCs highlight u shd "
    "vertAlign rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar "
    "tblLook tblCaption",
    "trPr": "cantSplit tblHeader",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg "
    "bidi rtlGutter docGrid",
}
NUMBERS = (
    "mentions",
    "position",
    "unit.mentions",
    "unit.together",
    "report.words",
    "report.sentences",
    "report.share",
)
HEADINGS = {
    "ar": [
        ("Title", "البلدان والأشخاص والمنظمات في الأخبار: تقرير"),
        ("Heading 1", "ما قُرئ وكيف عُدّ"),
        ("Heading 2", "المادة"),
        ("Heading 2", "كيف عُثر على الأسماء"),
        ("Heading 2", "ما لم يُحسم"),
        ("Heading 2", "للتحقق"),
        ("Heading 2", "شروط العدّ"),
        ("Heading 2", "أجزاء النصوص"),
        ("Heading 1", "الرسوم وجداولها"),
        ("Heading 2", "الإشارات إلى البلدان"),
        ("Heading 2", "الإشارات إلى الأشخاص والمنظمات"),
        ("Heading 2", "الإشارات إلى البلدان بحسب صيغة الذكر"),
        ("Heading 2", "من يُذكر مع أي بلد"),
        ("Heading 2", "أين تُذكر الأسماء في النص"),
        ("Heading 1", "الشواهد"),
        ("Heading 2", "ليبيا: 14 إشارة"),
        ("Heading 2", "الولايات المتحدة: 4 إشارات"),
        ("Heading 2", "روسيا: 4 إشارات"),
        ("Heading 2", "مايك بومبيو: 6 إشارات"),
        ("Heading 2", "الأمم المتحدة: 5 إشارات"),
        ("Heading 2", "حكومة الوفاق الوطني: 3 إشارات"),
        ("Heading 1", "كيف جاءت الأسماء الأكثر ذكرًا"),
        ("Heading 2", "ليبيا"),
        ("Heading 2", "مايك بومبيو"),
        ("Heading 1", "ما قرّره الباحث وما بقي مفتوحًا"),
        ("Heading 2", "قرارات الباحث"),
        ("Heading 2", "ما لم يحسمه السياق"),
        ("Heading 2", "مشكلات القراءة"),
        ("Heading 1", "الاستشهاد والتحقق"),
    ],
    "en": [
        ("Title", "Countries, people and organisations in the news: a report"),
        ("Heading 1", "What was read, and how it was counted"),
        ("Heading 2", "Material"),
        ("Heading 2", "How names were found"),
        ("Heading 2", "What remains open"),
        ("Heading 2", "To check"),
        ("Heading 2", "What was let in"),
        ("Heading 2", "Parts of the texts"),
        ("Heading 1", "Figures and their tables"),
        ("Heading 2", "Mentions of countries"),
        ("Heading 2", "Mentions of people and organisations"),
        ("Heading 2", "Mentions of countries by form"),
        ("Heading 2", "Who is mentioned with which country"),
        ("Heading 2", "Where in the text the names are mentioned"),
        ("Heading 1", "Evidence"),
        ("Heading 2", "Libya: 14 mentions"),
        ("Heading 2", "United States: 4 mentions"),
        ("Heading 2", "Russia: 4 mentions"),
        ("Heading 2", "Mike Pompeo: 6 mentions"),
        ("Heading 2", "United Nations: 5 mentions"),
        ("Heading 2", "Government of National Accord: 3 mentions"),
        ("Heading 1", "How the leading names are named"),
        ("Heading 2", "Libya"),
        ("Heading 2", "Mike Pompeo"),
        ("Heading 1", "What was decided, and what remains open"),
        ("Heading 2", "Decisions of the researcher"),
        ("Heading 2", "What context left undecided"),
        ("Heading 2", "Problems of reading"),
        ("Heading 1", "How to cite and to check"),
    ],
}


@pytest.fixture
def of_seed(seed, tmp_path):
    def make(language, **options):
        path = report(seed, tmp_path / "report.docx", language=language, **options)
        return docx.Document(path), path

    return make


def said(paragraph):
    return "".join(char for char in paragraph.text if char not in MARKS)


def cells(table):
    return [[said(cell.paragraphs[0]) for cell in row.cells] for row in table.rows]


def strong(text):
    found = {unicodedata.bidirectional(char) for char in text if char not in MARKS}
    return {"R" if one == "AL" else one for one in found} & {"L", "R"}


def headings(made):
    return [
        (one.style.name, said(one))
        for one in made.paragraphs
        if one.style.name == "Title" or one.style.name.startswith("Heading")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_are_words_own_and_in_order(of_seed, language):
    assert headings(of_seed(language)[0]) == HEADINGS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_says_what_was_counted(of_seed, seed, undrawn, language):
    made, _ = of_seed(language)
    parts, *others = [cells(table) for table in made.tables]
    figures, ledgers, cited = others[:5], others[5:7], others[7]
    yes, no = (word(f"report.{one}", language) for one in ("yes", "no"))
    headline, caption, body, notice = (
        word(f"part.{one}", language)
        for one in ("headline", "caption", "body", "notice")
    )
    again = word("report.repeated", language).replace("{part}", caption)
    assert parts[1:] == [
        [headline, "9", "1", "2", yes],
        [caption, "13", "1", "4", yes],
        [again, "13", "1", "4", no],
        [body, "305", "15", "51", yes],
        [notice, "15", "3", "0", no],
    ]
    for by, table in zip(("country", "actor"), figures, strict=False):
        counted = count_mentions(seed, by=by).table
        column = "name" if language == "ar" else "english"
        assert [row[1:] for row in table[1:]] == [
            [entity, str(value)]
            for entity, value in counted.select("entity", "value").iter_rows()
        ]
        assert [row[0] for row in table[1:]] == counted[column].to_list()
    for (chart, _), table in zip(undrawn, figures, strict=True):
        assert table == twin(chart)
    assert [len(rows) - 1 for rows in ledgers] == [5, 3]
    for entity, table in zip(("LY", "mike-pompeo"), ledgers, strict=True):
        rows = ledger(seed, entity)
        assert [int(row[1]) for row in table[1:]] == [
            *rows["mentions"],
            rows["mentions"].sum(),
        ]
        assert sum(float(row[2]) for row in table[1:-1]) == pytest.approx(100, abs=0.2)
    basis = undrawn[0][0].basis()
    assert [row[1] for row in cited[1:6]] == [
        f"arabic-news-kit {basis.kit}",
        basis.lexicon,
        basis.corpus,
        "lexicon",
        "{}",
    ]


def twin(chart):
    """Give the rows that a table shows of a chart: 25, the highest of a heatmap."""
    given = columns(chart)
    rows = [list(row) for row in zip(*given.values(), strict=True)]
    if chart.kind == "heatmap":
        rows.sort(key=lambda row: -row[-1])
    shown = [[shown_cell(one) for one in row] for row in rows[:25]]
    return [list(given), *shown]


def shown_cell(value):
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.3g}"
    return str(value) if isinstance(value, str) else number(int(value), "en")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "يعرض الجدول أول 25 من أصل 77 صفًا في البيانات."),
        ("en", "The table shows the first 25 of 77 rows in the data."),
    ],
)
def test_a_long_table_is_cut_and_says_how_long_it_is(of_seed, language, line):
    assert line in [said(one) for one in of_seed(language)[0].paragraphs]


def every_paragraph(made):
    yield from made.element.body.iter(qn("w:p"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_arabic_run_is_marked_and_none_holds_both_scripts(of_seed, language):
    runs = list(of_seed(language)[0].element.body.iter(qn("w:r")))
    arabic = latin = 0
    for run in runs:
        text = "".join(one.text or "" for one in run.iter(qn("w:t")))
        letters = strong(text)
        assert len(letters) < 2, text
        spoken = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        is_rtl = run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        if letters == {"R"}:
            assert is_rtl, text
            assert spoken.get(qn("w:bidi")) == "ar-SA"
            arabic += 1
        elif letters == {"L"}:
            assert not is_rtl, text
            assert spoken.get(qn("w:val")) == "en-US"
            latin += 1
    assert arabic > 100
    assert latin > 100


def test_an_arabic_report_runs_from_the_right_throughout(of_seed):
    made, _ = of_seed("ar")
    body = made.element.body
    flags = [one.find(f".//{qn('w:bidi')}") for one in every_paragraph(made)]
    assert None not in flags
    for table in body.iter(qn("w:tbl")):
        assert table.tblPr.find(qn("w:bidiVisual")) is not None
    assert body.find(f"{qn('w:sectPr')}/{qn('w:bidi')}") is not None
    assert made.core_properties.language == "ar"


def test_an_english_report_turns_only_what_articles_say(of_seed):
    made, _ = of_seed("en")
    turned = {
        one.find(f".//{qn('w:pStyle')}").get(qn("w:val"))
        for one in every_paragraph(made)
        if one.find(f".//{qn('w:bidi')}") is not None
    }
    assert turned == {"Sentence"}
    sentences = [one for one in made.paragraphs if one.style.name == "Sentence"]
    assert all(strong(one.text) == {"R"} for one in sentences)
    assert made.element.body.find(f".//{qn('w:bidiVisual')}") is None
    assert made.element.body.find(f"{qn('w:sectPr')}/{qn('w:bidi')}") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_begins_where_its_line_begins_and_numbers_stand_at_its_end(
    of_seed, language
):
    # In a paragraph from the right "left" is the right side, and Word 2007 knows
    # neither "start" nor "end": only numbers are aligned, to the "right".
    made, _ = of_seed(language)
    aligned = list(made.element.body.iter(qn("w:jc")))
    assert {one.get(qn("w:val")) for one in aligned} == {"right"}
    for one in aligned:
        text = "".join(t.text for t in one.getparent().getparent().iter(qn("w:t")))
        heads = {word(key, language) for key in NUMBERS}
        assert text.strip(MARKS) in heads or re.fullmatch(r"[\d.,]+", text.strip(MARKS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_as_word_wants_it(of_seed, language):
    _, path = of_seed(language)
    with zipfile.ZipFile(path) as held:
        assert held.testzip() is None
        names = held.namelist()
        assert len(names) == len(set(names))
        types = etree.fromstring(held.read("[Content_Types].xml"))
        known = {one.get("Extension") for one in types} | {
            one.get("PartName") for one in types
        }
        for name in set(names) - {"[Content_Types].xml"}:
            assert f"/{name}" in known or name.rpartition(".")[2] in known, name
        relations = [n for n in names if n.endswith(".rels")]
        assert not any(b'TargetMode="External"' in held.read(n) for n in relations)
        tree = etree.fromstring(held.read("word/document.xml"))
        styles = etree.fromstring(held.read("word/styles.xml"))
    ids = [one.get("id") for one in tree.iter("{*}docPr")]
    assert len(ids) == len(set(ids)) == 5
    for name in ("hyperlink", "fldSimple", "fldChar", "instrText", "object"):
        assert list(tree.iter(qn(f"w:{name}"))) == []
    for name, order in ORDERS.items():
        for one in [*tree.iter(qn(f"w:{name}")), *styles.iter(qn(f"w:{name}"))]:
            if one.getparent().tag in {qn("w:tblStylePr"), qn("w:style")}:
                continue  # the template's own, or looked at below
            children = [etree.QName(child).localname for child in one]
            places = [order.split().index(child) for child in children]
            assert places == sorted(places), (name, children)
            assert len(children) == len(set(children))


def test_styles_have_fonts_and_sizes_in_both_scripts(of_seed):
    made, _ = of_seed("ar")
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Caption", "Source"):
        properties = made.styles[name].element.find(qn("w:rPr"))
        fonts = properties.find(qn("w:rFonts"))
        assert dict(fonts.attrib) == {
            qn("w:ascii"): "Arial",
            qn("w:hAnsi"): "Arial",
            qn("w:cs"): "Arial",
        }
        sizes = [properties.find(qn(f"w:{one}")) for one in ("sz", "szCs")]
        half = [int(one.get(qn("w:val"))) for one in sizes]
        assert half[0] < half[1]  # Arabic looks smaller
        order = [etree.QName(one).localname for one in properties]
        places = [ORDERS["rPr"].split().index(one) for one in order]
        assert places == sorted(places)


def test_a_bold_head_is_bold_in_arabic_too(of_seed):
    made, _ = of_seed("ar")
    for run in made.tables[1].rows[0].cells[0].paragraphs[0].runs:
        assert run.font.bold
        assert run.font.cs_bold


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_fill_the_line_and_are_described(of_seed, undrawn, language):
    made, _ = of_seed(language)
    section = made.sections[0]
    line = section.page_width - section.left_margin - section.right_margin
    assert [round(shape.width.cm, 1) for shape in made.inline_shapes] == [16.0] * 5
    assert round(line / 360000, 1) == 16.0
    described = [
        (one.get("descr"), one.get("title"))
        for one in made.element.body.iter("{*}docPr")
    ]
    assert described == [(chart.alt, chart.title) for chart, _ in undrawn]
    captions = [said(one) for one in made.paragraphs if one.style.name == "Caption"]
    figure = "الشكل" if language == "ar" else "Figure"
    assert captions == [
        f"{figure} {at}. {chart.caption}" for at, (chart, _) in enumerate(undrawn, 1)
    ]
    assert {sizes["dpi"] >= 200 for _, sizes in undrawn} == {True}


def test_a_figure_higher_than_the_page_is_made_smaller(seed, tmp_path, monkeypatch):
    def tall(chart, path, **sizes):
        del chart, sizes
        Image.new("RGB", (100, 300), "white").save(path)

    monkeypatch.setattr(reporting, "save", tall)
    charts = [bars(count_mentions(seed))]
    made = docx.Document(report(seed, tmp_path / "r.docx", charts=charts))
    (shape,) = made.inline_shapes
    assert (round(shape.height.cm, 1), round(shape.width.cm, 1)) == (20.0, 6.7)


def test_the_head_of_a_table_is_repeated_and_no_row_is_torn(of_seed):
    made, _ = of_seed("ar")
    tables = list(made.element.body.iter(qn("w:tbl")))
    assert len(tables) == 9
    for table in tables:
        rows = [
            {etree.QName(one).localname for one in row.find(qn("w:trPr"))}
            for row in table.iter(qn("w:tr"))
        ]
        others = [{"cantSplit"}] * (len(rows) - 1)
        assert rows == [{"cantSplit", "tblHeader"}, *others]
        assert table.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        # As wide as what they hold: five columns alike would tear every word.
        widths = {one.get(qn("w:type")) for one in table.iter(qn("w:tcW"))}
        assert widths == {"auto"}


def test_mentions_are_highlighted_in_their_sentences(of_seed):
    made, _ = of_seed("ar", evidence=1)
    marked = [
        ("".join(run.text for run in one.runs if run.font.highlight_color), said(one))
        for one in made.paragraphs
        if one.style.name == "Sentence"
    ]
    first = "لحماية السيادة.. بومبيو يدعو للتعجيل بوقف القتال في ليبيا"
    assert marked[0] == ("ليبيا", first)
    assert marked[3] == ("بومبيو", first)
    assert len(marked) == 6
    sources = [said(one) for one in made.paragraphs if one.style.name == "Source"]
    assert sources[0] == f"{first} · بلا تاريخ · 000_617c5abc0a7285a5"
    # The mark keeps the id together where a program goes by the letters alone.
    last = next(p for p in made.paragraphs if p.style.name == "Source").runs[-1]
    assert last.text == "\N{LEFT-TO-RIGHT MARK}000_617c5abc0a7285a5"


def test_the_file_says_what_it_is_and_when(of_seed):
    made, _ = of_seed("en", title="Who, and how often")
    about = made.core_properties
    assert (about.title, about.author, about.comments, about.language) == (
        "Who, and how often",
        "arabic-news-kit",
        "",
        "en",
    )
    today = datetime.now().astimezone().date()
    assert said(made.paragraphs[1]) == f"Made on {today.day} {today:%B %Y}."


def test_libreoffice_makes_pages_of_it(of_seed, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no LibreOffice on PATH to draw the pages with")
    _, path = of_seed("ar")
    convert = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(path)], check=True, timeout=300, capture_output=True)
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
