"""The pages of an assessment and what each asks, in the order of its task list. Pure: knows no model."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question: the page it stands on, its words, and the help under them."""

    page: str
    words: str
    help: str
    required: bool = True


PAGES = {
    "about": "About",
    "evidence": "Evidence and gaps",
    "engagement": "Engagement",
    "impact": "Impact on each characteristic",
    "mitigation": "Mitigation",
    "sign_off": "Outcome and sign-off",
}

QUESTIONS = {
    "what": Question(
        "about",
        "What is proposed, and why?",
        "What will be different, from when, and what it is meant to achieve.",
    ),
    "whom": Question(
        "about",
        "Who is affected?",
        "Residents, users of a service, staff, partners: roughly how many.",
    ),
    "known": Question(
        "evidence",
        "What do you know about the people affected?",
        "Figures by characteristic, surveys, complaints, research; say where each comes from.",
    ),
    "gaps": Question(
        "evidence",
        "What do you not know yet, and how will you find out?",
        "Groups without figures. Write “none” if there are none.",
    ),
    "asked": Question(
        "engagement",
        "Whom have you asked, when and how?",
        "Groups, forums, unions, individual users.",
    ),
    "said": Question(
        "engagement",
        "What did they say, and what changed because of it?",
        "Also what could not be done, and why.",
    ),
    "together": Question(
        "impact",
        "What do the impacts add up to?",
        "For people with several characteristics, and together with other changes.",
        required=False,
    ),
}


def on_page(page: str) -> dict[str, Question]:
    """The questions of one page by name, in order; empty for a page that asks none."""
    return {name: one for name, one in QUESTIONS.items() if one.page == page}
