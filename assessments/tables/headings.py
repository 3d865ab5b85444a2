"""What a heading of a register or a programme means by the words in it, for the many that no list holds. Pure.

Each council heads the same column otherwise ("Approved by E&D lead (date)", "Sign-off date: Director"), yet with few words. The rules are
tried in order and the first that fits decides, so what is special stands before what is general.
"""

import re
from functools import lru_cache

from equality_tracker.workbooks.vocabulary import normal

LONGEST = 90
# How sure: a sure sign beats a likely one for the same field; what is known and left out, and what will only do where nothing better does.
SURE, LIKELY, ASIDE, WEAK = 0.85, 0.75, 0.45, 0.42

_EIA = re.compile(
    r"\b(?:equalit(?:y|ies)|integrated|inclusion|diversity)(?: (?:and|health|human|rights|diversity|inclusion|outcomes?|poverty))*"
    r" (?:impacts? )?(?:and outcomes? )?(?:assessments?|analys[ei]s)\b|\bimpact (?:assessments?|analys[ei]s)\b"
    r"|\b(?:q?eias?|eqias?|eqas?|ehias?|iias?|einas?|qeias?|pias?|eqhrias?|esias?|edias?|equias?|eiass)\b"
)
# A remark of some length explains a heading, and would name other columns' words.
_ASIDE = re.compile(r"\((?:[^()\s]+\s+){3,}[^()]*\)?")
# "Directorate (lead)" is the directorate that leads.
_LEAD = re.compile(r"^([^()]+)\(lead\)\s*$", re.I)
_DATED = r"(?:\bdated?s?\b|\bwhen\b|\bdd mm\b|\bon$|\bday\b)"
_THING = r"\b(?:polic(?:y|ies)|functions?|procedures?|strateg(?:y|ies)|projects?|proposals?|activit(?:y|ies)|practices?|schemes?|initiatives?|plans?|programmes?|documents?|guidelines?|events?|changes?|subject|items?|topic|titles?)\b"  # fmt: skip
_SIGNED = r"\b(?:approv\w*|sign(?:ed|ature)?(?: ?off)?|signoff|ratif\w*|authori[sz]\w*|agreed|endors\w*|cleared|clearance)\b"  # fmt: skip
_ENDED = r"\b(?:complet\w*|finali[sz]\w*|finished|concluded|done|undertaken|carried out|conducted|closed)\b"  # fmt: skip
_BEGAN = r"\b(?:start\w*|begun|began|begin\w*|commenc\w*|initiat(?:ed|ion)|opened)\b"
_CAME = r"\b(?:time ?stamp|submission time|received|submitted|registered|logged|raised|requested|created|notified|referred|entered|added to (?:log|register|tracker))\b"  # fmt: skip
_SCREEN = r"(?:\bscreen\w*|\b(?:stage|step|part|phase) (?:1|one|a)\b|\bpreliminary\b|\binitial (?:eia|assessment)\b|\brelevance (?:test|check|assessment)\b)"  # fmt: skip
# The word for how far it has got, and not the first or second step.
_STATE = r"\b(?:status|stage(?! (?:[0-9]|one|two|a|b)\b))\b"
_FULL = r"\b(?:full(?! council)|(?:stage|step|part|phase) (?:2|two|b))\b"
_NEEDED = r"\b(?:progress to|required|reqd|needed|necessary|requires?|needs?|proceed)\b"
_RESULT = r"\b(?:outcomes?|results?|conclusions?|decisions?|recommendations?|findings?|determination)\b"
_TO_COME = r"\b(?:due|projected|(?:required|needed) by|proposed (?:\w+ )?(?:date|completion)|deadline|planned|target|expected|anticipated|forecast|estimated|scheduled|timescales?|timeframe|intended|by when|to be (?:\w+ )?by)\b"  # fmt: skip
_PUBLISHED = r"\b(?:made public|publish\w*|publication|publicly|website|web site|internet|online)\b"
_PUBLIC = rf"(?:{_PUBLISHED}|\b(?:intranet|upload\w*|webpage|web)\b)"
_BODY = r"\b(?:meeting|committee|cabinet|council|board|executive|panel|forum|governance|assembly)\b"  # fmt: skip
_CHARACTERISTIC = (
    r"(?:age|disab\w+|(?:gender|sex|gender and sex|sex and gender)|gender (?:reassignment|identity)|trans\w*|marriage(?: and)?(?: civil)?(?: partnerships?| cp)?|marital status"
    r"|pregnancy(?: and)?(?: maternity)?|maternity|race|ethnicity|race and ethnicity|religion(?: (?:or|and) (?:belief|faith))?|religious belief|belief|faith|sexual orientation|sexuality|lgbt\w*"
    r"|carers?|(?:older|disabled|young(?:er)?) people|children and young people|women|men|care (?:experienced?|leavers?)|armed forces(?: community)?|veterans?|socio ?economic\w*(?: (?:status|duty|disadvantage))?|poverty|deprivation|low income|rural\w*|welsh(?: language)?"
    r"|human rights|political opinion|dependants?|children(?:s rights)?|island\w*(?: communities)?|health inequalities|community cohesion|good relations|other groups?|others?)"
)

