import Model
import Timing

/// Words over the picture: titles, captions, price sticker, end card, labels.
struct LayerPlanner {
  let policy: CutPolicy
  let request: CutRequest

  private var rate: FrameRate { request.platform.rate }

  func layers(over beats: [TimeRange]) -> [Layer] {
    guard let last = beats.last else { return [] }
    let card = endCard(in: last)
    let open = beats.dropLast() + [TimeRange(from: last.start, to: card?.range.start ?? last.end)]
    var layers: [Layer] = []
    for (index, range) in open.enumerated() where range.duration > .zero {
      layers += words(of: index, over: range)
    }
    let end = card?.range.start ?? last.end
    layers += labels(until: end) + brand(until: end)
    return layers + [card].compactMap { $0 }
  }

  private func words(of index: Int, over range: TimeRange) -> [Layer] {
    let beat = request.script.beats[index]
    var layers: [Layer] = []
    let keep = beat.facts.map(\.text)
    if let title = beat.title, !title.isEmpty {
      layers.append(
        Layer(kind: .title, text: title, range: range, keep: keep, accents: keep))
    }
    if let offer = beat.offer, request.platform.allowsPrice {
      layers.append(
        Layer(kind: .sticker, text: beat.sticker ?? "", offer: founded(offer), range: range))
    } else if let sticker = beat.sticker, beat.offer == nil, !sticker.isEmpty {
      layers.append(Layer(kind: .sticker, text: sticker, range: range, keep: keep))
    }
    return layers + captions(of: index, over: range, keep: keep).filter { $0.text != beat.title }
  }

  /// A dearer price is struck through only beside what it was.
  private func founded(_ offer: Offer) -> Offer {
    var offer = offer
    let basis = offer.basis ?? request.product.referencePrice?.basis
    offer.basis = offer.reference == nil || basis?.isEmpty != false ? nil : basis
    if offer.basis == nil { offer.reference = nil }
    return offer
  }

  private func captions(of index: Int, over range: TimeRange, keep: [String]) -> [Layer] {
    let splitter = CaptionSplitter(
      maxCharacters: request.script.locale == .zh
        ? policy.captionCharactersZh : policy.captionCharactersEn,
      minDuration: Time(decimal: policy.captionMin))
    let events = splitter.events(request.script.beats[index].caption, over: range, rate: rate)
      .filter { !$0.text.isEmpty }
    guard let voice = request.voice(forBeat: index) else {
      return events.map {
        Layer(kind: .caption, text: $0.text, range: $0.range, keep: keep, accents: keep)
      }
    }
    let begin = range.start + Time(decimal: policy.voiceLead)
    let spoken = SpokenCaption(
      voice: TimeRange(from: begin, to: max(begin, min(range.end, begin + voice.duration))),
      rate: rate, keep: keep)
    return zip(events, spoken.ranges(of: events.map(\.text), within: range)).map { event, range in
      Layer(
        kind: .caption, text: event.text, range: range, keep: keep, accents: keep,
        words: spoken.words(of: event.text, in: range), wordTiming: .estimated)
    }
  }

  /// Product, short name and one instruction at the very end.
  private func endCard(in beat: TimeRange) -> Layer? {
    guard policy.endCard > 0, let post = request.script.post[request.platform.id] else {
      return nil
    }
    let length = min(Time(decimal: policy.endCard), beat.duration).snapped(to: rate)
    let photo = request.photos.max { ($0.score, $1.file) < ($1.score, $0.file) }
    let brand = request.brand
    let line = brand.endLine ?? brand.slogan
    return Layer(
      kind: .endCard, text: post.cta, range: TimeRange(from: beat.end - length, to: beat.end),
      keep: [request.product.brand, brand.name].compactMap { $0 },
      accents: [line].compactMap { $0 }, image: photo?.file,
      detail: post.coverText.isEmpty ? post.title : post.coverText,
      logo: request.platform.allowsLogo ? brand.logo : nil,
      code: request.platform.allowsCode ? brand.contact?.code : nil)
  }

  /// The shop's own look: who speaks, its mark where the platform takes one, its band at the start.
  private func brand(until end: Time) -> [Layer] {
    let brand = request.brand
    let whole = TimeRange(from: .zero, to: end)
    var layers: [Layer] = []
    let persona = [brand.persona?.name, brand.persona?.role].compactMap { $0 }
    if brand.showsTag, !persona.isEmpty {
      let keep = persona.filter { $0.count < 12 }
      layers.append(
        Layer(kind: .tag, text: persona.joined(separator: " · "), range: whole, keep: keep))
    }
    let logo = request.platform.allowsLogo ? brand.logo : nil
    if let logo { layers.append(Layer(kind: .logo, text: "", range: whole, image: logo)) }
    if let intro = brand.intro, let text = intro.text ?? brand.name, !text.isEmpty {
      let length = min(Time(decimal: intro.length), end).snapped(to: rate)
      if length > .zero {
        layers.append(
          Layer(
            kind: .intro, text: text, range: TimeRange(start: .zero, duration: length),
            image: logo))
      }
    }
    return layers
  }

  private func labels(until end: Time) -> [Layer] {
    let zh = request.script.locale == .zh
    let words =
      (request.platform.adLabel ? [zh ? "广告" : "Ad"] : [])
      + (request.voices.contains(where: \.synthetic)
        ? [AILabel.voice.text(request.script.locale)] : [])
    guard !words.isEmpty else { return [] }
    let range = TimeRange(from: .zero, to: end)
    return [Layer(kind: .label, text: words.joined(separator: " · "), range: range)]
  }
}
