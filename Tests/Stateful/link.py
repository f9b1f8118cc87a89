"""A network between a device and a central that spoils one chosen exchange."""

import asyncio
import contextlib
import threading

from proxy import FaultProxy


class OneFault(FaultProxy):
    def __init__(self, port, seed, kind, at):
        super().__init__(port, seed, 0)
        self.kind, self.at = kind, at

    def choose(self):
        return self.kind if self.exchanges == self.at else None


@contextlib.contextmanager
def spoiled(port, seed, kind, at):
    """An address at which the central's port is reached, its exchange number `at` spoiled."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    proxy = OneFault(port, seed, kind, at)
    asyncio.run_coroutine_threadsafe(proxy.start(), loop).result(10)
    try:
        yield f"http://127.0.0.1:{proxy.port}"
    finally:
        asyncio.run_coroutine_threadsafe(close(proxy), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def close(proxy):
    proxy.server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
