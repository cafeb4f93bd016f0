"""What titles say, in the languages that FAQs are written in: questions, "FAQ", "Show answer". What labels say is in `labels`.

Nothing here looks at a document; each function takes one title or line.
"""

from __future__ import annotations

import re
from functools import cache

from faqtui.letters import ASKS, asks_in_greek, has_question_mark
from faqtui.parsing.questions.known_titles import KnownTitles
from faqtui.patterns import pattern

_NUMBERED = pattern(r"(?:(?<!\*)\*++)?\(?\d{1,4}[.):]\)?\s+")
_NUMBER_ENDS = (".", ")", ":")
_ANSWER_TITLE = pattern(
    r"[\W_]*(?:correct |the )?(?:answer|solution|antwort|respuesta|r\u00e9ponse|resposta|risposta|antwoord|odpowied\u017a"
    r"|cevap|\u043e\u0442\u0432\u0435\u0442|答案|回答|答え?|답변"
    r"|(?:\u0627\u0644)?\u0625?\u062c\u0648?\u0627\u0628(?:\u0629)?|\u05ea\u05e9\u05d5\u05d1\u05d4)s?[ \t\xa0]*+#?+\d*+[\W_]*+$",
    re.I,
)
_QUESTION_TITLE = pattern(
    r"[\W_]*(?:the )?(?:q(?=[ \t#.-]*[0-9])|question"
    r"|frage|pregunta|pergunta|domanda|vraag|pytanie|soru|\u0432\u043e\u043f\u0440\u043e\u0441"
    r"|问题|問題|质问|質問|問|问|질문|(?:\u0627\u0644)?\u0633\u0624\u0627\u0644|\u05e9\u05d0\u05dc\u05d4)"
    r"[ \t\xa0]*+#?+\d*+[\W_]*+$",
    re.I,
)
_SIGNS = "".join(chr(code) for code in range(128) if not chr(code).isalnum())
_WORDS_TEXT = """
am are aren't can can't cannot could describe did difference differentiate do does doesn't don't explain has have how how's
i'm is isn't may might must should was were what what's whats when where which who whose why will would
wie warum weshalb wieso wer welche welcher welches wo woher wohin wann kann können darf muss gibt
cómo qué poré cuál cuándo dónde quién puedo como porque qual quais posso quando onde
comment pourquoi quel quelle quels quelles est-ce puis-je qu'est-ce combien come perché quale dove hoe waarom wat welke
\u043a\u0430\u043a \u043f\u043e\u0447\u0435\u043c\u0443 \u0447\u0442\u043e
\u0433\u0434\u0435 \u043a\u043e\u0433\u0434\u0430 \u043a\u0442\u043e
\u043c\u043e\u0436\u043d\u043e
\u0437\u0430\u0447\u0435\u043c \u0441\u043a\u043e\u043b\u044c\u043a\u043e \u043a\u0430\u043a\u043e\u0439
"""
_WORDS = frozenset(_WORDS_TEXT.split())
_CLAUSES = frozenset(("what", "when", "where", "why", "how"))
_SUBJECTS = frozenset(("it", "you", "we", "they", "this", "that", "the", "your", "our"))
"""What a title begins with that tells of something, and asks nothing unless a mark says so: "What it means"."""

_APART = (": ", " - ", " \u2013 ", " \u2014 ", " | ")
"""What stands in a title between what its page is about and what kind of page it is."""

