"""The groups proposed where an indicator has none yet for a characteristic: by the census that was the newest. Pure.

The lists follow the questions of the censuses of England and Wales. A council changes them in the sheet; its own
groups are proposed from then on.
"""

from datetime import date

NOT_SAID = "Not known or preferred not to say"
FROM_2001, FROM_2011, FROM_2021 = date(2001, 4, 29), date(2011, 3, 27), date(2021, 3, 21)  # fmt: skip
_AGES = ("Under 25", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 and over")

# Characteristic in small letters: [(from which day, its groups)], the oldest first.
GROUPS = {
    "age": [(date.min, _AGES)],
    "disability": [(date.min, ("Disabled", "Not disabled"))],
    "gender reassignment": [
        (date.min, ("Transgender", "Not transgender")),
        (FROM_2021, ("Gender identity differs from sex registered at birth", "Gender identity is the sex registered at birth")),
    ],
    "marriage and civil partnership": [
        (date.min, ("Married", "Single", "Divorced or separated", "Widowed")),
        (date(2005, 12, 5), ("Married or in a civil partnership", "Single", "Divorced, separated or partnership dissolved", "Widowed or surviving partner")),
    ],
    "pregnancy and maternity": [(date.min, ("Pregnant or on maternity leave", "Neither"))],
    "race": [
        (FROM_2001, ("White", "Mixed", "Asian or Asian British", "Black or Black British", "Chinese", "Other ethnic group")),
        (FROM_2011, ("White", "Mixed or multiple ethnic groups", "Asian or Asian British", "Black, African, Caribbean or Black British", "Other ethnic group")),
        (FROM_2021, ("White", "Mixed or multiple ethnic groups", "Asian, Asian British or Asian Welsh", "Black, Black British, Black Welsh, Caribbean or African", "Other ethnic group")),
    ],
    "religion or belief": [
        (FROM_2001, ("No religion", "Christian", "Buddhist", "Hindu", "Jewish", "Muslim", "Sikh", "Any other religion")),
    ],
    "sex": [(date.min, ("Women", "Men"))],
    "sexual orientation": [
        (date.min, ("Heterosexual", "Gay or lesbian", "Bisexual", "Other")),
        (FROM_2021, ("Straight or heterosexual", "Gay or lesbian", "Bisexual", "Any other sexual orientation")),
    ],
    "carers": [(date.min, ("Carers", "Not carers"))],
    "care experience": [(date.min, ("Have been in care", "Have not been in care"))],
    "low income": [(date.min, ("Low income", "Not on a low income"))],
}  # fmt: skip


def proposed(characteristic: str, on: date) -> list[str]:
    """The groups of a characteristic as they were asked about on a day; [] for one that the council added itself."""
    lists = GROUPS.get(characteristic.casefold(), [])
    in_force = [groups for since, groups in lists if since <= on]
    if not in_force:
        return []
    return [*in_force[-1], NOT_SAID]
