from __future__ import annotations

import struct
from zipfile import ZipFile

import pytest

from kit.lexicon import atlas
from kit.tables import table

INSIDE = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres"
SQUARE = [(0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0), (0.0, 0.0)]
HOLE = [(0.5, 0.5), (1.0, 0.5), (1.0, 1.25), (0.5, 0.5)]


def shapefile(shapes, kind=5):
    """Write shapes, each a list of rings, as the ``.shp`` of a shapefile."""
    content = bytes(100)
    for number, rings in enumerate(shapes, start=1):
        points = [number for ring in rings for point in ring for number in point]
        begins, at = [], 0
        for ring in rings:
            begins.append(at)
            at += len(ring)
        body = struct.pack("<i4d", kind, 0, 0, 0, 0)
        body += struct.pack("<ii", len(rings), at)
        body += struct.pack(f"<{len(begins)}i{len(points)}d", *begins, *points)
        content += struct.pack(">ii", number, len(body) // 2) + body
    return content


def dbase(rows):
    """Write names and codes as the ``.dbf`` of a shapefile."""
    columns = [("name", 20), ("iso_a3", 3)]
    header = 32 + 32 * len(columns) + 1
    content = struct.pack("<4xIHH20x", len(rows), header, 24)
    for name, width in columns:
        content += name.encode().ljust(16, b"\0") + bytes([width]) + bytes(15)
    content += b"\r"
    for name, code in rows:
        content += b" " + name.ljust(20).encode("latin-1") + code.ljust(3).encode()
    return content


def test_the_rings_of_each_shape_are_read():
    shapes = [[SQUARE, HOLE], [SQUARE]]
    assert list(atlas.polygons(shapefile(shapes))) == shapes


def test_shapes_that_are_no_polygons_are_refused():
    with pytest.raises(ValueError, match=r"shape of kind 3\. Give polygons, kind 5"):
        list(atlas.polygons(shapefile([[SQUARE]], kind=3)))


def test_the_names_of_each_shape_are_read():
    assert list(atlas.records(dbase([("Libya", "LBY"), ("Curaçao", "CUW")]))) == [
        {"name": "Libya", "iso_a3": "LBY"},
        {"name": "Curaçao", "iso_a3": "CUW"},
    ]


def test_a_country_has_outlines_or_the_place_of_its_capital(tmp_path):
    wheel = tmp_path / "geopandas.whl"
    named = [
        ("Libya", "LBY"),
        ("Antarctica", "ATA"),
        ("Kosovo", "-99"),
        ("Somalia", "SOM"),
        ("Somaliland", "-99"),
    ]
    with ZipFile(wheel, "w") as files:
        rings = [[SQUARE], [SQUARE], [HOLE], [SQUARE], [HOLE]]
        files.writestr(f"{INSIDE}.shp", shapefile(rings))
        files.writestr(f"{INSIDE}.dbf", dbase(named))
    square, hole = "0 0 0 200 200 200 200 0", "50 50 100 50 100 125"
    rows = {code: rest for code, *rest in atlas.rows(wheel)}
    assert rows["LY"] == ["", "", square]
    assert rows["XK"] == ["", "", hole]
    assert rows["SO"] == ["", "", f"{square}|{hole}"]
    assert rows["BH"] == ["50.59", "26.23", ""]
    assert "AQ" not in rows


def test_every_country_of_today_is_on_the_map():
    rows = {row["code"]: row for row in table("outlines")}
    every = {row["code"] for row in table("countries")}
    assert every - set(rows) == {"AQ", "BV", "HM", "UM", "SU", "YU", "CS", "DD"}
    drawn = {code for code, row in rows.items() if row["outlines"]}
    assert {"XK", "PS", "TW", "EH", "SS", "IL", "LB", "QA"} <= drawn
    placed = {"BH", "MT", "SG", "KM", "MV", "VA", "HK"}
    assert all(rows[code]["longitude"] for code in placed)


def test_the_table_is_small_enough_to_ship():
    assert atlas.TABLE.stat().st_size <= 150_000
