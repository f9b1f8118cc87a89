#!/usr/bin/env python3
"""Runs the fault tests against the built program.

usage: Tests/Faults/run.py [--seed N] [--only f1,f6] [--scale 0.1] [--soak MINUTES] [--binary FILE]
                           [--lanes N]

Each driver prints its counts; the last line of each is one JSON object. A driver that cannot run, for
want of a tool or of a right, has failed. Two run side by side, but one that measures time runs alone.
"""

import argparse
import concurrent.futures
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from common import Broken, ROOT, Suite, need_tool  # noqa: E402


def drivers():
    """Every file fNN_….py beside this one, by its short name."""
    found = {}
    for path in sorted(HERE.glob("f[0-9][0-9]_*.py")):
        found["f" + str(int(path.stem[1:3]))] = path.stem
    return found


def build_shim(folder):
    compiler = next((c for c in ("cc", "clang") if subprocess.run(
        ["sh", "-c", f"command -v {c}"], capture_output=True).returncode == 0), None)
    if not compiler:
        need_tool("cc")
    shim = Path(folder) / "shim.so"
    subprocess.run([compiler, "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", shim,
                    HERE / "shim.c", "-ldl"], check=True)
    return shim


def run_one(name, module, seed, scale, binary, shim):
    suite = Suite(name, seed, scale, binary, shim)
    began = time.monotonic()
    words = None
    try:
        importlib.import_module(module).run(suite)
    except Broken as error:
        words = str(error)
    except KeyboardInterrupt:
        raise
    except Exception:
        words = traceback.format_exc()
    seconds = round(time.monotonic() - began, 1)
    counts = " · ".join(f"{key} {value}" for key, value in suite.counts.items())
    print(f"{'FAILED' if words else 'ok    '} {name:4} {module[4:]:24} {seconds:7.1f} s  {counts}",
          flush=True)
    if words:
        print("\n".join("       " + line for line in words.splitlines()[:60]), flush=True)
    print(json.dumps({"fault": name, "driver": module, "seed": seed, "scale": scale,
                      "passed": words is None, "seconds": seconds, "counts": suite.counts}),
          flush=True)
    return words is None


class Lanes:
    """Runs drivers side by side, each in a process of its own, and those that measure time alone."""

    def __init__(self, count, known, words):
        self.count, self.known, self.words, self.running = count, known, words, set()

    def run(self, chosen, seed):
        """Returns the names of those that failed."""
        def marked(mark, name):
            return getattr(importlib.import_module(self.known[name]), mark, False)

        alone = [name for name in chosen if marked("ALONE", name)]
        with concurrent.futures.ThreadPoolExecutor(self.count) as pool:
            # The long ones first, or one of them goes on when all others have ended.
            beside = sorted((name for name in chosen if name not in alone),
                            key=lambda name: not marked("LONG", name))
            passed = dict(zip(beside, pool.map(lambda name: self.one(name, seed), beside)))
        passed.update((name, self.one(name, seed)) for name in alone)
        return [name for name in chosen if not passed[name]]

    def one(self, name, seed):
        process = subprocess.Popen(
            [sys.executable, __file__, "--only", name, "--seed", str(seed), "--scale",
             str(self.words.scale), "--binary", self.words.binary], stdout=subprocess.PIPE, text=True)
        self.running.add(process)
        output, _ = process.communicate()
        self.running.discard(process)
        # Without its first and last line, which are about a run of one driver.
        print("\n".join(output.splitlines()[1:-1]), flush=True)
        return process.returncode == 0

    def stop(self):
        for process in list(self.running):
            process.terminate()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, help="replays a run")
    parser.add_argument("--only", help="drivers, such as f1,f6")
    parser.add_argument("--scale", type=float, default=1.0, help="share of the counts of a full run")
    parser.add_argument("--soak", type=float, metavar="MINUTES",
                        help="go on with new seeds for so long")
    parser.add_argument("--lanes", type=int, default=2, help="how many drivers run side by side")
    parser.add_argument("--binary", type=Path, default=ROOT / ".build/release/hazcensus")
    words = parser.parse_args()
    seed = words.seed if words.seed is not None else random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed} (replay: {Path(sys.argv[0])} --seed {seed}"
          + (f" --only {words.only}" if words.only else "")
          + (f" --scale {words.scale}" if words.scale != 1 else "") + ")", flush=True)
    known = drivers()
    chosen = words.only.split(",") if words.only else list(known)
    for name in chosen:
        if name not in known:
            parser.error(f"there is no {name}; there are {', '.join(known)}")
    if not os.access(words.binary, os.X_OK):
        sys.exit(f"faults: {words.binary} is not built; run make release")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    began, failed, rounds = time.monotonic(), [], 0
    with tempfile.TemporaryDirectory(prefix="faults-shim-") as folder:
        shim = build_shim(folder)
        while True:
            if len(chosen) > 1 and words.lanes > 1:
                lanes = Lanes(words.lanes, known, words)
                try:
                    broken = lanes.run(chosen, seed)
                finally:
                    lanes.stop()
            else:
                broken = [name for name in chosen if not run_one(
                    name, known[name], seed, words.scale, words.binary.resolve(), shim)]
            failed += [f"{name} (seed {seed})" for name in broken]
            rounds += 1
            spent = (time.monotonic() - began) / 60
            if words.soak is None or spent >= words.soak:
                break
            seed += 1
            print(f"round {rounds + 1}, seed {seed}, after {spent:.1f} of {words.soak} min", flush=True)
    print(f"{rounds} round(s), {len(chosen)} drivers, {time.monotonic() - began:.0f} s: "
          + ("FAILED " + ", ".join(failed) if failed else "all passed"), flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
