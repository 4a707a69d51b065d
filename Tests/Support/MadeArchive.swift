public import Foundation

/// A ZIP archive of stored entries, with what can be wrong with one.
public struct MadeArchive {
  public enum Wrong: Sendable { case nothing, crc, encrypted, method }

  private var body = Data()
  private var directory = Data()
  private var count = 0

  public init() {}

  public mutating func add(
    _ name: String, _ content: Data, wrong: Wrong = .nothing, statedSize: Int? = nil
  ) {
    let offset = body.count
    var common = Data()
    common.append(numbers: [
      20, 0x0800 | (wrong == .encrypted ? 1 : 0), wrong == .method ? 97 : 0, 0, 0x0021,
    ])
    common.append(long: MadeArchive.checksum(content) ^ (wrong == .crc ? 1 : 0))
    common.append(long: UInt32(content.count))
    common.append(long: UInt32(statedSize ?? content.count))
    common.append(numbers: [UInt16(name.utf8.count), 0])
    body.append(long: 0x0403_4b50)
    body += common + Data(name.utf8) + content
    directory.append(long: 0x0201_4b50)
    directory.append(numbers: [20])
    directory += common
    directory.append(numbers: [0, 0, 0])
    directory.append(long: 0)
    directory.append(long: UInt32(offset))
    directory += Data(name.utf8)
    count += 1
  }

  public mutating func add(_ name: String, _ text: String) { add(name, Data(text.utf8)) }

  /// Names the last entry's bytes once more.
  public mutating func nameAgain(_ times: Int, size: Int) {
    for time in 0..<times {
      let name = "again\(time)"
      directory.append(long: 0x0201_4b50)
      directory.append(numbers: [20, 20, 0x0800, 0, 0, 0x0021])
      directory.append(long: 0)
      directory.append(long: UInt32(size))
      directory.append(long: UInt32(size))
      directory.append(numbers: [UInt16(name.utf8.count), 0, 0, 0, 0])
      directory.append(long: 0)
      directory.append(long: 0)
      directory += Data(name.utf8)
      count += 1
    }
  }

  public var data: Data {
    var end = Data()
    end.append(long: 0x0605_4b50)
    end.append(numbers: [0, 0, UInt16(count), UInt16(count)])
    end.append(long: UInt32(directory.count))
    end.append(long: UInt32(body.count))
    end.append(numbers: [0])
    return body + directory + end
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  private static func checksum(_ data: Data) -> UInt32 {
    ~data.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }
}

extension Data {
  fileprivate mutating func append(numbers: [UInt16]) {
    for number in numbers { append(contentsOf: [UInt8(number & 255), UInt8(number >> 8)]) }
  }

  fileprivate mutating func append(long: UInt32) {
    append(numbers: [UInt16(long & 0xFFFF), UInt16(long >> 16)])
  }
}
