import Foundation

/// What a made file holds, as `bench/catalogues/fixtures.py` writes it.
struct WorkbookTruth: Decodable {
  /// Files read before this one.
  var with: [String]
  var least: Int
  var most: Int
  var columns: [Columns]
  var products: [Product]
  var faults: [Fault]
  var pictures: [Picture]
  var team: [Decision]

  /// Headers one of which must have been taken for one of the fields.
  struct Columns: Decodable {
    var fields: [String]
    var headers: [String]
  }

  struct Product: Decodable {
    var skus: [String]
    var title: String
    var prices: [Double]?
    var currency: String?
    var optional: Bool?
    var stock: Int?
    var cost: Double?
    var sales7d: Int?
    var sales28d: Int?
    var commissionRate: Double?
    var returnRate: Double?
    var reference: Double?
    var brand: String?
    var link: String?
    var image: String?
    var points: [String]?
    var attributes: [String: String]?
    var variants: Int?

    enum CodingKeys: String, CodingKey {
      case skus, title, prices, currency, optional, stock, cost, reference, brand, link, image
      case points, attributes, variants
      case sales7d = "sales_7d"
      case sales28d = "sales_28d"
      case commissionRate = "commission_rate"
      case returnRate = "return_rate"
    }
  }

  struct Fault: Decodable {
    var row: Int
    var sheet: String?
    var header: String?
    /// False where naming it is welcome, not owed.
    var required: Bool
    var what: String
  }

  struct Picture: Decodable {
    var sku: String
    /// FNV-1a of its bytes, 16 hexadecimal digits.
    var digest: String
  }

  struct Decision: Decodable {
    var sku: String
    var selected: Bool?
    var hook: String?
  }
}

/// The made files beside the tests.
enum MadeFiles {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Workbooks")

  /// Names of the files in a folder that have a truth, in order.
  static func names(in folder: URL = folder) -> [String] {
    let ending = ".truth.json"
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  static func truth<Truth: Decodable>(
    _ kind: Truth.Type, of name: String, in folder: URL = folder
  ) throws -> Truth {
    let data = try Data(contentsOf: folder.appendingPathComponent(name + ".truth.json"))
    return try JSONDecoder().decode(kind, from: data)
  }
}

extension String {
  /// For comparing: compatibility forms, without blanks, marks and case.
  var bare: String {
    let kept = precomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
        && $0.properties.generalCategory != .control
    }
    return String(String.UnicodeScalarView(kept)).lowercased()
  }
}
