"""The questions that are asked of indicators."""

from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Concat

from equality_tracker.organisation.models import Holding, Lead, Role
from equality_tracker.organisation.models.user import Membership
from plans.models import Action
from plans.models.action_rows import NaturalKey

from . import conditions

# Kept as a column, for to work it out for each row takes longer than everything else that a list asks.
CODE_ORDER = models.Case(
    models.When(code="", then=models.Value("1")),
    default=Concat(models.Value("0"), NaturalKey(F("code"))),
)
# As people count, those without a code last; an index holds the indicators in this order.
BY_CODE = (F("code_order"), F("title"), F("id"))

# What a row of the list of indicators says, and what its figures are judged by.
OF_A_ROW = (
    "code", "title", "withdrawn_on", "unit", "frequency", "direction", "tolerance", "tolerance_is_percent",
    "directorate__name", "directorate__short_name", "parent__code", "parent__title",
)  # fmt: skip


class IndicatorQuerySet(models.QuerySet):
    def in_use(self, on):
        """Those introduced by and not withdrawn before the day `on`."""
        return self.filter(conditions.is_in_use(on))

    def withdrawn(self, on):
        """Those that ended on or before the day `on`: their history stays."""
        return self.filter(withdrawn_on__lte=on)

    def without_direction(self):
        """Those of which nobody has confirmed which way is better."""
        return self.filter(direction="")

    def measured(self):
        """Those measured themselves: parents without any result, of which only the parts are, are left out."""
        return self.filter(conditions.is_measured())

    def late(self, on):
        """Those in use without a result for a time that was over before the day `on`."""
        return self.in_use(on).filter(conditions.is_late(on))

    def without_title(self):
        """Those whose title nobody has checked against its set's own list."""
        return self.filter(title_confirmed=False)

    def not_judged(self, by):
        """Those whose verdict is not kept, or was kept under another rule than `by`: see `verdicts.keep_up`."""
        # Asked whenever a list is opened, and mostly there is none: said so that an index answers each part.
        forgotten = Q(judged_by=by, verdict="")
        return self.filter(Q(judged_by__lt=by) | Q(judged_by__gt=by) | forgotten)

    def editable_by(self, user, on):
        """Those whose figures `user` may enter on the day `on`: an admin all, others those of their directorates or leads."""
        if not user.may_update:
            return self.none()
        if user.role == Role.ADMIN:
            return self
        theirs = Membership.objects.filter(user=user).values("directorate")
        leads = Lead.objects.held_by(user, on).values("pk")
        return self.filter(Q(directorate__in=theirs) | Q(lead__in=leads))

    def kept_by(self, user):
        """Those that `user` keeps: an admin all, a manager those of their directorates."""
        if user.is_admin:
            return self
        if not (user.is_active and user.role == Role.MANAGER):
            return self.none()
        theirs = Membership.objects.filter(user=user).values("directorate")
        return self.filter(directorate__in=theirs)

    def of_directorate(self, directorate):
        """Those of a directorate, and of those that passed wholly into it."""
        return self.of_directorates(directorate.with_predecessors())

    def of_directorates(self, ids):
        """Those of the directorates with these ids."""
        return self.filter(directorate__in=ids)

    def under(self, **priority):
        """Those under a priority that `priority` describes, and their parts."""
        links = self.model.priorities.through.objects
        named = {f"priority__{name}": value for name, value in priority.items()}
        under = links.filter(**named).values("indicator")
        return self.filter(Q(pk__in=under) | Q(parent__in=under))

    def moved_under(self, aim=None):
        """Those that an open action of a live plan under the aim is meant to move; None: those of whose actions none names an aim."""
        links = self.model.actions.through.objects
        rows = Action.objects.live().open().order_by()
        acting = rows.filter(aims=aim) if aim else rows.filter(aims__isnull=False)
        moved = links.filter(action__in=acting.values("pk")).values("indicator")
        return self.filter(pk__in=moved) if aim else self.exclude(pk__in=moved)

    def broken_down_by(self, characteristic=None):
        """Those with a result by group of a characteristic; None: of any."""
        results = self.model._meta.get_field("results").related_model.objects
        groups = Q(breakdowns__isnull=False)
        if characteristic:
            groups = Q(breakdowns__characteristic=characteristic)
        return self.filter(pk__in=results.filter(groups).values("indicator"))

    def to_answer(self):
        """Those with a target that is a change of which nobody has said whether points or per cent are meant."""
        return self.filter(conditions.is_to_answer())

    def with_may_edit(self, user, on):
        """Say of each whether `user` may enter its figures on the day `on`, as `may_edit`, and keeps it, as `may_keep`: no query more."""
        rows, same = self.model.objects, {"pk": OuterRef("pk")}
        return self.annotate(
            may_edit=models.Exists(rows.editable_by(user, on).filter(**same)),
            may_keep=models.Exists(rows.kept_by(user).filter(**same)),
        )

    def matching(self, words):
        """Those that hold all of `words` in their code or title."""
        found = self
        for word in words.split():
            found = found.filter(Q(code__icontains=word) | Q(title__icontains=word))
        return found

    def with_figures(self):
        """Load baselines and targets with their plans, and results, each with the unit it takes: three queries more."""
        named = {
            name: self.model._meta.get_field(name).related_model.objects
            for name in ("baselines", "targets")
        }
        planned = [
            models.Prefetch(name, rows.select_related("plan").defer("plan__summary"))
            for name, rows in named.items()
        ]
        return self.prefetch_related(*planned, "results")

    def for_indicator_list(self):
        """Load all that a row of the list of indicators shows but its figures (`drawn.load`): one query."""
        parts = self._has("parent", self.model)
        rows = self.select_related("directorate", "parent").only(*OF_A_ROW)
        return rows.annotate(has_parts=parts)

    def for_indicator_page(self):
        """Load what an indicator's page shows of its own row, and say whether it has parts, comments and groups: one query."""
        result = self.model.results.field.model.objects
        broken_down = result.filter(indicator=OuterRef("pk"), breakdowns__isnull=False)
        return self.select_related(
            "directorate", "lead", "parent", "direction_confirmed_by"
        ).annotate(
            has_breakdowns=models.Exists(broken_down.order_by()),
            has_parts=self._has("parent", self.model),
            has_comments=self._has("indicator", self.model.comments.field.model),
        )

    @staticmethod
    def _has(field, model):
        return models.Exists(model.objects.filter(**{field: OuterRef("pk")}).order_by())

    def with_whose_it_is(self, user, on):
        """Say of each whether it is of a directorate of `user`, as `is_of_theirs`, and whether they lead it on the day `on`, as `is_led_by_them`."""
        theirs = Membership.objects.filter(
            user=user, directorate=OuterRef("directorate")
        )
        held = Holding.objects.running(on).filter(user=user, lead=OuterRef("lead"))
        return self.annotate(
            is_of_theirs=models.Exists(theirs),
            is_led_by_them=models.Exists(held.order_by()),
        )

    def by_code(self):
        """In the order of their codes as people count: NI 2 before NI 10, those without a code last."""
        return self.order_by(*BY_CODE)
