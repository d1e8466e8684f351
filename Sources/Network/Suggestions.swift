public import Content
public import Site

/// Communities that are alike and not connected yet, each pair with its reasons.
///
/// Two communities are alike by what few others share with them (inverse document frequency): roles and topics, a parent of
/// topics with less weight, what one wants and the other offers, a skill that one lacks and the other can mentor in, and
/// words of their name, summary and purpose. The same craft in another government is worth more than a neighbour. Nothing
/// that is not published is looked at, so a reason never tells of a person.
public struct Suggestions: Sendable {
    public struct Suggestion: Sendable {
        /// Indexes into `Network.nodes`; `from` is the lower one.
        public let from: Int
        public let to: Int
        /// From 0 up; there is no highest one.
        public let score: Double
        public let reasons: Reasons
    }

    public struct Reasons: Sendable, Equatable {
        public var roles: [ItemID] = []
        public var topics: [ItemID] = []
        /// Topics above topics of both that are not the same.
        public var parents: [ItemID] = []
        /// What `from` offers and `to` wants, and the other way round; as they are written.
        public var offered: [String] = []
        public var wanted: [String] = []
        /// Skills in which `from` can mentor and which `to` lacks, and the other way round; ids.
        public var mentored: [String] = []
        public var lacked: [String] = []
        /// Words of both that few others use.
        public var words: [String] = []
        public var isAcrossGovernments = false
    }

    /// The best first; pairs of one score in the order of their nodes.
    public let all: [Suggestion]
    /// Indexes into `all` by node, the best first, at most `perNode`.
    public let ofNode: [[Int]]

    /// How many a community is shown.
    public static let perNode = 5
    /// What more communities than this share says nothing by itself.
    private static let common = 200
    /// A pair of less is not worth a message.
    private static let least = 0.3

    public init(_ network: Network, _ site: Site) {
        let profiles = network.nodes.map { Profile($0, site) }
        let rarity = Rarity(profiles)
        var connected: Set<Pair> = []
        for edge in network.edges { connected.insert(Pair(edge.from, edge.to)) }
        var found: [Suggestion] = []
        for pair in Self.candidates(profiles) where !connected.contains(pair) {
            let a = profiles[pair.a], b = profiles[pair.b]
            // Nobody made up is worth a message.
            guard !a.isClosed, !b.isClosed, a.isExample == b.isExample else { continue }
            let (likeness, reasons) = rarity.likeness(of: a, and: b)
            let score = likeness * a.distance(to: b)
            if score >= Self.least { found.append(Suggestion(from: pair.a, to: pair.b, score: score, reasons: reasons)) }
        }
        found.sort { ($1.score, $0.from, $0.to) < ($0.score, $1.from, $1.to) }
        all = found
        var ofNode = [[Int]](repeating: [], count: network.nodes.count)
        for (index, one) in found.enumerated() {
            for node in [one.from, one.to] where ofNode[node].count < Self.perNode { ofNode[node].append(index) }
        }
        self.ofNode = ofNode
    }

    private struct Pair: Hashable {
        let a: Int
        let b: Int

        init(_ one: Int, _ other: Int) { (a, b) = (min(one, other), max(one, other)) }
    }

