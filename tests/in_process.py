"""The program in this process, as a terminal would run it."""

from click.testing import CliRunner, Result

from roadmapc.cli.main import roadmapc


def run(*arguments: object) -> Result:
    """What a command prints and answers; a bug of the program fails the test that has met it."""
    return CliRunner().invoke(roadmapc, [str(each) for each in arguments], catch_exceptions=False)


def run_ok(*arguments: object) -> Result:
    """The same of a command that has nothing to object to."""
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result
