from __future__ import annotations

import numpy as np
import pytest

from kit.charts.atlas import REGIONS, atlas, project


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [
        # The corners of the world, as its authors give them, and its middle.
        (180, 0, 2.70663, 0),
        (0, 90, 0, 1.31736),
        (-180, 0, -2.70663, 0),
        (0, 0, 0, 0),
    ],
)
def test_degrees_are_laid_flat_as_equal_earth(longitude, latitude, x, y):
    flat = project(np.array([float(longitude)]), np.array([float(latitude)]), 0)
    assert flat.tolist() == [pytest.approx([x, y], abs=1e-5)]


def test_areas_stay_true():
    # A patch of the globe of a tenth of a degree, and its area on a sphere of 1.
    for latitude in (0.0, 30.0, 60.0, 80.0):
        south, north = latitude, latitude + 0.1
        x = np.array([0.0, 0.1, 0.1, 0.0]) + 40
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = project(
            x, np.array([south, south, north, north]), 0
        )
        flat = ((cx - ax) * (dy - by) - (dx - bx) * (cy - ay)) / 2
        true = np.radians(0.1) * np.diff(np.sin(np.radians([south, north])))[0]
        assert flat == pytest.approx(true, rel=1e-4)


@pytest.mark.parametrize("region", REGIONS)
def test_nothing_sticks_out_of_the_window(region):
    drawn = atlas(region)
    for area in drawn.areas.values():
        for x, y in [area.middle, *(point for ring in area.rings for point in ring)]:
            assert drawn.x[0] - 1e-4 <= x <= drawn.x[1] + 1e-4
            assert drawn.y[0] - 1e-4 <= y <= drawn.y[1] + 1e-4


def test_a_region_shows_its_countries_and_says_how_much_of_others():
    whole, arab = atlas("world").areas, atlas("arab").areas
    assert all(area.shows for area in whole.values())
    league = {
        *("DZ", "BH", "DJ", "EG", "IQ", "JO", "KW", "LB", "LY", "MR", "MA"),
        *("OM", "PS", "QA", "SA", "SO", "SD", "SY", "TN", "AE", "YE"),
    }
    assert {code: arab[code].shows for code in league} == dict.fromkeys(league, True)
    assert arab["EG"].share == pytest.approx(1)
    assert not arab["RU"].shows
    assert "US" not in arab


def test_no_land_is_torn_by_the_cut_of_the_world():
    # The far east of Russia lies beyond 180 degrees, and at the eastern end of the map.
    rings = atlas("world").areas["RU"].rings
    assert min(x for ring in rings for x, _ in ring) > 0
