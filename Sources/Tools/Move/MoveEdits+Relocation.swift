internal import Content
internal import Diagnostics
internal import Disk
internal import Markdown
internal import Site
internal import Text

/// Links between files once some of the files are in another folder.
extension MoveEdits {
    mutating func relocate(_ link: Link, to target: LinkTarget, in path: String, _ bytes: [UInt8]) {
        if link.kind == .wiki {
            guard case .page(let id, _) = target, let name = name(of: id, in: link) else { return }
            found[path, default: [:]][link.range.lowerBound..<Self.end(of: link.range, in: bytes)] = name
        } else if let range = Self.written(link, in: bytes) {
            found[path, default: [:]][range] = relocated(LinkPath(link.destination), to: target, from: path)
        }
    }

    /// How a wiki link names a page that moves: by its last part, if that was enough and has changed.
    private func name(of id: ItemID, in link: Link) -> String? {
        let route = site[id].route
        let now = move.route(route)
        guard now != route else { return nil }
        let parts = LinkPath(link.destination).path.split(separator: "/")
        if parts.count > 1 { return String(now.dropLast()) }
        let isOwn = route == move.old + "/" && move.oldID != move.newID
        return isOwn ? move.newID : nil
    }

    mutating func relocateDefinition(_ range: ByteRange, in file: SourceFile) {
        let written = String(decoding: file.bytes[range], as: UTF8.self)
        guard !URLPolicy.isExternal(written) else { return }
        let url = LinkPath(written)
        guard let target = url.resolved(from: file.path), isKnown(target) else { return }
        let address = range.lowerBound..<Self.end(of: range, in: file.bytes)
        found[file.path, default: [:]][address] = relocated(url, to: .none, from: file.path)
    }

    private func isKnown(_ target: String) -> Bool {
        let route = EntryPath.route(named: target)
        return site.routes[route] != nil || SiteGraph.generatedRoutes.contains(route) || route == SiteGraph.embedRoute
            || SiteGraph.generatedFiles.contains(target) || SiteGraph.filesWithAddresses.contains(target)
            || assets.contains(target.lowercased())
    }

    mutating func relocateMenuEntry(_ range: ByteRange, to route: String, in bytes: [UInt8]) {
        var range = range
        func isAround(_ byte: UInt8) -> Bool { "\"'/ ".utf8.contains(byte) }
        while let first = bytes[range].first, isAround(first) { range = range.lowerBound + 1..<range.upperBound }
        while let last = bytes[range].last, isAround(last) { range = range.lowerBound..<range.upperBound - 1 }
        found[ContentKind.settingsPath, default: [:]][range] = String(route.dropLast())
    }

    /// The path from where a file is afterwards to what it linked to; `nil` where the old path still leads there.
    private func relocated(_ url: LinkPath, to page: LinkTarget, from path: String) -> String? {
        guard !url.path.isEmpty, let target = url.resolved(from: path) else { return nil }
        let source = move.path(path)
        var now = move.target(target)
        if now == target, case .page(let id, _) = page, move.route(site[id].route) != site[id].route {
            now = move.path(site[id].path)
        }
        if url.resolved(from: source) == now { return nil }
        let escaped = Self.escaped(now)
        return url.path.hasPrefix("/") ? "/" + escaped : LinkPath.relative(escaped, from: Self.escaped(source))
    }

    /// Where the path of a link is written; `nil` where the file has it in other bytes.
    private static func written(_ link: Link, in bytes: [UInt8]) -> ByteRange? {
        guard link.range.upperBound <= bytes.count else { return nil }
        var range = link.range
        for quote in "\"'".utf8 where range.count > 1 && bytes[range.lowerBound] == quote {
            range = range.lowerBound + 1..<range.upperBound - 1
        }
        range = range.lowerBound..<end(of: range, in: bytes)
        return bytes[range].elementsEqual(LinkPath(link.destination).path.utf8) ? range : nil
    }

    /// Escapes characters that end an address or mean something in it.
    private static func escaped(_ path: String) -> String {
        guard path.utf8.contains(where: isSpecial) else { return path }
        return path.unicodeScalars.reduce(into: "") { out, scalar in
            let isSpecial = scalar.isASCII && isSpecial(UInt8(scalar.value))
            out += isSpecial ? PercentEncoding.path(String(scalar)) : String(scalar)
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool { byte <= 0x20 || "%#?()<>\"'\\|&`*[]".utf8.contains(byte) }
}
