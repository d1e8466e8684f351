/// Names of keys in languages that handbooks are written in. Keys are English, so that every handbook can be read by
/// the same program, and people translate them.
enum ForeignKey {
    /// - Returns: the one of the known keys that a word means; `nil` for other words.
    static func meaning(of key: String, among known: [String]) -> String? {
        let word = key.lowercased()
        return words.first { $0.foreign.contains(word) && known.contains($0.key) }?.key
    }

    /// German, French, Spanish and Welsh; `Shape` and `Field` know English ones.
    private static let words: [(key: String, foreign: Set<String>)] = [
        ("name", ["nom", "nombre", "bezeichnung", "enw"]),
        ("title", ["titel", "titre", "título", "titulo", "überschrift", "teitl"]),
        (
            "summary",
            [
                "zusammenfassung", "kurzfassung", "beschreibung", "résumé", "resumé", "resume", "resumen",
                "descripción", "descripcion", "crynodeb", "disgrifiad",
            ]
        ),
        ("government", ["regierung", "gouvernement", "gobierno", "llywodraeth"]),
        ("organisation", ["organización", "organizacion", "behörde", "sefydliad"]),
        ("roles", ["rollen", "berufe", "rôles", "métiers", "rolau"]),
        ("topics", ["themen", "thema", "thèmes", "sujets", "temas", "pynciau"]),
        ("join", ["beitritt", "beitreten", "mitmachen", "rejoindre", "adhésion", "unirse", "ymuno"]),
        ("meets", ["treffen", "rencontres", "réunions", "reuniones"]),
        ("members", ["mitglieder", "membres", "miembros", "aelodau"]),
        ("events", ["veranstaltungen", "termine", "événements", "évènements", "eventos", "digwyddiadau"]),
        ("founded", ["gegründet", "gründung", "fondée", "création", "fundada", "sefydlwyd"]),
        ("closed", ["geschlossen", "beendet", "fermée", "cerrada"]),
        ("source", ["quelle", "quellen", "fuente", "fuentes", "ffynhonnell"]),
        ("starts", ["beginn", "beginnt", "start", "début", "inicio", "comienzo", "dechrau"]),
        ("ends", ["ende", "endet", "fin", "diwedd"]),
        ("place", ["ort", "raum", "lieu", "salle", "lugar", "lleoliad"]),
        ("date", ["datum", "fecha", "dyddiad"]),
        ("person", ["persona", "personne"]),
        ("agreed", ["zugestimmt", "zustimmung", "einverstanden", "accord", "consentement", "acuerdo", "cytunwyd"]),
        ("contact", ["kontakt", "contacto", "cyswllt"]),
        ("until", ["bis", "jusque", "hasta"]),
        ("language", ["sprache", "langue", "idioma", "iaith"]), ("lang", ["sprache", "langue", "idioma", "iaith"]),
        ("authors", ["autoren", "autor", "auteur", "auteurs", "autores", "awduron"]),
        ("speakers", ["referenten", "intervenants", "ponentes"]),
    ]
}
