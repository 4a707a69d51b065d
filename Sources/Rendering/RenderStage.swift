public import Foundation
import Media
public import Model
import Threading

/// Timelines → drafts: every stretch of picture and every sound is encoded once, however many
/// drafts show it, and a draft is its parts' packets put in order.
public struct RenderStage: Stage {
  /// Called from any thread as soon as a draft is finished or has failed.
  public typealias Finished = @Sendable (RenderRequest, RenderOutcome) -> Void

  private let store: any PartStore
  private let files: SourceFiles
  private let jobs: Int
  private let finished: Finished
  private let admits: @Sendable (RenderRequest) -> Bool

  /// - Parameters:
  ///   - store: Where encoded parts are kept.
  ///   - jobs: Encoders side by side, each with the threads of its quality preset.
  ///   - resolve: A workspace-relative path as a file to open; throws for one that leads out.
  ///   - identity: The content of a file, by its workspace-relative path.
  ///   - admits: Asked before a draft is begun; one that is refused has no outcome.
  public init(
    store: any PartStore, jobs: Int, resolve: @escaping @Sendable (String) throws -> URL,
    identity: @escaping @Sendable (String) -> String,
    admits: @escaping @Sendable (RenderRequest) -> Bool = { _ in true },
    finished: @escaping Finished
  ) {
    self.store = store
    self.jobs = jobs
    files = SourceFiles(resolve: resolve, identity: identity)
    self.finished = finished
    self.admits = admits
  }

  /// A change of the renderer that changes a draft's bytes changes this number.
  public static let version =
    SpanPlanner.version * 1000 + SoundMaker.version * 10
    + CoverMaker.version

  /// Renders drafts; those of one product are planned together. A cancelled task leaves the drafts
  /// that are not finished without an outcome.
  public func run(_ requests: [RenderRequest]) async {
    Components.quiet()
    let list = WorkList<RenderTask>()
    let crew = RenderCrew(
      store: store, files: files, list: list, admits: admits, finished: finished)
    list.add(RenderStage.products(requests).map(RenderTask.plan))
    await list.run(jobs: jobs) { task, isStopped in crew.do(task, isStopped) }
  }

  /// Requests by product, in their order; memory is bounded by the largest product.
  private static func products(_ requests: [RenderRequest]) -> [[RenderRequest]] {
    var order: [String] = []
    var products: [String: [RenderRequest]] = [:]
    for request in requests {
      let sku = request.timeline.sku
      if products[sku] == nil { order.append(sku) }
      products[sku, default: []].append(request)
    }
    return order.compactMap { products[$0] }
  }
}
