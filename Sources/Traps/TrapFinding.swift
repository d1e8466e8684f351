package import Diagnostics

/// What somebody fell into, for the code that knows the rule it breaks.
package struct TrapFinding {
    /// In the file.
    package var range: ByteRange
    package var message: String
    package var help: Help?

    package init(range: ByteRange, message: String, help: Help?) {
        (self.range, self.message, self.help) = (range, message, help)
    }
}
