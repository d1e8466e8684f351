import Content
import Testing

/// The tables of keys.
@Suite struct KeyTableTests {
    @Test func `keys are unique in every table`() {
        func check<R: Record>(_ type: R.Type) {
            let keys = R.fields.map(\.key)
            #expect(Set(keys).count == keys.count, "\(R.recordName)")
            for key in keys { #expect(key.allSatisfy { $0.isLowercase || $0 == "_" }, "\(key)") }
            for field in R.fields {
                #expect(field.summary.hasSuffix(".") && !field.summary.contains("\n"), "\(field.key)")
            }
        }
        check(Community.self)
        check(Charter.self)
        check(Members.self)
        check(Backlog.self)
        check(Event.self)
        check(Writeup.self)
        check(Resource.self)
        check(Person.self)
        check(Term.self)
        check(Page.self)
        check(Settings.self)
        check(Member.self)
        check(Repetition.self)
        check(Channel.self)
        check(Connection.self)
        check(Welcome.self)
        check(Action.self)
        check(MembershipQuestions.self)
    }
}
