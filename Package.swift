// swift-tools-version: 6.2
// Layers, left to right; each target imports only what stands to its left:
//
//   CensusDomain <- CensusJSON <- CensusPlace <- CensusForms <- CensusAPI <- CensusFiles
//   CensusPlace (positions, regions and their boundaries)
//   CensusFiles <- CensusPhotos (what a photo's own file says of it)
//   CensusFiles <- CensusBundles (what travels by USB stick)
//   CensusFiles <- CensusSheets (workbooks and text tables in and out; knows no forms)
//   CensusFiles (attachments as files) <- CensusSQLite <- CensusStore <- CensusSync
//                                      <- CensusHub <- CensusServer
//   CensusCentralSQLite (the hub's storage, right of CensusHub and CensusSQLite)
//   CensusKeeping (backup, restore and verification of both kinds of store; right of both)
//   CensusSQLite <- CensusGeo (layers for maps: GeoPackage and GeoJSON)
//   CensusCurl (the only user of libcurl), CensusReports (figures and their rendering)
//   CensusPapers (papers as files; right of CensusReports and CensusSheets)
//   CensusRelay (a central to the central above it; right of CensusSync and CensusHub)
//   CensusCommands (one file a command) <- hazcensus (@main)
import PackageDescription

let settings: [SwiftSetting] = [
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "hazcensus",
  // GRDB and Hummingbird state minimum macOS versions; Linux is what we build for.
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hazcensus", targets: ["hazcensus"]),
    // The nested benchmark package measures these from outside.
    .library(
      name: "CensusKit",
      targets: [
        "CensusDomain", "CensusJSON", "CensusPlace", "CensusForms", "CensusAPI", "CensusFiles",
        "CensusPhotos", "CensusBundles", "CensusSheets", "CensusSQLite", "CensusStore",
        "CensusSync",
        "CensusCurl", "CensusHub",
        "CensusCentralSQLite", "CensusServer", "CensusReports", "CensusPapers", "CensusGeo",
      ]),
    // Those that read what comes from anywhere; the nested fuzzing package feeds them.
    .library(
      name: "CensusReading",
      targets: [
        "CensusDomain", "CensusJSON", "CensusPlace", "CensusForms", "CensusAPI", "CensusPhotos",
        "CensusSheets", "CensusStore",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Without traits: neither swift-configuration nor full Foundation is compiled in.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // C and C++ behind narrow interfaces.
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo cairo-pdf", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CExif", pkgConfig: "libexif", providers: [.apt(["libexif-dev"])]),
    .systemLibrary(name: "CTerminal"),
    .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CCurlShims", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "CFormResources"),
    .target(name: "CRegionResources"),

    .target(name: "CensusDomain", swiftSettings: settings),
    .target(
      name: "CensusJSON", dependencies: ["CensusDomain", "CSimdJSON"], swiftSettings: settings),
    .target(
      name: "CensusPlace",
      dependencies: ["CensusDomain", "CensusJSON", "CProj", "CRegionResources"],
      swiftSettings: settings),
    .target(
      name: "CensusForms",
      dependencies: ["CensusDomain", "CensusJSON", "CensusPlace", "CFormResources", "CPCRE2"],
      swiftSettings: settings),
    .target(
      name: "CensusAPI",
      dependencies: [
        "CensusDomain", "CensusJSON", "CDeflate", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusFiles", dependencies: ["CensusDomain", "CensusAPI"], swiftSettings: settings),
    .target(
      name: "CensusPhotos", dependencies: ["CensusDomain", "CensusFiles", "CExif"],
      swiftSettings: settings),
    .target(
      name: "CensusBundles",
      dependencies: [
        "CensusDomain", "CensusAPI", "CensusFiles", "CZip",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusSheets",
      dependencies: ["CensusDomain", "CensusFiles", "CZip", "CXML", "CXlsxWriter"],
      swiftSettings: settings),
    .target(
      name: "CensusSQLite",
      dependencies: [
        "CensusDomain", "CensusAPI",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusGeo",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusAPI", "CensusFiles", "CensusSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusStore",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusPlace", "CensusForms", "CensusAPI", "CensusFiles",
        "CensusPhotos", "CensusSheets", "CensusSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusSync",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusForms", "CensusAPI", "CensusFiles", "CensusBundles",
        "CensusStore",
      ],
      swiftSettings: settings),
    .target(
      name: "CensusCurl", dependencies: ["CensusDomain", "CensusAPI", "CCurlShims"],
      swiftSettings: settings),
    .target(
      name: "CensusReports",
      dependencies: [
        "CensusDomain", "CTerminal", .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusPapers",
      dependencies: [
        "CensusDomain", "CensusFiles", "CensusSheets", "CensusReports", "CPango", "CXlsxWriter",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusHub",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusForms", "CensusAPI", "CensusFiles", "CensusBundles",
        "CensusReports",
      ],
      swiftSettings: settings),
    .target(
      name: "CensusCentralSQLite",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusForms", "CensusAPI", "CensusFiles", "CensusBundles",
        "CensusSQLite",
        "CensusHub",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusKeeping",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusForms", "CensusAPI", "CensusFiles", "CensusSQLite",
        "CensusStore", "CensusHub", "CensusCentralSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusServer",
      dependencies: [
        "CensusDomain", "CensusAPI", "CensusFiles", "CensusHub",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: settings),
    .target(
      name: "CensusRelay",
      dependencies: ["CensusDomain", "CensusAPI", "CensusStore", "CensusSync", "CensusHub"],
      swiftSettings: settings),
    .target(
      name: "CensusCommands",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusPlace", "CensusForms", "CensusAPI", "CensusFiles",
        "CensusPhotos", "CensusStore", "CensusSync", "CensusCurl", "CensusHub",
        "CensusCentralSQLite", "CensusServer",
        "CensusReports", "CensusPapers", "CensusRelay", "CensusKeeping", "CensusBundles",
        "CensusGeo",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "hazcensus", dependencies: ["CensusCommands"], swiftSettings: settings),
    .target(
      name: "CensusTestSupport",
      dependencies: [
        "CensusDomain", "CensusJSON", "CensusForms", "CensusAPI", "CensusFiles", "CensusStore",
        "CensusSync", "CensusHub", "CensusCentralSQLite", "CensusServer", "CensusRelay",
        "CensusBundles",
      ],
      swiftSettings: settings),

    .target(
      name: "CensusSimulator",
      dependencies: [
        "CensusDomain", "CensusFiles", "CensusJSON", "CensusForms", "CensusAPI", "CensusStore",
        "CensusSync",
        "CensusHub", "CensusCentralSQLite", "CensusServer", "CensusRelay", "CensusTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),

    .testTarget(
      name: "CensusDomainTests", dependencies: ["CensusDomain"], swiftSettings: settings),
    .testTarget(
      name: "CensusJSONTests", dependencies: ["CensusJSON", "CensusDomain"],
      swiftSettings: settings),
    .testTarget(
      name: "CensusPlaceTests", dependencies: ["CensusPlace", "CensusDomain"],
      swiftSettings: settings),
    .testTarget(
      name: "CensusCurlTests", dependencies: ["CensusCurl", "CensusAPI", "CensusDomain"],
      swiftSettings: settings),
    .testTarget(
      name: "CensusFormsTests", dependencies: ["CensusForms", "CensusJSON", "CensusDomain"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "CensusAPITests", dependencies: ["CensusAPI", "CensusJSON", "CensusDomain"],
      swiftSettings: settings),
    .testTarget(
      name: "CensusKeepingTests",
      dependencies: [
        "CensusKeeping", "CensusTestSupport", "CensusStore", "CensusSync", "CensusHub",
        "CensusCentralSQLite",
        "CensusSQLite", "CensusFiles", "CensusForms", "CensusAPI", "CensusDomain",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "CensusFilesTests", dependencies: ["CensusFiles", "CensusAPI", "CensusDomain"],
      swiftSettings: settings),
    .testTarget(
      name: "CensusSheetsTests", dependencies: ["CensusSheets", "CensusDomain"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "CensusPhotosTests",
      dependencies: ["CensusPhotos", "CensusTestSupport", "CensusDomain"], swiftSettings: settings),
    .testTarget(
      name: "CensusSQLiteTests",
      dependencies: [
        "CensusSQLite", "CensusAPI", "CensusDomain",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CensusGeoTests",
      dependencies: [
        "CensusGeo", "CensusAPI", "CensusJSON", "CensusDomain",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CensusStoreTests",
      dependencies: [
        "CensusStore", "CensusSheets", "CensusForms", "CensusAPI", "CensusJSON", "CensusDomain",
        "CensusFiles", "CensusPlace", "CensusPhotos", "CensusSQLite", "CensusTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CensusReportsTests", dependencies: ["CensusReports", "CensusDomain"],
      swiftSettings: settings),
    .testTarget(
      name: "CensusPapersTests",
      dependencies: [
        "CensusPapers", "CensusReports", "CensusSheets", "CensusFiles", "CensusDomain",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CensusCommandsTests",
      dependencies: [
        "CensusCommands", "CensusReports", "CensusForms", "CensusJSON", "CensusDomain",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CensusHubTests",
      dependencies: [
        "CensusCentralSQLite", "CensusHub", "CensusForms", "CensusAPI", "CensusJSON",
        "CensusDomain", "CensusReports",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "CensusServerTests",
      dependencies: [
        "CensusServer", "CensusCentralSQLite", "CensusHub", "CensusForms", "CensusAPI",
        "CensusJSON", "CensusDomain",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CensusSyncTests",
      dependencies: ["CensusSync", "CensusStore", "CensusAPI", "CensusDomain"],
      swiftSettings: settings),
    .testTarget(
      name: "SyncScenarioTests",
      dependencies: [
        "CensusTestSupport", "CensusDomain", "CensusForms", "CensusAPI", "CensusFiles",
        "CensusStore", "CensusSync", "CensusHub", "CensusRelay", "CensusCentralSQLite",
        "CensusServer", "CensusJSON",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["CensusSimulator", "CensusAPI", "CensusDomain", "CensusJSON"],
      exclude: ["regressions.txt"], swiftSettings: settings),
    .testTarget(
      name: "BundleTests",
      dependencies: [
        "CensusTestSupport", "CensusDomain", "CensusAPI", "CensusFiles", "CensusBundles",
        "CensusStore", "CZip",
        "CensusSync", "CensusHub", "CensusServer", "CensusForms",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CentralContractTests",
      dependencies: [
        "CensusTestSupport", "CensusDomain", "CensusHub", "CensusCentralSQLite",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["hazcensus", "CensusTestSupport"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
