/// The part of BCP 47 tags that is used here: a language, and perhaps a region or script.
public enum LanguageCode {
    public static func isValid(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 3 else { return false }
        return first.utf8.allSatisfy { (97...122).contains($0) }
            && parts.dropFirst().allSatisfy {
                (2...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }

    /// Whether a language has the code. There are thousands of codes with three letters, and all of them are accepted.
    package static func isAssigned(_ code: String) -> Bool {
        let language = code.prefix { $0 != "-" }
        return language.utf8.count != 2 || assigned.contains(String(language))
    }

    /// ` Did you mean `el`?` for codes of countries, which people write instead of language codes; otherwise empty.
    package static func hint(_ code: String) -> String {
        meant[String(code.prefix { $0 != "-" })].map { " Did you mean `\($0)`?" } ?? ""
    }

    private static let meant = [
        "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk", "us": "en", "gb": "en",
    ]

    /// ISO 639-1.
    private static let assigned = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee \
        el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io \
        is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn \
        mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se \
        sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi \
        vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))
}
