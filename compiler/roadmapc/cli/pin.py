"""What servers install: one file by its digest, never a bare name that anybody may register."""

import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import click

from roadmapc.cli.own_wheel import NAME, Wheel, own_wheel
from roadmapc.workspace.sources import read

TOOLS = "tools"
"""The folder of a repository that says what is installed."""
REQUIREMENTS = f"{TOOLS}/requirements.txt"

_WHEEL = re.compile(rf"{NAME}-[0-9][0-9A-Za-z.+!]*-py3-none-any\.whl")
_ADDRESS = re.compile(rf"(?P<address>https://[^\s#]+/{_WHEEL.pattern})#sha256=(?P<digest>[0-9a-f]{{64}})")
_VERSION = re.compile(rf"{NAME}==(?P<version>[0-9][0-9A-Za-z.+!]*)#sha256=(?P<digest>[0-9a-f]{{64}})")

FORMS = (
    "файл пакета: ./roadmapc-0.1.0-py3-none-any.whl",
    "адрес пакета, например выпуска с меткой: …/v0.1.0/roadmapc-0.1.0-py3-none-any.whl#sha256=…",
    "версия из реестра пакетов: roadmapc==0.1.0#sha256=…",
)
"""How an option names it."""


class Pin(NamedTuple):
    """A line of a requirements file, and the wheel that lies beside it, if it names one."""

    requirement: str
    wheel: Wheel | None = None


def own_pin() -> Pin:
    """The program that runs, with its wheel; wrong use if there is none to give."""
    wheel = own_wheel()
    if wheel is None:
        raise click.UsageError(
            f"из чего установлена эта программа, неизвестно; назовите: --install {FORMS[0]}"
        )
    return _with_wheel(wheel)


def pin(source: str) -> Pin:
    """What `--install` names; wrong use if it is not one file known by its digest."""
    if found := _ADDRESS.fullmatch(source):
        return Pin(f"{NAME} @ {found['address']} --hash=sha256:{found['digest']}")
    if found := _VERSION.fullmatch(source):
        return Pin(f"{NAME}=={found['version']} --hash=sha256:{found['digest']}")
    path = Path(source)
    if not _WHEEL.fullmatch(path.name) or "#" in source or "://" in source:
        made = f" (его соберёт pip wheel --no-deps {source})" if source.startswith("git+") else ""
        forms = "; ".join((FORMS[0] + made, *FORMS[1:]))
        raise click.BadParameter(f"«{source}» не закрепить; назовите {forms}", param_hint="--install")
    content = read(path)
    if content.value is None:
        raise click.BadParameter(content.diagnostics[0].message, param_hint="--install")
    return _with_wheel(Wheel(path.name, content.value))


def _with_wheel(wheel: Wheel) -> Pin:
    digest = sha256(wheel.content).hexdigest()
    return Pin(f"./{TOOLS}/{wheel.name} --hash=sha256:{digest}", wheel)
