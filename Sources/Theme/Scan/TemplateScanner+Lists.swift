/// Lists within lists. A list of each item is as long as the data; a list from elsewhere is repeated for every item, so
/// a few sections in one another would make a page of millions of lines.
extension TemplateScanner {
    /// How often a list may be open at one place.
    static let mostTimes = 2
    /// How many lists may be open at one place that the items around them do not bring.
    static let mostOuterLists = 2

    /// What a scope is made from.
    struct Origin {
        /// Of how many of the lists that are open it depends on the items: of the first ones.
        var lists = 0
        /// The same for all scopes that are made from the same value.
        var identity = 0
    }

    /// A list whose section is open.
    struct OpenList {
        let identity: Int
        /// Whether the items of the list around it do not bring it.
        let isOuter: Bool
    }

    /// Reports a list that is repeated too often.
    ///
    /// - Parameters:
    ///   - frame: around the section.
    ///   - lists: that are open in it.
    /// - Returns: whether it is.
    mutating func reportRepetition(_ tag: TemplateTags.Tag, _ frame: Frame, _ lists: [OpenList]) -> Bool {
        if lists.count(where: { $0.identity == lists.last?.identity }) > Self.mostTimes {
            report.add(
                ThemeRules.repeatedList, tag, frame,
                "`\(tag.name)` is within itself a second time here: 100 items would be a million.",
                help: "A list may be repeated within itself once. Close a section before you open the next one.")
            return true
        }
        if lists.count(where: \.isOuter) > Self.mostOuterLists {
            report.add(
                ThemeRules.repeatedList, tag, frame,
                "`\(tag.name)` is repeated here for each item of several lists that do not have it: with 100 items "
                    + "each, it is repeated a million times.",
                help: "Close a section before you open the next one, or show a list that the item has itself.")
            return true
        }
        return false
    }
}

extension TemplateScanner.Frame {
    /// What the value of a tag is made from; found as rendering would.
    private func origin(of tag: TemplateTags.Tag, isList: Bool) -> TemplateScanner.Origin {
        let names = tag.name.split(separator: ".").map(String.init)
        let innermost = origins.count - 1
        var index = innermost
        if let first = names.first, !tag.name.hasPrefix(".") {
            index = scopes.lastIndex { $0.child(first) != nil } ?? innermost
        }
        // A list that is reversed is the same one.
        let steps = names + (isList ? [] : tag.transforms.reversed())
        let identity = steps.reduce(origins[index].identity) { Self.combined($0, $1) }
        return TemplateScanner.Origin(lists: origins[index].lists, identity: identity)
    }

    private static func combined(_ identity: Int, _ step: some Hashable) -> Int {
        var hasher = Hasher()
        hasher.combine(identity)
        hasher.combine(step)
        return hasher.finalize()
    }

    /// Opens a section that brings names.
    ///
    /// - Parameter isList: whether it is repeated for each item.
    mutating func open(_ scope: ScannedValue, of tag: TemplateTags.Tag, isList: Bool) {
        var origin = self.origin(of: tag, isList: isList)
        if isList {
            lists.append(
                TemplateScanner.OpenList(identity: origin.identity, isOuter: origin.lists < lists.count))
            origin = TemplateScanner.Origin(
                lists: lists.count, identity: Self.combined(origin.identity, lists.count))
        }
        scopes.append(scope)
        origins.append(origin)
        isInList = isList
    }
}
