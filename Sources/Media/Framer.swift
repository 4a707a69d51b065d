import CFFmpeg
import CFFmpegShims

/// Turns decoded pictures into canvas pictures: one filter graph, set up by the first picture and
/// set up anew whenever size, format or colour change; none where the source has what is needed.
final class Framer {
  private struct Key: Hashable {
    let width: Int
    let height: Int
    let format: String
    let color: SourceColor
    let orientation: Orientation
  }

  private let framing: Framing
  private var key: Key?
  private var graph: FilterGraph?
  private var plan: FramePlan?
  private var flattener: FilterGraph?
  private var kept: (source: Frame, prepared: Frame)?
  private var isStatic: Bool { !framing.isMoving }

  init(_ framing: Framing) throws {
    try framing.validate()
    self.framing = framing
  }

  /// The canvas picture of a source picture at a place on the way.
  ///
  /// What a source picture becomes before the move is kept until another one comes.
  func picture(
    of source: TimedFrame, _ orientation: Orientation, _ moment: Moment
  ) throws -> Frame {
    let base: Frame
    if let kept, kept.source === source.frame {
      base = kept.prepared
    } else {
      kept = nil
      base = try prepare(source, orientation)
      kept = (source.frame, base)
    }
    guard framing.isMoving, let plan else { return base }
    return try plan.window(base, moment)
  }

  private func prepare(_ source: TimedFrame, _ orientation: Orientation) throws -> Frame {
    let frame = try source.frame.hasAlpha ? flattened(source) : source.frame
    let key = Key(
      width: frame.width, height: frame.height, format: frame.formatName,
      color: SourceColor(frame), orientation: orientation)
    if key != self.key {
      let plan = FramePlan(framing, frame, orientation)
      graph = try plan.chain.map { try FilterGraph.picture($0, like: frame, base: source.base) }
      self.plan = plan
      self.key = key
    }
    guard let plan else { throw MediaError(.invalid, "no picture filters are set up") }
    let result = try graph?.apply(frame) ?? plan.view(frame)
    result.tagStandard()
    return try isStatic ? plan.mounted(result) : result
  }

  /// A picture with alpha laid over the background colour, white when there is none.
  private func flattened(_ source: TimedFrame) throws -> Frame {
    let frame = source.frame
    if flattener == nil || key == nil {
      flattener = try FilterGraph.picture("format=rgba", like: frame, base: source.base)
    }
    guard let flattener else { return frame }
    let flat = try flattener.apply(frame)
    try check(av_frame_make_writable(flat.pointer), .io, "memory is out; close other programs")
    var color: (UInt8, UInt8, UInt8) = (255, 255, 255)
    switch framing.fit {
    case .contain(.color(let red, let green, let blue)): color = (red, green, blue)
    case .contain(.gradient(let top, _)): color = (top.red, top.green, top.blue)
    default: break
    }
    shopreel_flatten(
      flat.pointer.pointee.data.0, Int(flat.pointer.pointee.linesize.0), flat.pointer.pointee.width,
      flat.pointer.pointee.height, color.0, color.1, color.2)
    return flat
  }
}