_GENERIC = pattern(
    r"^\W*(?:(?:show|view|see|reveal|click|expand(?:a|ir)?|toggle|open|read"
    r"|mostrar|exibir|afficher|espandi|anzeigen)\b.*+|(?:correct |the )?answer\b.{0,12}|"
    r"answers|solution|solutions|hint|hints|details?|more|example|examples|"
    r"explanation|code|output|note|notes|spoiler|result|response|\d+|antwort|lösung|respuesta|resposta|réponse|risposta"
    r"|\u043e\u0442\u0432\u0435\u0442|答案|解答|点击查看.*+|查看答案|답|정답|答え)\W*$",
    re.IGNORECASE,
)
_PART_OF_ANSWER = pattern(
    r"^\W*(?:(?:good to hear|additional links?|references?|links?|resources?|see also|related.*|further reading|more info\w*|"
    r"environment|steps?.*|notes?|examples?|summary|description|details?|conclusion|prerequisites?|before you begin|"
    r"next steps?|tl;?dr|code|hints?|procedure|overview|background|"
    r"(?:method|option|approach|variant|way|methode|variante|möglichkeit|método|opción|opção|méthode|metodo|opzione|"
    r"\u0441\u043f\u043e\u0441\u043e\u0431|\u0432\u0430\u0440\u0438\u0430\u043d\u0442|方法|方案|방법) ?#?"
    r"(?:\d|[a-e]\b|[一二三四五]).*)"
    r"|(answers?|solutions?|resolutions?|explanations?|symptoms?|(?:possible |root |likely )?causes?|problem|issue|workarounds?|"
    r"diagnos\w*|how to (?:fix|solve)(?: it| this)?|(?:the )?fix(?:es)?|"
    r"ursachen?|lösung(?:en)?|symptome?|behebung|abhilfe|causas?|solución|soluciones|síntomas?|solução|soluções|sintomas?|"
    r"causes? possibles?|symptômes?|soluzion[ei]|sintom[oi]|oorza(?:ak|ken)|oplossing(?:en)?|"
    r"\u043f\u0440\u0438\u0447\u0438\u043d[\u0430\u044b]|\u0440\u0435\u0448\u0435\u043d\u0438[\u0435\u044f]|"
    r"\u0441\u0438\u043c\u043f\u0442\u043e\u043c\u044b?|\u539f\u56e0|\u75c7\u72b6|\u73b0\u8c61|\u89e3\u51b3(?:\u65b9\u6cd5|\u65b9\u6848|\u529e\u6cd5|\u63aa\u65bd|\u6b65\u9aa4)?|\u5904\u7406(?:\u65b9\u6cd5|\u529e\u6cd5|\u65b9\u5f0f)?|"
    r"\u89e3\u6c7a(?:\u7b56|\u65b9\u6cd5)|\u5bfe\u51e6(?:\u65b9\u6cd5)?|"
    r"\uc6d0\uc778|\ud574\uacb0(?: ?\ubc29\ubc95)?|\uc99d\uc0c1))\W*$",
    re.IGNORECASE,
)
_PROBLEMS = pattern(
    r"\btrouble ?shoot(?:ing)?\b|^\W*(?:(?:common|known|frequent|typical|possible|other)\W+(?:\w+\W+)?"
    r"(?:issues|problems|errors|pitfalls|questions)"
    r"|problems?(?: and| &) solutions?|gotchas|(?:bekannte|häufige|typische|mögliche) (?:probleme|fehler)|fehlerbehebung"
    r"|fehlersuche|problemlösung(?:en)?|(?:problemas|errores|erros) (?:comunes|conocidos|frecuentes|comuns|conhecidos|frequentes)"
    r"|posibles (?:problemas|errores)|possíveis (?:problemas|erros)|(?:re)?solu[cç](?:ión|ão) de problemas"
    r"|(?:problèmes|erreurs) (?:connue?s|courante?s|fréquente?s|possibles)|dépannage|risoluzione dei problemi"
    r"|(?:problemi|errori) (?:noti|comuni|possibili)|probleemoplossing"
    r"|(?:известные|частые|возможные|типичные|распростран[её]нные) (?:проблемы|ошибки)"
    r"|(?:устранение|поиск) (?:неполадок|неисправностей|проблем)|решение проблем|(?:故障|问题)排(?:查|除)|已知问题"
    r"|(?:常见)?问题(?:与|和|及|以及)(?:解决|处理|排查)"
    r"|(?:常见|可能的)(?:错误|故障|报错)|トラブルシューティング|(?:既知|よくある)の?(?:問題|エラー|トラブル)"
    r"|문제 ?해결|(?:알려진|자주 발생하는) (?:문제|오류))",
    re.IGNORECASE,
)
_NOTE = pattern(
    r"\W*(?:(?:please )?note|important|attention|tip|warning|caution|hinweis|achtung|wichtig|nota|importante|atención|atenção"
    r"|remarque|attenzione|let op|uwaga|примечание|важно|внимание|注意|备注|備考|提示|说明|重要|참고|주의|ملاحظة|הערה)"
    r"[ \t]{0,3}[:：!！]",
    re.IGNORECASE,
)
_REMARKS = KnownTitles("""
note | please note | important | important note | attention | tip | warning | caution | danger | hinweis | achtung | warnung
wichtig | wichtiger hinweis | nota | nota importante | importante | atención | advertencia | atenção | aviso | remarque
avertissement | attenzione | avviso | let op | opmerking | uwaga | obs | huom | примечание | важно | внимание | примітка | увага
注意 | 备注 | 備考 | 提示 | 说明 | 重要 | 警告 | 참고 | 주의 | ملاحظة | הערה
""")
_OF_THIS = KnownTitles("""
why does this happen | why does it happen | why does that happen | why is this happening | why did this happen
why does this occur | why is this | what causes this | what causes it | what is causing this | what's causing this
what caused this | what is the cause | what's the cause | what is the reason | what's happening | what is happening
what happened | what's going on | what is going on | what does this mean | what does it mean | what does that mean
how do i fix it | how do i fix this | how can i fix it | how can i fix this | how do you fix it | how do you fix this
how to fix it | how to fix this | how do i solve it | how do i solve this | how can i solve it | how can i solve this
how to solve it | how to solve this | how do i resolve it | how do i resolve this | how can i resolve it
how can i resolve this | how to resolve it | how to resolve this | how can this be fixed | how can it be fixed
how do i prevent it | how do i prevent this | how can i prevent it | how can i prevent this | how to prevent it
how to prevent this | how do i avoid it | how do i avoid this | how can i avoid it | how can i avoid this
how to avoid it | how to avoid this | what can i do | what can i do about it | what can i do about this
what should i do | what should i do about it | what should i do about this | what do i do | what can you do
what should you do | what to do | what to do about it | what to do about this | what can be done
when does this happen | when does this occur | warum passiert das | wieso passiert das | warum ist das so
woran liegt das | was bedeutet das | was ist passiert | was kann ich tun | was muss ich tun | was soll ich tun
was tun | was ist zu tun | was kann man tun | wie behebe ich das | wie kann ich das beheben | wie löse ich das
wie lässt sich das beheben | wie vermeide ich das | wann passiert das | por qué ocurre | por qué ocurre esto
por qué sucede | por qué sucede esto | por qué pasa | por qué pasa esto | a qué se debe | qué significa
qué significa esto | qué hacer | qué puedo hacer | qué debo hacer | qué hago | cómo lo soluciono | cómo solucionarlo
cómo se soluciona | cómo lo arreglo | cómo resolverlo | cómo evitarlo | por que isso acontece | por que acontece
porque isso acontece | o que significa isso | o que isso significa | o que fazer | o que posso fazer
o que devo fazer | como resolver | como resolver isso | como corrigir | como evitar isso | pourquoi cela se produit-il
pourquoi cela arrive-t-il | pourquoi ça arrive | pourquoi | qu'est-ce que cela signifie | que faire
que puis-je faire | que dois-je faire | comment résoudre ce problème | comment le résoudre | comment y remédier
comment corriger cela | comment l'éviter | perché succede | perché accade | cosa significa | cosa fare
cosa posso fare | cosa devo fare | come risolvere | come si risolve | come evitarlo | waarom gebeurt dit
wat betekent dit | wat te doen | wat kan ik doen | wat moet ik doen | hoe los ik dit op | dlaczego tak się dzieje
co to znaczy | co robić | co zrobić | jak to naprawić | proč se to děje | co s tím | jak to opravit | neden oluyor
ne yapmalıyım | nasıl çözülür | почему это происходит | почему так происходит | почему это случилось | что это значит
что это означает | что делать | что мне делать | как исправить | как это исправить | как решить | как решить проблему
как этого избежать | чому так відбувається | чому це відбувається | що робити | як виправити | 为什么会这样
为什么会发生 | 为什么会出现这种情况 | 这是什么意思 | 怎么办 | 我该怎么办 | 该怎么办 | 如何解决 | 怎么解决 | 怎样解决
如何处理 | 如何修复 | 如何避免 | 為什麼會這樣 | 怎麼辦 | 如何解決 | 怎麼解決 | なぜ起こるのか | なぜ起きるのか
なぜこうなるのか | どうすればいいですか | どうすればよいですか | どうすればいい | どう直す | 왜 발생하나요
왜 이런가요 | 어떻게 해야 하나요 | 어떻게 해결하나요 | لماذا يحدث هذا | ماذا أفعل | كيف أصلح ذلك | למה זה קורה
מה לעשות
""")
"""What asks of that above it, and of nothing by itself."""
_GENERIC_BEGINS_TEXT = """
show view see reveal click expand toggle open read correct the answer solution hint detail more example explanation code
output note spoiler res ris antwort mostra exib affich espand anzeig 0 1 2 3 4 5 6 7 8 9
"""
_GENERIC_BEGINS = tuple(_GENERIC_BEGINS_TEXT.split())
_PART_BEGINS_TEXT = """
good additional ref link res see related further more env step note example summary desc detail conclusion prereq before
next tl code hint proc overview background answer solu explanation sympto possible likely root cause problem issue
workaround diagnos how the fix method option approach variant way metod opzione
ursache behebung abhilfe causa soluc sintom oorza oplossing
"""
_PART_BEGINS = tuple(_PART_BEGINS_TEXT.split())
_ANSWER_BEGINS = (
    "correct",
    "the",
    "answer",
    "solution",
    "antwort",
    "respuesta",
    "resposta",
    "risposta",
    "antwoord",
    "odpow",
    "cevap",
)
_PROBLEM_HINTS = ("trouble", "issue", "proble", "erro", "erre", "pitfall", "question", "gotcha", "fehler", "solu")
_FAQ_HINTS_TEXT = """
faq f.a.q asked question q&a q/a fragen vragen frecuentes frequentes frequenti stil kysyt sorulan zadawane kladen
pertanyaan foire
"""
_FAQ_HINTS = (*_FAQ_HINTS_TEXT.split(), "q &", "q& ", "q and a", "q n a", "q / a")
"""One of these is in every ASCII title that `_faq` finds: looking for them takes a fiftieth of the time.

So it is with the other hints, and with what ASCII titles begin with that the patterns of like names match. A page that has
no such title needs none of the patterns, 5 ms of the first paint.
"""


