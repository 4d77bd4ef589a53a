"""Small narrative plans of authorities that do not exist, each of another shape."""

from __future__ import annotations

HEALTH_ON_A_PAGE = """
# Casterbridge Health and Wellbeing Strategy 2023-2028

Casterbridge Health and Wellbeing Board

## Our vision

A town in which nobody's postcode decides how long they live well.

## Our priorities

### Priority 1: Start well

#### Why does this matter?

- One in five five-year-olds has visible tooth decay, twice the rate of our neighbours.
- Fewer babies are breastfed at eight weeks than five years ago.

#### What are we going to do?

- Offer supervised toothbrushing in every nursery class.
- Train forty peer supporters for new mothers.

#### How will we know we are making a difference?

- Reduce tooth decay at age five from 31% in 2022/23 to 24% in 2027/28.
- More babies breastfed at 6-8 weeks.

### Priority 2: Age well

#### Why does this matter?

- Falls are the commonest reason for older residents to be taken to hospital.

#### What are we going to do?

- Fund strength and balance classes in all nine wards.

#### How will we know we are making a difference?

- Emergency admissions due to falls to fall by 10% by March 2028.
"""

COMMUNITY_SAFETY = """
Melchester Community Safety Partnership

Community Safety Plan

April 2021 to March 2024

Foreword

The partnership has met the residents of every parish during the winter and this plan answers what they asked us to put right.

Cllr Ada Fawley
Chair of the Partnership

You said

Speeding lorries make the school run frightening

We did

- Bought two mobile speed cameras with the parishes.
- Moved the lorry park away from the infant school.

You said

We never see an officer after dark

We did

- Started a joint evening patrol with the street wardens.

Theme 1 – Violence in the night-time economy

Why is this a priority?

Assaults in the town centre rose by a third after the licensing hours changed, and most happen within two streets.

What we will do

- Put street pastors out on every Friday and Saturday night.
- Review the licences of the five premises with most incidents.

What will success look like?

- Residents say that the town centre is safe after ten at night.

Measures

- 15% fewer assaults with injury by March 2024.

Theme 2 – Rural crime

Why is this a priority?

Farms lose machinery that cannot be replaced within the season, and few thefts are ever solved by anyone.

What we will do

- Mark machinery free of charge at six markets a year.

Measures

- Thefts of farm machinery reduced from 62 in 2019/20 to 40 in 2023/24.

Next steps

The partnership will publish a delivery plan each spring and report to the scrutiny committee every half year.
"""

SEND_I_STATEMENTS = """
# Christminster SEND and Inclusion Strategy 2022 – 2025

## Vision

Every learner in Christminster belongs in their local community and has an ambitious education there.

## What we believe

- Inclusion is everybody's job.
- Families are experts in their own lives.

## Outcome 1: I am listened to

### I statements

- I help to write my own plan.
- I know whom to ask when something goes wrong.

### What we will do

- Redesign annual reviews with the young people's forum.

### Success measures

- 90% of learners attend at least part of their annual review by July 2025.

## Outcome 2: I am ready for adult life

### I statements

- I have tried work before I leave school.

### What we will do

- Open twenty supported internships by September 2024.

### Success measures

- Increase in the proportion of young people with a plan who are in paid work from 4% in 2021 to 9% in 2025.
"""

YOUTH_JUSTICE = """
Wessex Youth Justice Partnership
Youth Justice Strategic Plan 2023/24 - 2025/26
Version 2.1

Introduction

This plan is written under the Crime and Disorder Act and sets out how children who offend will be helped and their victims heard.

Governance

The management board meets every quarter and is chaired by the director of children's services of one of the three councils in turn.

Membership of the board: Wessex Police, the Probation Service, Budmouth Council, Sherton Council, Wessex Integrated Care Board and the Courts Service.

Our priorities are:

- Prevent children from entering the justice system
- Reduce the use of custody
- Hear the voice of every victim

Key performance indicators

- First-time entrants per 100,000 children aged 10 to 17
- Children sentenced to custody
- Reoffending within twelve months
"""

