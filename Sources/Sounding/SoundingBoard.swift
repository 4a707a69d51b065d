public import Foundation
public import Model

/// A language model as a sounding board: it proposes other words for a script's lines, and only
/// those are taken that say nothing but the product's facts.
///
/// Never needed: without a server, a key or a usable answer the report is empty and says why.
public struct SoundingBoard: Sendable {
  private let settings: Settings.Writer
  private let plain: [CopyLocale: PlainIndex]
  private let cache: AnswerCache
  /// The key itself is asked for once and shown nowhere.
  private let key: Result<SecretKey?, SoundingError>
  private let limits: SoundingLimits

  /// - Parameters:
  ///   - cache: a folder for answers, `work/.sounding`.
  ///   - environment: where the key is looked up.
  public init(
    settings: Settings.Writer, plain: PlainWords, cache: URL,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    limits: SoundingLimits = SoundingLimits()
  ) {
    self.settings = settings
    self.plain = Dictionary(
      uniqueKeysWithValues: CopyLocale.allCases.map { ($0, PlainIndex(plain, $0)) })
    self.cache = AnswerCache(folder: cache)
    key = SecretKey.found(under: settings.keyEnvironment, in: environment)
    self.limits = limits
  }

  /// Asks for lines, one request a script, and judges each; waits until all is answered.
  ///
  /// - Parameter isCancelled: asked several times a second on the calling thread; once it says yes,
  ///   what is open is dropped.
  public func proposals(
    for requests: [ScriptRequest], rules: LineRules,
    isCancelled: () -> Bool = { Task.isCancelled }
  ) -> SoundingReport {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      let sounding = Sounding(
        settings: settings, cache: cache, key: key, limits: limits, isCancelled: isCancelled)
      return sounding.report(on: requests.map { judge(of: $0, rules) })
    }
  }

  /// Judges lines that somebody else proposed, as those of a server are judged.
  ///
  /// - Returns: An outcome for each of the request's places, then one for every other line.
  public func outcomes(
    of lines: [(place: String, text: String)], for request: ScriptRequest, rules: LineRules
  ) -> [LineOutcome] {
    judge(of: request, rules).outcomes(
      of: lines.map { Proposal(place: $0.place, text: $0.text) })
  }

  private func judge(of request: ScriptRequest, _ rules: LineRules) -> LineJudge {
    LineJudge(
      request: request, rules: rules,
      claims: Claims(
        facts: request.facts, vocabulary: request.vocabulary,
        plain: plain[request.locale] ?? PlainIndex(PlainWords(words: [:]), request.locale)))
  }
}
