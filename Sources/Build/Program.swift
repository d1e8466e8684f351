/// The program itself.
public enum Program {
    /// Follows semantic versioning; a theme says in `theme.yaml` which versions it works with.
    public static let version = "0.1.0"

    /// Where the project is kept. Releases are below it, as hosts of git have them; docs/maintaining.md lists what
    /// else names it.
    public static let home = "https://github.com/example/folkmoot"

    /// Whether `make release` built it: as one file that is the same wherever it runs.
    #if FOLKMOOT_STATIC
    public static let isRelease = true
    #else
    public static let isRelease = false
    #endif
}
