"""Day offsets made into dates, and the dates that stand in the words."""

import calendar
import datetime
import re
import zlib

from django.utils import timezone
from django.utils.dateformat import format as in_words

from plans.recurrence import add_months

PLACE = re.compile(r"\{(?P<day>[-+]?\d+|[a-z]+)(?: (?P<style>[a-z]+))?\}")
STYLES = {"day": "j F Y", "month": "F Y", "name": "F", "year": "Y"}
MONTHS_IN = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
TIMESCALES = {
    "day": "By {due day}",
    "month": "By the end of {due month}",
    "quarter": "{due quarter}",
    "half-year": "By {due day}",
    "year": "By {due day}",
}


class Calendar:
    """The story's clock: what `-30` is when today is the date it is given."""

    def __init__(self, today):
        self.today = today

    def date(self, offset):
        """Return the date `offset` days from today, None for None."""
        return None if offset is None else self.today + datetime.timedelta(offset)

    def working_day(self, offset):
        """Return the date `offset` days from today, or the Friday before where that is a weekend."""
        day = self.date(offset)
        return day - datetime.timedelta(max(day.weekday() - 4, 0))

    def moment(self, offset, key):
        """Return a time of a working day, in office hours, always the same one for `key`."""
        minutes = 9 * 60 + zlib.crc32(key.encode()) % (8 * 60)
        midnight = datetime.datetime.combine(
            self.working_day(offset), datetime.time(), timezone.get_default_timezone()
        )
        return midnight + datetime.timedelta(minutes=minutes)

    def due(self, offset, precision):
        """Return the last day of the month, quarter, half-year or financial year that the offset falls into; None for None."""
        if offset is None:
            return None
        if precision == "day":
            return self.working_day(offset)
        return _last_day(self.date(offset), MONTHS_IN[precision])

    def start_of_plan(self, starts):
        """Return the first day of the financial year or month that `starts` names by an offset."""
        kind, offset = next(iter(starts.items()))
        day = self.date(offset)
        if kind == "month_of":
            return day.replace(day=1)
        return datetime.date(_financial_year(day), 4, 1)

    def words(self, text, **days):
        """Put dates in the place of `{-30 month}`, `{due day}` and the like; `days` are the dates that have a name."""

        def said(match):
            day = match["day"]
            found = days[day] if day in days else self.date(int(day))
            return _said(found, match["style"] or "day")

        return PLACE.sub(said, text)


def _last_day(day, months):
    """The end of the span of `months`, counted from April as financial years are, that `day` lies in."""
    into = (day.month - 4) % 12 % months
    last = add_months(day.replace(day=1), months - 1 - into)
    return last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _financial_year(day):
    return day.year if day.month >= 4 else day.year - 1


def _said(day, style):
    if style in STYLES:
        return in_words(day, STYLES[style])
    first = _financial_year(day)
    years = f"{first}/{(first + 1) % 100:02}"
    if style == "fy":
        return years
    if style == "quarter":
        return f"Quarter {(day.month - 4) % 12 // 3 + 1} {years}"
    raise ValueError(f"“{style}” is not a way to write a date.")
