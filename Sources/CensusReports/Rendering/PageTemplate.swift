/// The page that all printed reports share.
///
/// The content policy forbids scripts and every external resource; data stand only between tags and
/// never in attributes, because the engine escapes by grapheme and lets a quote through that carries
/// a combining mark.
enum PageTemplate {
  static let text = """
    <!DOCTYPE html>
    <html lang="{{languageTag}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
    {{> stylesheet}}
    @page { @bottom-center { content: {{{pageNumbers}}}; \
    font: 9pt "宋体", SimSun, "Noto Serif CJK SC", serif; } }
    </style>
    </head>
    <body>
    <main>
    <header>
    <p class="project">{{project}}</p>
    <h1>{{title}}</h1>
    <p class="subtitle">{{subtitle}}</p>
    <ul class="blanks">
    {{#blanks}}
    <li>{{.}}<span></span></li>
    {{/blanks}}
    </ul>
    </header>
    {{#sections}}
    {{> section}}
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
}
