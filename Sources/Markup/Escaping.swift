extension String {
  /// Safe as text and inside a quoted attribute of HTML.
  public var escaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      default:
        // Controls have no place in a page, nor have marks that turn the direction of writing.
        let category = scalar.properties.generalCategory
        if category != .control, category != .format || scalar == "\u{200D}" {
          text.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// JSON that cannot end the script element it stands in.
  public var scriptSafe: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "<": text += #"\u003c"#
      case ">": text += #"\u003e"#
      case "&": text += #"\u0026"#
      case "\u{2028}": text += #"\u2028"#
      case "\u{2029}": text += #"\u2029"#
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// One component of a relative address; nil for an empty one and for those that walk the tree.
  public var pathComponent: String? {
    guard !isEmpty, self != ".", self != ".." else { return nil }
    let hex = Array("0123456789ABCDEF")
    return utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%" + String(hex[Int(byte >> 4)]) + String(hex[Int(byte & 15)])
      }
    }
  }
}

/// `douyin/a.mp4` with each part encoded, or nil where there is no such file to name.
public func relativeAddress(_ folder: String, _ file: String) -> String? {
  guard let folder = folder.pathComponent, let file = file.pathComponent else { return nil }
  return folder + "/" + file
}

/// An address that a link may lead to: the web, and nothing that runs.
public func webAddress(_ text: String?) -> String? {
  guard let text else { return nil }
  let lower = text.lowercased()
  return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? text : nil
}
