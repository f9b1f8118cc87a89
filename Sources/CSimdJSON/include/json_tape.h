// One JSON document as a flat array of nodes, in document order.
//
// The parser is strict: it visits every value, so a tape that was handed out stands for a document
// that is valid from its first byte to its last. All pointers in the nodes stay good until the
// parser's next parse or its release.
#ifndef CENSUS_JSON_TAPE_H
#define CENSUS_JSON_TAPE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node is. The values are fixed: Swift reads them as raw values.
enum {
  JSON_TAPE_NULL = 0,
  JSON_TAPE_FALSE = 1,
  JSON_TAPE_TRUE = 2,
  /// A number without fraction and exponent that fits int64_t.
  JSON_TAPE_INTEGER = 3,
  /// Any other number.
  JSON_TAPE_NUMBER = 4,
  JSON_TAPE_STRING = 5,
  JSON_TAPE_ARRAY = 6,
  JSON_TAPE_OBJECT = 7,
};

/// Why a document was refused. The values are fixed: Swift reads them as raw values.
enum {
  JSON_TAPE_OK = 0,
  JSON_TAPE_EMPTY = 1,
  JSON_TAPE_TOO_LONG = 2,
  JSON_TAPE_TOO_DEEP = 3,
  JSON_TAPE_TOO_MANY_VALUES = 4,
  JSON_TAPE_BYTE_ORDER_MARK = 5,
  JSON_TAPE_INVALID_UTF8 = 6,
  JSON_TAPE_CONTROL_CHARACTER = 7,
  JSON_TAPE_UNCLOSED_STRING = 8,
  JSON_TAPE_INVALID_ESCAPE = 9,
  JSON_TAPE_INVALID_NUMBER = 10,
  JSON_TAPE_NUMBER_OUT_OF_RANGE = 11,
  JSON_TAPE_DUPLICATE_KEY = 12,
  JSON_TAPE_TRAILING_CONTENT = 13,
  JSON_TAPE_SYNTAX = 14,
  JSON_TAPE_OUT_OF_MEMORY = 15,
};

/// One value; the children of an array or object follow it directly.
/// An object's children are a key (a string node) and its value, alternately.
typedef struct json_tape_node {
  /// A string's unescaped bytes, or a number's own text; NULL otherwise.
  const uint8_t *text;
  /// The value's exact bytes in the source, a string's quotes included.
  const uint8_t *raw;
  uint32_t text_length;
  uint32_t raw_length;
  /// Elements of an array, members of an object.
  uint32_t count;
  /// Index of the first node after this value and all that it holds.
  uint32_t next;
  double real;
  int64_t integer;
  uint8_t kind;
} json_tape_node;

typedef struct json_tape_limits {
  size_t bytes;
  uint32_t depth;
  uint32_t nodes;
} json_tape_limits;

typedef struct json_tape_result {
  /// One of the JSON_TAPE_ reasons above.
  int32_t code;
  /// Where in the source the fault was met; -1 where that is not known.
  int64_t offset;
  /// The root and what follows it; NULL on a fault.
  const json_tape_node *nodes;
  uint32_t node_count;
} json_tape_result;

typedef struct json_tape_parser json_tape_parser;

/// Makes a parser; NULL when memory is short.
json_tape_parser *json_tape_new(void);
/// Releases a parser and every tape that it handed out.
void json_tape_free(json_tape_parser *parser);
/// Parses one document; the bytes are copied first and not needed afterwards.
json_tape_result json_tape_parse(
    json_tape_parser *parser, const uint8_t *bytes, size_t length, json_tape_limits limits);

#ifdef __cplusplus
}
#endif

#endif
