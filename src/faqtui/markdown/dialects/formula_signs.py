r"""Formulas in TeX as what a reader can read in a line of text: ``$\frac{a}{b} \le x^2$`` is shown as ``a/b ≤ x^2``.

A small table of our own: what is not in it stays as it was written, and so does a formula that is laid out in TeX
(``\begin``). Which text between dollar signs is a formula at all is decided in two steps: `dialects.formulas` says what could
be one, and is as it is written then; here only what surely is one is read. Prices and variables of shells are none.
"""

from __future__ import annotations

from faqtui.patterns import pattern

_DEEPEST = 12
"""Groups in groups that are read."""

_TOKEN = pattern(r"\\[A-Za-z]+\*?|\\.|[{}^_&~]|[ \t]+|\n|[^\\{}^_&~ \t\n]+")

_LETTERS = """
alpha α  beta β  gamma γ  delta δ  epsilon ε  varepsilon ε  zeta ζ  eta η  theta θ  vartheta θ  iota ι  kappa κ
lambda λ  mu μ  nu ν  xi ξ  pi π  rho ρ  sigma σ  tau τ  upsilon υ  phi φ  varphi φ  chi χ  psi ψ  omega ω
Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω  sum ∑  prod ∏  int ∫
infty ∞  partial ∂  nabla ∇  forall ∀  exists ∃  in ∈  notin ∉  subset ⊂  subseteq ⊆  cup ∪  cap ∩  emptyset ∅
ell ℓ  hbar ħ  angle ∠  degree °  propto ∝  perp ⊥  parallel ∥
"""
"""Names of signs, and the signs."""

_BETWEEN = """
le ≤ <=  leq ≤ <=  ge ≥ >=  geq ≥ >=  ne ≠ !=  neq ≠ !=  ll ≪ <<  gg ≫ >>  times × x  cdot · *  cdots … ...
dots … ...  ldots … ...  pm ± +-  mp ∓ -+  div ÷ /  approx ≈ ~=  sim ∼ ~  simeq ≃ ~=  equiv ≡ ==  to → ->
rightarrow → ->  longrightarrow → ->  leftarrow ← <-  Rightarrow ⇒ =>  implies ⇒ =>  Leftarrow ⇐ <=  iff ⇔ <=>
leftrightarrow ↔ <->  mapsto ↦ |->  land ∧ and  wedge ∧ and  lor ∨ or  vee ∨ or  neg ¬ not  lnot ¬ not  ast * *
star * *  circ ° deg  prime ' '  mid | |  vert | |  Vert ‖ ||  lfloor ⌊ [  rfloor ⌋ ]  lceil ⌈ [  rceil ⌉ ]
langle ⟨ <  rangle ⟩ >  setminus \\ \\  colon : :  bullet • *  oplus ⊕ (+)  otimes ⊗ (x)
"""
"""Names of what stands between others, the signs, and those in ASCII."""

_FUNCTIONS = """
Pr  arccos  arcsin  arctan  arg  cos  cosh  cot  csc  deg  det  dim  exp  gcd  inf  ker  lg  lim  ln  log  max
min  mod  sec  sin  sinh  sup  tan  tanh
"""
"""Their names are words."""

_LITTLE = """
Big  Bigg  Bigl  Bigr  bar  big  bigg  bigl  bigr  bm  boldsymbol  boxed  ddot  displaystyle  dot  hat  hbox
left  limits  mathbb  mathbf  mathcal  mathfrak  mathit  mathrm  mathscr  mathsf  mathtt  mbox  nolimits
operatorname  overline  right  text  textbf  textit  textrm  textstyle  texttt  tilde  underline  vec  widehat
widetilde
"""
"""Commands of which what they are applied to says enough, and those of size."""

_NAMES, _OPERATORS = _LETTERS.split(), _BETWEEN.split()
_WORDS, _PLAIN = frozenset(_FUNCTIONS.split()), frozenset(_LITTLE.split())
_SIGNS = dict(zip(_NAMES[::2], _NAMES[1::2], strict=True)) | dict(zip(_OPERATORS[::3], _OPERATORS[1::3], strict=True))
_SPACED = frozenset(_OPERATORS[::3])
_IN_ASCII = {
    **{sign: name for name, sign in zip(_NAMES[::2], _NAMES[1::2], strict=True) if not name.startswith("var")},
    **dict(zip(_OPERATORS[1::3], _OPERATORS[2::3], strict=True)),
    "√": "sqrt",
}

_SPACES = {"\\,": "", "\\;": " ", "\\:": " ", "\\!": "", "\\ ": " ", "~": " ", "\\quad": " ", "\\qquad": " "}

_SINGLE = pattern(r"[-+\u2212]?(?:\d[\d.,]*|\w)|\w+|\W")
_FACTOR = pattern(r"\d[\d.,]*|\w(?:[_^]\w+)?|[^\W\d_]{3,}|√?\w*\([^()]*\)")
"""What needs no brackets above or below a line: of `ab` nobody would know where it ends."""

_SHELL = pattern(r"[A-Z_][A-Z0-9_]+(?![a-z])|[({]|[0-9@#?!*-]")
_WORD = pattern(r"[^\W\d_]{2,}")
_SNAKE = pattern(r"[^\W\d_]{2}_")
_COMMAND = pattern(r"\\([A-Za-z]+)")


def readable(formula: str, before: str, after: str) -> str | None:
    """What to show for a `formula` with its delimiters, between two characters; None where it stays as it was written."""
    size = 2 if formula.startswith(("$$", "\\")) else 1
    inside = formula[size:-size]
    is_formula = formula.startswith("\\") or _is_formula(inside, before, after)
    if not is_formula or "\\begin" in inside or not _is_even(inside):
        return None
    lines = [_Reader(line).read() for line in inside.replace("\\\\", "\n").split("\n")]
    shown = "\n".join([line for line in map(_spaced, lines) if line])
    return shown or None


