"""What sections around questions are called: what introduces a page of them, and what leads on from it."""

from __future__ import annotations

import re

from faqtui.letters import ASKS, has_question_mark
from faqtui.parsing.questions.known_titles import KnownTitles
from faqtui.patterns import pattern

_LONGEST = 40
"""Characters of the name of such a section."""

_LONGEST_CLOSING = 140
"""Characters of one that also says where to ask."""


_AROUND = KnownTitles("""
overview | introduction | description | short introduction | short description | brief introduction
brief description | intro | foreword | preface | summary | tl;dr | about | about this page | about this faq
about this document | about this guide | see also | related | related link | related links | related page
related pages | related topic | related topics | related resource | related resources | related document
related documents | related documentation | related docs | related article | related articles | related reading
further reading | link | links | resources | references | additional link | additional links | additional resources
additional references | useful link | useful links | useful resources | useful references | external link
external links | external resources | external references | helpful link | helpful links | helpful resources
helpful references | other link | other links | other resources | other references | more info | more information
more resources | more help | next steps | contact | contact us | contacts | contact information | feedback | support
next | what's next | read next
further help | getting help | überblick | übersicht | kurzbeschreibung | einleitung | einführung | siehe auch
weiterführendes | verweise | kontakt | resumen | introducción | descripción | véase también | ver también | enlaces
referencias | recursos | contacto | resumo | introdução | visão geral | veja também | links úteis | referências
contato | contatos | aperçu | présentation | voir aussi | liens | ressources | références | nous contacter
panoramica | introduzione | vedi anche | collegamenti | riferimenti | contatti | contatto | overzicht | inleiding
zie ook | verwijzingen | wprowadzenie | zobacz też | zobacz także | odnośniki | úvod | viz také | odkazy | genel bakış
giriş | ayrıca bakınız | bağlantılar | kaynaklar | iletişim | tổng quan | giới thiệu | xem thêm | tài liệu tham khảo
liên hệ | pendahuluan | ringkasan | lihat juga | kontak | обзор | введение | вступление | описание | см. также
смотрите также | ссылки | полезные ссылки | контакты | вступ | посилання | 概要 | 概述 | 简介 | 簡介 | 前言 | 引言
介绍 | 相关链接 | 参考 | 参考资料 | 参考链接 | 参考文献 | 參考 | 參考資料 | 參考連結 | 另请参阅 | 延伸阅读 | 联系我们
联系方式 | はじめに | 関連リンク | 関連情報 | 関連ドキュメント | 参考リンク | お問い合わせ | 개요 | 소개 | 참고
참고자료 | 참고 자료 | 관련 링크 | 문의 | مقدمة | نظرة عامة | روابط | انظر أيضا | مراجع | اتصل بنا | مقدمه | منابع
source | sources | fuentes | fontes | fonti | quellen | bronnen | kilder | källor | źródła | источники | 来源 | 來源
出典 | 출처
المصادر | المراجع | מקורות
name | synopsis | copyright | acknowledgements | acknowledgments | credits | changelog | change log | revision history
version history | document history | recent changes | changes | what's new | what has changed | änderungen
änderungsverlauf | änderungshistorie | versionsgeschichte | historial de cambios | cambios | historique
historique des modifications | histórico de alterações | histórico de versões | alterações | cronologia delle modifiche
modifiche | wijzigingen | historia zmian | zmiany | historie změn | değişiklikler | sürüm geçmişi | lịch sử thay đổi
riwayat perubahan | изменения | история изменений | зміни | 更新日志 | 更新记录 | 更新历史 | 修订历史 | 变更记录
變更紀錄 | 更新紀錄 | 更新履歴 | 変更履歴 | 改訂履歴 | 변경 이력 | 변경 사항 | 업데이트 내역 | سجل التغييرات | تغییرات
יומן שינויים
contributors | authors | help | help and support | need help | need more help | still need help | get help
coming soon | more coming soon | more to come | hilfe | demnächst | ayuda | próximamente | ajuda | em breve | aide
besoin d'aide | bientôt | prochainement | aiuto | prossimamente | hulp | pomoc | wkrótce | nápověda | yardım | yakında
getting more help | getting further help | getting additional help | additional help | additional support | more support
trợ giúp | bantuan | помощь | поддержка | скоро | допомога | 帮助 | 幫助 | 帮助与支持 | 即将推出 | 敬请期待
貢献者 | ヘルプ | 近日公開 | 도움말
כותבים | עזרה | المساعدة | مساعدة | קרדיטים
הקדמה | מבוא | סקירה | קישורים | צור קשר | परिचय | संपर्क | संदर्भ
""")
_LEADING = KnownTitles("""
see also | related | related link | related links | related page | related pages | related topic | related topics
related resource | related resources | related document | related documents | related documentation | related docs
related article | related articles | related reading | further reading | link | links | resources | references
additional link | additional links | additional resources | additional references | useful link | useful links
useful resources | useful references | external link | external links | external resources | external references
helpful link | helpful links | helpful resources | helpful references | other link | other links | other resources
other references | more info | more information | more resources | more help | next steps | next | what's next
read next | further help | getting help | siehe auch | weiterführendes | verweise | véase también | ver también
enlaces | referencias | recursos | veja também | links úteis | referências | voir aussi | liens | ressources
références | vedi anche | collegamenti | riferimenti | zie ook | verwijzingen | zobacz też | zobacz także | odnośniki
viz také | odkazy | ayrıca bakınız | bağlantılar | kaynaklar | xem thêm | tài liệu tham khảo | lihat juga | см. также
смотрите также | ссылки | полезные ссылки | посилання | 相关链接 | 参考 | 参考资料 | 参考链接 | 参考文献 | 參考
參考資料 | 參考連結 | 另请参阅 | 延伸阅读 | 関連リンク | 関連情報 | 関連ドキュメント | 参考リンク | 참고 | 참고자료
참고 자료 | 관련 링크 | روابط | انظر أيضا | مراجع | منابع | المراجع | קישורים | संदर्भ | learn more | see more
additional reading | additional information | weiterführende links | nützliche links | enlaces útiles
recursos adicionales | ressources complémentaires | pour aller plus loin | 相关资源 | 更多资源 | 参考情報 | 関連資料
related guides | related questions | related faqs | guías relacionadas | artículos relacionados | temas relacionados
páginas relacionadas | documentación relacionada | enlaces relacionados | artigos relacionados | guias relacionados
links relacionados | articles liés | articles connexes | guides liés | pages liées | liens connexes | verwandte themen
verwandte artikel | verwandte seiten | weitere artikel | articoli correlati | guide correlate | link correlati
gerelateerde artikelen | gerelateerde onderwerpen | powiązane artykuły | powiązane tematy | související články
ilgili makaleler | ilgili bağlantılar | связанные статьи | похожие статьи | связанные темы | связанные материалы
相关文章 | 相关文档 | 相关页面 | 相關文章 | 相關文件 | 相關連結 | 関連ガイド | 関連記事 | 関連ページ | 관련 문서
관련 글 | 관련 가이드 | مقالات ذات صلة | روابط ذات صلة | مواضيع ذات صلة | مقالات مرتبط | لینک‌های مرتبط | מאמרים קשורים
קישורים קשורים | relacionado | relacionados | relacionadas | verwandt | verwandtes | correlati | gerelateerd | powiązane
související
ilgili | terkait | liên quan | связанное | похожее | пов'язане | схоже | 相关 | 相關 | 相关内容 | 相關內容 | 関連
関連項目 | 관련 | 관련 항목
ذات صلة | مرتبط | ที่เกี่ยวข้อง
""")
"""Those that lead on to other pages, wherever they stand."""
_TASKS = KnownTitles(
    "getting help | more help | further help | next steps | next | learn more | more information | more info"
)
"""Those among them that name a task or a subject beside others that do not ask: "Installing", "Getting help"."""
_HELP = KnownTitles("""
help | help and support | need help | need more help | still need help | get help | getting help | get support
support | community support | contact | contact us | contacts | contact information | get in touch | feedback | more help
further help | hilfe | hilfe und support | hilfe und unterstützung | unterstützung | kontakt | ayuda | ayuda y soporte
soporte | contacto | ajuda | ajuda e suporte | suporte | contato | contatos | aide | aide et support | contact et support
nous contacter | aiuto | supporto | aiuto e supporto | contatti | contatto | hulp | hulp en ondersteuning | pomoc
pomoc i wsparcie | kontakty | nápověda | yardım | yardım ve destek | iletişim | trợ giúp | hỗ trợ | liên hệ | bantuan
помощь | поддержка | помощь и поддержка | контакты | допомога | підтримка | 帮助 | 幫助 | 帮助与支持 | 获取帮助 | 联系我们
联系方式 | 聯絡我們 | ヘルプ | サポート | お問い合わせ | 도움말 | 지원 | 문의 | 문의하기 | 도움 받기 | المساعدة | مساعدة | الدعم
getting more help | getting further help | getting additional help | additional help | additional support | more support
contact support | contacting support | support kontaktieren | contactar con soporte | contactar soporte | contatar suporte
contacter le support | contattare il supporto | liên hệ hỗ trợ | hubungi kami | связаться с поддержкой | служба поддержки
обратиться в поддержку | 联系支持 | 联系客服 | 技术支持 | サポートに連絡 | 고객지원 | الاتصال بالدعم | تماس با پشتیبانی
more help | weitere hilfe | más ayuda | mais ajuda | plus d'aide | altro aiuto | meer hulp | więcej pomocy | další pomoc
daha fazla yardım | thêm trợ giúp | bantuan lebih lanjut | дополнительная помощь | додаткова допомога | 更多帮助 | 更多幫助
その他のヘルプ | 추가 도움 | مساعدة إضافية | مزيد من المساعدة | کمک بیشتر | עזרה נוספת
اتصل بنا | تواصل معنا | الحصول على المساعدة | راهنما | پشتیبانی | تماس با ما | עזרה | תמיכה | צור קשר | קבלת עזרה
""")
"""Those among what stands around, and others, that say where people are asked."""
_LED = frozenset({"weiterführende", "weitere", "enlaces", "liens", "روابط"})
"""What one more word follows: "weitere Hilfe", "liens utiles"."""


