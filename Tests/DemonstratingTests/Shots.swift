import Model
import Timing

/// Listed shots as a shot list would have them.
func madeShots(_ count: Int) -> [ListedShot] {
  let pictures: [(size: String, movement: String, picture: String)] = [
    ("全景", "固定", "转身看版型"), ("特写", "推", "手捏面料"), ("近景", "环绕", "主镜"),
  ]
  let skus = ["DRS-1021", "SNK-5007", "HOM-6003", "XX-1"]
  return (0..<count).map { index in
    let (size, movement, picture) = pictures[index % pictures.count]
    let (sku, id) = (skus[index % skus.count], "S\(index)")
    let shot = Shot(
      id: id, beat: 0, size: size, movement: movement, angle: "平", picture: picture,
      duration: Time(decimal: 1), must: index != 2)
    return ListedShot(
      shot: shot, sku: sku, product: "样品", scripts: ["a"],
      payload: SlatePayload(workspace: "DEMO", shotID: id).text, line: "", caption: "", locale: .zh)
  }
}
