"""The languages that topics are found in: which one some questions are in, and what is known of its words.

English words are told apart by what stands around them; German nouns by their capitals; Romance and Scandinavian nouns by
their articles; others by endings that only verbs and adjectives have. Where words are not parted by spaces, `segmenters`
parts them; a language in which nobody does has no topics.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from faqtui.parsing.tree.stop_words import ENGLISH, LANGUAGES, stop_words
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

LETTER = "[^\\W\\d_]"
MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u200c"
"""Signs that are parts of words and that Python does not count as such: vowels of Indic and Semitic scripts."""

_TOKEN = pattern(rf"{LETTER}(?:[\w{MARKS}])*")
_SAMPLE = 200
"""Questions that are looked at to tell a language."""

_SURE = 0.35
"""The share of words of English that makes questions English without looking further."""

_SCRIPTS = (
    ("kana", 0x3041, 0x30FF),
    ("han", 0x3400, 0x9FFF),
    ("ko", 0xAC00, 0xD7A3),
    ("ru", 0x0400, 0x052F),
    ("el", 0x0370, 0x03FF),
    ("he", 0x0590, 0x05FF),
    ("ar", 0x0600, 0x06FF),
    ("hi", 0x0900, 0x097F),
    ("other", 0x0980, 0x109F),  # other Indic scripts, Thai, Lao, Tibetan, Burmese
    ("other", 0x1780, 0x17FF),  # Khmer
)
_FOREIGN = 0.3
"""The share of letters of a script that makes questions of a language: the rest are names of products."""

_VIETNAMESE = frozenset("ơưđạảấầậếềểệốộớờợứừự")


_SHORT = 3
"""Letters of an article that names no topic in another language either."""


class Language(NamedTuple):
    """What is known of the words of a language; sets are of words in lower case, endings are tried from the longest.

    `articles` stand before nouns, `verbal` before verbs; `no_nouns` are endings of words that are none; `endings` are those
    that forms of one word differ by, `oblique` those of forms that name nothing; `fronts` are written as one with what follows;
    `bridges` stand inside names of several words. `rounds` are how many endings one word may have, `finals` are last letters that
    change where endings follow.
    """

    code: str
    stop: frozenset[str]
    articles: frozenset[str] = frozenset()
    verbal: frozenset[str] = frozenset()
    no_nouns: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    fronts: tuple[str, ...] = ()
    bridges: frozenset[str] = frozenset()
    shortest: int = 4
    rounds: int = 1
    finals: Mapping[str, str] = MappingProxyType({})
    has_topics: bool = True

    def is_stop(self, word: str) -> bool:
        """Whether a word, written as it is, can be no topic. "OS" is one, whatever "os" is in Portuguese."""
        lower = word.lower().replace("\u2019", "'")
        if lower in ENGLISH or (len(lower) <= _SHORT and not word.isupper() and lower in _articles()):
            return True
        return (lower in self.stop and not (word.isupper() and len(word) > 1 and word.isascii())) or lower.isdigit()

    def is_no_noun(self, word: str) -> bool:
        """Whether the ending of a word says that it is a verb or an adjective."""
        return bool(self.no_nouns) and word.endswith(self.no_nouns)

    def bare(self, word: str) -> str:
        """A word in lower case without an article that is written as one with it."""
        for front in self.fronts:
            if word.startswith(front) and len(word) - len(front) >= 2:
                return word[len(front) :]
        return word

    def stem(self, word: str) -> str:
        """What the forms of a word in lower case share."""
        word = self.bare(word)
        if not self.endings:
            return plural(word)
        for _ in range(self.rounds):
            for ending in self.endings:
                if word.endswith(ending) and len(word) - len(ending) >= self.shortest:
                    word = word[: -len(ending)]
                    break
        return word[:-1] + self.finals.get(word[-1:], word[-1:])


def plural(word: str) -> str:
    """A word without the ending of a plural, as it is in English, French and Spanish."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith(("eux", "eaux")):
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return word[:-1]
    return word


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _longest_first(text: str) -> tuple[str, ...]:
    return tuple(sorted(text.split(), key=lambda ending: (-len(ending), ending)))


