"""The root of outputs: where it may be, whose it is, and which plans have their folders there."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.workspace.codes import AMONG_SOURCES, LEADS_OUTSIDE, ORPHAN_OUTPUTS, STRANGE_FOLDER, UNWRITABLE
from roadmapc.workspace.disk import OURS, free_name, is_real_folder, kind_of
from roadmapc.workspace.failures import reason
from roadmapc.workspace.manifest import Manifest, manifest_of
from roadmapc.workspace.sources import find_root, real_folders
from roadmapc.workspace.stage import obstacle

MUNICIPALITIES = "municipalities"
"""Where outputs of plans of one organisation directory together lie, where there are several directories."""
ASIDE = "прежние планы"
"""Where outputs of plans that are gone are moved."""
_NOBODYS = re.compile(
    rf"\.git(|attributes|ignore|keep)|\.nojekyll|\.DS_Store|\.directory|\.roadmapc(|\.lock)|{OURS.pattern}"
)
"""What lies in a new folder though people have put nothing there; a folder may be a branch of its own."""
_HINT = "назовите новую или пустую папку: -o папка"


def claimed(folder: Path, plans: Iterable[Path], filled: Collection[str]) -> Outcome[Path]:
    """The folder as the root of outputs, a link to it resolved; no value if it cannot be one.

    `filled` are names of files that people may lay into a new one.
    """
    place = Path(os.path.realpath(folder))
    folders = real_folders(plans)
    found = {folder: find_root(folder) for folder in folders}
    roots = {root or folder for folder, root in found.items()}
    sources = {*folders, *(root / "roadmaps" for root in found.values() if root)}
    if any(source.is_relative_to(place) for source in sources) or any(
        place.is_relative_to(root / "roadmaps") for root in roots
    ):
        message = f"папка вывода «{folder}» лежит среди исходных файлов или над ними"
        return failed(AMONG_SOURCES, message, "назовите отдельную папку: -o build")
    if strays(folder, roots):
        message = f"папка вывода «{folder}» – ссылка, которая уводит из хранилища: «{place}»"
        return failed(LEADS_OUTSIDE, message, f"уберите ссылку или назовите саму папку: -o {place}")
    if kind_of(place) not in {"", "папка"} or place.is_file():
        kind = kind_of(place) or "файл"
        return failed(UNWRITABLE, f"папка «{folder}» не записывается: на её месте стоит {kind}", _HINT)
    if what := _strange(place, {root / "build" for root in roots}, filled):
        return failed(STRANGE_FOLDER, f"папка вывода «{folder}» {what}; в ней ничего не изменено", _HINT)
    return Outcome(place if folder.is_symlink() else folder)


def strays(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a path that begins in one of the folders ends outside of it, over a link."""
    written, real = Path(os.path.abspath(path)), Path(os.path.realpath(path))
    return any(written.is_relative_to(root) and not real.is_relative_to(root) for root in roots)


def plan_folders(root: Path, known: Collection[str] = ()) -> Mapping[str, Manifest]:
    """The manifests of the folders of plans by the names of these, those that are `known` left out.

    What cannot be understood is left out, too, and so are other roots of outputs.
    """
    names = sorted({*os.listdir(root)} - {*known}) if root.is_dir() else ()
    folders = filter(is_real_folder, (root / name for name in names))
    found = {path.name: manifest_of(path).value for path in folders}
    return {name: each for name, each in found.items() if each is not None and not each.plans}


def orphans(root: Path, ids: Collection[str], unread: Collection[str]) -> tuple[str, ...]:
    """The folders of plans that are gone: of no known `ids`, nor built from a source that is `unread`."""
    manifests = plan_folders(root, frozenset(ids)).items()
    return tuple(name for name, each in manifests if not {*each.sources} & {*unread})


def report_orphan(root: Path, name: str) -> Diagnostic:
    """That a folder is left of a plan that is gone."""
    whose, what = "плана", "его вывод"
    if name.startswith(f"{MUNICIPALITIES}/"):
        whose, what = "планов муниципалитета", "их общий вывод"
    message = f"{whose} «{PurePosixPath(name).name}» больше нет, а {what} лежит в «{root / name}»"
    hint = f"уберите его сами или командой roadmapc build --clean: в папку «{ASIDE}»"
    return Diagnostic(ORPHAN_OUTPUTS, message, None, hints=(hint,))


def joint_orphans(root: Path, names: Collection[str]) -> tuple[str, ...]:
    """The folders of municipalities, from the root, that have no plans any more."""
    folder = root / MUNICIPALITIES
    places = sorted(folder.iterdir()) if is_real_folder(folder) else ()
    gone = (path for path in places if path.name not in names and is_real_folder(path))
    return tuple(f"{MUNICIPALITIES}/{path.name}" for path in gone if manifest_of(path).value)


def municipalities(root: Path) -> Outcome[Path]:
    """The folder of municipalities, made if it is missing; no value if something else stands there."""
    folder = root / MUNICIPALITIES
    if (way := obstacle(root, (f"{MUNICIPALITIES}/any",))) is not None:
        kind = kind_of(way) or "файл"
        message = f"на месте папки «{way}» стоит {kind}; общие календари не записаны"
        return failed(LEADS_OUTSIDE if kind == "ссылка" else UNWRITABLE, message, "уберите это")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return failed(UNWRITABLE, f"папка «{folder}» не записывается: {reason(error)}", "проверьте права")
    return Outcome(folder)


def put_aside(root: Path, name: str) -> Outcome[Path]:
    """Move the folder of a plan that is gone out of the way."""
    target = root / ASIDE / name
    try:
        if (way := obstacle(root, (f"{ASIDE}/{name}",))) is not None:
            kind = kind_of(way) or "файл"
            message = f"папка «{root / name}» не убрана: на месте папки «{way}» стоит {kind}"
            code = LEADS_OUTSIDE if kind == "ссылка" else UNWRITABLE
            return failed(code, message, "уберите или переименуйте то, что там стоит")
        target.parent.mkdir(parents=True, exist_ok=True)
        target = free_name(target, "ещё") if os.path.lexists(target) else target
        (root / name).rename(target)
    except OSError as error:
        return failed(
            UNWRITABLE,
            f"папка «{root / name}» не убрана: {reason(error)}",
            "закройте её файлы или уберите её сами",
        )
    return Outcome(target)


def _strange(place: Path, usual: Collection[Path], filled: Collection[str]) -> str:
    """What forbids to build there; empty if nothing does."""
    if place.name.startswith("."):
        return "названа с точки: такие папки программы заводят для себя"
    manifests = ((path, manifest_of(path).value) for path in (place, *place.parents))
    if plan := next((path for path, manifest in manifests if manifest and manifest.plan), None):
        return f"лежит в папке плана другого вывода: «{plan}»"
    if place not in usual and not _is_ours(place, filled):
        return "– чужая: описи прежней сборки в ней нет"
    return ""


def _is_ours(root: Path, filled: Collection[str]) -> bool:
    """Whether nothing but outputs, or what people fill in, lies there, as far as one can see."""
    if not root.is_dir() or manifest_of(root).value:
        return True
    strange: list[Path] = []
    with suppress(OSError):
        for path in root.iterdir():
            inside = [each.name for each in path.iterdir()] if is_real_folder(path) else [path.name]
            if not _NOBODYS.fullmatch(path.name) and any(name not in filled for name in inside):
                strange.append(path)
    return not strange or bool(plan_folders(root))
