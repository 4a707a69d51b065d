import Model

/// Adds up what a product's clues say.
struct CategoryTally {
  struct Part {
    var clue: CategoryFinder.Clue
    var weight: Double
    var reading: PhraseReader.Reading
    /// It says for whom, not what.
    var isAudience = false
  }

  let finder: CategoryFinder
  private var parts: [Part] = []
  private var scores: [Double]
  private var fromAttributes: Double = 0

  init(finder: CategoryFinder) {
    self.finder = finder
    scores = Array(repeating: 0, count: finder.lexicon.clothing + 1)
  }

  mutating func add(_ clue: CategoryFinder.Clue) {
    switch clue.field {
    case "category": addPath(clue)
    case "type": add(clue, .path, weight: 3.5)
    case "title": add(clue, .title, weight: 3)
    case "tags": add(clue, .list, weight: 1.2)
    default: addAttribute(clue)
    }
  }

  private mutating func addPath(_ clue: CategoryFinder.Clue) {
    if let number = Int(clue.text), let group = finder.lexicon.numbers[number] {
      var reading = PhraseReader("", .path, finder.lexicon).emptyReading
      reading.scores[group] = 1
      reading.letters = clue.text.unicodeScalars.map(\.value)
      add(Part(clue: clue, weight: 4, reading: reading))
    } else {
      add(clue, .path, weight: 4)
    }
  }

  private mutating func addAttribute(_ clue: CategoryFinder.Clue) {
    let name = clue.field.hasPrefix("attributes.") ? String(clue.field.dropFirst(11)) : clue.field
    switch finder.attributes.meaning(of: name) {
    case .kind: add(clue, .path, weight: 2.5)
    case .audience:
      var reader = PhraseReader(clue.text, .list, finder.lexicon)
      parts.append(Part(clue: clue, weight: 0, reading: reader.read(), isAudience: true))
    case .of(let group):
      var reading = PhraseReader("", .list, finder.lexicon).emptyReading
      reading.scores[group] = 1
      reading.letters = name.unicodeScalars.map(\.value)
      // Each further name adds less; all of them together less than a title.
      add(Part(clue: clue, weight: max(0.1, 0.7 - fromAttributes / 2), reading: reading))
      fromAttributes += 0.4
    case nil: break
    }
  }

  private mutating func add(
    _ clue: CategoryFinder.Clue, _ kind: PhraseReader.Kind, weight: Double
  ) {
    guard !clue.text.isEmpty else { return }
    func read() -> PhraseReader.Reading {
      var reader = PhraseReader(clue.text, kind, finder.lexicon)
      return reader.read()
    }
    // Paths and types are few; titles are as many as products.
    let reading = kind == .path ? finder.paths.value(of: clue.text, read) : read()
    add(Part(clue: clue, weight: weight, reading: reading))
  }

  private mutating func add(_ part: Part) {
    for group in scores.indices { scores[group] += part.weight * part.reading.scores[group] }
    parts.append(part)
  }

  var answer: CategoryFinder.Answer {
    let ranking = Ranking(scores, finder)
    guard ranking.first >= 0, ranking.firstScore > 0.05 else {
      return CategoryFinder.Answer(category: "general", evidence: [], certainty: 0)
    }
    var evidence = deciding(ranking)
    var certainty = certainty(ranking)
    var group = ranking.first
    if ranking.isGarment {
      let wearer = wearer()
      group = wearer.group
      certainty *= wearer.certainty
      if let extra = wearer.evidence, !evidence.contains(extra) { evidence.append(extra) }
    }
    let category = group >= 0 ? finder.lexicon.ids[group] : finder.fallback
    let answer = CategoryFinder.Answer(
      category: category, evidence: evidence, certainty: (certainty * 100).rounded() / 100)
    return withRunnerUp(answer, ranking)
  }

  /// The weightiest clues until they outweigh the runner-up.
  private func deciding(_ ranking: Ranking) -> [CategoryEvidence] {
    var speaking: [(part: Part, value: Double)] = []
    for part in parts {
      var value = 0.0
      for group in ranking.members { value += part.weight * part.reading.scores[group] }
      if value > 0 { speaking.append((part, value)) }
    }
    speaking.sort { $0.value > $1.value }
    var evidence: [CategoryEvidence] = []
    var sum = 0.0
    for (part, value) in speaking where sum <= ranking.secondScore {
      sum += value
      let best = ranking.members.max { part.reading.scores[$0] < part.reading.scores[$1] }
      evidence.append(cite(part, best ?? ranking.first))
    }
    return evidence
  }