@cache
def _east_asian() -> re.Pattern[str]:
    """Compiled when first needed: most pages are in no such language."""
    return re.compile(
        r"^(?:如何|怎[么麼样樣]|为什么|為什麼|为何|什么是"
        r"|什麼是|是否|能否|可否|有没有|哪[里个些]|なぜ|どう"
        r"|어떻게|왜 |무엇)"
        r"|(?:吗|嗎|呢|么|麼|怎么办|怎麼辦|ですか|ますか|니까|나요|인가요)[\u3002.!\uff01]?$"
    )


@cache
def _faq() -> re.Pattern[str]:
    """Compiled when a title may match: 3 ms that most starts need not pay."""
    return re.compile(
        r"\bF\.?A\.?Qs?\b|\bQ ?(?:&|and|/|n) ?A\b|questions? (?:and|&) answers?|(?:frequently|commonly|most) asked\b"
        r"|\b(?:common|frequent|popular) questions|\bquestions\W*$|^questions (?:about|on|for|regarding|based on)\b"
        r"|häufig(?:e|er)?(?: gestellte)? fragen|fragen und antworten|preguntas (?:más )?frecuentes|perguntas frequentes"
        r"|(?:questions|foire aux) (?:fréquentes|fréquemment|courantes|questions)|domande (?:più )?frequenti|veelgestelde vragen"
        r"|vanliga frågor|ofte stillede|ofte stilte|usein kysyt|sık sorulan|najczęściej zadawane|čast[oe] kladen"
        r"|câu hỏi thường|pertanyaan (?:yang sering|umum)"
        r"|\u0447\u0430\u0441\u0442(?:\u043e \u0437\u0430\u0434\u0430\u0432\u0430\u0435\u043c\u044b\u0435"
        r"|\u044b\u0435) \u0432\u043e\u043f\u0440\u043e\u0441\u044b"
        r"|\u0432\u043e\u043f\u0440\u043e\u0441\u044b \u0438 \u043e\u0442\u0432\u0435\u0442\u044b"
        r"|常[见見][问問][题題]|[问問]答|よくある(?:ご)?質問|자주 묻는",
        re.IGNORECASE,
    )


