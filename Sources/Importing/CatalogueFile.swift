public import Foundation

/// One file of a catalogue: its name, as people know it, and its bytes.
public struct CatalogueFile: Sendable, Hashable {
  /// Relative to the workspace; problems and sources name it so.
  public var name: String
  public var data: Data

  public init(name: String, data: Data) {
    self.name = name
    self.data = data
  }
}
