import CFFmpeg
import CFFmpegShims
import Foundation
import Support
import Testing

/// Run by `make bench`: the slow push over a photo, our loop against libswscale's.
@Suite(
  .serialized, .enabled(if: ProcessInfo.processInfo.environment["SHOPREEL_BENCH"] != nil))
struct ResampleBenchmark {
  /// Canvas pictures of one push.
  private static let frames = 24

  @Test(arguments: [(1146, 2036, 1.06), (1080, 1920, 0.94), (2160, 3840, 1.9)])
  func pushAgainstSwscale(width: Int, height: Int, step: Double) throws {
    let source = try Self.picture(width, height)
    let target = try Self.picture(1080, 1920)
    defer {
      for frame in [source, target] {
        var freed: UnsafeMutablePointer<AVFrame>? = frame
        av_frame_free(&freed)
      }
    }
    let plain = try Self.resampling(source, target, step, plain: true)
    let ours = try Self.resampling(source, target, step, plain: false)
    let moving = try Self.scaling(source, target, step, isMoving: true)
    let fixed = try Self.scaling(source, target, step, isMoving: false)
    func line(_ name: String, _ time: Double) -> String {
      "  \(name): \(Self.rounded(time)) ms a frame, \(Self.rounded(time / ours)) × ours"
    }
    print("push over \(width)×\(height), \(step) source samples a pixel of 1080×1920:")
    print(line("ours, between pixels", ours), line("plain loops", plain), separator: "\n")
    print(line("swscale, a context a frame, whole pixels", moving))
    print(line("swscale, one context", fixed))
    #expect(ours > 0)
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private static func picture(_ width: Int, _ height: Int) throws
    -> UnsafeMutablePointer<AVFrame>
  {
    let frame = try #require(av_frame_alloc())
    frame.pointee.width = Int32(width)
    frame.pointee.height = Int32(height)
    frame.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    try #require(av_frame_get_buffer(frame, 0) == 0)
    var random = SeededGenerator(seed: 1)
    for (plane, rows) in [height, height / 2, height / 2].enumerated() {
      let (pointer, stride) = Self.plane(frame, plane)
      for at in 0..<rows * stride { pointer[at] = .random(in: 16...235, using: &random) }
    }
    return frame
  }

  private static func plane(_ frame: UnsafeMutablePointer<AVFrame>, _ index: Int)
    -> (pointer: UnsafeMutablePointer<UInt8>, stride: Int)
  {
    let data = withUnsafeBytes(of: frame.pointee.data) {
      $0.bindMemory(to: UnsafeMutablePointer<UInt8>.self)[index]
    }
    let stride = withUnsafeBytes(of: frame.pointee.linesize) {
      $0.bindMemory(to: Int32.self)[index]
    }
    return (data, Int(stride))
  }

  /// The window of a frame of the push: it shrinks and wanders by fractions of a pixel.
  private static func window(
    _ source: UnsafeMutablePointer<AVFrame>, _ step: Double, _ frame: Int
  ) -> Window {
    let share = 1 - 0.002 * Double(frame)
    let (width, height) = (1080 * step * share, 1920 * step * share)
    return Window(
      x: (Double(source.pointee.width) - width) / 2,
      y: (Double(source.pointee.height) - height) / 2, width: width, height: height)
  }

  private static func resampling(
    _ source: UnsafeMutablePointer<AVFrame>, _ target: UnsafeMutablePointer<AVFrame>,
    _ step: Double, plain: Bool
  ) throws -> Double {
    let resampler = try #require(shopreel_resampler_new(plain))
    defer { shopreel_resampler_free(resampler) }
    let total = CPUTime.milliseconds(calls: 1) {
      for frame in 0..<frames {
        let window = window(source, step, frame)
        for index in 0..<3 {
          let (from, to) = (plane(source, index), plane(target, index))
          let half: Int32 = index == 0 ? 1 : 2
          _ = shopreel_resampler_run(
            resampler, from.pointer, from.stride, source.pointee.width / half,
            source.pointee.height / half, to.pointer, to.stride, target.pointee.width / half,
            target.pointee.height / half, window.x / Double(half), window.y / Double(half),
            window.width / Double(half), window.height / Double(half))
        }
      }
    }
    return total / Double(frames)
  }

  /// The same push as swscale can do it: windows of whole, even pixels.
  private static func scaling(
    _ source: UnsafeMutablePointer<AVFrame>, _ target: UnsafeMutablePointer<AVFrame>,
    _ step: Double, isMoving: Bool
  ) throws -> Double {
    func context(_ window: Window) -> OpaquePointer? {
      // 4 stands for bicubic; its name is of another type in newer versions.
      sws_getContext(
        Int32(window.width) & ~1, Int32(window.height) & ~1, AV_PIX_FMT_YUV420P, 1080, 1920,
        AV_PIX_FMT_YUV420P, 4, nil, nil, nil)
    }
    var scaler = context(window(source, step, 0))
    defer { sws_freeContext(scaler) }
    let total = CPUTime.milliseconds(calls: 1) {
      for frame in 0..<frames {
        let window = window(source, step, isMoving ? frame : 0)
        let (x, y, height) = (Int(window.x) & ~1, Int(window.y) & ~1, Int(window.height) & ~1)
        if isMoving {
          sws_freeContext(scaler)
          scaler = context(window)
        }
        let from = (0..<3).map { plane(source, $0) }
        let to = (0..<3).map { plane(target, $0) }
        let planes = from.enumerated().map { index, plane in
          let half = index == 0 ? 1 : 2
          return Optional(UnsafePointer(plane.pointer + (y / half * plane.stride + x / half)))
        }
        sws_scale(
          scaler, planes, from.map { Int32($0.stride) }, 0, Int32(height),
          to.map { Optional($0.pointer) }, to.map { Int32($0.stride) })
      }
    }
    return total / Double(frames)
  }
}
