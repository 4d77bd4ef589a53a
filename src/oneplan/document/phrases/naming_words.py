"""The words that names of bodies, documents, groups and posts are made of."""

from __future__ import annotations

import re

from oneplan.document.phrases.tokens import words

DOCUMENTS = words(
    "strategy strategies plan plans agreement agreements framework frameworks policy policies charter manifesto "
    "prospectus contract contracts protocol"
)
GROUPS = words(
    "group groups board boards committee sub-committee subcommittee subgroup sub-group forum forums panel panels network "
    "networks cabinet taskforce collaborative alliance"
)
BODIES = words(
    "service services council councils trust trusts team teams partnership partnerships agency agencies directorate "
    "department authority authorities unit units schools school college colleges academies university association "
    "associations landlords providers provider centre centres establishments organisations organisation constabulary police "
    "settings consortium consortia charity charities society foundation commission office practices hospital hospitals "
    "members enterprises libraries"
)
BODY_CALLED_GROUP = re.compile(
    r"\b(?:(?:commissioning|housing|college) group|primary care network"
    r"|(?:integrated care|(?:local|university|teaching) health|internal drainage) board)$",
    re.IGNORECASE,
)
"""How names of bodies end that are no meetings, though they are called a group or a board."""
HEADS = DOCUMENTS | GROUPS | BODIES
"""The nouns with which a whole name ends."""

MODIFIERS = words(
    "steering working project theme task delivery implementation management strategic review executive advisory "
    "development operational planning commissioning action improvement group groups board strategy plan team forum "
    "manager officer lead coordinator co-ordinator consultant committee sub-committee sub-group and of for & in directorate "
    "programme network panel partnership leader adviser advisor partners"
)
"""Words after "Strategy" or "Group" that carry the name on."""

TOPICS = words(
    "children children's child young people people's youth families family adults adult housing health education environment "
    "transport skills learning culture leisure sport sports arts safety community communities finance governance performance "
    "maternity schools inclusion employment business economy work enterprise tourism heritage waste energy climate age ageing "
    "disability disabilities care social wellbeing well-being early years childcare growth place places neighbourhoods rural "
    "roads highways crime justice drugs alcohol equality equalities diversity cohesion infrastructure regeneration access "
    "innovation science arms strategy customer customers corporate resources advice information guidance sexual mental "
    "emotional public voluntary faith behaviour attendance play music food land water property assets research evidence help support"
)
_TOPIC_ENDINGS = (
    "ing",
    "tion",
    "sion",
    "ment",
    "ity",
    "ence",
    "ance",
    "ture",
    "hood",
    "ship",
    "ism",
    "ics",
)
SMALL = frozenset(("and", "&", "of", "for", "the", "in", "with", "on", "to", "at", "by"))

POST_NOUN = (
    r"(?:manager|director|officer|co-?ordinator|consultant|lead|leader|chair|chairman|chairperson|chief executive|adviser|advisor|"
    r"superintendent|inspector|principal|supervisor|commissioner|practitioner|head|specialist|administrator|midwife|"
    r"headteacher|head teacher|lead nurse|(?:designated|named) (?:nurse|doctor|midwife)|principal social worker|secretary|strategist|champion|commander|constable|registrar|psychologist|librarian|treasurer|chief nurse|matron|sergeant|analyst)"
)
POST_PREFIX = (
    r"(?:(?:SDM|OM|EIA|AD|GM|HoS|HOS|PM|DCS|DPH)s?(?=\s*:|\s+for\b|\s+\d|\s+[A-Z])|(?:Acting\s+|Interim\s+|Deputy\s+|Assistant\s+|Associate\s+|Executive\s+|Joint\s+)*"
    r"(?:Head|Director|Consultant|Chair|Lead|Leader|Chief|Strategic Lead|Programme Lead|Service Lead|Cabinet Member|Portfolio Holder|Lead Member)\s+(?:of|for|on|in)\b)"
)
POST_TITLE = (
    r"(?:(?:Acting|Interim|Deputy|Assistant|Associate|Executive|Strategic|Corporate|Service|Operations?|Group|Area|Locality|Team|"
    r"Programme|Project)\s){1,2}(?:Director|Manager|Head|Leader)\b"
)
"""A whole title, after which the field follows without "of": "Deputy Director Housing"."""
POST_ACRONYMS = words("DCS DPH CEO CFO COO DASS DCSS SRO")
BODY_ACRONYMS = words(
    "PCT CAMHS YOS YOT VCS LSC NHS CCG LSP LSPS WCC LA LEA FE SHA DWP JCP CVS CAB GP GPS HWB ICB ICS LSCB SCB CSP CDRP PCC ACS RSL RSLS DAAT OPCC CRC CPS YJS PCF PCN PCNS VCSE VCFS MHST MHSTS MASH SENDIASS DWP MAT MATS HMPPS NPS ICP SAB"
)


def is_topic(word: str) -> bool:
    """Whether a word names a field of work and no body of its own ("Housing", "Regeneration")."""
    low = word.lower().replace("’", "'").strip("()")
    return low in TOPICS or (len(low) > 5 and low.endswith(_TOPIC_ENDINGS))


_S = r"['’]?s?"
STANDING = re.compile(
    r"(?:(?:Adult|Children['’]?s?|Environmental|Youth|Youth Offending|Social|Housing|Library|Probation|Community|Adult and Community|"
    r"Corporate|Early Years|Leisure|Family|Public Health|Health|Education|Ambulance|Fire|Fire and Rescue|Fire & Rescue|Emergency)\s+[Ss]ervices?"
    r"|(?:District|Borough|County|Parish|Town|City|Local)\s+[Cc]ouncils?|Local\s+[Aa]uthorit(?:y|ies)"
    r"|(?:(?:Special|Primary|Secondary|High|Middle|First|Infant|Junior|Independent|Maintained)\s+)?Schools(?:\s+(?:and|&)\s+(?:Units|Colleges|Academies|Settings))?"
    r"|(?:F\.?E\.?\s+|Further Education\s+|Sixth Form\s+)?Colleges|Police|Connexions|Parents|Carers|GPs|Libraries|Voluntary\s+[Ss]ector"
    r"|Children['’]s\s+[Cc]entres?|(?:Acute|Mental Health|Hospital)\s+Trusts?|Health\s+[Vv]isitors|School\s+[Nn]urses|Housing\s+[Aa]ssociations"
    r"|(?:Registered\s+Social|Private)\s+[Ll]andlords|Job\s?[Cc]entre\s?[Pp]lus|Early\s+[Yy]ears\s+[Ss]ettings|Governors|Headteachers"
    r"|Young\s+[Pp]eople|Businesses|Employers|Universities|(?:Referring|Partner|Voluntary|Statutory)\s+[Aa]gencies|[A-Z]{3,6}\s+[Aa]gencies"
    r"|[A-Z]{2,7}s?(?=\s|$))(?=\s|$)"
)
"""A name that stands by itself in lists of partners everywhere."""
ACRONYM = re.compile(r"^[A-Z][A-Za-z]{0,2}[A-Z]+s?$")
"""A name that is nothing but initials."""
