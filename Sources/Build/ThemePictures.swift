internal import Diagnostics
internal import Pictures
internal import Theme

/// Pictures of a theme that pages ask for by name and that nothing can show: the page itself looks right then.
enum ThemePictures {
    /// - Parameters:
    ///   - files: of a project's theme, by path below its folder.
    ///   - named: files in its `assets/` that the settings name.
    static func problems(_ files: [String: [UInt8]], named: [String]) -> [Diagnostic] {
        let logos = named.map { "assets/\($0)" }.filter { !$0.hasSuffix(".svg") }
        return ([CompiledTheme.linkPreviewPath] + Set(logos).sorted()).compactMap { path in
            guard let bytes = files[path], let flaw = flaw(of: bytes) else { return nil }
            let (reason, help) = PictureRules.words(for: flaw)
            let effect =
                path == CompiledTheme.linkPreviewPath ? "links to the site are shown without it" : "readers see no logo"
            return BuildRules.themePicture.at(
                0..<0, in: path, "`\(path)` cannot be shown, so \(effect): \(reason).", help: help)
        }
    }

    /// Why a picture cannot be shown. What else it holds does not matter: a theme's files are published as they are.
    private static func flaw(of bytes: [UInt8]) -> PictureFlaw? {
        do throws(PictureFlaw) {
            _ = try Picture.published(of: MemoryBytes(bytes))
        } catch {
            switch error {
            case .keepsNotes, .saysLocation: break
            case .empty, .endsEarly, .broken, .otherFormat, .tooManyParts: return error
            }
        }
        return ImageSize(header: bytes) == nil ? .broken : nil
    }
}
