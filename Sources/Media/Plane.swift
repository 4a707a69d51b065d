/// One plane of a picture, valid only inside the closure that it is handed to.
public struct Plane {
  /// The first sample of the first row.
  public let pointer: UnsafeMutablePointer<UInt8>
  /// Bytes from one row to the next.
  public let stride: Int
  /// Samples a row.
  public let width: Int
  /// Rows.
  public let height: Int
}
