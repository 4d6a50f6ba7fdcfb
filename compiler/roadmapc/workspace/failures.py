"""What the system says of a file, in words."""

import errno
from pathlib import Path
from typing import Never

from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.workspace.codes import UNREADABLE_FILE, UNWRITABLE

_REASONS = {
    errno.ENOENT: "такого файла нет",
    errno.EACCES: "нет права доступа",
    errno.EPERM: "нет права доступа",
    errno.ENOTDIR: "на месте папки в этом пути стоит файл",
    errno.EEXIST: "на месте папки в этом пути стоит файл",
    errno.EISDIR: "на месте файла стоит папка",
    errno.ELOOP: "на месте папки в этом пути стоит ссылка",
    errno.ENAMETOOLONG: "слишком длинное имя",
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "исчерпана доля диска",
    errno.EFBIG: "файл больше дозволенного",
    errno.EROFS: "диск открыт только для чтения",
    errno.EBUSY: "файл занят другой программой",
}


def reason(error: Exception) -> str:
    """Why a step failed."""
    if not isinstance(error, OSError):
        return "недопустимое имя"
    return _REASONS.get(error.errno or 0) or error.strerror or "причина неизвестна"


def closed(folder: Path) -> Outcome[Never]:
    """That nobody may look into a folder."""
    message = f"папка «{folder}» не читается: {_REASONS[errno.EACCES]}"
    return failed(UNREADABLE_FILE, message, "проверьте права на неё")


def unwritable(folder: Path, error: OSError) -> Outcome[Never]:
    """That a folder of outputs could not be written."""
    is_forbidden = error.errno in {errno.EACCES, errno.EPERM}
    what = "верните право записи в неё" if is_forbidden else "освободите место"
    hint = f"прежние файлы не изменены; {what} или укажите другую папку: -o папка"
    return failed(UNWRITABLE, f"папка «{folder}» не записывается: {reason(error)}", hint)
