import Foundation
import Model
import Testing

struct ColumnReportTests {
  private let report = ColumnReport(files: [
    .init(
      file: "商品.csv",
      sheets: [
        .init(
          name: "一",
          columns: [
            .init(
              letter: "A", header: "商家编码", meaning: .init(field: .sku), by: .exactName,
              certainty: 0.99, filled: 2, examples: ["A-1", "A\n2"]),
            .init(
              letter: "B", header: "color", meaning: .init(attribute: "color"), by: .unknown,
              certainty: 0.7, filled: 1, examples: ["红"],
              doubts: [.init(en: "one", zh: "一"), .init(en: "two", zh: "二")]),
            .init(
              letter: "C", header: "x", meaning: .init(field: .ignored), by: .path, certainty: 1),
          ])
      ])
  ])

  @Test func theTableStandsInColumnsWhereChineseLettersCountTwo() {
    #expect(
      report.text(.en) == """
        商品.csv · 一
          col  header    understood as    by            sure  examples   doubts
          A    商家编码  sku              exact name    99%   A-1 | A 2
          B    color     attribute color  unknown name  70%   红         one; two
          C    x         ignored          path          100%

        """)
    #expect(
      report.text(.zh) == """
        商品.csv · 一
          列  表头      理解为      依据          把握  例子       疑问
          A   商家编码  sku         列名          99%   A-1 | A 2
          B   color     属性 color  不认识的列名  70%   红         一；二
          C   x         不用        路径          100%

        """)
  }

  @Test func aLongCellIsCutToItsColumn() {
    var long = report
    long.files[0].sheets[0].columns[0].header = String(repeating: "长", count: 40)
    let line = long.text(.en).split(separator: "\n")[2]
    #expect(line.contains(String(repeating: "长", count: 13) + "…   sku"), "\(line)")
  }

  @Test func itIsAnArtefact() throws {
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(ColumnReport.self, from: data) == report)
    #expect(ColumnReport.schema == "columns/1")
  }
}
