import pytest

from kit.tables import table


def test_a_table_gives_its_rows_as_text():
    assert table("part_openers")[0] == {"opener": "تنويه", "kind": "notice"}


def test_a_table_is_read_once():
    assert table("countries") is table("countries")


@pytest.mark.parametrize("name", ["rivers", ""])
def test_a_table_that_is_not_there_is_refused_with_those_that_are(name):
    with pytest.raises(FileNotFoundError, match=r"No data table .*Tables: .*countries"):
        table(name)


def test_commas_lines_and_gaps_in_cells_are_kept(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "odd.csv").write_bytes(
        '\ufeffname,note\r\n"أ، ب","سطر\nوسطر\u2028ج"\r\nد\r\n'.encode()
    )
    monkeypatch.setattr("kit.tables.files", lambda _: tmp_path)
    assert table.__wrapped__("odd") == (
        {"name": "أ، ب", "note": "سطر\nوسطر\u2028ج"},
        {"name": "د", "note": ""},
    )
