"""A running Guatu on a folder of its own, and a real Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = os.environ.get("GUATU_CHROMIUM") or shutil.which("chromium")
REPOSITORY = Path(__file__).resolve().parents[2]
PASSWORD = "岚川-2026-open"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every journey; skip them where there is no browser, except in CI, where they fail."""
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None and os.environ.get("CI") != "true":
            item.add_marker(pytest.mark.skip(reason="no chromium here (apt install chromium)"))


@dataclass
class Office:
    """A Guatu that runs: its address, its folder, and the one-time link of its first start."""

    address: str
    folder: Path
    first_link: str
    process: subprocess.Popen[str]

    def stop(self) -> int:
        """Stop it as an operator would; return its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(timeout=30)
        finally:
            if self.process.stdout is not None:
                self.process.stdout.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GUATU_")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    # The journeys walk the tree that they stand in, wherever the package is installed from.
    tree = os.pathsep.join((str(REPOSITORY), str(REPOSITORY / "src")))
    return kept | {"PYTHONPATH": tree, "GUATU_LANG": "zh"}


def start(folder: Path, *words: str) -> Office:
    """Start ``guatu up`` on the folder and wait until it has told its address."""
    port = _free_port()
    command = [sys.executable, "-m", "guatu.entry.cli.main", "up", "--data", str(folder)]
    log = folder.parent / f"{folder.name}.log"
    with log.open("w") as heard:
        process = subprocess.Popen(
            [*command, "--port", str(port), *words],
            cwd=REPOSITORY,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=heard,
            text=True,
        )
    address, link = f"http://127.0.0.1:{port}", ""
    until = time.monotonic() + 120
    assert process.stdout is not None
    for line in process.stdout:
        if "/sign-in/link/" in line:
            link = line[line.index("http") :].strip()
            break
        if f"{address}/" in line and not _tells_a_link(folder):
            break
        assert time.monotonic() < until, "guatu up did not tell its address"
    assert process.poll() is None, log.read_text()
    return Office(address=address, folder=folder, first_link=link, process=process)


def run_guatu(*words: str) -> subprocess.CompletedProcess[str]:
    """Run one command of the program to its end."""
    return subprocess.run(
        [sys.executable, "-m", "guatu.entry.cli.main", *words],
        cwd=REPOSITORY,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def _tells_a_link(folder: Path) -> bool:
    # A seeded folder's administrator has a password but has never signed in: a link is told too.
    return (folder / "guatu.sqlite3").exists()


@pytest.fixture(scope="session")
def county_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The county of the tests, an account a role, running for all journeys."""
    folder = tmp_path_factory.mktemp("office") / "data"
    subprocess.run(
        [sys.executable, "-m", "tests.browser.seed_county", str(folder)],
        cwd=REPOSITORY,
        env=_environment(),
        check=True,
    )
    office = start(folder)
    yield office
    office.stop()


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Office]:
    """A Guatu on its first start in an empty folder."""
    office = start(tmp_path / "data", "--region", "149921", "--county", "岚川县")
    yield office
    office.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Use the system's Chromium; it asks nothing of any network."""
    quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking"]
    quiet += ["--disable-component-update", "--disable-sync"]
    return {"executable_path": CHROMIUM, "args": quiet}


@pytest.fixture
def desk_of(browser: Browser, county_office: Office) -> Iterator[Callable[..., Page]]:
    """Return a function that signs a role in on a desk of its own and watches for script faults."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def sit_down(role: str, *, width: int = 1280, language: str = "zh-CN") -> Page:
        context = browser.new_context(
            base_url=county_office.address,
            viewport={"width": width, "height": 800},
            locale=language,
            timezone_id="Asia/Shanghai",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda said: (
                faults.append(f"{page.url}: {said.text}")
                if "Content Security Policy" in said.text
                else None
            ),
        )
        page.goto("/sign-in/")
        page.fill("#id_username", "admin-149921" if role == "administrator" else role)
        page.fill("#id_password", PASSWORD)
        page.click("main button")
        page.wait_for_url("**/")
        return page

    yield sit_down
    for context in contexts:
        context.close()
    assert faults == []
