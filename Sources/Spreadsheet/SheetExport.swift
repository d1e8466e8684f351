internal import Content
public import Site

/// A site's communities as a sheet that can be imported again.
public enum SheetExport {
    /// UTF-8 with a byte-order mark, without which spreadsheet programs garble what is not English; lines end as RFC
    /// 4180 says; no cell is taken for a formula.
    public static func bytes(of site: SiteGraph) -> [UInt8] {
        let communities = site.communities.compactMap { id -> (Item, Community)? in
            guard case .community(let community) = site[id].entry else { return nil }
            return (site[id], community)
        }
        let others = site.languages.filter { $0 != site.defaultLanguage }
        let columns = SheetColumn.all.filter(\.isExported).flatMap { column -> [SheetColumn] in
            let translated = column.isProse ? others.map(column.inLanguage) : []
            // Of another language only what some community says in it.
            return [column]
                + translated.filter { column in
                    communities.contains { !cell(column, $0, $1, site).isEmpty }
                }
        }
        let rows = communities.map { item, community in columns.map { cell($0, item, community, site) } }
        return bytes(of: [columns.map(\.name)] + rows)
    }

    /// Rows of cells as a sheet of this form.
    package static func bytes(of rows: [[String]]) -> [UInt8] {
        let lines = rows.map { $0.map { quoted(Sheet.guarded($0)) }.joined(separator: ",") + "\r\n" }
        return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
    }

    /// A cell as it is written between separators. Byte by byte: an accent after a separator makes another `Character`
    /// of it.
    static func quoted(_ cell: String) -> String {
        let mark = UInt8(ascii: "\"")
        let isSafe = cell.unicodeScalars.allSatisfy {
            !",\"\n\r;\t".unicodeScalars.contains($0) && !Character($0).isNewline
        }
        if isSafe { return cell }
        return "\"" + String(decoding: cell.utf8.flatMap { $0 == mark ? [mark, mark] : [$0] }, as: UTF8.self) + "\""
    }

    /// What a community says under a column; empty where it says nothing.
    static func cell(_ column: SheetColumn, _ item: Item, _ community: Community, _ site: SiteGraph) -> String {
        let language = column.language ?? site.defaultLanguage
        func text(_ text: Located<LocalizedText>?) -> String {
            guard let found = item.text(text, in: language) else { return "" }
            // A text of the original shows in the place of one that another language lacks.
            return column.language == nil || found.language == language ? found.text : ""
        }
        func terms(_ values: Located<[Located<String>]>?) -> String { Sheet.cell(values.items().map(\.value)) }
        return switch column.language == nil ? column.name : column.key {
        case "id": item.id
        case "name": column.language == nil ? item.title(in: language).text : text(item.common.title)
        case "summary": text(item.common.summary)
        case "government": terms(community.government)
        case "organisation": Sheet.cell(community.organisations.items().map(\.value.text))
        case "scope": community.scope?.value.rawValue ?? ""
        case "roles": terms(community.roles)
        case "topics": terms(community.topics)
        case "stage": community.stage?.value.rawValue ?? ""
        case "stage_since": community.stageSince?.value.isoDate ?? ""
        case "founded": community.founded?.value.isoDate ?? ""
        case "membership": community.membership?.value.rawValue ?? ""
        case "eligibility": text(community.eligibility)
        case "join": terms(community.join)
        case "meets": text(community.meets)
        case "welcome.name": community.welcome?.value.name?.value ?? ""
        case "welcome.contact": community.welcome?.value.contact?.value ?? ""
        case "platform": Sheet.cell(community.channels.items().compactMap { $0.value.platform?.value })
        case "channels": channels(community)
        case "connections": connections(item, community, language)
        case "member_count": (community.memberCount?.value.count?.value).map(String.init) ?? ""
        case "member_count_as_of": community.memberCount?.value.asOf?.value.isoDate ?? ""
        case "wants": terms(community.wants)
        case "offers": terms(community.offers)
        case "sponsor": sponsor(text(community.sponsor), site)
        case "paused": community.paused?.value.isoDate ?? ""
        case "until": community.until?.value.isoDate ?? ""
        case "closed": community.closed?.value.isoDate ?? ""
        case "successor": community.successor?.value.text ?? ""
        case "also_known_as": Sheet.cell(item.common.alsoKnownAs.items().map(\.value))
        case "source": Sheet.cell(item.common.source.items().map(\.value))
        case "as_of": item.common.asOf?.value.isoDate ?? ""
        case "verified": item.common.verified?.value.isoDate ?? ""
        default: ""
        }
    }

    /// Without the id of a person who has no page. An empty cell changes nothing when the sheet is imported.
    private static func sponsor(_ text: String, _ site: SiteGraph) -> String {
        guard site.routes["people/\(text)/"] != nil || !MemberPrivacy(site).isPerson(text) else { return "" }
        return text
    }

    /// Those with more than a platform.
    private static func channels(_ community: Community) -> String {
        Sheet.cell(
            community.channels.items().map(\.value).filter { $0.name != nil || $0.url != nil }.compactMap { channel in
                channel.platform.map {
                    SheetItem.channel($0.value, name: channel.name?.value, url: channel.url?.value)
                }
            })
    }

    private static func connections(_ item: Item, _ community: Community, _ language: String) -> String {
        Sheet.cell(
            community.connections.items().map(\.value).compactMap { connection in
                guard let to = connection.to?.value.text, let kind = connection.kind?.value else { return nil }
                return SheetItem.connection(kind.rawValue, to: to, note: item.text(connection.note, in: language)?.text)
            })
    }
}
