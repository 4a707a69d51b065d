public import Model
import Diagnostics
import Synchronization
import Threading

/// Any folder of raw clips, photos, voice and music → `Takes`.
///
/// Files are known by their content. A bad one is named with its reason, and the rest goes on.
public struct IngestStage: Stage {
  /// Changes when equal files make other takes.
  public static let version = 2

  /// Called after each file, from any thread: its path, how many are done, and of how many.
  public typealias Progress = @Sendable (_ file: String, _ done: Int, _ total: Int) -> Void

  private let policy: IngestPolicy
  private let cache: (any ReportCache)?
  private let jobs: Int
  private let progress: Progress?

  /// - Parameters:
  ///   - cache: Where reports are kept; nil scans every file.
  ///   - jobs: Files that are looked at side by side.
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
    let (progress, total) = (progress, input.files.count)
    let done = Atomic(0)
    let looks = await Workers.map(input.files, jobs: jobs) { file, isStopped in
      let look = looker.look(at: file, isStopped)
      progress?(file.path, done.add(1, ordering: .relaxed).newValue, total)
      return look
    }
    try Task.checkCancellation()
    return FiledFolder(input, looks, policy: policy).result
  }
}
