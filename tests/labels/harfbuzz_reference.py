"""How a text must look: HarfBuzz shapes each run, and a picture is held against it.

The font is DejaVu Sans, which comes with matplotlib and has Latin, Persian and Kurdish
letters. What is compared is the ink alone: cut out, brought to one size, blurred a
little, correlated. Hinting moves letters by a pixel or two; wrong letters do more.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import numpy as np
import uharfbuzz as hb
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from PIL import Image, ImageFilter

FONT = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
FAMILY = "DejaVu Sans"
SIZE = 32  # pixels of an em in every picture
WRONG, ENOUGH = 0.83, 0.88
_BLUR = 1.5
_INK = 96  # of 255: what counts as drawn when the ink is cut out
_WINDOW = 2 * SIZE
_SHIFT = 5


@cache
def font():
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONT))))


@cache
def seen(runs):
    """Draw the ink of one line: its runs stand from the left in the order given."""
    vertices, codes, at = [], [], 0
    for run in runs:
        at = _add(run, at, vertices, codes)
    scale = SIZE / font().face.upem
    points = np.array(vertices) * scale
    size = (points.max(axis=0) - points.min(axis=0) + 4) / 100
    drawing = Figure(figsize=size, dpi=100)
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(points[:, 0].min() - 2, points[:, 0].max() + 2)
    axes.set_ylim(points[:, 1].min() - 2, points[:, 1].max() + 2)
    axes.add_patch(PathPatch(Outline(points, codes), color="black", linewidth=0))
    content = BytesIO()
    drawing.savefig(content, format="png")
    return Image.open(content).convert("L")


def _add(run, at, vertices, codes):
    """Add the outlines of one run that begins at a point, and give where it ends."""
    buffer = hb.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    turned = _turned(run)
    buffer.direction = "rtl" if turned else "ltr"
    if turned:
        buffer.script = "Arab"
    hb.shape(font(), buffer)
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = _Pen((at + place.x_offset, place.y_offset), vertices, codes)
        font().draw_glyph_with_pen(glyph.codepoint, pen)
        at += place.x_advance
    return at


def _turned(run):
    """Say whether a run reads from the right: nothing in it says otherwise."""
    return not any(unicodedata.bidirectional(char) in {"L", "EN", "AN"} for char in run)


class _Pen:
    """Collect outlines as matplotlib wants them."""

    def __init__(self, origin, vertices, codes):
        self.origin, self.vertices, self.codes = origin, vertices, codes

    def _to(self, code, *points):
        x, y = self.origin
        self.vertices += [(x + px, y + py) for px, py in points]
        self.codes += [code] * len(points)

    def moveTo(self, point):  # noqa: N802  # the names of a fontTools pen
        self._to(Outline.MOVETO, point)

    def lineTo(self, point):  # noqa: N802  # see moveTo
        self._to(Outline.LINETO, point)

    def qCurveTo(self, *points):  # noqa: N802  # see moveTo
        self._to(Outline.CURVE3, *points)

    def curveTo(self, *points):  # noqa: N802  # see moveTo
        self._to(Outline.CURVE4, *points)

    def closePath(self):  # noqa: N802  # see moveTo
        self._to(Outline.CLOSEPOLY, (0, 0))


def score(picture, lines):
    """Say how near a picture of a text is to its lines as HarfBuzz draws them.

    1 is the same ink; the worst line counts.
    """
    return min(
        _likeness(part, seen(runs))
        for part, runs in zip(_parted(picture, len(lines)), lines, strict=True)
    )


def _likeness(picture, reference):
    """Correlate window after window, each where it fits best; the worst counts."""
    picture, reference = _ink(picture), _ink(reference)
    one, other = (
        np.asarray(image.filter(ImageFilter.GaussianBlur(_BLUR)), dtype=float)
        for image in (
            picture.resize(reference.size, Image.Resampling.BICUBIC),
            reference,
        )
    )
    last = max(other.shape[1] - _WINDOW, 0)
    places = [*range(0, last, _WINDOW // 2), last]
    return min(_fit(one, other[:, at : at + _WINDOW], at) for at in places)


def _fit(one, window, at):
    width = window.shape[1]
    shifts = range(max(0, at - _SHIFT), min(one.shape[1] - width, at + _SHIFT) + 1)
    return max(_correlation(one[:, to : to + width], window) for to in shifts)


def _correlation(one, other):
    if min(one.std(), other.std()) < 1:
        return 0.0
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def _ink(picture):
    """Cut out what is dark, as light on black."""
    dark = picture.convert("L").point(lambda value: 255 - value)
    box = dark.point(lambda value: 255 if value > _INK else 0).getbbox()
    assert box, "nothing is drawn here, neither right nor wrong"
    return dark.crop(box)


def _parted(picture, lines):
    """Cut a picture of two lines at the widest gap between them."""
    if lines == 1:
        return [picture]
    ink = _ink(picture)
    rows = np.asarray(ink).max(axis=1) > _INK
    gaps = np.flatnonzero(~rows)
    runs = np.split(gaps, np.flatnonzero(np.diff(gaps) > 1) + 1)
    middle = int(np.median(max(runs, key=len)))
    back = ink.point(lambda value: 255 - value)
    width, height = ink.size
    return [back.crop((0, 0, width, middle)), back.crop((0, middle, width, height))]