CLIMATE = """
# Budmouth Climate Action Plan

Our vision is for Budmouth to be a carbon neutral harbour town by 2038.

## Ambition 1: Warm homes that cost little to heat

Where are we now?

- Two homes in five are rated E or worse.

We will by March 2027:

- Retrofit 1,200 council homes, investing £9.4m with our housing partners.
- Train 80 local installers with the college.
- Save tenants an estimated £310,000 a year in fuel.

## Ambition 2: Getting about without a car

By the end of 2026 we will have:

- Opened 14 km of protected cycle lanes (£2.2 million, reconfigured from the roads programme).
- Halved bus fares for under-19s.

### Our commitments

- The hospital trust pledges to move half of its fleet to electric vehicles by 2028.
"""

PLAN_ON_A_PAGE_HTML = """
<html><body><h1>Sherton Children's Plan 2024-2027</h1>
<p>Sherton Safeguarding Children Partnership and its member agencies publish this plan for every family.</p>
<table>
<tr><th></th><th>Theme 1: Safe</th><th>Theme 2: Well</th><th>Theme 3: Heard</th></tr>
<tr><td>Why is this important?</td><td>Too many children see violence at home.</td><td>Waits for counselling exceed a year.</td><td>Few know their rights.</td></tr>
<tr><td>What we will do</td><td><ul><li>Train all schools in the new pathway</li><li>Fund two refuges</li></ul></td><td><ul><li>Open a drop-in in each town</li></ul></td><td><ul><li>Pay young inspectors</li></ul></td></tr>
<tr><td>How will we measure success?</td><td>Fewer repeat incidents</td><td>Average wait below 18 weeks</td><td>40 young inspectors by March 2026</td></tr>
</table>
<h2>Glossary</h2>
<table><tr><th>Acronym</th><th>Meaning</th></tr><tr><td>EHA</td><td>Early Help Assessment</td></tr><tr><td>MASH</td><td>Multi-Agency Safeguarding Hub</td></tr></table>
</body></html>
"""

PARALLEL_HTML = """
<html><body><h1>Overcombe Early Years Partnership Plan 2020-21</h1>
<h2>Overcombe Early Years Board</h2>
<p><b>Membership:</b> Overcombe Council, Overcombe Nursery Schools Forum, Health Visiting Service (0-5), Families First, Library Service</p>
<table><tr><th>Outcome measures</th><th>Key actions</th></tr>
<tr><td><p><b>Talking together</b></p><ul><li>% of two-year-olds with expected language</li><li>Number of settings trained</li></ul></td>
<td><ul><li>Lend story sacks from all libraries</li><li>Screen language at the two-year review</li></ul></td></tr>
<tr><td><p><b>Ready for school</b></p><ul><li>% with a good level of development</li></ul></td><td><p>Visit every family before the first term.</p></td></tr></table>
<p>Page 2 of 3</p>
<table><tr><td><ul><li>% of places taken up by eligible two-year-olds</li></ul></td><td><ul><li>Knock on doors in the three estates with least take-up</li></ul></td></tr></table>
</body></html>
"""

SAID_AND_DONE_HTML = """
<html><body><h1>Alfredston Participation Strategy</h1>
<h2>Feedback</h2>
<table><tr><th>You said</th><th>We did</th></tr>
<tr><td>The leaving-care guide is too long</td><td>Cut it to four pages with pictures</td></tr>
<tr><td>Nobody rings us back</td><td><ul><li>Set a two-day limit</li><li>Publish how often it is kept</li></ul></td></tr>
</table></body></html>
"""

LABELLED_ROWS_HTML = """
<html><body><h1>Marlott Housing and Homelessness Strategy 2025-2030</h1>
<table>
<tr><td>Priority 1</td><td>Prevent homelessness early</td></tr>
<tr><td>Why is it important?</td><td>Most people ask for help in the last week.</td></tr>
<tr><td>What will we do?</td><td><ul><li>Place housing advisers in job centres</li><li>Call tenants in arrears within ten days</li></ul></td></tr>
<tr><td>How will we know?</td><td>Households in temporary accommodation down from 240 in 2024 to 150 in 2029</td></tr>
</table></body></html>
"""

