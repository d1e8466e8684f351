internal import Build
public import Disk
internal import Foundation
internal import Text
internal import Theme

/// Makes the folder of a theme that changes nothing yet and says how it could.
public struct NewTheme: Sendable {
    /// Below the folder in which the program was started.
    public let folder: String
    private let name: String

    /// - Throws: `BuildError` when a theme cannot have that name.
    public init(_ name: String) throws(BuildError) {
        guard ThemeFolder.isName(name), name != ThemeFolder.default else {
            throw BuildError(
                name == ThemeFolder.default
                    ? "`default` is the theme that every other extends; call yours something else."
                    : "`\(Printable.line(name))` cannot be the name of a theme: use lower-case letters, digits and "
                        + "hyphens."
            )
        }
        self.name = name
        folder = "\(ThemeFolder.home)/\(name)"
    }

    /// Writes the files.
    ///
    /// - Parameter parent: the folder in which the program was started.
    /// - Returns: what to do next.
    /// - Throws: `BuildError` when there is something of that name, or the folder cannot be written.
    public func make(in parent: String = ".") throws(BuildError) -> String {
        let root = URL(fileURLWithPath: parent).appending(path: folder)
        do {
            try FileManager.default.createDirectory(
                at: root.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: false)
        } catch CocoaError.fileWriteFileExists {
            throw BuildError("`\(folder)` is there already; nothing was changed.")
        } catch {
            throw BuildError("cannot create the folder `\(folder)`: \(error.localizedDescription)")
        }
        for (path, text) in files {
            try NewFile.write(text, to: root.appending(path: path), shown: "\(folder)/\(path)")
        }
        return """
            Made \(folder)/ with \(files.map(\.path).joined(separator: ", ")).
            Next: write `theme: \(name)` into content/site.yaml, change a colour in \(folder)/tokens.css, and run \
            `folkmoot build`.
            """
    }

    private var files: [(path: String, text: String)] {
        [
            ("theme.yaml", CompiledTheme.manifest(name: name, version: Program.version)), ("tokens.css", Self.tokens),
            ("i18n/en.yaml", Self.words),
            ("README.md", readme),
        ]
    }

    private static let tokens = """
        /* Values that the default theme's styles are made of. They come after the default ones, so that only what \
        changes
           has to be here. `folkmoot theme file tokens.css` shows all of them. */
        :root {
          /* --accent: #6b2d5c; */
          /* --font: Georgia, serif; */
        }

        """

    private static let words = """
        # Texts of the interface in English: only those that change. `folkmoot theme file i18n/en.yaml` shows all of \
        them.
        # A file for each language: i18n/cy.yaml for Welsh. `folkmoot theme language fi` makes one
        # for a language that folkmoot does not have.
        #
        # search_placeholder: Role, team, place…

        """

    private var readme: String {
        """
        # \(name)

        A theme for folkmoot. It extends the default theme: a file here takes the place of the file with the same \
        path there,
        and everything else stays as it is.

        | file | what it changes |
        |---|---|
        | `tokens.css` | colours, type and space; only the values that change |
        | `i18n/en.yaml` | texts of the interface; only the texts that change |
        | `pages/community.mustache` and others | a kind of page |
        | `components/row/row.mustache` and others | a part that pages share |
        | `components/row/row.css`, `.js` | the style or script of a part |
        | `layout.mustache` | everything around the pages |
        | `base.css`, `icon.svg` | styles of plain elements; the icon |
        | `assets/link-preview.png` | the picture that other sites show beside a link to a page |

        Start a file from the default theme's:

        ```sh
        folkmoot theme file                                  # lists the files there are
        mkdir -p \(folder)/pages
        folkmoot theme file pages/community.mustache > \(folder)/pages/community.mustache
        ```

        Keep the first line of the copy. It says from which version it began, so `folkmoot check` can say when a newer \
        version
        has changed it, and this shows the difference:

        ```sh
        folkmoot theme diff pages/community.mustache
        ```

        What a template may show:

        ```sh
        folkmoot theme fields pages/community                # every name, with what it is for
        folkmoot theme context communities/some-community/   # what one page really receives
        ```

        `{{name}}` shows a text, `{{{name}}}` what is HTML already, `{{#name}}…{{/name}}` what is in a list or a \
        group, or what
        is shown only if there is a name, `{{^name}}…{{/name}}` what is shown if there is none, `{{> row}}` \
        another
        template, `{{t.search}}` a text of `i18n/`. `folkmoot check` reports names that do not exist, with file and \
        line.

        """
    }
}
