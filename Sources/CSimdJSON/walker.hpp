// Visits every value of a document and writes the tape.
#pragma once

#include <simdjson.h>

#include <vector>

#include "json_tape.h"
#include "keys.hpp"
#include "text.hpp"

namespace census {

namespace ondemand = simdjson::ondemand;

class walker {
 public:
  walker(
      std::vector<json_tape_node> &nodes, std::vector<uint32_t> &scratch, json_tape_limits limits)
      : nodes(nodes), scratch(scratch), limits(limits) {}

  // The start of the token that was being read when a fault was met.
  const char *place = nullptr;

  int32_t visit(ondemand::value value, uint32_t depth) {
    std::string_view token = value.raw_json_token();
    place = token.data();
    switch (token.front()) {
      case '{': return visit_object(value, depth);
      case '[': return visit_array(value, depth);
      case '"': return visit_string(value);
      case 't': return visit_word(value, token, "true", JSON_TAPE_TRUE);
      case 'f': return visit_word(value, token, "false", JSON_TAPE_FALSE);
      case 'n': return visit_word(value, token, "null", JSON_TAPE_NULL);
      case '-': case '0': case '1': case '2': case '3': case '4':
      case '5': case '6': case '7': case '8': case '9':
        return visit_number(value, token);
      default: return JSON_TAPE_SYNTAX;
    }
  }

 private:
  std::vector<json_tape_node> &nodes;
  std::vector<uint32_t> &scratch;
  json_tape_limits limits;

  static const uint8_t *bytes(const char *text) { return reinterpret_cast<const uint8_t *>(text); }

  bool is_full() const { return nodes.size() >= limits.nodes; }

  json_tape_node &append(uint8_t kind, std::string_view raw) {
    json_tape_node &node = nodes.emplace_back();
    node.kind = kind;
    node.raw = bytes(raw.data());
    node.raw_length = static_cast<uint32_t>(raw.size());
    node.next = static_cast<uint32_t>(nodes.size());
    return node;
  }

  int32_t visit_word(
      ondemand::value &value, std::string_view token, std::string_view word, uint8_t kind) {
    if (is_full()) return JSON_TAPE_TOO_MANY_VALUES;
    std::string_view text = without_trailing_space(token.data(), token.data() + token.size());
    if (text != word) return JSON_TAPE_SYNTAX;
    bool ignored = false;
    auto read = kind == JSON_TAPE_NULL ? value.is_null() : value.get_bool();
    if (std::move(read).get(ignored)) return JSON_TAPE_SYNTAX;
    append(kind, text);
    return JSON_TAPE_OK;
  }

  int32_t visit_number(ondemand::value &value, std::string_view token) {
    if (is_full()) return JSON_TAPE_TOO_MANY_VALUES;
    std::string_view text = without_trailing_space(token.data(), token.data() + token.size());
    uint8_t kind = JSON_TAPE_INTEGER;
    int64_t integer = 0;
    double real = 0;
    if (value.get_int64().get(integer) == simdjson::SUCCESS) {
      real = static_cast<double>(integer);
    } else if (value.get_double().get(real) == simdjson::SUCCESS) {
      kind = JSON_TAPE_NUMBER;
      real = exact_double(text, real);
    } else {
      return obeys_number_grammar(text) ? JSON_TAPE_NUMBER_OUT_OF_RANGE : JSON_TAPE_INVALID_NUMBER;
    }
    json_tape_node &node = append(kind, text);
    node.text = node.raw;
    node.text_length = node.raw_length;
    node.integer = integer;
    node.real = real;
    return JSON_TAPE_OK;
  }

  // `unescape` yields the decoded bytes; it is called only where there is an escape.
  template <typename Unescape>
  int32_t append_string(const char *open, string_extent extent, Unescape unescape) {
    if (is_full()) return JSON_TAPE_TOO_MANY_VALUES;
    std::string_view raw(open, static_cast<size_t>(extent.end - open));
    std::string_view text = raw.substr(1, raw.size() - 2);
    if (extent.escaped) {
      // The validation refuses a lone low surrogate, which the decoder lets through.
      if (unescape().get(text) != simdjson::SUCCESS || !simdjson::validate_utf8(text)) {
        return JSON_TAPE_INVALID_ESCAPE;
      }
    }
    json_tape_node &node = append(JSON_TAPE_STRING, raw);
    node.text = bytes(text.data());
    node.text_length = static_cast<uint32_t>(text.size());
    return JSON_TAPE_OK;
  }

  int32_t visit_string(ondemand::value &value) {
    string_extent extent = extent_of_string(place);
    if (!extent.escaped) {
      ondemand::raw_json_string ignored;
      if (value.get_raw_json_string().get(ignored)) return JSON_TAPE_SYNTAX;
    }
    return append_string(place, extent, [&] { return value.get_string(); });
  }

  // The container's own token has been read to its closing bracket; the next token bounds it.
  int32_t close(ondemand::value &value, uint32_t index, uint32_t count) {
    const char *following = nullptr;
    if (value.current_location().get(following)) return JSON_TAPE_SYNTAX;
    json_tape_node &node = nodes[index];
    const char *begin = reinterpret_cast<const char *>(node.raw);
    node.raw_length = static_cast<uint32_t>(without_trailing_space(begin, following).size());
    node.count = count;
    node.next = static_cast<uint32_t>(nodes.size());
    return JSON_TAPE_OK;
  }

  int32_t visit_array(ondemand::value &value, uint32_t depth) {
    if (depth >= limits.depth) return JSON_TAPE_TOO_DEEP;
    if (is_full()) return JSON_TAPE_TOO_MANY_VALUES;
    uint32_t index = static_cast<uint32_t>(nodes.size());
    append(JSON_TAPE_ARRAY, {place, 1});
    ondemand::array array;
    if (value.get_array().get(array)) return JSON_TAPE_SYNTAX;
    uint32_t count = 0;
    for (auto element : array) {
      ondemand::value child;
      if (element.get(child)) return JSON_TAPE_SYNTAX;
      if (int32_t fault = visit(child, depth + 1)) return fault;
      count++;
    }
    return close(value, index, count);
  }

  int32_t visit_object(ondemand::value &value, uint32_t depth) {
    if (depth >= limits.depth) return JSON_TAPE_TOO_DEEP;
    if (is_full()) return JSON_TAPE_TOO_MANY_VALUES;
    uint32_t index = static_cast<uint32_t>(nodes.size());
    append(JSON_TAPE_OBJECT, {place, 1});
    ondemand::object object;
    if (value.get_object().get(object)) return JSON_TAPE_SYNTAX;
    uint32_t count = 0;
    for (auto member : object) {
      ondemand::field field;
      if (std::move(member).get(field)) return JSON_TAPE_SYNTAX;
      place = field.key().raw() - 1;
      int32_t fault = append_string(
          place, extent_of_string(place), [&] { return field.unescaped_key(); });
      if (!fault) fault = visit(field.value(), depth + 1);
      if (fault) return fault;
      count++;
    }
    if (int32_t fault = close(value, index, count)) return fault;
    if (const json_tape_node *key = repeated_key(nodes, index, scratch)) {
      place = reinterpret_cast<const char *>(key->raw);
      return JSON_TAPE_DUPLICATE_KEY;
    }
    return JSON_TAPE_OK;
  }
};

}  // namespace census