_FAQ_NAMES = KnownTitles("""
الأسئلة الشائعة | أسئلة شائعة | الاسئلة الشائعة | اسئلة شائعة | الأسئلة المتكررة | أسئلة متكررة | الأسئلة الأكثر شيوعا
الأسئلة الأكثر تكرارا | أسئلة وأجوبة | الأسئلة والأجوبة | سؤال وجواب | سوالات متداول | سؤالات متداول | پرسش‌های متداول
سوالات رایج | سؤالات رایج | پرسش‌های رایج | سوالات پرتکرار | پرسش‌های پرتکرار | پرسش و پاسخ | שאלות נפוצות | שאלות ותשובות
שאלות שכיחות | συχνές ερωτήσεις | συνήθεις ερωτήσεις | ερωτήσεις και απαντήσεις | คำถามที่พบบ่อย | คำถามพบบ่อย
अक्सर पूछे जाने वाले | поширені запитання | поширені питання | часті питання | часті запитання | питання та відповіді
запитання та відповіді | често задавани въпроси | въпроси и отговори | често постављана питања | întrebări frecvente
intrebari frecvente | întrebări și răspunsuri | gyakori kérdések | gyakran ismételt kérdések | gyakran feltett kérdések
kérdések és válaszok | često postavljana pitanja | najčešća pitanja | česta pitanja | pitanja i odgovori | často kladen
nejčastější dotazy | nejčastější otázky | najčastejšie otázky | časté dotazy | časté otázky | otázky a odpovědi
otázky a odpovede | pogosta vprašanja | pogosto zastavljena | dažniausiai užduodami | bieži uzdotie | korduma kippuvad
kysymyksiä ja vastauksia | frågor och svar | vanlige spørsmål | spørsmål og svar | spørgsmål og svar | preguntas y respuestas
preguntas comunes | preguntas habituales | preguntas más comunes | dudas frecuentes | dudas comunes | perguntas e respostas
perguntas comuns | perguntas mais comuns | perguntas mais frequentes | dúvidas frequentes | dúvidas comuns
dúvidas mais comuns | dúvidas mais frequentes | preguntes freqüents | questions-réponses | questions et réponses
questions les plus fréquentes | domande e risposte | domande comuni | domande più comuni | domande poste di frequente
domande ricorrenti | veel gestelde vragen | vaak gestelde vragen | vragen en antwoorden | oft gestellte fragen
häufigste fragen | häufigsten fragen | fragen & antworten | często zadawane pytania | często zadawanych pytań | częste pytania
pytania i odpowiedzi | sıkça sorulan | sorular ve cevaplar | soru ve cevap | soru-cevap | вопрос-ответ | вопросы-ответы
популярные вопросы | распространённые вопросы | распространенные вопросы | ответы на вопросы | hỏi đáp | hỏi & đáp
tanya jawab | sering ditanyakan | soalan lazim | よくあるお問い合わせ | よくある疑問 | 質問と回答 | 常见疑问 | 常見疑問
자주 하는 질문 | 자주 물어보는 질문 | 자주 나오는 질문 | 자주묻는 | 질문과 답변 | 질의응답
""")
"""What stands in titles that say that questions follow, beside the languages of `_faq`."""

