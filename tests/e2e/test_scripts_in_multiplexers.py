"""What tmux and GNU screen show of scripts and signs about whose width terminals differ, read back from their screens."""

import re
import subprocess
import time
from collections.abc import Callable
from unicodedata import category

import pytest

from support.multiplexers import ScreenServer, TmuxServer
from support.programs import require
from support.pty_terminal import FAQTUI, PtyTerminal, environment

READ_BACK = {
    "hindi": "दुनिया कैसी है?",
    "marathi": "माझी पाणी पिशवी कुठे आहे",
    "bengali": "পৃথিবী কেমন আছে",
    "tamil": "உலகம் எப்படி இருக்கிறது",
    "telugu": "ప్రపంచం ఎలా ఉంది",
    "malayalam": "ലോകം എങ്ങനെയുണ്ട്",
    "thai": "โลกเป็นอย่างไร ที่นี่ กำลัง",
    "arabic": "كَيفَ حالُك",
    "hebrew": "שָׁלוֹם עולם",
    "korean": "한국어 각",
}
"""Words that are to be on the screen letter by letter."""

AFTER = {
    "joined": "👩\u200d💻",
    "family": "👨\u200d👩\u200d👧",
    "variation": "❤\ufe0f",
    "text": "☺\ufe0e",
    "warning": "⚠\ufe0f",
    "flag": "🇨🇭",
    "skin": "👍🏽",
    "keycap": "1\ufe0f\u20e3",
}
"""Signs behind which the line goes on where it should."""

PAGE = "# FAQ\n\n## Wie?\n\n" + "".join(
    f"{name}: {text} ende\n\n" for name, text in [*READ_BACK.items(), *AFTER.items()]
)


def wait_for(read: Callable[[], str], word: str) -> str:
    """What is on the screen once it has `word` and has come to rest."""
    end = time.monotonic() + 30
    before = ""
    while (now := read()) != before or word not in now:
        assert time.monotonic() < end, now
        before = now
        time.sleep(0.3)
    return now


def low(text: str) -> str:
    """A pattern for what a hardcopy of screen has of a text: the low byte of each cell, another one where signs combine in it."""
    cells: list[str] = []
    for char in text:
        if category(char) in {"Mn", "Me", "Cf"}:
            cells[-1] = "."
        else:
            cells.append(re.escape(chr(ord(char) & 0xFF)))
    return "".join(cells)


@pytest.fixture
def command(tmp_path):
    (tmp_path / "faq.md").write_text(PAGE)
    return [*FAQTUI, str(tmp_path / "faq.md")]


def test_in_tmux(tmp_path, command):
    with TmuxServer(tmp_path, "status off", "default-terminal tmux-256color") as tmux:
        assert not tmux.run("new-session", "-d", "-s", "a", "-x", "120", "-y", "50", *command).returncode

        def read() -> str:
            return tmux.run("capture-pane", "-p", "-t", "a").stdout.decode()

        wait_for(read, "quit")
        tmux.run("send-keys", "-t", "a", "-H", "d")
        lines = wait_for(read, "keycap").split("\n")
        for name, text in READ_BACK.items():
            assert any(f"{name}: {text} ende" in line for line in lines), (name, lines)
        for name, text in AFTER.items():
            (line,) = [line for line in lines if f"{name}: " in line]
            assert f"{name}: {text[0]}" in line, line
            assert " ende" in line, line


def test_in_screen(tmp_path, command):
    with ScreenServer(tmp_path) as screen:
        plain = environment(tmp_path, **screen.env)
        copy = tmp_path / "hardcopy"

        def read() -> str:
            said = [require("screen"), "-S", screen.name, "-p", "0", "-X", "hardcopy", str(copy)]
            subprocess.run(said, env=plain, capture_output=True, check=False)
            return copy.read_bytes().decode("latin-1") if copy.exists() else ""

        with PtyTerminal(screen.around(command), columns=120, rows=50, env=plain) as terminal:
            end = time.monotonic() + 30
            while "quit" not in read():
                terminal.pump(0.2)
                assert time.monotonic() < end
            terminal.send("\r")

            def look() -> str:
                terminal.pump(0.2)
                return read()

            seen = wait_for(look, "keycap")
        for name, text in READ_BACK.items():
            assert name == "korean" or re.search(f"{name}: {low(text)} ende", seen, re.DOTALL), (name, seen)
        for name in AFTER:
            assert re.search(f"{name}: .{{1,12}} ende", seen, re.DOTALL), (name, seen)


