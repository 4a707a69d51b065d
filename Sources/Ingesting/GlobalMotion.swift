import Pixels

/// How far the whole picture has moved from one sample to the next, by block matching.
enum GlobalMotion {
  /// Pixels, right and down.
  typealias Move = (x: Double, y: Double)

  /// Blocks are searched at a quarter of the size first, then to the pixel and below it; the median
  /// block speaks for the picture, so that a hand moving through it does not.
  ///
  /// - Returns: Nil for pictures of unequal size, or too small or too plain to tell.
  static func between(_ before: GrayImage, _ after: GrayImage) -> Move? {
    guard before.width == after.width, before.height == after.height,
      min(before.width, before.height) >= 96
    else { return nil }
    let (coarseBefore, coarseAfter) = (before.reduced(by: 4), after.reduced(by: 4))
    var across: [Double] = []
    var down: [Double] = []
    for block in blocks(width: coarseBefore.width, height: coarseBefore.height, side: 12) {
      guard coarseBefore.range(of: block) >= 24 else { continue }
      let reach = max(4, min(coarseBefore.width, coarseBefore.height) / 6)
      guard
        let rough = search(
          block, in: coarseBefore, coarseAfter, around: (0, 0), reach: reach)
      else { continue }
      let fine = Block(x: block.x * 4, y: block.y * 4, side: 32)
      guard
        let best = search(
          fine, in: before, after, around: (rough.x * 4, rough.y * 4), reach: 4)
      else { continue }
      let move = refine(fine, in: before, after, at: best)
      across.append(move.x)
      down.append(move.y)
    }
    guard across.count >= 3 else { return nil }
    return (median(across), median(down))
  }

  struct Block {
    var x: Int
    var y: Int
    var side: Int
  }

  /// Five by five blocks, spread evenly, clear of the edges.
  private static func blocks(width: Int, height: Int, side: Int) -> [Block] {
    (1...5).flatMap { row in
      (1...5).map { column in
        Block(
          x: max(0, width * column / 6 - side / 2), y: max(0, height * row / 6 - side / 2),
          side: side)
      }
    }
  }

  private static func search(
    _ block: Block, in before: GrayImage, _ after: GrayImage, around centre: (x: Int, y: Int),
    reach: Int
  ) -> (x: Int, y: Int)? {
    var best: (cost: Int, far: Int, x: Int, y: Int)?
    for dy in centre.y - reach...centre.y + reach {
      for dx in centre.x - reach...centre.x + reach {
        guard
          let cost = difference(block, before, after, dx: dx, dy: dy, above: best?.cost ?? .max)
        else { continue }
        let far = abs(dx) + abs(dy)
        if best == nil || (cost, far) < (best!.cost, best!.far) { best = (cost, far, dx, dy) }
      }
    }
    return best.map { ($0.x, $0.y) }
  }

  /// The sum of absolute differences, or nil outside the picture or above a limit.
  private static func difference(
    _ block: Block, _ before: GrayImage, _ after: GrayImage, dx: Int, dy: Int, above limit: Int
  ) -> Int? {
    let (x, y) = (block.x + dx, block.y + dy)
    guard x >= 0, y >= 0, x + block.side <= after.width, y + block.side <= after.height,
      block.x + block.side <= before.width, block.y + block.side <= before.height
    else { return nil }
    return before.bytes.withUnsafeBufferPointer { old in
      after.bytes.withUnsafeBufferPointer { new in
        var sum = 0
        for row in 0..<block.side {
          let from = (block.y + row) * before.width + block.x
          let to = (y + row) * after.width + x
          for column in 0..<block.side {
            sum &+= Int(abs(Int32(old[from + column]) &- Int32(new[to + column])))
          }
          if sum > limit { return nil }
        }
        return sum
      }
    }
  }

  /// The lowest point of a parabola through the neighbours' differences, each way.
  private static func refine(
    _ block: Block, in before: GrayImage, _ after: GrayImage, at best: (x: Int, y: Int)
  ) -> Move {
    func cost(_ dx: Int, _ dy: Int) -> Double? {
      difference(block, before, after, dx: best.x + dx, dy: best.y + dy, above: .max)
        .map(Double.init)
    }
    func offset(_ low: Double?, _ middle: Double?, _ high: Double?) -> Double {
      guard let low, let middle, let high, low + high > 2 * middle else { return 0 }
      return min(0.5, max(-0.5, (low - high) / (2 * (low + high - 2 * middle))))
    }
    let centre = cost(0, 0)
    return (
      Double(best.x) + offset(cost(-1, 0), centre, cost(1, 0)),
      Double(best.y) + offset(cost(0, -1), centre, cost(0, 1))
    )
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

extension GrayImage {
  /// The brightest less the darkest pixel of a block.
  fileprivate func range(of block: GlobalMotion.Block) -> Int {
    guard block.x + block.side <= width, block.y + block.side <= height else { return 0 }
    var (low, high) = (UInt8.max, UInt8.min)
    for y in block.y..<block.y + block.side {
      for x in block.x..<block.x + block.side {
        low = min(low, bytes[y * width + x])
        high = max(high, bytes[y * width + x])
      }
    }
    return high > low ? Int(high - low) : 0
  }
}
