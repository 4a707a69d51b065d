/// One thing a worker does next for a batch of drafts.
enum RenderTask: Sendable {
  case plan([RenderRequest])
  case sound(SoundWork)
  case pictures(PictureJob)
  /// All parts of a draft, by its name, are there.
  case join(String)
}
