import CFFmpeg
import CFFmpegShims

/// An MP4 being written; owns the `AVFormatContext` and its byte stream.
final class Muxer {
  let context: UnsafeMutablePointer<AVFormatContext>

  /// - Throws: `MediaError.cannotWrite` when the file cannot be made.
  init(_ path: String) throws {
    var context: UnsafeMutablePointer<AVFormatContext>?
    // The index is moved first by reading the file again, so the context needs its address.
    avformat_alloc_output_context2(&context, nil, "mp4", "file:" + path)
    self.context = try allocated(context)
    self.context.pointee.max_interleave_delta = 0
    self.context.pointee.flags |= AVFMT_FLAG_BITEXACT
    try check(
      avio_open(&self.context.pointee.pb, "file:" + path, AVIO_FLAG_WRITE), .cannotWrite,
      "cannot be written; check the folder's permissions", path: path)
  }

  deinit {
    avio_closep(&context.pointee.pb)
    avformat_free_context(context)
  }

  /// Writes the header, once all streams are there.
  func begin(_ metadata: [String: String]) throws {
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
      av_dict_set(&context.pointee.metadata, key, value, 0)
    }
    // Names that MP4 has no box of its own for are dropped without the flag.
    let isOwn = !Set(metadata.keys).isSubset(of: ["title", "comment"])
    let flags = "+faststart+negative_cts_offsets" + (isOwn ? "+use_metadata_tags" : "")
    let options = ["movflags": flags, "use_editlist": "0"]
    let status = withOptions(options) { avformat_write_header(context, &$0) }.result
    try check(status, .cannotWrite, "its header cannot be written")
  }

  /// Writes the index and closes the file.
  func end() throws {
    try check(
      av_write_trailer(context), .cannotWrite, "its index cannot be written; check free space")
    try check(avio_closep(&context.pointee.pb), .cannotWrite, "cannot be closed; check free space")
  }
}
