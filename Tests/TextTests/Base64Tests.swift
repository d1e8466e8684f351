import Foundation
import Testing

@testable import Text

@Suite struct Base64Tests {
    @Test func `every length is read as Foundation wrote it`() {
        for length in 0...70 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 151 + length) }
            #expect(Base64.bytes(of: Substring(Data(bytes).base64EncodedString())) == bytes)
        }
    }
}
