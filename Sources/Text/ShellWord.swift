/// Words of commands that a message asks the reader to type.
public enum ShellWord {
    /// In single quotes, so that a shell reads it as one word and expands nothing.
    public static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }
}
