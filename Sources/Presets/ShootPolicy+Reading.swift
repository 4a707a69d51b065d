import Diagnostics
public import Model

extension ShootPolicy {
  /// Reads a `shoot/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "shoot/1") { root in
      _ = root["note"].string("")
      let names = ShootNames(root)
      let locked = root["locked_movements"].strings()
      return ShootPolicy(
        locations: root["locations"].entries.map { Place(reading: $0.node, id: $0.key) },
        sets: root["sets"].entries.map { StudioSet(reading: $0.node, id: $0.key, names) },
        lights: root["lights"].entries.map { Place(reading: $0.node, id: $0.key) },
        lenses: root["lenses"].lenses(),
        rigs: root["rigs"].entries.map { Rig(reading: $0.node, id: $0.key, names) },
        otherRig: Rig(reading: root["other_rig"], id: "other", names),
        models: root["models"].entries.map { Performer(reading: $0.node, id: $0.key) },
        worn: root["worn"].items.map { $0.category() },
        unfilmed: root["unfilmed"].strings(),
        changeover: Changeover(reading: root["changeover"]), extra: Extra(reading: root["extra"]),
        lockedMovements: locked,
        backups: root["backup"].items.map { Backup(reading: $0, names) },
        dayStart: root["day_start"].clock(), dayMinutes: root["day_minutes"].double(in: 30...1440),
        workdays: root["workdays"].items.map { $0.choice(Weekday.self) },
        overflow: root["overflow"].choice(Overflow.self, .fewestDays))
    }
  }
}

/// What the file names, so that what refers to it can be held against it.
private struct ShootNames {
  let locations: [String]
  let lights: [String]
  let sets: [String]
  let rigs: [String]

  init(_ root: PresetNode) {
    func keys(_ name: String) -> [String] { root.own(name).ownEntries.map(\.key) }
    locations = keys("locations")
    lights = keys("lights")
    sets = keys("sets")
    rigs = keys("rigs")
  }
}

extension ShootPolicy.Place {
  fileprivate init(reading node: PresetNode, id: String) {
    self.init(id: id, name: node["name"].string(), nameZh: node["name_zh"].string())
    node.finish()
  }
}

extension ShootPolicy.StudioSet {
  fileprivate init(reading node: PresetNode, id: String, _ names: ShootNames) {
    self.init(
      id: id, name: node["name"].string(), nameZh: node["name_zh"].string(),
      location: node["location"].reference(to: names.locations, "locations"),
      light: node["light"].reference(to: names.lights, "lights"))
    node.finish()
  }
}

extension ShootPolicy.Rig {
  fileprivate init(reading node: PresetNode, id: String, _ names: ShootNames) {
    self.init(
      id: id, set: node["set"].reference(to: names.sets, "sets"), name: node["name"].string(),
      nameZh: node["name_zh"].string(), shot: node["shot"].double(in: 0.5...120),
      sentence: node["sentence"].double(0, in: 0...60),
      people: node["people"].choice(ShootPolicy.Rig.People.self, ShootPolicy.Rig.People.none),
      light: node["light"].isPresent ? node["light"].reference(to: names.lights, "lights") : nil)
    node.finish()
  }
}

extension ShootPolicy.Performer {
  fileprivate init(reading node: PresetNode, id: String) {
    let people = node["people"].items.map { $0.choice(ShootPolicy.Rig.People.self) }
    if people.isEmpty { node["people"].wrong("a list of the parts they play, such as [model]") }
    self.init(
      id: id, name: node["name"].string(), nameZh: node["name_zh"].string(), people: people,
      categories: node["categories"].items.map { $0.category() })
    node.finish()
  }
}

extension ShootPolicy.Backup {
  fileprivate init(reading node: PresetNode, _ names: ShootNames) {
    self.init(
      rigs: node["rigs"].items.map { $0.reference(to: names.rigs, "rigs") },
      people: node["people"].items.map { $0.choice(ShootPolicy.Rig.People.self) },
      movements: node["movements"].strings(),
      destructive: node["destructive"].isPresent ? node["destructive"].bool() : nil,
      text: node.bothTexts())
    node.finish()
  }
}

extension ShootPolicy.Changeover {
  fileprivate init(reading node: PresetNode) {
    func minutes(_ key: String) -> Double { node[key].double(in: 0...480) }
    self.init(
      location: minutes("location"), set: minutes("set"), light: minutes("light"),
      rig: minutes("rig"), lens: minutes("lens"), model: minutes("model"),
      outfit: minutes("outfit"), product: minutes("product"), sample: minutes("sample"))
    node.finish()
  }
}

extension ShootPolicy.Extra {
  fileprivate init(reading node: PresetNode) {
    self.init(
      moving: node["moving"].double(in: 0...60),
      destructive: node["destructive"].double(in: 0...60))
    node.finish()
  }
}

extension PresetNode {
  /// Lenses by id; a size belongs to one of them alone.
  fileprivate func lenses() -> [ShootPolicy.Lens] {
    var owners: [String: String] = [:]
    if !isPresent { wrong("a mapping of at least one lens") }
    return entries.map { id, node in
      let sizes = node["sizes"].items.map { size in
        let text = size.string()
        if let other = owners[text.lowercased()] {
          size.report("size '\(text)' stands under lens '\(other)' already")
        }
        owners[text.lowercased()] = id
        return text
      }
      let lens = ShootPolicy.Lens(
        id: id, name: node["name"].string(), nameZh: node["name_zh"].string(), sizes: sizes,
        extra: node["extra"].double(0, in: 0...60))
      node.finish()
      return lens
    }
  }

  /// An id that stands elsewhere in the file.
  fileprivate func reference(to legal: [String], _ list: String) -> String {
    let id = string()
    if isPresent, !legal.contains(id) {
      let hint = nearest(to: id, among: legal).map { "; did you mean '\($0)'?" } ?? ""
      report("'\(id)' is not among '\(list)'\(hint)")
    }
    return id
  }

  fileprivate func category() -> String {
    let id = string()
    if isPresent, !CategoryRules.legalIDs.contains(id) {
      let hint = nearest(to: id, among: CategoryRules.legalIDs).map { "; did you mean '\($0)'?" }
      let legal = CategoryRules.legalIDs.joined(separator: ", ")
      report("'\(id)' is no category\(hint ?? "; they are \(legal)")")
    }
    return id
  }

  /// `09:30` as minutes after midnight.
  fileprivate func clock() -> Int {
    let parts = string().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else {
      if isPresent { wrong("a time of day such as \"09:30\"") }
      return 0
    }
    return hour * 60 + minute
  }
}