LOGIC_MODEL = """
REPORT TO THE EXECUTIVE

14 MARCH 2019

FAMILY HUBS STRATEGY 2019-2022

Recommendations

1. The Executive is asked to:
a) adopt the strategy as part of the policy framework;
b) delegate the opening of the first three hubs to the strategic director.

Case for change

2. Three in ten families move between services more than four times before anyone offers them the help that they first asked for, and each move costs money.

Our vision is for

families in Endelstow to find help behind one door

We believe that every family should:

- Know its local hub
- Be helped by people who know one another

We will bring about change by:

- Joining up midwives, health visitors and advisers
- Sharing records with consent

We will work together to:

- Merge three referral forms
- Move teams into shared buildings

We will know that it works by:

- A shorter time between first contact and first help
- More fathers attending

Scrutiny Committee

3. The draft went to the committee on 2 March. Members made the following points:

- The hubs must not close village clinics
- Fathers should be named in the strategy

Contact

Tel: 01234 567890
"""

VILLAGE = """
Endelstow Young People's Plan

2016 to 2019

Our aims for young people

If Endelstow were one classroom of thirty we would want to see more young people:

having a
safe place
to meet

earning
a fair wage

What young people told us

- Buses stop at six.
- There is nowhere warm to go that is free of charge to everybody.
"""

COMMITMENTS_IN_PROSE = """
Sandbourne Carers' Promise

Version 0.4

Context

One adult in nine looks after somebody without pay, and half of them have never been asked what would help them most.

Our pledges

We make four pledges:

Being noticed

We will ask at every health check whether someone is a carer. By June 2027 we will have trained 300 reception staff, with £85,000 saved from printing.

Time to breathe

We will:

- Offer 2,000 short breaks a year
- Write to every carer by December 2026

Consultation

Four hundred carers answered our survey in the spring, most of them on paper, and twelve took part in an evening meeting.
"""

