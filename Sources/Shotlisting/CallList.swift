internal import Model

/// What and who has to be there before the first shot, derived from the shots alone.
struct CallList {
  let shots: [ListedShot]
  let policy: ShootPolicy

  /// One line to tick.
  struct Line: Equatable {
    let name: String
    /// How many have to be there; nil where that is no question.
    var quantity: Int?
    let shots: Int
    /// What else there is to know.
    var note = ""
  }

  struct Section: Equatable {
    let zh: String
    let en: String
    let lines: [Line]
  }

  /// The sections that have something in them.
  var sections: [Section] {
    [
      Section(zh: "样品", en: "Samples", lines: samples),
      Section(zh: "道具", en: "Props", lines: props),
      Section(zh: "人员", en: "People", lines: people),
      Section(zh: "服装", en: "Outfits", lines: stood(.outfit)),
      Section(zh: "机位", en: "Rigs", lines: rigs),
      Section(zh: "镜头", en: "Lenses", lines: stood(.lens)),
      Section(zh: "灯光", en: "Lights", lines: stood(.light)),
      Section(zh: "场景", en: "Sets", lines: stood(.location) + stood(.set)),
    ].filter { !$0.lines.isEmpty }
  }

  /// Every product once: one sample for its clean shots, one more for each shot that spends one.
  private var samples: [Line] {
    grouped { [$0.sku] }.map { sku, shots in
      let product = shots[0].product
      let spent = shots.count { $0.destructive }
      return Line(
        name: product == sku ? sku : "\(product)  \(sku)",
        quantity: spent + (spent < shots.count ? 1 : 0), shots: shots.count,
        note: spent == 0 ? "" : "毁样 \(spent)")
    }
  }

  /// Every prop once, as many as the shot that names it most often needs.
  private var props: [Line] {
    grouped { shot in shot.props.filter { !$0.isEmpty } }.map { prop, shots in
      let most = shots.map { shot in shot.props.count { $0 == prop } }.max() ?? 1
      return Line(name: prop, quantity: most, shots: shots.count)
    }
  }

  /// Models by name; who else is before the camera by what their rig asks for.
  private var people: [Line] {
    grouped { shot in
      if !shot.stand.model.isEmpty {
        return [StandPart.name(of: shot.stand.model, part: .model, policy: policy)]
      }
      switch policy.rig(shot.rig).people {
      case .none: return []
      case .hands: return ["手模 Hands"]
      case .model: return ["模特 Model"]
      case .presenter: return ["主播 Presenter"]
      }
    }.map { Line(name: $0, shots: $1.count) }
  }

  private var rigs: [Line] {
    grouped { $0.rig.isEmpty ? [] : [$0.rig] }.map { id, shots in
      let rig = policy.rig(id)
      let known = policy.rigs.contains { $0.id == id }
      return Line(name: known ? "\(rig.nameZh) \(rig.name)" : id, shots: shots.count)
    }
  }

  /// What stands; a product that is worn is among the samples already.
  private func stood(_ part: StandPart) -> [Line] {
    grouped { shot in
      let id = part.id(in: shot.stand)
      return id.isEmpty || (part == .outfit && id == shot.sku) ? [] : [id]
    }.map { id, shots in
      Line(name: StandPart.name(of: id, part: part, policy: policy), shots: shots.count)
    }
  }

  /// Shots by what they need, in the order in which it is first needed.
  private func grouped(_ needs: (ListedShot) -> [String]) -> [(String, [ListedShot])] {
    var order: [String] = []
    var groups: [String: [ListedShot]] = [:]
    for shot in shots {
      var seen = Set<String>()
      for need in needs(shot) where seen.insert(need).inserted {
        if groups[need] == nil { order.append(need) }
        groups[need, default: []].append(shot)
      }
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}
