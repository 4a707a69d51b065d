import Diagnostics
import Model

/// The faults of one file, gathered as it is read.
struct Findings {
  let file: String
  /// The workbook's sheet, where it has several.
  var sheet: String?
  private(set) var problems: [Problem] = []
  private var unnamed = 0

  init(file: String, sheet: String? = nil) {
    self.file = file
    self.sheet = sheet
  }

  mutating func add(
    _ severity: Severity, row: Int? = nil, column: String? = nil, value: String? = nil,
    _ message: String
  ) {
    guard problems.count < ImportLimits.problems else {
      unnamed += 1
      return
    }
    problems.append(
      Problem(
        file: file, sheet: sheet, row: row, column: column, severity: severity, message: message,
        value: value.map { $0.shortened(to: 200) }))
  }

  /// Whether further problems are only counted.
  var isFull: Bool { problems.count >= ImportLimits.problems }

  /// Counts a problem that would not be named.
  mutating func addUnnamed() { unnamed += 1 }

  mutating func add(_ other: [Problem]) {
    for problem in other {
      guard problems.count < ImportLimits.problems else {
        unnamed += 1
        continue
      }
      problems.append(problem)
    }
  }

  /// In the order of the rows, with a count of those past the limit.
  var sorted: [Problem] {
    var result = problems.enumerated().sorted {
      ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
    }.map(\.element)
    if unnamed > 0 {
      result.append(
        Problem(
          file: file, severity: .error,
          message: "\(unnamed) more problems in this file; mend those named and import again"))
    }
    return result
  }
}

extension String {
  func shortened(to count: Int) -> String {
    utf8.count <= count || self.count <= count ? self : String(prefix(count - 1)) + "…"
  }
}
