"""What is around the footage and is not ours: Home Assistant, the machine and its network, as they were found to be.

画像データが外部に漏れることのないように (4(4)ウ): the guideline asks for what this software alone cannot keep. Counts and ids of
entities, never who somebody is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Weakness(StrEnum):
    """What is weak about where the vault lies."""

    CONTAINER = "container"
    """A container's own layer: it goes when the container is replaced."""
    SHARE = "share"
    """Another machine's disk, over the network."""
    FILE_SYSTEM = "file_system"
    """What is overwritten may survive: copy-on-write, or unknown."""
    CONFIGURATION = "configuration"
    """Under Home Assistant's own folder: a restore wipes it, a backup copies it."""
    MEMORY = "memory"


class Side(StrEnum):
    """From where people come to Home Assistant."""

    INSIDE = "inside"
    """From the site's own network."""
    OUTSIDE = "outside"
    """From the internet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What was found. Cameras by their own ids; entities by their entity ids."""

    sources: Mapping[str, str] = field(default_factory=dict)
    """By camera, its entity in Home Assistant: whoever uses Home Assistant can look at it."""
    watchers: int = 0
    """Active users of Home Assistant without an office that looks at footage."""
    other_cameras: int = 0
    """Cameras in Home Assistant that are not under these rules."""
    takers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By automation or script, what in it takes pictures from a camera under these rules: actions, a device's (`domain.type`),
    `event` or `variables`."""
    bridges: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By integration that hands entities on, the cameras (entity ids) that it hands on."""
    assistants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By voice assistant, the cameras (entity ids) that it is given."""
    streams_elsewhere: bool = False
    """Whether pictures are streamed by another machine, or anybody can ask for them past Home Assistant."""
    footage_files: Mapping[str, int] = field(default_factory=dict)
    """By folder that Home Assistant shows around, the videos and stills in it; folders without any are left out."""
    looked_through: bool = True
    """Whether those folders were looked through to their end."""
    plain: frozenset[Side] = frozenset()
    """From where passphrases and pictures come and go unencrypted."""
    weaknesses: frozenset[Weakness] = frozenset()
    in_backups: bool = False
    """Whether a backup can copy the vault."""
    own_disk: bool = False
    """Whether the vault lies on another disk than the configuration."""
    makes_backups: bool = False
    """Whether Home Assistant makes backups by itself."""
    not_recording: tuple[str, ...] = ()
    """Cameras that should record and do not."""
    erasure_failing: bool = False
    vault_away: bool = False
