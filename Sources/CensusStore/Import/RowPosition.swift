import CensusDomain
import CensusForms
import CensusPlace

/// Reads longitude and latitude of a row from columns in which positions are written in any way.
struct RowPosition {
  /// A value for a field.
  enum Value {
    case number(String)
    case text(String)
  }

  /// Why a row's position could not be read.
  struct Fault: Error {
    let finding: Finding
  }

  private let source: ColumnMapping.Position
  private let columns: [Int]
  /// Whether the form can keep what the position was read from.
  private let keepsSource: Bool

  init(
    _ source: ColumnMapping.Position, at columns: [Int], _ form: Form, besides given: Set<String>
  ) {
    self.source = source
    self.columns = columns
    let name = PositionValues.sourceField
    keepsSource = form.field(name) != nil && !given.contains(name)
  }

  /// The values for longitude, latitude and, where it was converted, what it was converted from.
  func read(_ cells: [Cell]) -> Result<[(String, Value)], Fault> {
    let texts = columns.map {
      $0 < cells.count ? String(decoding: cells[$0].bytes, as: UTF8.self) : ""
    }
    let original = texts.joined(separator: "; ")
    do throws(CensusError) {
      let zone = source.zone.map { "; zone=\($0)" } ?? ""
      let read = try PositionValues(original + zone, isGCJ02: source.isGCJ02)
      var values: [(String, Value)] = [
        ("lon", .number(read.position.longitudeText)),
        ("lat", .number(read.position.latitudeText)),
      ]
      if keepsSource, let words = read.source {
        values.append((PositionValues.sourceField, .text(words)))
      }
      return .success(values)
    } catch {
      return .failure(
        Fault(
          finding: Finding(
            pointer: "/lon", rule: "position", level: .error, message: error.message)))
    }
  }
}