def names(formula: str) -> list[str]:
    """The names of the signs that stand in place of them: they are what people can type."""
    return [name for name in _COMMAND.findall(formula) if name in _SIGNS]


def in_ascii(formula: str) -> str:
    """A formula that is shown, for terminals that have ASCII alone."""
    return "".join([_IN_ASCII.get(sign, sign) for sign in formula])


def _is_formula(inside: str, before: str, after: str) -> bool:
    """Whether it surely is one: not two prices, two variables of a shell, or a pattern that ends with a dollar sign."""
    if before.isalnum() or after.isalnum() or after in {"_", "{", "("} or inside.count("(") != inside.count(")"):
        return False
    known = any(
        name in _SIGNS or name in _WORDS or name in _PLAIN or name in _MADE for name in _COMMAND.findall(inside)
    )
    if known:
        return True
    if "^" in inside.lstrip("^"):
        return not _SHELL.match(inside) or inside[0].isdigit() or inside[0] in "(-"
    words = set(_WORD.findall(inside)) - _WORDS
    if "_" in inside:
        return not (_SHELL.match(inside) or _SNAKE.search(inside)) or ("_{" in inside and inside[1:3] == "_{")
    return not (words or _SHELL.match(inside)) and "\\" not in inside


def _is_even(inside: str) -> bool:
    """Whether each brace that opens closes, and they are not too deep."""
    depth = 0
    for piece in _TOKEN.findall(inside):
        depth += (piece == "{") - (piece == "}")
        if not 0 <= depth <= _DEEPEST:
            return False
    return depth == 0


def _spaced(text: str) -> str:
    return " ".join(text.split())


class _Reader:
    """Reads one line of TeX."""

    def __init__(self, text: str) -> None:
        self._tokens = _TOKEN.findall(text)
        self._at = 0

    def read(self) -> str:
        """All that is left, up to the brace that closes it."""
        out: list[str] = []
        while self._at < len(self._tokens):
            piece = self._tokens[self._at]
            if piece == "}":
                break
            out.append(self._one(out[-1] if out else ""))
        return "".join(out)

    def _next(self) -> str:
        piece: str = self._tokens[self._at]
        self._at += 1
        return piece

    def _one(self, before: str = "") -> str:
        piece = self._next()
        if piece == "{":
            inside = self.read()
            self._at += 1
            return inside
        if piece in "^_":
            raised = self._argument()
            if piece == "^" and raised in {"°", "'", "*"}:
                return raised
            return piece + (raised if _SINGLE.fullmatch(raised) else f"({raised})")
        if piece in _SPACES:
            return _SPACES[piece]
        if piece == "&":
            return " "
        if piece.startswith("\\"):
            return self._command(piece, before)
        return piece

    def _command(self, piece: str, before: str) -> str:
        name = piece[1:].rstrip("*")
        if make := _MADE.get(name):
            return make(self)
        after = self._tokens[self._at][0] if self._at < len(self._tokens) else ""
        if name in _SIGNS:
            # The blank that ends the name of an operator stands on both sides of it.
            beside = " " if name in _SPACED and after.isspace() and before and not before[-1].isspace() else ""
            return beside + _SIGNS[name]
        if name in _WORDS:
            return " " * before[-1:].isalnum() + name + " " * (after.isalnum() or after == "\\")
        if name in _PLAIN:
            return ""
        if len(piece) == 2 and not name.isalnum():
            return name
        return piece + self._as_written()

    def _as_written(self) -> str:
        """The groups that stand right behind a command that nobody knows."""
        out, depth = "", 0
        while self._at < len(self._tokens) and (depth or self._tokens[self._at] == "{"):
            piece = self._next()
            depth += (piece == "{") - (piece == "}")
            out += piece
        return out

    def _argument(self) -> str:
        """What a command, or ``^``, is applied to: a group, a command, or one character."""
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        if self._at >= len(self._tokens) or self._tokens[self._at] == "}":
            return ""
        piece = self._tokens[self._at]
        if piece[0] not in "\\{" and len(piece) > 1:
            self._tokens[self._at] = piece[1:]
            return str(piece[0])
        return _spaced(self._one())

    def fraction(self) -> str:
        r"""``\frac{a}{b}``."""
        above, below = self._argument(), self._argument()
        return f"{_factor(above)}/{_factor(below)}"

    def root(self) -> str:
        r"""``\sqrt{x}`` and ``\sqrt[3]{x}``."""
        degree = ""
        if self._at < len(self._tokens) and self._tokens[self._at].startswith("["):
            joined = "".join(self._tokens[self._at :])
            inside, closed, rest = joined[1:].partition("]")
            if closed:
                degree = f"[{inside}]"
                self._tokens, self._at = _TOKEN.findall(rest), 0
        of = self._argument()
        return f"√{degree}{of if _FACTOR.fullmatch(of) and not degree else f'({of})'}"

    def choice(self) -> str:
        r"""``\binom{n}{k}``."""
        return f"C({self._argument()}, {self._argument()})"


def _factor(text: str) -> str:
    return text if _FACTOR.fullmatch(text) or len(text) == 1 else f"({text})"


_MADE = {
    "frac": _Reader.fraction,
    "tfrac": _Reader.fraction,
    "dfrac": _Reader.fraction,
    "sqrt": _Reader.root,
    "binom": _Reader.choice,
}
