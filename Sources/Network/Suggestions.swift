internal import Content
public import Site
internal import Text

/// Communities that are alike and not connected yet, each pair with its reasons.
///
/// Two communities are alike by what few others share with them (inverse document frequency): roles and topics, a
/// parent of topics with less weight, what one wants and the other offers, a skill that one lacks and the other can
/// mentor in, and words of their name, summary and purpose. The same craft in another government is worth more than a
/// neighbor. Nothing that is not published is looked at, so a reason never mentions a person.
public struct Suggestions: Sendable {
    public struct Suggestion: Sendable {
        /// Indexes into `CommunityNetwork.nodes`; `from` is the lower one.
        public let from: Int
        public let to: Int
        /// From 0 up; there is no highest one.
        public let score: Double
        public let reasons: Reasons

        /// The one that is not `node`.
        public func other(than node: Int) -> Int { from == node ? to : from }
    }

    public struct Reasons: Sendable, Equatable {
        public var roles: [ItemID] = []
        public var topics: [ItemID] = []
        /// Wider topics that both share, where their own topics differ.
        public var parents: [ItemID] = []
        /// What `from` offers and `to` wants, and the other way round; as they are written.
        public var offered: [String] = []
        public var wanted: [String] = []
        /// Skills in which `from` can mentor and which `to` lacks, and the other way round; ids.
        public var mentored: [String] = []
        public var lacked: [String] = []
        /// Words that the two communities use, and few others.
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
    /// A pair with less is not worth a message.
    private static let least = 0.3

    public init(_ network: CommunityNetwork, _ site: SiteGraph) {
        let profiles = network.nodes.map { Profile($0, site) }
        let table = FeatureTable(profiles)
        var found: [Suggestion] = []
        // By node: what it shares with the one that is looked at; zero for most.
        var shared = [Double](repeating: 0, count: profiles.count)
        for (node, profile) in profiles.enumerated() where !profile.isClosed {
            let connected = Set(network.edgesOfNode[node].map { network.edges[$0].other(than: node) })
            for other in table.candidates(of: node, &shared) {
                let guess = table.score(shared[other], node, other)
                shared[other] = 0
                guard guess >= Self.least / 2, !connected.contains(other) else { continue }
                let distance = profile.distance(to: profiles[other])
                let (likeness, reasons) = table.likeness(
                    of: node, and: other, profiles, isAcrossGovernments: distance == 1)
                if likeness * distance >= Self.least {
                    found.append(Suggestion(from: node, to: other, score: likeness * distance, reasons: reasons))
                }
            }
        }
        found.sort { ($1.score, $0.from, $0.to) < ($0.score, $1.from, $1.to) }
        all = found
        var ofNode = [[Int]](repeating: [], count: network.nodes.count)
        for (index, one) in found.enumerated() {
            for node in [one.from, one.to] where ofNode[node].count < Self.perNode { ofNode[node].append(index) }
        }
        self.ofNode = ofNode
    }

    // MARK: What is compared

    private enum Feature: Hashable, Comparable {
        case role(ItemID)
        case topic(ItemID)
        case parent(ItemID)
        case word(String)
        case support(String)
        case skill(String)
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

        init(_ id: ItemID, _ site: SiteGraph) {
            guard case .community(let community) = site[id].entry else { return }
            let relations = site[relationsOf: id]
            isClosed = community.hasEnded(on: site.today)
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
            let known = Set(
                (relations.roles + relations.topics).flatMap {
                    Self.words(site[$0].title(in: site.defaultLanguage).text)
                })
            for word in Self.words(texts.compactMap { $0 }.joined(separator: " ")) where !known.contains(word) {
                features.insert(.word(word))
            }
        }

        private mutating func addSkills(_ list: Members, _ site: SiteGraph) {
            let members = list.current(on: site.today)
            for skill in members.flatMap({ $0.mentors.items().map(\.value) }).prefix(Self.limit) {
                offers.insert(.skill(skill))
            }
            for skill in list.skillCoverage(on: site.today, isPublic: true).filter(\.isNeeded).prefix(
                Self.limit)
            {
                wants.insert(.skill(skill.skill))
            }
        }

        private static func parents(of term: ItemID, _ site: SiteGraph) -> [ItemID] {
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
            text.prefix(2_000).lowercased().split { !$0.isLetter }.filter { $0.count >= 7 }.prefix(60).map {
                $0.hasSuffix("s") ? String($0.dropLast()) : String($0)
            }
        }

        /// What the same craft is worth over the distance between the two.
        func distance(to other: Profile) -> Double {
            if governments.isEmpty || other.governments.isEmpty { return 0.8 }
            if !governments.isDisjoint(with: other.governments) { return 0.5 }
            return unions.isDisjoint(with: other.governments) && governments.isDisjoint(with: other.unions) ? 1 : 0.75
        }
    }

    // MARK: How much it counts

    /// The features of all open communities as numbers, with who has them and how much they count.
    private struct FeatureTable {
        private var features: [Feature] = []
        private var weights: [Double] = []
        /// By feature, ascending; of closed communities none.
        private var holders: [[Int]] = []
        /// By node, ascending.
        private var featuresOf: [[Int]] = []
        private var offersOf: [[Int]] = []
        private var wantsOf: [[Int]] = []
        private var wanting: [Int: [Int]] = [:]
        private var offering: [Int: [Int]] = [:]
        /// By node: the weight of its roles, topics and parents.
        private var totals: [Double] = []

