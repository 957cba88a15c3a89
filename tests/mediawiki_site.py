"""A real MediaWiki on the loopback address, from Debian's packages, in a folder of its own.

    with Site.installed(folder) as site:
        site.load({"Chad–Taiwan relations": "'''Chad–Taiwan relations''' …"})
        httpx.get(f"{site.api}?action=query&meta=siteinfo&format=json")
        site.dump(folder / "dump.xml.bz2")

It runs on SQLite, with the extensions Cite, ParserFunctions and TextExtracts, no skin and no mail, and answers nobody
but this machine. Each script of its maintenance folder costs half a second, whatever it does: load many pages at once.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import httpx

PACKAGES = "mediawiki php-cli php-sqlite3 php-intl php-mbstring php-xml php8.2-cgi micro-httpd"
CODE = Path("/usr/share/mediawiki")
EXTENSIONS = ("Cite", "ParserFunctions", "TextExtracts")
LICENCE = "CC BY-SA 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by-sa/4.0/"
DAY = "2024-05-01T10:00:00Z"
"""When a revision was made that does not say so."""

WORKERS = 3
START_SECONDS = 30
STOP_SECONDS = 10

_SETTINGS = f"""
$wgRightsText = "{LICENCE}";
$wgRightsUrl = "{LICENCE_URL}";
$wgMainCacheType = CACHE_NONE;
$wgParserCacheType = CACHE_NONE;
$wgMessageCacheType = CACHE_NONE;
$wgJobRunRate = 0;
$wgEnableEmail = false;
$wgPingback = false;
$wgAllowExternalImages = false;
$wgShowExceptionDetails = true;
"""


def missing() -> str | None:
    """What is not installed, with the command that installs it; null where all is there."""
    if shutil.which("php") and (CODE / "maintenance" / "install.php").is_file():
        return None
    return f"no MediaWiki on this machine: apt-get install --no-install-recommends {PACKAGES}"


@dataclass
class Site:
    """A wiki in `folder`, at `url` while it is running; `server` leads the group of its processes."""

    folder: Path
    port: int
    server: subprocess.Popen[bytes] | None = None

    @classmethod
    @contextmanager
    def installed(cls, folder: Path, extensions: Sequence[str] = EXTENSIONS) -> Iterator[Site]:
        """A new, running wiki in a folder that is made; stopped at the end. Takes about 3 seconds."""
        site = cls(folder, _free_port())
        site._install(extensions)
        site.start()
        try:
            yield site
        finally:
            site.stop()

    @property
    def url(self) -> str:
        """The address that index.php and api.php stand below, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def api(self) -> str:
        """The address of api.php."""
        return f"{self.url}/api.php"

    def query(self, **parameters: str | int) -> dict:
        """What the API answers to one question (`action=query` unless told otherwise), in its second format."""
        asked = {"action": "query", "format": "json", "formatversion": 2, **parameters}
        answer = httpx.get(self.api, params=asked, timeout=60).raise_for_status().json()
        assert "error" not in answer, answer
        return answer

    def load(self, pages: Mapping[str, str], timestamp: str = DAY) -> None:
        """Nothing; each title gets a revision with that text, made at that time.

        A title that is there already is edited: `timestamp` must then be later than that of its last revision. A text
        that is the same as before makes no revision.
        """
        written = self.folder / "import.xml"
        written.write_text(_export(pages, timestamp), encoding="utf-8")
        self.run("importDump", "--no-local-users", "--username-prefix", "w", written)

    def move(self, before: str, after: str) -> None:
        """Nothing; the page has another title, and a redirect stands where it was."""
        self.run("moveBatch", said=f"{before}|{after}\n")

    def delete(self, *titles: str) -> None:
        """Nothing; the pages are gone."""
        self.run("deleteBatch", said="".join(f"{title}\n" for title in titles))

    def dump(self, path: Path, *options: str) -> Path:
        """The path, where a dump of the newest revisions stands now; compressed as its name says (.bz2, .gz)."""
        kind = {".bz2": "bzip2", ".gz": "gzip"}.get(path.suffix, "file")
        self.run("dumpBackup", *(options or ("--current",)), f"--output={kind}:{path}", "--quiet")
        return path

    def run(self, script: str, *arguments: str | Path, said: str = "") -> str:
        """What a script of MediaWiki's maintenance folder prints; `said` is its standard input."""
        return _php(CODE / "maintenance" / f"{script}.php", *arguments, said=said, config=self._config)

    def start(self) -> None:
        """Nothing, once the wiki answers."""
        environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": str(WORKERS), "MW_CONFIG_FILE": str(self._config)}
        with (self.folder / "server.log").open("ab") as log:
            # A session of its own, since the workers outlive the server that started them: stop() ends the group.
            self.server = subprocess.Popen(
                ["php", "-S", f"127.0.0.1:{self.port}", "-t", str(CODE)],
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._await()

    def stop(self) -> None:
        """Nothing, once the server and its workers have ended; may be called again."""
        if self.server is None:
            return
        server, self.server = self.server, None
        if not any(_ended(server, how) for how in (signal.SIGTERM, signal.SIGKILL)):
            raise TimeoutError(f"the processes of group {server.pid} did not end")

    @property
    def _config(self) -> Path:
        return self.folder / "LocalSettings.php"

    def _install(self, extensions: Sequence[str]) -> None:
        (self.folder / "data").mkdir(parents=True)
        where = ["--confpath", self.folder, "--dbtype", "sqlite", "--dbpath", self.folder / "data", "--dbname", "w"]
        site = ["--server", self.url, "--scriptpath", "", "--lang", "en", "--pass", secrets.token_hex(16)]
        without = ["--skins=", "--extensions="]
        _php(CODE / "maintenance" / "install.php", *where, *site, *without, "Testwiki", "Admin")
        loading = "".join(f"wfLoadExtension( '{name}' );\n" for name in extensions)
        with self._config.open("a", encoding="utf-8") as file:
            file.write(_SETTINGS + loading)
        self.run("update", "--quick")

    def _await(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                self.query(meta="siteinfo")
                return
            except httpx.TransportError:
                time.sleep(0.05)
        self.stop()
        raise TimeoutError(f"no wiki at {self.url}: {(self.folder / 'server.log').read_text(errors='replace')[-2000:]}")


def _ended(server: subprocess.Popen[bytes], how: signal.Signals) -> bool:
    """Whether all processes of the server's group have ended soon after the signal."""
    deadline = time.monotonic() + STOP_SECONDS
    while time.monotonic() < deadline:
        try:
            os.killpg(server.pid, how)
        except ProcessLookupError:
            return True
        server.poll()
        time.sleep(0.05)
    return False


def _php(script: Path, *arguments: str | Path, said: str = "", config: Path | None = None) -> str:
    environment = {**os.environ, **({"MW_CONFIG_FILE": str(config)} if config else {})}
    command = ["php", str(script), *map(str, arguments)]
    done = subprocess.run(
        command, input=said, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, f"{script.name} {arguments}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


def _export(pages: Mapping[str, str], timestamp: str) -> str:
    """The pages in the format that MediaWiki exports and imports."""
    head = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">'
    return "\n".join([head, *(_page(title, text, timestamp) for title, text in pages.items()), "</mediawiki>"])


def _page(title: str, text: str, timestamp: str) -> str:
    size = quoteattr(str(len(text.encode())))
    return (
        f"<page><title>{escape(title)}</title><revision><timestamp>{timestamp}</timestamp>"
        "<contributor><username>Writer</username></contributor><model>wikitext</model><format>text/x-wiki</format>"
        f'<text bytes={size} xml:space="preserve">{escape(text)}</text></revision></page>'
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
