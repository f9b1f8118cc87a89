#include "json_tape.h"

#include <cstring>
#include <memory>
#include <new>

#include "walker.hpp"

namespace ondemand = simdjson::ondemand;

// Everything is kept between calls, so that a run of small documents allocates once.
struct json_tape_parser {
  ondemand::parser reader;
  std::unique_ptr<char[]> copy;
  size_t capacity = 0;
  std::vector<json_tape_node> nodes;
  std::vector<uint32_t> scratch;
};

namespace {

// The copy begins with a bracket of ours, so offsets in it are one ahead of the caller's.
constexpr int64_t prefix = 1;

json_tape_result refused(int32_t code, int64_t offset = -1) { return {code, offset, nullptr, 0}; }

int32_t code_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR: return JSON_TAPE_INVALID_UTF8;
    case simdjson::UNESCAPED_CHARS: return JSON_TAPE_CONTROL_CHARACTER;
    case simdjson::UNCLOSED_STRING: return JSON_TAPE_UNCLOSED_STRING;
    case simdjson::MEMALLOC: return JSON_TAPE_OUT_OF_MEMORY;
    default: return JSON_TAPE_SYNTAX;
  }
}

// The document is parsed as the only element of an array: simdjson treats a scalar at the root
// differently from one inside, and what follows the document then shows as a second element.
size_t copy_in_brackets(json_tape_parser &parser, const uint8_t *bytes, size_t length) {
  size_t wrapped = length + 2;
  size_t needed = wrapped + simdjson::SIMDJSON_PADDING;
  if (needed > parser.capacity) {
    parser.copy = std::make_unique<char[]>(needed);
    parser.capacity = needed;
  }
  char *copy = parser.copy.get();
  copy[0] = '[';
  if (length > 0) std::memcpy(copy + prefix, bytes, length);
  copy[wrapped - 1] = ']';
  std::memset(copy + wrapped, 0, simdjson::SIMDJSON_PADDING);
  return wrapped;
}

json_tape_result parse(
    json_tape_parser &parser, const uint8_t *bytes, size_t length, json_tape_limits limits) {
  parser.nodes.clear();
  parser.scratch.clear();
  if (length > limits.bytes || length > simdjson::SIMDJSON_MAXSIZE_BYTES - 2) {
    return refused(JSON_TAPE_TOO_LONG);
  }
  if (length >= 3 && std::memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    return refused(JSON_TAPE_BYTE_ORDER_MARK, 0);
  }
  size_t wrapped = copy_in_brackets(parser, bytes, length);
  const char *copy = parser.copy.get();
  auto offset_of = [&](const char *place) { return static_cast<int64_t>(place - copy) - prefix; };

  ondemand::document document;
  auto failure = parser.reader.iterate(copy, wrapped, parser.capacity).get(document);
  if (failure) return refused(code_of(failure));
  ondemand::array outer;
  failure = document.get_array().get(outer);
  // Our closing bracket is always there, so the brackets of the document do not balance.
  if (failure) return refused(JSON_TAPE_SYNTAX);

  census::walker walker(parser.nodes, parser.scratch, limits);
  bool is_first = true;
  for (auto element : outer) {
    ondemand::value value;
    if (element.get(value)) {
      int64_t place = walker.place == nullptr ? -1 : offset_of(walker.place);
      return refused(JSON_TAPE_SYNTAX, place);
    }
    if (!is_first) {
      return refused(JSON_TAPE_TRAILING_CONTENT, offset_of(value.raw_json_token().data()));
    }
    is_first = false;
    int32_t fault = walker.visit(value, 0);
    if (fault) return refused(fault, offset_of(walker.place));
  }
  const char *rest = nullptr;
  if (document.current_location().get(rest) != simdjson::OUT_OF_BOUNDS) {
    // A bracket of the document's own closed the outer array; it is what stands before `rest`.
    return refused(
        JSON_TAPE_TRAILING_CONTENT,
        static_cast<int64_t>(census::without_trailing_space(copy, rest).size()) - 1 - prefix);
  }
  if (is_first) return refused(JSON_TAPE_EMPTY);
  return {JSON_TAPE_OK, -1, parser.nodes.data(), static_cast<uint32_t>(parser.nodes.size())};
}

}  // namespace

json_tape_parser *json_tape_new(void) { return new (std::nothrow) json_tape_parser(); }

void json_tape_free(json_tape_parser *parser) { delete parser; }

json_tape_result json_tape_parse(
    json_tape_parser *parser, const uint8_t *bytes, size_t length, json_tape_limits limits) {
  // No exception may leave through the C interface.
  try {
    return parse(*parser, bytes, length, limits);
  } catch (const std::bad_alloc &) {
    return refused(JSON_TAPE_OUT_OF_MEMORY);
  }
}