_JOINTS = ("/", "&", " and ", " und ", " et ", " y ", " e ", " en ", " i ", " и ", "和", "と", "・")
"""What stands between two of these: "Help / Contact"."""

_OF_PAGE = ("faq", "page", "document", "guide", "list")
_SINCE = (
    "changes since ",
    "changes from ",
    "changes in version ",
    "changes in this ",
    "changes to this ",
    "what's new in ",
)
_CHANGING = KnownTitles("""
contributing | contribute | adding | add | improving | improve | updating | update | editing | edit | extending | extend
""")
"""What says in front of these that readers may write a page on: "Adding to this list"."""

_NONE = KnownTitles("""
none | none yet | none known | none so far | none at the moment | none currently | nothing yet | nothing here yet | n/a
tbd | to be added | keine | noch keine | derzeit keine | ninguno | ninguna | ninguno por ahora | nenhum | nenhuma
nenhum no momento | aucun | aucune | aucun pour l'instant | nessuno | nessuna | geen | brak | žádné | yok | şu an yok
không có | chưa có | tidak ada | belum ada | нет | пока нет | немає | поки немає | 无 | 暂无 | 無 | 暫無 | なし | 特になし
現在なし | 없음 | 아직 없음 | لا يوجد | لا شيء | ندارد | موردی نیست | אין
""")

