"""What a server or a program puts something else for, as templates of pages write it: dropped, but for the words that are shown.

    {% trans "Is it hot?" %}    {{ _('Is it hot?') }}    <?php _e('Is it hot?', 'shop'); ?>    @lang('Is it hot?')

Words to be translated are those of the page; names of messages (``faq.q1``), which stand for text in another file, stay.
"""

from __future__ import annotations

import re

_DROPPED = (("<?", "?>"), ("<%", "%>"))
"""PHP, JSP, ERB; and what XML says of itself."""

_CODE = ("code", "pre", "kbd", "samp", "tt", "textarea")
_NEAR = 1_000
"""Characters in front of what a server replaces that are looked at."""

_TEXT = r"""(?:"((?:[^"\\\n]|\\.){1,2000})"|'((?:[^'\\\n]|\\.){1,2000})')"""
_BLANK = r"\s{0,12}"
_NAME = (
    r"(?:__|_e|_|tr?|tc|trans|translate|translation|u?gettext(?:_lazy)?|lang|Lang::get|i18n|esc_(?:html|attr)_(?:_|e))"
)
_REST = rf"{_BLANK}(?:,[^(){{}}<>]{{0,200}})?{_BLANK}"
_CALL = rf"(?:[$\w]{{1,20}}(?:->|\.)){{0,2}}\$?{_NAME}\({_BLANK}{_TEXT}{_REST}\)"
_SHOWN = (
    rf"\{{\{{-?{_BLANK}{_CALL}[^{{}}]{{0,60}}\}}\}}",
    rf"\{{!!{_BLANK}{_CALL}[^{{}}]{{0,60}}!!\}}",
    rf"\{{\{{-?{_BLANK}{_TEXT}{_BLANK}\|{_BLANK}(?:trans|translate|transloco|t|i18n)\b[^{{}}]{{0,200}}\}}\}}",
    rf"\{{%-?{_BLANK}(?:trans|translate|t){_BLANK}{_TEXT}[^%{{}}]{{0,200}}%\}}",
    rf"@lang\({_BLANK}{_TEXT}{_REST}\)",
    rf"<\?(?:=|php\b){_BLANK}(?:echo\b)?{_BLANK}{_CALL}{_BLANK};?{_BLANK}\?>",
    rf"<%[=-]{_BLANK}(?:raw{_BLANK})?(?:{_CALL}|{_NAME}{_BLANK}{_TEXT})[^%<>]{{0,60}}%>",
)
"""Calls of Jinja, Twig, Vue and Blade; filters of Angular, Twig and Liquid; tags of Django; PHP; ERB."""

_KEY = re.compile(r"[^\s.:/_-]{0,100}[._:/-][^\s]{0,300}|[a-z0-9]{1,100}")
"""The name of a message."""

_BOUNDS = re.compile(
    r"\{%[-+]?\s{0,12}(?:(?:end)?blocktrans(?:late)?|endtrans(?:late)?)\b[^%{}]{0,300}%\}|"
    r"\{%-?\s{0,12}(?:end)?(?:block)?trans(?:late)?\b[^%{}\"']{0,200}%\}"
    r"|^[ \t]{0,80}@(?:extends|section|endsection|stop|yield|show|include|push|endpush|stack|csrf|component|endcomponent)\b"
    r"(?:\([^()\n]{0,300}\))?[ \t]{0,80}$",
    re.MULTILINE,
)
"""What begins and ends a text that is translated, and the parts of a page of Blade."""

_SIGNS = ("{{", "{!!", "{%", "<?", "<%", "@lang", "@section", "@extends")
_ESCAPED = re.compile(r"\\(.)")
_CALLS: list[re.Pattern[str]] = []


def shown(text: str) -> str:
    """A page as it is shown, as far as that is written in it, with as many lines as before; what is shown as code stays."""
    if any(sign in text for sign in _SIGNS):
        text = _translated(text)
    for begin, end in _DROPPED:
        text = _without(text, begin, end)
    return text


def _translated(text: str) -> str:
    """A template with the words of what it has translated in place of the calls."""
    if not _CALLS:
        _CALLS.extend(map(re.compile, _SHOWN))
    for call in _CALLS:
        text = call.sub(lambda found: found[0] if _is_shown(found.string, found.start()) else _said(found), text)
    return _BOUNDS.sub(
        lambda found: found[0] if _is_shown(found.string, found.start()) else "\n" * found[0].count("\n"), text
    )


def _said(found: re.Match[str]) -> str:
    """The words that are translated, or the whole call where they are the name of a message."""
    words = next(filter(None, found.groups()))
    if _KEY.fullmatch(words):
        return found[0]
    return _ESCAPED.sub(r"\1", words) + "\n" * found[0].count("\n")


def _without(text: str, begin: str, end: str) -> str:
    """A text without what stands between these signs, as many lines as before; what is never closed stays.

    So does what is shown as code.
    """
    kept, seen = [], 0
    while (start := text.find(begin, seen)) >= 0 and (stop := text.find(end, start + len(begin))) >= 0:
        stop += len(end)
        said = text[start:stop]
        kept += [text[seen:start], said.replace("<", "&lt;") if _is_shown(text, start) else "\n" * said.count("\n")]
        seen = stop
    return "".join([*kept, text[seen:]]) if kept else text


def _is_shown(text: str, place: int) -> bool:
    """Whether what stands at a place is shown as code: in an element for that which is opened near it."""
    near = text[max(0, place - _NEAR) : place].lower()
    last = max(near.rfind(f"<{name}") for name in _CODE)
    return last >= 0 and max(near.rfind(f"</{name}") for name in _CODE) < last
