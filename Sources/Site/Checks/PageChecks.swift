internal import Content
internal import Diagnostics
internal import Text

extension SiteCheck {
    static let missingTranslation = SiteCheck(
        Rule(
            "missing-translation", .error, "A page is written in every language of `languages_required`.",
            bad: [
                "site.yaml": "title: T\nlanguages: [en, cy]\nlanguages_required: [en, cy]\n",
                "resources/a.md": "---\ntitle: A\n---\n",
            ],
            good: [
                "site.yaml": "title: T\nlanguages: [en, cy]\nlanguages_required: [en, cy]\n",
                "resources/a.md": "---\ntitle: A\n---\n",
                "resources/a.cy.md": "---\ntitle: B\n---\n",
            ])
    ) { site, rule in
        site.settings.languagesRequired.items().map(\.value).filter(site.languages.contains).flatMap { language in
            site.translationGaps(in: language).filter { $0.extent == .page || $0.lacksBody }.map { gap in
                let help: Help =
                    gap.isDraft
                    ? "`\(gap.translation)` is a draft: remove its line `draft: true` when it is finished."
                    : gap.texts.isEmpty && !gap.lacksBody
                        ? Help(
                            "Write each text once for each language, such as",
                            paste: "title:\n  \(site.defaultLanguage): …\n  \(language): …")
                        : "Add `\(gap.translation)` with title, summary and text."
                let part = gap.extent == .page ? "This page is" : "The text of this page is"
                return rule.at(
                    gap.range, in: gap.path, "\(part) not written in `\(language)`, which the site requires.",
                    help: help)
            }
        }
    }

    static let requiredLanguage = SiteCheck(
        Rule(
            "required-language", .error, "A language of `languages_required` is one of `languages`.",
            bad: ["site.yaml": "title: T\nlanguages: [en]\nlanguages_required: [en, cy]\n"],
            good: ["site.yaml": "title: T\nlanguages: [en, cy]\nlanguages_required: [en]\n"])
    ) { site, rule in
        site.settings.languagesRequired.items().filter { !site.languages.contains($0.value) }.map { language in
            rule.at(
                language.range, in: "site.yaml",
                "`\(language.value)` is required, and the site is not published in it.",
                help:
                    Help(
                        "Add it to the languages of the site:",
                        paste: "languages: "
                            + "[\((site.languages + [language.value]).joined(separator: ", "))]")
            )
        }
    }

    static let socialImageMissing = SiteCheck(
        Rule(
            "social-image-missing", .error,
            "The picture for links exists, as PNG, JPEG, GIF or WebP: other sites show nothing else.",
            bad: ["site.yaml": "title: T\nsocial_image:\n  file: /pictures/card.png\n  alt: A card.\n"],
            good: ["site.yaml": "title: T\n"])
    ) { site, rule in
        let ofItems = site.items.compactMap { item in item.common.socialImage.map { ($0.value, item.path) } }
        let all = (site.settings.socialImage.map { [($0.value, "site.yaml")] } ?? []) + ofItems
        return all.compactMap { image, path in
            guard let file = image.file else { return nil }
            let target = LinkPath(file.value).resolved(from: path)
            let ending = file.value.split(separator: ".").last.map { $0.lowercased() } ?? ""
            let isKind = ["png", "jpg", "jpeg", "gif", "webp"].contains(ending)
            if isKind, let target, site.imageSizes[target] != nil { return nil }
            if isKind, let target, site.unusableAssets.contains(target) {
                return rule.at(
                    file.range, in: path,
                    "The picture `\(file.value)` is left out, so other sites cannot show it beside a link.",
                    help: "What is wrong with it is reported with the file.")
            }
            let known = site.imageSizes.keys.sorted().map { "/" + $0 }
            let name = "/" + (file.value.split(separator: "/").last ?? "")
            let hint =
                known.first { $0.hasSuffix(name) }.map { " Did you mean `\($0)`?" }
                ?? NearestMatch.hint(file.value, among: known)
            return rule.at(
                file.range, in: path,
                isKind
                    ? "There is no picture at `\(file.value)`.\(hint)"
                    : "`\(file.value)` is not a picture that other sites show beside a link.",
                help: Help(
                    isKind
                        ? "Write its path from the content folder, such as `/pictures/card.png`."
                        : "Save it as PNG, 1200 pixels wide and 630 high."))
        }
    }
}
