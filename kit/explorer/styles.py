"""The look of the screen: one style sheet, on JupyterLab's own colours.

Light and dark follow the theme through the ``--jp-`` variables. Right to left is one
class on the whole screen; pictures are kept out of it, they order their own text.
"""

from __future__ import annotations

from pathlib import Path

RIGHT_TO_LEFT = "kit-rtl"
ROOT = "kit-explorer"


def style_sheet() -> str:
    """Give the style element of the screen."""
    path = Path(__file__).with_name("explorer.css")
    return f"<style>{path.read_text(encoding='utf-8')}</style>"
