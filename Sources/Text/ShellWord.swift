/// Words of commands that a message says to type.
public enum ShellWord {
    /// In single quotes, so that a shell takes it for one word and computes nothing.
    public static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
