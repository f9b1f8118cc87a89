"""A link of a given rate that counts what travels and cuts some of the requests, in real time."""

import asyncio
import random
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests/Faults"))

from proxy import message  # noqa: E402


class ShapedLink:
    """Stands before a central; `cut` says, for a request, at which share of both ways it breaks."""

    def __init__(self, port, bytes_per_second, cut, passes_news=False):
        self.target, self.rate, self.cut = port, bytes_per_second, cut
        self.passes_news = passes_news
        self.bytes = self.requests = self.cuts = 0
        # Set when the device asks for news, which it does once all entries were sent.
        self.is_delivered = threading.Event()

    def start(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        asyncio.run_coroutine_threadsafe(self.listen(), self.loop).result(10)
        return f"http://127.0.0.1:{self.port}"

    async def listen(self):
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0, limit=1 << 24)
        self.port = server.sockets[0].getsockname()[1]

    async def serve(self, reader, writer):
        central = None
        try:
            while True:
                request = await message(reader)
                if not self.passes_news and request[0].startswith(b"GET /v1/changes"):
                    self.is_delivered.set()
                    break
                if central is None:
                    central = await asyncio.open_connection(
                        "127.0.0.1", self.target, limit=1 << 26)
                if not await self.exchange(request, writer, central):
                    break
        except (asyncio.IncompleteReadError, ConnectionError, OSError):
            pass
        finally:
            for stream in [writer] + ([central[1]] if central else []):
                stream.close()

    async def exchange(self, request, writer, central):
        self.requests += 1
        whole = b"".join(request)
        place = self.cut(request)
        if place is not None:
            self.cuts += 1
        if place is not None and place < 0.5:
            part = whole[:int(len(whole) * place * 2)]
            await self.carry(part)
            # The central sees what came, and then the end.
            central[1].write(part)
            await central[1].drain()
            return False
        await self.carry(whole)
        central[1].write(whole)
        await central[1].drain()
        answer = b"".join(await message(central[0]))
        if place is not None:
            answer = answer[:int(len(answer) * (place - 0.5) * 2)]
        await self.carry(answer)
        writer.write(answer)
        await writer.drain()
        return place is None

    async def carry(self, data):
        self.bytes += len(data)
        if self.rate:
            await asyncio.sleep(len(data) / self.rate)


def now_and_then(seed, share):
    """Cuts each request with this chance, anywhere."""
    chance = random.Random(seed)
    return lambda _: chance.random() if chance.random() < share else None
