import CensusDomain

/// A style as QGIS reads it from the table `layer_styles`: a QML document, with what columns are called.
///
/// Symbols are given in both forms, as options and as properties, because QGIS before 3.18 knows only
/// the latter.
struct QGISStyle {
  private let style: LayerStyle
  private let layer: GeoLayer

  init(_ style: LayerStyle, for layer: GeoLayer) {
    self.style = style
    self.layer = layer
  }

  /// The document.
  var document: String {
    let categories = style.categories.enumerated().map { index, category in
      """
      <category render="true" symbol="\(index)" type="string" value="\(escaped(category.value))" \
      label="\(escaped("\(category.label.zh) \(category.label.en)"))"/>
      """
    }
    let aliases = layer.columns.map { column in
      """
      <alias field="\(escaped(column.name))" name="\(escaped("\(column.title.zh) \(column.title.en)"))"/>
      """
    }
    let symbols = style.categories.enumerated().map { symbol($1.color, named: "\($0)") }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.16" styleCategories="Symbology|Fields">
      <renderer-v2 type="categorizedSymbol" symbollevels="0" forceraster="0" enableorderby="0" \
      attr="\(escaped(style.expression))">
      <categories>
      \(categories.joined(separator: "\n"))
      </categories>
      <symbols>
      \(symbols.joined(separator: "\n"))
      </symbols>
      <rotation/>
      <sizescale/>
      </renderer-v2>
      <blendMode>0</blendMode>
      <featureBlendMode>0</featureBlendMode>
      <layerOpacity>1</layerOpacity>
      <aliases>
      \(aliases.joined(separator: "\n"))
      </aliases>
      </qgis>

      """
  }

  private func symbol(_ color: LayerStyle.Color, named name: String) -> String {
    let dark = "60,60,60,255"
    let plain = "\(color.red),\(color.green),\(color.blue),255"
    let (type, className, settings): (String, String, [(String, String)]) =
      switch layer.kind {
      case .point:
        (
          "marker", "SimpleMarker",
          [
            ("color", plain), ("name", "circle"), ("outline_color", dark),
            ("outline_style", "solid"), ("outline_width", "0.2"), ("outline_width_unit", "MM"),
            ("size", "2.6"), ("size_unit", "MM"),
          ]
        )
      case .line:
        (
          "line", "SimpleLine",
          [
            ("line_color", plain), ("line_style", "solid"), ("line_width", "0.8"),
            ("line_width_unit", "MM"),
          ]
        )
      case .polygon:
        (
          "fill", "SimpleFill",
          [
            ("color", "\(color.red),\(color.green),\(color.blue),150"),
            ("outline_color", plain), ("outline_style", "solid"), ("outline_width", "0.5"),
            ("outline_width_unit", "MM"), ("style", "solid"),
          ]
        )
      }
    let options = settings.map { "<Option name=\"\($0)\" value=\"\($1)\" type=\"QString\"/>" }
    let properties = settings.map { "<prop k=\"\($0)\" v=\"\($1)\"/>" }
    return """
      <symbol type="\(type)" name="\(name)" alpha="1" force_rhr="0" clip_to_extent="1">
      <layer class="\(className)" enabled="1" locked="0" pass="0">
      <Option type="Map">
      \(options.joined(separator: "\n"))
      </Option>
      \(properties.joined(separator: "\n"))
      </layer>
      </symbol>
      """
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
