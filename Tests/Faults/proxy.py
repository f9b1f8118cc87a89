"""A proxy between devices and a central that does to exchanges what networks do."""

import asyncio
import random
import socket
import struct

KINDS = (
    "refuse", "cut request", "cut answer", "drop answer", "reset", "duplicate", "slow answer",
    "slice request", "corrupt request", "corrupt answer", "portal before", "portal after", "429",
    "502", "503", "delay", "half close", "old answer", "redirect", "wrong digit",
)
PORTAL = b"<html><body>Please accept the terms of use.</body></html>"


def answer(status, body=b"", kind=b"text/html", *headers):
    lines = [b"HTTP/1.1 " + status, b"Content-Type: " + kind,
             b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


async def message(reader):
    """One whole HTTP message: its head and its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    lower = head.lower()
    body = b""
    if b"content-length:" in lower:
        body = await reader.readexactly(int(lower.split(b"content-length:")[1].split(b"\r\n")[0]))
    elif b"transfer-encoding: chunked" in lower:
        while True:
            size = await reader.readuntil(b"\r\n")
            part = await reader.readexactly(int(size, 16) + 2)
            body += size + part
            if int(size, 16) == 0:
                break
    return head, body


class FaultProxy:
    """Faults a share of the exchanges, chosen by a seed; counts all."""

    def __init__(self, target_port, seed, share):
        self.target, self.share = target_port, share
        self.random = random.Random(seed)
        self.counts = dict.fromkeys(KINDS, 0)
        self.exchanges = 0
        self.last_batch_answer = None

    async def start(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0, limit=1 << 22)
        self.port = self.server.sockets[0].getsockname()[1]

    def choose(self):
        """What is done to the next exchange; nothing for most."""
        return self.random.choice(KINDS) if self.random.random() < self.share else None

    async def serve(self, reader, writer):
        central = None
        try:
            while True:
                request = await message(reader)
                self.exchanges += 1
                kind = self.choose()
                if kind:
                    self.counts[kind] += 1
                if central is None:
                    central = await asyncio.open_connection(
                        "127.0.0.1", self.target, limit=1 << 24)
                if not await self.exchange(kind, request, writer, central):
                    break
        except (asyncio.IncompleteReadError, ConnectionError, OSError, asyncio.TimeoutError):
            pass
        finally:
            for stream in [writer] + ([central[1]] if central else []):
                stream.close()

    async def exchange(self, kind, request, writer, central):
        """Passes one exchange on with what `kind` does to it; false ends the connection."""
        head, body = request
        chance = self.random
        whole = head + body
        if kind == "refuse":
            return False
        if kind == "portal before":
            return await self.reply(writer, answer(b"200 OK", PORTAL))
        if kind == "redirect":
            return await self.reply(writer, answer(
                b"302 Found", b"", b"text/html", b"Location: http://127.0.0.1:9/login"))
        if kind in ("429", "502", "503"):
            wait = b"Retry-After: %d" % chance.choice((0, 1))
            words = {"429": b"429 Too Many Requests", "502": b"502 Bad Gateway",
                     "503": b"503 Service Unavailable"}[kind]
            more = [] if kind == "502" else [wait]
            return await self.reply(writer, answer(words, b"busy", b"text/plain", *more))
        if kind == "delay":
            await asyncio.sleep(chance.random() * 0.3)
        if kind == "cut request":
            central[1].write(whole[:chance.randrange(len(whole))])
            await central[1].drain()
            return False
        if kind == "corrupt request" and body:
            at = chance.randrange(len(body))
            whole = head + body[:at] + bytes([body[at] ^ 1 << chance.randrange(8)]) + body[at + 1:]
        if kind == "slice request":
            at = 0
            while at < len(whole):
                size = chance.randint(1, 200)
                central[1].write(whole[at:at + size])
                await central[1].drain()
                at += size
        else:
            central[1].write(whole)
            await central[1].drain()
        if kind == "half close":
            central[1].write_eof()
        answer_head, answer_body = await asyncio.wait_for(message(central[0]), 60)
        if kind == "duplicate":
            # The first answer went astray; the network or a proxy in it sends the request again.
            central[1].write(whole)
            await central[1].drain()
            answer_head, answer_body = await asyncio.wait_for(message(central[0]), 60)
        old, is_batch = self.last_batch_answer, b"POST /v1/batches" in head
        if is_batch and b" 200 " in answer_head[:15]:
            self.last_batch_answer = answer_head + answer_body
        reply = answer_head + answer_body
        if kind == "drop answer":
            return False
        if kind == "reset":
            # Linger of zero: the close is a reset.
            writer.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            return False
        if kind == "portal after":
            return await self.reply(writer, answer(b"200 OK", PORTAL))
        if kind == "old answer" and is_batch and old:
            return await self.reply(writer, old)
        if kind == "cut answer":
            writer.write(reply[:chance.randrange(len(reply))])
            await writer.drain()
            return False
        if kind == "corrupt answer" and answer_body:
            at = chance.randrange(len(answer_body))
            changed = bytes([answer_body[at] ^ 1 << chance.randrange(8)])
            reply = answer_head + answer_body[:at] + changed + answer_body[at + 1:]
        if kind == "wrong digit":
            places = [at for at, byte in enumerate(answer_body) if 48 <= byte <= 57]
            if places:
                at = chance.choice(places)
                digit = 48 + (answer_body[at] - 48 + chance.randint(1, 9)) % 10
                reply = answer_head + answer_body[:at] + bytes([digit]) + answer_body[at + 1:]
        if kind == "slow answer":
            step = max(1, len(reply) // 8)
            for at in range(0, len(reply), step):
                writer.write(reply[at:at + step])
                await writer.drain()
                await asyncio.sleep(0.01)
            return True
        await self.reply(writer, reply)
        return kind != "half close"

    @staticmethod
    async def reply(writer, data):
        writer.write(data)
        await writer.drain()
        return True
