/// Files of spreadsheet programs that are not text: what they are, and how their sheets are saved as CSV.
enum Workbook {
    case excel, oldExcel, openDocument, numbers, otherArchive, webPage

    /// How many bytes are looked at.
    private static let sample = 4096

    /// - Returns: `nil` for what may be text.
    init?(_ bytes: [UInt8]) {
        let start = bytes.prefix(Self.sample)
        func has(_ text: String) -> Bool { start.firstRange(of: Array(text.utf8)) != nil }
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            // The names of the first files in the archive (ECMA-376, OpenDocument 1.3; Numbers from its files).
            self =
                has("opendocument.spreadsheet")
                ? .openDocument
                : has("[Content_Types].xml") || has("xl/") || has("_rels/")
                    ? .excel : has("Index/") || has(".iwa") ? .numbers : .otherArchive
        } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldExcel
        } else if start.drop(while: { $0 <= 0x20 || $0 >= 0x80 }).starts(with: "<".utf8) {
            self = .webPage
        } else {
            return nil
        }
    }

    /// What it is and what to do, in sentences.
    var advice: String {
        switch self {
        case .excel, .oldExcel:
            "is an Excel workbook, and a sheet is read as CSV. In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”; "
                + "in Google Sheets: File, Download, “Comma Separated Values”; in LibreOffice: File, Save "
                + "As, “Text CSV”."
        case .openDocument:
            "is an OpenDocument spreadsheet, and a sheet is read as CSV. In LibreOffice: File, Save As, “Text CSV”, "
                + "with the character set “Unicode (UTF-8)”."
        case .numbers: "is a spreadsheet of Numbers, and a sheet is read as CSV: File, Export To, CSV, with UTF-8."
        case .otherArchive: "is a zip archive. Open it, and give the CSV file that is in it."
        case .webPage:
            "is a web page, as some registers save one under the name of a sheet. Open it in a spreadsheet program, "
                + "and save the sheet as CSV with UTF-8."
        }
    }
}
