public import Foundation

/// Holds a `.cube` file against what such a file is, before a filter gets to read it.
public enum CubeFile {
  /// Bytes that a table of 65 steps can need.
  private static let most = 24 << 20
  private static let steps = 2...65

  /// - Throws: `MediaError` `.io` when it cannot be read, `.invalid` for what is no table of colours,
  ///   saying which line is wrong.
  public static func check(_ url: URL) throws {
    let name = url.lastPathComponent
    func wrong(_ what: String) -> MediaError {
      MediaError(.invalid, "'\(name)' is no colour table: \(what)", path: url.path)
    }
    let size = try? url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
    guard size?.isRegularFile == true, let bytes = size?.fileSize else {
      throw MediaError(.io, "the colour table '\(name)' cannot be read", path: url.path)
    }
    guard bytes <= most, let data = try? Data(contentsOf: url) else {
      throw wrong("it is larger than 24 MB; export it with 33 steps")
    }
    var side: Int?
    var rows = 0
    for (number, line) in String(decoding: data, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      if first == "LUT_3D_SIZE" {
        guard words.count == 2, let steps = Int(words[1]), Self.steps.contains(steps) else {
          throw wrong("line \(number + 1): 'LUT_3D_SIZE' is 2 to 65")
        }
        side = steps
      } else if first == "LUT_1D_SIZE" {
        throw wrong("line \(number + 1): tables of one dimension are not taken; export a 3D one")
      } else if first.first?.isLetter == true {
        continue
      } else {
        let values = words.compactMap { Double($0) }
        guard words.count == 3, values.count == 3, values.allSatisfy({ abs($0) <= 16 }) else {
          throw wrong("line \(number + 1): three numbers are expected")
        }
        rows += 1
      }
    }
    guard let side else { throw wrong("'LUT_3D_SIZE' is missing") }
    guard rows == side * side * side else {
      throw wrong("\(side) steps make \(side * side * side) lines, not \(rows)")
    }
  }
}