FULL = {
    "hindi": "यह एक लंबा वाक्य है जिसमें बहुत सारे शब्द हैं ताकि पंक्ति पूरी भर जाए और किनारे तक पहुँच जाए फिर भी कोई अक्षर खोए नहीं",
    "marathi": "ही ओळ इतकी मोठी आहे की ती चौकटीच्या कडेपर्यंत जाते आणि तरीही तिचे शेवटचे अक्षर दिसले पाहिजे कारण वाचकाला ते हवे आहे",
    "bengali": "এই বাক্যটি এত লম্বা যে এটি পর্দার কিনারা পর্যন্ত যায় এবং তবুও তার শেষ অক্ষর দেখা যাওয়া উচিত কারণ পাঠক সেটি পড়তে চান",
    "tamil": "உலகம் எப்படி இருக்கிறது என்று நாம் அனைவரும் தெரிந்து கொள்ள வேண்டும் ஏனெனில் அது முக்கியமானது மற்றும் பயனுள்ளது",
    "telugu": "ఈ వాక్యం చాలా పొడవుగా ఉంది అందువల్ల అది తెర అంచు వరకు వెళుతుంది అయినా దాని చివరి అక్షరం కనిపించాలి",
    "malayalam": "ഈ വാചകം വളരെ നീളമുള്ളതാണ് അതിനാൽ അത് സ്ക്രീനിന്റെ അരികിലെത്തുന്നു എന്നിട്ടും അവസാന അക്ഷരം കാണണം",
    "kannada": "ಈ ವಾಕ್ಯ ತುಂಬಾ ಉದ್ದವಾಗಿದೆ ಆದ್ದರಿಂದ ಅದು ಪರದೆಯ ಅಂಚಿಗೆ ಹೋಗುತ್ತದೆ ಆದರೂ ಅದರ ಕೊನೆಯ ಅಕ್ಷರ ಕಾಣಬೇಕು",
    "gujarati": "આ વાક્ય એટલું લાંબું છે કે તે સ્ક્રીનની ધાર સુધી જાય છે છતાં તેનો છેલ્લો અક્ષર દેખાવો જોઈએ",
    "punjabi": "ਇਹ ਵਾਕ ਇੰਨਾ ਲੰਮਾ ਹੈ ਕਿ ਇਹ ਪਰਦੇ ਦੇ ਕਿਨਾਰੇ ਤੱਕ ਜਾਂਦਾ ਹੈ ਫਿਰ ਵੀ ਇਸਦਾ ਆਖਰੀ ਅੱਖਰ ਦਿਸਣਾ ਚਾਹੀਦਾ ਹੈ",
    "sinhala": "මෙම වාක්‍යය ඉතා දිගු නිසා එය තිරයේ කෙළවර දක්වා යයි නමුත් එහි අවසාන අකුර පෙනිය යුතුය",
    "burmese": "ဒီစာကြောင်းက အရမ်းရှည်တယ် ဒါကြောင့် မျက်နှာပြင် အစွန်းအထိ ရောက်တယ် နောက်ဆုံး စာလုံးကို မြင်ရမယ်",
    "khmer": "ប្រយោគនេះ វែងណាស់ ដូច្នេះវាទៅដល់ គែមអេក្រង់ ប៉ុន្តែ អក្សរចុងក្រោយ ត្រូវតែមើលឃើញ",
}
"""Sentences that fill lines up to the border of their pane."""

SIZES = (100, 101, 102, 103, 113, 60)


def letters(text: str) -> str:
    """A text without blanks and without signs that have no shape, which a terminal may drop."""
    return re.sub(r"[\s\u200b-\u200d]", "", text)


