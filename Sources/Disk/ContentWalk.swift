internal import Diagnostics
internal import Text

/// One walk through a content folder, without recursion.
///
/// Links to folders come last, so that a folder is always read under its own name when it has one that is not
/// ignored; links reach what is in folders such as `_shared/`.
struct ContentWalk {
    private struct Pending {
        let path: String
        let depth: Int
        let owner: Owner
    }

    /// A folder's owner. GitBook keeps what its pages show in `.gitbook/assets/`; the rest of `.gitbook/` is its own.
    private enum Owner {
        case author, gitBook, gitBookAssets

        func owner(of name: String) -> Owner {
            switch self {
            case .author: name == ".gitbook" ? .gitBook : .author
            case .gitBook, .gitBookAssets: .gitBookAssets
            }
        }

        func isIgnored(_ name: String) -> Bool {
            self == .gitBook ? name != "assets" : ContentKind.isIgnored(name) && owner(of: name) != .gitBook
        }
    }

    private let root: String
    private let folder: OpenFolder
    private let limits: ContentLimits
    private var folders: [Pending] = []
    private var links: [Pending] = []
    private var seen: Set<FileFacts.Identity> = []
    private var tree = ContentTree()
    /// Files whose paths may differ on another computer.
    private var unusual: [(path: String, facts: FileFacts)] = []
    private var isFull = false

    init(root: String, folder: OpenFolder, limits: ContentLimits) {
        (self.root, self.folder, self.limits) = (root, folder, limits)
    }

    mutating func run() -> ContentTree {
        links = [Pending(path: "", depth: 0, owner: .author)]
        var next = 0
        while !isFull {
            if let pending = folders.popLast() {
                visit(pending)
            } else if next < links.count {
                next += 1
                visit(links[next - 1])
            } else {
                break
            }
        }
        tree.documents.sort { BytePath($0) < BytePath($1) }
        tree.assets.sort { BytePath($0) < BytePath($1) }
        tree.misnamed.sort { BytePath($0) < BytePath($1) }
        leaveOutTwins()
        tree.problems = tree.problems.sortedForReport()
        return tree
    }

    /// Of files that another computer would treat as one, keeps the one in small letters, or whose letters carry their
    /// accents: `plan.png` of `Plan.png` and `plan.png`. All later code uses Swift's equality of strings, which ignores
    /// how accents are written.
    private mutating func leaveOutTwins() {
        // By path in small letters.
        var kept: [String: String] = [:]
        var twins: Set<BytePath> = []
        for (path, facts) in unusual.sorted(by: { BytePath($1.path) < BytePath($0.path) }) {
            let key = path.lowercased()
            if let other = kept[key] ?? (tree.facts[key] == nil ? nil : key) {
                twins.insert(BytePath(path))
                report(.nameTwice(path, besides: other))
            } else {
                kept[key] = path
                tree.facts[path] = facts
            }
        }
        if !twins.isEmpty {
            tree.documents.removeAll { twins.contains(BytePath($0)) }
            tree.assets.removeAll { twins.contains(BytePath($0)) }
        }
    }

    /// Whether a path may differ on another computer: it is not in small letters without accents.
    private static func isUnusual(_ path: String) -> Bool {
        path.utf8.contains { $0 >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    private mutating func visit(_ pending: Pending) {
        do throws(SystemFailure) {
            let path = pending.path.isEmpty ? "." : pending.path
            let open = try OpenFolder(path, in: folder.descriptor)
            guard let facts = try open.facts(of: "."), seen.insert(facts.identity).inserted else {
                return report(.twice(pending.path))
            }
            tree.folders.append(pending.path)
            for name in try open.names() where !isFull { entry(name, of: open, in: pending) }
        } catch {
            report(.unreadable(pending.path, error))
        }
    }

    private mutating func entry(_ name: [UInt8], of open: OpenFolder, in parent: Pending) {
        let text = String(decoding: name, as: UTF8.self)
        if parent.owner.isIgnored(text) { return }
        let path = parent.path.isEmpty ? text : "\(parent.path)/\(text)"
        if !Self.isSound(name) { return report(.badName(path)) }
        if path.utf8.count > limits.pathLength { return report(.tooDeep(path, limits: limits)) }
        do throws(SystemFailure) {
            // Nothing there any more: an editor's temporary file.
            guard let facts = try open.facts(of: text) else { return }
            switch facts.kind {
            case .file: try file(path, facts, in: parent)
            case .folder: push(path, as: text, below: parent, isLink: false)
            case .link: try link(path, as: text, below: parent)
            case .other: report(.notAFile(path))
            }
        } catch {
            report(.unreadable(path, error))
        }
    }

    private mutating func file(_ path: String, _ facts: FileFacts, in parent: Pending) throws(SystemFailure) {
        let kind = ContentKind.of(path)
        if case .refused(let help) = kind {
            if ContentKind.pageName(of: path) != nil { tree.misnamed.append(path) }
            return report(.assetType(path, help: help))
        }
        if kind == .document, parent.owner == .gitBookAssets {
            let help: Help = "A page must be outside `.gitbook/`: move it to where its address should be."
            return report(.assetType(path, help: help))
        }
        if kind == .document, facts.size > limits.documentSize { return report(.tooLarge(path, limits: limits)) }
        if tree.documents.count + tree.assets.count == limits.files {
            isFull = true
            return report(.tooMany(path, limits: limits))
        }
        if kind == .document {
            // Reading it shows whether it can be read.
            tree.documents.append(path)
        } else {
            try folder.mayRead(path)
            tree.assets.append(path)
        }
        if Self.isUnusual(path) { unusual.append((path, facts)) } else { tree.facts[path] = facts }
    }

    private mutating func link(_ path: String, as name: String, below parent: Pending) throws(SystemFailure) {
        let base = root == "/" ? "" : root
        let real = try RealPath.following("\(base)/\(path)")
        guard real.utf8.starts(with: "\(base)/".utf8) || real == root else { return report(.outside(path)) }
        let below = real.utf8.dropFirst(base.utf8.count).split(separator: UInt8(ascii: "/"))
        // `.env` and `.git` hold what nobody means to publish.
        if below.contains(where: { $0.first == UInt8(ascii: ".") }) { return report(.hidden(path)) }
        guard let facts = try FileFacts.at(real) else { return }
        switch facts.kind {
        case .file:
            guard ContentKind.of(path, fits: below.last.map { String(decoding: $0, as: UTF8.self) } ?? "") else {
                return report(.otherType(path))
            }
            try file(path, facts, in: parent)
        case .folder: push(path, as: name, below: parent, isLink: true)
        case .link, .other: report(.notAFile(path))
        }
    }

    private mutating func push(_ path: String, as name: String, below parent: Pending, isLink: Bool) {
        let pending = Pending(path: path, depth: parent.depth + 1, owner: parent.owner.owner(of: name))
        if pending.depth > limits.depth { return report(.tooDeep(path, limits: limits)) }
        if isLink { links.append(pending) } else { folders.append(pending) }
    }

    private mutating func report(_ problem: Diagnostic) { tree.problems.append(problem) }

    private static func isSound(_ name: [UInt8]) -> Bool {
        name.allSatisfy { (0x20..<0x7F).contains($0) }
            || UTF8Check.firstInvalidByte(in: name) == nil
                && String(decoding: name, as: UTF8.self).unicodeScalars.allSatisfy {
                    $0.properties.generalCategory != .control
                }
    }
}
