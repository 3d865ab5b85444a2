"""Corrections of single readings: kept with the run's decisions, and put on what was understood."""

from django.db import transaction
from django.utils import timezone

from equality_tracker.imports.forms.correction import CorrectionForm
from equality_tracker.imports.models import ImportRun
from equality_tracker.imports.stages import actions_of
from plans.importing import corrections
from plans.importing.words import bare

OUTDATED = (
    "Somebody else changed the choices of this import while you were here, so nothing has been saved. Go back to the preview and "
    "look at the row as it is now."
)


def form_for(run, key, data=None):
    """Return the CorrectionForm of the row at `key`, such as "Plan!4"; None where the file has no such row."""
    actions = actions_of(run.understood)
    action = next((one for one in actions if corrections.key_of(one) == key), None)
    if action is None:
        return None
    words, lead = corrections.words_of(action), bare(action["lead"])
    return CorrectionForm(
        data,
        action=action,
        alike=sum(corrections.words_of(one) == words for one in actions) - 1
        if words
        else 0,
        sharing=sum(bare(one["lead"]) == lead for one in actions) - 1,
        version=run.version,
    )


@transaction.atomic
def save(run, form, *, by):
    """Keep what a valid `form` says in the name of `by`; return whether it could be, which is not so where another admin was quicker."""
    runs = ImportRun.objects.select_for_update(of=("self",)).defer("tables")
    now = runs.get(pk=run.pk)
    known = form.cleaned_data["version"] == now.version
    if now.state != ImportRun.State.PREVIEWED or not known:
        form.add_error(None, OUTDATED)
        return False
    said = now.decisions
    said["corrections"] = form.put_in(
        said.get("corrections", {}), by=by, on=timezone.localdate()
    )
    said.get("statuses", {}).pop(corrections.key_of(form.action), None)
    corrections.put_on(now.understood, said["corrections"])
    now.save(update_fields=["decisions", "understood"])
    return True
