"""Every number that search is tuned by, on one page: what a match says, what counts as an answer, how much is looked at.

Those that are not about cost are judged by what people should find: `tests/contract/queries.jsonl` says it, and
`tests/bench/quality.py` measures it. Who changes one runs both.
"""

from __future__ import annotations

# What an entry says by a word: BM25F. The pivots are constants, not averages, so that no entry weighs on another.
QUESTION = 1.0
ANSWER = 0.16  # a word in the answer says a sixth of one in the question
CATEGORY = TAG = 0.6  # these name their entries nearly as well as questions do
ADDRESS = 0.5  # what a part of a link's address says of what a word of the answer would
PART = 0.85  # what a part of an identifier in camel case says of what a word of its own would
SATURATION = 1.2  # a word said twice does not say twice as much
QUESTION_PIVOT, ANSWER_PIVOT = 11.0, 90.0  # words of an ordinary question and answer
QUESTION_SLOPE, ANSWER_SLOPE = 0.35, 0.6  # how much a longer one dilutes them

# Tokens.
MOST_PARTS = 9  # of one identifier
MOST_JOINED = 5  # a longer chain is a path or a URL, which nobody types in one piece

# How well a term of the library fits a word that was typed.
EXACT = 1.0
JOINED = 1.0  # sideeffects for side-effects, github for git hub
TOGETHER = 0.87  # filesystem for file system: what goes on with the word itself is nearer
COMPOUND, COMPOUND_OPEN = 3, 2  # letters of each of the two words, and of the second while it is being typed
VARIED = 5  # letters of a word that may be spelled as elsewhere: color, organize, mueller
NUMBER = 3  # figures of a number that is looked for at the end of words too: 404 in HTTP404
COMPOUNDS_READ = 400  # entries with the rarer one that are asked whether they stand together: a millisecond
STEM, OPEN_STEM = 0.8, 0.88  # another form of the word; of one that is still being typed
ALIAS, ALIAS_FORM = 0.85, 0.75  # creds: credentials, credential
SYNONYM = 0.6
PREFIX_LAST, PREFIX = 0.93, 0.78  # what begins so: with the last word, which may still grow, and with any other
CLOSENESS = 0.002  # a letter: short completions first, by a rule that does not change while more letters are typed
ONE_EDIT = (0.0, 0.0, 0.0, 0.45, 0.5, 0.57, 0.62, 0.65, 0.68)  # by letters of the word: short words are near to many
TWO_EDITS = 0.42
FIRST_EDIT = 0.88  # of one edit: the first letter is the one people get right
EARLIER = 0.1  # of an edit, by how early in the word it is: what was typed before it stays believed
KNOWN_BEGINNING = 0.45  # of an unfinished word that nothing begins with: what did before its last letter
SKELETON = 0.55  # the word without its vowels
PREFIX_EDIT, FIRST_PREFIX_EDIT = 0.8, 0.68  # of one edit: what begins with a misspelling
SUBSEQUENCE = 0.35  # letters left out anywhere
BEGINS = 0.5  # a stop word that may be the beginning of another word
MOST_TERMS = 300  # of one prefix; a single letter would else bring a twentieth of the vocabulary
MOST_IN_QUESTIONS = 15_000  # entries that the completions of a broad beginning may bring
MOST_IN_ANSWERS = 15_000  # entries that a word's other meanings may add by their answers: a millisecond
MOST_HEADS = 6  # lists of beginnings that are remembered

# What a word of a query weighs beside the others.
RARITY = (
    0.25  # a word of df entries weighs df ** -RARITY: a power, so that weights keep their ratio when a library grows
)
NOISE_IN_FILTER, NOISE_IN_SENTENCE = 0.4, 0.12  # what a stop word weighs of what another word would
COMMON, COMMON_LEAST = 0.5, 0.5  # the power of the share of entries without a word of a sentence, and the least share
HYPHENATED = 0.6  # what side-effects as a whole weighs beside its parts
# What the last word weighs by the letters typed of it, while it may still become anything.
OPEN_IN_FILTER = (0.1, 0.35, 0.75)
OPEN_IN_SENTENCE = (0.0, 0.0, 0.0, 0.2, 0.4, 0.6, 0.8)
BEGUN = 2  # letters up to which a word is hardly begun
KNOWN = 2  # letters that a word of the vocabulary counts more than it has

# How a query is read.
LONGEST, MOST_WORDS = 4000, 60  # characters and words that are looked at: a page pasted by mistake must not freeze
MOST_WORDS_WITH_NOT = 6  # words of a query in which a minus sign excludes
FILTER, SENTENCE = 4, 6  # words: up to FILTER all should match, from SENTENCE on none must
GLUE = 3  # words, beside the one it is: a word that only sentences have makes one of a short query

