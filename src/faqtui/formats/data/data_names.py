"""The names under which data have questions, answers and categories, in lower case without signs between their words."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from faqtui.patterns import pattern

_ASKING = """
question q ask asked prompt query faqquestion questiontext questiontitle pregunta frage domanda vraag pergunta
questione fråga spørgsmål spørsmål pytanie otázka kysymys kérdés soru întrebare вопрос питання câuhỏi pertanyaan
pitanje ερώτηση سوال پرسش السؤال въпрос klausimas küsimus vprašanje প্রশ্ন
que ques qn 问题 問題 问 問 質問 질문 سؤال שאלה प्रश्न คำถาม
"""
_NAMING = """
title name heading header headline label summary subject problem issue topic term symptom titel titre título titolo tytuł
nadpis otsikko başlık заголовок название 标题 標題 タイトル 제목 عنوان العنوان
"""
_ANSWERING = """
answer answers a response reply acceptedanswer accepted_answer suggestedanswer solution resolution fix faqanswer answertext
respuesta antwort réponse risposta antwoord resposta svar odpowiedź odpověď vastaus válasz cevap răspuns ответ
відповідь trảlời jawaban odpoveď odgovor απάντηση پاسخ отговор atsakymas vastus উত্তর
yanıt contestación 解答 答え 答案 回答 答 답변 جواب إجابة الجواب الإجابة תשובה उत्तर คำตอบ completion ans
answere answ
"""
_SAYING = """
text body content contents description details detail value markdown md html explanation message inhalt contenu contenido
definition short desc info paragraph para
texto texte testo tekst treść descripción descrizione descrição beschreibung beskrivelse innehåll innhold indhold obsah
szöveg metin
текст описание 内容 內容 本文 내용 النص
"""
_GROUPING = """
category categoryname categorytitle section sectiontitle group groupname topic theme kategorie categorie catégorie categoria
categoría kategoria kategori area subcategory subsection subtopic 分类 分類 категория раздел カテゴリ カテゴリー 카테고리
cat rubrik bereich thema temat tema onderwerp rubrique sezione sección seccion seção secao abschnitt kategória kategorija
قسم القسم فئة الفئة دسته
"""
_GENERIC = """
faq faqs questions question items item entries entry data content contents list results qna qa qas q&a qanda mainentity
sections categories groups topics children pages page records rows elements docs documents articles frequentlyaskedquestions
questionsandanswers answers fragen preguntas domande vragen perguntas @graph props fields root
subcategories subsections faqpage 问题 常见问题 paragraphs qas intents nlu conversations messages pageprops
accordion accordions panels collections schema metadata meta seo structureddata jsonld
posts tabs blocks cards translations localizations locales i18n languages params extra frontmatter
kategorien rubriken bereiche themen abschnitte gruppen catégories rubriques thèmes categorías secciones temas categorias seções
sezioni categorie kategorier avsnitt kategorie sekcje kategorije kategoriler категории разделы категорії розділи 分類 カテゴリ
seksjoner sektioner sektionen elenco lista liste listado lijst einträge elementi elementos 列表 リスト 목록 الأقسام الأسئلة سوالات
frågor pytania otázky kysymykset kérdések вопросы sorular întrebări spørsmål pitanja
"""
_MACHINE = """
id _id @id uid uuid guid key slug permalink anchor order weight position index rank priority sort sortorder number nr lang
language locale icon image img thumbnail color colour tags tag keyword keywords labels version status type @type @context
__v active enabled visible published draft open expanded hidden featured created createdat created_at createdon updated updatedat
updated_at updatedon modified modifiedat lastmod last_modified lastmodified date datecreated datemodified datepublished
published_at publishedat timestamp author authors upvotecount answercount votes views likes score layout kind $schema
schema metadata meta state workspace_id author_id section_id html_url vote_sum vote_count comments_disabled label_names
permission_group_id user_segment_id source_locale edited_at outdated body_locked parent_id parent_type parent_ids
__typename _template component role blocktype answer_start is_impossible show collapsed classname css
"""
_TRIGGERS = """
patterns pattern triggers trigger utterances utterance phrases variations variants examples userphrases trainingphrases
"""
_LANGUAGES = """
ar be bg bn ca cn cs cy cz da de dk el en es et eu fa fi fr ga gl gr gu he hi hr hu hy id is it ja jp ka kk km kn ko kr lt lv
mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru se sk sl sq sr sv sw ta te th tl tr tw ua uk ur uz vi zh
"""


def _typed(words: Iterable[str]) -> frozenset[str]:
    """These words, also as people write names of data without the letters of their language: ``odpoved``, ``spoergsmaal``."""
    found = set(words)
    for word in words:
        for letters in _LETTERS:
            bare = "".join(c for c in normalize("NFD", word.translate(letters)) if not "\u0300" <= c < "\u0370")
            if bare.isascii():
                found.add(bare)
    return frozenset(found)


_LETTERS = (
    str.maketrans({"ø": "oe", "å": "aa", "æ": "ae", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ı": "i"}),
    str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "ı": "i", "đ": "d"}),
)
"""What stands for letters that many keyboards have not; accents go by themselves."""

ASKING, ANSWERING = _typed(_ASKING.split()), _typed(_ANSWERING.replace("_", "").split())
NAMING, SAYING = _typed(_NAMING.split()), _typed(_SAYING.split())
GROUPING, GENERIC = _typed(_GROUPING.split()), _typed(_GENERIC.split())
PARTS = ANSWERING | SAYING | {"p", "par", "line"}
"""Names that have numbers where an answer is in several parts."""

PLACE = pattern(
    r"\d+|(?:block|cell|col|column|list|row|slide)s?\d*|(?:left|right|first|second|third)(?:col|column|half|row|side)?"
    r"|(?:col|column|row)(?:left|right|one|two|three|[abc])"
)
"""The names of where something stands on a page: no category is called so."""

FORMATS = frozenset({"html", "markdown", "md"})
"""How a text is written, where its key ends with it: ``pay_answer_html``."""

BODY = frozenset({"body", "content", "html", "markdown"})
"""The names in `SAYING` of a whole text, beside which a description is a summary."""

TRIGGERS = frozenset(_TRIGGERS.split())
"""The names of several ways to ask."""

LISTED = TRIGGERS | {"questions", "prompts", "fragen", "preguntas", "domande", "vragen", "perguntas"}
"""These, and the names of a list of questions."""

_WHOLE = """
questions qa qas qna q&a qanda questionsandanswers help fragen häufigefragen preguntas preguntasfrecuentes perguntasfrequentes
domandefrequenti questionsfréquentes foireauxquestions veelgesteldevragen 问题 常见问题 常見問題 よくある質問 частыевопросы
"""
WHOLE = _typed(_WHOLE.split())
"""The names of a FAQ, as are all with ``faq`` in them."""

SUBTITLES = frozenset({"subheader", "subheading", "subtitle"})
"""The names of titles where nothing has a name in `NAMING`."""

LANGUAGES = frozenset(_LANGUAGES.split())
MACHINE = frozenset(_MACHINE.replace("_", "").split())

WAY = "way of categories"
"""The name that we give to a list of the categories in which a question stands, from the outermost on."""
