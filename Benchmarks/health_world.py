#!/usr/bin/env python3
"""Simulates communities over three years, and the handbook that their maintainers would keep, for Benchmarks/health.py.

The world goes month by month and knows what is true on the last day. The handbook says what was written down; FAULTS
lists how it differs, and how often. The same seed always gives the same bytes. Nothing in it is real.
"""

import itertools
import random
from collections import Counter, namedtuple
from datetime import date, timedelta
from pathlib import Path

START, TODAY, MONTHS = date(2023, 3, 1), date(2026, 3, 1), 36
SIGNALS = ("no-steward no-deputy term-ends shared-steward no-time quiet nothing-planned no-charter charter-review "
           "unverified counts-stale no-welcome channels-blocked alone skill-gap one-writer thin-entry").split()

THIN = 0.15  # entries with a name, a summary and one topic, and nothing else
NEGLECTED = {False: 0.30, True: 0.60}  # entries that nobody tends; True: it has stopped, or nobody stewards it
HAS_FILE = 0.6  # people who have a file; the others are in lists by name

Fault = namedtuple("Fault", "tended neglected text hides invents")
PEOPLE = "no-steward no-deputy term-ends shared-steward no-time skill-gap"
KEPT = "no-steward no-deputy term-ends no-time skill-gap"
LIFE = "quiet nothing-planned"
# For each fault: how likely it is in a tended and in a neglected entry wherever it can happen, how it is described,
# which signals it hides from a reader of the files, and which it makes them see where there is nothing.
FAULTS = {key: Fault(*rest) for key, *rest in [
    ("members_unlisted", .10, .30, "members are not listed", PEOPLE, PEOPLE + " alone"),
    ("parts_missing", .06, .15, "parts of members are not written", PEOPLE, PEOPLE),
    ("steward_kept", .15, .55, "steward left, file not edited", KEPT, "no-deputy shared-steward no-time"),
    ("steward_late", .25, .20, "steward left, file not edited yet", KEPT, "no-deputy shared-steward no-time"),
    ("steward_missing", .10, .30, "steward began, file not edited", PEOPLE, PEOPLE),
    ("term_missing", .35, .65, "term is not written", "term-ends", ""),
    ("term_old", .20, .50, "term was prolonged, file not edited", "no-deputy no-time", "no-steward term-ends"),
    ("leave_missing", .50, .85, "leaving was announced, file not edited", "term-ends", ""),
    ("deputy_missing", .25, .50, "deputy is not written", "", "no-deputy"),
    ("deputy_kept", .20, .60, "deputy left, file not edited", "no-deputy", ""),
    ("member_missing", .15, .35, "a member is not listed", "", "skill-gap alone"),
    ("member_kept", .20, .60, "a member left, file not edited", "skill-gap", ""),
    ("time_missing", .35, .65, "working time is not written", "no-time", "no-time"),
    ("time_old", .50, .80, "working time was lost, file not edited", "no-time", ""),
    ("skills_missing", .20, .50, "skills of a member are not written", "", "skill-gap"),
    ("events_unlisted", .08, .25, "meetings are not in the handbook", LIFE, LIFE),
    ("series_goes_on", .50, .90, "the series goes on in the file", LIFE, ""),
    ("series_ended", .08, .30, "the series has run out in the file", "", LIFE),
    ("next_missing", .20, .50, "the next meeting is not written", "", "nothing-planned"),
    ("next_kept", .30, .60, "planned meetings were not cancelled", LIFE, ""),
    ("event_missing", .10, .30, "the last meeting is not written", "", "quiet"),
    ("missed_kept", .40, .80, "meetings that fell through are still in the file", "", ""),
    ("writeup_missing", .15, .40, "some write-ups are not written down", "one-writer", "quiet one-writer"),
    ("authors_missing", .20, .40, "write-ups name no author", "one-writer", ""),
    ("pause_missing", .25, .65, "the pause is not noted", "", ""),
    ("pause_kept", .20, .50, "it meets again, the pause is still noted", PEOPLE + " alone no-charter no-welcome", ""),
    ("closure_missing", .20, .60, "the end is not noted", PEOPLE + " no-welcome alone", KEPT),
    ("charter_elsewhere", .12, .25, "the charter is kept elsewhere", "charter-review", "no-charter"),
    ("charter_undated", .10, .25, "the charter says no date of agreement", "", "no-charter"),
    ("charter_draft", .20, .20, "a draft is there as a charter", "no-charter", "charter-review"),
    ("review_missing", .25, .50, "the date of review is not written", "charter-review", "charter-review"),
    ("review_old", .30, .60, "the charter was reviewed, file not edited", "", "charter-review"),
    ("dates_missing", .15, .35, "neither as_of nor verified is written", "unverified", "unverified"),
    ("verified_old", .20, .50, "confirmed, verified not renewed", "", "unverified"),
    ("date_touched", .10, .05, "a date was renewed, nobody looked", "unverified counts-stale", ""),
    ("counts_undated", .20, .40, "the number of members has no date", "counts-stale", "counts-stale"),
    ("welcome_missing", .20, .40, "who welcomes is not written", "", "no-welcome"),
    ("welcome_kept", .40, .80, "who welcomed has left, file not edited", "no-welcome", ""),
    ("membership_missing", .08, .20, "membership is not written", "channels-blocked", ""),
    ("access_missing", .20, .40, "access of a channel is not written", "channels-blocked", "channels-blocked"),
    ("channel_missing", .08, .20, "a channel is not written", "channels-blocked", "channels-blocked"),
    ("contact_missing", .30, .60, "a contact is not written", "", "alone"),
    ("contact_kept", .60, .90, "a contact has lapsed, file not edited", "alone", ""),
    ("topic_missing", .10, .20, "the topic it shares with others is not written", "alone", ""),
]}

