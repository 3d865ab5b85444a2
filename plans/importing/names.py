"""Who a plan's words for its leads and directorates stand for."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from equality_tracker.organisation.models import Directorate, Lead

from .words import bare, name_and_abbreviation

_WORD = re.compile(r"[^\W_]+")
SMALL = frozenset(["and", "of", "for", "the", "in", "to", "with"])
NEAR = 0.6
MOST_NEAR = 3


@dataclass
class Names:
    """The leads and directorates that are known, by every way of writing them."""

    leads: dict[str, Lead]
    directorates: dict[str, Directorate]
    decided: set[int] = field(default_factory=set)
    _asked: dict[str, Lead | None] = field(default_factory=dict)

    @classmethod
    def load(
        cls,
        *,
        leads: Mapping[str, int] | None = None,
        directorates: Mapping[str, int] | None = None,
        decided: Iterable[int] = (),
    ) -> "Names":
        """Read both lists; `leads` and `directorates` add ways of writing, words to primary key.

        `decided` are leads that were matched or made for this file: they join actions whose words have not changed.
        """
        return cls(
            _by_words(
                Lead.objects.select_related("directorate"), leads or {}, _of_lead
            ),
            _by_words(Directorate.objects.all(), directorates or {}, _of_directorate),
            set(decided),
        )

    def lead(self, written: str) -> Lead | None:
        """Return the lead that `written` stands for, never one whose name is only near."""
        if written not in self._asked:
            name, _short = name_and_abbreviation(written)
            found = self.leads.get(bare(written)) or self.leads.get(bare(name))
            self._asked[written] = found
        return self._asked[written]

    def leads_in(self, said: dict) -> list[int]:
        """Return the ids of the leads that a row names and that are known, each once, in the row's order."""
        found = [self.lead(written) for written in said.get("leads") or ()]
        return list(dict.fromkeys(one.pk for one in found if one))

    def directorate(self, written: str) -> Directorate | None:
        return self.directorates.get(bare(written))

    def known_leads(self) -> list[str]:
        return list(self.leads)

    def known_directorates(self) -> list[str]:
        return list(self.directorates)

    def near_leads(self, written: str) -> list[Lead]:
        return _near(self.leads, name_and_abbreviation(written)[0])

    def near_directorates(self, written: str) -> list[Directorate]:
        return _near(self.directorates, written)


def _of_lead(lead):
    return [lead.name, lead.abbreviation, str(lead)]


def _of_directorate(directorate):
    return [directorate.name, directorate.short_name]


def _by_words(queryset, remembered, ways):
    rows = {row.pk: row for row in queryset}
    found = {bare(way): row for row in rows.values() for way in ways(row) if way}
    for written, pk in remembered.items():
        if pk in rows:
            found[bare(written)] = rows[pk]
    return found


def _near(known, written):
    """Return the rows whose names are like `written`: alike in letters, one within the other, or its initials."""
    name = bare(written)
    close = difflib.get_close_matches(name, known, n=9, cutoff=NEAR)
    akin = [way for way in known if _is_akin(name, way)]
    return list(dict.fromkeys(known[way] for way in [*close, *akin]))[:MOST_NEAR]


def _is_akin(name, other):
    """Whether one name holds all words of the other, or is the other's initials: "Housing", "HR"."""
    words, others = _words(name), _words(other)
    shorter = min(words, others, key=len)
    if (
        shorter
        and set(shorter) <= set(words) & set(others)
        and len(name) > 3 < len(other)
    ):
        return True
    return bool(name) and (_initials(words) == other or _initials(others) == name)


def _words(name):
    return [word for word in _WORD.findall(name) if word not in SMALL]


def _initials(words):
    return "".join(word[0] for word in words) if len(words) > 1 else ""


@dataclass
class NewName:
    """A lead or directorate that nobody knows yet: each way the file writes it, and in how many rows."""

    name: str
    abbreviation: str = ""
    written: list[str] = field(default_factory=list)
    rows: int = 0


def new_leads(
    actions: Iterable[dict], names: Names, shortened: Mapping[str, str] | None = None
) -> list[NewName]:
    """Return the leads of `actions` that are not known, in the order of the alphabet.

    "RRO" alone joins "Race Relations Officer (RRO)" where the file has both; `shortened` holds what the file's abbreviations stand for.
    """
    found: dict[str, NewName] = {}
    for action in actions:
        for written in action.get("leads") or ():
            if not names.lead(written) and not names.directorate(written):
                _add(found, written)
    for one in found.values():
        if one.name in (shortened or {}):
            one.name, one.abbreviation = shortened[one.name], one.name
    return sorted(_joined(found), key=lambda one: one.name.casefold())


def new_directorates(
    actions: Iterable[dict], priorities: Iterable[dict], names: Names
) -> list[NewName]:
    """Return the directorates that the file names and nobody knows."""
    found: dict[str, NewName] = {}
    for one in [*actions, *priorities]:
        written = one.get("directorate") or ""
        if written and not names.directorate(written):
            _add(found, written)
    return sorted(found.values(), key=lambda one: one.name.casefold())


def _add(found, written):
    name, short = name_and_abbreviation(written)
    one = found.setdefault(bare(name), NewName(name))
    one.abbreviation = one.abbreviation or short
    if written not in one.written:
        one.written.append(written)
    one.rows += 1


def _joined(found):
    by_short = {
        bare(one.abbreviation): one for one in found.values() if one.abbreviation
    }
    for key, one in found.items():
        whole = by_short.get(key)
        if whole is None or whole is one:
            yield one
            continue
        whole.written += one.written
        whole.rows += one.rows
