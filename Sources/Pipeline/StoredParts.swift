import Rendering
import Workspace

/// The workspace's store as the renderer uses it.
struct StoredParts: PartStore {
  let store: ContentStore

  func contains(_ key: String) -> Bool { store.contains(key) }

  func read(_ key: String) -> StoredPart {
    switch store.read(key) {
    case .bytes(let bytes): .whole(bytes)
    case .absent: .absent
    case .damaged: .damaged
    }
  }

  func keep(_ bytes: [UInt8], under key: String) throws { try store.keep(bytes, under: key) }
}
