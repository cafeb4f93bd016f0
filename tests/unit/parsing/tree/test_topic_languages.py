"""Topics of flat files in other languages than English: words of the language, none that only make sentences."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from faqtui.parsing.tree import segmenters
from faqtui.parsing.tree.stop_words import LANGUAGES, stop_words
from faqtui.parsing.tree.topic_languages import language_of, plural
from faqtui.parsing.tree.topics import topics

ASKED = {
    "de": [
        "Wie putze ich den Kessel?",
        "Warum tropft der Kessel?",
        "Wo liegt der Schlüssel?",
        "Ich habe meinen Schlüssel verloren",
        "Gibt es einen Garten?",
        "Wann ist der Garten offen?",
        "Wie melde ich mein Zelt an?",
        "Darf das Zelt stehen bleiben?",
    ],
    "fr": [
        "Comment nettoyer la chaudière ?",
        "Pourquoi la chaudière goutte-t-elle ?",
        "Où est la clé de secours ?",
        "J'ai perdu ma clé de secours",
        "Y a-t-il un jardin ?",
        "Quand le jardin est-il ouvert ?",
        "Comment réserver l'atelier ?",
        "L'atelier est-il chauffé ?",
    ],
    "es": [
        "¿Cómo limpio la caldera?",
        "¿Por qué gotea la caldera?",
        "¿Dónde está la llave?",
        "He perdido mi llave",
        "¿Hay un jardín?",
        "¿Cuándo abre el jardín?",
        "¿Cómo reservo el taller?",
        "¿Tiene calefacción el taller?",
    ],
    "pt": [
        "Como limpo a caldeira?",
        "Por que a caldeira pinga?",
        "Onde está a chave?",
        "Perdi a minha chave",
        "Há um jardim?",
        "Quando abre o jardim?",
        "Como reservo a oficina?",
        "A oficina é aquecida?",
    ],
    "it": [
        "Come pulisco la caldaia?",
        "Perché la caldaia gocciola?",
        "Dov'è la chiave?",
        "Ho perso la mia chiave",
        "C'è un giardino?",
        "Quando apre il giardino?",
        "Come prenoto l'officina?",
        "L'officina è riscaldata?",
    ],
    "ru": [
        "Как почистить котёл?",
        "Почему течёт котёл?",
        "Где лежит палатка?",
        "Как поставить палатку?",
        "Есть ли у вас баня?",
        "Когда открыта баня?",
        "Как записаться на экскурсию?",
        "Сколько длится экскурсия?",
    ],
    "ar": [
        "كيف أنظف الغلاية؟",
        "لماذا تقطر الغلاية؟",
        "أين المفتاح؟",
        "فقدت مفتاحي، ماذا أفعل؟",
        "هل يوجد حديقة؟",
        "متى تفتح الحديقة؟",
        "كيف أحجز الورشة؟",
        "هل الورشة مدفأة؟",
    ],
    "tr": [
        "Kazanı nasıl temizlerim?",
        "Kazan neden damlıyor?",
        "Anahtar nerede?",
        "Anahtarımı kaybettim, ne yapmalıyım?",
        "Bahçe var mı?",
        "Bahçe ne zaman açılır?",
        "Atölyeyi nasıl ayırtabilirim?",
        "Atölye ısıtılıyor mu?",
    ],
    "hi": [
        "बॉयलर कैसे साफ़ करें?",
        "बॉयलर क्यों टपकता है?",
        "चाबी कहाँ है?",
        "मेरी चाबी खो गई, क्या करूँ?",
        "क्या यहाँ बगीचा है?",
        "बगीचा कब खुलता है?",
        "कार्यशाला कैसे बुक करें?",
        "क्या कार्यशाला गर्म है?",
    ],
    "pl": [
        "Jak wyczyścić kocioł?",
        "Dlaczego kocioł kapie?",
        "Gdzie jest klucz?",
        "Zgubiłem klucz, co robić?",
        "Czy jest ogród?",
        "Kiedy otwiera się ogród?",
        "Jak zarezerwować warsztat?",
        "Czy warsztat jest ogrzewany?",
    ],
    "ko": [
        "보일러를 청소하려면 어떻게 해야 하나요?",
        "보일러가 왜 새나요?",
        "열쇠는 어디에 있나요?",
        "열쇠를 잃어버렸어요",
        "정원이 있나요?",
        "정원은 언제 여나요?",
        "작업실을 예약할 수 있나요?",
        "작업실은 따뜻한가요?",
    ],
    "ja": [
        "ボイラーを掃除するにはどうすればいいですか？",
        "ボイラーが漏れるのはなぜですか？",
        "予備鍵はどこにありますか？",
        "予備鍵を失くしました",
        "庭園はありますか？",
        "庭園はいつ開きますか？",
        "作業部屋を予約できますか？",
        "作業部屋は暖かいですか？",
    ],
    "zh": [
        "如何清洗锅炉？",
        "锅炉为什么漏水？",
        "钥匙在哪里？",
        "钥匙丢了怎么办？",
        "这里有花园吗？",
        "花园什么时候开放？",
        "如何预订工作室？",
        "工作室有暖气吗？",
    ],
}
NAMES = {
    "de": {"Kessel", "Schlüssel", "Garten", "Zelt"},
    "fr": {"Chaudière", "Clé de secours", "Jardin", "Atelier"},
    "es": {"Caldera", "Llave", "Jardín", "Taller"},
    "pt": {"Caldeira", "Chave", "Jardim", "Oficina"},
    "it": {"Caldaia", "Chiave", "Giardino", "Officina"},
    "ru": {"Котёл", "Палатка", "Палатку", "Баня", "Экскурсия"},
    "ar": {"الغلاية", "المفتاح", "مفتاحي", "الحديقة", "حديقة", "الورشة"},
    "tr": {"Kazan", "Anahtar", "Bahçe", "Atölye"},
    "hi": {"बॉयलर", "चाबी", "बगीचा", "कार्यशाला"},
    "pl": {"Kocioł", "Klucz", "Ogród", "Warsztat"},
    "ko": {"보일러", "열쇠", "정원", "작업실"},
    "ja": {"ボイラー", "予備鍵", "庭園", "作業部屋"},
    "zh": {"锅炉", "钥匙", "花园", "工作室"},
}


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    segmenters.segmenter.cache_clear()


@pytest.mark.parametrize("code", ASKED)
def test_questions_that_share_a_word_of_their_language_stand_under_it(code: str) -> None:
    questions = ASKED[code]
    assert language_of(questions).code == code
    found = topics(questions, [""] * len(questions), {}, "Haus")
    assert set(found) <= NAMES[code]
    assert Counter(Counter(found).values()) == {2: 4}


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_that_only_make_sentences_name_no_topic(code: str) -> None:
    words = sorted(stop_words(code))
    between = {"zh": "", "ja": "は"}.get(code, " ")
    questions = [between.join(words[n::7][:6]) + "?" for n in range(7)] * 3
    found = set(topics(questions, [""] * len(questions), {}, "Haus"))
    assert found <= {"Haus", "Other"}, found


def test_articles_of_other_languages_and_curly_contractions_name_no_topic() -> None:
    questions = [
        "Why doesn\u2019t the ferry of Al Mina run?",
        "Who doesn\u2019t pay at Al Bahr?",
        "It doesn\u2019t stop at Las Olas, why?",
        "Is Las Palmas far?",
        "Where is the pier of Al Qasr?",
        "How long is the pier?",
        "Does Las Rosas have a pier?",
        "Why aren\u2019t there seats?",
        "Why aren\u2019t dogs let in?",
    ]
    found = set(topics(questions, [""] * len(questions), {}, "Haus"))
    assert not {name for name in found if name.lower().startswith(("al", "las", "doesn", "aren"))}, found


@pytest.mark.parametrize("code", ["zh", "ja"])
def test_without_what_parts_their_words_chinese_and_japanese_have_no_topics(code: str, monkeypatch) -> None:
    segmenters.segmenter.cache_clear()
    monkeypatch.setitem(sys.modules, "rjieba", None)
    monkeypatch.setitem(sys.modules, "budoux", None)
    assert set(topics(ASKED[code], [""] * 8, {}, "家")) == {"家"}


@pytest.mark.parametrize(
    "questions",
    [
        [
            "如何變更密碼？",
            "忘記密碼怎麼辦？",
            "訂單如何取消？",
            "訂單在哪裡？",
            "發票可以補開嗎？",
            "發票沒有收到",
            "帳戶如何刪除？",
            "帳戶安全嗎？",
        ],
        [
            "Đổi mật khẩu thế nào?",
            "Quên mật khẩu?",
            "Đơn hàng ở đâu?",
            "Hủy đơn hàng thế nào?",
            "Hóa đơn ở đâu?",
            "Không có hóa đơn?",
            "Phí vận chuyển?",
            "Vận chuyển mất bao lâu?",
        ],
        [
            "เปลี่ยนรหัสผ่านอย่างไร",
            "ลืมรหัสผ่าน",
            "คำสั่งซื้ออยู่ที่ไหน",
            "ยกเลิกคำสั่งซื้อ",
            "ค่าจัดส่งเท่าไร",
            "จัดส่งฟรีไหม",
            "ขอใบเสร็จ",
            "ไม่ได้ใบเสร็จ",
        ],
    ],
    ids=["words that no dictionary of ours has", "syllables with spaces between them", "no spaces at all"],
)
def test_where_nobody_knows_the_words_there_are_no_topics(questions: list[str]) -> None:
    assert set(topics(questions, [""] * 8, {}, "X")) == {"X"}


def test_names_of_products_do_not_make_questions_english() -> None:
    questions = [
        "Docker 容器怎么启动？",
        "Docker 镜像在哪里？",
        "Nginx 配置怎么写？",
        "Nginx 无法启动",
        "Redis 密码是什么？",
        "Redis 集群怎么建？",
        "怎么备份数据库？",
        "数据库太慢",
    ]
    assert language_of(questions).code == "zh"
    assert {"Docker", "Nginx", "Redis", "数据库"} == set(topics(questions, [""] * 8, {}, "X"))


def test_a_name_of_two_words_is_not_cut_in_two() -> None:
    questions = [
        "Ant Farm 怎么安装？",
        "如何升级 Ant Farm？",
        "Ant Farm 的主题在哪里？",
        "数据库怎么备份？",
        "数据库太慢",
        "打印机在哪里？",
        "打印机没有纸张",
    ]
    questions.append("报表和打印机")
    assert {"Ant Farm", "数据库", "打印机"} == set(topics(questions, [""] * 8, {}, "X"))


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("支払いは", "支払い"),
        ("削除する", "削除"),
        ("忘れた", ""),
        ("用紙サイズを", "用紙サイズ"),
        ("どこで", ""),
        ("問い合わせ先は", "問い合わせ先"),
        ("SSL証明書の", "SSL証明書"),
    ],
)
def test_the_noun_of_a_japanese_phrase_is_taken(phrase: str, noun: str) -> None:
    assert segmenters.japanese_noun(phrase) == noun


def test_a_korean_syllable_that_may_belong_to_the_noun_is_taken_off_only_where_the_rest_is_a_word() -> None:
    known = {"열쇠", "계정"}
    assert segmenters.korean_stem("열쇠가", known.__contains__) == "열쇠"
    assert segmenters.korean_stem("전문가", known.__contains__) == "전문가"
    assert segmenters.korean_stem("계정을", known.__contains__) == "계정"
    assert segmenters.korean_stem("설치하려면", known.__contains__) == "설치"


@pytest.mark.parametrize(("word", "one"), [("jeux", "jeu"), ("niveaux", "niveau"), ("lieux", "lieu"), ("aux", "aux")])
def test_a_french_plural_may_end_with_x(word: str, one: str) -> None:
    assert plural(word) == one


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("Можно ли взять это с собой?", "база базе базы"),
        ("Czy mogę to wziąć ze sobą?", "klub klubu klubie"),
        ("Чи є тут їжа і вода?", "база базі бази"),
        ("Mohu si to vzít s sebou?", "mapa mapy mapou"),
    ],
)
def test_forms_of_short_nouns_are_one_word(language: str, forms: str) -> None:
    assert len(set(map(language_of([language]).stem, forms.split()))) == 1
