import ArgumentParser
import Diagnostics
import Foundation
import Media
import Model
import Pipeline
import Workspace

/// Turns an error into its words on standard error and its exit status.
enum Failure {
  /// Exit statuses of the contract.
  enum Status: Int32 {
    case someFailed = 1
    case usage = 64
    case inputInvalid = 65
    case inputMissing = 66
    case componentMissing = 69
    case defect = 70
    case cannotWrite = 73
    case inputOutput = 74
    case tryAgain = 75
    case interrupted = 130
  }

  static func leave(_ error: any Error) -> Never {
    guard let status = status(of: error) else { Shopreel.exit(withError: error) }
    complain(words(of: error))
    Foundation.exit(status.rawValue)
  }

  /// Ends with the status of a run whose stages went through: some failed, some were left for the
  /// next run, or all is well.
  static func leave(_ reports: [StageReport]) throws {
    if !reports.allSatisfy(\.isWhole) { throw ExitCode(Status.someFailed.rawValue) }
    if !reports.allSatisfy(\.left.isEmpty) { throw ExitCode(Status.tryAgain.rawValue) }
  }

  /// Nil for the argument parser's own errors and exits.
  static func status(of error: any Error) -> Status? {
    switch error {
    case is DiagnosticsError, is ArtefactError: .inputInvalid
    case let error as PipelineError:
      switch error.code {
      case .inputMissing: .inputMissing
      case .inputInvalid: .inputInvalid
      case .componentMissing: .componentMissing
      case .interrupted: .interrupted
      }
    case let error as WorkspaceError:
      switch error.code {
      case .notAWorkspace: .inputMissing
      case .outside: .inputInvalid
      case .cannotRead: .inputOutput
      case .cannotWrite: .cannotWrite
      case .locked: .tryAgain
      }
    case is CancellationError: .interrupted
    case let error as MediaError: error.code == .componentMissing ? .componentMissing : .inputOutput
    case is CocoaError: .inputOutput
    case is ExitCode, is ValidationError, is CleanExit: nil
    default:
      String(reflecting: type(of: error)).hasPrefix("ArgumentParser") ? nil : .defect
    }
  }

  private static func words(of error: any Error) -> String {
    if let error = error as? DiagnosticsError {
      let count = error.diagnostics.count
      return "\(error)\n\(count) \(count == 1 ? "fault" : "faults"); nothing was made"
    }
    if error is CancellationError { return "error: interrupted; what is done is kept" }
    return "error: \(error)"
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
