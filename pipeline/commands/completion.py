"""gyosei completion: the lines that make the shell complete commands, options and ids."""

from __future__ import annotations

import argparse
import sys

from pipeline.commands.command import DONE, Command
from pipeline.terminal import Terminal

SHELLS = ("bash", "zsh", "fish")

EXAMPLES = """\
examples:
  gyosei completion bash >> ~/.bashrc
  gyosei completion zsh >> ~/.zshrc
  gyosei completion fish > ~/.config/fish/completions/gyosei.fish

exit codes: 0 printed
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("shell", choices=SHELLS, help="the shell you use")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Prints the lines for a start-up file of the shell."""
    from argcomplete.shell_integration import shellcode

    sys.stdout.write(shellcode(["gyosei"], shell=chosen.shell) + "\n")
    return DONE


COMMAND = Command("completion", "make the shell complete commands and ids", EXAMPLES, arguments, execute)
