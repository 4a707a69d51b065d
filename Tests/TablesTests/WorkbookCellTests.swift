import Foundation
import Tables
import Testing

@Suite struct WorkbookCellTests {
  /// Cells of one row, by their XML without the reference.
  private func cells(
    _ cells: [String], formats: [String] = [], workbook: String = ""
  ) throws -> (texts: [String], faults: [TableFault]) {
    var made = MadeWorkbook()
    made.formats = formats
    made.workbook = workbook
    made.rows = "<row r=\"1\">" + cells.joined() + "<c t=\"inlineStr\"><is><t>|</t></is></c></row>"
    let read = try made.read()
    return (Array((read.records.first?.cells ?? []).dropLast()), read.notes.faults.list)
  }

  @Test(arguments: [
    ("59.899999999999999", "59.9"), ("0.1", "0.1"), ("0.10000000000000001", "0.1"),
    ("6901234567890", "6901234567890"), ("6.90123456789E+12", "6901234567890"),
    ("123456789012345", "123456789012345"), ("1234567890123456", "1.23456789012346E+15"),
    ("6.9012345678901235E+17", "6.90123456789012E+17"), ("-0", "0"), ("-12.50", "-12.5"),
    ("1E-3", "0.001"), ("1.2345E-12", "1.2345E-12"), ("000123", "123"), ("0", "0"), ("7.", "7"),
    (".5", "0.5"), ("99.999999999999999", "100"), ("1e400", "1E+400"), (" 12 ", "12"),
    ("2.9999999999999996", "3"), ("100", "100"), ("1e2", "100"),
  ])
  func aNumberIsShownAsAPersonSeesIt(stored: String, shown: String) throws {
    #expect(try cells(["<c><v>\(stored)</v></c>"]).texts == [shown])
  }

  @Test(arguments: [
    ("0%", "0.15", "15%"), ("0.0%", "0.155", "15.5%"), ("\"¥\"#,##0.00", "59.9", "¥59.9"),
    ("[$¥-804]#,##0.00;[Red]\\-[$¥-804]#,##0.00", "-59.9", "-¥59.9"),
    ("$#,##0.00", "19.99", "$19.99"),
    ("_-* #,##0.00\\ [$€-407]_-", "19.99", "19.99 €"), ("[$USD] 0.00", "5", "USD 5"),
    ("_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ", "12", "¥12"), ("#,##0.00\"元\"", "3.5", "3.5元"),
    ("00000", "123", "00123"), ("0.00", "59.9", "59.9"), ("#,##0", "12345", "12345"),
    ("0.0,\"k\"", "12000", "12k"), ("@", "6901234567890", "6901234567890"),
    ("0.00E+00", "12", "12"),
    ("# ?/?", "0.5", "0.5"), ("[>=1000]0.0,\"k\";0", "500", "500"), ("General", "1.5", "1.5"),
    ("\"SKU-\"000", "7", "SKU-007"), ("000\\-0000", "1234567", "1234567"), (";;;", "4", "4"),
    ("0\" kg\"", "2", "2 kg"),
  ])
  func aFormatAddsWhatTellsTheMeaning(code: String, stored: String, shown: String) throws {
    #expect(try cells(["<c s=\"1\"><v>\(stored)</v></c>"], formats: [code]).texts == [shown])
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "46349", "2026-11-23"), ("yyyy\"年\"m\"月\"d\"日\"", "46349", "2026-11-23"),
    ("m/d/yy h:mm", "46349.604166666664", "2026-11-23 14:30:00"), ("d-mmm", "1", "1900-01-01"),
    ("yyyy-mm-dd", "59", "1900-02-28"), ("yyyy-mm-dd", "60", "1900-02-29"),
    ("yyyy-mm-dd", "61", "1900-03-01"), ("yyyy-mm-dd", "2958465", "9999-12-31"),
    ("hh:mm", "0.604166666666667", "14:30:00"), ("[h]:mm", "1.5", "36:00:00"),
    ("mm:ss", "5.2083333333333333E-4", "00:00:45"), ("[$-804]yyyy/m/d;@", "36526", "2000-01-01"),
    ("yyyy-mm-dd hh:mm:ss", "46349", "2026-11-23"),
  ])
  func aDateIsWrittenInFull(code: String, stored: String, shown: String) throws {
    #expect(try cells(["<c s=\"1\"><v>\(stored)</v></c>"], formats: [code]).texts == [shown])
  }

  @Test func theSystemOf1904BeginsFourYearsLater() throws {
    let read = try cells(
      ["<c s=\"1\"><v>44887</v></c>"], formats: ["yyyy-mm-dd"],
      workbook: "<workbookPr date1904=\"1\"/>")
    #expect(read.texts == ["2026-11-23"])
  }

  @Test func eachTypeIsReadAsItIs() throws {
    let read = try cells([
      "<c t=\"b\"><v>1</v></c>", "<c t=\"b\"><v>0</v></c>", "<c t=\"str\"><f>A1</f><v>x</v></c>",
      "<c t=\"inlineStr\"><is><r><t>红</t></r><r><t xml:space=\"preserve\"> 色</t></r>"
        + "<rPh sb=\"0\" eb=\"1\"><t>hong</t></rPh></is></c>",
      "<c t=\"d\"><v>2026-11-23T00:00:00</v></c>", "<c><f>1+1</f><v>2</v></c>",
      "<c t=\"str\"><v>a_x000D_b_x005F_x0041_</v></c>",
    ])
    #expect(read.texts == ["TRUE", "FALSE", "x", "红 色", "2026-11-23", "2", "a\rb_x0041_"])
    #expect(read.faults == [])
  }

  @Test(arguments: [
    (
      "<c t=\"e\"><v>#N/A</v></c>",
      "the cell shows the error #N/A: mend its formula, or type the value"
    ),
    (
      "<c><f>VLOOKUP(A1,B:C,2)</f></c>",
      "the formula has no stored result: open the file in Excel or WPS and save it"
    ),
    (
      "<c><f>1+1</f><v></v></c>",
      "the formula has no stored result: open the file in Excel or WPS and save it"
    ),
    ("<c><v>NaN</v></c>", "'NaN' is no number: type it again"),
    (
      "<c t=\"s\"><v>9</v></c>",
      "the cell's text is missing in the file: open it in Excel or WPS and save it"
    ),
    (
      "<c s=\"1\"><v>-3</v></c>",
      "-3 is no date between 1900-01-01 and 9999-12-31: type the date again"
    ),
  ])
  func aFaultNamesTheCellAndWhatWouldBeRight(cell: String, message: String) throws {
    let read = try cells(["<c><v>1</v></c>", cell, "<c><v>3</v></c>"], formats: ["yyyy-mm-dd"])
    #expect(read.texts == ["1", "", "3"])
    #expect(read.faults == [TableFault(row: 1, column: 2, message: message)])
    #expect(read.faults.first?.cell == "B1")
  }

  @Test func sharedTextsAreJoinedAndPhoneticsLeftOut() throws {
    var made = MadeWorkbook()
    made.strings = [
      "<si><t>甲</t></si>", "<si><r><t>一</t></r><r><rPr><b/></rPr><t>二</t></r></si>",
      "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>",
      "<si/>", "<si><t xml:space=\"preserve\"> 空 </t></si>",
    ]
    made.rows =
      "<row>" + [2, 1, 0, 3, 4].map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "</row>"
    #expect(try made.read().records == [Record(row: 1, cells: ["東京", "一二", "甲", "", " 空 "])])
  }
}
