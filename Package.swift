// swift-tools-version: 6.1
import PackageDescription

/// One settings array for every Swift target: strict from the first line.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A Swift target, with the packages it links beside the modules it imports.
func module(
  _ name: String, _ imports: [String] = [], packages: [Target.Dependency] = []
) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) } + packages,
    swiftSettings: strict)
}

func tests(
  _ name: String, _ imports: [String], packages: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: (["Support"] + imports).map { .byName(name: $0) } + packages,
    exclude: exclude, swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String?, apt: [String], brew: [String]) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig,
    providers: [.apt(apt), .brew(brew)])
}

#if os(macOS)
  let dlib: String? = "dlib-1"
#else
  // Debian's file names libraries by paths that its package does not bring.
  let dlib: String? = nil
#endif

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "shopreel",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "shopreel", targets: ["shopreel"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries: module maps only.
    library(
      "CFFmpeg",
      pkgConfig: "libavformat libavcodec libavfilter libavutil libswscale libswresample",
      apt: [
        "libavformat-dev", "libavcodec-dev", "libavfilter-dev", "libavutil-dev",
        "libswscale-dev", "libswresample-dev",
      ], brew: ["ffmpeg"]),
    library(
      "CCairo", pkgConfig: "pangocairo cairo cairo-pdf", apt: ["libpango1.0-dev", "libcairo2-dev"],
      brew: ["pango", "cairo"]),
    library("CQREncode", pkgConfig: "libqrencode", apt: ["libqrencode-dev"], brew: ["qrencode"]),
    library("CZXing", pkgConfig: "zxing", apt: ["libzxing-dev"], brew: ["zxing-cpp"]),
    .target(name: "CZXingShims", dependencies: ["CZXing"], path: "Sources/System/CZXingShims"),
    library("CDlib", pkgConfig: dlib, apt: ["libdlib-dev"], brew: ["dlib"]),
    .target(
      name: "CDlibShims", dependencies: ["CDlib"], path: "Sources/System/CDlibShims",
      // The detector's loops are templates, compiled here: unbearable without optimising.
      cxxSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("dlib")]),
    library("CHeif", pkgConfig: "libheif", apt: ["libheif-dev"], brew: ["libheif"]),
    library("CIconv", pkgConfig: nil, apt: [], brew: ["libiconv"]),
    library("CZip", pkgConfig: "libzip", apt: ["libzip-dev"], brew: ["libzip"]),
    library(
      "CXlsxWriter", pkgConfig: "xlsxwriter", apt: ["libxlsxwriter-dev"], brew: ["libxlsxwriter"]),
    library("CExpat", pkgConfig: "expat", apt: ["libexpat1-dev"], brew: ["expat"]),
    .target(name: "CFFmpegShims", dependencies: ["CFFmpeg"], path: "Sources/System/CFFmpegShims"),

    // Ground.
    module("Diagnostics"),
    module("Timing", ["Diagnostics"]),
    module("Pixels"),
    module("Hashing", ["CFFmpegShims"]),
    module("Threading"),
    module("Markup"),
    module("JSON"),

    // Nouns.
    module("Model", ["JSON", "Timing", "Diagnostics"]),

    // Machinery.
    module("Media", ["CFFmpegShims", "CFFmpeg", "CHeif", "Pixels", "Timing", "Diagnostics"]),
    module("Drawing", ["CCairo", "CQREncode", "Pixels", "Timing", "Diagnostics"]),
    module("Tables", ["CZip", "CXlsxWriter", "CExpat", "CIconv", "Diagnostics"]),
    module("Presets", ["Model", "Timing", "Diagnostics"], packages: [yams]),
    module("Workspace", ["Model", "Hashing", "Timing", "Diagnostics"], packages: [grdb]),
    module("Gating", ["Model", "Diagnostics"]),
    module("Sounding", ["Workspace", "Hashing", "JSON", "Model", "Diagnostics"]),

    // Verbs, in the order of the trade.
    module("Importing", ["Tables", "Threading", "JSON", "Model", "Diagnostics"]),
    module("Selecting", ["Tables", "Markup", "Model", "Diagnostics"]),
    module("Scripting", ["Threading", "Model", "Timing", "Diagnostics"]),
    module(
      "Shotlisting",
      ["Tables", "Markup", "Drawing", "Pixels", "Model", "Timing", "Diagnostics"]),
    module(
      "Ingesting",
      [
        "CZXingShims", "CDlibShims", "Tables", "Markup", "Media", "Pixels", "Threading", "Model",
        "Timing",
        "Diagnostics",
      ]),
    module("Voicing", ["Model"]),
    module("Cutting", ["Model", "Timing", "Diagnostics"]),
    module(
      "Rendering",
      [
        "CFFmpegShims", "Media", "Drawing", "Hashing", "Pixels", "Threading", "Model", "Timing",
        "Diagnostics",
      ]),
    module("Checking", ["Media", "Pixels", "Model", "Timing", "Diagnostics"]),
    module("Reviewing", ["Markup", "Model", "Timing", "Diagnostics"]),
    module("Exporting", ["Model", "Timing", "Diagnostics"]),
    module(
      "Demonstrating", ["Drawing", "Media", "Pixels", "Model", "Timing", "Diagnostics"]),

    // The line, and its front door.
    module(
      "Pipeline",
      [
        "Importing", "Tables", "Selecting", "Scripting", "Sounding", "Shotlisting", "Ingesting",
        "Voicing", "Cutting",
        "Rendering", "Checking", "Reviewing", "Exporting", "Demonstrating", "Gating", "Presets",
        "Workspace",
        "Hashing", "Media", "Drawing", "Pixels", "Threading", "Model", "Timing", "Diagnostics",
      ], packages: [logging]),
    module(
      "Commands",
      [
        "Pipeline", "Presets", "Workspace", "Media", "Drawing", "Model", "Timing", "Diagnostics",
      ], packages: [arguments, logging]),
    .executableTarget(name: "shopreel", dependencies: ["Commands"], swiftSettings: strict),
    .executableTarget(
      name: "shopreel-bench",
      dependencies: [
        "Rendering", "Ingesting", "Cutting", "Shotlisting", "Presets", "Workspace", "Media",
        "Model", "Timing", "Diagnostics", arguments,
      ], path: "Sources/Benchmarks", swiftSettings: strict),

    // Tests.
    .target(
      name: "Support", dependencies: ["Diagnostics", "Timing", "Model"], path: "Tests/Support",
      swiftSettings: strict),
    tests("Diagnostics", ["Diagnostics"]),
    tests("Timing", ["Timing"]),
    tests("JSON", ["JSON"]),
    tests("Model", ["Model", "Timing", "Diagnostics"]),
    tests("Media", ["CFFmpegShims", "CFFmpeg", "Media", "Pixels", "Timing", "Diagnostics"]),
    tests("Drawing", ["Drawing", "Pixels", "Timing", "Diagnostics"]),
    tests("Presets", ["Presets", "Model", "Timing", "Diagnostics"]),
    tests("Workspace", ["Workspace", "Model", "Hashing", "Timing", "Diagnostics"]),
    tests("Tables", ["Tables", "Diagnostics"]),
    tests("Gating", ["Gating", "Presets", "Model", "Diagnostics"], exclude: ["Labelled"]),
    tests("Sounding", ["Sounding", "Presets", "JSON", "Model", "Diagnostics"]),
    tests(
      "Importing", ["Importing", "Tables", "Presets", "Model", "Diagnostics"],
      exclude: ["Labelled", "Workbooks"]),
    tests("Selecting", ["Selecting", "Tables", "Presets", "Model", "Diagnostics"]),
    tests(
      "Scripting",
      ["Scripting", "Gating", "Tables", "Presets", "Model", "Timing", "Diagnostics"],
      exclude: ["Golden"]),
    tests("Shotlisting", ["Shotlisting", "Tables", "Drawing", "Model", "Timing", "Diagnostics"]),
    tests(
      "Ingesting",
      [
        "Ingesting", "Presets", "Media", "Drawing", "Pixels", "Model", "Timing", "Diagnostics",
      ]),
    tests("Voicing", ["Voicing", "Model"]),
    tests("Cutting", ["Cutting", "Model", "Timing", "Diagnostics"]),
    tests(
      "Rendering",
      [
        "CFFmpeg", "Rendering", "Presets", "Media", "Drawing", "Hashing", "Pixels", "Model",
        "Timing", "Diagnostics",
      ]),
    tests("Demonstrating", ["Demonstrating", "Media", "Model", "Timing"]),
    tests("Reviewing", ["Reviewing", "Model", "Timing", "Diagnostics"]),
    tests("Layers", []),
    tests(
      "EndToEnd",
      ["Demonstrating", "Hashing", "Media", "Pixels", "Model", "Timing", "Diagnostics"]),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx20
)