_QUESTIONS = KnownTitles("""
fragen | vragen | preguntas | perguntas | dúvidas | domande | pytania | otázky | dotazy | kérdések | sorular | spørgsmål
spørsmål | frågor | kysymykset | ερωτήσεις | вопросы | питання | запитання | أسئلة | الأسئلة | سوالات | پرسش‌ها | שאלות
質問 | 질문 | pertanyaan | câu hỏi | sss | чаво | чзв | ukk | gyik | buj | duk | שו״ת | 答疑 | tira-dúvidas
""")
"""The same of those that are this word and no other."""

_PROBLEM_NAMES = KnownTitles("""
résolution de problème | résolution des problèmes | problèmes et solutions | problèmes rencontrés | problembehebung
probleme und lösungen | probleme & lösungen | fehler und lösungen | fehler & lösungen | risoluzione problemi
problemi e soluzioni | problemi frequenti | problemas y soluciones | problemas habituales | problemas e soluções
veelvoorkomende problemen | veelvoorkomende fouten | bekende problemen | problemen oplossen | problemen en oplossingen
rozwiązywanie problemów | typowe problemy | częste problemy | najczęstsze problemy | znane problemy | typowe błędy
problemy i rozwiązania | řešení problémů | časté problémy | známé problémy | běžné problémy | odstraňování problémů
riešenie problémov | sorun giderme | yaygın sorunlar | sık karşılaşılan sorunlar | sık karşılaşılan hatalar | bilinen sorunlar
yaygın hatalar | sorunlar ve çözümler | masalah umum | masalah yang sering | masalah dan solusi | pemecahan masalah
penyelesaian masalah | mengatasi masalah | kesalahan umum | xử lý sự cố | khắc phục sự cố | vấn đề thường gặp
các vấn đề thường gặp | lỗi thường gặp | các lỗi thường gặp | sự cố thường gặp | vấn đề đã biết | vanliga problem
vanliga fel | kända problem | felsökning | fejlfinding | fejlsøgning | almindelige problemer | kendte problemer | feilsøking
vanlige problemer | vanlige feil | kjente problemer | vianmääritys | vianetsintä | yleisiä ongelmia | yleiset ongelmat
tunnetut ongelmat | αντιμετώπιση προβλημάτων | επίλυση προβλημάτων | συχνά προβλήματα | συνήθη προβλήματα
κοινά προβλήματα | γνωστά προβλήματα | проблемы и решения | проблемы и их решения | усунення несправностей
усунення неполадок | вирішення проблем | поширені проблеми | відомі проблеми | типові проблеми | часті проблеми
حل المشكلات | حل المشاكل | استكشاف الأخطاء | المشاكل الشائعة | المشكلات الشائعة | مشاكل شائعة | مشكلات شائعة
المشاكل المعروفة | المشكلات المعروفة | مشاكل معروفة | الأخطاء الشائعة | أخطاء شائعة | عیب‌یابی | رفع اشکال | مشکلات رایج
مشکلات متداول | خطاهای رایج | פתרון בעיות | פתרון תקלות | בעיות נפוצות | בעיות ידועות | שגיאות נפוצות | תקלות נפוצות
問題と解決 | 一般的な問題 | 疑難排解 | 疑难解答 | 已知問題 | 常見錯誤 | 問題排除 | 問題排查 | 故障处理 | 일반적인 문제
트러블슈팅 | 흔한 문제 | 자주 겪는 문제 | सामान्य समस्या | การแก้ไขปัญหา | การแก้ปัญหา | ปัญหาที่พบบ่อย | depanare
probleme frecvente | 排错 | 排錯 | 排查指南 | 错误排查 | トラブルシュート | 困ったとき | 흔한 오류 | समस्या निवारण
其他问题 | 其它问题 | 其他問題 | その他の問題 | 기타 문제 | otros problemas | outros problemas | autres problèmes
weitere probleme | andere probleme | altri problemi | другие проблемы | прочие проблемы
problembehandlung | gyakori hibák | error messages | when things go wrong | if something goes wrong
hibaelhárítás | gyakori problémák | ismert problémák | отстраняване на проблеми | rješavanje problema
""")
"""What titles begin with that say that problems follow, beside those of `_PROBLEMS`."""

