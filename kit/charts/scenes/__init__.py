"""Scenes: how each kind of chart is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.charts.scenes.network import network_scene
from kit.charts.scenes.slope import slope_scene
from kit.charts.scenes.stacked import stacked_scene
from kit.charts.scenes.timeline import timeline_scene
from kit.charts.scenes.world_map import world_map_scene

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.charts.scene import Scene

SCENES = {
    "map": world_map_scene,
    "network": network_scene,
    "slope": slope_scene,
    "stacked": stacked_scene,
    "timeline": timeline_scene,
}


def scene_of(chart: Chart, width: float) -> Scene:
    """Lay out a chart that is not empty in a width of pixels between the margins."""
    return SCENES[chart.kind](chart, width)