# (field, how sure, what must be in the words, what must not). `s` is the heading in bare words with "eia" for all its names.
_RULES = [
    ("reference", SURE, r"^(?:\w+ ){0,3}(?:ref|refs|reference|id|urn|identifier)(?: (?:no|number|code))?$", r"\b(?:to|officer|lead)\b"),
    ("reference", LIKELY, r"^(?:\w+ ){1,2}(?:no|number)$", r"\b(?:contact|phone|telephone|tel|mobile|ext\w*|version|issue|quarter|year|total|stage|rev\w*)\b"),
    ("comment", ASIDE, r"%|\bper ?cent\w*", ""),
    ("version", LIKELY, r"\bversion\b|^v no$|^issue no$", _DATED),
    ("characteristic", LIKELY, rf"^(?:impacts? (?:on|by|for) |effects? on )?{_CHARACTERISTIC}(?: (?:and |or )?{_CHARACTERISTIC})*(?: impacts?| y n| relevance)?$", ""),
    ("title", SURE, r"^(?:what|which)\b.*\b(?:assess\w*|cover|about)|\b(?:being|to be) assessed\b", rf"{_DATED}|\bby\b"),
    ("title", SURE, r"^eia$", ""),
    ("title", LIKELY, rf"(?:{_BODY}) reports?$|^reports?$|^name of report", ""),
    ("title", WEAK, rf"{_THING}.*\b(?:description|aims?)\b|\bdescription of (?:{_THING}|savings?\b|options?\b)", r"\b(?:reason|impact|date)\b"),
    ("comment", ASIDE, r"^(?:comments?|notes?|remarks?|summary|descriptions?|brief(?! title)|aims?|purpose|background|evidence(?!.*\blinks?)|mitigat\w*|actions?(?! (?:owner|lead))|next steps|further|additional|key(?! contact)|latest(?! (?:position|status|stage))|details?|job title|role|telephone|email|e mail|extension|phone)\b", rf"{_DATED}|{_PUBLISHED}"),
    ("comment", ASIDE, r"\bcomments?$|\b(?:description|mitigat\w*|consult\w*|engage\w*|stakeholders?|monitoring|data sources?|evidence(?!.*\blinks?)|due regard|email|days? (?:to|late|over\w*|since)|further actions?|actions? (?:plan|required|taken|arising|needed))\b", r"\b(?:status|stage)\b"),
    ("checked", ASIDE, r"\b(?:quality (?:assur\w*|check\w*|review\w*)|qa|qad|checked|moderated|peer|scrutin\w*|critical friend|challenge|reviewer|reviewed by|feedback)\b", ""),
    ("address", SURE, rf"(?:{_PUBLISHED}).*\b(?:links?|hyperlinks?|url|address|location)\b|\b(?:links?|hyperlinks?|url|address)\b.*(?:{_PUBLISHED})|where published", ""),
    ("link", LIKELY, r"\b(?:links?|hyperlinks?|url|weblink|web page|web address|sharepoint|file ?path|folder|file ?name|saved|stored|where (?:held|kept|saved|stored)|location of|(?:document|file|form) location)\b", r"\blinks? to (?:plan|priorit|objective|corporate)|\blinked"),
    ("review", SURE, r"\b(?:to|will)\b.*\bbe reviewed\b|\bnext (?:eia|assessment)\b|\bnext\b.*\bdue\b|\beia next\b", ""),
    ("reviewed", ASIDE, r"\b(?:last|previous|latest|most recent)\b.*\breview\w*|\breviewed\b|\breviews?\b.*(?:completed|done|undertaken|carried out)|review(?:s)? (?:outcome|findings|result)", ""),
    ("comment", ASIDE, r"\breview\b.*\b(?:frequency|cycle|period|interval)\b|\b(?:frequency|cycle|interval)\b.*\breview", ""),
    ("review", SURE, r"\b(?:review\w*|re ?assess\w*|refresh|revisit)\b", rf"{_STATE}|\b(?:type|team|group|panel|board|service|title|name)\b"),
    ("comment", ASIDE, r"\bwhy\b", r"\b(?:no|not|without)\b"),
    ("reason", SURE, r"\b(?:reasons?|rationale|justification|explanation|explain|why|grounds)\b", ""),
    ("comment", ASIDE, rf"(?:{_PUBLIC}).*(?:{_TO_COME})|(?:{_TO_COME}).*(?:{_PUBLIC}|{_BEGAN})", ""),
    ("comment", ASIDE, rf"\b(?:to|will|should|can|may|it|must) be (?:made |put |placed )*(?:{_PUBLIC})|^publish(?: it)?(?: y n| yes no| y or n)?$|\b(?:un)?publishable\b|\bproposed (?:\w+ )?publi", ""),
    ("comment", ASIDE, rf"\b(?:suitable|suitability|appropriate|fit|cleared|clear|ready|consent|permission|restrict\w*|exempt\w*|ok|okay|for|agreed)\b(?: (?:it|this|the|eia|for|on|from|to|we))* (?:{_PUBLIC})", rf"{_DATED}|^(?:eia |is |it |was |has |been )*(?:published|uploaded|added|posted|put|placed|available)\b"),
    ("published", SURE, _PUBLIC, ""),
    ("decided", LIKELY, rf"\bdecision\b.*(?:{_DATED}|{_TO_COME})|(?:{_DATED}|{_TO_COME}).*\bdecision\b", r"\b(?:screen\w*|maker|eia)\b"),
    ("comment", ASIDE, rf"{_SIGNED}.*\b(?:required|needed)\b|\b(?:required|needed) (?:approval|sign off)", ""),
    ("ruled_out", SURE, r"\bscreened out\b|\bno (?:further|full)\b.*(?:assessment|eia|action|work)|\b(?:eia|assessment) not (?:required|needed)\b", _DATED),
    ("needed", SURE, rf"(?:{_SCREEN}).*(?:{_RESULT}).*(?:{_FULL})", _DATED),
    ("screening", SURE, rf"(?:{_SCREEN}).*(?:{_RESULT})|(?:{_RESULT}).*(?:{_SCREEN})", _DATED),
    ("comment", ASIDE, rf"\b(?:policy|document|strategy)\b.*(?:{_SIGNED})", r"\beia\b"),
    ("comment", ASIDE, r"\blast (?:approved|ratified|signed|agreed|updated|published)\b", ""),
    ("needed", SURE, rf"(?:\beia\b|{_FULL}|\bassessment\b).*(?:{_NEEDED})|(?:{_NEEDED}).*(?:\beia\b|{_FULL})|^(?:is it )?(?:required|needed)$", _DATED),
    ("impact", ASIDE, rf"(?:{_SCREEN}).*(?:{_FULL})", rf"{_DATED}|{_STATE}"),
    ("screened", SURE, rf"(?:{_SCREEN}).*{_DATED}|{_DATED}.*(?:{_SCREEN})", rf"{_TO_COME}|{_STATE}"),
    ("screened", SURE, _SCREEN, rf"{_TO_COME}|{_STATE}|\b(?:officer|lead|author|by|manager|type|kind|ref|no|number|title|name)\b"),
    ("directorate", SURE, r"^(?:directorate|department|dept|faculty) responsible$", ""),
    ("due", LIKELY, _TO_COME, rf"{_BEGAN}|\b(?:proposals?|savings?|policy|regard)\b(?!.*{_DATED})"),
    ("meeting", LIKELY, rf"\b(?:approving|ratifying|authorising|signing)\b.*(?:{_BODY}|\bbody|\bgroup)|\bwho\b.*\b(?:decision|decides?)\b|\bdecision (?:made|taken) by\b", _DATED),
    ("approver", ASIDE, rf"^who\b.*{_SIGNED}", ""),
    ("lead", LIKELY, r"^who\b", ""),
    ("submitted", LIKELY, rf"\b(?:submitted|sent|passed|forwarded|presented)\b.*\b(?:for|to)\b.*{_SIGNED}", r"\bby\b"),
    ("approver", ASIDE, rf"(?:{_SIGNED}).*\bby\b|\b(?:approver|signatory|authoriser|approving (?:officer|manager|director|body))\b", rf"(?:{_DATED}|{_THING})"),
    ("lead", LIKELY, rf"(?:{_ENDED}|\bwritten|\bprepared|\bdrafted|\bproduced|\bsubmitted|\braised|\bassessed|\bled|\bcreated|\bstarted) by\b|\bauthor\b", _DATED),
    ("approved", SURE, _SIGNED, rf"{_STATE}|\breason\b|\blast\b"),
    ("begun", SURE, _BEGAN, rf"{_STATE}|\bby\b"),
    ("begun", LIKELY, rf"(?:{_CAME}).*{_DATED}|{_DATED}.*(?:{_CAME})", _STATE),
    ("begun", LIKELY, _CAME, r"\bby\b"),
    ("completed", LIKELY, r"^(?:end|ended|finish) dated?$|^dated? (?:ended|closed)$", ""),
    ("completed", LIKELY, r"^eia dated?$|^dated? (?:of )?(?:eia|assessment|analysis)$|^(?:analysis|assessment) date$", ""),
    ("completed", LIKELY, rf"{_ENDED}.*{_DATED}|{_DATED}.*{_ENDED}", rf"{_STATE}|\b(?:officer|lead|manager|owner|name|person|responsib\w*)\b"),
    ("done", LIKELY, _ENDED, rf"{_STATE}|\b(?:officer|lead|manager|owner|name|person|responsib\w*)\b"),
    ("full", LIKELY, rf"{_FULL}(?!.*\b(?:status|progress)\b)", rf"{_ENDED}|\b(?:name|title|description|reason|officer|lead|by)\b"),
    ("full", LIKELY, rf"{_FULL}.*\b(?:in progress|under ?way|in development)\b", ""),
    ("stage", SURE, r"\b(?:status|stages?|progress|position|rag|phase|state|milestone)\b", _DATED),
    ("since", ASIDE, r"\b(?:status|stage|progress|last)\b.*\b(?:date|changed|updated?)\b|\b(?:date|as at|updated?)\b.*\b(?:status|stage|progress|update)\b", ""),
    ("full", LIKELY, _FULL, r"\b(?:name|title|description)\b"),
    ("directorate", SURE, r"\b(?:lead|responsible|owning|commissioning)? ?(?:directorate|department|dept|faculty|portfolio|care group|business group)$", ""),
    ("directorate", LIKELY, r"\b(?:programme|business|operational|corporate|portfolio) (?:area|stream)$", ""),
    ("sponsor", LIKELY, r"\b(?:directors?|head of|heads of|chief|cabinet (?:member|lead)|portfolio holder|(?:executive|lead|elected) member|sponsor|sro|senior (?:responsible|accountable|officer|manager)|accountable|councillor|executive lead)\b", ""),
    ("kind", LIKELY, r"^(?:type|kind|category|nature)\b|\b(?:type|category|kind)$", r"\b(?:impact|status|characteristic)\b"),
    ("service", LIKELY, r"\b(?:lead|responsible|owning) (?:service|team|section|unit|division)\b", r"\b(?:officer|manager)\b"),
    ("lead", SURE, r"\b(?:officers?|owners?|authors?|assessors?|managers?|contacts?|leads?|responsib\w*|who|whom|persons?|assigned|allocated|holders?|coordinator|originator|initials)\b", r"\blead (?:directorate|department)\b"),
    ("checked", ASIDE, r"\bpanel\b.*\bdate\b|\bdate\b.*\bpanel\b", r"\bdecision\b"),
    ("outcome", LIKELY, rf"(?:{_BODY}|\beia\b).*(?:outcome|result|conclusion|recommendation)s?$", ""),
    ("meeting", LIKELY, rf"\bdecision (?:maker|making|body|route)\b|(?:{_BODY}).*{_DATED}.*\band\b|and {_DATED}|(?:{_BODY}) and {_DATED}|decided by", ""),
    ("decided", LIKELY, rf"(?:{_BODY}).*{_DATED}|{_DATED}.*(?:{_BODY})", r"\beia\b"),
    ("decision", LIKELY, r"\bdecisions?\b", r"\b(?:eia|title|name|type)\b"),
    ("meeting", LIKELY, _BODY, r"\b(?:eia|directorate|department|services?)\b"),
    ("outcome", LIKELY, _RESULT, r"\b(?:name|title|type)\b"),
    ("saving", LIKELY, r"\bsavings?\b|^amount\b", r"\b(?:proposal|title|name|ref|description|option)\b"),
    ("budget_year", ASIDE, r"\bbudget year\b|\bfinancial year of (?:saving|budget)", ""),
    ("quarter", LIKELY, r"\b(?:quarter|qtr|year|fy|month)\b", rf"\b(?:budget|saving)|{_SIGNED}|{_ENDED}"),
    ("impact", ASIDE, r"\b(?:impacts?|relevance|risk|priority|score|level|rating|adverse|positive|negative)\b", ""),
    ("characteristics", ASIDE, r"\b(?:characteristics?|strands?|groups? affected|affected groups?|equality groups?)\b", ""),
    ("directorate", SURE, r"\b(?:directorates?|departments?|dept|faculty|organi[sz]ations?|schools?|college|care group|clinical group|business (?:area|group)|bcu|command|portfolio|operational area|corporate area|cluster)\b|(?:^|\bcorporate )group$", rf"(?:{_THING})"),
    ("service", LIKELY, r"\b(?:services?|teams?|sections?|units?|divisions?|areas?|branch|locality|speciality|specialty)\b", rf"(?:{_THING})"),
    ("reference", SURE, r"\b(?:ref|refs|reference|id|urn|identifier|code)\b|\b(?:eia|serial|policy|proposal|project|log|item|unique|register|record)? ?(?:no|number|num|#)$|^(?:no|number|s no|serial)\b(?! of)|^#$", r"\b(?:no|number) of\b"),
    ("title", SURE, r"^(?:title|name|full title|full name)\b(?!.*\b(?:officer|person)\b)|\b(?:title|name)$", r"\bjob\b"),
    ("title", LIKELY, rf"{_THING}|\b(?:savings?|budget) option\b|\b(?:what|being|to be) (?:is being )?assessed\b|\barea of (?:work|assessment)\b", ""),
    ("comment", ASIDE, r"\b(?:updates?|issues?|outputs?|consider\w*|new or existing|existing|new|revised)\b", ""),
]  # fmt: skip
_OF_PROGRAMME = [
    ("percent", SURE, r"%|\bper ?cent\w*|\brate\b", ""),
    ("outstanding", SURE, r"\b(?:outstanding|remaining|overdue|still|to do|to go|left|balance|shortfall|not (?:yet )?(?:complet\w*|done|started)|in progress|under ?way|incomplete|variance)\b", ""),
    ("target", LIKELY, r"\b(?:targets?|planned|programmed|promised|due|scheduled|required|identified|forecast|agreed|committed|total number|to be (?:completed|done|carried out)|expected|commitments?|in (?:programme|plan|scope))\b", ""),
    ("completed", LIKELY, r"^eia dated?$|^dated? (?:of )?(?:eia|assessment|analysis)$|^(?:analysis|assessment) date$", ""),
    ("completed", LIKELY, rf"{_ENDED}|\b(?:achieved|actual|published|signed off|approved|delivered)\b", ""),
    ("directorate", LIKELY, r"\b(?:directorates?|departments?|dept|faculty|schools?|services?|division|group|portfolio)\b", ""),
    ("target", ASIDE, r"^(?:no|number|total)(?: of)? eias?$|^eias?$", ""),
]  # fmt: skip
_TAKEN = [
    (f, s, re.compile(yes), re.compile(no) if no else None) for f, s, yes, no in _RULES
]
_COUNTED = [(f, s, re.compile(yes), None) for f, s, yes, _no in _OF_PROGRAMME]


@lru_cache(maxsize=4096)
def of_register(heading: str) -> tuple[tuple[float, str], ...]:
    """What a heading of a register means, with how sure that is, 0 to 1; nothing where no rule fits."""
    return _read(heading, _TAKEN)


@lru_cache(maxsize=1024)
def of_programme(heading: str) -> tuple[tuple[float, str], ...]:
    """What a heading of a programme means."""
    return _read(heading, _COUNTED)


def _read(heading, rules):
    words = bare(heading) if len(heading) <= LONGEST else ""
    for field, share, wanted, unwanted in rules if words else ():
        if wanted.search(words) and not (unwanted and unwanted.search(words)):
            return ((share, field),)
    return ()


def bare(heading: str) -> str:
    """A heading in bare words, with "eia" for every name of an assessment: "Date of EqIA:" → "date of eia"."""
    told = _LEAD.sub(r"lead \1", _ASIDE.sub(" ", heading))
    return _EIA.sub("eia", normal(told))
