/// The bar chart of completion per hazard, as inline SVG.
enum ChartTemplate {
  static let text = """
    <figure>
    <figcaption>{{caption}}</figcaption>
    <svg viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{caption}}">
    {{#bars}}
    <text class="label" x="{{labelX}}" y="{{middle}}">{{name}}</text>
    <rect class="{{style}}" x="{{left}}" y="{{top}}" width="{{width}}" height="14"/>
    <text class="label" x="{{valueX}}" y="{{middle}}">{{value}}</text>
    {{/bars}}
    <path class="axis" d="M{{left}} {{axisTop}}V{{axisBottom}}H{{right}}"/>
    <path class="target" d="M{{targetX}} {{axisTop}}V{{axisBottom}}"/>
    <text class="targetname" x="{{targetX}}" y="12">{{targetLabel}}</text>
    <text class="scale" x="{{left}}" y="{{scaleY}}">{{zeroLabel}}</text>
    <text class="scale" x="{{right}}" y="{{scaleY}}">{{fullLabel}}</text>
    </svg>
    </figure>

    """
}