# What a community becomes within a month, and how likely; it goes quiet four times as often without a steward.
CHANGES = {"active": {"quiet": .015, "paused": .012, "closed": .003}, "closed": {},
           "quiet": {"active": .06, "paused": .01, "closed": .012}, "paused": {"active": .12, "closed": .02}}
LEAVES = {"active": .04, "quiet": .05, "paused": .04}  # a steward without a term decides to leave, within a month
RHYTHMS = {"week": (7, 44), "2 weeks": (14, 22), "month": (30, 10), "3 months": (91, 3.5)}  # days; meetings in a year
REACH = {"invitation": 0, "organisation": 1, "public-sector": 2, "open": 3}
WEEKDAYS = "monday tuesday wednesday thursday friday".split()
TREES = "birch alder hazel rowan willow aspen linden maple cedar juniper".split()
DOINGS = "counting drawing naming sorting repairing weighing".split()
SKILLS = "juggling whistling knot-tying kite-flying".split()
GOVERNMENTS, BUSY = 8, 2  # of the people of each government, so many steward wherever they are asked


class Dice:
    """Only `random()` is promised to give the same numbers in every version of Python."""

    def __init__(self, *key):
        self.random = random.Random(":".join(map(str, key))).random

    def chance(self, probability):
        return self.random() < probability

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def pick(self, choices):
        return choices[int(self.random() * len(choices))]

    def weighted(self, weights):
        at, ends = self.random() * sum(weights.values()), itertools.accumulate(weights.values())
        return next((choice for choice, end in zip(weights, ends) if at < end), next(reversed(weights)))


def later(day, months):
    return day + timedelta(round(months * 30.44))


def age(day):
    """Days from then to the last day."""
    return (TODAY - day).days


class Stay:
    """Somebody in a community. `left` may be in the future: then it has been said. `old_…` is what was true before."""

    def __init__(self, person, part, since, skills):
        self.person, self.part, self.since, self.skills = person, part, since, skills
        self.left = self.term = self.old_term = None
        self.time = self.old_time = 0  # per cent of the week

    def is_here(self, day=TODAY):
        return self.since <= day and not (self.left and self.left <= day)


