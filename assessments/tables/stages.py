"""The words that councils use for how far an assessment has got, read as one of the stages. What is not known is never guessed."""

import re

from assessments.tables.headings import bare
from equality_tracker.workbooks.date_words import is_date_word

PLANNED, SCREENING, SCREENED_OUT, FULL = "planned", "screening", "screened_out", "full"
CONSULTATION, SIGN_OFF = "consultation", "sign_off"
APPROVED, PUBLISHED, REVIEWED = "approved", "published", "reviewed"
OPEN = (PLANNED, SCREENING, FULL, CONSULTATION, SIGN_OFF)
SIGNED = (APPROVED, PUBLISHED, REVIEWED)
ORDER = (*OPEN, *SIGNED)

# Words that say nothing of how far it has got: "EIA being drafted by the Head of Service" is "being drafted".
_FILLER = re.compile(
    r"\b(?:the|an?|is|are|was|has|have|been|now|currently|yet|still|and|eias?|eqias?|equality|impact|assessments?|analysis"
    r"|initial|stage|phase|step|status|statement|document|report|form)\b"
)
_TAIL = re.compile(
    r"\s(?:by|on(?! website)|in(?! (?:principle|part))|at|as of|since|from|with(?!\s(?:\w+\s)?(?:conditions|amendments|changes|exceptions)))\s.*$|\s(?:v|version)?\s?\d+(?:\s\d+)*$"
)
_LEAD = re.compile(r"^(?:\d+|[ivx]+|[a-e])\s+(?=\S{3})")

