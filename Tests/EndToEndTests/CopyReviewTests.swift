import Foundation
import Support
import Testing

/// The gate by itself: `script --explain` and `check --text`.
@Suite struct CopyReviewTests {
  private func run(_ arguments: [String], in folder: URL) throws -> Program.Outcome {
    try Program.run(arguments[0], on: folder, Array(arguments.dropFirst()))
  }

  @Test func aWordIsExplainedWithLawAndExceptions() throws {
    let folder = try TemporaryFolder()
    let outcome = try run(["script", "--explain", "最*佳", "--lang", "zh"], in: folder.url)
    #expect(outcome.status == 0)
    for part in ["最*佳: absolute", "变形写法", "广告法第9条", "Advertising Law", "最佳食用期"] {
      #expect(outcome.out.contains(part), "\(part)")
    }
    let clean = try run(["script", "--explain", "纯棉", "--lang", "en"], in: folder.url)
    #expect(clean.status == 0 && clean.out.contains("nothing objects"))
  }

  @Test func textFilesAreReadByLineAndColumn() throws {
    let folder = try TemporaryFolder()
    try folder.url.write("最近天气热\n这是最佳选择\n好物，加薇芯\n", to: "a.txt")
    try folder.url.write("最近天气热，第一步先过水\n", to: "b.txt")
    let a = folder.file("a.txt").path
    let found = try run(["check", "--text", a, "--platform", "douyin"], in: folder.url)
    #expect(found.status == 1)
    #expect(found.out.contains("\(a):2:3: block: '最佳' absolute"))
    #expect(found.out.contains("\(a):3:4: block: '加微信' diversion"))
    let clean = try run(["check", "--text", folder.file("b.txt").path], in: folder.url)
    #expect(clean.status == 0)
    let json = try run(["check", "--text", a, "--format", "json"], in: folder.url)
    let object = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
    #expect(object?["blocks"] as? Int == 2)
  }

  @Test func hostileFilesAreNamed() throws {
    let folder = try TemporaryFolder()
    try Data([0, 1, 2, 0, 0xFF, 0xFE, 0, 0x80]).write(to: folder.file("binary"))
    // 顶级 in GBK.
    try Data([0xB6, 0xA5, 0xBC, 0xB6, 0x0A]).write(to: folder.file("gbk.txt"))
    try folder.url.write(String(repeating: "最佳", count: 200_000), to: "long.txt")
    #expect(try run(["check", "--text", folder.file("binary").path], in: folder.url).status == 65)
    #expect(try run(["check", "--text", folder.file("none").path], in: folder.url).status == 66)
    let gbk = try run(["check", "--text", folder.file("gbk.txt").path], in: folder.url)
    #expect(gbk.status == 1 && gbk.out.contains(":1:1: block: '顶级'"))
    let long = try run(["check", "--text", folder.file("long.txt").path], in: folder.url)
    #expect(long.status == 1 && long.out.contains("200000 blocked"))
  }
}
