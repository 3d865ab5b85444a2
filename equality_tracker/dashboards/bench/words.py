"""Words enough for a hundred thousand actions that read like a council's, always the same ones."""

VERBS = ["Review", "Publish", "Improve", "Extend", "Agree", "Test", "Train", "Open"]
THINGS = [
    "the letters sent about rent and council tax",
    "step-free access to the neighbourhood offices",
    "the guide for new carers",
    "interpreting at first contact",
    "the yearly report on who uses each service",
    "the induction of managers and supervisors",
    "the hardship fund and how people hear of it",
    "the evening bus to the hospital",
    "hate crime reporting in libraries",
    "the questions asked about ethnic background",
    "swimming sessions in the leisure centres",
    "the adaptation of council homes",
    "the youth hubs' programme",
]
GROUPS = [
    "older people who live alone",
    "disabled tenants",
    "young people leaving care",
    "new arrivals to the city",
    "parents of disabled children",
    "Deaf residents",
    "people on low incomes",
    "women who work at night",
    "Gypsy, Roma and Traveller families",
    "LGBT+ employees",
    "unpaid carers",
]
PLACES = [
    "Eastgate",
    "Low Haven",
    "Marram Bay",
    "Kelderby",
    "Fenby",
    "Thornsea",
    "Saltness",
]
OUTCOMES = [
    "People get help the first time they ask.",
    "The gap between groups closes year by year.",
    "Residents can say what changed because they spoke.",
    "Nobody is turned away for want of an adjustment.",
    "Employees see people like themselves at every grade.",
]
MEASURES = [
    "Share reached in a sample of 100",
    "Number of people who took part",
    "Satisfaction asked by telephone",
    "To be determined",
    "Days from asking to answer",
]
PROGRESS = [
    "The first sessions were held and forty people came.",
    "A supplier has been chosen and work begins next month.",
    "Half of the sites are finished and the rest are planned.",
    "Figures for the quarter are in and show a small rise.",
    "Staff have been briefed and the leaflet is printed.",
    "The forum tried it and asked for two changes, which were made.",
    "The committee agreed the report without amendment.",
]
REASONS = [
    "The contractor is eight weeks behind.",
    "The post has been empty since the summer.",
    "The budget was agreed later than planned.",
    "Too few people answered the first invitation.",
]
FIRST = [
    "Amina",
    "Ben",
    "Ceri",
    "Dawn",
    "Euan",
    "Fatima",
    "Grace",
    "Hugh",
    "Ines",
    "Jay",
]
LAST = ["Abbot", "Begum", "Clarke", "Dhillon", "Evans", "Farah", "Grant", "Hussain"]
POSTS = ["Head of", "Manager for", "Coordinator for", "Adviser on", "Team for"]
SUBJECTS = [
    "Access",
    "Carers",
    "Housing",
    "Inclusion",
    "Learning",
    "Pay",
    "Safety",
    "Wellbeing",
]
DIRECTORATES = [
    "Adult Services",
    "Children's Services",
    "City Development",
    "Community Safety Partnership",
    "Environment",
    "Finance",
    "Housing",
    "Libraries and Museums",
    "Public Health",
]


def one(words, number):
    """Return one of `words`, by a number that may be any."""
    return words[number % len(words)]


def title(number):
    """Return the title of the action with that number; numbers near each other differ in every part."""
    return (
        f"{one(VERBS, number)} {one(THINGS, number // 3)} for {one(GROUPS, number // 7)} "
        f"in {one(PLACES, number // 11)}"
    )
