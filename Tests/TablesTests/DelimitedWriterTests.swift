import Tables
import Testing

@Suite struct DelimitedWriterTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-a", "'-a"), ("-5", "-5"), ("-5.25", "-5.25"),
    ("-5+2", "'-5+2"), ("@x", "'@x"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"),
    ("  =1", "'  =1"), ("\u{3000}=1", "'\u{3000}=1"), ("\u{200B}=1", "'\u{200B}=1"),
    ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("a=1", "a=1"), ("a,b", "\"a,b\""),
    ("say \"x\"", "\"say \"\"x\"\"\""), ("a\0b", "ab"), ("\0=1", "'=1"), ("", ""), (" a", "\" a\""),
  ])
  func aCellIsHarmlessAndQuoted(cell: String, written: String) {
    #expect(DelimitedWriter.escaped(cell) == written)
  }

  @Test func aFileHasAMarkAndWindowsLineEnds() {
    let bytes = DelimitedWriter.csv([["名", "b"], ["1", ""]])
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("名,b\r\n1,\r\n".utf8))
  }
}
