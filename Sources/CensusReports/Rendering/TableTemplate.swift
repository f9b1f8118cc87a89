/// One table of a report.
enum TableTemplate {
  static let text = """
    <table>
    <caption>{{title}}</caption>
    <thead>
    <tr>{{#headings}}<th scope="col" class="{{style}}">{{text}}</th>{{/headings}}</tr>
    </thead>
    <tbody>
    {{#rows}}
    <tr>{{#cells}}<td class="{{style}}">{{text}}</td>{{/cells}}</tr>
    {{/rows}}
    {{#footer}}
    <tr class="total">{{#cells}}<td class="{{style}}">{{text}}</td>{{/cells}}</tr>
    {{/footer}}
    </tbody>
    </table>

    """
}
