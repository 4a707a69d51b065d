import Model

/// The records of all files, with what filing has made of them.
struct FileRecords {
  private var records: [FileRecord] = []
  private var places: [String: Int] = [:]

  mutating func add(_ record: FileRecord) {
    places[record.file] = records.count
    records.append(record)
  }

  /// Every file in the order of the input.
  func told(of takes: Takes) -> [FileRecord] {
    var records = records
    for named in takes.orphans {
      change(&records, named.file) { record in
        record.state = named.copyOf == nil ? .orphan : .duplicate
        record.add(named)
      }
    }
    for take in takes.takes {
      change(&records, take.file) { record in
        record.takes += 1
        record.sku = take.sku
        if let shot = take.shot, !record.shots.contains(shot) { record.shots.append(shot) }
        if record.state != .inherited { record.state = .filed }
        if take.filedBy == .inherited { record.state = .inherited }
      }
    }
    markCopies(&records, takes.takes)
    for photo in takes.photos { change(&records, photo.file) { $0.sku = photo.sku } }
    for voice in takes.voices { change(&records, voice.file) { $0.sku = voice.sku } }
    for named in takes.broken {
      change(&records, named.file) { record in
        if record.takes == 0 { record.state = .broken }
        record.add(named)
      }
    }
    return records
  }

  /// A file all of whose takes are encoded again in other files is a duplicate, too.
  private func markCopies(_ records: inout [FileRecord], _ takes: [Take]) {
    let files = Dictionary(takes.map { ($0.id, $0.file) }, uniquingKeysWith: { first, _ in first })
    for (file, own) in Dictionary(grouping: takes, by: \.file) {
      let stands = own.compactMap { take in take.duplicate.flatMap { files[$0] } }
      guard stands.count == own.count, let first = stands.first else { continue }
      change(&records, file) { record in
        record.state = .duplicate
        record.add(NamedFile(file, .copy(of: first)))
      }
    }
  }

  private func change(
    _ records: inout [FileRecord], _ file: String, _ body: (inout FileRecord) -> Void
  ) {
    if let place = places[file] { body(&records[place]) }
  }
}
