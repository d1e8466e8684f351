/// The result of one request, before any redirect is followed.
enum LinkReply: Sendable, Equatable {
    /// - Parameters:
    ///   - location: where the host redirects to, as it says so.
    ///   - wait: after how many seconds it will answer again.
    case status(Int, location: String? = nil, wait: Int? = nil)
    case failure(LinkFailure)
    /// The host is in a private network, and those were not requested.
    case inPrivate
}

/// Why an address has no page, or none that readers get to.
enum LinkFailure: Sendable, Equatable {
    case unknownHost, noLookup, noConnection, noAnswer, badCertificate, brokenAnswer
    case status(Int)

    /// After the address, in a sentence.
    var words: String {
        switch self {
        case .unknownHost: "there is no host of that name"
        case .noLookup: "the address of that host could not be looked up"
        case .noConnection: "the host accepts no connection"
        case .noAnswer: "the host did not answer in time"
        case .badCertificate:
            "the host does not prove that it is the one it says (its certificate is not valid), so browsers warn of it"
        case .brokenAnswer: "the host broke off its answer"
        case .status(let code): "the host has an error of its own (it answers \(code))"
        }
    }

    /// Whether the cause may be that this machine has no network.
    var isOfNetwork: Bool { [.unknownHost, .noLookup, .noConnection, .noAnswer].contains(self) }
}

/// What is known of an address.
enum LinkVerdict: Sendable, Equatable {
    case found
    /// For good, as the host says.
    case moved(to: String)
    /// There is no such page; `at` is the address to which the host redirected, if it did.
    case gone(status: Int, at: String?)
    /// The host redirects to its front page instead.
    case frontPage(String)
    case failing(LinkFailure, at: String?)
    /// The host does not say to a program whether there is such a page.
    case unclear
    /// It is in a private network, and those were not requested.
    case inPrivate
    /// The time was up.
    case notAsked
}
