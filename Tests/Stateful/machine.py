"""The commands that hypothesis gives in any order; the model tells after each whether all is as it must be."""

import contextlib
import keyword
import traceback

from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from program import OBJECTS
from proxy import KINDS
from rest import check_rest
from sticks import StickWorld

# Hypothesis begins with the smallest cases; once so many came to nothing, it makes whole ones.
WARM_UP = 6
# How often each thing is done, of all.
MOVES = {
    "new": 2, "edit": 4, "import": 1, "attach": 1, "finalize": 2, "discard": 1, "kill edit": 2, "work apart": 4,
    "sync": 3, "sync all": 4, "kill sync": 3, "kill central": 2, "spoil sync": 3,
    "decide": 2, "pass": 2, "return": 1, "rejoin": 3, "kill rejoin": 1, "plan": 1,
    "back up": 2, "restore": 2, "back up central": 1, "restore central": 1, "revoke": 1,
    "export": 2, "deliver": 3, "answer": 2, "take answer": 2,
}


class Census(RuleBasedStateMachine):
    """One run: a world of its own, commands to it, and the account at its end.

    There is one rule, not one for each move, since hypothesis leaves out most of many in each run.
    """

    template = None
    number = 0
    totals = {}
    # Spoils what the harness sees, to show that it can fail.
    sabotage = None
    # The commands and words of the first failure. Hypothesis plays what failed once more, and a kill
    # may hit something else then.
    failure = None

    def __init__(self):
        super().__init__()
        Census.number += 1
        self.world, self.is_broken = None, False
        self.backups, self.central_backups, self.bundles, self.letters = [], [], [], []

    def begin(self):
        if Census.number <= WARM_UP:
            reject()
        self.template.program.trail.clear()
        self.world = StickWorld(self.template, Census.number)
        if self.sabotage:
            self.sabotage(self.world)

    def teardown(self):
        if self.world is None:
            return
        try:
            if not self.is_broken:
                with self.noting_failure():
                    check_rest(self.world)
                for name, count in self.world.counts.items():
                    Census.totals[name] = Census.totals.get(name, 0) + count
        finally:
            self.world.close()

    @contextlib.contextmanager
    def noting_failure(self):
        try:
            yield
        except Exception:
            if Census.failure is None:
                Census.failure = (list(self.template.program.trail), traceback.format_exc(limit=-4))
            raise

    @rule(what=st.sampled_from([name for name, share in MOVES.items() for _ in range(share)]),
          device=st.integers(0, 2), choice=st.integers(0, 999), code=st.sampled_from(OBJECTS),
          photo=st.sampled_from((None, None, None, 0, 1, 2)), is_final=st.booleans(),
          fields=st.tuples(*[st.sampled_from(("note", "remark"))] * 2),
          share=st.integers(0, 100).map(lambda percent: percent / 100),
          fault=st.tuples(st.sampled_from(KINDS), st.integers(1, 5)))
    def move(self, what, **choices):
        if self.world is None:
            self.begin()
        self.is_broken = True
        name = what.replace(" ", "_")
        name += "_" * keyword.iskeyword(name)
        with self.noting_failure():
            getattr(self, name, self.one_entry)(what=what, **choices)
        self.is_broken = False

    def one_entry(self, what, device, choice, photo, is_final, fields, share, **_):
        """Work on an entry, or a draft, that the device has."""
        one = self.world.devices[device]
        is_draft = what in ("finalize", "discard")
        known = sorted(one.drafts) if is_draft else self.world.entries(one)
        if not known:
            return
        entry = known[choice % len(known)]
        match what:
            case "edit": self.world.edit(one, entry, fields[0], photo, is_final)
            case "kill edit": self.world.edit_killed(one, entry, fields[0], share)
            case "attach": self.world.attach(one, entry, choice % 3, is_final)
            case "finalize": self.world.finalize(one, entry)
            case "discard": self.world.discard(one, entry)

    def new(self, device, code, photo, is_final, **_):
        self.world.new(self.world.devices[device], code, photo, is_final)

    def import_(self, device, choice, code, **_):
        first = OBJECTS.index(code)
        self.world.bring(self.world.devices[device], [
            OBJECTS[(first + number) % len(OBJECTS)] for number in range(1 + choice % 3)])

    def work_apart(self, device, choice, fields, **_):
        """Two devices change one entry, of which neither knows the other's change."""
        first = self.world.devices[device]
        second = self.world.devices[(device + 1 + choice % 2) % 3]
        both = sorted(set(first.look.heads) & set(second.look.heads))
        if both:
            for one, field in zip((first, second), fields):
                self.world.edit(one, both[choice % len(both)], field, None, True)

    def sync(self, device, **_):
        self.world.sync(self.world.devices[device])

    def sync_all(self, device, **_):
        for number in range(3):
            self.world.sync(self.world.devices[(device + number) % 3])

    def kill_sync(self, device, share, **_):
        self.world.sync_killed(self.world.devices[device], share)

    def kill_central(self, device, share, **_):
        self.world.sync_central_killed(self.world.devices[device], share)

    def spoil_sync(self, device, choice, fault, **_):
        self.world.sync_spoiled(self.world.devices[device], *fault, choice)

    def rejoin(self, what, share, **_):
        for one in filter(self.world.is_stale, self.world.devices):
            self.world.rejoin(one, share if what == "kill rejoin" else None)

    kill_rejoin = rejoin

    def decide(self, device, choice, **_):
        side = ("mine", "theirs")[choice % 2]
        self.world.resolve(self.world.devices[device], choice, side)

    def review(self, what, choice, **_):
        known = sorted(self.world.model.heads)
        self.world.review(known[choice % len(known)], what)

    pass_ = return_ = review

    def plan(self, choice, **_):
        counting = [code for place, code in enumerate(OBJECTS) if choice >> place & 1]
        self.world.import_plan(counting or OBJECTS[:1])

    def back_up(self, device, **_):
        self.backups.append(self.world.back_up(self.world.devices[device]))

    def restore(self, choice, **_):
        if self.backups:
            self.world.restore(self.backups[choice % len(self.backups)])

    def back_up_central(self, **_):
        self.central_backups.append(self.world.back_up_central())

    def restore_central(self, choice, **_):
        if self.central_backups:
            self.world.restore_central(self.central_backups[choice % len(self.central_backups)])

    def export(self, device, choice, **_):
        bundle = self.world.export(self.world.devices[device], whole=choice % 3 == 0)
        self.bundles += [bundle] if bundle else []

    def deliver(self, choice, **_):
        if self.bundles:
            self.world.deliver(self.bundles[-1 - choice % 3 % len(self.bundles)])

    def answer(self, device, **_):
        letter = self.world.answer(self.world.devices[device])
        self.letters += [letter] if letter else []

    def take_answer(self, choice, **_):
        if self.letters:
            self.world.take_answer(self.letters[-1 - choice % 3 % len(self.letters)])

    def revoke(self, device, **_):
        one = self.world.devices[device]
        (self.world.enrol if self.world.is_revoked(one) else self.world.revoke)(one)