class Community:
    """What happens to one, month by month."""

    def __init__(self, world, number):
        self.world, self.number, self.id = world, number, f"community-{number:03d}"
        self.dice = dice = Dice(world.seed, number)
        self.government = 1 + number % GOVERNMENTS
        self.craft = f"{TREES[int(len(TREES) * dice.random() ** 1.5)]}-{dice.pick(DOINGS)}"
        first = 0 if dice.chance(.6) else dice.between(0, MONTHS - 3)  # the month from which it is followed
        self.begun = later(START, first)
        self.founded = self.begun if first else self.begun - timedelta(dice.between(0, 1800))
        self.state, self.history, self.stays, self.contacts = "active", [(self.begun, "active")], [], []
        self.entered = later(START, first + (MONTHS - 3 - first) * dice.random())  # into the handbook
        self.set_habits(dice)
        for _ in range(dice.weighted({1: .65, 2: .3, 0: .05})):
            self.appoint(self.begun)
        for part in ["deputy"] * dice.chance(.5) + ["core"] * dice.between(1, 4) + ["active"] * dice.between(0, 5):
            self.join(part, self.begun)
        self.door = None if dice.chance(.3) else "team" if dice.chance(.2) else dice.pick(self.stays)
        self.size, self.growth = int(15 * 12 ** dice.random()), (dice.random() + dice.random() - .9) * .05
        self.counts, self.confirmed = [], [self.entered] if dice.chance(.65) else []
        self.agreements = [self.begun - timedelta(dice.between(0, 600))] if not first and dice.chance(.4) else []
        for at in range(first, MONTHS):
            self.live(later(START, at + .97 * dice.random()), dice)
        self.meet(dice)

    def set_habits(self, dice):
        self.rhythm = dice.weighted({"week": .15, "2 weeks": .25, "month": .4, "3 months": .2})
        self.weekday, self.nth, self.turn = dice.between(0, 4), dice.between(1, 4), dice.between(0, 5)
        self.is_fixed = dice.chance(.9 if self.rhythm in ("week", "2 weeks") else .45)
        self.writes_on = self.rhythm in ("month", "3 months") and dice.chance(.15)  # when it no longer meets
        self.yearly_writeups, self.main_share = dice.pick([0, 0, 4, 8, 20]), dice.pick([.3, .6, .98])
        self.needs = {dice.pick(SKILLS): dice.between(1, 3)} if dice.chance(.45) else {}
        self.review_months, self.channels, self.has_begun_to_meet = dice.pick([12, 12, 24]), {}, dice.chance(.96)
        self.membership = dice.weighted({"open": .25, "public-sector": .5, "organisation": .15, "invitation": .1})
        for platform in ["chat", "mailing-list", "forum"][:dice.pick([1, 1, 2, 3])]:
            at = max(1, min(3, REACH[self.membership] + dice.weighted({0: .68, -1: .24, 1: .08})))
            self.channels[platform] = list(REACH)[at] if REACH[self.membership] else "invitation"

    def here(self, *parts, day=TODAY):
        return [stay for stay in self.stays if stay.is_here(day) and (not parts or stay.part in parts)]

    def join(self, part, day):
        skills = {skill: self.dice.weighted({0: .1, 1: .2, 2: .3, 3: .3, 4: .1}) for skill in self.needs}
        self.stays.append(Stay(next(self.world.people), part, day, skills))
        return self.stays[-1]

    def appoint(self, day, deputy=None):
        """A steward begins: the deputy, somebody who stewards other communities, or somebody new."""
        stay = self.join("steward", day)
        busy = (self.government - 1) * BUSY + self.dice.between(1, BUSY)
        if deputy:
            deputy.left, stay.person, stay.skills = day, deputy.person, deputy.skills
        elif self.dice.chance(.25) and all(other.person != busy for other in self.stays):
            stay.person = busy
        stay.time = stay.old_time = self.dice.weighted({0: .35, 5: .3, 10: .25, 20: .1})
        if self.dice.chance(.4):
            stay.term = later(day, self.dice.pick([12, 24, 24]) - (0 if day > START else self.dice.between(0, 9)))

    def live(self, day, dice):
        """One month; whatever happens in it happens on this day."""
        self.change_state(day, dice)
        if self.state != "closed":
            self.change_stewards(day, dice)
            self.change_members(day, dice)
            self.size = max(4, self.size * (1 + self.growth - (.02 if self.state != "active" else 0)))
        is_tended, due = self.state == "active" and self.here("steward", day=day), self.due()
        if not self.counts or day <= self.entered:
            self.counts = [(self.entered, round(self.size))]
        elif dice.chance(.05 if is_tended else .01):
            self.counts.append((day, round(self.size)))
        if day > self.entered and dice.chance(.07 if is_tended else .015):
            self.confirmed.append(day)
        if not due and self.state == "active" and dice.chance(.022) or due and due <= day and dice.chance(
                0 if self.state == "closed" else .35 if later(due, 1) >= day else .06):
            self.agreements.append(day)

    def due(self, back=1):
        """When the charter is to be looked at again, if it was ever agreed; or when it was, as many agreements back."""
        return later(self.agreements[-back], self.review_months) if self.agreements else None

    def change_state(self, day, dice):
        weights = dict(CHANGES[self.state])
        if self.state == "active" and not self.here("steward", day=day):
            weights["quiet"] *= 4
        if day < self.entered:
            weights.pop("closed", None)  # what has ended is not entered into a handbook
        state = dice.weighted(weights | {self.state: 1 - sum(weights.values())})
        if state != self.state:
            self.state = state
            self.history.append((day, state))
            for stay in self.here(day=day) if state == "closed" else []:
                stay.left = day

    def change_stewards(self, day, dice):
        for stay in self.here("steward", day=day):
            if not stay.left and stay.term and later(day, 4) >= stay.term:
                if dice.chance(.4):
                    stay.old_term, stay.term = stay.term, later(stay.term, 12)
                else:
                    stay.left = max(stay.term, day + timedelta(1))
            elif not stay.left and not stay.term and dice.chance(LEAVES[self.state]):
                stay.left = day + timedelta(dice.between(30, 150))
            stay.time = 0 if dice.chance(.015) else stay.time
        deputies = self.here("deputy", day=day)
        if not self.here("steward", day=day) and dice.chance(
                .5 if deputies else .25 if self.state == "active" else .02):
            self.appoint(day, deputies[0] if deputies else None)

    def change_members(self, day, dice):
        for stay in self.here("deputy", "core", "active", day=day):
            stay.left = day if dice.chance(.025) else None
            stay.skills |= {skill: level + 1 for skill, level in stay.skills.items() if level < 4 and dice.chance(.01)}
        if self.state == "active" and not self.here("deputy", day=day) and dice.chance(.035):
            self.join("deputy", day)
        if self.state == "active" and dice.chance(.12):
            self.join(dice.pick(["core", "active", "active"]), day)
        if not self.has_door(day) and self.here(day=day) and dice.chance(.06):
            self.door = dice.pick(self.here(day=day))

    def has_door(self, day=TODAY):
        """Whether somebody receives newcomers."""
        return bool(self.door) and (self.state != "closed" if self.door == "team" else self.door.is_here(day))

    def is_on(self, day):
        """Whether its rhythm has a meeting on that day."""
        is_nth = (day.day - 1) // 7 + 1 == self.nth
        turns = {"week": True, "2 weeks": (day.toordinal() // 7 + self.turn) % 2 == 0, "month": is_nth,
                 "3 months": is_nth and (day.month + self.turn) % 3 == 0}
        return self.has_begun_to_meet and day.weekday() == self.weekday and turns[self.rhythm]

    def meet(self, dice):
        """When they met and when a meeting fell through, most often in August and December; what was written of it."""
        self.meetings, self.missed, self.writeups, main = [], [], [], None
        days = (self.begun + timedelta(at) for at in range(age(self.begun) + 200))
        self.dates = [day for day in days if self.is_on(day)]
        for day in self.dates[:sum(day < TODAY for day in self.dates)]:
            state, share = [state for since, state in self.history if since <= day][-1], 0
            if state == "active" and dice.chance({8: .7, 12: .5}.get(day.month, .1)):
                self.missed.append(day)
            elif state == "active":
                self.meetings.append(day)
                share = min(.95, self.yearly_writeups / RHYTHMS[self.rhythm][1])
            here = [stay.person for stay in self.here(day=day)]
            if here and dice.chance(1 if state == "quiet" and self.writes_on else share):
                main = main if main in here else here[0]
                self.writeups.append((day, main if dice.chance(self.main_share) else dice.pick(here)))
        is_set = self.state == "active" and (self.is_fixed or dice.chance(.75))
        self.next = next((day for day in self.dates if day >= TODAY and is_set), None)
        self.last = max(self.meetings + [day for day, _ in self.writeups], default=TODAY)


class World:
    def __init__(self, seed, count):
        self.seed, self.people = seed, itertools.count(GOVERNMENTS * BUSY + 1)
        self.communities = [Community(self, number) for number in range(1, count + 1)]
        dice = Dice(seed, "contacts")
        for one in self.communities:
            near = [other for other in self.communities if other.government == one.government and other is not one]
            others = self.alike(one) if dice.chance(.6) and self.alike(one) else near
            if others and dice.chance(.4):
                other, is_lapsed, core = dice.pick(others), dice.chance(.15), one.here("core")
                one.contacts.append((other, is_lapsed))
                other.contacts.append((one, is_lapsed))
                if core and not is_lapsed and other.state != "closed" and dice.chance(.3):
                    other.stays.append(Stay(core[0].person, "active", max(core[0].since, other.begun), {}))
        self.load = Counter(stay.person for one in self.communities for stay in one.here("steward"))
        self.places = Counter(stay.person for one in self.communities for stay in one.here())
        self.entries = {one.id: Entry(self, one) for one in self.communities}
        self.truth = {(name, signal) for name, entry in self.entries.items() for signal in entry.truth}

    def alike(self, one):
        """Those who do the same in other governments."""
        return [other for other in self.communities
                if other.craft == one.craft and other.government != one.government]

    def is_alone(self, one):
        """No contact to a community that still is, nobody in two of them, and somebody to have contact with."""
        has_contact = any(not is_lapsed and other.state != "closed" for other, is_lapsed in one.contacts) or any(
            self.places[stay.person] > 1 for stay in one.here())
        return not has_contact and any(other.state != "closed" for other in self.alike(one))


def truth(world, one, entry):
    """The signals that are true on the last day. A thin entry has one; a noted end leaves none, nor does a noted rest."""
    if entry.is_thin or entry.is_closed or entry.is_paused and one.state == "paused":
        return {"thin-entry"} if entry.is_thin else set()
    stewards, soon, (counted, count) = one.here("steward"), TODAY + timedelta(92), one.counts[-1]
    writers, reach = Counter(author for _, author in one.writeups), REACH[one.membership]
    skilled = {skill: sum(stay.skills.get(skill, 0) >= 3 for stay in one.here()) for skill in one.needs}
    facts = {
        "no-steward": not stewards,
        "no-deputy": len(stewards) == 1 and not one.here("deputy"),
        "term-ends": stewards and all(stay.left and stay.left <= soon for stay in stewards),
        "shared-steward": stewards and all(world.load[stay.person] >= 3 for stay in stewards),
        "no-time": stewards and not any(stay.time for stay in stewards),
        "quiet": one.state != "active" and not entry.is_paused and age(one.last) > 2 * RHYTHMS[one.rhythm][0],
        "nothing-planned": one.meetings and not one.next and not entry.is_paused,
        "no-charter": not one.agreements,
        "charter-review": one.agreements and one.due() < TODAY,
        "unverified": age(max([one.entered] + one.confirmed)) > 365,
        "counts-stale": "member_count" in entry.front and age(counted) > 365 and abs(one.size / count - 1) >= .25,
        "no-welcome": not one.has_door(),
        "channels-blocked": all(REACH[access] < reach for access in one.channels.values()),
        "alone": world.is_alone(one),
        "skill-gap": "members" in entry.parts and any(skilled[skill] < need for skill, need in one.needs.items()),
        "one-writer": len(one.writeups) >= 4 and max(writers.values()) / len(one.writeups) >= .8,
    }
    return {signal for signal, holds in facts.items() if holds}


class Entry:
    """The files of a community as they were kept: `front` is its front matter, `parts` that of the rest, by name."""

    def __init__(self, world, one):
        self.one, self.seed, self.dice, self.faults = one, world.seed, Dice(world.seed, one.number, "entry"), Counter()
        self.is_neglected = self.dice.chance(NEGLECTED[one.state != "active" or not one.here("steward")])
        self.is_thin, self.is_one_file = self.dice.chance(THIN), self.dice.chance(.25)
        self.is_closed, self.is_paused, self.mentioned, self.parts = False, False, set(), {}
        topic = one.craft if self.is_thin or not self.slips("topic_missing") else "sharing"
        self.front = {"name": f"Community {one.number}", "summary": "A made-up community.", "topics": [topic]}
        if not self.is_thin:
            for write in (self.say_facts, self.say_welcome, self.say_dates, self.say_contacts, self.say_members,
                          self.say_charter, self.say_events, self.say_writeups):
                write()
            has_life = any(self.parts.values()) or self.front.keys() & {"welcome", "channels", "member_count"}
            self.is_thin = not has_life
        self.truth = truth(world, one, self)

    def slips(self, key):
        """Whether a fault is made here, where it can be."""
        is_made = self.dice.chance(FAULTS[key].neglected if self.is_neglected else FAULTS[key].tended)
        self.faults[key] += is_made
        return is_made

    def mention(self, person):
        """The id of somebody who has a file, else the name."""
        has_file = Dice(self.seed, "person", person).chance(HAS_FILE)
        self.mentioned |= {person} if has_file else set()
        return f"person-{person}" if has_file else f"Person {person}"

    def say_facts(self):
        one, dice, front, (since, state) = self.one, self.dice, self.front, self.one.history[-1]
        pauses = [day for day, before in one.history if before == "paused" and age(day) < 500]
        if state == "closed" and not self.slips("closure_missing"):
            front["closed"], self.is_closed = since, True
        if not self.slips("pause_missing") if state == "paused" else (
                state == "active" and pauses and self.slips("pause_kept")):
            front["paused"], self.is_paused = since if state == "paused" else pauses[-1], True
        front |= {"government": f"made-up-land-{one.government}", "founded": f"{one.founded:%Y-%m}"}
        front["topics"] += [name for name in ("learning", "meeting") if dice.chance(.3)]
        if dice.chance(.6):
            front["roles"] = [f"{one.craft.split('-')[0]}-keeper"]
        if dice.chance(.5):
            front["meets"] = f"Every {one.rhythm}."
        if not self.slips("membership_missing"):
            front["membership"] = one.membership
        rows = [{"platform": platform} | ({} if self.slips("access_missing") else {"access": access})
                for platform, access in one.channels.items() if not self.slips("channel_missing")]
        if rows:
            front["channels"] = rows

    def say_welcome(self):
        one, door = self.one, self.one.door
        was_there = door == "team" or door and not (door.left and door.left <= one.entered)
        if was_there and (not self.slips("welcome_missing") if one.has_door() else self.slips("welcome_kept")):
            name = "The team" if door == "team" else f"Person {door.person}"
            self.front["welcome"] = {"name": name, "contact": f"{one.id}@example.org"}

    def say_dates(self):
        """When the facts were true and who confirmed them; how many members there were, and when."""
        one, front, confirmed = self.one, self.front, self.one.confirmed
        touched = TODAY - timedelta(self.dice.between(20, 300)) if self.slips("date_touched") else START
        if not self.slips("dates_missing"):
            if confirmed and self.slips("verified_old"):
                confirmed = confirmed[:-1]
            front["as_of"] = max([one.entered, touched] + confirmed)
            if confirmed:
                front["verified"] = confirmed[-1]
        counted, count = one.counts[-1]
        if self.dice.chance(.75):
            front["member_count"] = {"count": count} | (
                {} if self.slips("counts_undated") else {"as_of": max(counted, touched)})

    def say_contacts(self):
        kinds = {}
        for other, is_lapsed in self.one.contacts:
            is_over = is_lapsed or other.state == "closed"
            if self.slips("contact_kept") if is_over else not self.slips("contact_missing"):
                kinds[other.id] = "sister" if other.craft == self.one.craft else "partner"
        if kinds:
            self.front["connections"] = [{"to": name, "kind": kind} for name, kind in kinds.items()]

    def say_members(self):
        if self.slips("members_unlisted"):
            return
        rows, has_parts, order = {}, not self.slips("parts_missing"), ("steward", "deputy", "core", "active")
        known = [stay for stay in self.one.stays if not (stay.left and stay.left <= self.one.entered)]
        for stay in sorted(known, key=lambda stay: (not stay.is_here(), order.index(stay.part), stay.since)):
            row = None if stay.person in rows else self.row(stay)
            if row:
                rows[stay.person] = row if has_parts else {key: row[key] for key in row if key != "part"}
        needs = {"skills_needed": self.one.needs} if self.one.needs else {}
        self.parts["members"] = {"members": list(rows.values())} | needs

    def row(self, stay):
        """The line for somebody in the list, or None."""
        is_steward, part, until = stay.part == "steward", stay.part, None
        if not stay.is_here():
            kept = f"{part if part in ('steward', 'deputy') else 'member'}_kept"
            is_recent = is_steward and age(stay.left) < 240
            if self.faults["closure_missing"] or self.slips(kept) or is_recent and self.slips("steward_late"):
                until = None if not stay.term or self.slips("term_missing") else stay.term
            elif self.dice.chance(.6):
                return None
            else:
                part, until = (part if self.dice.chance(.4) else "alumni"), stay.left
        elif is_steward:
            if stay.since > self.one.entered and self.slips("steward_missing"):
                return None
            if stay.term:
                is_old = stay.old_term and self.slips("term_old")
                until = None if self.slips("term_missing") else stay.old_term if is_old else stay.term
            elif stay.left and not self.slips("leave_missing"):
                until = stay.left
        elif self.slips("deputy_missing" if part == "deputy" else "member_missing"):
            return None
        row = {"person": self.mention(stay.person), "part": part}
        if self.dice.chance(.85):
            row["agreed"] = max(stay.since, self.one.entered)
        row |= {"since": f"{stay.since:%Y-%m}"} | ({"until": until} if until else {})
        if is_steward and not self.slips("time_missing"):
            row["time"] = stay.old_time if stay.old_time != stay.time and self.slips("time_old") else stay.time
        if stay.skills and not self.slips("skills_missing"):
            row["skills"] = stay.skills
        return row

    def say_charter(self):
        one = self.one
        if not one.agreements and self.slips("charter_draft"):
            self.parts["charter"] = {"purpose": "A draft."}
        if one.agreements and not self.slips("charter_elsewhere"):
            charter = self.parts["charter"] = {"purpose": "We meet in a simulation."}
            if not self.slips("charter_undated"):
                charter["agreed"] = one.agreements[0]
            if not self.slips("review_missing"):
                charter["review"] = one.due(2 if len(one.agreements) > 1 and self.slips("review_old") else 1)

    def say_events(self):
        one = self.one
        if not one.meetings or self.slips("events_unlisted"):
            return
        if one.is_fixed and self.dice.chance(.9):
            self.parts["events"] = [self.series()]
            return
        days = {day: None for day in one.meetings if not self.slips("event_missing")}
        if one.meetings[-1] in days:
            self.faults["event_missing"] = 0  # only the last one matters
        days |= {day: None if self.slips("missed_kept") else "cancelled" for day in one.missed if self.dice.chance(.6)}
        if one.next and not self.slips("next_missing"):
            days[one.next] = "planned"
        elif one.state != "active" and self.slips("next_kept"):
            ahead = [day for day in one.dates if day > one.meetings[-1]]
            days |= {day: None for day in ahead[:self.dice.between(1, 3)]}
        self.parts["events"] = [
            {"id": f"{day}-meetup", "title": f"Meetup of {day}", "starts": day} | ({"status": status} if status else {})
            for day, status in sorted(days.items())]

    def series(self):
        one, until = self.one, None
        if one.state != "active":
            until = None if self.slips("series_goes_on") else one.meetings[-1]
        elif self.slips("series_ended"):
            until = max(one.dates[0], TODAY - timedelta(self.dice.between(30, 300)))
        elif self.dice.chance(.3):
            until = date(2026, 12, 31)
        day = "" if one.rhythm in ("week", "2 weeks") else "first second third fourth".split()[one.nth - 1] + " "
        repeats = {"every": one.rhythm, "day": day + WEEKDAYS[one.weekday]} | ({"until": until} if until else {})
        return {"id": "meetup", "title": "Meetup", "starts": f"{one.dates[0]} 14:00", "minutes": 60, "repeats": repeats}

    def say_writeups(self):
        names, rows = {event["id"] for event in self.parts.get("events", [])}, []
        has_authors = self.one.writeups and not self.slips("authors_missing")
        for day, author in self.one.writeups:
            if not self.slips("writeup_missing"):
                event = names & {"meetup", f"{day}-meetup"}
                rows.append({"id": f"{day}-notes", "title": f"Notes of {day}", "date": day}
                            | ({"event": event.pop()} if event else {})
                            | ({"authors": [self.mention(author)]} if has_authors else {}))
        self.parts["writeups"] = rows

    def files(self):
        """Paths and texts: one file for everything, or a folder."""
        base, parts = f"communities/{self.one.id}", {name: part for name, part in self.parts.items() if part}
        if self.is_thin or self.is_one_file:
            return [(f"{base}.md", page(self.front | parts))]
        files = [(f"{base}/index.md", page(self.front))]
        for name, part in parts.items():
            files += [(f"{base}/{name}.md", page(part))] if isinstance(part, dict) else [
                (f"{base}/{name}/{item['id']}.md", page(dict(list(item.items())[1:]))) for item in part]
        return files

    def reason(self, signal, is_missed):
        """Why a reader of the files may have missed a signal, or seen one that is not true."""
        if self.is_thin or self.is_closed:
            return "thin entry" if self.is_thin else "the end is noted"
        if signal == "quiet" and is_missed and age(self.one.last) <= 90:
            return "it stopped less than 90 days ago"
        for key, fault in FAULTS.items():
            if self.faults[key] and signal in (fault.hides if is_missed else fault.invents).split():
                return fault.text
        others = {("counts-stale", False): "the number has changed by less than a quarter",
                  ("shared-steward", True): "the files of the steward's other communities"}
        rest = "it is noted that it rests" if self.is_paused else "no fault in its own files"
        return others.get((signal, is_missed), rest)


def yaml(value, indent=""):
    """The lines of a record; no text in it needs quotes."""
    lines = []
    for key, item in value.items():
        if isinstance(item, dict):
            lines += [f"{indent}{key}:"] + yaml(item, indent + "  ")
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            lines.append(f"{indent}{key}:")
            for record in item:
                first, *rest = yaml(record, indent + "    ")
                lines += [f"{indent}  - {first.strip()}"] + rest
        else:
            lines.append(f"{indent}{key}: " + (f"[{', '.join(item)}]" if isinstance(item, list) else str(item)))
    return lines


def page(front):
    return "\n".join(["---", *yaml(front), "---", "", "Nothing here is real.", ""])


def write_handbook(world, folder, settings=None):
    """Writes all files; `settings` go under the key `health` of site.yaml."""
    site, entries = {"format": 1, "title": "A simulated handbook"}, world.entries.values()
    files = [("site.yaml", "\n".join([*yaml(site | ({"health": settings} if settings else {})), ""]))]
    files += [file for entry in entries for file in entry.files()]
    files += [(f"governments/made-up-land-{at}.md", page({"name": f"Land {at}"})) for at in range(1, GOVERNMENTS + 1)]
    for person in sorted(set().union(*(entry.mentioned for entry in entries))):
        agreed = START + timedelta(Dice(world.seed, "agreed", person).between(0, 1000))
        files.append((f"people/person-{person}.md", page({"name": f"Person {person}", "agreed": agreed})))
    for path, text in files:
        target = Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))
