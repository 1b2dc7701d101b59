"""Pieces of HTML: the only place where the screen builds tags.

Names, titles and sentences come from strangers' texts, so everything that is not a tag
of this module passes :func:`shown` (or :func:`attribute`), which escapes it.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from kit.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable

ARABIC = ' dir="rtl" lang="ar"'
"""The attributes of what an article says, in whichever language the screen is."""


def shown(text: str) -> str:
    """Give a text to be shown between tags.

    >>> shown("<b>ليبيا</b>")
    '&lt;b&gt;ليبيا&lt;/b&gt;'
    """
    return label(text, renderer="html")


def attribute(name: str, value: str) -> str:
    """Give an attribute, with a blank before it.

    >>> attribute("title", 'a "b"')
    ' title="a &quot;b&quot;"'
    """
    return f' {name}="{escape(value)}"'


def pick(*click: object) -> str:
    """Give the attribute that makes an element clickable: what the click says.

    >>> pick("page", 2)
    ' data-pick="[&quot;page&quot;, 2]"'
    """
    return attribute("data-pick", json.dumps(click, ensure_ascii=False))


def tag(name: str, content: str, *, css: str = "", extra: str = "") -> str:
    """Give an element around content that is HTML already.

    >>> tag("p", shown("5 < 6"), css="kit-note")
    '<p class="kit-note">5 &lt; 6</p>'
    """
    of_class = attribute("class", css) if css else ""
    return f"<{name}{of_class}{extra}>{content}</{name}>"


def aside(text: str) -> str:
    """Give a text of either direction that does not disturb its surroundings."""
    return f"<bdi>{shown(text)}</bdi>"


def button(
    text: str,
    click: Iterable[object],
    *,
    css: str = "",
    extra: str = "",
    key: str = "",
) -> str:
    """Give a button that says ``click`` when it, or its key, is pressed."""
    attributes = f' type="button"{pick(*click)}{extra}'
    inner = aside(text)
    if key:
        attributes += attribute("data-key", key) + attribute("aria-keyshortcuts", key)
        inner += f" <kbd>{shown(key)}</kbd>"
    return tag("button", inner, css=css, extra=attributes)


def choice(
    name: str, current: str, options: Iterable[tuple[str, str]], *, words: str
) -> str:
    """Give a row of buttons of which one is pressed; ``options`` are (id, text)."""
    buttons = "".join(
        button(
            text,
            ["set", name, one],
            extra=attribute("aria-pressed", str(one == current).lower()),
        )
        for one, text in options
    )
    extra = ' role="group"' + attribute("aria-label", words)
    return tag("span", buttons, css="kit-choice", extra=extra)


def field(text: str, click: Iterable[object], value: str, *, hint: str = "") -> str:
    """Give a box to type in, that says ``click`` and what was typed when left."""
    attributes = attribute("value", value) + attribute("placeholder", hint)
    typed = f'<input type="search" dir="auto"{pick(*click)}{attributes}>'
    return f"<label>{aside(text)} {typed}</label>"
