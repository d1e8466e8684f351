internal import CMark
internal import CMarkArena

/// cmark's tree of a text, freed with it. The only file that sees C.
struct Tree: ~Copyable {
    private let root: OpaquePointer
    private let arena: OpaquePointer

    /// The library follows CommonMark 0.31 or later, not 0.30.
    static let isLibraryOf031 = cmark_version() >= 31 << 8

    /// Parses `bytes[start...]` at once; the bytes are not kept.
    ///
    /// - Parameter isMasked: they come from `MaskedComments`; the nodes hold what was written.
    init(_ bytes: [UInt8], from start: Int, isMasked: Bool = false) {
        arena = folkmoot_arena_new(24 * (bytes.count - start))
        // Without the option, columns are wrong after an inline that spans lines. It changes nothing else here.
        let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, folkmoot_arena_memory())
        bytes[start...].withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        root = cmark_parser_finish(parser)
        if isMasked { unmask() }
    }

    private func unmask() {
        var walk = Walk(Node(pointer: root))
        while let (node, isEntering) = walk.next() {
            guard isEntering else { continue }
            let texts = [
                cmark_node_get_literal(node.pointer), cmark_node_get_url(node.pointer),
                cmark_node_get_title(node.pointer), cmark_node_get_fence_info(node.pointer),
            ]
            for case let text? in texts {
                MaskedComments.unmask(UnsafeMutableRawPointer(mutating: text).assumingMemoryBound(to: UInt8.self))
            }
        }
    }

    // All nodes below the root are freed with the arena, and so is the parser.
    deinit { folkmoot_arena_free(arena) }

    /// Calls `body` with the document's node. No node may outlive the call.
    borrowing func read<Result>(_ body: (Node) -> Result) -> Result {
        body(Node(pointer: root))
    }
}

/// A block or inline of a tree that still exists.
struct Node: Hashable {
    enum Kind {
        case document, quote, list, item, code, html, paragraph, heading, thematicBreak
        case text, softBreak, lineBreak, codeSpan, inlineHTML, emphasis, strong, link, image, custom
    }

    fileprivate let pointer: OpaquePointer

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .codeSpan
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .custom
        }
    }

    var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
    var previous: Node? { cmark_node_previous(pointer).map(Node.init) }
    var next: Node? { cmark_node_next(pointer).map(Node.init) }
    var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }

    var lastChild: Node? { cmark_node_last_child(pointer).map(Node.init) }

    // The bytes below belong to the tree and are freed with it.

    /// Of text, code and HTML.
    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    /// Of a link or image: backslashes and entities resolved, percent escapes kept.
    var url: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
    var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
    /// What follows the opening fence of a code block.
    var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// The first number of an ordered list.
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

    // Lines and columns count from 1 in the text that was parsed, columns in bytes; the end is included.

    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text, text.pointee != 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: length(of: start))
    }

    private static func length(of text: UnsafePointer<UInt8>) -> Int {
        var end = text
        while end.pointee != 0 { end += 1 }
        return end - text
    }
}

/// A walk over a node and all below it, without recursion: every node is entered, and those with children are left
/// again.
struct Walk: ~Copyable {
    private let iterator: OpaquePointer

    init(_ node: Node) { iterator = cmark_iter_new(node.pointer) }

    deinit { cmark_iter_free(iterator) }

    /// `nil` after the node the walk began with was left.
    mutating func next() -> (node: Node, isEntering: Bool)? {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE else { return nil }
        return (Node(pointer: cmark_iter_get_node(iterator)), event == CMARK_EVENT_ENTER)
    }

    /// Continues after `node` as if it had been left. `node` must be within the walk and have children or be of a kind
    /// that can.
    mutating func skip(past node: Node) {
        cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
    }
}

extension String {
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.init(decoding: bytes, as: UTF8.self)
    }
}

extension Node {
    var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
    /// Nothing is before it on its line.
    var beginsLine: Bool { previous?.isBreak ?? true }
    /// Nothing is after it on its line.
    var endsLine: Bool { next?.isBreak ?? true }
}
