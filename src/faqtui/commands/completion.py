"""``faqtui completion``: what bash, zsh or fish need to complete commands and options, made from the parsers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from faqtui.commands.arguments import COMMANDS, Command, Given, command_of, no_options, parser_of
from faqtui.commands.console import Console
from faqtui.errors import UsageError
from faqtui.records import NamedTuple

VALUES = {"--theme": ("ansi", "auto", "dark", "light", "none")}
"""Values of options whose parser leaves it to somebody else to check them."""


class Option(NamedTuple):
    """An option of a command. `values` are all it takes; empty with `takes_value`, where it takes any."""

    names: tuple[str, ...]
    help: str
    takes_value: bool
    values: tuple[str, ...]


def options_of(command: str) -> Iterator[Option]:
    """The options of a command (``""``: the screen), from its parser."""
    for action in parser_of(command)[1]:
        names = tuple(action.option_strings)
        values = tuple([str(value) for value in (action.choices or VALUES.get(names[0]) or ())])
        yield Option(names, action.help or "", action.nargs is None, values)


def bash() -> str:
    """A script for bash (3.2 and later)."""
    cases = []
    for command in (*COMMANDS, ""):  # "*", which stands for no command, has to come last
        names = [name for option in options_of(command) for name in option.names]
        words = [*(command_of(command).words or ()), *(COMMANDS if not command else ())]
        cases.append(f"    {command or '*'}) options={_quoted(' '.join(names))}; words={_quoted(' '.join(words))} ;;")
    values = {name: " ".join(o.values) for c in ("", *COMMANDS) for o in options_of(c) for name in o.names if o.values}
    formats = "\n".join(
        f"    {command}:--format) values={_quoted(' '.join(option.values))} ;;"
        for command in COMMANDS
        for option in options_of(command)
        if "--format" in option.names
    )
    others = "\n".join(
        f"    *:{name}) values={_quoted(text)} ;;" for name, text in values.items() if name != "--format"
    )
    return f"""\
# Completion of faqtui for bash: source <(faqtui completion bash)
_faqtui() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command= options words values=
  [ "$COMP_CWORD" -gt 1 ] && command=${{COMP_WORDS[1]}}
  case $command in
{chr(10).join(cases)}
  esac
  [ "$COMP_CWORD" -gt 1 ] && [ "${{words%% *}}" = list ] && words=
  case $command:$previous in
{formats}
{others}
  esac
  if [ -n "$values" ]; then
    COMPREPLY=($(compgen -W "$values" -- "$current"))
  elif [ "${{current:0:1}}" = - ]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}}
complete -o default -F _faqtui faqtui
"""


def zsh() -> str:
    """A script for zsh, for a directory of ``$fpath`` or to be sourced."""

    def specs(command: str) -> str:
        lines = []
        for option in options_of(command):
            for name in option.names:
                value = ""
                if option.takes_value:
                    value = f":value:({' '.join(option.values)})" if option.values else ":value:_files"
                lines.append(f"      {_quoted(f'{name}[{_zsh_help(option.help)}]{value}')}")
        words = command_of(command).words
        if words is None:
            lines.append("      '*:file:_files'")
        elif words:
            lines.append(f"      '1:what:({' '.join(words)})'")
        return " \\\n".join(lines)

    cases = "\n".join(
        f"    {command}) shift words; (( CURRENT-- )); _arguments \\\n{specs(command)} ;;" for command in COMMANDS
    )
    commands = "\n".join(f"      {_quoted(f'{name}:{summary}')}" for name, summary in COMMANDS.items())
    return f"""\
#compdef faqtui
# Completion of faqtui for zsh: faqtui completion zsh > "${{fpath[1]}}/_faqtui", or source <(faqtui completion zsh)
_faqtui() {{
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
{commands}
    )
    _describe command commands
  fi
  case $words[2] in
{cases}
    *) _arguments \\
{specs("")} ;;
  esac
}}
if [ "$funcstack[1]" = _faqtui ]; then _faqtui "$@"; else compdef _faqtui faqtui; fi
"""


def fish() -> str:
    """A script for fish."""
    known = " ".join(COMMANDS)
    lines = ["# Completion of faqtui for fish: faqtui completion fish > ~/.config/fish/completions/faqtui.fish"]
    for name, summary in COMMANDS.items():
        lines.append(f"complete -c faqtui -n __fish_use_subcommand -a {name} -d {_quoted(summary)}")
    for command in ("", *COMMANDS):
        when = f"not __fish_seen_subcommand_from {known}" if not command else f"__fish_seen_subcommand_from {command}"
        for option in options_of(command):
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            value = (
                f" -x -a {_quoted(' '.join(option.values))}" if option.values else " -r" if option.takes_value else ""
            )
            lines.append(f"complete -c faqtui -n {_quoted(when)} {names}{value} -d {_quoted(option.help)}")
        if words := command_of(command).words:
            lines.append(f"complete -c faqtui -n {_quoted(when)} -f -a {_quoted(' '.join(words))}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """`text` as one word of a shell, in single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"


def _zsh_help(text: str) -> str:
    return text.replace("[", "(").replace("]", ")").replace(":", "\\:")


SHELLS: dict[str, Callable[[], str]] = {"bash": bash, "zsh": zsh, "fish": fish}


def run(console: Console, _: Given, operands: Sequence[str]) -> int:
    """Print the script for one of `SHELLS`. Raises UsageError for anything else."""
    if len(operands) != 1 or operands[0] not in SHELLS:
        raise UsageError(f"completion: for which shell? {', '.join(SHELLS)}")
    console.write(SHELLS[operands[0]]())
    return 0


COMMAND = Command(usage="faqtui completion bash|zsh|fish", options=no_options, run=run, words=tuple(SHELLS))
