/// The one note of a camera that is kept: how it was held.
enum Orientation {
    /// How much of a chunk of Exif is looked through; browsers find the note in its first list.
    static let mostBytes = 64 * 1024

    /// - Parameter exif: as a picture has it.
    /// - Returns: Exif that says nothing but how the camera was held; `nil` where browsers would not turn the picture.
    static func alone(of exif: ArraySlice<UInt8>) -> [UInt8]? {
        guard let orientation = Exif.orientation(HeaderBytes(exif)), (2...8).contains(orientation) else { return nil }
        // A list of one entry: tag, type, number of values, value; then that no other list follows.
        return Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0]
            + [0x12, 0x01, 3, 0, 1, 0, 0, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0, 0]
    }
}
