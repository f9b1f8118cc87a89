#!/usr/bin/env python3
"""Tells how often the band of Docs/Reports.md holds the day on which a made-up survey is done.

usage: pace.py [RUNS]

For each kind of survey one line: its name, the share of RUNS (1500) whose day lies within the band, and
the share whose latest day is open. The band is reckoned in floating point from the formula in the
document, not from the program. Four weeks are seen; needed are two weeks to four months at the mean pace.
"""

import math
import random
import sys

WEEKS, QUANTILE, HORIZON = 4, 1.637744, 3660


def poisson(rng, mean):
    if mean > 50:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product >= limit:
        count, product = count + 1, product * rng.random()
    return count


def survey(kind, rng):
    """Yields what is done on each day, from a random day of the week on."""
    base = rng.uniform(2, 12)
    yield base
    level, day = base, rng.randrange(7)
    while True:
        weekday, day = day % 7, day + 1
        if kind == "drifting pace":
            level = max(0.3, level * math.exp(rng.gauss(0, 0.03)))
        elif kind == "good and bad weeks" and weekday == 0:
            level = base * rng.choice([0.3, 0.7, 1.2, 1.8])
        if kind == "even pace":
            yield poisson(rng, base)
        elif kind == "weekly batches":
            yield poisson(rng, base * 7) if weekday == 4 else 0
        else:
            yield poisson(rng, level * 1.4) if weekday < 5 else 0


def band(weeks, needed):
    mean = sum(weeks) / WEEKS
    spread = math.sqrt(sum((week - mean) ** 2 for week in weeks) / (WEEKS - 1))

    def first(sign):
        for day in range(1, HORIZON + 1):
            time = day / 7
            side = sign * QUANTILE * spread * math.sqrt(time * (1 + time / WEEKS))
            if mean * time + side >= needed:
                return day
        return None

    earliest, latest = first(1), first(-1)
    return (
        earliest and (earliest + 6) // 7 * 7 - 6,
        latest and (latest + 6) // 7 * 7,
    )


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    kinds = ["even pace", "weekends off", "weekly batches", "good and bad weeks", "drifting pace"]
    for kind in kinds:
        held = still_open = 0
        for seed in range(runs):
            rng = random.Random(seed)
            days = survey(kind, rng)
            base = next(days)
            seen = [next(days) for _ in range(7 * WEEKS)]
            needed = int(base * rng.choice([14, 28, 60, 120]))
            done = day = 0
            while done < needed and day < HORIZON:
                done, day = done + next(days), day + 1
            earliest, latest = band([sum(seen[at:at + 7]) for at in range(0, 7 * WEEKS, 7)], needed)
            held += earliest is not None and earliest <= day and (latest is None or day <= latest)
            still_open += latest is None
        print(f"{kind}: {held / runs:.1%} held, {still_open / runs:.1%} open")


main()