_PARTS = KnownTitles("""
problema | problème | probleem | sorun | masalah | vấn đề | проблема | πρόβλημα | ongelma | المشكلة | مشكلة | مشکل | הבעיה
בעיה | 問題 | 问题 | 문제 | résolution | causa probable | posibles causas | possíveis causas | possibili cause
возможные причины
возможная причина | как исправить | исправление | mögliche ursachen | mögliche ursache | mogelijke oorzaken | symptoom
symptomen | objaw | objawy | przyczyna | przyczyny | możliwe przyczyny | rozwiązanie | rozwiązania | příznak | příznaky
příčina
příčiny | řešení | príznaky | príčina | príčiny | riešenie | tünet | tünetek | megoldás | megoldások | simptom
simptome | cauză
cauze | cauza | soluție | soluții | belirti | belirtiler | neden | nedeni | nedenler | nedenleri | olası nedenler
sebep | çözüm
çözümü | çözümler | årsag | årsager | mulige årsager | løsning | løsninger | årsak | årsaker | mulige årsaker | orsak | orsaker
möjliga orsaker | lösning | lösningar | åtgärd | oire | oireet | syy | syyt | ratkaisu | ratkaisut | σύμπτωμα
συμπτώματα | αιτία
αιτίες | πιθανές αιτίες | λύση | λύσεις | симптоми | рішення | вирішення | розв'язання | можливі причини | решение | triệu chứng
nguyên nhân | nguyên nhân có thể | giải pháp | cách khắc phục | cách xử lý | cách giải quyết | cách sửa | khắc phục
gejala | penyebab
kemungkinan penyebab | solusi | cara mengatasi | cara memperbaiki | penyelesaian | الأعراض | أعراض | السبب | سبب | الأسباب
الأسباب المحتملة | أسباب محتملة | الحل | الحلول | حل | علائم | علت | دلیل | علت‌ها | راه حل | راه‌حل | راه حل‌ها
תסמינים | סימפטומים
סיבה | הסיבה | סיבות | סיבות אפשריות | פתרון | הפתרון | פתרונות | อาการ | สาเหตุ | วิธีแก้ | วิธีแก้ไข | แนวทางแก้ไข | लक्षण
कारण | समाधान | 現象 | 可能原因 | 可能的原因 | 常见原因 | 解決方案 | 解決辦法 | 處理方式 | 处理步骤 | 排查步骤 | 解決
対処法 | 対策
考えられる原因 | 해결책 | 해결방안 | 가능한 원인 | 조치 | 조치 방법
""")
"""What parts of an answer to a problem are called, beside those of `_PART_OF_ANSWER`."""

