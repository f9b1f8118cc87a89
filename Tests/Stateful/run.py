#!/usr/bin/python3
"""Drives the built program by random commands and compares it with a model after each.

usage: Tests/Stateful/run.py PROGRAM

STATEFUL_EXAMPLES (3), STATEFUL_STEPS (30) and STATEFUL_SEED (2026) say how many runs of how many commands,
and by which chance; STATEFUL_MINUTES goes on with further seeds for so long. A run that fails prints the
commands that led to it. Before all a run with a spoiled harness shows that it can fail.
"""

import contextlib
import io
import os
import sys
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from program import Program, Template  # first, since it finds the helpers of the fault drivers
from common import Broken
from machine import Census


def number(name, default):
    return int(os.environ.get(f"STATEFUL_{name}", default))


def say(text):
    print(f"stateful: {text}", file=sys.stderr, flush=True)


def forget(world):
    """Lets the harness overlook the first revision that the central stored."""
    seen = world.look_at_central

    def look():
        found = seen()
        found.stored.pop(next(iter(found.stored)))
        return found

    world.look_at_central = look


def run(chance, examples):
    """So many runs by one seed; hypothesis says what it tried only where one fails."""
    Census.number = 0
    run_state_machine_as_test(seed(chance)(Census), settings=settings(
        max_examples=examples, stateful_step_count=number("STEPS", 30), deadline=None,
        # What a kill hits is another thing each time, so a smaller case need not fail again.
        database=None, phases=(Phase.generate,), print_blob=False,
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False))


def prove(chance):
    """Ends where a lost revision would not be noticed."""
    Census.sabotage = staticmethod(forget)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            run(chance, 1)
    except Broken as error:
        if "lost" not in str(error):
            raise
    else:
        sys.exit("stateful: the harness does not notice a lost revision")
    finally:
        Census.sabotage = Census.failure = None


def main():
    if len(sys.argv) != 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(__doc__)
    chance, examples = number("SEED", 2026), number("EXAMPLES", 3)
    minutes = float(os.environ.get("STATEFUL_MINUTES", 0))
    program = Program(chance, Path(sys.argv[1]).resolve())
    began, runs = time.monotonic(), 0
    with program.scratch():
        Census.template = Template(program)
        prove(chance)
        while True:
            say(f"seed {chance} (again: STATEFUL_SEED={chance} STATEFUL_EXAMPLES={examples} "
                f"STATEFUL_STEPS={number('STEPS', 30)})")
            try:
                run(chance, examples)
            except Exception:
                trail, words = Census.failure or (program.trail, traceback.format_exc(limit=-4))
                print("\n".join(trail), words, sep="\n", file=sys.stderr)
                sys.exit(f"stateful: FAILED by seed {chance}; the commands that led to it are above")
            runs, chance = runs + examples, chance + 1
            if (time.monotonic() - began) / 60 >= minutes:
                break
    counts = ", ".join(f"{count} {name}" for name, count in sorted(Census.totals.items()))
    say(f"passed, {runs} runs in {time.monotonic() - began:.0f} s: {counts}")


if __name__ == "__main__":
    main()
