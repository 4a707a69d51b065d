/// One thing a worker does next for a batch of drafts.
enum RenderTask: Sendable {
  case plan([RenderRequest])
  case sound(SoundWork)
  case pictures(PictureJob)
  /// Encode what waits of one lane of a job that another worker decodes.
  case encode(LanePump)
  /// All parts of a draft, by its name, are there.
  case join(String)
}
