/// What a part of an Office Open XML package refers to.
struct PackageRelations {
  struct Relation {
    var id: String
    /// The type's last step, such as `worksheet`: strict and transitional are then alike.
    var type: String
    /// A part's name, from the package's root; nil where it leads out of the package.
    var part: String?
    /// What it leads to outside of the package, as it is written.
    var address: String?
  }

  var all: [Relation] = []

  /// Of the part named, or of the package for an empty name; none where it has no relations.
  ///
  /// - Throws: `TableError` where the list is damaged.
  init(of part: String, in archive: Archive) throws {
    let (folder, file) = PackageRelations.split(part)
    let list = folder + "_rels/" + file + ".rels"
    guard archive.contains(list) else { return }
    for node in try MarkupTree.read(list, in: archive).all("Relationship") {
      let target = node.attributes["Target"] ?? ""
      let isExternal = node.attributes["TargetMode"]?.lowercased() == "external"
      all.append(
        Relation(
          id: node.attributes["Id"] ?? "",
          type: String((node.attributes["Type"] ?? "").split(separator: "/").last ?? ""),
          part: isExternal ? nil : PackageRelations.resolve(target, from: folder),
          address: isExternal ? target : nil))
    }
  }

  subscript(id: String) -> Relation? { all.first { $0.id == id } }

  func first(_ type: String) -> String? {
    all.first { $0.type.lowercased() == type.lowercased() && $0.part != nil }?.part
  }

  private static func split(_ part: String) -> (folder: String, file: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// A target as a part's name; nil where it leads above the package's root.
  private static func resolve(_ target: String, from folder: String) -> String? {
    let target = target.replacing("\\", with: "/")
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") where step != "." {
      if step == ".." {
        guard steps.popLast() != nil else { return nil }
      } else {
        steps.append(String(step))
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }
}