        init(_ profiles: [Profile]) {
            var numbers: [Feature: Int] = [:]
            func number(_ feature: Feature) -> Int {
                if let number = numbers[feature] { return number }
                numbers[feature] = features.count
                features.append(feature)
                holders.append([])
                return features.count - 1
            }
            for (node, profile) in profiles.enumerated() {
                let own = profile.isClosed ? [] : profile.features.sorted().map(number)
                for feature in own { holders[feature].append(node) }
                featuresOf.append(own.sorted())
                offersOf.append(profile.isClosed ? [] : profile.offers.sorted().map(number).sorted())
                wantsOf.append(profile.isClosed ? [] : profile.wants.sorted().map(number).sorted())
                for feature in offersOf[node] { offering[feature, default: []].append(node) }
                for feature in wantsOf[node] { wanting[feature, default: []].append(node) }
            }
            let count = Double(profiles.count { !$0.isClosed })
            let whole = Self.log(count + 1)
            weights = features.indices.map { index in
                // From 0, for what all have, to nearly 1.
                let rarity =
                    count < 2 ? 0 : max(0, Self.log((count + 1) / Double(max(1, holders[index].count))) / whole)
                switch features[index] {
                case .role, .topic: return rarity
                case .parent: return 0.3 * rarity
                case .word: return Double(holders[index].count) > max(3, count / 10) ? 0 : 0.1 * rarity
                case .support, .skill: return 0.6
                }
            }
            totals = featuresOf.map { own in
                own.reduce(0) { if case .word = features[$1] { $0 } else { $0 + weights[$1] } }
            }
        }

        /// Nodes after `node` that share something that not too many have; how much goes into `shared`.
        func candidates(of node: Int, _ shared: inout [Double]) -> [Int] {
            var found: [Int] = []
            func add(_ others: [Int], _ weight: Double) {
                guard weight > 0, others.count <= Suggestions.common else { return }
                for other in others where other > node {
                    if shared[other] == 0 { found.append(other) }
                    shared[other] += weight
                }
            }
            for feature in featuresOf[node] { add(holders[feature], weights[feature]) }
            for feature in offersOf[node] { add(wanting[feature] ?? [], weights[feature]) }
            for feature in wantsOf[node] { add(offering[feature] ?? [], weights[feature]) }
            return found.sorted()
        }

        /// What two have in common, more where it is most of what they have.
        func score(_ shared: Double, _ a: Int, _ b: Int) -> Double {
            let all = totals[a] + totals[b] - shared
            return shared * (0.5 + 0.5 * (all <= 0 ? 1 : min(1, shared / all)))
        }

        func likeness(of a: Int, and b: Int, _ profiles: [Profile], isAcrossGovernments: Bool) -> (Double, Reasons) {
            var reasons = Reasons()
            reasons.isAcrossGovernments = isAcrossGovernments
            var shared = 0.0
            for index in Self.common(featuresOf[a], featuresOf[b]) {
                switch features[index] {
                case .role(let id): reasons.roles.append(id)
                case .topic(let id): reasons.topics.append(id)
                // A subject of both is said by itself.
                case .parent(let id):
                    if profiles[a].features.contains(.topic(id)), profiles[b].features.contains(.topic(id)) {
                        continue
                    } else {
                        reasons.parents.append(id)
                    }
                case .word(let word): if weights[index] == 0 { continue } else { reasons.words.append(word) }
                case .support, .skill: continue
                }
                shared += weights[index]
            }
            // A need that is met counts between those who have something in common.
            if reasons.roles.isEmpty, reasons.topics.isEmpty, reasons.parents.isEmpty { return (0, reasons) }
            var score = score(shared, a, b)
            for index in Self.common(offersOf[a], wantsOf[b]) {
                add(index, &reasons.offered, &reasons.mentored, &score)
            }
            for index in Self.common(offersOf[b], wantsOf[a]) { add(index, &reasons.wanted, &reasons.lacked, &score) }
            reasons.roles.sort()
            reasons.topics.sort()
            reasons.words.sort()
            return (score, reasons)
        }

        private func add(_ index: Int, _ support: inout [String], _ skills: inout [String], _ score: inout Double) {
            switch features[index] {
            case .support(let word): support.append(word)
            case .skill(let id): skills.append(id)
            default: return
            }
            score += weights[index]
        }

        /// What two ascending lists both have.
        private static func common(_ a: [Int], _ b: [Int]) -> [Int] {
            var found: [Int] = []
            var i = 0
            var j = 0
            while i < a.count, j < b.count {
                if a[i] == b[j] {
                    found.append(a[i])
                    i += 1
                    j += 1
                } else if a[i] < b[j] {
                    i += 1
                } else {
                    j += 1
                }
            }
            return found
        }

        /// Natural logarithm, the same on every machine, which libraries of mathematics do not promise: exponent and
        /// mantissa, then the series of atanh.
        private static func log(_ value: Double) -> Double {
            guard value > 0 else { return 0 }
            let z = (value.significand - 1) / (value.significand + 1)
            var term = z
            var sum = 0.0
            for k in stride(from: 1.0, through: 41, by: 2) {
                sum += term / k
                term *= z * z
            }
            return 2 * sum + Double(value.exponent) * 0.6931471805599453
        }
    }
}
