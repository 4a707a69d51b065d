import Drawing
import Pixels
import Testing

struct QRCodeTests {
  @Test(arguments: [
    ("SV1*SKU-88421-BLK*S03*A2", QRCode.Level.quartile, 2), ("SR1*AB12*7K2QX9D*M", .quartile, 2),
    ("ABCDEFGHIJ0123456789 $%*+", .quartile, 2), ("SV1*SKU-88421-BLK*S03*A2", .low, 1),
    ("SV1*SKU-88421-BLK*S03*A2", .high, 3),
  ])
  func slatePayloadsTakeSmallVersions(payload: String, level: QRCode.Level, version: Int) throws {
    let code = try QRCode(payload, level: level)
    #expect(code.version == version)
    #expect(code.side == 17 + 4 * version)
    #expect(code.modules.allSatisfy { $0.count == code.side })
  }

  @Test func finderPatternsStandInThreeCorners() throws {
    let code = try QRCode("SHOPREEL")
    let last = code.side - 1
    for (y, x) in [(0, 0), (0, last - 6), (last - 6, 0)] {
      #expect(code.modules[y][x...x + 6].allSatisfy { $0 })
      #expect(!code.modules[y + 1][x + 1] && code.modules[y + 3][x + 3])
    }
  }

  @Test func thePictureIsSharpAndHasAQuietZone() throws {
    let code = try QRCode("SV1*SKU-88421-BLK*S03*A2")
    let bitmap = try code.bitmap(pixelsPerModule: 3)
    #expect(bitmap.width == (25 + 8) * 3)
    for y in 0..<bitmap.height {
      for x in 0..<bitmap.width {
        let (column, row) = (x / 3 - QRCode.quietZone, y / 3 - QRCode.quietZone)
        let inside = (0..<25).contains(column) && (0..<25).contains(row)
        let dark = inside && code.modules[row][column]
        let expected: UInt8 = dark ? 0 : 255
        #expect(bitmap.bytes[(y * bitmap.width + x) * 4] == expected)
      }
    }
  }

  @Test func whatCannotBeEncodedIsNamed() {
    #expect(throws: DrawingError.self) { try QRCode("") }
    #expect(throws: DrawingError.self) { try QRCode("a\0b") }
    let long = String(repeating: "长", count: 2000)
    #expect { try QRCode(long) } throws: { ($0 as? DrawingError)?.code == .payloadTooLong }
    #expect { try QRCode("A").bitmap(pixelsPerModule: .max) } throws: {
      ($0 as? DrawingError)?.code == .sizeInvalid
    }
  }
}
