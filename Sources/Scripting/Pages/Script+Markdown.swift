public import Model
import Timing

extension Script {
  /// The script as a page to read and print, in its own language.
  public func markdown(_ product: Product, level: Int = 1) -> String {
    ScriptPage(script: self, product: product, level: level).text
  }
}

/// A category's scripts in one book.
public enum ScriptBook {
  /// The book: one chapter a product, in the order of the scripts.
  public static func markdown(
    category: Playbook, scripts: [Script], products: [Product]
  ) -> String {
    let zh = !scripts.contains { $0.locale == .en } || scripts.contains { $0.locale == .zh }
    let known = Dictionary(products.map { ($0.sku, $0) }) { first, _ in first }
    var seen: Set<String> = []
    let skus = scripts.map(\.sku).filter { seen.insert($0).inserted }
    let title = zh ? "\(category.nameZh)脚本本" : "Script book: \(category.name)"
    let count =
      zh
      ? "\(skus.count)个商品，\(scripts.count)条脚本"
      : "\(skus.count) products, \(scripts.count) scripts"
    var text = "# \(title)\n\n\(count)\n"
    if !category.delicate.isEmpty {
      let head = zh ? "拍之前再看一眼" : "Watch out for"
      text +=
        "\n> \(head): " + category.delicate.map(MarkdownCell.text).joined(separator: "; ") + "\n"
    }
    for sku in skus {
      guard let product = known[sku] else { continue }
      text +=
        "\n## \(MarkdownCell.text(String(product.title.plainCopy.prefix(80)))) (\(MarkdownCell.text(sku)))\n"
      for script in scripts where script.sku == sku {
        text += "\n" + script.markdown(product, level: 3)
      }
    }
    return text
  }
}

/// Text inside a table or a heading.
enum MarkdownCell {
  static func text(_ raw: String) -> String {
    raw.map { letter in
      if letter.isNewline { return " / " }
      return "|*_`#<>[]\\".contains(letter) ? "\\\(letter)" : String(letter)
    }.joined()
  }
}
