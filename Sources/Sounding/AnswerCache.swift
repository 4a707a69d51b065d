import Foundation
import Hashing
import Workspace

/// Answers by what was asked: one file each, the server's bytes as they came.
struct AnswerCache: Sendable {
  let folder: URL

  /// A name that changes with everything that could change the answer; the key is not part of it.
  func file(of body: [UInt8], at endpoint: URL) -> URL {
    let head = ChatPrompt.version + "\n" + endpoint.absoluteString + "\n"
    let name = ContentHash(of: Array(head.utf8) + body).hexadecimal
    return folder.appendingPathComponent(name + ".json")
  }

  /// The bytes that were kept; nil when there are none, or more than a server may send.
  func answer(in file: URL) -> [UInt8]? {
    let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
    guard values?.isRegularFile == true, let size = values?.fileSize, size <= ChatSession.mostBytes
    else { return nil }
    return FileManager.default.contents(atPath: file.path).map(Array.init)
  }

  /// - Throws: `WorkspaceError` with code `cannotWrite`.
  func keep(_ body: [UInt8], in file: URL) throws {
    try AtomicFile.write(Data(body), to: file)
  }
}
