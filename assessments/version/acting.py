"""What stands today for what a version said would be done: actions are made, and slip, after it was signed."""

from dataclasses import dataclass

from assessments.models import Mitigation
from assessments.models.stages import IN_PUBLIC


@dataclass(frozen=True)
class Acting:
    """`said`: each mitigation as it was signed, with the action that stands for it today or None; `later`: the mitigations of versions after
    it that another action stands for.
    """

    said: list
    later: list


def acting(version, content, user):
    """Return the Acting of `version`, as `user` may know it: one query where it has mitigations, another where it is not the newest.

    What a later version says is for those who may read that one.
    """
    signed = list(content.mitigation_rows)
    rows = list(_standing(version.mitigations.order_by("pk"))) if signed else []
    # The rows stay as they were signed. What a register brought has none.
    actions = [row.action for row in rows] if len(rows) == len(signed) else [None] * len(signed)  # fmt: skip
    return Acting(
        list(zip(signed, actions, strict=True)),
        _later(version, user, {one.pk for one in actions if one}),
    )


def _standing(mitigations):
    return mitigations.select_related("action__plan")


def _later(version, user, shown):
    if version.assessment.current_id == version.pk:
        return []
    rows = Mitigation.objects.filter(
        assessment_version__assessment=version.assessment_id,
        assessment_version__number__gt=version.number,
        action__isnull=False,
    ).exclude(action__in=shown)
    if not user.may_update:
        rows = rows.filter(assessment_version__stage__in=IN_PUBLIC)
    newest = _standing(rows.select_related("assessment_version").defer("assessment_version__content"))  # fmt: skip
    return list({one.action_id: one for one in newest.order_by("assessment_version__number", "pk")}.values())  # fmt: skip
