"""Words that can name no topic, by language: those that make sentences, and those that every FAQ is full of.

English is about computers; the other lists hold what questions are made of, in the forms that they use.
"""

from __future__ import annotations

from functools import cache

_ENGLISH = """
a able about above access according across actual actually add added adding addition additional advantage advantages
after again against ago all allow allowed allows along already also always am among an and another answer answers any
anymore anyone anything apart app appear application applications apply apps are aren't around as ask asked associate
at automatically available avoid away back basic be because become been before behavior behaviour being below benefit
benefits best better between beyond big both brief bring build built but by call called can can't cannot case cases
cause causes certain change changed changes check choose click code come common compare compared complete concept
concepts conduct configuration configurations configure configured cons consider contain contains content correct
could couldn't create created creating current currently customer daily data day days deal default define defined
definition definitions deployment deployments describe detail details did didn't difference differences different
directly disadvantages do does doesn't doing don't done down during each earlier easily easy effect effective
efficient efficiently either else enable enabled encountered end ensure equivalent error errors etc even ever every
example examples exist existing exists expect explain explanation extra extract faced faq far feature features fast
fetch few file files find fine first fix following foo for formatting found from full further general get gets getting
give given go going good got great guidelines had handle handled happen happened happens has hasn't have haven't
having he help her here hers high him his hour hours how however i i'd i'll i'm i've id idea ids if impact implement
important in included includes including incorporate increase individuals information initiating inside instead
intended interact interacting into invalid involved is isn't issue issues it it's its itself just keep kind kinds know
known large last later latest leave less let level like likely limit limits line list little long look looking losing
lot low made main major make makes making manage manager managing manner many mark mask matter may maybe me mean
meaning means mechanism method methods might mind mine minimum minutes missing modify month more most much multiple
must my name names necessary need needed needs never new next no non none normal not note nothing now number occur
occurs of off often ok old on once one ones only onto open option options or order original other others our out
output outputs over own page parameter parameters part particular parts pass past people per perform place please
point possible practice practices prefer present previous problem problems process project projects proper properly
pros provide provided provides purpose purposes put question questions quick rather read real really reason reasons
receive recommend recommended reduce refer regarding related remove required requirement requirements resolve resolved
result results retrieve return right role rotation run running same save say second see seem seen select send separate
service services set sets setting several she should shouldn't show significance signifies similar simple simply since
single situation skip slow small snippet so solution solutions solve some someone something sometimes specific
specified specify specifying stand standard start started state status step steps still stop such suggest support
supported supports sure system systems take takes talk tell term terms than that that's the their them themselves then
there these they thing things think this those though thoughts through thus time times to today together too tool top
total toward tried troubleshoot true try trying turn two type types under understand unlike until up upon us usage use
used useful user users uses using usually utilizing value values various vary version versions very via view want
wants was way ways we week well were what what's whatever when where whether which while who whole whom whose why will
with within without won't word words work working works worth would write written wrong year yes yet you you'd you're
your yourself
"""

_EXAMPLES = """
abc acme alice args arr bar baz bob cb dog doe elem err foo foobar fn func hello idx ipsum jane john kwargs len lorem msg
num nums obj ptr qux res ret str sum temp tmp val vals var world xyz
"""
"""What people call things that are only there to show how something works."""

