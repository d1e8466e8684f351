extension String {
    /// At most that many scalars, and `…` if that is not all. Characters are not counted: one may have any number of
    /// marks.
    public func cut(toScalars count: Int) -> String {
        let kept = unicodeScalars.prefix(count)
        return kept.endIndex == unicodeScalars.endIndex ? self : String(kept) + "…"
    }
}
