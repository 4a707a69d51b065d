import Media
import Support
import Testing
import Timing

@Suite(.serialized) struct EncodedStreamTests {
  @Test func streamsComeBackAsTheyWere() throws {
    let video = try Spans.span(33)
    var isSame = try EncodedStream(serialized: video.serialized()) == video
    #expect(isSame)
    let sound = try SoundEncoder.encode(
      Sounds.sine(440, peak: 0.3, seconds: 1), SoundEncoding())
    isSame = try EncodedStream(serialized: sound.serialized()) == sound
    #expect(isSame)
    #expect(video.serialized().count < video.bytes.count + 33 * 6 + 128)
  }

  @Test func cutOffBytesAreRefused() throws {
    let whole = try Spans.span(3).serialized()
    for count in 0..<whole.count {
      #expect(throws: MediaError.self) { try EncodedStream(serialized: Array(whole.prefix(count))) }
    }
    #expect(throws: MediaError.self) { try EncodedStream(serialized: whole + [0]) }
  }

  @Test func flippedAndMadeUpBytesNeverCrash() throws {
    let whole = try Spans.span(9).serialized()
    let head = min(whole.count, 200)
    var generator = SeededGenerator(seed: 7)
    var refused = 0
    for round in 0..<20_000 {
      var bytes = round % 4 == 0 ? Array(whole.prefix(5)) : whole
      if round % 4 == 0 {
        bytes += (0..<Int.random(in: 0...300, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
      } else {
        for _ in 0...round % 3 {
          bytes[Int.random(in: 0..<head, using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
      }
      do {
        let stream = try EncodedStream(serialized: bytes)
        #expect(stream.packets.count <= bytes.count)
      } catch {
        #expect(error is MediaError)
        refused += 1
      }
    }
    #expect(refused > 10_000)
  }

  @Test func packetsThatMakeNoSenseAreRefused() throws {
    let span = try Spans.span(4)
    func refused(_ change: (inout [EncodedStream.Packet]) -> Void) -> Bool {
      var packets = span.packets
      change(&packets)
      do {
        _ = try EncodedStream(parameters: span.parameters, packets: packets, bytes: span.bytes)
        return false
      } catch { return true }
    }
    #expect(!refused { _ in })
    #expect(refused { $0[0].isKey = false })
    #expect(refused { $0[1].presentation = 0 })
    #expect(refused { $0[1].presentation = .max })
    #expect(refused { $0[3].decode += 1 })
    #expect(refused { $0[2].duration = 2 })
    #expect(refused { $0.removeLast() })
    #expect(refused { $0.swapAt(1, 2) })
    #expect(refused { $0.removeAll() })
  }
}
