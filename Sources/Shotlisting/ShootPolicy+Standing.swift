internal import Model

extension ShootPolicy {
  /// What stands for a shot of a product of a category.
  func stand(of shot: Shot, sku: String, category: String) -> ShotStand {
    let rig = rig(shot.rig)
    let set = set(rig.set)
    let person = models.first {
      $0.people.contains(rig.people) && ($0.categories.isEmpty || $0.categories.contains(category))
    }
    let isWorn = [.model, .presenter].contains(rig.people) && worn.contains(category)
    return ShotStand(
      location: set?.location ?? "", set: rig.set, light: rig.light ?? set?.light ?? "",
      lens: lens(for: shot.size), model: person?.id ?? "", outfit: isWorn ? sku : "")
  }

  /// The lens that names the size, or the longest part of it, or the first.
  private func lens(for size: String) -> String {
    let wanted = size.lowercased()
    var best: (id: String, length: Int)?
    for lens in lenses {
      for word in lens.sizes.map({ $0.lowercased() }) {
        if word == wanted { return lens.id }
        // One letter, or an abbreviation, says nothing inside another word.
        let isWord = word.count > 1 && (word.count > 3 || !word.utf8.allSatisfy { $0 < 128 })
        if isWord, wanted.contains(word), word.count > best?.length ?? 0 {
          best = (lens.id, word.count)
        }
      }
    }
    return best?.id ?? lenses.first?.id ?? ""
  }

  /// What to film when a shot cannot be done; empty for nothing.
  func backup(of shot: Shot, locale: CopyLocale) -> String {
    let people = rig(shot.rig).people
    let rule = backups.first { rule in
      (rule.rigs.isEmpty || rule.rigs.contains(shot.rig))
        && (rule.people.isEmpty || rule.people.contains(people))
        && (rule.movements.isEmpty || rule.movements.contains(shot.movement))
        && (rule.destructive ?? shot.destructive) == shot.destructive
    }
    return rule?.text[locale] ?? ""
  }
}
