#!/usr/bin/env python3
"""Proves that the tests notice seeded mistakes: applies each mutant to a copy, and wants it caught.

usage: Tests/Mutants/run.py [NAME…] [--list] [--check] [--build-with COMMAND]

Each file beside this one describes one mutant (TOML):

  breaks   what it breaks, in words
  edits    a list of tables: file, search (must be there exactly once), replace
  by       "swift" (a filter of swift test) or "faults" (words for Tests/Faults/run.py)
  run      the filter or the words
  names    what must stand in the output of the failing run: the test's name

What catches it is first run on the unmutated copy and has to pass there. The copy is .build-mutants/tree;
for its build it is mounted over the project's own place, so that what is built there already counts.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCRATCH = ROOT / ".build-mutants"
TREE = SCRATCH / "tree"


def fail(words):
    sys.exit(f"mutants: {words}")


class Mutant:
    def __init__(self, path):
        with open(path, "rb") as text:
            told = tomllib.load(text)
        self.name = path.stem
        self.breaks, self.edits = told.pop("breaks"), told.pop("edits")
        self.by, self.run, self.names = told.pop("by"), told.pop("run"), told.pop("names")
        if told or self.by not in ("swift", "faults"):
            fail(f"{path}: not understood: {told or self.by}")

    def changed(self, root=ROOT):
        """The text of each changed file; a patch that does not apply is an error, not a pass."""
        texts = {}
        for edit in self.edits:
            path = root / edit["file"]
            if not path.is_file():
                fail(f"{self.name}: there is no {edit['file']}")
            text = texts.get(edit["file"], path.read_text())
            if text.count(edit["search"]) != 1:
                fail(f"{self.name}: the text to change is {text.count(edit['search'])} times in "
                     f"{edit['file']}, not once")
            texts[edit["file"]] = text.replace(edit["search"], edit["replace"])
        return texts


def inside(*words, check=False):
    """Runs in the copy, mounted where the project stands."""
    kind = ["--mount"] if os.getuid() == 0 else ["--user", "--map-root-user", "--mount"]
    script = 'mount --make-rprivate / && mount --bind "$1" "$2" && cd "$2" && shift 2 && exec "$@"'
    done = subprocess.run(["unshare", *kind, "sh", "-c", script, "sh", TREE, ROOT, *words],
                          capture_output=True, text=True, errors="replace")
    if check and done.returncode:
        fail(f"{' '.join(map(str, words))} ended with {done.returncode}:\n"
             + (done.stdout + done.stderr)[-3000:])
    return done.returncode, done.stdout + done.stderr


def prepare():
    """Makes the copy: the files that git knows or would take, and what is built already."""
    SCRATCH.mkdir(exist_ok=True)
    TREE.mkdir(exist_ok=True)
    listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT,
                            capture_output=True, check=True).stdout.split(b"\0")
    kept = {os.fsdecode(name) for name in listed if name}
    for name in sorted(kept | ({"Package.resolved"} if (ROOT / "Package.resolved").exists() else set())):
        put(name, (ROOT / name).read_bytes() if (ROOT / name).is_file() else None,
            (ROOT / name).stat().st_mode if (ROOT / name).exists() else 0)
    for path in [p for top in ("Sources", "Tests") for p in (TREE / top).rglob("*") if p.is_file()]:
        if str(path.relative_to(TREE)) not in kept:
            path.unlink()
    if (ROOT / ".build").exists() and not (TREE / ".build").exists():
        print("copying what is built already", flush=True)
        subprocess.run(["cp", "-a", "--reflink=auto", ROOT / ".build", TREE / ".build"], check=True)


def put(name, content, mode=0o644):
    """Writes a file only where it changes: what is older than its object is not compiled again."""
    path = TREE / name
    if content is None or (path.exists() and path.read_bytes() == content):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode & 0o777)


def build(mutant, before):
    words = (["swift", "build", "--build-tests"] if mutant.by == "swift"
             else ["swift", "build", "--product", "hazcensus"])
    return inside(*before, *words)


def judge(mutant):
    """Runs what has to catch the mutant."""
    if mutant.by == "swift":
        return inside("swift", "test", "--skip-build", "--filter", mutant.run)
    return inside("python3", "Tests/Faults/run.py", "--seed", "1", "--binary",
                  ".build/debug/hazcensus", *mutant.run.split())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("mutants", nargs="*", help="their names; none: all")
    parser.add_argument("--list", action="store_true", help="only list them")
    parser.add_argument("--check", action="store_true", help="only check that each patch applies")
    parser.add_argument("--build-with", default="", metavar="COMMAND",
                        help="what to put before each build, such as nice")
    words = parser.parse_args()
    known = {path.stem: Mutant(path) for path in sorted(HERE.glob("*.toml"))}
    for name in words.mutants:
        if name not in known:
            fail(f"there is no {name}; there are {', '.join(known)}")
    chosen = [known[name] for name in words.mutants] or list(known.values())
    for mutant in chosen:
        mutant.changed()
        if words.list or words.check:
            print(f"{mutant.name:28} {mutant.breaks}")
    if words.list or words.check:
        return
    for tool in ("unshare", "git", "swift"):
        if not shutil.which(tool):
            fail(f"{tool} is not installed; run scripts/setup.sh faults")
    began, before = time.monotonic(), words.build_with.split()
    prepare()
    for by in sorted({mutant.by for mutant in chosen}):
        sample = next(mutant for mutant in chosen if mutant.by == by)
        status, output = build(sample, before)
        if status:
            fail(f"the unmutated tree does not build:\n{output[-3000:]}")
    for by, run in sorted({(mutant.by, mutant.run) for mutant in chosen}):
        sample = next(mutant for mutant in chosen if (mutant.by, mutant.run) == (by, run))
        status, output = judge(sample)
        if status or (by == "swift" and "with 0 tests" in output):
            fail(f"{by} {run} does not pass without a mutant:\n{output[-3000:]}")
        print(f"passes      without a mutant: {by} {run}", flush=True)
    missed = []
    for mutant in chosen:
        at = time.monotonic()
        # From the copy, not from the project: somebody may work on that meanwhile.
        texts = mutant.changed(TREE)
        whole = {name: (TREE / name).read_bytes() for name in texts}
        for name, text in texts.items():
            put(name, text.encode())
        try:
            status, output = build(mutant, before)
            if status:
                fail(f"{mutant.name} does not build, so it shows nothing:\n{output[-3000:]}")
            status, output = judge(mutant)
        finally:
            for name, content in whole.items():
                put(name, content)
        named = re.search(mutant.names, output)
        is_caught = status != 0 and named is not None
        print(f"{'caught' if is_caught else 'NOT CAUGHT':11} {mutant.name:28} "
              f"{time.monotonic() - at:4.0f} s  {named.group() if named else ''}", flush=True)
        if not is_caught:
            missed.append(mutant.name)
            print(output[-1500:], flush=True)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} mutants caught in "
          f"{time.monotonic() - began:.0f} s")
    if missed:
        fail(f"not caught: {', '.join(missed)}")


if __name__ == "__main__":
    main()