# The first of two or more steps is the screening: that it is complete says nothing of the rest.
_STEP = r"(?:eia )?(?:stage|step|part|phase) (?:{})(?: (?:eia|{}))*(?: (?:is |was )?(?:{}in progress|under ?way|started|submitted))?"
_STEPS = [
    (
        SCREENING,
        re.compile(_STEP.format("1|one", "screening", "complet\\w*|done|finished|")),
    ),
    (FULL, re.compile(_STEP.format("2|two", "full|assessment", ""))),
]
# An aside after a stage: words that say something else of how far it has got leave the whole to a person.
_ASIDE = re.compile(r"\s*[(;]\s*|\s+[-–—]+\s+|[:,]\s+")
_TELLS = re.compile(
    r"\b(?:hold|paus\w*|withdr\w*|abandon\w*|cancel\w*|supersed\w*|stop\w*|ceas\w*|reject\w*|refus\w*|defer\w*|not|no|until|await\w*|pending|wait\w*|sign\w*|approv\w*|agree\w*"
    r"|publish\w*|complet\w*|screen\w*|clos\w*|review\w*|draft\w*|stage|consult(?:ation)? (?:open|live|under)|principle|condition\w*|subject|superseded|part\w*)\b",
    re.I,
)
# Words that take back what the rest says, or put it off: "Complete?", "Completed by March", "Approved - called in", "EIA not required yet".
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
_ENDED = r"\b(?:approv|sign|agree|complet|publish|review|finish|done)\w*\b"
_UNSURE = re.compile(
    rf"\?|{_ENDED} (?:off )?(?:by|before) (?:the |end |of |mid |early |late )*(?:\d|q[1-4]\b|{_MONTH}\b)|\bpublish\w* in (?:error|draft)\b|\bchalleng\w*|\bappeal\w*|\boverturn\w*"
    r"|\brecall\w*|\brevok\w*|\brescind\w*|\bquash\w*|\bcalled in\b|\bout of date\b|\boutdated\b|\b(?:required|needed|necessary) yet\b|\bnot yet (?:required|needed|necessary)\b"
    rf"|\bno (?:full|further|eia|eqia|iia|assessment)\b.*\byet\b|{_ENDED}.*\b(?:but|only|needs?)\b(?! sign)|{_ENDED}\s*[-–:(]\s*no?\b\)?$"
    rf"|{_ENDED}.*\bawait\w*\b(?! (?:\S+ ){{0,3}}(?:publi\w*|upload\w*|sign\w*|approval|authoris\w*|clearance))",
    re.I,
)
# For each stage what its words must be in full, with nothing left over. The first that fits decides.
_WORDS = {
    PLANNED: r"""not (?:started|begun|commenced)|(?:to be|will be) (?:started|done|completed?|undertaken|scheduled|assessed|screened|carried out)
        |(?:required )?not started|no progress|requested|to be drafted|(?:yet )?to (?:start|begin|commence)|(?:due|awaiting|waiting) (?:to )?(?:start|begin|commencement)
        |(?:planned|scheduled|programmed)(?: for)?|proposed|identified|pipeline|future|forthcoming|upcoming|to ?do""",
    SCREENED_OUT: r"""(?:full |no )?not (?:required|needed|necessary|applicable|relevant)|screen(?:ed)? out(?: .*)?|exempt|na?|(?:no (?:\w+ )?impact|screened|screening complete\w*) (?:no full|full not|not) (?:required|needed|necessary)|(?:screening|checklist) (?:only |complete |completed |done )?no (?:full|required|needed).*
        |no(?: full| further)? ?(?:required|needed|necessary|action required|work required)|(?:screening )?no full""",
    SIGN_OFF: r"""(?:awaiting|waiting for|wait for|pending|for|ready for|out for|requires?|needs?) (?:\w+ )?(?:sign ?off|signing|approval|signatures?|authorisation|clearance)
        |(?:sign ?off|approval|signature) (?:pending|awaited|required|requested)|submitted(?: for .*)?|sent for (?:approval|sign ?off)|to be (?:signed|approved|signed off)
        |.*\b(?:awaiting|pending|for) (?:\w+ ){0,3}(?:sign ?off|signing|approval|signatures?|authorisation)|with (?:director|head of service|legal|manager)|sign ?off""",
    CONSULTATION: r"""being consulted(?: on)?|(?:(?:out (?:to|for)|in|under|at|subject to|undergoing|public|open for|live) )*(?:public )?(?:consultation|consulting|engagement)(?: (?:open|live|under ?way|ongoing|in progress|started|begun|closes?|ends?|runs?))?""",
    SCREENING: r"""screened|(?:in )?screening (?:received|submitted|drafted)|in screening|screening being (?:completed?|done|undertaken|written|drafted)|(?:being |ongoing )?screening(?: (?:in progress|under ?way|started|begun|ongoing|complete|completed|done))?|being screened|at screening""",
    PUBLISHED: r"""(?:(?:approved|completed?|signed(?: off)?|finali[sz]ed|agreed|published|now|uploaded|available|live|final) )*(?:published(?: on)?|on|to) website|published(?: (?:on )?website| online)?|(?:live|(?:approved|completed?|signed(?: off)?|final)) on website|(?:approved|completed?|signed(?: off)?|finali[sz]ed|agreed) published|(?:live )?(?:website|online)|published website""",
    REVIEWED: r"""(?:impact |post implementation )?review(?:ed)? (?:complete|completed|done)|reviewed""",
    APPROVED: r"""(?:full(?:y)? )?(?:completed?|approved|signed(?: off)?|final|finali[sz]ed|final version|done|finished|agreed|authorised|closed|concluded)
        |final version agreed|closed complete|sign ?off complete\w*|(?:completed?|agreed|done|approved) (?:approved|signed(?: off)?)|(?:approved|signed off|completed?) (?:not published|unpublished)
        |(?:(?:approved|completed?|signed(?: off)?|agreed|final) )?(?:awaiting|pending|for|to be|ready for) (?:publication|published|publishing)""",
    FULL: r"""full(?: (?:required|needed))?|(?:evidence|data) (?:being )?(?:gather\w*|collect\w*)|work(?:ing)? (?:draft|started)|draft being \w+|under preparation|(?:qa|quality assurance|quality check|peer review)(?: (?:in progress|under ?way|ongoing))?|screen(?:ed)? in(?: .*)?|(?:full )?(?:in progress|under ?way|ongoing|started|commenced|begun|work in progress|wip|active|(?:in|under) development|in preparation|in draft)
        |(?:full )?(?:first |second |final |early )?(?:draft(?:ed|ing)?|being (?:drafted|written|completed|prepared|undertaken|carried out|developed|done))(?: draft)?(?: (?:completed?|finished|received|in progress|prepared|v))?""",
}
_PATTERNS = [
    (stage, re.compile("".join(map(str.strip, words.splitlines())), re.I))
    for stage, words in _WORDS.items()
]


def read_stage(text: str) -> str | None:
    """The stage that `text` says, None where its words say no one stage that is known: "Draft v2" is a full assessment."""
    if _UNSURE.search(text):
        return None
    whole = bare(text)
    for stage, step in _STEPS:
        if step.fullmatch(whole):
            return stage
    for words in (whole, _without_dates(whole), _TAIL.sub("", whole)):
        stage = _stage_of(_without_filler(words))
        if stage:
            return stage
    begin, *rest = _ASIDE.split(text.strip(), maxsplit=1)
    stage = read_stage(begin) if rest and begin else None
    if stage is None:
        return None
    later = read_stage(rest[0])
    if stage in OPEN and later in OPEN:
        return max(stage, later, key=OPEN.index)
    return None if _TELLS.search(rest[0]) else stage


def _without_filler(words: str) -> str:
    words = " ".join(_FILLER.sub(" ", words).split())
    return _LEAD.sub("", words) if not words.isdecimal() else ""


def _without_dates(words: str) -> str:
    return " ".join(one for one in words.split() if not is_date_word(one))


def _stage_of(words: str) -> str | None:
    return next((s for s, pattern in _PATTERNS if pattern.fullmatch(words)), None)
