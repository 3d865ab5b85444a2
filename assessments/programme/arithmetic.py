"""The one rounding rule of the programme. Pure."""


def percentage(completed: int, promised: int) -> int | None:
    """The whole percentage of `promised` that is `completed`, half up; None where nothing was promised."""
    if promised <= 0:
        return None
    return (200 * completed + promised) // (2 * promised)
