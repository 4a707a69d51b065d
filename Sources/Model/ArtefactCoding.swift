public import Foundation

/// Why an artefact's file could not be read.
public struct ArtefactError: Error, Sendable, CustomStringConvertible {
  public enum Code: Sendable { case notJSON, wrongSchema, newerSchema, wrongFields }

  public var code: Code
  public var message: String

  public var description: String { message }
}

extension Artefact {
  /// The file's bytes: UTF-8 JSON, `schema` first, then sorted snake_case keys, a line a value.
  ///
  /// - Throws: `EncodingError` when a number is not finite.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .custom { SnakeKey($0.last!.stringValue.snakeCased) }
    let body = try encoder.encode(self)
    var data = Data("{\n  \"schema\" : \"\(Self.schema)\",".utf8)
    data.append(body.dropFirst(1))
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// - Throws: `ArtefactError` naming the schema or the field that does not fit.
  public static func decoded(from data: Data) throws -> Self { try decodedByFields(from: data) }

  static func decodedByFields(from data: Data) throws -> Self {
    try checkSchema(of: data)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      path.last!.intValue == nil ? SnakeKey(path.last!.stringValue.camelCased) : path.last!
    }
    do {
      return try decoder.decode(Self.self, from: data)
    } catch let error as DecodingError {
      throw ArtefactError(code: .wrongFields, message: error.inPlainWords)
    }
  }

  private static func checkSchema(of data: Data) throws {
    guard let found = try? JSONDecoder().decode(SchemaHeader.self, from: data).schema else {
      throw ArtefactError(
        code: .notJSON, message: "not a JSON object with a 'schema'; expected '\(schema)'")
    }
    guard found != schema else { return }
    let (name, version) = found.schemaParts
    let (ours, known) = schema.schemaParts
    if name == ours, version > known {
      throw ArtefactError(
        code: .newerSchema,
        message: "schema '\(found)' is newer than this program knows ('\(schema)'): update shopreel"
      )
    }
    throw ArtefactError(
      code: .wrongSchema, message: "schema is '\(found)', expected '\(schema)'")
  }
}

private struct SchemaHeader: Decodable { var schema: String }

private struct SnakeKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension String {
  /// `minutesInScriptOrder` → `minutes_in_script_order`, `sales7d` → `sales_7d`.
  var snakeCased: String {
    if hasPrefix("sales"), let digit = firstIndex(where: \.isNumber) {
      return self[..<digit] + "_" + self[digit...]
    }
    return reduce(into: "") { text, letter in
      text += letter.isUppercase && letter.isASCII ? "_" + letter.lowercased() : String(letter)
    }
  }

  /// `minutes_in_script_order` → `minutesInScriptOrder`, `sales_7d` → `sales7d`.
  var camelCased: String {
    let parts = split(separator: "_", omittingEmptySubsequences: true)
    guard let first = parts.first, contains("_") else { return self }
    return parts.dropFirst().reduce(into: String(first)) { text, part in
      text += part.prefix(1).uppercased() + part.dropFirst()
    }
  }

  fileprivate var schemaParts: (name: Substring, version: Int) {
    let parts = split(separator: "/", maxSplits: 1)
    return (parts.first ?? "", parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  }
}

extension DecodingError {
  /// The path of the field and what is wrong with it.
  var inPlainWords: String {
    func place(_ context: Context, _ key: (any CodingKey)? = nil) -> String {
      let path = (context.codingPath + [key].compactMap { $0 }).map {
        $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue.snakeCased
      }
      let text = path.joined()
      return text.hasPrefix(".") ? String(text.dropFirst()) : text.isEmpty ? "file" : text
    }
    switch self {
    case .keyNotFound(let key, let context): return "'\(place(context, key))' is missing"
    case .valueNotFound(_, let context): return "'\(place(context))' is null"
    case .typeMismatch(let type, let context): return "'\(place(context))' is not a \(type)"
    case .dataCorrupted(let context):
      return "'\(place(context))': \(context.debugDescription)"
    @unknown default: return "\(self)"
    }
  }
}
