public import Foundation

/// A stage's result, as it lies in a file: a value with a named and numbered schema.
public protocol Artefact: Codable, Sendable {
  /// Name and version, for example `takes/1`.
  static var schema: String { get }
  /// The file's bytes.
  func encoded() throws -> Data
  /// - Throws: `ArtefactError` naming the schema or the field that does not fit.
  static func decoded(from data: Data) throws -> Self
}

/// A verb of the line: it holds its preset values and nothing else, and turns one noun into the next.
///
/// Equal input gives equal output. A stage knows no other stage; the order stands in `Pipeline`.
public protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable
  func run(_ input: Input) async throws -> Output
}
