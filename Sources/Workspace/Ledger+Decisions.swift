import GRDB

/// The journal of decisions as the ledger holds it, line by line.
extension Ledger {
  func decisionLines() throws -> [String] {
    try database.read { db in
      try String.fetchAll(db, sql: "SELECT line FROM decision ORDER BY place")
    }
  }

  func add(decision line: String) throws {
    try database.write { db in
      try db.execute(sql: "INSERT INTO decision (line) VALUES (?)", arguments: [line])
    }
  }

  func replaceDecisions(_ lines: [String]) throws {
    try database.write { db in
      try db.execute(sql: "DELETE FROM decision")
      for line in lines {
        try db.execute(sql: "INSERT INTO decision (line) VALUES (?)", arguments: [line])
      }
    }
  }
}
