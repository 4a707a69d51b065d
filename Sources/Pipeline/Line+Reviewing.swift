import Foundation
import Model
import Reviewing
import Workspace

extension Line {
  func makeReviewPage() throws -> StageReport {
    let report = StageReport(.review, .made)
    return report
  }
}
