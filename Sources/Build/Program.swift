/// The program itself.
public enum Program {
    /// Follows semantic versioning; a theme says in `theme.yaml` which versions it works with.
    public static let version = "0.1.0"
}
