"""What the documents show of their requisites: signatures, agreements, the words of a blank, copies."""

from dataclasses import dataclass

from roadmapc.model.organisation import NO_LETTERHEAD, Letterhead


@dataclass(frozen=True, slots=True)
class SignatureView:
    """A person who signs: under the text (ГОСТ Р 7.0.97, requisite 22) or on a sheet."""

    post: str
    """With a capital letter; empty on an official's blank, whose head already names the post."""
    name: str
    """Initials first: «А. Б. Образцова»."""


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Who or what agrees under the text (ГОСТ Р 7.0.97, requisite 20)."""

    act: str
    """«решением Совета родителей от … № …»; empty where an official is to sign."""
    post: str
    """Of the official; empty where an act says it."""
    name: str
    """Initials first; empty where an act says it."""


@dataclass(frozen=True, slots=True)
class BlankView:
    """What a blank may print besides the names of its authors; empty where the directory is silent."""

    letterhead: Letterhead = NO_LETTERHEAD
    second_head: tuple[str, ...] = ()
    """The lines of the head in a second language; empty if one of them has no words in it."""
    second_kind: str = ""


BARE = BlankView()
"""A blank of names alone."""


@dataclass(frozen=True, slots=True)
class CopiesView:
    """A line of the distribution list."""

    to: str
    count: str
    """«3 экз.»."""
