"""The pages of the process: the webhook of Telegram, and for operators `/healthz`, `/readyz` and `/metrics`."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from adapters import metrics
from adapters.reception import Reception

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Pages:
    """Serve pages on one port. ``hooks`` maps paths to handlers of platforms; ``ready`` says whether a platform is up."""

    def __init__(self, reception: Reception, hooks: Mapping[str, Handler], ready: Callable[[], bool]) -> None:
        self._reception, self._ready = reception, ready
        self.app = web.Application(client_max_size=2**20)
        self.app.router.add_get("/healthz", self._healthy)
        self.app.router.add_get("/readyz", self._readiness)
        self.app.router.add_get("/metrics", self._metrics)
        for path, handler in hooks.items():
            self.app.router.add_post(path, handler)
        self._runner = web.AppRunner(self.app, access_log=None)  # a path may hold what should not be in a log
        self.port = 0

    async def start(self, host: str, port: int) -> None:
        """Listen; ``port`` 0 takes a free one, which :attr:`port` then names."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Take no more requests; those that run are let finish."""
        await self._runner.cleanup()

    async def _healthy(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _readiness(self, _request: web.Request) -> web.Response:
        """Say whether people can be answered: the store is there and a platform is up."""
        try:
            await self._reception.call(self._reception.tutor.database.revision)
        except Exception:
            return web.Response(status=503, text="the database is away\n")
        if not self._ready():
            return web.Response(status=503, text="no platform is up\n")
        return web.Response(text="ready\n")

    async def _metrics(self, _request: web.Request) -> web.Response:
        return web.Response(body=metrics.page(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})
