"""What sections around questions are called: what introduces a page of them, and what leads on from it."""

from __future__ import annotations

from faqtui.parsing.questions.known_titles import KnownTitles

_LONGEST = 40
"""Characters of the name of such a section."""

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
source | sources | fuentes | fontes | fonti | quellen | bronnen | kilder | källor | źródła | источники | 来源 | 來源 | 出典 | 출처
المصادر | المراجع | מקורות
name | synopsis | copyright | acknowledgements | acknowledgments | credits | changelog | change log | revision history
contributors | authors | help | help and support | need help | need more help | still need help | get help
coming soon | more coming soon | more to come | hilfe | demnächst | ayuda | próximamente | ajuda | em breve | aide
besoin d'aide | bientôt | prochainement | aiuto | prossimamente | hulp | pomoc | wkrótce | nápověda | yardım | yakında
trợ giúp | bantuan | помощь | поддержка | скоро | допомога | 帮助 | 幫助 | 帮助与支持 | 即将推出 | 敬请期待
貢献者 | ヘルプ | 近日公開 | 도움말
כותבים | עזרה | المساعدة | مساعدة | קרדיטים
הקדמה | מבוא | סקירה | קישורים | צור קשר | परिचय | संपर्क | संदर्भ
""")
_LED = frozenset({"weiterführende", "weitere", "enlaces", "liens", "روابط"})
"""What one more word follows: "weitere Hilfe", "liens utiles"."""


_JOINTS = ("/", "&", " and ", " und ", " et ", " y ", " e ", " en ", " i ", " и ", "和", "と", "・")
"""What stands between two of these: "Help / Contact"."""

_OF_PAGE = ("faq", "page", "document", "guide")
_LINKS = frozenset({"to", "of", "for", "on", "this", "the"})


def is_around_title(text: str) -> bool:
    """Whether a title, which may be numbered, is one of these: "Overview", "2. See also", "Help / Contact", "A. Credits"."""
    if len(text) > _LONGEST:
        return False
    bare = text.lstrip(" 0123456789.")
    if bare[1:2] == "." and bare[:1].isupper():
        bare = bare[2:].lstrip()
    if bare in _AROUND:
        return True
    folded = bare.casefold()
    first, _, rest = folded.partition(" ")
    if first in _LED and rest.isalpha():
        return True
    if folded.endswith(_OF_PAGE):
        words = folded.split()[:-1]
        while words and words[-1] in _LINKS:
            words.pop()
        return bool(words) and " ".join(words) in _AROUND
    joint = next((joint for joint in _JOINTS if joint in folded), None)
    return joint is not None and all(part in _AROUND for part in folded.split(joint))