# The first pass over the postings.
CANDIDATES = 4000  # entries with a query's rarer words; the commoner words then only add to these
NEAR_BEST_FILTER, NEAR_BEST_SENTENCE = 0.7, 0.3  # of the best first score, what an entry needs to be shown beside it
RERANK = 20  # entries that get the second look
TITLES = 5000  # entries with the rarest word of a query of which it is asked whether it is their whole question
SCANNED = 10_000  # entries read for punctuation that no word comes with
REMEMBERED = 400_000  # postings in remembered groups, about 40 MB

# The second look: how the question as a whole fits.
TITLE = 2.0  # the whole title was typed: nothing else comes before
COVER = 0.3  # all of the question was typed
ORDERED, ADJACENT = 0.1, 0.2  # two words in the query's order; one right after the other
NOISE_IN_QUESTION = 0.12  # what a stop word counts when it is asked how much of the question was typed
QUALITY_POWER, SHARE_POWER, IMPACT_POWER = 1.5, 2.0, 0.25  # of likeness, of words met, of what the first pass says
IN_ANSWER = 0.8  # a word in the answer, in a filter, where every word should be met
STRONG_ANSWER_FILTER, STRONG_ANSWER_SENTENCE = 0.65, 0.6  # the same when it is asked whether there is an answer at all
BELIEF = 1.0  # the power by which likeness is doubted in a sentence, beside 1
UNKNOWN = 1.5  # a word that the library does not know tells against it more than one that this entry lacks
STRONG_FILTER, STRONG_SENTENCE = 0.56, 0.33  # the strength from which a query counts as answered; below all is weak

# Quotations: an error message, a command, a sentence of an answer.
QUOTE = 4  # words in a row, in the same spelling, that make one
TELLING = 2  # words of it that are no stop words, at least: "what is the best" is no quotation
QUOTED = 1.0  # what an entry gains that has all quotations of a query
WHOLE = 4.0  # times the score of an entry that says the whole query word for word
INSIDE = 6.0  # times the score of an entry whose whole title stands in the query: more than who quotes it in an answer
INSIDE_READ = 200  # entries that share TELLING words of their titles with a longer query, of which it is asked
QUOTED_READ = 24  # of these, how many are read for what their titles quote or leave open
IN_PLACE = 6  # words that may stand in place of a placeholder of a title
QUOTABLE = 10  # of the entries with a second look, how many are read for what the query quotes
QUOTERS, QUOTERS_READ = (
    2000,
    50,
)  # entries with the rarest word, looked for the others; those with all of them that are read
READ_OF_ANSWER = 50_000  # characters: half a second for every letter typed would be the price of more

# The list while somebody types.
PLACES = 5  # that are guarded: what the eye has taken in while the fingers type
LOOKED_AT = 60  # entries in which as many different questions are looked for
FADING = 0.97  # of what an entry was worth, a key
CLEARLY = 0.8  # an entry gives way to one of which it is worth less than this
NEWCOMERS = 2  # so many of the best may drive another out: the best always, the next when it is clearly better
UNMATCHED, UNMATCHED_IN_SENTENCE = 2, 40  # keys for which an entry stays that no longer matches
PASTED = 8  # letters at once are no typing

# What is shown beside hits.
LONG_ANSWER = 200  # lines, of which each takes some 20 microseconds to read for the best one
OFFERS = 8  # values of a facet at once

# Entries like another.
SIMILAR = 0.2  # cosine of two questions from which on they are alike: one telling word in three or four is shared
SAME_QUESTION = 0.97  # cosine from which on two ask the same: such an entry says nothing new
SAME_CATEGORY = 0.1  # what a common category adds to the cosine
COMMON_WORD = 500  # a word of more questions than this tells nothing of any of them
COMPARED = 24  # entries that are compared whole, those that share most first

# Finding by meaning. Cosines are those of all-MiniLM-L6-v2; another model brings its own.
MEANT_FROM = (
    4  # words of a query from which on its meaning is asked for: fewer name things, and words find these better
)
MEANT_AMONG = 30  # of the hits that words find, how many are put in order by meaning as well
MEANT_JOINED = 10  # entries nearest in meaning that join them
MEANT = 1.25  # what a cosine of 1 counts beside the score by words
JOINS_COSINE = 0.35  # from which on an entry without the words stands beside hits that have them
STRONG_COSINE = 0.37  # from which on an entry answers a query, whatever its words, with what USUAL to WORDS_SAY count
WORDS_SAY = (
    0.5  # what counts of how much of the query the words of an entry meet, where these are an answer by themselves
)
BESIDE = 0.6  # of how near the best is, what others need to stand beside one that is found by its meaning alone
USUAL = 0.75  # what counts against it of how near the query is to all entries: in a FAQ of bread all of bread is near
USUAL_COSINE = 0.1  # how near an entry is taken to be that has no vector yet
AMONG, FEW = 0.02, 50  # what counts against it for the logarithm of how many there are: of more one is near by chance
APART, MOST_APART = 0.5, 0.1  # what counts of how much nearer it is than those with other questions, up to so much
SAME_COSINE = 0.9  # from which on two entries seem to ask the same
LIKE_COSINE = 0.45  # from which on an entry is worth a look beside another
