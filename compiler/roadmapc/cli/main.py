"""The `roadmapc` command. Each subcommand is imported only when it is asked for."""

import gc
import os
import sys
from errno import ENOSPC
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword

import click

from roadmapc import __version__
from roadmapc.cli.russian import METAVARS, speak_russian

COMMANDS = {
    "init": "начать хранилище планов",
    "import": "перевести приказ, который уже есть, в план и справочник",
    "check": "проверить планы, ничего не записывая",
    "build": "собрать документ, календари и опись в папку build/",
    "audit": "сверить папку вывода с её описями",
    "calendar": "показать календарь плана",
    "portfolio": "вопросы ко многим планам сразу: нагрузка, сроки, расхождения",
    "deadline": "показать, как понята фраза срока",
    "why": "показать, откуда взялась дата",
    "diff": "показать, что изменилось по смыслу между двумя редакциями плана",
    "amend": "составить акт о внесении изменений в план",
    "apply": "выполнить изменяющий акт на плане",
    "repeal": "составить акт, который прекращает план",
    "acts": "акты, которые изменили план, и действуют ли они",
    "verify": "проверить, говорит ли документ то же, что план",
    "absorb": "вернуть в план правки, сделанные в документе Word",
    "explain": "страница руководства о замечании",
    "schema": "схема файла для редактора",
    "template": "шаблоны документов Word: перечень, проверка, копия",
}
"""Modules of this room, each with a command of its own name, and their one-line helps."""


class _Lazy(click.Group):
    """A group whose commands are modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in COMMANDS:
            from roadmapc.text.similar import did_you_mean  # noqa: PLC0415 - for slips of the hand only

            ctx.fail("; ".join((f"команды «{cmd_name}» нет", *did_you_mean(cmd_name, COMMANDS))))
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"roadmapc.cli.{module}").command
        command.options_metavar = METAVARS["options_metavar"]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing them."""
        with formatter.section("Команды"):
            formatter.write_dl(list(COMMANDS.items()))


speak_russian()


@click.group(cls=_Lazy, **METAVARS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="roadmapc")
def roadmapc() -> None:
    """Планы муниципальных приказов как код: проверка, приказ, календари."""


def _speak_utf8() -> None:
    """Texts leave in UTF-8 whatever the locale; a terminal is given its own letters, and «?» for the rest."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def main() -> None:
    """Run the command; a bug exits with 70 (EX_SOFTWARE) and says that it is one."""
    _speak_utf8()
    try:
        os.getcwd()
    except OSError:
        click.echo("папки, из которой дана команда, больше нет: перейдите в другую", err=True)
        sys.exit(2)
    gc.disable()  # our records form no cycles, and looking for some takes a third of a large build
    try:
        roadmapc(prog_name="roadmapc")
    except Exception as error:
        if isinstance(error, OSError) and error.errno == ENOSPC:
            click.echo("напечатано не всё: на диске нет места", err=True)
            sys.exit(1)
        from roadmapc.cli.report import BUG, say_of_bug  # noqa: PLC0415 - so are reports for bugs

        say_of_bug(f"{type(error).__name__}: {error}")
        sys.exit(BUG)
    finally:
        gc.freeze()  # nor is there anything to look for at the exit
