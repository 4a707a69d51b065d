import Foundation
import Importing
import Model
import Testing

/// Made products with the category a merchandiser files them under.
struct DevelopmentSetTests {
  /// `SHOPREEL_LABELLED` names another file of them.
  private static let other = ProcessInfo.processInfo.environment["SHOPREEL_LABELLED"]

  @Test func atLeast97OfAHundredAreFiledAsAMerchandiserWould() {
    let set = LabelledSet("development", at: Self.other)
    let score = set.score(CategoryFinder(Shipped.rules.categories))
    set.tell(score)
    #expect(set.samples.count >= 400 || Self.other != nil)
    #expect(Double(score.right) >= 0.97 * Double(set.samples.count))
  }

  /// Two more sets; the words were widened by the first, and never by the second, so that its
  /// share is what a new catalogue may expect.
  @Test(arguments: [("merchandiser", 0.98), ("unseen", 0.95)])
  func otherSetsAreFiledToo(_ name: String, _ least: Double) {
    let set = LabelledSet(name)
    let score = set.score(CategoryFinder(Shipped.rules.categories))
    set.tell(score)
    #expect(set.samples.count >= 300)
    #expect(Double(score.right) >= least * Double(set.samples.count))
  }
}
