"""What is taken for a picture: by its header alone."""

from io import BytesIO

from PIL import Image
import pytest

from custom_components.kuma_bouhan.guideline.jpeg import is_jpeg, without_notes


def picture(kind: str = "JPEG", mode: str = "RGB", **how: object) -> bytes:
    """Return a small picture."""
    data = BytesIO()
    Image.new(mode, (48, 32), 200).save(data, kind, **how)
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        picture(),
        picture(mode="L"),
        picture(progressive=True, quality=20),
        picture(exif=b"Exif\x00\x00" + bytes(40), comment=b"a shop"),
    ],
    ids=["colour", "grey", "progressive", "with segments"],
)
def test_a_jpeg_is_one(data: bytes) -> None:
    assert is_jpeg(data)


def test_fill_bytes_before_a_marker_and_markers_that_stand_alone_belong_to_it() -> None:
    data = picture()
    assert is_jpeg(data[:2] + b"\xff\xff" + data[2:])
    assert is_jpeg(data[:2] + b"\xff\x01" + data[2:])


def _without_sides(data: bytes) -> bytes:
    place = data.index(b"\xff\xc0") + 5
    return data[:place] + bytes(4) + data[place + 4 :]


def _cut_frame(data: bytes) -> bytes:
    """Say that there are more components than the frame header has room for."""
    place = data.index(b"\xff\xc0") + 9
    return data[:place] + b"\x09" + data[place + 1 :]


WHOLE = picture()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff\xd9",
        picture("PNG"),
        b"<svg onload='alert(1)'/>",
        b"\xff\xd8" + b"<script>alert(1)</script>" + b"\xff\xd9",
        WHOLE[:-2],
        WHOLE[: WHOLE.index(b"\xff\xda")] + b"\xff\xd9",
        WHOLE[:2] + WHOLE[WHOLE.index(b"\xff\xda") :],
        WHOLE[:2] + b"\xff\xe0\xff\xff" + WHOLE[2:],
        WHOLE[:2] + b"\xff\xe0\x00\x01" + WHOLE[2:],
        WHOLE[:2] + b"\xff\xc0\x00\x04\x08\x08" + WHOLE[2:],
        _without_sides(WHOLE),
        _cut_frame(WHOLE),
    ],
    ids=[
        "nothing",
        "no header",
        "a PNG",
        "an SVG",
        "text in between",
        "cut off",
        "no scan",
        "no frame header",
        "a segment longer than all",
        "a segment shorter than its length",
        "a frame header too short",
        "no sides",
        "components that are not there",
    ],
)
def test_what_only_begins_like_one_is_none(data: bytes) -> None:
    assert not is_jpeg(data)


@pytest.mark.parametrize(
    "data",
    [
        picture(exif=b"Exif\x00\x00" + b"33.59N 130.40E", comment=b"a shop"),
        picture(exif=b"Exif\x00\x00" + b"33.59N 130.40E", progressive=True),
    ],
    ids=["with notes", "progressive"],
)
def test_a_picture_is_kept_without_where_and_by_what_it_was_taken(data: bytes) -> None:
    kept = without_notes(data)
    assert is_jpeg(kept) and is_jpeg(without_notes(b"\xff\xd8\xff\xff\x01" + kept[2:]))
    assert b"Exif" not in kept and b"a shop" not in kept and b"33.59" not in kept
    assert Image.open(BytesIO(kept)).convert("RGB").tobytes() == (
        Image.open(BytesIO(data)).convert("RGB").tobytes()
    )