NUMBERED = """
SHERTON CHILDREN'S PARTNERSHIP

SHERTON EARLY HELP STRATEGY 2023 - 2026

1. Introduction

Sherton has three towns and ninety villages, and early help is different in each of them today.

2. Our vision

Every family finds help at the first time of asking.

3. Our priorities

3.1 Family hubs

Why this matters

Parents told us they repeat their story many times before anything happens at all.

What we will do

- Open four hubs by September 2024
- Train 120 volunteers

How we will measure success

- Percentage of families seen within five days, from 40% in 2022/23 to 75% in 2025/26

3.2 Speech and language

Why this matters

One child in four starts school without the words they need to learn and to make friends.

What we will do

- Screen every child at two

How we will measure success

- Fewer children below the expected level at five

4. Governance

The partnership board receives a report every quarter and publishes it on its pages.

5. Next steps

A delivery plan will follow in the autumn after the budget has been agreed by all partners.
"""
CAPS = """
MELCHESTER SUICIDE PREVENTION PLAN

2024 TO 2029

WHY THIS PLAN

Thirty-one people died by suicide in three years, most of them men between forty and sixty.

OUR PRIORITIES

PRIORITY ONE: REDUCE ACCESS TO MEANS

Outcomes we want to see:

- Fewer deaths at high places
- Safer prescribing

What we will do:

- Fit barriers on two bridges by March 2026 (£640,000)

PRIORITY TWO: SUPPORT THE BEREAVED

What we will do:

- Contact every bereaved family within three days

OUR MEMBERS

- Melchester Council
- Samaritans of Melchester
- Network Rail
"""
OUTCOME_TABLE = """
<html><body><h1>Budmouth Care Leavers Plan 2026-2029</h1>
<table><tr><th>Outcome</th><th>Areas of focus</th><th>What will be done</th><th>How will success be measured?</th></tr>
<tr><td>Care leavers have a safe home</td><td><ul><li>Choice of housing</li><li>Help with deposits</li></ul></td><td><ul><li>Build 12 flats</li></ul></td><td>90% in suitable accommodation by March 2028</td></tr>
<tr><td>Care leavers learn and earn</td><td><ul><li>Apprenticeships</li></ul></td><td><ul><li>Ring-fence ten posts</li><li>Pay fares</li></ul></td><td>Increase in those in work from 48% in 2025 to 60% in 2028</td></tr>
</table></body></html>
"""
SAID_RUN_IN = """
Casterbridge Play Strategy

Progress since the last plan

You said, we did

You said: the skate park floods

We did: laid new drains in May and planted willows

You said: nothing for under-fives

We did: opened a sand garden

We listened and we learned that play needs people as well as places, so this strategy pays for play rangers.

What we will do next

- Employ three play rangers
"""
MEASURE_TABLE = """
<html><body><h1>Wessex Active Travel Plan 2025-2030</h1>
<h2>Priority 1: Walk to school</h2>
<p>Most pupils live within a mile of their school and half of them are driven there.</p>
<h3>What we will do</h3><ul><li>Close twenty streets at school times</li></ul>
<h3>How will we measure it?</h3>
<table><tr><th>Measure</th><th>Baseline</th><th>Target</th></tr>
<tr><td>Pupils who walk or cycle</td><td>41% (2024)</td><td>55% by 2029</td></tr>
<tr><td>Injuries on school streets</td><td>12 (2024)</td><td>0 by 2030</td></tr></table>
<h2>Priority 2: Safe crossings</h2>
<p>Forty parishes have asked for a crossing and have waited for longer than three years.</p>
<h3>What we will do</h3><ul><li>Build nine crossings</li></ul>
</body></html>
"""
AMBITIONS = """
Overcombe Culture Strategy 2027-2031

Ambition 1

Everybody makes something

Where are we now?

Half of residents have made no art in the last year, and most of those live in the two poorest wards.

Our commitments

- The museum will open on Mondays by April 2028
- Partners will invest £1.2m in village halls

How will we know we have succeeded?

- 60% of residents take part by 2031

Ambition 2

Everybody belongs

Our commitments

- Festivals will have quiet hours

Partners

Overcombe Council, the Arts Trust, Parish Councils, and the College
"""
PLAN_SENTENCES = """
Alfredston Drug and Alcohol Plan

Our ambition is that fewer people die from drugs, and that everyone who asks for treatment gets it within three weeks.

We will focus on:

- breaking supply chains
- a world-class treatment system
- fewer young people using drugs

We will measure progress by:

- deaths from drug poisoning
- people in treatment, rising from 900 in 2023 to 1,300 in 2026

The Combating Drugs Partnership is made up of: Alfredston Council, Wessex Police, the Probation Service, Public Health and Job Centre Plus.
"""

WORD_LIKE = (
    ("h1", "Kingsbere Mental Health Strategy for Children 2022-2026"),
    (
        "p",
        "Kingsbere Integrated Children's Partnership has agreed this strategy with schools and the NHS.",
    ),
    ("h2", "Introduction"),
    (
        "p",
        "More children ask for help every year, and they wait longer than they should have to wait.",
    ),
    ("h2", "Areas of focus"),
    ("h3", "Whole-school approaches"),
    ("p", "What we will do"),
    ("li", "Fund a senior mental health lead in each secondary school"),
    ("li", "Share one directory of support"),
    ("p", "Outcome measures"),
    ("li", "Increase the number of schools with a trained lead from 12 in 2022 to 48 in 2025"),
    ("h3", "Crisis support"),
    ("p", "What we will do"),
    ("li", "Open a place of safety that is not a police cell by April 2024"),
    ("h2", "Recommendations from the review"),
    ("li", "Publish waiting times each month"),
)
