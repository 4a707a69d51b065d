import JSON

/// Reads what a chat-completions server answered.
enum AnswerReader {
  /// The words of the first choice.
  ///
  /// - Throws: `SoundingError` with code `notAnAnswer` or `cutOff`.
  static func content(of body: [UInt8]) throws(SoundingError) -> String {
    guard let value = try? JSONParser.parse(body[...]) else {
      throw SoundingError(.notAnAnswer, "answered with something that is no JSON")
    }
    guard case .array(let choices)? = value["choices"], let choice = choices.first,
      let message = choice["message"]
    else { throw SoundingError(.notAnAnswer, "answered without 'choices[0].message'") }
    guard choice["finish_reason"]?.scalar != "length" else {
      throw SoundingError(.cutOff, "stopped in the middle of its answer: allow it more tokens")
    }
    switch message["content"] {
    case .string(let text)?: return text
    case .array(let parts)?: return parts.compactMap { $0["text"]?.scalar }.joined()
    default: throw SoundingError(.notAnAnswer, "answered without 'message.content'")
    }
  }

  /// The lines in a model's words: `{"lines": […]}`, a bare array, or texts by place; in a code
  /// fence or with words around it.
  ///
  /// - Throws: `SoundingError` with code `notAnAnswer` when there are none.
  static func proposals(in content: String) throws(SoundingError) -> [Proposal] {
    let bytes = Array(content.utf8)
    let start = afterThinking(content)
    var index = start
    var attempts = 0
    while index < bytes.count, attempts < 64 {
      if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") {
        attempts += 1
        if let end = closing(bytes, from: index),
          let value = try? JSONParser.parse(bytes[index...end])
        {
          let found = lines(of: value)
          if !found.isEmpty { return found }
          if case .object = value { index = end }
        }
      }
      index += 1
    }
    throw SoundingError(.notAnAnswer, "answered without the JSON that was asked for")
  }

  private static func lines(of value: JSONValue) -> [Proposal] {
    switch value {
    case .array(let items):
      return items.compactMap { item in
        guard case .string(let place)? = item["place"], case .string(let text)? = item["text"]
        else { return nil }
        return Proposal(place: place, text: text)
      }
    case .object(let members):
      if let inner = value["lines"] { return lines(of: inner) }
      guard value["place"] == nil else { return [] }
      if let wrapped = members.lazy.compactMap({ $0.value["lines"] }).first {
        return lines(of: wrapped)
      }
      return members.compactMap { member in
        guard case .string(let text) = member.value else { return nil }
        return Proposal(place: member.key, text: text)
      }
    case .string, .number, .bool, .null: return []
    }
  }

  /// Bytes of what a model thought aloud before it answered.
  private static func afterThinking(_ content: String) -> Int {
    guard let mark = content.ranges(of: "</think>").last else { return 0 }
    return content.utf8.distance(from: content.startIndex, to: mark.upperBound)
  }

  /// The index of the bracket that closes the one at an index.
  private static func closing(_ bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var isText = false
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isText: index += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{") where !isText, UInt8(ascii: "[") where !isText: depth += 1
      case UInt8(ascii: "}") where !isText, UInt8(ascii: "]") where !isText:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }
}
