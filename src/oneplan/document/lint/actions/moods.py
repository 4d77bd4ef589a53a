"""Whether a sentence says what will be done or how things are."""

from __future__ import annotations

import re

_VERBS_OF_PLANS = """
accelerate achieve act adapt address adopt advise advocate agree align allocate analyse appoint
arrange ascertain assess assist attract audit award begin bid bring broaden broker build buy
campaign capture carry celebrate challenge champion change check circulate clarify collaborate
collate collect combine commence commission communicate compile complete conduct confirm connect
consider consolidate construct consult contact contribute control convene convert co-design
coordinate co-ordinate co-produce coproduce create cut deal decide decrease define deliver
demonstrate deploy design determine develop devise disseminate distribute draft draw drive educate
embed empower enable encourage engage enhance enlarge ensure equip establish evaluate examine
expand explore extend facilitate fill finalise find fit focus form formalise formulate fully fund
further gather gain generate get give grow guide halve harmonise have help hire hold host identify
implement improve include increase inform influence initiate inspect install integrate introduce
invest investigate invite involve issue join keep launch lead learn lend limit link listen lobby
lower maintain make manage map mark maximise measure meet merge minimise modernise monitor move
narrow negotiate obtain offer open operate organise participate pay persuade pilot place plan
plant prepare present prevent prioritise procure produce promote protect provide publicise publish
pursue put raise reach reallocate recommend reconfigure record recruit redesign redevelop redirect
reduce refine refocus refresh refurbish regulate reinforce relaunch relocate remove renew
reorganise repair replace report require research reshape resolve respond restore restructure
retain review revise ring roll rollout run safeguard scope scrutinise secure seek sell send set
share shape shift show sign signpost simplify spend sponsor spread standardise start station steer
strengthen streamline submit support survey sustain swap tackle tailor take target teach tell test
think track train transfer transform translate treat trial try turn undertake update upgrade use
utilise see appraise validate verify visit widen work write re-commission re-define re-design re-launch action
continue dip sample clear screen insulate retrofit stock lay dig paint patrol enforce license mentor coach counsel vaccinate
immunise brief pool match double treble triple cap waive freeze digitise refer inspire motivate nurture protect equip fix
quality-assure benchmark cost price subsidise sustain rehouse house feed serve loan lease light plough mend staff
"""
_VERBS = frozenset(_VERBS_OF_PLANS.split())
_AFTER_A_VERB = frozenset(
    [
        "the",
        "a",
        "an",
        "all",
        "every",
        "each",
        "any",
        "our",
        "their",
        "its",
        "two",
        "three",
        "four",
        "five",
        "six",
        "ten",
        "twenty",
        "thirty",
        "more",
    ]
)
_NEVER_A_VERB = frozenset(
    [
        "not",
        "of",
        "in",
        "at",
        "by",
        "for",
        "from",
        "with",
        "than",
        "as",
        "all",
        "both",
        "half",
        "such",
        "too",
        "many",
    ]
)
_AFTER_A_NOUN = frozenset(
    [
        "by",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "of",
        "among",
        "rates",
        "remains",
        "in",
    ]
)
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_SENTENCES = re.compile(r"(?<=[.;:!?])\s+|\n+")
_ASIDE = re.compile(r"\([^()]*\)")
_INTENT = re.compile(r"\b(?:will|shall|must|should|needs? to|to be|aims? to|going to)\b", re.I)
_STATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|remains?|remained|continues? to be|do not|does not|fell|lacks?)\b",
    re.I,
)
_JUDGEMENT = re.compile(
    r"\b(?:not|no|too|less|seldom|rarely|below|above|lower|higher|worse|poor|poorly|weak|declin(?:ed|ing)|increas(?:ed|ing)"
    r"|insufficient|inconsistent|inadequate|low|few|fewer|limited|lacking|remains?|reduced|slow|fallen"
    r"|falling|risen|rising|variable|significantly|behind|lack|lacks|fell|unsatisfactory|late|delayed)\b",
    re.I,
)
_QUANTITY_FIRST = re.compile(
    r"^(?:an? (?:\w+ )?(?:number|proportion|share) of|more|fewer|less|increased|reduced|improved|better|greater|higher|lower)\s+(?!than\b)",
    re.I,
)


def sentences(text: str) -> list[str]:
    """The sentences of a text without what stands in brackets."""
    plain = _ASIDE.sub("", text)
    return [part for part in (piece.strip(" •-–") for piece in _SENTENCES.split(plain)) if part]


def first_sentence(text: str) -> str:
    """The first sentence of a text as it is printed."""
    return _SENTENCES.split(text.strip(), maxsplit=1)[0]


def says_what_is_done(sentence: str) -> bool:
    """Whether the sentence is an instruction or an intention ("Open …", "… will be opened")."""
    words = _WORD.findall(sentence[:80])
    if not words:
        return False
    first = words[0].casefold()
    if first in ("to", "and") or (first.endswith("ly") and len(words) > 1):
        first = words[1].casefold() if len(words) > 1 else first
    following = words[1].casefold() if len(words) > 1 else ""
    return (
        first in _VERBS
        or (first.endswith("ing") and following not in _AFTER_A_NOUN)
        or (following in _AFTER_A_VERB and first not in _NEVER_A_VERB)
        or bool(_INTENT.search(sentence))
    )


def says_what_is_wrong(sentence: str) -> bool:
    """Whether the sentence judges how things are ("… remains below the national average")."""
    return bool(_STATE.search(sentence)) and bool(_JUDGEMENT.search(sentence))


def says_what_is_hoped(sentence: str) -> bool:
    """Whether the sentence is a hoped-for result without a verb ("More families in secure homes")."""
    return bool(_QUANTITY_FIRST.match(sentence))
