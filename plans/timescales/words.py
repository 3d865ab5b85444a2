"""The words around dates: what repeats, what goes on, what waits, what says nothing. Pure."""

import re

_EVERY = (
    r"(?:every|each|once\s+(?:a|an|every|each|per)|per)\s+(?:calendar\s+|single\s+)?"
)
_TIMES = r"\s+times\s+(?:a|per|each|every)\s+year"
RECURRENCES = [
    ("half-yearly", r"(?:half|semi|six|6|bi)[\s-]*(?:yearly|annual(?:ly)?|monthly)(?<!bi-monthly)(?<!bimonthly)(?<!bi monthly)|(?:twice|two\s+times|2\s+times)\s+(?:a\s+year|per\s+(?:year|annum)|each\s+year|yearly|every\s+year)|(?:every|each)\s+(?:six|6)\s+months|(?:every|each)\s+half[\s-]year|(?:every|each)\s+(?:spring|summer|autumn|winter)\s+(?:and|&)\s+(?:spring|summer|autumn|winter)"),
    ("every two months", rf"(?:six|6){_TIMES}|bi[\s-]?monthly|(?:every|each)\s+(?:two|2|other|second)\s+months?"),
    ("two-yearly", r"bi-?ennial(?:ly)?|(?:every|each)\s+(?:two|2|other|second)\s+years?|two[\s-]yearly"),
    ("three-yearly", r"triennial(?:ly)?|(?:every|each)\s+(?:three|3|third)\s+years?|three[\s-]yearly"),
    ("four-yearly", r"(?:every|each)\s+(?:four|4|fourth)\s+years?|four[\s-]yearly"),
    ("several times a year", rf"(?:three|3|five|5|several|many){_TIMES}"),
    ("quarterly", rf"quarterly|(?:four|4){_TIMES}|{_EVERY}q[ua]+rter|(?:every|each)\s+(?:three|3)\s+months|(?:three|3)[\s-]monthly"),
    ("termly", rf"termly|{_EVERY}term"),
    ("fortnightly", rf"fortnightly|{_EVERY}fortnight|(?:every|each)\s+(?:two|2)\s+weeks"),
    ("monthly", rf"monthly|{_EVERY}month"),
    ("weekly", rf"weekly|{_EVERY}week"),
    ("daily", r"daily|(?:every|each)\s+day"),
    ("annual", rf"annual(?:ly)?|yearly|p\.a\.|{_EVERY}(?:financial\s+)?(?:year|annum)|(?:every|each)\s+(?:early\s+|late\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter)"),
]  # fmt: skip
_RECURRENCES = [
    (name, re.compile(rf"(?<![\w-])(?:{words})(?![\w])" if name != "annual" else rf"(?<![\w-])(?:{words})", re.I))
    for name, words in RECURRENCES
]  # fmt: skip
ADVERB = re.compile(
    r"\b(?:annually|yearly|quarterly|monthly|weekly|every\s+year|each\s+year|and\s+then|then|thereafter)\b",
    re.I,
)
ONGOING = re.compile(
    r"\b(?:on[\s-]?going|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|throughout|"
    r"permanent(?:ly)?|until\s+further\s+notice|business\s+as\s+usual|always|at\s+all\s+times|already\s+in\s+place|"
    r"(?:life|duration|lifetime|course)(?:\s+of)?\s+(?:the\s+|this\s+)?(?:action\s+)?(?:plan|scheme|strategy|programme)|as\s+required|"
    r"as\s+(?:and\s+)?when|(?:when|if)\s+(?:required|needed|necessary)|as\s+needed)\b",
    re.I,
)
EVENT = re.compile(
    r"\b(?:following|after|once(?!\s+(?:per|a|an|every|each|in)\b)|when|upon|on\s+completion|within\b[^.;]{0,60}\b(?:of|from|following|after)|subject\s+to|pending|contingent\s+(?:up)?on|conditional\s+(?:up)?on|"
    r"depend(?:s|ing|ent)\s+(?:up)?on|as\s+soon\s+as\s+the|prior\s+to|before|until|at\s+the\s+same\s+time|"
    r"in\s+line\s+with|linked\s+to|to\s+coincide\s+with|on\s+receipt|on\s+approval|as\s+part\s+of|"
    r"beyond|post|to\s+follow|await(?:s|ing|ed)?|waiting\s+(?:for|on)|in\s+time\s+for|ahead\s+of|\d+\s+(?:days?|weeks?|months?)\s+(?:from|of(?!\s+\d)|after))\b"
    r"|\S\s*\+\s*\d",
    re.I,
)
START = re.compile(
    r"(?:^|[\s(–-])(?:from|start(?:ing|s)?(?:\s+date)?:?|started|began|begun|commenc(?:ing|es?|ed)|commencement(?:\s+date)?:?|begin(?:ning|s)?|since|with\s+effect\s+from|wef|as\s+of)"
    r"(?:\s+(?:in|on|from))?\s*$",
    re.I,
)
NOT_BEFORE = re.compile(
    r"\b(?:not\s+(?:before|until|till|earlier\s+than)|no\s+(?:earlier|sooner)\s+than)\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.I,
)
ONWARDS = re.compile(
    r"\s*(?:onwards?\b|on\b(?!\s+\w)|(?:start|commencement|kick[\s-]?off)\s*$)", re.I
)
DONE = re.compile(
    r"\b(?:completed|done|achieved|delivered|finished|closed|actioned)(?!\s+by)\b[\s:,(–-]*(?:in|on|at)?\s*$",
    re.I,
)
REVIEW = re.compile(
    r"\b(?:review(?:ed|s)?|refresh(?:ed)?|updated?s?|reports?|evaluat(?:e|ed|ion)|publish(?:ed)?|launch(?:ed)?"
    r"|checkpoint|next|revisit(?:ed)?|progress|first|initial)\b",
    re.I,
)
AND_ON = re.compile(
    r"\s*(?:[,/–—-]|and\b|then\b|to\b|&)(?:\s*(?:and\b|then\b|is\b|now\b))*\s*on[\s-]?going\b",
    re.I,
)
THROUGHOUT = re.compile(r"\bthroughout\s*$", re.I)
AWAITED = re.compile(r"\b(?:after|following|once|upon|when)\b", re.I)
BY = re.compile(
    r"\b(?:by|before|due|no\s+later\s+than)\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?$", re.I
)
# Something other than the date itself stands between the wait and the date.
WAITS = re.compile(
    r"\b(?:ahead\s+of|before|prior\s+to|subject\s+to|pending|depend\w*\s+(?:up)?on|in\s+time\s+for|linked\s+to|"
    r"in\s+line\s+with|to\s+coincide\s+with)\s+(?P<what>[^.;,\n]*)$",
    re.I,
)
ONLY_SMALL = re.compile(
    r"(?:\s*\b(?:the|end|start|beginning|close|of|early|mid|late|in|by|on|calendar|financial|year)\b)*[\s-]*",
    re.I,
)
PAST = re.compile(r"(?:^|[\s(])(?:beyond|after|post|following)\s*$", re.I)
BEFORE = re.compile(r"(?:^|[\s(])(?:before|prior\s+to|ahead\s+of)\s*$", re.I)
END_OF = re.compile(r"(?:^|[\s(])(?:the\s+)?end\s+(?:of\s+)?(?:the\s+)?$", re.I)
START_OF = re.compile(r"\b(?:start|beginning|commencement)\s+of\s+(?:the\s+)?$", re.I)
UNTIL = re.compile(r"(?:^|[\s(])(?:until|till|to|up\s+to|through\s+to)\s*$", re.I)
NOTHING = re.compile(
    r"[\W_]*(?:t\.?b\.?[cad]\.?|to\s+be\s+(?:confirmed|agreed|announced|determined|decided|set|advised)"
    r"|a\.?s\.?a\.?p\.?|as\s+soon\s+as\s+possible|n\.?/?a\.?|not\s+applicable|none|unknown|immediate(?:ly)?"
    r"|now|nil|x+|not\s+(?:yet\s+)?(?:known|set|agreed))?[\W_]*",
    re.I,
)
# "See action 3.4": the words stand elsewhere.
REFERS = re.compile(
    r"(?:please\s+)?(?:see|as\s+(?:for|per|in|above|below)|refer\s+to|same\s+as|ditto)\b.{0,40}?"
    r"(?:[a-z]?\d+(?:\.\d+)+[a-z]?|\b(?:action|item|objective|point|row|above|below|priority|reports?|papers?|minutes|appendix|section|page|notes?|comments?)\b|ditto|above)[^a-z]*",
    re.I,
)


def recurrence(text: str) -> str:
    """How often it comes round: "annual", "quarterly" …, or ""."""
    for name, pattern in _RECURRENCES:
        if pattern.search(text):
            return name
    return ""


def says_nothing(text: str) -> bool:
    """Whether a wording holds no time at all: empty, "-", "tbc", "ASAP"."""
    return bool(NOTHING.fullmatch(text))
