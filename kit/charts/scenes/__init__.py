"""Scenes: how each kind of chart is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.charts.scenes.slope import slope_scene
from kit.charts.scenes.stacked import stacked_scene
from kit.charts.scenes.timeline import timeline_scene

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.charts.scene import Scene

SCENES = {
    "stacked": stacked_scene,
    "slope": slope_scene,
    "timeline": timeline_scene,
}


def scene_of(chart: Chart, width: float) -> Scene:
    """Lay out a chart that is not empty in a width of pixels between the margins."""
    return SCENES[chart.kind](chart, width)
