public import Foundation
internal import Tables

/// One file of a catalogue: its name, as people know it, and where its bytes are.
public struct CatalogueFile: Sendable {
  /// Relative to the workspace; problems and sources name it so.
  public var name: String
  /// Where it lies, when it is read from there.
  public var path: String? { if case .disk(let path) = place { path } else { nil } }
  let place: Place

  enum Place: Sendable {
    case memory(Data)
    case disk(path: String)
  }

  public init(name: String, data: Data) {
    self.name = name
    place = .memory(data)
  }

  /// A file that is read a piece at a time.
  public init(name: String, path: String) {
    self.name = name
    place = .disk(path: path)
  }

  /// - Throws: `TableError` `cannotRead`.
  func source() throws(TableError) -> ByteSource {
    switch place {
    case .memory(let data): ByteSource(data)
    case .disk(let path): try ByteSource(at: path)
    }
  }
}
