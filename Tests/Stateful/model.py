"""What a central must make of what reaches it: plain dictionaries, written from the protocol's page."""

import copy

from look import facts, plain

STAGE = {"received": 2, "returned": 1, "conflict": 1, "countyPassed": 3}


class CentralModel:
    def __init__(self):
        self.records, self.rejected, self.disposition = {}, {}, {}
        self.heads, self.standing = {}, {}
        self.settled = set()
        self.inventory = {}

    def snapshot(self):
        return copy.deepcopy(self)

    def origin(self, record):
        """What a revision was made from, past any that were rejected on the way; False if unknown."""
        parent = record["parent"]
        while parent is not None:
            if parent in self.records:
                return parent
            if parent not in self.rejected:
                return False
            parent = self.rejected[parent]["parent"]
        return None

    def take(self, digest, record, is_rejoined):
        """Takes a revision in; gives its disposition."""
        entry, head = plain(record["entry"]), self.heads.get(plain(record["entry"]))
        origin = self.origin(record)
        if origin is False or (head is None and origin is not None):
            self.rejected[digest] = record
            return "rejected"
        if origin == head:
            answer = "accepted"
        elif (self.is_overtaken(record, origin, head, is_rejoined)
              or record["content"] == self.records[head]["content"]
              or any(digest in self.records[one].get("settles", []) for one in self.records
                     if plain(self.records[one]["entry"]) == entry
                     and self.disposition[one] == "accepted")):
            answer = "superseded"
        else:
            answer = "conflict"
        self.records[digest], self.disposition[digest] = record, answer
        if answer == "accepted":
            self.heads[entry] = digest
            self.settled |= {digest for digest in record.get("settles", [])
                             if self.disposition.get(digest) == "conflict"}
            self.standing[entry] = "conflict" if self.contenders(entry) else "received"
        elif answer == "conflict":
            self.standing[entry] = "conflict"
        return answer

    def is_overtaken(self, record, origin, head, is_rejoined):
        """Whether the same surveyor's later work stands, on the line that the revision was made from."""
        stands = self.records[head]
        if is_rejoined or record["number"] >= stands["number"] or record["author"] != stands["author"]:
            return False
        return origin is None or origin in self.line(head)

    def line(self, digest):
        while digest in self.records:
            yield digest
            digest = self.records[digest]["parent"]

    def contenders(self, entry):
        """The revisions of an entry that still contend with the standing one."""
        return {digest for digest, record in self.records.items()
                if plain(record["entry"]) == entry and self.disposition[digest] == "conflict"
                and digest not in self.settled}

    def review(self, entry, verdict, files):
        """Reviews at the county's level; false where that is refused."""
        standing = self.standing[entry]
        if verdict == "pass" and (standing != "received" or not self.is_complete(entry, files)):
            return False
        if standing == "returned":
            return False
        self.standing[entry] = "countyPassed" if verdict == "pass" else "returned"
        return True

    def photos(self, digest):
        return set(facts(self.records[digest]["content"])[3])

    def is_complete(self, entry, files):
        return self.photos(self.heads[entry]) <= files

    def stage(self, code, files):
        best = 1 if any(record["content"]["objectCode"] == code
                        for record in self.rejected.values()) else 0
        for entry, head in self.heads.items():
            if self.records[head]["content"]["objectCode"] == code:
                reached = STAGE[self.standing[entry]]
                best = max(best, reached if self.is_complete(entry, files) else min(reached, 2))
        return best

    def funnel(self, files):
        """The completion report's counts for the one hazard of the inventory."""
        stages = [self.stage(code, files) for code, counts in self.inventory.items() if counts]
        names = ("shouldSurvey", "recorded", "received", "countyPassed")
        return {name: sum(stage >= least for stage in stages) for least, name in enumerate(names)}
