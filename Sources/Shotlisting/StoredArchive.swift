internal import Foundation

/// A ZIP archive of uncompressed members, dated 1980 so that equal members make equal bytes.
struct StoredArchive {
  private var body = Data()
  private var directory = Data()
  private var count = 0

  /// - Precondition: All members together are below four gibibytes, as any shot list is.
  mutating func add(_ name: String, _ content: Data) {
    let offset = body.count
    let crc = CRC32.checksum(content)
    // Version 2.0, names in UTF-8, stored, midnight of the first of January 1980.
    var common = Data()
    common.append(numbers: [20, 0x0800, 0, 0, 0x0021])
    common.append(long: crc)
    common.append(long: UInt32(content.count))
    common.append(long: UInt32(content.count))
    common.append(numbers: [UInt16(name.utf8.count), 0])

    body.append(long: 0x0403_4b50)
    body.append(common)
    body.append(contentsOf: name.utf8)
    body.append(content)

    directory.append(long: 0x0201_4b50)
    directory.append(numbers: [20])
    directory.append(common)
    directory.append(numbers: [0, 0, 0])
    directory.append(long: 0)
    directory.append(long: UInt32(offset))
    directory.append(contentsOf: name.utf8)
    count += 1
  }

  var data: Data {
    var end = Data()
    end.append(long: 0x0605_4b50)
    end.append(numbers: [0, 0, UInt16(count), UInt16(count)])
    end.append(long: UInt32(directory.count))
    end.append(long: UInt32(body.count))
    end.append(numbers: [0])
    return body + directory + end
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

/// The checksum of ZIP members (polynomial EDB88320).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  static func checksum(_ data: Data) -> UInt32 {
    ~data.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }
}