_LINKS = frozenset({"to", "of", "for", "on", "this", "the"})

_CLOSING = KnownTitles("""
still have questions | still have a question | still got questions | do you still have questions | have questions
have more questions | have a question | have another question | have other questions | have any questions
do you have questions | do you have more questions | do you have other questions | do you have a question
got questions | got a question | got more questions | any questions | any more questions | any other questions
any further questions | more questions | other questions | further questions | additional questions | questions
still stuck | still need help | still not working | still having issues | still having problems | still having trouble
need help | need more help | need further help | need further assistance | need additional help | need assistance
need support | didn't find an answer | didn't find your answer | didn't find your question
didn't find what you're looking for | can't find an answer | can't find your answer | can't find your question
can't find what you're looking for | couldn't find an answer | couldn't find your answer | question not answered
question not answered here | your question is not answered | your question isn't answered | your question not answered
don't see your question | don't see your question here | haven't found your answer | your question wasn't answered
noch fragen | noch weitere fragen | weitere fragen | haben sie noch fragen | hast du noch fragen | frage nicht dabei
deine frage ist nicht dabei | ihre frage ist nicht dabei | keine antwort gefunden | question not listed
question not listed here | your question is not listed | your question isn't listed | your question is not here
not listed here | your question not listed | frage nicht gefunden | frage nicht aufgeführt | deine frage fehlt
ihre frage fehlt | votre question n'est pas dans la liste | votre question n'est pas ici
vous ne trouvez pas la réponse | vous n'avez pas trouvé de réponse | vous n'avez pas trouvé la réponse
no encuentras tu pregunta | tu pregunta no está aquí | no encontraste tu respuesta | sua pergunta não está aqui
não achou sua resposta | non trovi la risposta | non hai trovato la risposta | вашего вопроса нет в списке
нет вашего вопроса | не нашли свой вопрос | 没有你的问题 | 沒有你的問題 | 找不到答案 | ここに無い質問は
ここにない質問は | ここにない質問 | 質問が見つからない場合 | 答えが見つからない場合 | 上記以外の質問 | 찾는 답이 없나요
원하는 답변을 찾지 못하셨나요 | 기타 문의 | لم تجد سؤالك | سؤالك غير موجود | سوال شما اینجا نیست
پاسخ خود را پیدا نکردید | לא מצאתם תשובה | לא מצאת תשובה | más preguntas | tienes más preguntas | tiene más preguntas
¿aún tienes preguntas | otras preguntas | todavía tienes dudas | tienes dudas | no encuentras tu respuesta
mais perguntas | ainda tem dúvidas | outras dúvidas | ainda com dúvidas | não encontrou sua resposta
tem mais perguntas | d'autres questions | encore des questions | une autre question | vous avez d'autres questions
vous avez une autre question | altre domande | hai altre domande | meer vragen | nog vragen | fler frågor
flere spørgsmål | flere spørsmål | więcej pytań | masz pytania | masz więcej pytań | další dotazy
başka sorularınız mı var | başka sorunuz mu var | başka bir sorunuz mu var | sorunuz mu var | başka sorular
остались вопросы | другие вопросы | есть вопросы | ещё вопросы
не нашли ответ | не нашли ответ на свой вопрос | залишилися питання | 其他问题 | 其它问题 | 更多问题 | 还有问题
还有其他问题 | 没有找到答案 | 其他問題 | 更多問題 | 還有問題 | まだ質問がありますか | その他の質問
他にご質問がありますか | 解決しない場合 | その他のお問い合わせ | 다른 질문 | 추가 질문 | 아직 질문이 있으신가요
질문이 있으신가요 | 더 궁금한 점이 있으신가요 | 궁금한 점이 있으신가요 | هل لديك أسئلة أخرى | أسئلة أخرى | لم تجد إجابة
لا تزال لديك أسئلة | هنوز سؤال دارید | سوال دیگری دارید | שאלות נוספות | יש לך שאלות נוספות
יש לכם שאלות נוספות | עדיין יש לכם שאלות | עדיין יש לך שאלות | no encuentro mi pregunta
no encuentro la respuesta | no encuentro respuesta | não encontro minha pergunta | não encontro a resposta
je ne trouve pas ma question | je ne trouve pas la réponse | meine frage ist nicht dabei | meine frage fehlt
ich finde meine frage nicht | ich finde keine antwort | i can't find my question | i can't find an answer
i can't find my answer | my question is not here | my question isn't here | my question is not listed
don't see what you're looking for | don't see what you need | can't find what you need | didn't find what you need
didn't find what you were looking for | couldn't find what you were looking for | looking for something else
nicht das richtige gefunden | nicht gefunden, was du suchst | nicht gefunden, was sie suchen
vous ne trouvez pas ce que vous cherchez | vous n'avez pas trouvé ce que vous cherchiez | no encuentras lo que buscas
no encontraste lo que buscabas | não encontrou o que procura | não encontrou o que procurava | não encontrou o que precisa
non trovi quello che cerchi | non hai trovato quello che cerchi | niet gevonden wat je zoekt | nie znalazłeś tego, czego szukasz
не нашли то, что искали | не нашли то, что ищете | не нашли, что искали | 没有找到您需要的内容 | 没有找到想要的内容
お探しのものが見つからない場合 | お探しの情報が見つからない場合 | 원하는 내용을 찾지 못하셨나요
my question isn't listed | non trovo la mia domanda | non trovo la risposta | не нашёл ответа | не нашел ответа
ما زلت بحاجة إلى مساعدة | هل ما زلت بحاجة إلى مساعدة | هل تحتاج إلى مساعدة | هل تحتاج مساعدة | تحتاج مساعدة
به کمک نیاز دارید | צריכים עזרה | עדיין צריכים עזרה | צריך עזרה | χρειάζεστε βοήθεια | χρειάζεστε περισσότερη βοήθεια
besoin d'aide | vous avez besoin d'aide | toujours besoin d'aide | besoin d'aide supplémentaire | encore besoin d'aide
aún necesitas ayuda | necesitas ayuda
necesitas más ayuda | necesita más ayuda | todavía necesitas ayuda | precisa de ajuda | precisa de mais ajuda
ainda precisa de ajuda | brauchst du noch hilfe | brauchst du hilfe | brauchen sie hilfe | brauchen sie weitere hilfe
noch hilfe nötig | hai bisogno di aiuto | hai ancora bisogno di aiuto | hulp nodig | meer hulp nodig | nog hulp nodig
potrzebujesz pomocy | nadal potrzebujesz pomocy | potrzebujesz dodatkowej pomocy | potřebujete pomoc
potřebujete další pomoc | yardıma mı ihtiyacınız var | daha fazla yardıma mı ihtiyacınız var | hâlâ yardıma mı ihtiyacınız var
нужна помощь | всё ещё нужна помощь | все ещё нужна помощь | нужна дополнительная помощь | потрібна допомога
cần hỗ trợ thêm | cần thêm trợ giúp | cần trợ giúp | cần hỗ trợ | vẫn cần trợ giúp | butuh bantuan | butuh bantuan lebih lanjut
masih butuh bantuan | perlu bantuan | perlu bantuan lebih lanjut | 需要帮助 | 还需要帮助 | 需要更多帮助 | 仍有疑问 | 还有疑问
仍有问题 | 仍有問題 | 還有疑問 | 需要協助 | 需要更多協助 | さらにサポートが必要ですか | さらに質問がありますか
ヘルプが必要ですか
お困りですか | 도움이 필요하신가요 | 추가 도움이 필요하신가요 | 더 도움이 필요하신가요 | 도움이 더 필요하신가요
câu hỏi khác | các câu hỏi khác | bạn còn câu hỏi | bạn vẫn còn câu hỏi | vẫn còn thắc mắc | pertanyaan lain
pertanyaan lainnya
masih ada pertanyaan | masih punya pertanyaan | inne pytania | jiné otázky | další otázky | diğer sorular | andre spørgsmål
andre spørsmål | övriga frågor | andra frågor | andere vragen | andere fragen | sonstige fragen
άλλες ερωτήσεις | έχετε άλλες ερωτήσεις | інші питання | інші запитання | سوالات دیگر | سؤالات دیگر | سوالات بیشتر
problem not solved | issue not resolved | problem still not solved | none of this helped | none of these helped
immer noch probleme | noch probleme | problem nicht gelöst | sigues teniendo problemas | aún tienes problemas
ainda com problemas | ainda tem problemas | toujours des problèmes | toujours un problème | encore des problèmes
hai ancora problemi | nog steeds problemen | nadal masz problem | nadal masz problemy | stále máte problém
hâlâ sorun mu yaşıyorsunuz | sorun devam ediyor mu | всё ещё есть проблемы | все ещё есть проблемы | проблема не решена
vẫn gặp sự cố | vẫn gặp vấn đề | masih bermasalah | 仍然有问题 | 问题仍未解决 | 問題仍未解決 | まだ解決しない場合
問題が解決しない場合 | 문제가 해결되지 않나요 | 여전히 문제가 있나요 | هل ما زلت تواجه مشكلة
ما زلت تواجه مشكلة | لا تزال تواجه مشكلة
هنوز مشکل دارید | עדיין יש בעיה
هل لديك سؤال | هل لديك سؤال آخر | هل لديك أسئلة | هل لديك سؤال لم يُجب عليه | هل لديك سؤال لم يجب عليه
""")
"""What leads on from a page of questions and is put as a question itself: "Still have questions?"."""

