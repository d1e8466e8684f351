import Testing

@testable import Content

/// In which language a text seems to be: only a clear answer counts.
@Suite struct TextLanguageTests {
    private static let english = """
        The members of the community meet once a month to talk about what works and what does not work in their jobs. \
        Anyone may \
        bring a question to the table, and nobody speaks for longer than five minutes. The notes are published in the \
        week after.
        """
    private static let welsh = """
        Mae aelodau'r gymuned yn cwrdd unwaith y mis i siarad am yr hyn sy'n gweithio a'r hyn nad yw'n gweithio yn eu \
        swyddi. Gall \
        unrhyw un ddod â chwestiwn at y bwrdd, ac nid yw neb yn siarad am fwy na phum munud. Caiff y nodiadau eu \
        cyhoeddi yn yr \
        wythnos wedyn, ac mae croeso i bawb eu darllen gyda'u timau neu eu rhannu mewn cyfarfod.
        """
    private static let german = """
        Die Mitglieder der Gemeinschaft treffen sich einmal im Monat, um über das zu sprechen, was in ihrer Arbeit \
        gelingt und was \
        nicht gelingt. Jede und jeder kann eine Frage mitbringen, und niemand redet länger als fünf Minuten. Die \
        Notizen werden in \
        der Woche danach veröffentlicht, und alle dürfen sie für ihre Arbeit verwenden.
        """

    @Test(arguments: [("en", english), ("cy", welsh), ("de", german), ("en-GB", english)])
    func `a text in the language that its page states is left alone`(stated: String, text: String) {
        #expect(TextLanguage.other(than: stated, in: text) == nil)
    }

    @Test(arguments: [("cy", english, "en"), ("en", welsh, "cy"), ("en", german, "de"), ("ar", english, "en")])
    func `a text in another language is noticed`(stated: String, text: String, language: String) {
        #expect(TextLanguage.other(than: stated, in: text) == language)
    }

    @Test(arguments: [
        ("中文社区每月举行一次会议讨论我们工作中什么有效什么无效任何人都可以提出问题没有人发言超过五分钟会议记录会在下一周公布欢迎大家阅读", "zh"),
        ("コミュニティのメンバーは月に一度集まり、仕事でうまくいっていることと、うまくいっていないことについて話し合います。誰でも質問を持ち寄れます。", "ja"),
        ("커뮤니티 구성원은 한 달에 한 번 만나 업무에서 잘 되는 것과 잘 되지 않는 것에 대해 이야기합니다. 누구나 질문을 가져올 수 있습니다.", "ko"),
        (
            "Учасники спільноти зустрічаються раз на місяць, щоб поговорити про те, що працює і що не працює в їхній "
                + "роботі.",
            "uk"
        ),
        ("Участники сообщества встречаются раз в месяц, чтобы поговорить о том, что работает и что не работает.", "ru"),
        ("يجتمع أعضاء المجتمع مرة في الشهر للحديث عما ينجح وما لا ينجح في عملهم ويمكن لأي شخص أن يطرح سؤالا", "ar"),
    ])
    func `other scripts are recognized by their letters`(text: String, language: String) {
        #expect(TextLanguage.other(than: "en", in: text) == language)
        #expect(TextLanguage.other(than: language, in: text) == nil)
    }

    @Test func `a short text, a list of names and a language without a table say nothing`() {
        #expect(TextLanguage.other(than: "en", in: "Der Kaffee ist nicht für die Katze.") == nil)
        let names = (1...60).map { "Name\($0) Müller, Dept" }.joined(separator: "\n")
        #expect(TextLanguage.other(than: "en", in: names) == nil)
        #expect(TextLanguage.other(than: "fi", in: Self.german) == nil)
    }

    @Test(arguments: [
        "Contacts: Jean de la Tour, Direction de la Santé; Marie des Prés, Office de la Mer; Paul de la Roche, "
            + "Agence de la Ville; Anne de Lille; Luc de la Porte; Rose de la Haye, Bureau de la Ville; Guy de la "
            + "Fontaine; Lise de la Croix, Caisse de la Région; Max de la Motte; Eve de la Salle",
        "https://example.gov/fr/les-services/pour-les-citoyens/dans-le-departement "
            + "https://example.gov/fr/une-aide/pour-vous/est-ce-que-je/dans-la-ville-de "
            + "https://example.gov/fr/les-dates/du-mois/avec-les-noms/qui-sont-dans-le-bureau/sur-la-carte"
            + "/des-villes/et-des-regions",
    ])
    func `names of people and offices, and addresses, are not prose`(text: String) {
        #expect(TextLanguage.other(than: "en", in: text) == nil)
    }

    @Test func `a page in English with a quotation in German is in English`() {
        #expect(TextLanguage.other(than: "en", in: Self.english + Self.english + Self.german) == nil)
    }
}