_WORDS = {
    "de": """
        zwei drei
        aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim bekomme bekommen
        bereits bin bis brauche brauchen bzw da damit dann darf das dass dein deine deinem deinen deiner dem den denn
        der deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine
        einem einen einer eines einfach er es etwas euch euer eure finde finden funktioniert für gegen gehen geht
        genau gerade gibt habe haben hat hatte helfen hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
        ins ist ja jede jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen keiner können könnt
        könnte lassen lässt machen macht mal man mehr mehrere mein meine meinem meinen meiner meines mich mir mit
        möchte möglich müssen muss nach nein neu neue neuen neuer nicht nichts nie noch nun nur ob oder ohne per schon
        sehr sein seine seinem seinen seiner seit selbst sich sie sind so sobald sofort sollte sollten soll sonst
        statt tun um und uns unser unsere unserem unseren unserer unter vom von vor während wann war warum was weil
        weitere weiter welche welchem welchen welcher welches wem wen wenn wer werde werden weshalb wie wieder wieso
        wieviel will wir wird wirklich wo wofür woher wohin womit wozu wurde würde zu zum zur zwischen über überhaupt
        beispiel fall frage fragen grund hilfe möglichkeit problem probleme unterschied weg weise
        """,
    "fr": """
        deux trois
        afin ai alors après as au aucun aucune aussi autre autres aux avant avec avez avoir avons bien bonjour car ce
        cela ces cet cette ceux chaque chez ci comme comment dans de déjà depuis des deux dois doit doivent donc dont
        du elle elles en encore entre es est et eu être faire fais fait faites faut fois font ici il ils je jusque la
        laquelle le lequel les leur leurs lors lorsque lui là ma mais me même mes moi moins mon ne ni non nos notre
        nous on ont ou où par parce pas pendant peu peut peuvent peux plus plusieurs pour pourquoi pouvez pouvoir près
        puis puisque qu quand que quel quelle quelles quels quelque qui quoi sa sais sans se sera serait ses seulement
        si sinon son sont sous soit suis sur ta tant te tes toi ton tous tout toute toutes trop très tu un une vais va
        vers veut veux voici voilà voir vos votre vous vraiment vu y ça était êtes autrement besoin cas chose choses
        différence exemple façon manière moyen moyens problème problèmes question questions utiliser
        """,
    "es": """
        dos tres
        a acerca además ahora al algo algún alguna algunas alguno algunos allí antes aquel aquella aquí así aun aunque
        aún bien cada casi como cómo con contra cual cuál cuales cuáles cualquier cuando cuándo cuanta cuánta cuantas
        cuántas cuanto cuánto cuantos cuántos de debe deben debería debo del desde después donde dónde dos durante e
        el él ella ellas ellos en entonces entre era es esa ese eso esos esta está están estas este esto estos estoy
        fue funciona funcionan ha hace hacen hacer hacia hago han hasta hay he incluso ir jamás la las le les lo los
        luego mas más me mediante mejor menos mi mientras mío mis mismo misma mucho mucha muchas muchos muy nada nadie
        ni ningún ninguna ninguno no nos nosotros nuestra nuestro nuestros nunca o obtener os otra otras otro otros
        para parte pero poco podemos poder podría por porque porqué posible primero pronto pueda puede pueden puedes
        puedo pues que qué quien quién quiere quiero quienes recibir se sea según ser será si sí sido siempre sin sino
        sobre sois solo sólo somos son su sus también tan tanto te tendrá tenemos tener tengo tiene tienen todo toda
        todas todos tras tu tú tus u un una unas uno unos usar usa usted ustedes va vamos varias varios veces ver vez
        voy y ya yo caso cosa cosas diferencia ejemplo forma manera pregunta preguntas problema problemas razón tipo
        tipos ocurre pasa
        """,
    "pt": """
        dois duas três
        a acerca acho agora ainda além algo alguém algum alguma algumas alguns ali antes ao aos apenas após aquela
        aquele aqui as assim até bem cada com como comigo consigo conseguir contra cujo da dá das de dela dele deles
        demais depois desde deve devem devo diversos do dois dos duas durante e é ela elas ele eles em enquanto então
        entre era essa essas esse esses esta está estão estas este estes estou eu existe existem faço faz fazer fazem
        feito fica ficar foi for foram funciona há isso isto já la lá lhe lo mais mas me mediante meio melhor menos
        mesma mesmo meu meus minha minhas muita muitas muito muitos na nada não nas nem nenhum nenhuma ninguém no nos
        nós nossa nosso num numa nunca o obter onde os ou outra outras outro outros para parte pela pelas pelo pelos
        perto pode podem podemos poder poderia pois por porque porquê posso pouco precisa preciso primeiro próprio
        quais qual qualquer quando quanta quantas quanto quantos que quê quem quer quero receber saber são se seja sem
        sempre sendo ser será seu seus sim só sob sobre sou sua suas também tanto te tem têm temos tenho ter teu todo
        toda todas todos três tu tua tudo um uma umas uns usar uso usa vai várias vários vem vez vezes você vocês vou
        acontece caso coisa coisas diferença exemplo forma maneira pergunta perguntas problema problemas razão tipo
        tipos
        """,
    "it": """
        due tre
        a ad adesso agli ai al alcuna alcune alcuni all alla alle allo allora altra altre altri altro anche ancora
        avere aveva avete avuto bene c che chi ci ciò ciascuno come con contro cosa così cui da dagli dai dal dall
        dalla dalle dallo davvero de degli dei del dell della delle dello dentro deve devo devono di dire dopo dove
        dovrebbe due durante e è ed era essere fa faccio fai fanno far fare fino fra funziona già gli ha hai hanno ho
        i il in infine invece io la là le lei li lo loro lui ma mai me mediante meglio meno mentre mi mia mie miei mio
        molta molte molti molto ne negli nei nel nell nella nelle nello nessun nessuna niente no noi non nostra nostro
        nulla o ogni oltre oppure ora ottenere per perché però più poco poi posso possono possiamo potrebbe prima
        proprio può puoi qua qual quale quali qualche qualcosa quando quanta quante quanti quanto quel quella quelle
        quelli quello questa queste questi questo qui quindi sa sarà se sei sembra sempre senza si sì sia siamo sono
        sopra sotto sta stata state stati stato stesso su sua sue sugli sui sul sulla suo suoi tale tanto te ti tra
        troppo trovare tu tua tuo tutta tutte tutti tutto un una uno usare uso va vengono verso vi viene voglio voi
        volta volte vorrei vostra vostro succede caso cose differenza domanda domande esempio maniera modo motivo
        problema problemi tipo
        """,
    "nl": """
        twee drie
        aan al alle alleen allemaal als altijd andere ander anders ben bij bijvoorbeeld binnen dan dat de deze die dit
        doe doen doet door dus een eens eerst elk elke en enkele er ergens ga gaan gaat gebruik gebruiken geen goed
        had heb hebben hebt heeft helemaal hen het hier hij hoe hoeveel hun iemand iets ik in indien is ja je jij jouw
        jullie kan kun kunnen kunt kom komt krijg krijgen krijgt later maar maak maken meer meest men met mij mijn
        moet moeten mogelijk mogen mag na naar nee niet niets niks nieuwe nog nu of om omdat ons onze ook op over
        overal per sinds snel soms staan staat te tegen ten terwijl tijdens toch toen tot tussen twee u uit uw vaak
        van vanaf veel vinden vind voor vooral waar waarbij waardoor waarmee waarom waarop wanneer want waren was wat
        we weer weet welk welke werd werk werkt werken wel wie wij wil wilt wilde worden wordt zal ze zeer zelf zich
        zij zijn zo zoals zonder zou zullen gebeurt geval manier mogelijkheid probleem problemen reden soort verschil
        voorbeeld vraag vragen
        """,
    "sv": """
        två tre
        alla allt alltid andra annan att av bara behöver bli blir bort både da där de dem den denna deras dess det
        detta dig din dina ditt du då efter eftersom egen ej eller en er era ett finns fram från fungerar få får för
        före genom gör göra ha hade han har hitta hjälp hon hur i in inför ingen inget inte ja jag kan kanske kommer
        kunna lite man med mellan men mer mig min mina mitt mot mycket många måste möjligt ner ni nog nu någon något
        några när nästa och också om oss på redan sedan ser sig sin sina ska skall skulle så sådan själv sätt till
        tills under upp ut utan vad vara varför varje vart vem vet vi vid vilka vilken vilket vill var är än ändra
        ännu åt över fråga frågor problem skillnad exempel händer
        """,
    "da": """
        to tre
        af alle alt altid anden andet andre at bare bliver brug bruge både da de dem den denne deres det dette dig din
        dine dit dog du efter eller en end er et fik fin finde findes for fordi fra fungerer før få får gennem gør
        gøre ham han har have havde hele her hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor
        hvornår ikke ikkje ind ingen intet ja jeg jer jo kan kommer kun kunne lav lige man mange med meget mellem men
        mens mere mig min mine mit mod muligt må måtte ned nej nogen noget nogle nu nye når og også om op os over på
        samme se selv ses sig sin skal skulle som så sådan til ud uden under var ved vi vil være spørsmål spørgsmål
        problem problemer forskel eksempel måde
        """,
    "fi": """
        kaksi kolme
        ei eikä eivät ennen eri että he hän ja jo joka jonka jos jota joten juuri kaikki kanssa kenen kertaa koska
        koskaan kuin kuinka kuka kun kuten käyttää löydän mihin mikä miksi millainen millä milloin minkä minne minun
        minä miten mistä missä mitkä mitä mukaan mutta myös ne niin noin nyt näin ole olen olevan oli on onko oma
        ottaa pitää pois saada saako saan se sekä sen siitä silti sinun sitten tai tapahtuu tehdä teen toimii tulee
        tämä tätä uusi vaan vai vaikka vain vielä voi voiko voin voinko voit yhteydessä ovat ollaan asia esimerkki
        kysymys kysymykset ongelma
        """,
    "pl": """
        dwa dwie trzy
        aby albo ale ani bardzo bez będzie być był była było były by choć ci co coś czego czy czyli czym dla dlaczego
        do dlatego dokąd gdy gdzie go i ich ile im inne innych inny iż ja jak jaka jaki jakie jakich jakim jako je
        jego jej jest jestem jeszcze jeśli jeżeli już każdy kiedy kim kto która które którego której który których
        którzy ku lub ma mam mamy mają mi mnie moja moje moją mojego mojej mój może mogę można możliwe musi muszę my
        na nad nam nas nasz nasza nasze nawet nic nie niej nim niż no o od oraz pan pani po pod ponieważ poza przed
        przez przy są się sobie sposób swoje swój ta tak taki także tam te tego tej ten też to tu tutaj twoje twój
        tylko tym u w we wam was wasz według wiele więc wszystkie wszystko wtedy wybrać z za zawsze ze zrobić że
        działa działają dzieje pytanie pytania problem przypadku różnica przykład powinienem powinnam powinien powinna
        powinno powinni powinniśmy istnieje istnieją należy trzeba warto wolno potrzebuję potrzeba potrzebne chcę
        chciałbym chciałabym umiem wiem znaleźć zacząć zaczyna długo często szybko dobrze lepiej najlepiej najpierw
        później teraz razem czasu mało dużo wymaga znajduje znajdują dostanę otrzymam
        """,
    "cs": """
        dva dvě tři
        aby ale ani ano asi až bez bude budou by byl byla být co což další do ho i ich já jak jaká jaké jaký jako je
        jeho jejich jen jestli ještě jsem jsme jsou k kam kde kdo kdy když která které který ke kolik lze mají mám
        máte má mé mezi mi mnou mohu může mohou můžete můj musí musím muset my na nad nebo než není ne nic o od on ona
        pak po pod pokud potřebuji pouze pro proč proto před při s se si smí své svůj svou ta tak také takže tam tato
        té ten tento to tohle toho tu už v vám váš vaše ve více vše všechny vy z za zda že dělat funguje otázka otázky
        problém případě rozdíl příklad způsob existuje existují začít začíná potřeba potřebné třeba chci dostanu najdu
        najít dlouho často rychle nejdříve později teď fungují stojí platí měl měla mělo
        """,
    "tr": """
        iki üç
        acaba ama ancak arasında artık aslında az bana bazı belki ben benim beri bile bir biraz biri birkaç birçok biz
        bizim bu buna bunlar bunu bunun burada bütün çok çünkü da daha de defa değil diğer diye edebilir edebilirim
        eder ediyor en eğer etmek et fazla gibi göre hala hangi hangisi hani hata hem henüz hep hepsi her herhangi
        herkes hiç hiçbir için ile ilgili ise işte ya yada kadar kaç kendi kendine ki kim kime kimi kimin madem mi mı
        mu mü mümkün nasıl ne neden nedir nerede nereden nereye neler nelerdir niçin niye o olan olarak oldu olduğu
        olmak olması olur oluyor ona onlar onu onun orada oysa öyle pek rağmen sadece sanki sen senin siz sizin son
        sonra şey şeyler şimdi şu şöyle tarafından tüm var vardır ve veya yaklaşık yani yapabilir yapabilirim yapılır
        yapıyor yapmak yapmalıyım yerine yok yoksa zaten gerekir gerekiyor alabilirim kullanabilirim sorun sorular
        soru fark örnek durumda şekilde
        """,
    "id": """
        dua tiga
        ada adalah agar akan aku anda apa apabila apakah atau atas bagaimana bagi bahwa banyak beberapa belum berapa
        berikut bila bisa boleh bukan cara dalam dan dapat dari daripada dengan di dia hal hanya harus hingga ini itu
        jadi jika juga kalau kami kamu kapan karena ke kenapa kepada ketika kita lagi lain lebih maka mana masih
        melakukan mengapa menggunakan menjadi mereka milik mungkin namun oleh pada para perlu saat saja sama sampai
        sangat satu saya sebagai sebelum sebuah sedang semua seperti serta setelah setiap siapa suatu sudah supaya
        tanpa tapi telah tentang terhadap terjadi tersebut tetapi tidak untuk yaitu yang contoh masalah pertanyaan
        perbedaan
        """,
    "ro": """
        doi două trei
        acest această aceste ai al ale am ar are as asta atunci au avea aveți ca când care câte cât ce cea cel cele ci
        cine cu cum cumva către da dacă dar de deja despre din după e ea ei el ele era este eu exista există face fac
        fără fi fie fost îl îmi în între îți la le li lor lui mai mă mea mei mele meu mi mine mod nici noi nostru nu o
        ori orice pe pentru poate pot până prin sa să sale sau se si și sunt sub te trebuie tu un una unde unei unor
        unui va vă voi vor vreau întrebare întrebări problemă exemplu diferența funcționează întâmplă
        """,
    "hu": """
        két három
        a abban ahhoz ahol akkor aki alatt által általában amely amelyek amikor ami amit annak arra át az azok azt
        azzal be belül benne csak de e egy egyik ehhez ekkor el elő én és ezek ezt ez fel felé ha hanem hogy hogyan
        hol honnan hová igen ilyen ide itt jó kell kellene keresztül ki kivel lehet lehetséges legyen lenne lesz ma
        már meg melyik mely mennyi mert mi mikor milyen mind minden mint miért mit mivel most nagyon ne nekem nem néha
        nélkül nincs olyan on ott össze pedig saját sem szerint számára tud tudok tudom tehát történik után utána új
        úgy vagy vagyok van vannak vele volt kérdés kérdések probléma különbség példa módon működik
        """,
    "ru": """
        два две три
        а без более бы был была были было быть в вам вас ваш ваша ваше ваши весь во вот все всё всегда всех вы где да
        даже делать для до его ее её если есть еще ещё же за зачем здесь и из или им иметь именно их к как какая какие
        каким каких какой какое какую какого ко когда который которая которое которые кого кому кто куда ли либо лучше
        меня мне много может можно можете могу мой моя моё мои моей моего моём мою моих на над надо нам нас наш не
        него нее неё нет нельзя ни них но новый новую нужен нужна нужно нужны о об обо он она они оно от откуда очень
        перед по под после потом потому почему при про раз разве с сам самому свой своего своей свою своих своё себя
        сейчас сколько со стоит так такая такое такой там те тебя тем то тогда того той только тоже том тот ты у уже
        чего чей чем через что чтобы чём эта эти это этого этой этом этот эту я является происходит получить сделать
        использовать работает работать узнать найти хочу вопрос вопросы ответ пример проблема проблемы разница случае
        способ должен должна должны существует существуют начать следует можем долго быстро часто обычно заранее сначала
        потребуется требуется
        """,
    "uk": """
        два дві три
        а або але без більше би був була було бути в вам вас ваш ваша ваші вже ви від він вона воно вони все всі де
        для до його її є ж за зі з і із інший інші їх й кого коли кому котрий куди лише мене мені може можна можете
        можу мій моя моє мої моїй мою на над нам нас наш не немає ні ніж нового новий о об один по під після перед при
        про свій свого свою своє себе скільки так таке такий там те тільки тобі той то тому та ти у усі хто це цей ці
        цього чи чим чому чого що щоб як яка яке який які яких якщо якої яку я отримати зробити робити працює знайти
        питання запитання приклад проблема різниця випадку спосіб потрібно
        """,
    "el": """
        αν από αυτά αυτή αυτό αυτός για γιατί δεν δύο εάν είμαι είναι είσαι ένα έναν ένας εγώ εκεί επίσης έχει έχετε
        έχω η ή και κάθε κάνω κατά μας με μετά μέσω μη μην μια μία μου μπορεί μπορείτε μπορώ να ο οι όλα όμως όπως
        όταν ότι πού που ποια ποιο ποιος ποιες πόσο πόσα πόσες πότε πρέπει προς πριν πώς σας σε στα στη στην στις στο
        στον στους τα τη την της τι τις το τον του τους των υπάρχει υπάρχουν χωρίς ως ερώτηση ερωτήσεις πρόβλημα
        παράδειγμα διαφορά τρόπο συμβαίνει λειτουργεί
        """,
    "ar": """
        اثنين
        أن أنا أنت أو أي أين أيضا إذا إلا إلى إن إنه التي الذي الذين اللذين أحد آخر أخرى به بها بعد بعض بين بدون تلك
        تم تكون ثم جدا جميع حتى حول خلال دون ذلك ذات سوف سيتم شيء ضد طريق طريقة ظل عبر على عليه عليها عليك عن عند
        عندما غير فقط في فيه فيها قبل قد كان كانت كل كم كما كيف كيفية لا لأن لدي لديك لدى لذا لك لكن لم لماذا لن له
        لها لو لي ليس ليست ما ماذا متى مثل مع معي معك من منذ منه منها نحن نعم هذا هذه هل هم هنا هناك هو هي وهل وما
        وكيف ولا ولكن وهو وهي يتم يجب يكون يمكن يمكنك يمكنني أستطيع أحتاج يحدث يعمل تعمل أريد استخدام سؤال أسئلة مشكلة
        مشاكل فرق الفرق مثال سبب أفضل تريد كنت
        """,
    "fa": """
        آن آنها آیا آیه از است اگر اما این اینجا با باشد باید بر برای بسیار به بود بودن بین پس پیش تا تنها تو توان جا
        چرا چطور چقدر چند چه چگونه چیست چیز حال خود خواهد خیلی داد دارد دارم دارند داشته در دو دیگر را روی شده شد شدن
        شود شما طریق طور فقط کجا کدام کرد کردن کنم کند کنند کنید کنیم که کی ما مانند مثل مربوط مگر من می میتوان
        میتوانم میشود میکنم میکند میکنید نمی نمیشود نمیکند نه نیز نیست و هایی های ها هر هستند هست هم همه همین وجود
        وقتی ولی یا یک یکی سوال سؤال سوالات مشکل تفاوت مثال صورت نحوه روش استفاده
        """,
    "he": """
        אבל או אולי אותה אותו אותי אחר אחרי אחרת איך אילו אין איפה איזה איזו אל אלה אם אני אנחנו אף את אתה אתם באיזה
        בגלל בו בין בלי גם האם הוא היא היה הם זאת זה זו חייב יכול יכולה יותר יש כאן כבר כדי כי כיצד כל כמה כמו כן כש
        לא לאן לה להיות לו לי לכם לכן לנו למה לפני לך מדוע מה מי מתי מאיפה מן עד עוד על עם עצמי צריך קורה רק של שלי
        שלך שלכם שאלה שאלות בעיה הבדל דוגמה דרך אפשר ניתן
        """,
    "hi": """
        दो तीन
        अगर अन्य अपना अपनी अपने अब आप आपका आपकी आपके इस इसका इसकी इसके इसमें इसे उन उनका उस उसका उसके उसे एक एवं और कब कभी कर
        करता करती करते करना करने करनी करें करेंगे कहाँ कहां का कि किस किसी किया की कुछ के को कोई कौन कौनसा कौनसी क्या क्यों क्योंकि गई
        गए गया चाहिए जब जा जाता जाती जाए जाना जाने जी जैसे जो तक तब तथा तो था थी थे दिया दे दो द्वारा नहीं ना ने पर पहले पास
        प्राप्त फिर बहुत बाद बारे बिना भी मुझे में मेरा मेरी मेरे मैं यदि यह यहाँ या ये रहा रही रहे लिए ले लेना वह वाला वाली वाले वे सकता
        सकती सकते सकूँ सभी साथ से हम हमारे हर ही हुआ हुई हुए है हैं हो होगा होगी होता होती होते होना होने कितना कितनी कितने कैसे प्रकार
        तरीका तरह प्रश्न सवाल समस्या अंतर उदाहरण बदलें
        """,
    "zh": """
        一个 一些 一样 一直 不同 不能 不了 不到 什么 为何 为什么 为什麼 什麼 使用 例子 修改 更改 出现 功能 区别 可以
        可否 哪个 哪些 哪里 哪裡 問題 问题 回事 情况 情況 如何 怎么 怎麼 怎么样 怎么办 怎麼辦 怎样 怎樣 多久 多少 大家
        失败 失敗 对于 导致 应该 應該 您的 支持 方法 方式 无法 無法 时候 時候 时间 是不是 是否 有没有 有没 有哪些 没有
        沒有 现在 現在 生效 的话 目前 相关 知道 看到 示例 能否 能不能 自己 觉得 請問 请问 起来 还是 這個 这个 这些
        这样 那么 那个 進行 进行 遇到 遇见 那里 选择 需要 需不需要 開始 开始 我们 我們 你们 你們 他们 原因 作用 意思
        有什么 设置 設置 关闭 打开 打開 添加 删除 刪除 获取 查看 实现 變更 变更 正常 成功 提示 显示 顯示 报错 错误
        錯誤 反应 办法 地方 东西 所有 任何 其他 其它 以及 或者 如果 因为 所以 但是 常见 常見 反馈 含义 步骤 情形 之后
        之前 以后 以前 为啥 咋办 几点 几个 几天
        """,
    "ja": """
        対処 更新 対処方法 使い方 やり方 方式 状況 件 事項 以外 以降 途中 最新 現在 今後 お問い合わせ 問い合わせ 連絡 記載 参照
        場合 方法 質問 問題 原因 必要 可能 不可能 以下 以上 対応 利用 使用 変更 確認 表示 追加 実行 作成 発生 自分
        理由 違い 意味 回答 答え 設定 時間 何 誰 今 時 後 前 中 人 際 事 物 所 方 何時 何処 下記 上記 本当 一番 全部
        全て 場所 教 知 使 どこ 手順 例 状態 内容 種類 開始 終了 完了 入力 選択 取得 指定 必須 失敗 成功 エラー 当社
        弊社 皆様 御社 お客様
        """,
    "ko": """
        가능 가요 것 것이 거 결과 경우 관련 관해 그 그냥 그런데 그리고 기능 나 나요 내 내가 너무 누가 누구 다 다른
        다시 당신 대해 대한 더 동안 되나요 되는 될까요 때 때문 때문에 또는 또한 뜻 많이 매우 먼저 모든 모두 무슨 무엇
        무엇을 무엇이 무엇인가요 문제 및 바로 받을 방법 방법은 방식 변경 본인 사용 상태 새 설명 수 아니 아닌 아직 안
        어느 어디 어디서 어디에 어디에서 어떤 어떻게 어떡하나요 언제 언제부터 얼마 얼마나 없나요 없는 없어요 없이 왜
        우리 위해 의미 이 이것 이런 이유 이미 있나요 있는 있습니까 있어요 있을까요 자꾸 자신 잘 저 저는 저희 정말 제
        제가 종류 지금 진행 질문 차이 차이점 추가 필요 하고 하나요 하는 하려면 하면 한 한번 할 할까요 해결 해야 확인
        후 예시 않아요 않습니다 않는
        """,
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words that name no topic in a language, in lower case. Those of English name none anywhere."""
    return frozenset(_WORDS.get(language, "").split())


ENGLISH = frozenset(_ENGLISH.split()) | frozenset(_EXAMPLES.split())
LANGUAGES = tuple(_WORDS)
"""The languages that are known, English aside."""
