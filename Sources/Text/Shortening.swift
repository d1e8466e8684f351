extension String {
    /// At most so many scalars, and `…` where that is not all. Characters are no measure: one may have any number of
    /// marks.
    public func cut(toScalars count: Int) -> String {
        let kept = unicodeScalars.prefix(count)
        return kept.endIndex == unicodeScalars.endIndex ? self : String(kept) + "…"
    }
}
