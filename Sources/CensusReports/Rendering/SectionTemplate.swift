/// One block of a report: headline, figures, main table, chart and other tables.
enum SectionTemplate {
  static let text = """
    <section>
    <h2>{{heading}}</h2>
    <div class="headline">
    <p class="figure"><span>{{headline.label}}</span><strong>{{headline.value}}</strong></p>
    {{#others}}
    <p><span>{{label}}</span><strong>{{value}}</strong></p>
    {{/others}}
    </div>
    {{#alarms}}
    <p class="alarm">{{.}}</p>
    {{/alarms}}
    <dl>
    {{#facts}}
    <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
    {{/facts}}
    </dl>
    {{#mainTables}}
    {{> table}}
    {{/mainTables}}
    {{#charts}}
    {{> chart}}
    {{/charts}}
    {{#tables}}
    {{> table}}
    {{/tables}}
    </section>

    """
}