_NOT_FOUND = KnownTitles("""
didn't find | did not find | couldn't find | could not find | can't find | cannot find | haven't found | unable to find
لم تجد | هل لم تجد | لم تعثر | لم تجدوا | 没有找到 | 沒有找到 | 没找到 | 找不到 | não encontrou | não achou | no encuentras
no encontraste | no ha encontrado | nicht gefunden | nichts gefunden | vous n'avez pas trouvé | pas trouvé
tu n'as pas trouvé | не нашли | не нашлось | не знайшли | non hai trovato | non trovi | niet gevonden | nie znalazłeś
nenašli jste | bulamadınız | לא מצאתם | לא מצאת | پیدا نکردید | پاسخ خود را پیدا نکردید
""")
_ANSWERS = KnownTitles("""
answer | question | إجابة | الإجابة | إجابت | جواب | سؤال |答案 | 问题 | 問題 | resposta | pergunta | respuesta
pregunta | antwort
frage | réponse | ответ | вопрос | відповід | risposta | domanda | antwoord | vraag | odpowied | pytani | odpověď | cevap
תשובה | שאלה | پاسخ | سوال
""")
"""What a title begins with that says of an answer, by one of these names, that it is not there."""

_ADDRESSES = ("](", "][", "://", "@", "href=")
_WHERE = (*_ADDRESSES, "contact", "forum", "discord", "support", "issue", "e-mail", "email")

