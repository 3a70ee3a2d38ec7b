"""Where a vault may lie."""

from collections.abc import Callable
import os
from pathlib import Path

import pytest

from custom_components.kuma_bouhan.flows import place
from custom_components.kuma_bouhan.flows.place import Doubt, PlaceProblem
from custom_components.kuma_bouhan.guideline.surroundings import Weakness

GIB = 1024**3


@pytest.fixture
def configuration(tmp_path: Path) -> Path:
    folder = tmp_path / "config"
    (folder / "kuma_bouhan").mkdir(parents=True)
    return folder


@pytest.fixture
def mounted(tmp_path: Path) -> Callable[..., Path]:
    """Say what the kernel mounts where: mount point and file system."""

    def write(*mounts: tuple[Path | str, str]) -> Path:
        table = tmp_path / "mounts"
        table.write_text(
            "/dev/vda1 / ext4 rw 0 0\n"
            + "".join(f"x {str(at).replace(' ', '\\040')} {kind} rw 0 0\n" for at, kind in mounts)
        )
        return table

    return write


def everything(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def refused(folder: object, configuration: Path, **facts: object) -> PlaceProblem:
    with pytest.raises(PlaceProblem) as problem:
        place.check(str(folder), configuration=configuration, **facts)  # type: ignore[arg-type]
    return problem.value


def test_a_new_folder_on_a_local_disk_is_taken_and_nothing_is_left_there(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path]
) -> None:
    mounts = mounted()
    before = everything(tmp_path)
    found = place.check(f" {tmp_path}/vault ", configuration=configuration, mounts=mounts)
    assert (found.folder, found.file_system, found.doubts) == (tmp_path / "vault", "ext4", ())
    assert found.free > place.LEAST_FREE
    assert everything(tmp_path) == before


def test_an_empty_folder_and_the_root_of_a_disk_are_taken(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path]
) -> None:
    (tmp_path / "disk" / "lost+found").mkdir(parents=True)
    found = place.check(
        f"{tmp_path}/disk", configuration=configuration, mounts=mounted((tmp_path / "disk", "xfs"))
    )
    assert found.file_system == "xfs"
    assert everything(tmp_path / "disk") == {"lost+found"}


@pytest.mark.parametrize("text", ["vault", "", "  ", "~/vault", "../vault", "/a\0b"])
def test_a_path_that_is_not_whole_is_refused(configuration: Path, text: str) -> None:
    assert refused(text, configuration).key == "place_not_absolute"


@pytest.mark.parametrize("inside", [".", "kuma_bouhan", "kuma_bouhan/vault", "vault", ".."])
def test_the_configuration_folder_and_what_holds_it_are_refused(
    configuration: Path, inside: str
) -> None:
    assert refused(configuration / inside, configuration).key == "place_in_configuration"


def test_a_link_into_the_configuration_folder_is_seen_through(
    tmp_path: Path, configuration: Path
) -> None:
    (tmp_path / "harmless").symlink_to(configuration)
    problem = refused(tmp_path / "harmless" / "vault", configuration)
    assert problem.key == "place_in_configuration"


def test_a_folder_whose_parent_is_missing_is_a_slip_or_a_disk_that_is_not_mounted(
    tmp_path: Path, configuration: Path
) -> None:
    problem = refused(tmp_path / "mdia" / "vault", configuration)
    assert problem.key == "place_no_parent"
    assert problem.placeholders["parent"] == str(tmp_path / "mdia")


@pytest.mark.parametrize("kind", ["tmpfs", "ramfs"])
def test_memory_is_refused(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path], kind: str
) -> None:
    mounts = mounted((tmp_path, kind))
    assert refused(tmp_path / "vault", configuration, mounts=mounts).key == "place_in_memory"


def test_a_file_is_refused(tmp_path: Path, configuration: Path) -> None:
    (tmp_path / "vault").touch()
    assert refused(tmp_path / "vault", configuration).key == "place_not_folder"


def test_a_folder_with_other_files_is_refused(tmp_path: Path, configuration: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").touch()
    assert refused(tmp_path / "photos", configuration).key == "place_not_empty"


def test_a_vault_that_no_book_speaks_of_is_refused_in_words_of_its_own(
    tmp_path: Path, configuration: Path
) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / place.IDENTITY).touch()
    assert refused(tmp_path / "vault", configuration).key == "place_holds_vault"