    /// Pairs that share something which not too many have: with lists by feature, and not by comparing all with all.
    private static func candidates(_ profiles: [Profile]) -> [Pair] {
        var holders: [Feature: [Int]] = [:]
        var wanting: [Feature: [Int]] = [:]
        for (node, profile) in profiles.enumerated() where !profile.isClosed {
            for feature in profile.features { holders[feature, default: []].append(node) }
            for feature in profile.wants { wanting[feature, default: []].append(node) }
        }
        var pairs: Set<Pair> = []
        for nodes in holders.values where nodes.count > 1 && nodes.count <= common {
            for (i, a) in nodes.enumerated() { for b in nodes[(i + 1)...] { pairs.insert(Pair(a, b)) } }
        }
        for (node, profile) in profiles.enumerated() where !profile.isClosed {
            for feature in profile.offers {
                let others = wanting[feature] ?? []
                if others.count <= common { for other in others where other != node { pairs.insert(Pair(node, other)) } }
            }
        }
        return pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    // MARK: What is compared

    private enum Feature: Hashable, Comparable {
        case role(ItemID), topic(ItemID), parent(ItemID), word(String), support(String), skill(String)
    }

    private struct Profile {
        /// A community that names more than this of a kind is compared by the first.
        private static let limit = 40

        var features: Set<Feature> = []
        var offers: Set<Feature> = []
        var wants: Set<Feature> = []
        var governments: Set<ItemID> = []
        /// Above its own.
        var unions: Set<ItemID> = []
        var isClosed = false
        var isExample = false

        init(_ id: ItemID, _ site: Site) {
            guard case .community(let community) = site[id].entry else { return }
            let relations = site[relationsOf: id]
            isClosed = community.closed.map { $0.value.firstDay <= site.today } ?? false
            isExample = site[id].common.example?.value ?? false
            let topics = relations.topics.prefix(Self.limit)
            for role in relations.roles.prefix(Self.limit) { features.insert(.role(role)) }
            for topic in topics { features.insert(.topic(topic)) }
            for topic in topics { for parent in Self.parents(of: topic, site) { features.insert(.parent(parent)) } }
            governments = Set(relations.governments)
            unions = Set(relations.governments.flatMap { Self.parents(of: $0, site) })
            offers = Set(community.offers.items().prefix(Self.limit).map { .support(ID.from($0.value)) })
            wants = Set(community.wants.items().prefix(Self.limit).map { .support(ID.from($0.value)) })
            var texts = [site[id].common.title?.value.original, site[id].common.summary?.value.original]
            for part in site.parts(of: id) {
                switch site[part].entry {
                case .charter(let charter): texts.append(charter.purpose?.value.original)
                case .members(let members): addSkills(members, site)
                default: break
                }
            }
            // What its terms are called says nothing new.
            let known = Set((relations.roles + relations.topics).flatMap { Self.words(site[$0].title(in: site.defaultLanguage).text) })
            for word in Self.words(texts.compactMap { $0 }.joined(separator: " ")) where !known.contains(word) { features.insert(.word(word)) }
        }

        private mutating func addSkills(_ list: Members, _ site: Site) {
            let members = list.members.items().map(\.value).filter { member in member.part?.value != .alumni && (member.until.map { $0.value.lastDay >= site.today } ?? true) }
            for skill in members.flatMap({ $0.mentors.items().map(\.value) }).prefix(Self.limit) { offers.insert(.skill(skill)) }
            for needed in (list.skillsNeeded?.value ?? []).prefix(Self.limit) {
                let have = members.count { member in (member.skills?.value ?? []).contains { $0.term.value == needed.term.value && $0.value.value >= 3 } }
                if have < needed.value.value { wants.insert(.skill(needed.term.value)) }
            }
        }

        private static func parents(of term: ItemID, _ site: Site) -> [ItemID] {
            var parents: [ItemID] = []
            var next = site[relationsOf: term].parent
            while let parent = next, parents.count < 10, !parents.contains(parent) {
                parents.append(parent)
                next = site[relationsOf: parent].parent
            }
            return parents
        }

        /// Words of seven letters and more, without their plural; shorter ones are of all subjects.
        private static func words(_ text: String) -> [String] {
            text.prefix(2_000).lowercased().split { !$0.isLetter }.filter { $0.count >= 7 }.prefix(60).map { $0.hasSuffix("s") ? String($0.dropLast()) : String($0) }
        }

        /// What the same craft is worth over the distance between the two.
        func distance(to other: Profile) -> Double {
            if governments.isEmpty || other.governments.isEmpty { return 0.8 }
            if !governments.isDisjoint(with: other.governments) { return 0.5 }
            return unions.isDisjoint(with: other.governments) && governments.isDisjoint(with: other.unions) ? 1 : 0.75
        }
    }

    // MARK: How much it counts

    private struct Rarity {
        private var holders: [Feature: Int] = [:]
        private let count: Double

        init(_ profiles: [Profile]) {
            let open = profiles.filter { !$0.isClosed }
            count = Double(open.count)
            for profile in open { for feature in profile.features { holders[feature, default: 0] += 1 } }
        }

        /// From 0, for what all have, to nearly 1.
        private func rarity(_ feature: Feature) -> Double {
            let held = Double(max(1, holders[feature] ?? 1))
            return count < 2 ? 0 : max(0, log2((count + 1) / held) / log2(count + 1))
        }

        private func weight(_ feature: Feature) -> Double {
            switch feature {
            case .role, .topic: rarity(feature)
            case .parent: 0.3 * rarity(feature)
            case .word: 0.1 * rarity(feature)
            case .support, .skill: 0.6
            }
        }

        /// What both have, more where it is most of what they have.
        func likeness(of a: Profile, and b: Profile) -> (Double, Reasons) {
            var reasons = Reasons()
            var shared = 0.0
            for feature in a.features.intersection(b.features).sorted() {
                switch feature {
                case .role(let id): reasons.roles.append(id)
                case .topic(let id): reasons.topics.append(id)
                case .parent(let id): if a.features.contains(.topic(id)) && b.features.contains(.topic(id)) { continue } else { reasons.parents.append(id) }
                case .word(let word): if (holders[feature] ?? 0) > max(3, Int(count / 10)) { continue } else { reasons.words.append(word) }
                case .support, .skill: continue
                }
                shared += weight(feature)
            }
            let all = a.features.union(b.features).reduce(0) { if case .word = $1 { $0 } else { $0 + weight($1) } }
            var score = all == 0 ? 0 : shared * (0.5 + 0.5 * min(1, shared / all))
            // A need that is met counts between those who have something in common.
            if !reasons.roles.isEmpty || !reasons.topics.isEmpty || !reasons.parents.isEmpty {
                for feature in a.offers.intersection(b.wants).sorted() { add(feature, &reasons.offered, &reasons.mentored, &score) }
                for feature in b.offers.intersection(a.wants).sorted() { add(feature, &reasons.wanted, &reasons.lacked, &score) }
            } else {
                score = 0
            }
            reasons.isAcrossGovernments = a.distance(to: b) == 1
            return (score, reasons)
        }

        private func add(_ feature: Feature, _ support: inout [String], _ skills: inout [String], _ score: inout Double) {
            switch feature {
            case .support(let word): support.append(word)
            case .skill(let id): skills.append(id)
            default: return
            }
            score += weight(feature)
        }

        private func log2(_ value: Double) -> Double { value <= 0 ? 0 : Self.log(value) / Self.log(2) }

        /// Natural logarithm without a library of mathematics: exponent and mantissa, then the series of atanh.
        private static func log(_ value: Double) -> Double {
            let z = (value.significand - 1) / (value.significand + 1)
            var term = z, sum = 0.0
            for k in stride(from: 1.0, through: 41, by: 2) {
                sum += term / k
                term *= z * z
            }
            return 2 * sum + Double(value.exponent) * 0.6931471805599453
        }
    }
}