  private func cite(_ part: Part, _ group: Int) -> CategoryEvidence {
    let place = part.reading.best[group]
    return CategoryEvidence(
      field: part.clue.field, text: part.clue.text.shortened(to: 200),
      matched: place < 0 ? part.reading.letters.written : part.reading.matched(place))
  }

  private func withRunnerUp(
    _ answer: CategoryFinder.Answer, _ ranking: Ranking
  ) -> CategoryFinder.Answer {
    var answer = answer
    func said(_ part: Part) -> Double { part.weight * part.reading.scores[ranking.second] }
    guard ranking.second >= 0, ranking.secondScore >= 0.25 * ranking.firstScore,
      let part = parts.max(by: { said($0) < said($1) })
    else { return answer }
    let id =
      ranking.second == finder.lexicon.clothing
      ? finder.fallback : finder.lexicon.ids[ranking.second]
    guard id != answer.category else { return answer }
    let cited = cite(part, ranking.second)
    answer.runnerUp = id
    answer.evidence.append(
      CategoryEvidence(
        field: "runner-up", text: cited.text, matched: "\(id): \(cited.matched)"))
    return answer
  }

  /// From the lead over the runner-up, the strength of the words and the clues' agreement.
  private func certainty(_ ranking: Ranking) -> Double {
    let strength = min(1, ranking.firstScore / 3)
    let margin = (ranking.firstScore - ranking.secondScore) / ranking.firstScore
    var certainty = strength.squareRoot() * (0.3 + 0.7 * margin.squareRoot())
    var agreeing = 0
    var most = 0.0
    var opposed = false
    for part in parts where part.weight > 0 {
      var (own, others) = (0.0, 0.0)
      for (group, score) in part.reading.scores.enumerated() where score > 0 {
        if ranking.members.contains(group) {
          own = max(own, score)
        } else {
          others = max(others, score)
        }
      }
      most = max(most, own)
      if own > others, own >= 0.35 { agreeing += 1 }
      if others > own, others >= 0.75, part.weight >= 2 { opposed = true }
    }
    certainty = min(certainty, agreeing > 1 ? 0.98 : 0.9)
    if opposed { certainty = min(certainty, 0.7) }
    if most <= 0.75 { certainty = min(certainty, 0.78) }
    if most < 0.45 { certainty = min(certainty, 0.45) }
    return certainty
  }
}

extension CategoryTally {
  /// For whom a garment is; a group of −1 where nothing says it.
  private func wearer() -> (group: Int, certainty: Double, evidence: CategoryEvidence?) {
    let homes = [finder.women, finder.men, finder.children]
    let order = ["category": 0, "type": 1, "title": 2, "tags": 4]
    let sorted = parts.enumerated().sorted {
      (order[$0.element.clue.field] ?? 3, $0.offset) < (
        order[$1.element.clue.field] ?? 3, $1.offset
      )
    }.map(\.element)
    for part in sorted {
      let named = part.reading.matches.indices.filter {
        part.reading.matches[$0].entry.gender >= 0
      }
      let genders = named.map { part.reading.matches[$0].entry.gender }
      guard
        let place = named.first(where: { part.reading.matches[$0].entry.gender == 2 })
          ?? named.first, let home = homes[part.reading.matches[place].entry.gender]
      else { continue }
      let mixed = genders.contains(0) && genders.contains(1) && !genders.contains(2)
      return (
        home, mixed ? 0.6 : 1,
        CategoryEvidence(
          field: part.clue.field, text: part.clue.text.shortened(to: 200),
          matched: part.reading.matched(place))
      )
    }
    if let women = finder.women, let men = finder.men, max(scores[women], scores[men]) > 0.5 {
      return (scores[women] >= scores[men] ? women : men, 1, nil)
    }
    return (
      -1, 0.5,
      CategoryEvidence(
        field: "rule", text: "no word says whose garment it is: default of clothing",
        matched: finder.fallback)
    )
  }

  /// The categories by score; garments count as one.
  struct Ranking {
    var first = -1
    var second = -1
    var firstScore = 0.0
    var secondScore = 0.0
    var members: [Int] = []
    var isGarment = false

    init(_ scores: [Double], _ finder: CategoryFinder) {
      let clothing = finder.lexicon.clothing
      let garments = [clothing, finder.women, finder.men].compactMap(\.self)
      for group in scores.indices {
        var score = scores[group]
        if group != clothing, garments.contains(group) { continue }
        if group == clothing { score = garments.map { scores[$0] }.reduce(0, +) }
        if score > firstScore {
          (second, secondScore) = (first, firstScore)
          (first, firstScore) = (group, score)
        } else if score > secondScore {
          (second, secondScore) = (group, score)
        }
      }
      isGarment = first == clothing
      members = isGarment ? garments : [first]
    }
  }
}
