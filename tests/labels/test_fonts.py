"""What fonts lack, of labels as they are."""

from __future__ import annotations

import subprocess

import pytest

from kit.labels import fonts
from kit.labels.fonts import missing_glyphs, missing_in_browser

TEXTS = ["ليبيا", "ڤيتنام وگلاسكو", "\u2067قناة CNN\u2069", "می\u200cخواهم", "مُحَمَّد", ""]


@pytest.mark.parametrize(
    ("lacking", "missing"),
    [
        ("", {}),
        ("گڤ", {"ڤيتنام وگلاسكو": "ڤگ"}),
        ("ليب", {"ليبيا": "ليب", "ڤيتنام وگلاسكو": "يل"}),
        ("\u0651", {"مُحَمَّد": "\u0651"}),
        ("NC", {"\u2067قناة CNN\u2069": "CN"}),
        ("\u2067\u2069\u200c ", {}),
    ],
)
def test_what_a_font_lacks_is_named_text_by_text(lacking, missing, font_without):
    assert missing_glyphs(TEXTS, [font_without(lacking)]) == missing


def test_what_one_font_lacks_another_may_have(font_without):
    first, second = font_without("ل"), font_without("بي")
    assert missing_glyphs(["ليبيا"], [first, second]) == {}
    assert missing_glyphs(["ليبيا"], [second]) == {"ليبيا": "يب"}


def test_without_fonts_every_letter_is_missing():
    assert missing_glyphs(["قطر ٢", ""], []) == {"قطر ٢": "قطر٢"}


def test_a_letter_is_there_where_its_parts_are(font_without):
    assert missing_glyphs(["خانۀ", "أمن"], [font_without("أۀ")]) == {}
    assert missing_glyphs(["خانۀ"], [font_without("ۀ\u0654")]) == {"خانۀ": "ۀ"}


def test_a_browser_has_what_fontconfig_lists(font_without, only_fonts):
    font_without("گ")
    only_fonts()
    texts = ["ليبيا", "گلاسكو", "خانۀ"]
    assert missing_in_browser(texts) == {"گلاسكو": "گ"}


def test_a_browser_without_fonts_has_no_letter(only_fonts):
    only_fonts("empty")
    assert missing_in_browser(["قطر", "CNN", " "]) == {"قطر": "قطر", "CNN": "CN"}


def test_both_answers_are_one(font_without, only_fonts):
    path = font_without("گژ")
    only_fonts()
    texts = [*TEXTS, "ژاله", "ے", "日本"]
    assert missing_in_browser(texts) == missing_glyphs(texts, [path])


def test_where_there_is_no_fontconfig_nothing_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert missing_in_browser(["ے"]) is None


@pytest.mark.parametrize(
    "error", [OSError("no"), subprocess.TimeoutExpired("fc-list", 1)]
)
def test_where_fontconfig_fails_nothing_is_said(monkeypatch, error):
    def failing(*_, **__):
        raise error

    monkeypatch.setattr(fonts.shutil, "which", lambda _: "/usr/bin/fc-list")
    monkeypatch.setattr(fonts.subprocess, "run", failing)
    assert missing_in_browser(["ے"]) is None