def test_a_folder_that_cannot_be_written_is_refused_with_the_systems_reason(
    tmp_path: Path, configuration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(_file: int) -> None:
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr(os, "fsync", read_only)
    problem = refused(tmp_path / "vault", configuration)
    assert problem.key == "place_not_writable"
    assert problem.placeholders["reason"] == os.strerror(30)
    assert not (tmp_path / "vault").exists()


def test_a_folder_that_cannot_be_looked_into_is_refused(
    configuration: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def denied(_folder: Path) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "iterdir", denied)
    problem = refused(tmp_path / "vault", configuration)
    assert problem.key == "place_not_writable"


def test_a_disk_without_room_is_refused(tmp_path: Path, configuration: Path) -> None:
    problem = refused(tmp_path / "vault", configuration, least_free=1024**5)
    assert problem.key == "place_too_small"
    assert problem.placeholders["least"] == str(1024**5 // GIB)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "btrfs", "zfs", "fuse.mergerfs", "exfat", "new"])
def test_file_systems_that_may_keep_what_is_overwritten_are_doubted(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path], kind: str
) -> None:
    mounts = mounted((tmp_path, kind))
    found = place.check(f"{tmp_path}/vault", configuration=configuration, mounts=mounts)
    assert (found.file_system, found.doubts) == (kind, (Doubt.FILE_SYSTEM,))


def test_a_containers_own_layer_is_doubted(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path]
) -> None:
    mounts = mounted(("/", "overlay"))
    found = place.check(f"{tmp_path}/vault", configuration=configuration, mounts=mounts)
    assert found.doubts == (Doubt.CONTAINER,)


def test_what_a_backup_reaches_is_doubted_too(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path]
) -> None:
    media = tmp_path / "media"
    media.mkdir()
    found = place.check(
        f"{media}/vault",
        configuration=configuration,
        backups=(media,),
        mounts=mounted((media, "btrfs")),
    )
    assert found.doubts == (Doubt.FILE_SYSTEM, Doubt.BACKUP)


def test_the_mount_that_lies_on_top_and_nearest_counts(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path]
) -> None:
    disk = tmp_path / "my disk"
    disk.mkdir()
    mounts = mounted((tmp_path, "btrfs"), (disk, "autofs"), (disk, "ext4"))
    found = place.check(f"{disk}/vault", configuration=configuration, mounts=mounts)
    assert found.file_system == "ext4"


def test_without_the_kernels_table_the_file_system_is_doubted(
    tmp_path: Path, configuration: Path
) -> None:
    found = place.check(
        f"{tmp_path}/vault", configuration=configuration, mounts=tmp_path / "missing"
    )
    assert (found.file_system, found.doubts) == ("unknown", (Doubt.FILE_SYSTEM,))


def test_a_vault_that_is_there_is_found(tmp_path: Path, configuration: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / place.IDENTITY).touch()
    found = place.check_existing(f"{tmp_path}/vault", configuration=configuration)
    assert found == tmp_path / "vault"


@pytest.mark.parametrize(
    ("folder", "key"),
    [("empty", "place_no_vault"), ("config/vault", "place_in_configuration")],
)
def test_what_is_no_vault_is_not_taken_up(
    tmp_path: Path, configuration: Path, folder: str, key: str
) -> None:
    (tmp_path / folder).mkdir()
    with pytest.raises(PlaceProblem) as problem:
        place.check_existing(f"{tmp_path}/{folder}", configuration=configuration)
    assert problem.value.key == key


def test_a_folder_beside_the_configuration_is_proposed(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path]
) -> None:
    mounts = mounted()
    before = everything(tmp_path)
    assert place.propose(configuration, mounts=mounts) == tmp_path / "kuma_bouhan_vault"
    assert everything(tmp_path) == before


def test_in_a_container_a_mounted_folder_is_proposed_before_its_own_layer(
    tmp_path: Path, configuration: Path, mounted: Callable[..., Path]
) -> None:
    if not os.access("/media", os.W_OK):
        pytest.skip("this machine has no /media that can be written")
    mounts = mounted((tmp_path, "overlay"), ("/media", "ext4"))
    proposed = place.propose(configuration, backups=place.SUPERVISED_BACKUPS, mounts=mounts)
    assert proposed == Path("/media/kuma_bouhan_vault")


@pytest.mark.parametrize(
    ("file_system", "weak"),
    [
        ("ext4", set()),
        ("xfs", set()),
        ("btrfs", {Weakness.FILE_SYSTEM}),
        ("a file system of tomorrow", {Weakness.FILE_SYSTEM}),
        ("cifs", {Weakness.SHARE}),
        ("nfs4", {Weakness.SHARE}),
        ("overlay", {Weakness.CONTAINER}),
        ("tmpfs", {Weakness.MEMORY}),
    ],
)
def test_what_is_weak_about_where_a_vault_lies_is_told(
    tmp_path: Path,
    configuration: Path,
    mounted: Callable[..., Path],
    file_system: str,
    weak: set[Weakness],
) -> None:
    vault = tmp_path / "disk" / "vault"
    vault.mkdir(parents=True)
    mounts = mounted((tmp_path / "disk", file_system.replace(" ", "\\040")))
    assert place.weaknesses(vault, configuration=configuration, mounts=mounts) == weak


def test_a_vault_that_came_to_lie_under_the_configuration_is_told(
    configuration: Path, mounted: Callable[..., Path]
) -> None:
    vault = configuration / "vault"
    vault.mkdir()
    found = place.weaknesses(vault, configuration=configuration, mounts=mounted())
    assert found == {Weakness.CONFIGURATION}
