"""The words that tell who is meant in a lead cell: posts, bodies, people, sentences, joins."""

import re

# Marks and words that no single name holds.
STRONG = re.compile(
    r"\s*(?:;|\n|\||\s\+\s|(?<![A-Z]{2})(?<!\bc)/|(?<=[A-Z]{2})/(?=\s?[A-Z])|,?\s+(?:(?:together|jointly|working|along)\s+)?with\s+(?:support\s+from\s+)?"
    r"|,?\s+(?:supported|assisted|advised)\s+by\s+|,?\s+(?:alongside|in\s+(?:partnership|conjunction|collaboration|consultation)\s+with)\s+|\s+plus\s+)\s*"
)
WEAK = re.compile(r"\s*,\s+and\s+|\s*,\s*|\s+and\s+|\s+&\s+")
TAIL = re.compile(r",?\s+(?:accountable|reporting|responsible)\s+to\b.*$", re.I | re.S)
BRACKET = re.compile(r"\s*\(\s?([A-Z][A-Za-z&/]{0,8}[A-Z]|[A-Z]{2})\s?\)\s*$")
BULLET = re.compile(r"^[\s•·▪◦*–—-]+")
# "(support: Legal)", "(with support from Legal)": another lead in brackets.
SUPPORT = re.compile(
    r"\s*\(\s*(?:with\s+)?(?:support(?:ed|ing)?|assisted|help(?:ed)?|input|advice)(?:\s+(?:from|by)\b|\s*[:–-])\s*([^()]+)\)",
    re.I,
)
# "Lead: ", "Support – ": what a name is there, before it.
LABEL = re.compile(
    r"^(?:(?:overall|joint|action|main)\s+)?(?:leads?|lead\s+officer|owner|deputy|co-?lead|support(?:ed\s+by|ing)?|responsible(?:\s+officer)?|contributors?|contributing|delivery|partners?|sponsor)\s*(?::|\s[–-]\s)\s*",
    re.I,
)
# "Head of HR (lead)": which part somebody plays, after the name.
ROLE = re.compile(
    r"\s*[(\[]\s*(?:joint\s+|co-?|overall\s+)?(?:lead|support(?:ing)?|sponsor|owner|deputy|contributor|advisory)\s*[)\]]\s*$",
    re.I,
)
NUMBERED = re.compile(r"(?:^|(?<=\s))\(?\d{1,2}[.)]\s+")
UNNAMED = re.compile(
    r"\s*(?:[-–—,]\s*|\(\s*)(?:t\.?b\.?[cad]\.?|to\s+be\s+confirmed)\s*\)?\s*$", re.I
)
# A line that ends or begins with one of these was only wrapped.
WRAPPED = re.compile(r"\s+(and|&|of|for|the|to)\s*\n\s*|\s*\n\s*(and|&|of|for)\s+")
POST = re.compile(
    r"(?:\b(?:officers?|managers?|co-?ordinators?|directors?|leads?|advisors?|advisers?|teams?|heads?"
    r"|chief executive|partners?|board|group|forum|unit|members?|chairs?|champions?|leader|networks?|police|panel|committee|alliance|partnership|association)"
    r"|(?-i:\b[A-Z&]{2,7}))$"
    r"|^(?:heads?(?:\s+of)?|directors?(?:\s+of)?|chief|assistant director|leader|chair|deputy|portfolio holder|cllr|councillor|all\s+\w+|(?-i:AD)\s+\w+)\b",
    re.I,
)
HEAD_OF = re.compile(
    r"(?:head|director|assistant director|manager|lead) (?:of|for)\b[^,]*$", re.I
)
# A post that says nothing of what it heads: the words after its comma do.
BARE_POST = re.compile(
    r"(?:(?:assistant|deputy|strategic|corporate|executive|interim|acting|group|service|senior|programme|project|area|divisional)\s+)*"
    r"(?:directors?|heads?(?:\s+of\s+service)?|managers?|(?:team\s+)?leaders?|officers?|leads?|portfolio\s+holder|cabinet\s+member|executive\s+member|business\s+partner)",
    re.I,
)
ABBREVIATION = re.compile(r"[A-Z][A-Z&/]{1,7}")
TITLED = re.compile(
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame)\.?\s+[A-Z]|(?:[A-Z]\.\s?){1,3}[A-Z][a-z]"
)
_TWO_NAMES = re.compile(
    r"[A-Z][a-zé]+(?:-[A-Z][a-zé]+)?(?:\s+[A-Z]\.?)?\s+(?:[A-Z]['’]|Mc|Mac)?[A-Z][a-zé]+(?:-[A-Z][a-zé]+)?"
)
SENTENCE = re.compile(
    r"\b(?:to|will|should|must|who|which|that)\s+[a-z]{3,}|\b(?:is|are)\s+[a-z]{3,}",
    re.I,
)
NOBODY = re.compile(
    r"[\W_]*(?:t\.?b\.?[cad]\.?|n\.?/?a\.?|none|to be (?:confirmed|agreed|decided|appointed|identified|determined)"
    r"|not (?:yet )?(?:known|assigned|allocated)|unassigned|vacant|\?+)?[\W_]*",
    re.I,
)
ELSEWHERE = re.compile(
    r"[\W_]*(?:(?:same\s+)?as\s+(?:above|below|before)|see\s+(?:above|below)|ditto|[\"”〃]+)[\W_]*",
    re.I,
)
# Words of councils' services: two words with a capital each that hold one of them are no person.
_SERVICES = """academy access accessibility action active adult adults advice affairs age ageing agency aid air animal
apprenticeship archive area art arts asset assets audit authority benefit benefits board borough building buildings
business capital care carers cemeteries centre charity chief child children cities citizen citizens city civic civil
climate clinical cohesion college commercial commissioning committee communication communications communities community
compliance conservation consultation contract contracts control corporate council councillors county court crime culture
cultural customer customers data delivery democracy democratic department design development digital directorate
disability disabled district diversity division domestic early economic economy education elected elections electoral
emergency employee employment energy engagement engineering enterprise environment environmental equalities equality
estate estates events executive exams external facilities families family finance financial fire fleet forum fostering
fraud governance grants green group growth health heritage highway highways history home homelessness homes hospital
housing human improvement inclusion income independent information infrastructure innovation insight inspection
insurance integrated intelligence internal investment job joint justice labour land law leadership learning legal
leisure libraries library licensing life local locality management market marketing media mental migration minority
monitoring museums national neighbourhood neighbourhoods network new north office officer open operational operations
organisation organisational outreach parking parks partner partners partnership partnerships payroll pension pensions
people performance person personnel place planning play police policies policy post pride private probation procurement
programme programmes project projects property protection public quality race recreation recruitment recycling refugee
regeneration registrars registration regulatory rehousing renewal repairs research residents resilience resource
resources revenue revenues rights risk road roads rural safeguarding safer safety scheme school schools science scrutiny
section sector security senior service services shared skills social south sport sports staff stakeholder standards
statutory strategic strategy street streets strong student support surveys sustainability system systems talent team
technical technology tenancy tenant tenants third tourism town trade trading training transformation transport travel
traveller trust union unions university urban victim victims violence visitor voluntary volunteer volunteering ward
waste water welfare wellbeing west women workforce works world young youth zone east"""
SERVICES = frozenset(_SERVICES.split())


def is_person(name: str) -> bool:
    """Whether words look like a person's name: a title, initials, or two names that no service has."""
    if TITLED.match(name):
        return len(name.split()) <= 5
    if not _TWO_NAMES.fullmatch(name):
        return False
    words = name.casefold().split()
    return SERVICES.isdisjoint(words) and not POST.search(name)
