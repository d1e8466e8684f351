internal import Diagnostics
internal import Text
internal import YAML

extension YAMLNode {
    /// Another value in the place of this one, in a form that YAML reads as it is.
    func replacement(_ text: String) -> Replacement? {
        guard case .scalar = value, !range.isEmpty else { return nil }
        return Replacement(range: range, text: text)
    }
}
