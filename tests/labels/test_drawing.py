"""What is written and what must be handed to the renderer, side by side."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest
from PIL import features

from kit.labels import direction, drawing, isolated, label, shapes, wrapped

RLI, LRI, PDI = (
    "\N{RIGHT-TO-LEFT ISOLATE}",
    "\N{LEFT-TO-RIGHT ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
)


@pytest.fixture
def fresh():
    """Forget what renderers answered, before and after."""
    shapes.cache_clear()
    label.cache_clear()
    yield
    shapes.cache_clear()
    label.cache_clear()


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("ليبيا", "ليبيا"),
        ("الجيش الوطني الليبي", "الجيش الوطني الليبي"),
        ("مُحَمَّد", "مُحَمَّد"),
        ("ليبـــيا", "ليبـــيا"),
        ("Libya", "Libya"),
        ("14", "14"),
        ("", ""),
        ("قناة CNN (بالعربية)", f"{RLI}قناة CNN (بالعربية){PDI}"),
        ("3 إشارات", f"{RLI}3 إشارات{PDI}"),
        ("«داعش»", f"{RLI}«داعش»{PDI}"),
        ("CNN بالعربية", f"{LRI}CNN بالعربية{PDI}"),
        ("قمة 2014\nليبيا", f"{RLI}قمة 2014{PDI}<br>ليبيا"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        (
            '<a href="x">ليبيا</a>',
            f"{LRI}&lt;a href=&quot;x&quot;&gt;ليبيا&lt;/a&gt;{PDI}",
        ),
        ("مال & أعمال", f"{RLI}مال &amp; أعمال{PDI}"),
        ("$x$", "&#36;x&#36;"),
        (f"قطر{PDI}\N{RIGHT-TO-LEFT OVERRIDE}", "قطر"),
    ],
)
def test_plotly_is_given_raw_text_isolated_and_escaped(written, drawn):
    assert label(written, renderer="plotly") == drawn


@pytest.mark.parametrize(
    ("renderer", "drawn"),
    [
        ("html", "قناة &lt;b&gt; (14)<br>ليبيا"),
        ("widget", "قناة <b> (14)\nليبيا"),
        ("svg", f"{RLI}قناة <b> (14){PDI}\nليبيا"),
        ("docx", "قناة <b> (14)\nليبيا"),
        ("xlsx", "قناة <b> (14)\nليبيا"),
    ],
)
def test_every_renderer_is_given_its_own(renderer, drawn):
    assert label("قناة <b> (14)\nليبيا", renderer=renderer) == drawn


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("ليبيا\nCNN", "ﺎﻴﺒﻴﻟ\nCNN"),
        ("قناة CNN (بالعربية)", "(ﺔﻴﺑﺮﻌﻟﺎﺑ) CNN ﺓﺎﻨﻗ"),
        ("«داعش» 2014", "2014 «ﺶﻋﺍﺩ»"),
        ("3 إشارات", "ﺕﺍﺭﺎﺷﺇ 3"),
        ("<b> ليبيا [14]", "<b> [14] ﺎﻴﺒﻴﻟ"),
        ("حزب الله", "ﻪﻠﻟﺍ ﺏﺰﺣ"),
        ("مُحَمَّد", "ﺪﻤﺤﻣ"),
        ("الإمارات", "ﺕﺍﺭﺎﻣﻹﺍ"),
        ("1) ليبيا", "ﺎﻴﺒﻴﻟ (1"),
        ("", ""),
    ],
)
def test_a_renderer_that_cannot_shape_is_given_shapes(written, drawn):
    assert label(written, renderer="basic") == drawn


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("installed", "drawn"),
    [("3.10.9", "ﺎﻴﺒﻴﻟ"), ("3.11.2", "ليبيا"), ("4.0.0rc1", "ليبيا")],
)
def test_matplotlib_is_asked_for_its_version(monkeypatch, installed, drawn):
    monkeypatch.setattr(drawing, "version", lambda _: installed)
    assert label("ليبيا", renderer="matplotlib") == drawn


@pytest.mark.usefixtures("fresh")
def test_a_missing_matplotlib_shapes_nothing(monkeypatch):
    def missing(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(drawing, "version", missing)
    assert not shapes("matplotlib")


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(("raqm", "drawn"), [(True, "ليبيا"), (False, "ﺎﻴﺒﻴﻟ")])
@pytest.mark.parametrize("renderer", ["pillow", "wordcloud"])
def test_pillow_is_asked_for_its_layout_engine(monkeypatch, renderer, raqm, drawn):
    monkeypatch.setattr(features, "check", lambda _: raqm)
    assert label("ليبيا", renderer=renderer) == drawn


def test_an_unknown_renderer_is_an_error():
    known = (
        "plotly, html, widget, svg, docx, xlsx, matplotlib, pillow, wordcloud, basic."
    )
    with pytest.raises(ValueError, match=f"No renderer 'gnuplot'. Use one of: {known}"):
        label("ليبيا", renderer="gnuplot")


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("ليبيا", "ليبيا"),
        ("Libya 14", "Libya 14"),
        ("قناة CNN", f"{RLI}قناة CNN{PDI}"),
        ("CNN بالعربية\n3 إشارات", f"{LRI}CNN بالعربية{PDI}\n{RLI}3 إشارات{PDI}"),
        (f"{LRI}قطر{PDI}", "قطر"),
        ("<b>", "<b>"),
    ],
)
def test_a_line_of_both_scripts_is_held_together(written, held):
    assert isolated(written) == held
    assert isolated(held) == held


def test_direction_is_that_of_the_first_letter():
    texts = ["ليبيا", "Libya", "(3) ليبيا", "2014", "", "שלום"]
    assert [direction(text) for text in texts] == ["rtl", "ltr", "rtl", "", "", "rtl"]


def test_long_names_are_broken_between_words_and_cut_with_an_ellipsis():
    name = "حكومة الوفاق الوطني الليبية في طرابلس"
    assert wrapped(name, 20) == "حكومة الوفاق الوطني\nالليبية في طرابلس"
    assert wrapped(name, 14, most=2) == "حكومة الوفاق\nالوطني…"


def test_no_name_is_broken_at_its_hyphen():
    assert wrapped("Abdel Fattah el-Sisi", 16) == "Abdel Fattah\nel-Sisi"
    assert wrapped("مون جاي-إن", 9) == "مون\nجاي-إن"


def test_a_line_begins_where_its_sentence_does():
    line = "CNN: 3 كلمات"
    for renderer in ("plotly", "matplotlib"):
        own, arabic = (
            label(line, renderer=renderer, base=base) for base in ("", "rtl")
        )
        assert own != arabic
        assert own[-1:] == arabic[-1:]
    assert ascii(label(line, renderer="plotly", base="rtl"))[1:7] == "\\u2067"
    assert label("ليبيا", renderer="plotly", base="rtl") == "ليبيا"
    assert label("CNN: ٣", renderer="basic", base="rtl") == "٣ :CNN"
    assert label("CNN: ٣", renderer="basic") == "CNN: ٣"
