"""``guatu``: finds the command's module, parses, runs, and answers with the contract's exit codes."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from guatu import __version__
from guatu.entry.cli.outlet import Outlet

# Command -> (module, one line for the overview). Modules load only when their command is called.
COMMANDS: dict[str, tuple[str, str]] = {
    "up": ("guatu.entry.cli.up", "create or upgrade the data folder and start web and jobs"),
    "serve": ("guatu.entry.cli.serve", "start the web alone"),
    "work": ("guatu.entry.cli.work", "start the job process alone"),
    "link": ("guatu.entry.cli.link", "print a new sign-in link for a person"),
    "read": ("guatu.entry.cli.read", "read pages into articles, records and directives"),
    "plan": ("guatu.entry.cli.plan", "work a plan back from its deadline"),
    "wall": ("guatu.entry.cli.wall", "draw the wall sheet of plans or of the ledger"),
    "pace": ("guatu.entry.cli.pace", "tell the outlook of quantities by a date"),
    "air": ("guatu.entry.cli.air", "work out the air index or the alert level"),
    "load": ("guatu.entry.cli.load", "load sources, ledgers, emission lists and plans"),
    "export": ("guatu.entry.cli.export", "write everything in open formats"),
    "import": ("guatu.entry.cli.import_", "read an export into an empty data folder"),
    "cases": ("guatu.entry.cli.cases", "write what was decided at the desk as cases for reading"),
    "backup": ("guatu.entry.cli.backup", "write a backup; safe while running"),
    "restore": ("guatu.entry.cli.restore", "restore a backup into an empty data folder"),
    "check": ("guatu.entry.cli.check", "prove the journal, the rows and the files"),
    "template": ("guatu.entry.cli.template", "write an empty workbook to fill"),
    "bench": ("guatu.entry.cli.bench", "run a benchmark and print its table"),
}


class Command(Protocol):
    """What a command's module offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own arguments."""
        ...

    def run(self, arguments: argparse.Namespace, out: Outlet) -> int:
        """Do the command; return the exit code."""
        ...


def overview() -> argparse.ArgumentParser:
    """Return the parser that knows the names of all commands but loads none of them."""
    parser = argparse.ArgumentParser(prog="guatu", add_help=True)
    parser.add_argument("--version", action="version", version=f"guatu {__version__}")
    listed = "\n".join(f"  {name:9} {words}" for name, (_, words) in COMMANDS.items())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"commands:\n{listed}\n\n'guatu COMMAND --help' tells its options."
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 an error in the input, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A file's name may hold bytes that are no text; they are shown escaped.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    chosen = overview().parse_args(words)
    module, summary = COMMANDS[chosen.command]
    command = cast("Command", importlib.import_module(module))
    parser = argparse.ArgumentParser(prog=f"guatu {chosen.command}", description=summary)
    command.configure(parser)
    arguments = parser.parse_args(chosen.rest)
    language = "en" if os.environ.get("GUATU_LANG", "zh").startswith("en") else "zh"
    try:
        return command.run(arguments, Outlet(language=language))
    except BrokenPipeError:
        # The reader of our output left (``guatu read … | head``); that is no fault.
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    sys.exit(main())
