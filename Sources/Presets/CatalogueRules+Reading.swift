import Diagnostics
public import Model

extension CatalogueRules {
  /// Reads the files of `presets/catalogue`.
  ///
  /// - Throws: `DiagnosticsError` with every fault of them all, by line and column.
  public init(
    headers: PresetSource, values: PresetSource, categories: PresetSource,
    units: PresetSource? = nil
  ) throws {
    var faults: [Diagnostic] = []
    func part<Part>(_ read: () throws -> Part) throws -> Part? {
      do {
        return try read()
      } catch let error as DiagnosticsError {
        faults += error.diagnostics
        return nil
      }
    }
    let names = try part { try HeaderRules(reading: headers) }
    let words = try part { try ValueRules(reading: values) }
    let kinds = try part { try CategoryRules(reading: categories) }
    let measures = try part { try units.map { try UnitRules(reading: $0) } ?? UnitRules() }
    guard let names, let words, let kinds, let measures else { throw DiagnosticsError(faults) }
    self.init(headers: names, values: words, categories: kinds, units: measures)
  }
}

extension HeaderRules {
  /// Reads a `catalogue-headers/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "catalogue-headers/1") { root in
      _ = root["note"].string("")
      let fields = root["fields"]
      var aliases: [CatalogueField: [String]] = [:]
      for field in CatalogueField.allCases {
        let names = fields[field.rawValue].strings()
        if !names.isEmpty { aliases[field] = names }
      }
      fields.finish()
      for needed in [CatalogueField.title, .price, .sku] where aliases[needed] == nil {
        fields.report("'fields.\(needed.rawValue)' is missing; it must list names of columns")
      }
      return HeaderRules(
        aliases: aliases, generic: root["generic"].strings(),
        ambiguous: root["ambiguous"].strings(), neutral: root["neutral"].strings(),
        units: root["units"].strings(), retail: root["retail"].strings(),
        updates: root["updates"].strings())
    }
  }
}

extension ValueRules {
  /// Reads a `catalogue-values/1` preset.
  ///
  /// - Throws: `DiagnosticsError` with every fault, by line and column.
  public init(reading source: PresetSource) throws {
    self = try source.read(schema: "catalogue-values/1") { root in
      _ = root["note"].string("")
      var multipliers: [String: Double] = [:]
      for (word, factor) in root["multipliers"].entries {
        multipliers[word] = factor.double(in: 1...1e9)
      }
      return ValueRules(
        totals: root["totals"].strings(), empty: root["empty"].strings(),
        yes: root["yes_words"].strings(), no: root["no_words"].strings(),
        listed: root["listed"].strings(),
        unlisted: root["unlisted"].strings(), soldOut: root["sold_out"].strings(),
        multipliers: multipliers, besideNumbers: root["beside_numbers"].strings(),
        rateWords: root["rate_words"].strings(),
        currency: CurrencyRules(reading: root["currency"]),
        notLabels: root["not_labels"].strings(), labels: root["labels"].strings(),
        remarks: root["remarks"].strings(), help: root["help"].strings())
    }
  }
}

extension CurrencyRules {
  fileprivate init(reading node: PresetNode) {
    var hints: [String: String] = [:]
    for (word, code) in node["hints"].entries { hints[word] = code.currency() }
    var fallback: [CopyLocale: String] = [:]
    let defaults = node["default"]
    for locale in CopyLocale.allCases { fallback[locale] = defaults[locale.rawValue].currency() }
    defaults.finish()
    node.finish()
    self.init(hints: hints, fallback: fallback)
  }
}

extension PresetNode {
  /// Three capital letters.
  fileprivate func currency() -> String {
    let code = string()
    guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
      if isPresent { report("'\(code)' is no currency; write its ISO 4217 code such as CNY") }
      return "XXX"
    }
    return code
  }
}
