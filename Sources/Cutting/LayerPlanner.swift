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
      layers += words(of: request.script.beats[index], over: range)
    }
    layers += labels(until: card?.range.start ?? last.end)
    return layers + [card].compactMap { $0 }
  }

  private func words(of beat: Beat, over range: TimeRange) -> [Layer] {
    var layers: [Layer] = []
    let keep = beat.facts.map(\.text)
    if let title = beat.title, !title.isEmpty {
      layers.append(
        Layer(kind: .title, text: title, range: range, keep: keep, accents: keep))
    }
    if let offer = beat.offer, request.platform.allowsPrice {
      layers.append(Layer(kind: .sticker, text: beat.sticker ?? "", offer: offer, range: range))
    } else if let sticker = beat.sticker, beat.offer == nil, !sticker.isEmpty {
      layers.append(Layer(kind: .sticker, text: sticker, range: range, keep: keep))
    }
    let splitter = CaptionSplitter(
      maxCharacters: request.script.locale == .zh
        ? policy.captionCharactersZh : policy.captionCharactersEn,
      minDuration: Time(decimal: policy.captionMin))
    for event in splitter.events(beat.caption, over: range, rate: rate)
    where !event.text.isEmpty && event.text != beat.title {
      layers.append(
        Layer(kind: .caption, text: event.text, range: event.range, keep: keep, accents: keep))
    }
    return layers
  }

  /// Product, short name and one instruction at the very end.
  private func endCard(in beat: TimeRange) -> Layer? {
    guard policy.endCard > 0, let post = request.script.post[request.platform.id] else {
      return nil
    }
    let length = min(Time(decimal: policy.endCard), beat.duration).snapped(to: rate)
    let photo = request.photos.max { ($0.score, $1.file) < ($1.score, $0.file) }
    return Layer(
      kind: .endCard, text: post.cta, range: TimeRange(from: beat.end - length, to: beat.end),
      keep: [request.product.brand, request.brand.name].compactMap { $0 }, image: photo?.file,
      detail: post.coverText.isEmpty ? post.title : post.coverText)
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
