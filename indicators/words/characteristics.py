"""The words by which councils name characteristics and the groups within them. Pure: data, and how it is looked up.

A heading names a characteristic ("Gender", "Ethnic origin"); a group may imply one ("Women", "BME staff"). What is in neither table
is left to a person.
"""

import re
from typing import NamedTuple

from equality_tracker.workbooks.vocabulary import normal

AGE, DISABILITY, REASSIGNMENT, MARRIAGE, MATERNITY, RACE, RELIGION, SEX, ORIENTATION = (
    "Age", "Disability", "Gender reassignment", "Marriage and civil partnership", "Pregnancy and maternity", "Race",
    "Religion or belief", "Sex", "Sexual orientation",
)  # fmt: skip
# How each is called over a column or above a run of rows; the first of a council's own stands for what it says.
HEADINGS = {
    AGE: ("age", "ages", "age group", "age groups", "age band", "age bands", "age range"),
    DISABILITY: (
        "disability", "disability status", "disabled status", "impairment", "long term illness or disability",
        "disability or long term illness", "disability long term illness",
    ),
    REASSIGNMENT: ("gender reassignment", "gender identity", "trans status", "transgender status"),
    MARRIAGE: ("marriage and civil partnership", "marriage or civil partnership", "marital status", "marriage", "civil partnership"),
    MATERNITY: ("pregnancy and maternity", "pregnancy or maternity", "pregnancy maternity", "maternity", "pregnancy"),
    RACE: (
        "race", "ethnicity", "ethnic group", "ethnic groups", "ethnic origin", "ethnic background", "race and ethnicity",
        "race or ethnicity", "race ethnicity", "ethnicity race", "nationality", "racial group",
    ),
    RELIGION: ("religion", "religion or belief", "religion and belief", "religion belief", "faith", "belief", "religious belief", "faith group"),
    SEX: ("sex", "gender", "sex gender", "gender sex", "men and women", "women and men", "male and female", "female and male", "male female", "men women"),
    ORIENTATION: ("sexual orientation", "sexuality"),
    "Carers": ("carers", "caring responsibilities", "carer status", "unpaid carers"),
    "Care experience": ("care experience", "care experienced", "care leavers"),
    "Low income": ("low income", "socio economic status", "socio economic", "deprivation"),
}  # fmt: skip
OWN = ("Carers", "Care experience", "Low income")
GROUPS = {
    DISABILITY: (
        "disabled", "not disabled", "non disabled", "nondisabled", "no disability", "disability", "with disability", "with disabilities",
        "without disability", "without disabilities", "learning disability", "learning disabilities", "physical impairment",
        "sensory impairment", "visual impairment", "hearing impairment", "mobility impairment", "mental health condition",
        "long term illness", "limiting long term illness", "long term health condition", "deaf", "blind", "wheelchair",
    ),
    REASSIGNMENT: ("trans", "transgender", "trans women", "trans men", "not trans", "not transgender", "cisgender"),
    MARRIAGE: ("married", "not married", "in a civil partnership", "married or in a civil partnership", "divorced", "widowed"),
    MATERNITY: ("pregnant", "on maternity leave", "pregnant or on maternity leave", "maternity leavers"),
    RACE: (
        "bme", "bame", "non bme", "non bame", "black and minority ethnic", "black asian and minority ethnic", "minority ethnic",
        "ethnic minority", "ethnic minorities", "minority ethnic groups", "global majority", "white", "non white", "white british",
        "white irish", "white other", "other white", "any other white", "white minorities", "asian", "asian british",
        "asian or asian british", "asian asian british", "black", "black british", "black or black british", "black black british",
        "mixed", "mixed or multiple", "mixed heritage", "mixed multiple ethnic groups", "mixed or multiple ethnic groups", "chinese",
        "indian", "pakistani", "bangladeshi", "black african", "african", "black caribbean", "caribbean", "black african or caribbean",
        "arab", "gypsy", "gypsies", "traveller", "travellers", "gypsy or irish traveller", "gypsies and travellers",
        "gypsy and traveller", "gypsy roma and traveller", "gypsy roma traveller", "irish traveller", "roma", "somali", "polish",
        "eastern european", "other ethnic group", "any other ethnic group", "other ethnic groups", "other ethnicity",
    ),
    RELIGION: (
        "christian", "christians", "muslim", "muslims", "hindu", "hindus", "sikh", "sikhs", "jewish", "jews", "buddhist", "buddhists",
        "no religion", "no religion or belief", "no faith", "atheist", "other religion", "any other religion", "other faith", "other religions",
    ),
    SEX: (
        "women", "woman", "men", "man", "female", "females", "male", "males", "girls", "boys", "girl", "boy",
    ),
    ORIENTATION: (
        "lgb", "lesbian gay or bisexual", "lesbian gay and bisexual", "lesbian gay bisexual", "lesbian", "lesbians", "gay", "gay men",
        "gay or lesbian", "lesbian or gay", "lesbian and gay", "bisexual", "heterosexual", "straight", "heterosexual or straight",
    ),
}  # fmt: skip
WHOLES = frozenset((
    "all", "total", "totals", "overall", "whole", "everyone", "everybody", "all groups", "whole population", "average", "council",
    "all responses", "borough", "county", "city", "district", "authority", "grand total", "overall total", "overall result",
))  # fmt: skip
# Who a group is made of: "BME staff" is "BME", "tenants who are disabled" is "disabled".
_PEOPLE = (
    "staff|employees|workforce|workers|people|persons|adults|residents|tenants|pupils|students|learners|applicants|customers|clients|"
    "service users|users|respondents|children|young people|councillors|members|volunteers|patients|visitors|households|officers|"
    "population|starters|leavers|managers|carers|parents|victims|drivers|voters|candidates|headcount"
)
_EVERYBODY = re.compile(
    rf"(?:all|total) (?:{_PEOPLE})|staff|employees|workforce|people|residents|tenants|pupils|students|learners|respondents"
)
_BEFORE = re.compile(
    rf"(?:of (?:whom|which) |% |percentage |per cent |proportion |number |no )*(?:of )?(?:which )?"
    rf"(?:(?:{_PEOPLE}) (?:who (?:are|is|were|have|declare|describe themselves as)|from|of)? ?)?"
    rf"(?:who (?:are|were) )?(?:from )?(?:an? )?(?=\S)"
)
_AFTER = re.compile(
    rf" (?:{_PEOPLE}|backgrounds?|communit(?:y|ies)|origin|heritage|groups?|only)$"
)
_AGED = re.compile(
    r"(?:aged? |ages )(?:between |from |over |under |up to )?[0-9]{1,3}(?: ?(?:-|to|and) ?[0-9]{1,3}| ?\+| (?:and|or|&) (?:over|under|above|below|older|younger))?"
    r"(?: years?(?: olds?)?)?|.*[0-9] years? olds?|(?:older|younger) people|young people|(?:over|under|up to)[ -][0-9]{1,3}s",
    re.I,
)  # fmt: skip
_BAND = re.compile(
    r"(?:under |over |below |up to |aged )?[0-9]{1,3} ?(?:(?:-|–|to|and) ?[0-9]{1,3}|\+|(?:and|or|&) (?:over|under|above|older|younger|less)|plus)?"
    r"(?: years?)?", re.I,
)  # fmt: skip
REST = re.compile(
    r"(?:(?:all|any) )?others?(?: groups?)?|prefer(?:red)? not to (?:say|state|answer)|pnts|not (?:stated|known|declared|disclosed|given|provided|recorded|specified)|"
    r"unknown|undeclared|undisclosed|unspecified|refused|declined to (?:say|answer)|no answer|no response|blank|missing|not answered|none of these"
)  # fmt: skip
_LIST_MARK = re.compile(r"^\s*(?:[•·▪◦*–—-]+|>+)\s*")
_BY = re.compile(
    r"^(?:(?:broken down |breakdown |analysis |split )?by |of which by )", re.I
)
LONGEST_HEADING, LONGEST_GROUP = 60, 200


