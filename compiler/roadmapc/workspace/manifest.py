"""What a folder of outputs was built from, and what was built: by it ours is told from others'."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.source.limits import ITEMS
from roadmapc.workspace.codes import DAMAGED_MANIFEST, UNREADABLE_FILE
from roadmapc.workspace.disk import content_of, kind_of
from roadmapc.workspace.failures import reason

MANIFEST = "manifest.json"
_ADVICE = "переименуйте папку и соберите заново"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Digests are SHA-256, by paths with `/`."""

    plan: str
    """Empty in the one of what plans have together."""
    plans: tuple[str, ...]
    """What it was built of together."""
    sources: Mapping[str, str]
    """By paths from the root, the plan's own first; empty if an older release has not said."""
    outputs: Mapping[str, str]
    """By paths from the folder."""
    content: str
    """Of the plan's meaning; empty for several together."""
    stale: tuple[str, ...]
    """Outputs that were left as an earlier build has made them, of other sources."""


def manifest_of(folder: Path) -> Outcome[Manifest]:
    """The manifest of a folder; no value if there is none, with a finding if it cannot be understood."""
    path = folder / MANIFEST
    if not os.path.lexists(path):
        return Outcome(None)
    if kind := kind_of(path):
        message = (
            f"на месте описи «{path}» стоит {kind}: неизвестно, какие файлы здесь собраны, а какие чужие"
        )
        return failed(DAMAGED_MANIFEST, message, _ADVICE)
    try:
        record = json.loads(content_of(path))
        if len(record["outputs"]) + len(record.get("sources", ())) > ITEMS.most:
            return failed(DAMAGED_MANIFEST, f"в описи «{path}» больше {ITEMS} файлов", _ADVICE)
        return Outcome(_manifest(record))
    except OSError as error:
        return failed(
            UNREADABLE_FILE, f"опись «{path}» не читается: {reason(error)}", "проверьте права на неё"
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        message = f"опись «{path}» повреждена: неизвестно, какие файлы здесь собраны, а какие чужие"
        return failed(DAMAGED_MANIFEST, message, _ADVICE)


def from_json(content: bytes) -> Manifest:
    """The manifest that such bytes are; an exception of any kind if they are none."""
    return _manifest(json.loads(content))


def _manifest(record: Any) -> Manifest:
    str(record["roadmapc"])  # other programs have manifests too
    outputs = {str(name): str(digest) for name, digest in record["outputs"].items()}
    if not all(map(is_inner, outputs)):
        raise ValueError("a name that leads out of the folder")
    return Manifest(
        plan=str(record.get("plan", "")),
        plans=tuple(map(str, record.get("plans", ()))),
        sources={str(name): str(digest) for name, digest in record.get("sources", {}).items()},
        outputs=outputs,
        content=str(record.get("content", "")),
        stale=tuple(map(str, record.get("stale", ()))),
    )


def is_inner(name: str) -> bool:
    """Whether a name stays below its folder, on every system."""
    path = PurePosixPath(name)
    is_plain = name == path.as_posix() and not path.is_absolute() and name not in {"", "."}
    return is_plain and ".." not in path.parts and "\x00" not in name and not PureWindowsPath(name).anchor
