/// IANA names of time zones, by their form; whether a zone exists is for the calendar to say.
enum TimeZoneName {
    static func isValid(_ text: String) -> Bool {
        if text == "UTC" { return true }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count >= 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0)
                            || [95, 45, 43].contains($0)
                    }
            }
    }
}
