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

  /// A second set of such products.
  @Test func atLeast90OfAHundredOfTheSecondSetAreToo() {
    let set = LabelledSet("merchandiser")
    let score = set.score(CategoryFinder(Shipped.rules.categories))
    set.tell(score)
    #expect(set.samples.count >= 300)
    #expect(Double(score.right) >= 0.9 * Double(set.samples.count))
  }
}
