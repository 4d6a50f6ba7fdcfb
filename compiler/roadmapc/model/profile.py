"""The house profile: what standards and custom leave to each authority."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.calendar.policy import Policy


@dataclass(frozen=True, slots=True)
class Profile:
    """The choices of an authority."""

    name: str
    policy: Policy
    """How deadlines are read and moved."""


PROFILES = {"gost-2025": Profile("gost-2025", Policy())}
