import Drawing
import Testing

struct QRCodeTests {
  @Test func aSlatePayloadMakesVersionTwo() throws {
    let code = try QRCode("SV1*SKU-88421-BLK*S03*A2", level: .quartile)
    #expect(code.version == 2)
    #expect(code.side == 25)
  }
}
