"""Child processes under one parent: started, watched, started again, stopped together. No Django."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType

from guatu.domain.kernel.diagnostic import Diagnostic, Severity
from guatu.entry.cli.outlet import Outlet

_PULSE_SECONDS = 0.2
_PATIENCE_SECONDS = 15.0
_HEALTHY_SECONDS = 30.0
_LONGEST_PAUSE = 30.0
_MOST_FALSE_STARTS = 5


@dataclass
class Child:
    """One child process and how it has fared."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    again_at: float = 0.0
    false_starts: int = 0

    def start(self) -> None:
        """Start it with a pipe as its leash: when the parent is gone, the pipe closes."""
        self.let_go()
        self.process = subprocess.Popen(  # noqa: S603  our own interpreter and module
            self.command,
            stdin=subprocess.PIPE,
            # Ctrl+C in a terminal reaches the parent alone, which then stops its children.
            start_new_session=True,
        )
        self.started = time.monotonic()

    def let_go(self) -> None:
        """Close the leash of a process that has ended."""
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()

    @property
    def runs(self) -> bool:
        """Tell whether it is running."""
        return self.process is not None and self.process.poll() is None


@dataclass
class Family:
    """Keeps its children running until it is told to stop."""

    children: Sequence[Child]
    out: Outlet
    stopping: threading.Event = field(default_factory=threading.Event)

    def heed_signals(self) -> None:
        """Stop cleanly on Ctrl+C and on the system's request."""
        for wanted in (signal.SIGINT, signal.SIGTERM):
            signal.signal(wanted, self._told_to_stop)

    def _told_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping.set()

    def start(self) -> None:
        """Start every child."""
        for child in self.children:
            child.start()

    def watch(self, *, at_each_pulse: Callable[[], None] = lambda: None) -> int:
        """Start dead children again, after growing pauses, until told to stop; return 0.

        A child that dies five times in a row soon after its start stops the family: 1.
        ``at_each_pulse`` is called five times a second, for whoever waits for a child.
        """
        while not self.stopping.wait(_PULSE_SECONDS):
            at_each_pulse()
            for child in self.children:
                if not self._tend(child):
                    self.stop()
                    return 1
        self.stop()
        return 0

    def _tend(self, child: Child) -> bool:
        """Look after one child; False where it is given up."""
        now = time.monotonic()
        if child.runs:
            if now - child.started > _HEALTHY_SECONDS:
                child.false_starts = 0
            return True
        if child.again_at == 0.0:
            return self._mourn(child, now)
        if now >= child.again_at:
            child.again_at = 0.0
            child.start()
        return True

    def _mourn(self, child: Child, now: float) -> bool:
        child.false_starts += 1
        if child.false_starts >= _MOST_FALSE_STARTS:
            self._tell(
                "up.child_gives_up", Severity.ERROR, name=child.name, times=_MOST_FALSE_STARTS
            )
            return False
        pause = min(_LONGEST_PAUSE, 0.5 * 2 ** (child.false_starts - 1))
        child.again_at = now + pause
        status = child.process.returncode if child.process else 0
        self._tell(
            "up.child_died", Severity.WARNING, name=child.name, status=status, seconds=f"{pause:g}"
        )
        return True

    def _tell(self, code: str, severity: Severity, **arguments: str | int) -> None:
        self.out.diagnostics(
            [Diagnostic(code=code, severity=severity, arguments=tuple(arguments.items()))]
        )

    def stop(self) -> None:
        """Ask every child to stop, wait, and end what does not listen."""
        for child in self.children:
            if child.process is not None and child.runs:
                child.process.terminate()
        until = time.monotonic() + _PATIENCE_SECONDS
        for child in self.children:
            if child.process is None:
                continue
            try:
                child.process.wait(timeout=max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.process.kill()
                child.process.wait()
            child.let_go()


def of_guatu(*words: str) -> list[str]:
    """Return the command line of a command of this program, run by this interpreter."""
    return [sys.executable, "-m", "guatu.entry.cli.main", *words]


def hold_leash() -> None:
    """End this process when its parent is gone: its standard input then closes."""

    def wait_for_the_end() -> None:
        try:
            while os.read(0, 4096):
                pass
        except OSError:
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait_for_the_end, name="leash", daemon=True).start()
