"""click's own words in Russian.

click takes its words from gettext, whose catalogues are compiled files chosen by the user's locale.
This program speaks Russian in every locale, so click is given the words themselves.
"""

from click import core, decorators, exceptions, formatting, parser, types

_WORDS = {
    "Usage:": "Использование:",
    "Options": "Параметры",
    "Positional arguments": "Аргументы",
    "Commands": "Команды",
    "Show this message and exit.": "показать эту справку",
    "Show the version and exit.": "показать версию",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "default: {default}": "по умолчанию {default}",
    "required": "обязательно",
    "file": "файл",
    "directory": "папка",
    "path": "путь",
    "Aborted!": "прервано",
    "Error: {message}": "ошибка: {message}",
    "Try '{command} {option}' for help.": "Справка: {command} {option}",
    "Missing command.": "не названа команда",
    "Missing argument": "не хватает аргумента",
    "Missing option": "не хватает параметра",
    "Missing parameter": "не хватает параметра",
    "Choose from:\n\t{choices}": "Можно написать:\n\t{choices}",
    "No such option {name!r}.": "параметра «{name}» нет",
    "Option {name!r} does not take a value.": "параметр «{name}» пишется без значения",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    "{value!r} is not a valid {number_type}.": "«{value}» – не число",
    "{value} is not in the range {range}.": "«{value}» вне пределов {range}",
    "{name} {filename!r} does not exist.": "{name} «{filename}» не найдена",
    "{name} {filename!r} is a file.": "«{filename}» – файл, а нужна папка",
    "{name} {filename!r} is a directory.": "«{filename}» – папка, а нужен файл",
    "{name} {filename!r} is not readable.": "{name} «{filename}»: нет права доступа",
    "Did you mean {possibility}?": "(возможно, вы имели в виду {possibility})",
    "(Did you mean one of: {possibilities}?)": "(возможно, вы имели в виду одно из: {possibilities})",
    "Got unexpected extra argument ({args})": "лишнее слово: {args}",
    "Got unexpected extra arguments ({args})": "лишние слова: {args}",
    "Option {name!r} requires an argument.": "у параметра «{name}» нет значения",
    "{value!r} is not {choice}.": "значения «{value}» нет; можно написать {choice}",
    "{value!r} is not one of {choices}.": "значения «{value}» нет; можно написать {choices}",
    "{value!r} does not match the format {format}.": "«{value}» – не дата; напишите ДД.ММ.ГГГГ",
    "{value!r} does not match the formats {formats}.": "«{value}» – не дата; напишите ДД.ММ.ГГГГ",
}
"""What a command of ours can say, by click's English; a test reads every help page and every error."""

METAVARS = {"options_metavar": "[ПАРАМЕТРЫ]", "subcommand_metavar": "КОМАНДА …"}
"""The words of a usage line that click does not ask to be translated."""


def speak_russian() -> None:
    """Replace gettext in the modules of click that a command line passes through."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        for name in ("_", "ngettext"):
            if hasattr(module, name):
                setattr(module, name, _translated)


def _translated(one: str, many: str = "", count: int = 1) -> str:
    message = one if count == 1 else many
    return _WORDS.get(message, message)
