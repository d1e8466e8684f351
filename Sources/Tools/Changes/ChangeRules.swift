internal import Diagnostics

/// What only two states of a handbook show: the good example is how it was, the bad one what it became.
enum ChangeRules {
    static let memberCount = Rule(
        "implausible-count", .warning, "A number of members that changes tenfold is usually a typing mistake.",
        bad: ["communities/a.md": "---\nname: A\nsummary: S.\nmember_count: {count: 1200}\n---\n"],
        good: ["communities/a.md": "---\nname: A\nsummary: S.\nmember_count: {count: 120}\n---\n"])

    static let revision = Rule(
        "event-without-revision", .warning,
        "An event that is moved or cancelled raises its `revision`, so that calendars notice.",
        bad: ["events/a.md": "---\ntitle: A\nstarts: 2026-05-02 14:00\n---\n"],
        good: ["events/a.md": "---\ntitle: A\nstarts: 2026-05-01 14:00\n---\n"])

    static let deletedCommunity = Rule(
        "deleted-community", .warning,
        "A community that ended keeps its page, with `closed` and `successor`; one with a new name has "
            + "`redirect_from`.",
        bad: ["communities/b.md": "---\nname: B\nsummary: S.\n---\n"],
        good: [
            "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
            "communities/b.md": "---\nname: B\nsummary: S.\n---\n",
        ])

    static let similar = Rule(
        "similar-community", .warning, "A community has one entry.",
        bad: [
            "communities/a.md": "---\nname: Open data\nsummary: S.\n---\n",
            "communities/b.md": "---\nname: Community of open data\nsummary: S.\n---\n",
        ],
        good: ["communities/a.md": "---\nname: Open data\nsummary: S.\n---\n"])

    static let all = [memberCount, revision, deletedCommunity, similar]
}