_NUMBER = " 0123456789."


def is_around_title(text: str) -> bool:
    """Whether a title, which may be numbered, is one of these: "Overview", "2. See also", "Help / Contact", "A. Credits"."""
    if len(text) > _LONGEST:
        return False
    bare = text.lstrip(" 0123456789.")
    if bare[1:2] == "." and bare[:1].isupper():
        bare = bare[2:].lstrip()
    if bare in _AROUND or bare in _LEADING or bare in _HELP:
        return True
    folded = bare.casefold()
    first, _, rest = folded.partition(" ")
    if first in _LED and rest.isalpha():
        return True
    if folded.startswith(_SINCE):
        return True
    if folded.endswith(_OF_PAGE):
        words = folded.split()[:-1]
        while words and words[-1] in _LINKS:
            words.pop()
        name = " ".join(words)
        return bool(name) and (name in _AROUND or (name in _CHANGING and " this " in folded))
    joint = next((joint for joint in _JOINTS if joint in folded), None)
    return joint is not None and all(part in _AROUND for part in folded.split(joint))


def is_leading_title(text: str) -> bool:
    """Whether a title says that links to other pages follow: "See also", "Useful links"."""
    return len(text) <= _LONGEST and text.lstrip(_NUMBER) in _LEADING


def is_help_title(text: str) -> bool:
    """Whether a title says that what follows is where to ask others: "Help", "Contact us"."""
    return len(text) <= _LONGEST and text.lstrip(_NUMBER) in _HELP


