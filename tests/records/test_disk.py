"""What the book asks of the disk beside writing."""

from pathlib import Path

from custom_components.kuma_bouhan.records.disk import is_readable


def test_a_file_is_readable_where_all_of_it_can_be_read(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.write_bytes(bytes(300_000))
    assert is_readable(book)


def test_what_is_gone_or_no_file_is_not_readable(tmp_path: Path) -> None:
    assert not is_readable(tmp_path / "gone")
    assert not is_readable(tmp_path)
