/// Why a picture, or a film, is not published.
package enum PictureFlaw: Error, Sendable, Equatable {
    /// It has no bytes.
    case empty
    /// It ends before the picture does.
    case endsEarly
    /// Something in it is not as its format has it.
    case broken
    /// It is of a format that no browser shows or whose notes are not known, in words that follow "is".
    case otherFormat(String)
    /// It holds notes (where, when and with what it was taken) that cannot be taken out without making it again.
    case keepsNotes
    /// It is a film that says where it was made.
    case saysLocation
    /// It is made of more parts than any picture.
    case tooManyParts
}
