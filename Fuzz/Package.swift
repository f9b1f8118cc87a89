// swift-tools-version: 6.2
// Feeds the readers of foreign files what libFuzzer makes up; `make fuzz` at the top builds and runs it.
import PackageDescription

let settings: [SwiftSetting] = [
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  // There is no main.swift; libFuzzer is started by a function.
  .unsafeFlags(["-parse-as-library"]),
]

let package = Package(
  name: "census-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "hazcensus", path: "..")],
  targets: [
    // libFuzzer's own entry, in C.
    .systemLibrary(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CFuzzer", .product(name: "CensusReading", package: "hazcensus")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
