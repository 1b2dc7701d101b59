from __future__ import annotations

import json
import re
from html import unescape

from kit.explorer.markup import aside, button, choice, pick

HOSTILE = "<script>alert('\"')</script>"


def test_no_text_can_become_a_tag():
    escaped = "&lt;script&gt;alert(&#x27;&quot;&#x27;)&lt;/script&gt;"
    assert aside(HOSTILE) == f"<bdi>{escaped}</bdi>"
    assert "<script>" not in button(HOSTILE, ["select", HOSTILE])


def test_a_click_comes_back_as_it_was_written():
    click = ["toggle", "actors", HOSTILE]
    written = re.fullmatch(r' data-pick="([^"]*)"', pick(*click))
    assert json.loads(unescape(written[1])) == click


def test_one_button_of_a_choice_is_pressed():
    options = [("ar", "العربية"), ("en", "English")]
    assert choice("language", "en", options, words="Language") == (
        '<span class="kit-choice" role="group" aria-label="Language">'
        '<button type="button" data-pick="[&quot;set&quot;, &quot;language&quot;, '
        '&quot;ar&quot;]" aria-pressed="false"><bdi>العربية</bdi></button>'
        '<button type="button" data-pick="[&quot;set&quot;, &quot;language&quot;, '
        '&quot;en&quot;]" aria-pressed="true"><bdi>English</bdi></button></span>'
    )
