public import Model
import Diagnostics
import Synchronization
import Threading

/// Any folder of raw clips, photos, voice and music → `Takes`.
///
/// Files are known by their content. A bad one is named with its reason, and the rest goes on.
public struct IngestStage: Stage {
  /// Changes when equal files make other takes.
  public static let version = 5

  /// Called after each file, and now and then while a clip is scanned; from any thread.
  public typealias Progress = @Sendable (IngestProgress) -> Void

  private let policy: IngestPolicy
  private let cache: (any ReportCache)?
  private let jobs: Int
  private let progress: Progress?

  /// - Parameters:
  ///   - cache: Where reports are kept; nil scans every file.
  ///   - jobs: Files that are looked at side by side, the largest first; where fewer are left,
  ///     their decoders get the threads.
  public init(
    policy: IngestPolicy, cache: (any ReportCache)? = nil, jobs: Int = 2,
    progress: Progress? = nil
  ) {
    self.policy = policy
    self.cache = cache
    self.jobs = jobs
    self.progress = progress
  }

  /// - Throws: `CancellationError` alone; whatever is wrong with a file stands in the result.
  public func run(_ input: IngestInput) async throws -> IngestResult {
    let looker = FileLooker(policy: policy, gate: FileGate(root: input.root), cache: cache)
    let (progress, jobs, files) = (progress, jobs, input.files)
    let order = files.indices.sorted { (-files[$0].bytes, $0) < (-files[$1].bytes, $1) }
    let begun = Atomic(0)
    let found = await Workers.map(order, jobs: jobs) { index, isStopped in
      let left = order.count - begun.add(1, ordering: .relaxed).oldValue
      let look = looker.look(
        at: files[index], threads: max(1, jobs / min(jobs, max(1, left))),
        progress: { progress?(IngestProgress(files[index], share: $0)) }, isStopped)
      if !isStopped() { progress?(IngestProgress(files[index], look)) }
      return look
    }
    try Task.checkCancellation()
    let looks = zip(order, found).sorted { $0.0 < $1.0 }.map(\.1)
    return FiledFolder(input, looks, policy: policy).result
  }
}
