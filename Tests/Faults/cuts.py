"""Replays a trace: cuts the power at many points and has each state of the disk that is left proved."""

import multiprocessing
import random
import shutil
import tempfile
from pathlib import Path

import trace
from common import Broken


_work = None  # what a forked worker has of its parent


def _replay(job):
    """One worker's share: `prove(folder, position, number)` for each cut; returns what broke."""
    start, positions, seed = job
    path, root, prove, scratch, before = _work
    calls = trace.read(path)
    disk = trace.Disk(root, before)
    chance = random.Random(seed)
    at, done, broken = 0, 0, []
    for position in positions:
        while at < position:
            disk.apply(calls[at])
            at += 1
        folder = tempfile.mkdtemp(prefix="cut-", dir=scratch)
        try:
            disk.cut(chance, folder)
            prove(Path(folder), position, start + done)
        except Broken as error:
            broken.append(f"cut {start + done} at call {position} of {len(calls)}: {error}")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        done += 1
    return done, broken


def replay(suite, path, root, count, prove, workers=2, before=None):
    """Makes `count` cuts at random points of the trace at `path`.

    `before` has the files that were on the disk when the trace began.
    """
    global _work
    _work = path, root, prove, suite.folder, before or {}
    calls = len(trace.read(path))
    positions = sorted(suite.random.randint(1, calls) for _ in range(count))
    share = 500
    jobs = [(first, positions[first:first + share], suite.random.random())
            for first in range(0, count, share)]
    # Forked, so that `prove` may be any function.
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        results = pool.map(_replay, jobs, chunksize=1)
    broken = []
    suite.add("calls in the trace", calls)
    for done, found in results:
        suite.add("cuts", done)
        broken += found
    suite.add("broken", len(broken))
    if broken:
        raise Broken("\n".join(broken[:6]))
