"""Labels: how text is drawn right by every renderer, and what pictures say.

Text on its way to be drawn passes :func:`label`; what the kit itself says comes from
:func:`word` and :func:`counted`.
"""

from kit.labels.drawing import (
    FONTS,
    LEFT_TO_RIGHT_ISOLATE,
    POP_ISOLATE,
    RENDERERS,
    RIGHT_TO_LEFT_ISOLATE,
    direction,
    isolated,
    label,
    shapes,
    wrapped,
)
from kit.labels.months import MONTHS, month_name, period_name, span_name
from kit.labels.words import (
    DIGITS,
    LANGUAGES,
    counted,
    digits_as,
    display_name,
    number,
    using_digits,
    word,
)

__all__ = [
    "DIGITS",
    "FONTS",
    "LANGUAGES",
    "LEFT_TO_RIGHT_ISOLATE",
    "MONTHS",
    "POP_ISOLATE",
    "RENDERERS",
    "RIGHT_TO_LEFT_ISOLATE",
    "counted",
    "digits_as",
    "direction",
    "display_name",
    "isolated",
    "label",
    "month_name",
    "number",
    "period_name",
    "shapes",
    "span_name",
    "using_digits",
    "word",
    "wrapped",
]