_KNOWN: dict[str, Callable[[], dict[str, object]]] = {
    "de": lambda: {"endings": _longest_first("en er es e n s o"), "shortest": 3},
    "fr": lambda: {
        "articles": _set(
            "le la les l un une des du de d mon ma mes ton ta "
            "tes son sa ses notre nos votre vos leur leurs cette ce cet au aux"
        ),
        "verbal": _set("je tu il elle on nous vous ils ne n pour peut peux dois faut veux voulez pouvez puis j me se s y"),
        "no_nouns": ("ez", "ons", "ait", "aient", "ment"),
        "bridges": frozenset((" de ", " d'", " d\u2019", " du ", " à ")),
    },
    "es": lambda: {
        "articles": _set("el la los las un una unos unas mi mis tu tus su sus del al este esta de nuestro nuestra"),
        "verbal": _set("puedo puede pueden no se me para quiero debo cómo para a"),
        "no_nouns": ("mente", "amos", "emos", "imos"),
        "bridges": frozenset((" de ", " del ")),
        "endings": _longest_first("iones es s"),
    },
    "pt": lambda: {
        "articles": _set(
            "o a os as um uma uns umas meu minha meus minhas seu "
            "sua do da dos das no na nos nas ao de este esta"
        ),
        "verbal": _set("posso pode podem não se me para quero devo como"),
        "no_nouns": ("mente", "amos", "emos", "imos"),
        "bridges": frozenset((" de ", " do ", " da ")),
        "endings": _longest_first("ões ão es s"),
    },
    "it": lambda: {
        "articles": _set(
            "il lo la l i gli le un una uno mio mia miei "
            "mie del della dei delle nel nella al alla di suo sua dell un"
        ),
        "verbal": _set("posso può possono non si mi per devo voglio come ci"),
        "no_nouns": ("mente", "iamo"),
        "bridges": frozenset((" di ", " del ", " della ")),
        "endings": ("a", "e", "i", "o"),
    },
    "nl": lambda: {
        "articles": _set("de het een mijn uw je jouw onze ons deze dit die dat van"),
        "verbal": _set("ik je u we wij kan kunt te niet om zich"),
        "endings": _longest_first("en s"),
    },
    "sv": lambda: {
        "articles": _set("en ett min mitt mina din ditt dina er ert den det vår vårt våra"),
        "verbal": _set("jag du ni kan inte att man vill ska måste"),
        "no_nouns": ("ade", "as"),
        "endings": _longest_first("orna arna erna ningen ning en et ar er or na n"),
    },
    "da": lambda: {
        "articles": _set("en et min mit mine din dit dine den det vores jeres"),
        "verbal": _set("jeg du i kan ikke at man vil skal må"),
        "no_nouns": ("ede",),
        "endings": _longest_first("erne ene ingen ing en et er e n"),
    },
    "fi": lambda: {
        "no_nouns": ("aan", "ään", "taa", "tää", "ssa voin"),
        "endings": _longest_first(
            "ssani ssäni stani llani ksen kset ssa ssä sta stä lla llä "
            "lta ltä lle ksi tta ttä ni si n a ä t"
        ),
    },
    "pl": lambda: {
        "no_nouns": ("ać", "ić", "yć", "eć", "ąć", "ieje", "ieją", "ować", "uję", "uje", "ny", "nej", "nego", "ym", "ych", "szy"),
        "endings": _longest_first("ami ach iach owi ów om em ie iem ię ą ę a e i o u y"),
        "shortest": 3,
        "oblique": ("ę", "ą", "ów", "om", "ami", "ach", "owi", "em", "u"),
    },
    "cs": lambda: {
        "no_nouns": ("at", "it", "et", "ovat", "ný", "ná", "né", "ého", "ých"),
        "endings": _longest_first("ami emi ích ách ům ou em ech í ě é á a e i o u y"),
        "shortest": 3,
        "oblique": ("u", "ou", "em", "ům", "ami", "ích", "ách"),
    },
    "tr": lambda: {
        "no_nouns": (
            *("mek", "mak", "yor", "yorum", "bilir", "bilirim", "ebilir", "abilir", "ılır", "ilir", "ulur", "ülür"),
            *("malı", "meli"),
            *("malıyım", "meliyim", "rim", "rım", "rum", "rüm", "dım", "dim", "dum", "düm", "tım", "tim", "eyim"),
            *("ayım", "nır", "nir"),
            *("dı", "di", "du", "dü", "tı", "ti", "miş", "mış", "acak", "ecek", "lıyım", "ıyor", "iyor", "uyor"),
            *("üyor", "ır", "ir", "mez", "maz"),
        ),
        "endings": _longest_first(
            "larımı lerimi larım lerim ların lerin larını lerini larda lerde lardan lerden ları leri lar ler ımı "
            "imi umu ümü ımın "
            "imin ımda imde ımdan imden ım im um üm ının inin nın nin nun nün sını sini sunu sünü sı si su sü yı "
            "yi yu yü ını ini "
            "ına ine ında inde ından inden ya ye da de ta te dan den tan ten la le mı mi mu mü ı i u ü a e m"
        ),
        "oblique": ("ı", "i", "u", "ü", "m", "n"),
        "rounds": 2,
        "finals": {"b": "p", "c": "ç", "d": "t", "ğ": "k"},
    },
    "id": lambda: {"endings": ("nya",)},
    "ro": lambda: {"endings": _longest_first("urile elor ilor ului ele ile ul ii le ea a e i u")},
    "hu": lambda: {
        "no_nouns": ("hatom", "hetem", "hatok", "hetek", "ni"),
        "endings": _longest_first(
            "omat emet ömet okat eket ban ben nak nek hoz hez ból ből ról ről "
            "tól től val vel om em öm ok ek ök ot et öt t a e"
        ),
    },
    "ru": lambda: {
        "no_nouns": (
            *("ть", "ться", "ти", "чь", "ют", "ет", "ит", "ся", "ешь", "ете", "ите", "ал", "ил", "лся", "лась"),
            *("ый", "ые", "ых", "ого", "ому", "ыми", "ым", "ную", "ная", "ное", "ний", "ский", "ской", "ском"),
        ),
        "endings": _longest_first(
            "иями ями ами иях иям ией ием ия ие ии ию ий ях ах ям ам ов "
            "ев ей ой ою ём ем ом ью а у ы и е о я ю ь й"
        ),
        "shortest": 3,
        "oblique": ("у", "ю", "ой", "ей", "ом", "ем", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев", "ии", "ию", "ью"),
    },
    "uk": lambda: {
        "no_nouns": ("ти", "тися", "ть", "ся", "ий", "ого", "ому", "их", "ими", "ною", "ська"),
        "endings": _longest_first("іями ями ами іях ів ям ам ою ею ем ом ях ах ів ію ія ії ій а у и і е о я ю ь й"),
        "shortest": 3,
        "oblique": ("у", "ю", "ою", "ом", "ем", "ам", "ами", "ах", "ів", "ію"),
    },
    "el": lambda: {
        "articles": _set("ο η το οι τα του της των τον την τους τις ένα μια ένας μία στο στη στην"),
        "verbal": _set("να θα δεν μπορώ μπορεί μου"),
        "endings": _longest_first("ους ων ος ου ης ας ες οι ής ές ά ή ό α ο η ι"),
    },
    "ar": lambda: {
        "fronts": ("وال", "بال", "فال", "كال", "لل", "ال"),
        "endings": _longest_first("اتي اتك يتي تي ها ات ية ين ون ة ي ك"),
        "shortest": 3,
    },
    "fa": lambda: {"endings": _longest_first("\u200cهای \u200cها های ها"), "shortest": 3},
    "he": lambda: {"fronts": ("ה",), "endings": ("ים", "ות", "י"), "shortest": 3},
    "hi": lambda: {"no_nouns": ("ने", "ते", "ता", "ती"), "endings": _longest_first("ियों ियाँ ाओं ाएँ ों ें े ी ा"), "shortest": 2},
}  # fmt: skip
"""What is known of each language beyond the words that are no topics."""


@cache
def _articles() -> frozenset[str]:
    """The articles of all languages: names of things come with those of another one, "Al Jazeera", "Los Angeles"."""
    known = [of().get("articles", ()) for of in _KNOWN.values()]
    return frozenset(word for words in known for word in words if len(word) <= _SHORT)  # type: ignore[attr-defined]


def language_of(questions: Sequence[str]) -> Language:
    """The language that most of some questions are in; English where none is known to be."""
    step = max(1, len(questions) // _SAMPLE)
    text = "\n".join([question[:_SAMPLE] for question in questions[::step]])
    code = _by_script(text) or _by_words(text)
    if code == "other":
        return Language("", frozenset(), has_topics=False)
    return _language(code)


def _language(code: str) -> Language:
    known = _KNOWN[code]() if code in _KNOWN else {}
    return Language(code, stop_words(code), **known)  # type: ignore[arg-type]  # each by its own name


def _by_script(text: str) -> str:
    """The language that a script gives away; "" for those that share the Latin one, "other" for those without topics."""
    if text.isascii():
        return ""
    letters = 0
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha():
            letters += 1
            if char > "\u0250":
                point = ord(char)
                script = next((name for name, first, last in _SCRIPTS if first <= point <= last), "")
                counts[script] = counts.get(script, 0) + 1
    counts.pop("", None)
    east = counts.pop("kana", 0), counts.pop("han", 0)
    if sum(east) >= _FOREIGN * letters:
        return "ja" if east[0] >= 0.1 * sum(east) else "zh"
    script = max(counts, key=lambda name: (counts[name], name), default="")
    if script and counts[script] >= _FOREIGN * letters:
        if script == "ru" and not set("ґєії").isdisjoint(text.lower()):
            return "uk"
        return "fa" if script == "ar" and not set("پچژگ").isdisjoint(text) else script
    return "other" if 12 * sum(map(text.lower().count, _VIETNAMESE)) > letters > 0 else ""


def _by_words(text: str) -> str:
    words = _TOKEN.findall(text.lower())
    english = sum(word in ENGLISH for word in words)
    if english >= _SURE * len(words) and text.isascii():
        return "en"
    counts = {code: sum(map(stop_words(code).__contains__, words)) for code in LANGUAGES}
    best = max(counts, key=lambda code: (counts[code], code))
    return best if counts[best] > english else "en"
