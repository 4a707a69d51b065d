import Model

/// Gives photos to products: by the catalogue's own list, then by folder and file name.
struct PhotoFiler {
  private let names: ProductNames
  private let policy: IngestPolicy.Quality
  /// Path → the products that name it, each with the picture's place in its list.
  private let listed: [String: [(sku: String, place: Int)]]
  private let rank: [String: Int]
  private var filed: [(place: Int, photo: Photo)] = []
  private var seen: [String: Set<String>] = [:]
  private var colors: [String: (place: Int, name: NaturalOrder, profile: ColorProfile)] = [:]

  init(input: IngestInput, names: ProductNames, policy: IngestPolicy.Quality) {
    self.names = names
    self.policy = policy
    var listed: [String: [(sku: String, place: Int)]] = [:]
    for (sku, images) in input.images.sorted(by: { $0.key < $1.key }) {
      for (place, image) in images.enumerated() {
        listed[Self.plain(image), default: []].append((sku, place))
      }
    }
    self.listed = listed
    rank = Dictionary(zip(input.skus, 0...)) { first, _ in first }
  }

  /// `./photos/a.jpg` and `photos\a.jpg` are `photos/a.jpg`.
  private static func plain(_ path: String) -> String {
    path.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }.joined(separator: "/")
  }

  /// - Returns: Why the photo has no owner, or nil when it has one.
  mutating func file(_ file: SourceFile, _ report: StillReport) -> TakeReason? {
    if let owners = listed[Self.plain(file.path)] {
      for owner in owners { add(file, report, to: owner.sku, place: owner.place) }
      return nil
    }
    switch names.match(file.path) {
    case .product(let sku, _):
      return add(file, report, to: sku, place: .max)
        ? nil : .samePhoto(of: sku)
    case .ambiguous(let skus):
      return .ambiguousName(skus)
    case .none:
      return .photoWithoutProduct
    }
  }

  @discardableResult
  private mutating func add(
    _ file: SourceFile, _ report: StillReport, to sku: String, place: Int
  ) -> Bool {
    let content = file.identity.isEmpty ? file.path : file.identity
    guard seen[sku, default: []].insert(content).inserted else { return false }
    let photo = Photo(
      sku: sku, file: file.path, width: report.width, height: report.height, alpha: report.alpha,
      score: report.sample.score(policy), subject: report.subject, edges: report.edges)
    filed.append((place, photo))
    let name = NaturalOrder(file.path)
    if let profile = report.colors,
      colors[sku].map({ (place, name) < ($0.place, $0.name) }) ?? true
    {
      colors[sku] = (place, name, profile)
    }
    return true
  }

  /// The colours of each product, by the first of its photos that tells them.
  var profiles: [String: ColorProfile] { colors.mapValues(\.profile) }

  /// By product in the catalogue's order, listed pictures first and in their order.
  var sorted: [Photo] {
    let keyed = filed.map { entry in
      (
        rank: rank[entry.photo.sku] ?? .max, place: entry.place,
        name: NaturalOrder(entry.photo.file), photo: entry.photo
      )
    }
    return keyed.sorted {
      ($0.rank, $0.photo.sku, $0.place, $0.name) < ($1.rank, $1.photo.sku, $1.place, $1.name)
    }.map(\.photo)
  }
}