def is_task_title(text: str) -> bool:
    """Whether one that says this may be a task among others: "Getting help"."""
    return len(text) <= _LONGEST and text.lstrip(_NUMBER) in _TASKS


def is_closing_title(text: str) -> bool:
    """Whether a title says that more may be asked elsewhere: "Still have questions?", "Noch Fragen? Frag uns!"."""
    asked = text
    if len(text) <= _LONGEST_CLOSING and (end := next((at for at in map(text.find, ASKS) if at > 0), 0)):
        asked = text[: end + 1] if not has_question_mark(text[end + 1 :]) else text
    if len(asked) > _LONGEST + 10:
        return False
    bare = asked.lstrip(_NUMBER)
    return bare in _CLOSING or (_NOT_FOUND.begin(bare) and _ANSWERS.stand_in(bare))


def says_none(text: str) -> bool:
    """Whether a text says that nothing stands there yet: "None so far", or a remark in italics and brackets alone."""
    remark = text.startswith(("*(", "_(", "*\uff08", "_\uff08")) and text.endswith((")*", ")_", "\uff09*", "\uff09_"))
    return remark or text.strip(" *_.\u3002") in _NONE


def has_address(text: str) -> bool:
    """Whether a text has a link, or an address for mail."""
    return any(map(text.__contains__, _ADDRESSES))


def says_where(text: str) -> bool:
    """Whether a text says where more may be asked: a link, an address, a forum."""
    lower = text.lower()
    return any(map(lower.__contains__, _WHERE))


OF_FAQ = pattern(
    r"\W{0,4}(?:how (?:to|can i|do i) (?:add|contribute|suggest|submit|edit|propose)\b|contribut(?:e|ing|ions?|ors?)\b"
    r"|(?:the )?licen[cs]e\b|authors?\b|credits?\b|about (?:this|these|the) (?:faqs?|pages?|folder|documents?|section)\b)",
    re.IGNORECASE,
)
"""What is said in a folder of pages, of them."""


def is_of_faq(title: str) -> bool:
    """Whether a title names what is said of the folder of pages itself: "How to contribute", "License"."""
    return OF_FAQ.fullmatch(title.rstrip(" .!")) is not None
