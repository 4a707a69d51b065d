import Foundation
import Media
import Model
import Threading

/// Does the tasks of a batch: plans, encodes, joins.
struct RenderCrew: Sendable {
  let store: any PartStore
  let files: SourceFiles
  let list: WorkList<RenderTask>
  let admits: @Sendable (RenderRequest) -> Bool
  let finished: RenderStage.Finished
  let board: RenderBoard

  init(
    store: any PartStore, files: SourceFiles, list: WorkList<RenderTask>,
    admits: @escaping @Sendable (RenderRequest) -> Bool,
    finished: @escaping RenderStage.Finished
  ) {
    self.store = store
    self.files = files
    self.list = list
    self.admits = admits
    self.finished = finished
    board = RenderBoard(store: store)
  }

  func `do`(_ task: RenderTask, _ isStopped: @escaping @Sendable () -> Bool) {
    switch task {
    case .plan(let requests): plan(requests.filter(admits))
    case .sound(let work): make(work)
    case .pictures(let job):
      job.run(
        files: files, isStopped: isStopped, offer: { [list] in list.offer(.encode($0)) },
        done: { key, result in settle(key, result, isStopped) })
    case .encode(let lane): lane.run()
    case .join(let name): join(name)
    }
  }

  /// Sound needs no layers, so it is begun while the pictures are being planned.
  private func plan(_ requests: [RenderRequest]) {
    let planner = DraftPlanner(files: files)
    for request in requests {
      let sound = planner.sound(request)
      if board.reserve(sound, for: request.name), case .sound(let work) = sound.work {
        list.addInFront([.sound(work)])
      }
    }
    var works: [PartWork] = []
    var ready: [RenderTask] = []
    for request in requests {
      var watch = Stopwatch()
      do {
        let plan = try planner.plan(request)
        watch.lap("plan")
        works += board.enter(plan, timings: watch.laps)
        if board.isReady(plan.name) { ready.append(.join(plan.name)) }
      } catch {
        finished(request, .failure(RenderError.wrapping(error)))
      }
    }
    list.addInFront(ready + tasks(works))
  }

  /// Longest first, so that no worker is left with a long one at the end.
  private func tasks(_ works: [PartWork]) -> [RenderTask] {
    var pictures: [PictureWork] = []
    var tasks: [RenderTask] = []
    for work in works {
      switch work {
      case .picture(let work): pictures.append(work)
      case .sound(let work): tasks.append(.sound(work))
      }
    }
    return tasks
      + PictureJob.jobs(for: pictures).sorted { $0.cost > $1.cost }.map(RenderTask.pictures)
  }

  private func make(_ work: SoundWork) {
    do {
      let stream = try work.maker.make(work.plan, lasting: work.duration)
      settle(work.key, .success(stream.serialized())) { false }
    } catch {
      settle(work.key, .failure(RenderError.wrapping(error))) { false }
    }
  }

  private func settle(
    _ key: String, _ result: Result<[UInt8], RenderError>, _ isStopped: @Sendable () -> Bool
  ) {
    var failure: RenderError?
    do {
      try store.keep(try result.get(), under: key)
    } catch {
      failure = RenderError.wrapping(error)
    }
    let (ready, failed) = board.settle(key, failure)
    list.addInFront(ready.map(RenderTask.join))
    for (plan, error) in failed where !isStopped() { finished(plan.request, .failure(error)) }
  }

  private func join(_ name: String) {
    guard let (plan, origins, timings) = board.take(name) else { return }
    var watch = Stopwatch(timings)
    do {
      var rendered = try DraftJoiner(store: store).join(plan, origins: origins)
      watch.lap("join")
      rendered.draft.timings = watch.laps
      board.remove(name)
      finished(plan.request, .success(rendered))
    } catch let overrun as BufferWatch.Overrun {
      let works = board.replace(plan.tightened(overrun))
      resume(name, works)
    } catch let lost as DraftJoiner.Lost {
      guard let works = board.mend(name, lost: lost.keys) else {
        board.remove(name)
        finished(plan.request, .failure(.losing(lost.keys)))
        return
      }
      resume(name, works)
    } catch {
      board.remove(name)
      finished(plan.request, .failure(RenderError.wrapping(error)))
    }
  }

  /// Goes on with a draft that was not ready after all.
  private func resume(_ name: String, _ works: [PartWork]) {
    list.addInFront((board.isReady(name) ? [.join(name)] : []) + tasks(works))
  }
}

extension RenderRequest {
  /// The draft's name within a batch.
  var name: String { "\(timeline.platform)/\(timeline.id)" }
}

extension RenderError {
  static func wrapping(_ error: any Error) -> RenderError {
    error as? RenderError ?? RenderError(code: .source, message: "\(error)")
  }

  static func losing(_ keys: Set<String>) -> RenderError {
    RenderError(
      code: .store,
      message: "\(keys.count) encoded parts go lost as soon as they are kept; is the store's folder"
        + " shared with something that removes files, or its limit smaller than one draft?")
  }
}

/// Seconds between laps.
struct Stopwatch {
  private(set) var laps: [String: Double]
  private var last = ContinuousClock.now

  init(_ laps: [String: Double] = [:]) { self.laps = laps }

  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    let length = (now - last).components
    let seconds = Double(length.attoseconds) / 1e18 + Double(length.seconds)
    laps[name] = (seconds * 1000).rounded() / 1000
    last = now
  }
}
