internal import Content
internal import Text

extension SiteGraph {
    /// By which programs that remember the site know it: a host that was its own once, or the name of the site.
    package var authority: String {
        settings.identity?.value ?? settings.host ?? ID.from(settings.title?.value.original ?? "")
    }

    /// What an item is known by to programs that remember it, such as calendars and feed readers: the oldest address
    /// that it had, so that it stays the same when the item moves.
    ///
    /// Of an item whose community has moved with it, that of the community comes first.
    package func identity(of id: ItemID) -> String {
        let item = self[id]
        if let oldest = Redirects.oldestAddress(of: item) { return oldest }
        guard let community = item.community, community != id, let before = Redirects.oldestAddress(of: self[community])
        else { return item.route }
        return before + item.route.dropFirst(self[community].route.count)
    }
}
