import Tables
import Testing

@Suite struct RowStoreTests {
  @Test func rowsComeOutAsTheyWentIn() {
    let store = RowStore()
    store.add("a")
    store.add("")
    store.add("中文\n\"x\"")
    store.endRow(3)
    store.endRow(7)
    #expect(store.count == 2)
    #expect(store.record(0) == Record(row: 3, cells: ["a", "", "中文\n\"x\""]))
    #expect(store.record(1) == Record(row: 7, cells: []))
    #expect(store.width == 3)
  }

  @Test func rowsInTheFileAndInMemoryAreAlike() {
    let store = RowStore()
    let long = String(repeating: "长", count: 100_000)
    for row in 1...100 {
      store.add("\(row)")
      store.add(long)
      store.endRow(row)
    }
    for row in [100, 1, 57, 99, 2] {
      #expect(store.record(row - 1) == Record(row: row, cells: ["\(row)", long]))
    }
    #expect(store.fault == nil)
  }
}
