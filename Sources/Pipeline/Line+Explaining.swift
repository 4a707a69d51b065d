import Foundation
public import Model
import Workspace

extension Line {
  /// What each wanted draft was joined from when it was last rendered, in order of its name.
  public func renderRecords() -> [RenderRecord] {
    let wanted = options.platforms ?? settings.platforms
    return workspace.files(below: "work/renders").filter { $0.hasSuffix(".json") }
      .compactMap { name in
        try? workspace.read(
          RenderRecord.self, at: workspace.root.appendingPathComponent(name))
      }
      .filter { wanted.contains($0.platform) && (try? wants(sku: $0)) ?? true }
  }

  /// Whether a record's draft is of a product that is asked for.
  private func wants(sku record: RenderRecord) throws -> Bool {
    guard options.skus != nil else { return true }
    let draft = try workspace.read(Draft.self, at: sidecar(record.platform, record.id))
    return draft.map { wants($0.sku) } ?? false
  }
}
