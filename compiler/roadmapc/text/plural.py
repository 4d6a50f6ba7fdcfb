"""Agreement of nouns with numbers."""


def plural(count: int, one: str, few: str, many: str) -> str:
    """The form that `count` governs: 1 день, 2 дня, 5 дней, 11 дней, 21 день."""
    tens, ones = count // 10 % 10, count % 10
    if tens == 1 or ones == 0 or ones >= 5:
        return many
    return one if ones == 1 else few


def counted(count: int, one: str, few: str, many: str) -> str:
    """A number with its noun: «5 дней»."""
    return f"{count} {plural(count, one, few, many)}"
