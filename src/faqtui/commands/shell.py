"""``faqtui shell``: what a shell needs so that a key puts a command out of an answer on the prompt."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.commands.arguments import Command, Given, no_options
from faqtui.commands.console import Console
from faqtui.errors import UsageError

BASH = r"""# alt+f puts a command of an answer on the prompt: eval "$(faqtui shell bash)"
__faqtui_pick() {
  local chosen
  chosen=$(faqtui --pick code </dev/tty) || return
  READLINE_LINE=${READLINE_LINE:0:READLINE_POINT}$chosen${READLINE_LINE:READLINE_POINT}
  READLINE_POINT=$((READLINE_POINT + ${#chosen}))
}
bind -x '"\ef": __faqtui_pick'
"""

ZSH = r"""# alt+f puts a command of an answer on the prompt: eval "$(faqtui shell zsh)"
faqtui-pick() {
  # What is said (fd 3) comes before a NUL, what is chosen behind it: a line on the prompt's own would break that.
  local all said
  all=$({ print -rn -- $'\0'"$(faqtui --pick code </dev/tty 2>&3)" } 3>&1)
  said=${all%%$'\0'*}
  LBUFFER+=${all#*$'\0'}
  if [[ -n $said ]]; then
    zle -I
    print -rn -- $said
  else
    zle reset-prompt
  fi
}
zle -N faqtui-pick
bindkey '\ef' faqtui-pick
"""

FISH = r"""# alt+f puts a command of an answer on the prompt: faqtui shell fish | source
function __faqtui_pick
    set -l said (mktemp)  # what stood on the prompt's own line would break that
    set -l chosen (faqtui --pick code </dev/tty 2>$said | string collect)
    test -n "$chosen"; and commandline --insert -- $chosen
    test -s $said; and echo; and cat $said
    rm -f $said
    commandline --function repaint
end
bind \ef __faqtui_pick
"""

SHELLS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def run(console: Console, _: Given, operands: Sequence[str]) -> int:
    """Print the widget for one of `SHELLS`. Raises UsageError for anything else."""
    if len(operands) != 1 or operands[0] not in SHELLS:
        raise UsageError(f"shell: for which shell? {', '.join(SHELLS)}")
    console.write(SHELLS[operands[0]])
    return 0


COMMAND = Command(usage="faqtui shell bash|zsh|fish", options=no_options, run=run, words=tuple(SHELLS))
