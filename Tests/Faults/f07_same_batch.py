"""F7: the same batch arrives 16-fold at the same moment; it has one effect and one answer, byte for byte."""

import base64
import gzip
import hashlib
import http.client
import json
import threading
import uuid

from common import FORM, Central, CentralState, Device, check, copied, entry

WAYS, ROUNDS = 16, 1000


def run(suite):
    with suite.scratch() as scratch:
        central = Central(suite, scratch / "central")
        device = Device(suite, scratch / "device")
        token = central.enrol(device)
        central.serve()
        try:
            race(suite, central, device, token)
        finally:
            central.stop()
        held = CentralState(copied(central.folder, scratch / "look"))
        wanted = suite.counts["revisions sent"]
        check(len(held.of(device.id)) == wanted,
              f"{wanted} revisions were sent, {len(held.of(device.id))} are there")
        check(len(held.receipts) == suite.counts["rounds"], "a batch has more than one receipt")
        suite.must("central", "recount", "--store", central.folder)


def race(suite, central, device, token):
    sequence = 0
    senders = [Sender(central, token) for _ in range(WAYS)]
    for _ in range(suite.scaled(ROUNDS)):
        count = suite.random.randint(1, 8)
        lines = b"".join(line(device.id, sequence + n) for n in range(1, count + 1))
        sequence += count
        body, key = gzip.compress(lines, 1), str(uuid.UUID(int=suite.random.getrandbits(128)))
        barrier = threading.Barrier(WAYS)
        threads = [threading.Thread(target=sender.send, args=(barrier, key, body))
                   for sender in senders]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        statuses = {sender.status for sender in senders}
        check(statuses == {200}, f"the same batch was answered {statuses}: {senders[0].answer[:300]}")
        answers = {sender.answer for sender in senders}
        check(len(answers) == 1, f"the same batch got {len(answers)} different answers")
        items = json.loads(answers.pop())["items"]
        check([item["disposition"] for item in items] == ["accepted"] * count, f"answered {items[0]}")
        suite.add("rounds")
        suite.add("requests", WAYS)
        suite.add("revisions sent", count)
    suite.counts["different answers"] = 0


def line(device, sequence):
    record = json.dumps(
        {"v": 1, "entry": str(uuid.uuid4()), "number": 1, "parent": None, "device": device,
         "sequence": sequence, "author": "张伟", "form": FORM, "formVersion": 1,
         "recordedAt": 1631000000000, "content": entry(f"M-{sequence}")},
        ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(record).hexdigest().encode()
    return b'{"hash":"' + digest + b'","revision":' + record + b"}\n"


class Sender:
    """One connection that stays open."""

    def __init__(self, central, token):
        host, port = central.address.removeprefix("http://").split(":")
        self.connection = http.client.HTTPConnection(host, int(port), timeout=60)
        self.token, self.status, self.answer = token, None, b""

    def send(self, barrier, key, body):
        digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
        barrier.wait(30)
        self.connection.request("POST", "/v1/batches", body, {
            "Authorization": f"Bearer {self.token}", "Idempotency-Key": key,
            "Content-Type": "application/vnd.hazardcensus.batch+ndjson",
            "Content-Encoding": "gzip", "Content-Digest": f"sha-256=:{digest}:"})
        answer = self.connection.getresponse()
        self.status, self.answer = answer.status, answer.read()
