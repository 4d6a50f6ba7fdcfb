"""Names of people as documents write them."""


def initials_first(name: str) -> str:
    """«А. Б. Образцова» from «Образцова А. Б.»: a signature is decoded with initials first."""
    surname, _, initials = name.partition(" ")
    return f"{initials} {surname}" if initials else surname
