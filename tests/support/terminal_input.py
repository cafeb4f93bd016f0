"""What terminals send: keys, and answers that are no keys."""

from __future__ import annotations

KEYS = {
    # plain, of any terminal
    "a": "a", "A": "A", "é": "é", "中": "中", " ": "space", "/": "slash", "?": "question_mark", "'": "apostrophe",
    "\r": "enter", "\n": "ctrl+j", "\t": "tab", "\x7f": "backspace", "\x08": "backspace", "\x19": "ctrl+y",
    "\x0f": "ctrl+o", "\x06": "ctrl+f", "\x10": "ctrl+p", "\x03": "ctrl+c", "\x11": "ctrl+q", "\x1a": "ctrl+z",
    "\x1c": "ctrl+backslash", "\x00": "ctrl+@",
    # cursor keys in both modes, and home and end of all sorts
    "\x1b[A": "up", "\x1bOB": "down", "\x1b[H": "home", "\x1bOF": "end", "\x1b[1~": "home", "\x1b[4~": "end",
    "\x1b[7~": "home", "\x1b[8~": "end", "\x1b[5~": "pageup", "\x1b[6~": "pagedown", "\x1b[3~": "delete",
    # with modifiers: xterm, tmux, kitty; rxvt; older ones
    "\x1b[1;5C": "ctrl+right", "\x1b[1;2A": "shift+up", "\x1b[1;3D": "alt+left", "\x1b[1;6H": "ctrl+shift+home",
    "\x1b[3;5~": "ctrl+delete", "\x1b[a": "shift+up", "\x1bOc": "ctrl+right", "\x1b[7^": "ctrl+home",
    "\x1b[5C": "ctrl+right", "\x1b[3$": "shift+delete", "\x1b[6@": "ctrl+shift+pagedown",
    # function keys: xterm, the Linux console, rxvt, kitty
    "\x1bOP": "f1", "\x1b[[A": "f1", "\x1b[11~": "f1", "\x1b[P": "f1", "\x1b[1;5P": "ctrl+f1", "\x1bOR": "f3",
    "\x1b[13~": "f3", "\x1b[15~": "f5", "\x1b[24~": "f12", "\x1b[1;2P": "f13",
    # shift+tab
    "\x1b[Z": "shift+tab", "\x1b[9;2u": "shift+tab", "\x1b[27;2;9~": "shift+tab", "\x1b[1;2Z": "shift+tab",
    # the protocol of kitty: pressed, repeated, with alternate keys, with text, with locks on
    "\x1b[97u": "a", "\x1b[97;5u": "ctrl+a", "\x1b[121;5u": "ctrl+y", "\x1b[97;1:1u": "a", "\x1b[97;1:2u": "a",
    "\x1b[97:65;2u": "A", "\x1b[97:65;2;65u": "A", "\x1b[97;65u": "A", "\x1b[97;133u": "ctrl+a",
    "\x1b[1072::97;5u": "ctrl+a", "\x1b[1089:1057:99;5u": "ctrl+c", "\x1b[1072;5u": "ctrl+а",
    "\x1b[1102::46;5u": "ctrl+full_stop",
    "\x1b[0;;229u": "å", "\x1b[0;1;20320u": "你", "\x1b[47u": "slash", "\x1b[47:63;2u": "question_mark", "\x1b[27u": "escape",
    "\x1b[13u": "enter", "\x1b[32u": "space", "\x1b[127u": "backspace", "\x1b[57414u": "enter", "\x1b[57420u": "down",
    "\x1b[1;1:1B": "down", "\x1b[1;1:2B": "down", "\x1b[6;1:1~": "pagedown", "\x1b[57400u": "1", "\x1b[97;3u": "alt+a",
    # modifyOtherKeys of xterm, both formats
    "\x1b[27;5;121~": "ctrl+y", "\x1b[27;2;65~": "A", "\x1b[27;5;9~": "ctrl+tab", "\x1b[121;5u ": "ctrl+y",
    # the keypad in its application mode, and 8-bit controls
    "\x1bOM": "enter", "\x1bOs": "3", "\x9bA": "up", "\x8fP": "f1",
    # mintty
    "\x1b[1;5q": "ctrl+1",
}  # fmt: skip
"""Keys as kitty, WezTerm, iTerm2, Ghostty, Windows Terminal, foot, Alacritty, xterm, rxvt, the Linux console, tmux, screen and
mosh send them, plain and by their extended protocols, and what Textual calls them."""

ANSWERS = [
    "\x1b[97;1:3u", "\x1b[1;1:3B", "\x1b[27;1:3u", "\x1b[6;1:3~",  # keys let go
    "\x1b[57441;2u", "\x1b[57358u", "\x1b[57428u",  # shift alone, caps lock, media keys
    "\x1b[?62;22;52c", "\x1b[>41;363;0c", "\x1b[=0c", "\x1bP!|00000000\x1b\\",  # device attributes
    "\x1b[0n", "\x1b[3n", "\x1b[?997;1n", "\x1b[?997;2n", "\x1b[24;80R", "\x1b[1;5R", "\x1b[?1;1;1R",  # status, cursor
    "\x1b[4;1$y", "\x1b[?0u", "\x1b[?15u",  # modes
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x07", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]52;c;aGVsbG8=\x07", "\x1b]4;1;rgb:00/11/22\x9c",
    "\x1b]lA title\x1b\\", "\x1b]LAn icon\x1b\\",  # titles
    "\x1bP1$r0m\x1b\\", "\x1bP1+r544e=787465\x1b\\", "\x1bP>|kitty(0.35.2)\x1b\\", "\x1b_Gi=31;OK\x1b\\",
    "\x9eprivate\x9c", "\x98a string\x1b\\",
    "\x1b[8;24;80t", "\x1b[4;600;800t", "\x1b[48;24;80;600;800t", "\x1b[48;20000;20000;1;1t", "\x1b[6;16;8t", "\x1b[1t",
    "\x1b[I", "\x1b[O", "\x1b[MABC", "\x1b[32;10;10M", "\x1b[2;1;1;112;112;1;0x", "\x1b[E", "\x1b[G",
    "\x1b[99999999999999999999u", "\x1b[1114112u", "\x1b[55296u", "\x1b[0u", "\x1b[97;;999999999u", "\x1b[1;99999999A",
    "\x1b[:::::u", "\x1b[;;;;;;~", "\x1b[999~", "\x1b[" + "1;" * 150 + "A", "\x1b[<1;2M", "\x1b[<1;-2;3M", "\x1b[<;;M",
    "\x9d0;title\x07", "\x85", "\ufffd", "\ue000",
]  # fmt: skip
"""Answers, reports, keys let go and nonsense: none of it is a key."""

UNKNOWN = ["\x1b^a message\x1b\\", "\x1bXany string\x1b\\", "\x1b^1;2\x9c"]
"""Strings that no terminal is known to send: their beginnings are keys behind an escape, unless all of one comes at once."""
