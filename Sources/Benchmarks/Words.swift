/// Everything that is read in the drafts of a job.
struct Words {
  /// The big words of each hook.
  var hooks = ["通勤包，怎么挑？", "电脑也装得下", "帆布包别乱买"]
  /// Under each hook's words, one after the other.
  var leads = [
    ["每天挤地铁的人", "先看这三点"], ["十四寸也能平放", "还剩半个包"], ["薄的背一周就塌", "厚的才立得住"],
  ]
  /// What is read over the rest, one after the other.
  var captions = ["十六安加厚帆布", "放下也不会倒", "内袋两个，拉链一条", "水杯雨伞各有位置", "肩带加宽，不勒肩"]
  var price = "¥79"
  var label = "到手价"
  var cover = "能装又好看"
  var post = "周一到周五都背它。"
}
