import CensusDomain
import CensusForms

/// Finds the field of a form that a person means by a word.
enum FieldFinder {
  /// The fields whose label, name or pinyin fits `word` best, in form order.
  static func find(_ word: String, in form: Form) -> [Field] {
    let names = form.fields.map { field in
      NameSearch.Names(chinese: field.label.zh, others: [field.name, field.label.en])
    }
    return NameSearch.find(word, in: names).map { form.fields[$0] }
  }
}
