#!/usr/bin/env python3
"""Proves that the tests notice seeded mistakes: applies each mutant to a copy, and wants it caught.

usage: Tests/Mutants/run.py [NAME…] [--list] [--check] [--build-with COMMAND] [--at-once N]
                            [--together]

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
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCRATCH = ROOT / ".build-mutants"
TREE = SCRATCH / "tree"
PRODUCTS = TREE / ".build-products"


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

    def change(self, root, texts):
        """Changes the texts of files; a patch that does not apply is an error, not a pass."""
        for edit in self.edits:
            path = root / edit["file"]
            if not path.is_file():
                fail(f"{self.name}: there is no {edit['file']}")
            text = texts.get(edit["file"], path.read_text())
            if text.count(edit["search"]) != 1:
                fail(f"{self.name}: the text to change is {text.count(edit['search'])} times in "
                     f"{edit['file']}, not once")
            texts[edit["file"]] = text.replace(edit["search"], edit["replace"])


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
        if (ROOT / name).is_file():
            put(name, (ROOT / name).read_bytes(), (ROOT / name).stat())
    for path in [p for top in ("Sources", "Tests") for p in (TREE / top).rglob("*") if p.is_file()]:
        if str(path.relative_to(TREE)) not in kept:
            path.unlink()
    if (ROOT / ".build").exists() and not (TREE / ".build").exists():
        print("copying what is built already", flush=True)
        subprocess.run(["cp", "-a", "--reflink=auto", ROOT / ".build", TREE / ".build"], check=True)


def put(name, content, like=None):
    """Writes a file only where it changes, with the time of what it is `like`: a file whose time the build
    knows is not compiled again."""
    path = TREE / name
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if like:
        path.chmod(like.st_mode & 0o777)
        os.utime(path, ns=(like.st_atime_ns, like.st_mtime_ns))


def product(name, by):
    """Where what was built of a mutant is kept until it is judged; in the copy, so that it can be run there."""
    return PRODUCTS / f"{name}-{by}"


def make(name, by, mutants):
    """Changes the copy, builds it, keeps what was built, and puts the copy right again."""
    # From the copy, not from the project: somebody may work on that meanwhile.
    texts = {}
    for mutant in mutants:
        mutant.change(TREE, texts)
    whole = {path: (TREE / path).read_bytes() for path in texts}
    for path, text in texts.items():
        put(path, text.encode())
    try:
        status, output = inside(*{"swift": ("swift", "build", "--build-tests"),
                                  "faults": ("swift", "build", "--product", "hazcensus")}[by])
    finally:
        for path, content in whole.items():
            put(path, content)
    kept = product(name, by)
    kept.parent.mkdir(exist_ok=True)
    if status:
        kept.with_suffix(".failed").write_text(output)
        return
    kept.unlink(missing_ok=True)  # it may be running
    built = TREE / ".build" / "debug"
    shutil.copy(next(built.glob("*.xctest")) if by == "swift" else built / "hazcensus", kept)


def judge(name, by, run):
    """Runs what has to catch a mutant on what was built of it; None where it was not built."""
    kept = product(name, by)
    if not kept.exists():
        return None, kept.with_suffix(".failed").read_text()
    there = ROOT / kept.relative_to(TREE)
    if by == "swift":
        return inside(there, "--testing-library", "swift-testing", "--filter", run)
    return inside("python3", "Tests/Faults/run.py", "--seed", "1", "--binary", there, *run.split())


def is_caught(mutant, built, sound):
    """Judges one mutant in what was built and says so; `sound` keeps what passes without a mutant."""
    thing, at = (mutant.by, mutant.run), time.monotonic()
    if thing not in sound:
        status, output = judge("none", *thing)
        sound[thing] = status == 0 and not (mutant.by == "swift" and "with 0 tests" in output)
        print(f"{'passes' if sound[thing] else 'FAILS':10} without a mutant: {mutant.by} {mutant.run}",
              flush=True)
        if not sound[thing]:
            print(output[-3000:], flush=True)
    status, output = judge(built, *thing)
    # A test that passed is named as well.
    failing = "\n".join(line for line in output.splitlines() if mutant.by == "faults" or "✘" in line)
    named = re.search(mutant.names, failing) if status else None
    # What does not build shows nothing, nor does a test that fails anyway.
    word = "NOT BUILT" if status is None else "caught" if named and sound[thing] else "NOT CAUGHT"
    print(f"{word:10} {mutant.name:28} {time.monotonic() - at:4.0f} s  {named.group() if named else ''}",
          flush=True)
    if word != "caught":
        print(output[-3000:], flush=True)
    return word == "caught"


class Builder:
    """Makes one build after the other, some in one call, while those before are judged."""

    def __init__(self, builds, before, at_once):
        self.builds, self.before, self.at_once = builds, before, at_once
        self.ready = queue.Queue()
        threading.Thread(target=self.work, daemon=True).start()

    def work(self):
        for first in range(0, len(self.builds), self.at_once):
            some = self.builds[first:first + self.at_once]
            subprocess.run([*self.before, sys.executable, __file__, "--make",
                            *(",".join((name, by, *names)) for name, by, names in some)])
            for build in some:
                self.ready.put(build)

    def done(self):
        for _ in self.builds:
            yield self.ready.get()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("mutants", nargs="*", help="their names; none: all")
    parser.add_argument("--list", action="store_true", help="only list them")
    parser.add_argument("--check", action="store_true", help="only check that each patch applies")
    parser.add_argument("--build-with", default="", metavar="COMMAND",
                        help="what to put before a call that builds, such as nice")
    parser.add_argument("--at-once", type=int, default=1, metavar="N",
                        help="how many are built in one such call")
    parser.add_argument("--together", action="store_true",
                        help="those that Swift tests catch in one build: quicker, but one may hide another")
    parser.add_argument("--make", action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    known = {path.stem: Mutant(path) for path in sorted(HERE.glob("*.toml"))}
    if words.make:
        for name, by, *names in (word.split(",") for word in words.mutants):
            make(name, by, [known[mutant] for mutant in names])
        return
    for name in words.mutants:
        if name not in known:
            fail(f"there is no {name}; there are {', '.join(known)}")
    chosen = [known[name] for name in words.mutants] or list(known.values())
    # Those that change the same files come together, so that less is built again.
    chosen.sort(key=lambda mutant: (mutant.by, sorted(edit["file"] for edit in mutant.edits)))
    for mutant in chosen:
        mutant.change(ROOT, {})
        if words.list or words.check:
            print(f"{mutant.name:28} {mutant.breaks}")
    if words.list or words.check:
        return
    for tool in ("unshare", "git", "swift"):
        if not shutil.which(tool):
            fail(f"{tool} is not installed; run scripts/setup.sh faults")
    began, before = time.monotonic(), words.build_with.split()
    prepare()
    shutil.rmtree(PRODUCTS, ignore_errors=True)
    kinds = sorted({mutant.by for mutant in chosen})
    subprocess.run([*before, sys.executable, __file__, "--make", *(f"none,{by}" for by in kinds)])
    for by in kinds:
        if not product("none", by).exists():
            fail(f"the unmutated tree does not build:\n"
                 + product("none", by).with_suffix(".failed").read_text()[-3000:])
    builds = [(mutant.name, mutant.by, [mutant.name]) for mutant in chosen
              if not (words.together and mutant.by == "swift")]
    together = [mutant.name for mutant in chosen if mutant.by == "swift"]
    if words.together and together:
        builds.append(("together", "swift", together))
    builder, sound, missed = Builder(builds, before, words.at_once), {}, []
    for built, _, names in builder.done():
        missed += [name for name in names if not is_caught(known[name], built, sound)]
        product(built, known[names[0]].by).unlink(missing_ok=True)
    shutil.rmtree(PRODUCTS, ignore_errors=True)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} mutants caught in "
          f"{time.monotonic() - began:.0f} s")
    if missed:
        fail(f"not caught: {', '.join(missed)}")


if __name__ == "__main__":
    main()
