"""`roadmapc explain`."""

import click

from roadmapc.catalogue import every_code, find


@click.command("explain")
@click.argument("code", required=False, metavar="[КОД]")
def command(code: str | None) -> None:
    """Страница руководства о замечании; без кода – список всех."""
    if code is None:
        for known in every_code():
            click.echo(f"{known.id}  {known.severity.word:<9}  {known.title}")
        return
    named = find(code)
    if named is None:
        from roadmapc.text.similar import did_you_mean  # noqa: PLC0415 - for slips of the hand only

        hints = did_you_mean(code.upper(), [known.id for known in every_code()])
        raise click.UsageError("; ".join((f"кода «{code}» нет", *hints, "список: roadmapc explain")))
    click.echo(f"{named.id} {named.name} – {named.severity.word}\n\n{named.manual.strip()}")
    click.echo(f"В отчёте  {named.group.heading}")
    if named.of_signed != named:
        word = named.of_signed.severity.word
        click.echo(f"У подписанного акта (wording: as_signed) – {word}: слова его остаются, как подписаны")
