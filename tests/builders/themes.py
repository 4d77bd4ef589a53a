"""What the generated plans are about: four partnerships, each with its own words for its levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

UnitKind = Literal["percent", "number", "per 10,000", "per 100,000"]


@dataclass(frozen=True)
class Subject:
    """Something that is counted, with the range in which it usually lies; ``up`` where more is better."""

    name: str
    unit: UnitKind
    up: bool
    low: float
    high: float


@dataclass(frozen=True)
class Theme:
    """One kind of partnership plan."""

    name: str
    partnership: str
    levels: tuple[str, str]
    prefix: str
    outcomes: tuple[tuple[str, tuple[str, ...]], ...]
    subjects: tuple[Subject, ...]
    deeds: tuple[str, ...]
    posts: tuple[str, ...]
    bodies: tuple[str, ...]
    strategies: tuple[str, ...]
    groups: tuple[str, ...]
    indicators: tuple[tuple[str, str], ...]


CHILDREN = Theme(
    name="Children and Families Plan",
    partnership="Wealdshire Children and Families Partnership",
    levels=("Outcome", "Area of focus"),
    prefix="CF",
    outcomes=(
        (
            "Every child has a good start",
            ("Ready for school", "Healthy from the beginning", "Help when it is first needed"),
        ),
        (
            "Young people are safe and heard",
            (
                "Safe at home and on line",
                "A say in what is decided",
                "Stable homes for children in care",
            ),
        ),
        (
            "Young people move well into adult life",
            ("Work and training after school", "Homes for care leavers", "Travel on their own"),
        ),
    ),
    subjects=(
        Subject("children in care who see a dentist within the year", "percent", True, 52, 78),
        Subject("two-year-olds who take up a funded nursery place", "percent", True, 48, 75),
        Subject("care leavers living in a home that suits them", "percent", True, 60, 82),
        Subject("school leavers without a place in work or training", "percent", False, 4, 9),
        Subject("pupils away from school for a tenth of the year", "percent", False, 6, 14),
        Subject("first assessments finished within ten days", "percent", True, 55, 80),
        Subject("foster carers approved by the county", "number", True, 90, 240),
        Subject("young carers who use a respite club", "number", True, 35, 160),
        Subject("children reported missing from care", "number", False, 60, 140),
        Subject("children on a protection plan", "per 10,000", False, 30, 52),
        Subject("referrals to children's social care", "per 10,000", False, 320, 560),
        Subject(
            "admissions of children under five after an accident", "per 100,000", False, 900, 1400
        ),
    ),
    deeds=(
        "Open a drop-in for new parents",
        "Train school staff to notice neglect early",
        "Recruit foster carers for teenagers",
        "Bring health visitors and nurseries under one roof",
        "Set up a panel of young people that reviews services",
        "Give every care leaver a named adviser",
        "Run holiday clubs with a hot meal",
        "Offer speech and language checks before reception",
        "Publish one directory of family help",
        "Teach pupils how to stay safe on line",
        "Find work placements with local employers",
        "Write a travel training course with special schools",
    ),
    posts=(
        "Head of Early Help",
        "Service Manager: Fostering",
        "Designated Nurse",
        "Youth Service Manager",
    ),
    bodies=(
        "Wealdshire County Council",
        "Weald Community Health Trust",
        "Wealdshire Police",
        "District Councils",
        "Home-Start Weald",
    ),
    strategies=("Early Help Strategy", "Sufficiency Strategy", "Corporate Parenting Strategy"),
    groups=("Early Help Board", "Corporate Parenting Panel", "Safeguarding Partnership"),
    indicators=(
        (
            "NI 61",
            "Timeliness of placements of looked after children for adoption following an agency decision that the child should be placed for adoption",
        ),
        ("NI 112", "Under 18 conception rate"),
        ("NI 147", "Care leavers in suitable accommodation"),
        ("NI 148", "Care leavers in education, employment or training"),
    ),
)

SAFETY = Theme(
    name="Community Safety Plan",
    partnership="Safer Marlbrook Partnership",
    levels=("Priority", "Workstream"),
    prefix="SM",
    outcomes=(
        (
            "People feel safe in the town at night",
            ("Lighting and cameras", "A calm night-time economy"),
        ),
        (
            "Fewer people are hurt at home",
            ("Help for victims", "Work with those who harm"),
        ),
        (
            "Less crime done again by the same people",
            ("Out of custody into work", "Young people kept from crime"),
        ),
    ),
    subjects=(
        Subject("residents who feel safe after dark", "percent", True, 50, 72),
        Subject("victims who say that they were kept informed", "percent", True, 58, 80),
        Subject("offenders convicted again within a year", "percent", False, 26, 38),
        Subject("licensed premises that fail a test purchase", "percent", False, 9, 20),
        Subject("households burgled", "per 10,000", False, 60, 120),
        Subject("assaults recorded in the town centre", "number", False, 180, 420),
        Subject("taxi drivers trained to spot exploitation", "number", True, 40, 160),
        Subject("families helped by an independent adviser", "number", True, 70, 210),
        Subject("first-time entrants to the youth justice system", "per 100,000", False, 180, 400),
        Subject("homes fitted with better locks", "number", True, 110, 330),
    ),
    deeds=(
        "Replace street lamps on the routes home",
        "Station marshals at taxi ranks",
        "Pay for advisers in the courts",
        "Run a course for men who use violence",
        "Place mentors beside prison leavers",
        "Mark bicycles and tools at weekend fairs",
        "Visit pubs that draw complaints",
        "Teach shop staff to refuse sales by age",
        "Open a youth café on Friday evenings",
        "Fit locks for victims of burglary",
    ),
    posts=(
        "Community Safety Manager",
        "Chief Inspector: Neighbourhoods",
        "Head of Probation",
        "Licensing Team Leader",
    ),
    bodies=(
        "Marlbrook Borough Council",
        "Marlbrook Police",
        "Fire and Rescue Service",
        "Probation Service",
        "Victim Support",
    ),
    strategies=("Violence Reduction Strategy", "Licensing Policy", "Domestic Abuse Strategy"),
    groups=("Tasking Group", "Domestic Abuse Board", "Reducing Reoffending Group"),
    indicators=(
        ("NI 15", "Serious violent crime rate"),
        ("NI 16", "Serious acquisitive crime rate"),
        ("NI 20", "Assault with injury crime rate"),
        ("NI 32", "Repeat incidents of domestic violence"),
    ),
)

CLIMATE = Theme(
    name="Climate and Nature Plan",
    partnership="Thornmere Climate Partnership",
    levels=("Goal", "Focus area"),
    prefix="GN",
    outcomes=(
        (
            "Homes that are warm and cheap to heat",
            ("Insulation street by street", "Heat without gas"),
        ),
        ("Journeys that leave the air clean", ("Buses people choose", "Safe ways to cycle")),
        ("Land that holds water and wildlife", ("Trees and hedges", "Less waste")),
    ),
    subjects=(
        Subject("homes with an energy certificate of C or better", "percent", True, 38, 62),
        Subject("household waste that is recycled or composted", "percent", True, 40, 60),
        Subject("journeys to work made by car alone", "percent", False, 52, 70),
        Subject("households that cannot afford to heat their home", "percent", False, 9, 17),
        Subject("public buildings heated without gas", "number", True, 18, 70),
        Subject("charging points open to the public", "number", True, 60, 300),
        Subject("hectares of new woodland", "number", True, 24, 90),
        Subject("days on which the air limit is broken", "number", False, 22, 60),
        Subject("cyclists hurt on the roads", "per 100,000", False, 42, 80),
        Subject("volunteers who look after a nature site", "number", True, 120, 480),
    ),
    deeds=(
        "Insulate the terraces around the station",
        "Swap boilers for heat pumps in schools",
        "Run an express bus along the valley",
        "Build a cycle lane past the hospital",
        "Plant hedges with tenant farmers",
        "Collect food waste from flats",
        "Lend thermal cameras through libraries",
        "Buy green power for every partner together",
        "Open a repair shop at the tip",
        "Restore the water meadows",
    ),
    posts=(
        "Head of Climate",
        "Transport Planning Manager",
        "Estates Director",
        "Countryside Manager",
    ),
    bodies=(
        "Thornmere Council",
        "Thornmere Hospitals Trust",
        "Mere Buses",
        "Housing Associations",
        "Wildlife Trust",
    ),
    strategies=("Local Transport Plan", "Asset Strategy", "Tree Strategy"),
    groups=("Climate Board", "Fleet Group", "Nature Recovery Network"),
    indicators=(
        ("NI 186", "Per capita reduction in CO2 emissions in the LA area"),
        ("NI 188", "Planning to adapt to climate change"),
        ("NI 192", "Percentage of household waste sent for reuse, recycling and composting"),
    ),
)

HEALTH = Theme(
    name="Health and Wellbeing Strategy",
    partnership="Ashcombe Health and Wellbeing Board",
    levels=("Priority", "Area for improvement"),
    prefix="HW",
    outcomes=(
        (
            "People stay well for longer",
            ("Moving more", "Giving up tobacco", "Checks that find illness early"),
        ),
        ("Good mental health at every age", ("Talking help without a wait", "Less loneliness")),
        ("Care close to home", ("Home from hospital in time", "Support for carers")),
    ),
    subjects=(
        Subject("adults who are active on most days", "percent", True, 54, 72),
        Subject("adults who smoke", "percent", False, 11, 18),
        Subject("people invited to a health check who come", "percent", True, 38, 60),
        Subject("patients who wait over six weeks for talking help", "percent", False, 10, 24),
        Subject("carers with a plan of their own", "percent", True, 30, 58),
        Subject("people who join a walking group", "number", True, 150, 520),
        Subject("days lost to late discharge", "number", False, 420, 900),
        Subject("emergency stays after a fall", "per 100,000", False, 1700, 2400),
        Subject("deaths from heart disease before 75", "per 100,000", False, 62, 98),
        Subject("practices that offer a befriending scheme", "number", True, 8, 30),
    ),
    deeds=(
        "Prescribe walks and swims from surgeries",
        "Put stop-smoking advisers in workplaces",
        "Take health checks to markets",
        "Hire peer workers for the talking service",
        "Ring every patient within two days of discharge",
        "Pay for breaks for carers",
        "Start a shed where retired people mend things",
        "Fit rails and lights after a first fall",
        "Train barbers to ask about mood",
        "Share one care record between hospital and home",
    ),
    posts=(
        "Consultant in Public Health",
        "Director of Nursing",
        "Head of Adult Commissioning",
        "Carers Lead",
    ),
    bodies=(
        "Ashcombe Council",
        "Ashcombe Clinical Group",
        "Hospital Trust",
        "Age Concern Ashcombe",
        "Leisure Trust",
    ),
    strategies=("Ageing Well Strategy", "Tobacco Control Plan", "Carers Strategy"),
    groups=("Ageing Well Board", "Tobacco Alliance", "Carers Forum"),
    indicators=(
        ("NI 39", "Rate of hospital admissions per 100,000 for alcohol related harm"),
        ("NI 120", "All-age all cause mortality rate"),
        ("NI 123", "Stopping smoking"),
        (
            "NI 135",
            "Carers receiving needs assessment or review and a specific carer's service, or advice and information",
        ),
    ),
)

THEMES: tuple[Theme, ...] = (CHILDREN, SAFETY, CLIMATE, HEALTH)

PLACES = (
    "Northgate",
    "Elmfield",
    "Harbour ward",
    "Kingsley",
    "Old Town",
    "Stonebridge",
    "Westmoor",
    "Bellhouse",
)