_LONGEST_NAME = 40
"""Characters of the name of a part of an answer, with what is around it."""


def may_begin(title: str, begins: tuple[str, ...]) -> bool:
    """Whether a title begins, behind signs, with one of these, or with letters that none of them is in."""
    bare = title if title[:1].isalnum() else title.lstrip(_SIGNS)
    return not title.isascii() or bare.lower().startswith(begins)


def looks_like_question(text: str) -> bool:
    """Whether a title in plain text reads like a question: a question mark at its end, or an interrogative at its start."""
    stripped = text.strip()
    if not stripped:
        return False
    if has_question_mark(stripped[-4:]) or stripped[0] == "¿" or asks_before_aside(stripped) or asks_in_greek(stripped):
        return True
    unnumbered = _NUMBERED.sub("", stripped) if any(map(stripped.__contains__, _NUMBER_ENDS)) else stripped
    bare = unnumbered.split()
    if len(bare) > 2 and (first := bare[0].lower().strip("*_:,\"'")) in _WORDS:
        if first in _CLAUSES and bare[1].lower().replace("\u2019", "'").partition("'")[0] in _SUBJECTS:
            return False
        return not _ends_as_faq(unnumbered)
    return not stripped.isascii() and _east_asian().search(unnumbered) is not None


def _ends_as_faq(text: str) -> bool:
    """Whether a title says at its end what its page is: "How to bake bread FAQ", "What bakers ask - common questions"."""
    begun, last = text.rstrip(" )*_.").lower().rpartition(" ")[::2]
    if last in {"faq", "faqs", "f.a.q"}:
        return not begun.endswith((" a", " an", " the", " this", " your", " our", " my"))
    return any(sign in text and is_faq_title(text.rpartition(sign)[2]) for sign in _APART)


