/// The page of a paper.
///
/// The content policy forbids scripts and every external resource; data stand only between tags, because the engine
/// escapes by grapheme and lets a quote through that carries a combining mark.
enum PaperTemplate {
  static let page = """
    <!DOCTYPE html>
    <html lang="{{languageTag}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="\(PaperMark.name)" content="{{mark}}">
    <title>{{title}}</title>
    <style>
    {{> stylesheet}}
    @page { @bottom-left { content: {{{pageMark}}}; font: 9pt SimSun, "Noto Serif CJK SC", serif; } \
    @bottom-center { content: {{{pageNumbers}}}; \
    font: 9pt SimSun, "Noto Serif CJK SC", serif; } }
    </style>
    </head>
    <body>
    {{#drafts}}
    <div class="draft" aria-hidden="true">{{.}}</div>
    {{/drafts}}
    <main>
    <header>
    <h1>{{title}}</h1>
    <p class="subtitle">{{subtitle}}</p>
    <p class="number">{{number}}</p>
    <ul class="office">
    {{#office}}
    <li>{{label}}<span>{{value}}</span></li>
    {{/office}}
    </ul>
    </header>
    {{#sections}}
    <section>
    <h2>{{heading}}</h2>
    {{#table}}
    {{> table}}
    {{/table}}
    {{#remarks}}
    <p class="remark">{{.}}</p>
    {{/remarks}}
    {{#charts}}
    <figure>
    <figcaption>{{title}}</figcaption>
    {{{picture}}}
    </figure>
    {{/charts}}
    </section>
    {{/sections}}
    <footer>
    {{#notes}}
    <p>{{.}}</p>
    {{/notes}}
    </footer>
    </main>
    </body>
    </html>

    """

  static let table = """
    <table>
    <colgroup>{{#columns}}<col style="width: {{width}}%">{{/columns}}</colgroup>
    <thead>
    {{#headings}}
    <tr>{{#cells}}<{{element}}{{{attributes}}}>{{text}}</{{element}}>{{/cells}}</tr>
    {{/headings}}
    </thead>
    <tbody>
    {{#rows}}
    <tr>{{#cells}}<{{element}}{{{attributes}}}>{{text}}</{{element}}>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>

    """
}
