internal import Text

/// Words in names of communities that say nothing about which one it is.
public enum NameWords {
    /// Lower-case, without accents; in the languages of the theme, as far as they are written in Latin letters.
    public static let common: Set<String> = [
        "a", "an", "and", "of", "for", "the", "in", "on", "at", "to", "community", "communities", "practice",
        "practices", "network", "group", "guild", "forum", "cop",
        "gov", "government", "de", "des", "du", "d", "l", "la", "le", "les", "et", "communaute", "communautes",
        "pratique", "reseau", "groupe", "y", "yr", "o", "i", "cymuned", "ymarfer", "rhwydwaith", "grwp", "fforwm",
    ]

    /// The words of a name that distinguish it, sorted.
    public static func telling(_ name: String) -> [String] {
        Set(ID.from(name).split(separator: "-").map(String.init)).subtracting(common).sorted()
    }
}