class Group(NamedTuple):
    """A group as it is written, the characteristic that it belongs to, and whether its word stands alone ("Women", not "Women staff")."""

    characteristic: str
    name: str
    bare: bool = True


def of_heading(text: str) -> str:
    """The characteristic that a heading names and nothing else: "By ethnic origin:" → "Race"; "" for any other words."""
    words = _BY.sub("", text.strip())
    return _BY_HEADING.get(normal(words), "") if len(words) <= LONGEST_HEADING else ""


def named(text: str) -> str:
    """The characteristic for words that are said to name one: a known one, else the words as they stand."""
    words = " ".join(text.split())
    return of_heading(words) or _BY.sub("", words)[:1].upper() + _BY.sub("", words)[1:]


def of_group(text: str) -> Group | None:
    """The group that a wording names, with the characteristic that it implies; None where it is in no table."""
    name = tidy(text)
    words = normal(name)
    if not words or len(name) > LONGEST_HEADING:
        return None
    if words in _BY_GROUP:
        return Group(_BY_GROUP[words], name)
    if _AGED.fullmatch(name):
        return Group(AGE, name)
    core = _core(words)
    return Group(_BY_GROUP[core], name, bare=False) if core in _BY_GROUP else None


def within(text: str, characteristic: str) -> Group | None:
    """The group that a row says under the heading of a characteristic; None where it may be something else."""
    found = of_group(text)
    if found and found.characteristic == characteristic:
        return found
    name = tidy(text)
    if characteristic == AGE and _BAND.fullmatch(name):
        return Group(AGE, name)
    return Group(characteristic, name) if is_rest(name) else None


def tidy(text: str) -> str:
    """A group's name without what marks it as an item of a list."""
    return " ".join(_LIST_MARK.sub("", text).split()).rstrip(":").strip()


def is_rest(text: str) -> bool:
    """Whether a group is who belongs to none of the others, or did not say."""
    return bool(REST.fullmatch(normal(tidy(text))))


def is_whole(text: str) -> bool:
    """Whether words name everybody: "All staff", "Total"."""
    words = normal(tidy(text))
    return words in WHOLES or bool(_EVERYBODY.fullmatch(words))


def _core(words: str) -> str:
    """The words that tell the group: "tenants who are disabled" → "disabled"."""
    core = re.sub(r"\b(with(?:out)?) an? ", r"\1 ", _BEFORE.sub("", words, count=1))
    while (shorter := _AFTER.sub("", core)) != core:
        core = shorter
    return core


_BY_HEADING = {words: name for name, every in HEADINGS.items() for words in every}
_BY_GROUP = {words: name for name, every in GROUPS.items() for words in every}
