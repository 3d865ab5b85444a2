"""The questions of a file that comes back, as forms, and what is told of it above them."""

import hashlib
from dataclasses import dataclass

from equality_tracker.imports.forms.sides import ClashForm, NearForm, OrderForm
from plans.importing.words import same
from plans.models import PlanExport

MOST_ASKED = 500


class SideForms:
    """The forms for what changed on both sides, for near rows and for another order; `said` are the run's decisions."""

    def __init__(self, difference, said, data=None):
        self.difference, self.said, self.data = difference, said, data
        self.clashes = self._clash_forms()
        self.more_clashes = max(len(difference.clashes) - MOST_ASKED, 0)
        self.near = self._near_forms()
        self.more_near = max(len(difference.near) - len(self.near), 0)
        self.order = self._order_form()

    @property
    def forms(self):
        order = [self.order] if self.order else []
        return [*self.clashes.values(), *self.near.values(), *order]

    def decided(self):
        """Return the answers as the run keeps them, with those given before to what is asked no more."""
        clashes = {key: form.decision() for key, form in self.clashes.items()}
        near = {key: form.decision() for key, form in self.near.items()}
        order = self.order.cleaned_data["take_order"] if self.order else False
        return {
            "clashes": self.said.get("clashes", {}) | clashes,
            "near": self.said.get("near", {}) | near,
            "take_order": order,
        }

    def _clash_forms(self):
        """What came to be changed here after the page was read was not asked, and stays ours."""
        asked = self.difference.clashes[:MOST_ASKED]
        forms = {
            clash.key: self._form(
                ClashForm, "clash", clash.key, "clashes", row=row, clash=clash
            )
            for row, clash in asked
        }
        return self._sent(forms, "seen")

    def _near_forms(self):
        """Those that nobody answered come first: where they are too many for one page, the next are asked once these are said."""
        near = self.difference.near
        if len(near) > MOST_ASKED:
            near = sorted(near, key=lambda row: row.is_near_said)[:MOST_ASKED]
        return {
            row.key: self._form(NearForm, "near", row.key, "near", row=row)
            for row in near
        }

    def _order_form(self):
        if not (self.difference.sides and self.difference.out_of_order):
            return None
        initial = {"take_order": self.said.get("take_order", False)}
        return OrderForm(self.data, prefix="order", initial=initial)

    def _sent(self, forms, name):
        if self.data is None:
            return forms
        return {k: f for k, f in forms.items() if f.add_prefix(name) in self.data}

    def _form(self, form, prefix, key, group, **options):
        said = self.said.get(group, {}).get(key, {})
        short = hashlib.sha256(key.encode()).hexdigest()[:10]
        initial = {"take": said["take"]} if "take" in said else {}
        return form(self.data, prefix=f"{prefix}-{short}", initial=initial, **options)


def asked_about(difference, actions):
    """Return those of the file's `actions` whose names are asked about: where it went out from here, the rows whose lead or directorate
    was changed in it, or corrected since.
    """
    if not difference.sides:
        return actions
    rows = [row for row in difference.rows if not row.left_out_because or row.same_as]
    return [row.said for row in rows if row.left is None or _names_changed(row)]


def _names_changed(row):
    names = ("lead", "directorate")
    same_names = all(
        same(row.left.said.get(name) or "", row.said.get(name) or "") for name in names
    )
    return bool(row.said.get("corrected")) or not same_names


@dataclass
class CameBack:
    """What is told of a file that went out from here: from which exports, and what became of its rows."""

    exports: list
    removed: list
    left_out: list
    moved: int


def came_back(difference):
    """Return what to tell of where a file comes from, None for one that did not go out from its plan."""
    if not difference.sides:
        return None
    tokens = {token for token, _number in difference.sides.rows}
    exports = PlanExport.objects.filter(token__in=tokens).for_list()
    return CameBack(
        list(exports),
        difference.removed,
        [row for row in difference.rows if row.left_out_because],
        difference.out_of_order,
    )