def asks_before_aside(text: str) -> bool:
    """Whether a question mark stands right before the brackets that a title ends with: "Is it free? (Yes, for schools)"."""
    if not text.endswith((")", "\uff09")):
        return False
    before = text[: max(text.rfind("("), text.rfind("\uff08"), 0)].rstrip(" *_")
    return before.endswith(ASKS)


def is_generic(text: str) -> bool:
    """Whether a title only says that an answer follows: "Answer", "Click to expand"."""
    return may_begin(text, _GENERIC_BEGINS) and _GENERIC.match(text) is not None


def is_note(title: str) -> bool:
    """Whether a title is a remark: "Note: update first"."""
    return _NOTE.match(title) is not None


def only_notes(title: str) -> bool:
    """Whether a title says no more than that a remark follows: "Note", "Warning!"."""
    return len(title) < _LONGEST_NAME and title in _REMARKS


def part_of_answer(title: str) -> int:
    """Whether a heading names a part of an answer: 2 for "Symptoms" and "Solution", 1 for what other sections are called too."""
    found = _PART_OF_ANSWER.match(title) if len(title) < 40 and may_begin(title, _PART_BEGINS) else None
    if found is not None:
        return 2 if found[1] else 1
    return 2 if (len(title) < _LONGEST_NAME and title in _PARTS) or asks_of_this(title) else 0


def asks_of_this(title: str) -> bool:
    """Whether a title asks of what stands above it: "Why does this happen?", "What can I do?"."""
    return len(title) <= _LONGEST_NAME and has_question_mark(title) and title in _OF_THIS


def names_part(line: str) -> bool:
    """Whether a line begins with the name of a part of an answer and a colon: "Solution: restart it"."""
    name, colon, _ = line[:_LONGEST_NAME].replace("\uff1a", ":").partition(":")
    return bool(colon) and part_of_answer(name.strip(" *_")) > 1


def is_answer_title(text: str) -> bool:
    """Whether a heading says no more than that an answer stands below it: "Answer", "Solution 3"."""
    return len(text) < 40 and may_begin(text, _ANSWER_BEGINS) and _ANSWER_TITLE.match(text) is not None


def is_question_title(text: str) -> bool:
    """Whether a heading says no more than that a question stands below it: "Question", "Pregunta 3"."""
    return len(text) < 40 and _QUESTION_TITLE.match(text) is not None


def is_faq_title(text: str) -> bool:
    """Whether a title says that questions follow: "FAQ", "Common questions", and the like in other languages."""
    if len(text) > 80 or has_question_mark(text):
        return False
    folded = text.lower()
    if (not text.isascii() or any(map(folded.__contains__, _FAQ_HINTS))) and _faq().search(text) is not None:
        return True
    return text in _QUESTIONS or _FAQ_NAMES.stand_in(text)


def is_problems_title(text: str) -> bool:
    """Whether a title says that problems follow, each with what helps: "Troubleshooting", "Known issues"."""
    if len(text) >= 60 or has_question_mark(text):
        return False
    folded = text.lower()
    if (not text.isascii() or any(map(folded.__contains__, _PROBLEM_HINTS))) and _PROBLEMS.search(text) is not None:
        return True
    return _PROBLEM_NAMES.begin(text)
