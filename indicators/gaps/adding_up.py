"""Whether the groups of a characteristic add up to the whole: a remark for who enters them, never a refusal. Pure."""

from indicators.gaps.masking import common_base


def remark(groups, count: int | None, base: int | None) -> str:
    """Return in words that `groups` (as `masking` takes them) do not add up to the result's count and base, or ""."""
    if len(groups) < 2:
        return ""
    common = common_base(groups)
    if common:
        return _told("counts", _sum(groups, "count"), common, "their base is")
    said = [
        _told("counts", _sum(groups, "count"), count, "the result counts"),
        _told("bases", _sum(groups, "base"), base, "the result is out of"),
    ]
    return " ".join(one for one in said if one)


def _sum(groups, name):
    numbers = [getattr(one, name) for one in groups]
    return None if None in numbers else sum(numbers)


def _told(what, listed, whole, than) -> str:
    if listed is None or whole is None or listed == whole:
        return ""
    if listed < whole:
        return f"The {what} of these groups add up to {listed:,} and {than} {whole:,}: {whole - listed:,} people belong to none of them, or a number is wrong."
    return f"The {what} of these groups add up to {listed:,} and {than} {whole:,}: somebody belongs to two groups, or a number is wrong."