def filled(sentence: str) -> str:
    """A page all of whose lines are filled with it: a row of the tree, text, a list, a quotation, code, a table."""
    words = sentence.split()
    return (
        f"# FAQ\n\n## {sentence}?\n\nA {sentence}.\n\n- B {sentence}.\n\n> C {sentence}.\n\n"
        f"```\n{' '.join(words[:5])}\n```\n\n| D | E |\n|---:|---|\n| {' '.join(words[:6])} | {' '.join(words[3:9])} |\n"
        + "".join(f"\n## {number} {sentence}?\n\nF\n" for number in range(3))
    )


@pytest.mark.parametrize("script", FULL)
def test_lines_filled_up_to_a_border_lose_nothing_in_tmux(tmp_path, script):
    sentence = FULL[script]
    (tmp_path / "faq.md").write_text(filled(sentence))
    with TmuxServer(tmp_path, "status off", "default-terminal tmux-256color") as tmux:
        command = [*FAQTUI, str(tmp_path / "faq.md")]
        assert not tmux.run("new-session", "-d", "-s", "a", "-x", "100", "-y", "60", *command).returncode

        def read() -> str:
            return tmux.run("capture-pane", "-p", "-t", "a").stdout.decode()

        wait_for(read, "quit")
        for columns in SIZES:
            tmux.run("resize-window", "-t", "a", "-x", str(columns), "-y", "60")
            time.sleep(0.5)
            if columns < 70:
                tmux.run("send-keys", "-t", "a", "-H", "d")
            lines = [line for line in wait_for(read, "quit").split("\n")[3:] if line.strip()]
            pane = lines
            if columns >= 70:
                rows = [line.partition("│")[0].strip(" ▾▌") for line in lines if "│" in line]
                listed = letters("".join(rows[1:])).replace("…", "")  # the selected one goes on in a second line
                for wanted in ["", "0 ", "1 ", "2 "]:
                    whole = letters(f"{wanted}{sentence}?")
                    shown = next(length for length in range(len(whole), -1, -1) if listed.startswith(whole[:length]))
                    assert shown > 12, (columns, wanted, lines)
                    listed = listed[shown:]
                assert listed == "", (columns, lines)
                pane = [line.partition("│")[2] for line in lines]
            shown = letters("".join(line.strip(" │•") for line in pane))
            for sign in "ABC":
                assert letters(f"{sign} {sentence}.") in shown, (columns, sign, lines)
            words = sentence.split()
            assert letters("".join(words[:5])) in shown, (columns, lines)
            boxes = [line.rstrip() for line in pane if words[0] in line and line.rstrip().endswith("│")]
            assert boxes, (columns, "the border of code", lines)
            for word in words[:9]:
                assert letters(word) in letters("".join(lines)), (columns, word, lines)


@pytest.mark.parametrize("script", ["hindi", "bengali", "tamil", "telugu", "gujarati"])
def test_lines_filled_up_to_a_border_lose_nothing_in_screen(tmp_path, script):
    words = FULL[script].split()
    page = f"# FAQ\n\n## A?\n\n{FULL[script]}.\n\n" + "".join(
        f"{'b' * number} {FULL[script]}\n\n" for number in range(1, 5)
    )
    (tmp_path / "faq.md").write_text(page)
    with ScreenServer(tmp_path) as screen:
        plain = environment(tmp_path, **screen.env)
        copy = tmp_path / "hardcopy"
        command = screen.around([*FAQTUI, str(tmp_path / "faq.md")])
        with PtyTerminal(command, columns=100, rows=40, env=plain) as terminal:

            def look() -> str:
                terminal.pump(0.2)
                said = [require("screen"), "-S", screen.name, "-p", "0", "-X", "hardcopy", str(copy)]
                subprocess.run(said, env=plain, capture_output=True, check=False)
                return copy.read_bytes().decode("latin-1") if copy.exists() else ""

            seen = wait_for(look, "quit")
        for start in ["", *("b" * number + " " for number in range(1, 5))]:
            pattern = start + r"[^\w.]*".join(map(low, words))
            assert re.search(pattern, seen, re.DOTALL), (start, seen)
