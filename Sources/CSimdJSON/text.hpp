// Where a token of the source ends, and whether a number's text obeys the grammar.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace census {

struct string_extent {
  const char *end;  // one past the closing quote
  bool escaped;
};

// `open` is at an opening quote. The structural pass has proved that a closing one follows.
inline string_extent extent_of_string(const char *open) {
  const char *p = open + 1;
  bool escaped = false;
  while (*p != '"') {
    if (*p == '\\') {
      escaped = true;
      p++;
    }
    p++;
  }
  return {p + 1, escaped};
}

inline std::string_view without_trailing_space(const char *begin, const char *end) {
  while (end > begin && (end[-1] == ' ' || end[-1] == '\n' || end[-1] == '\r' || end[-1] == '\t')) {
    end--;
  }
  return {begin, static_cast<size_t>(end - begin)};
}

inline const char *after_digits(const char *p, const char *end) {
  while (p < end && *p >= '0' && *p <= '9') p++;
  return p;
}

// RFC 8259 section 6. Only used to tell "not a number" from "too large a number" after a refusal.
// `text` lies in the padded copy, so that the byte behind it may be read.
inline bool obeys_number_grammar(std::string_view text) {
  const char *p = text.data();
  const char *end = p + text.size();
  if (p < end && *p == '-') p++;
  const char *digits = p;
  p = after_digits(p, end);
  if (p == digits || (*digits == '0' && p - digits > 1)) return false;
  if (p < end && *p == '.') {
    const char *fraction = ++p;
    p = after_digits(p, end);
    if (p == fraction) return false;
  }
  if (p < end && (*p == 'e' || *p == 'E')) {
    p++;
    if (p < end && (*p == '+' || *p == '-')) p++;
    const char *exponent = p;
    p = after_digits(p, end);
    if (p == exponent) return false;
  }
  return p == end && std::strchr(",]} \n\r\t", *end) != nullptr && *end != 0;
}

// simdjson 3.0.1's on-demand reader takes texts such as 0.1234567890123456789012 for other numbers,
// because its digits overflow unnoticed after a leading zero; longer texts are read again for that.
inline double exact_double(std::string_view text, double approximate) {
  constexpr size_t never_overflows = 18;
  if (text.size() <= never_overflows) return approximate;
  double value = 0;
  auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // Too small for a double is zero, and simdjson has already refused what is too large.
  return error == std::errc() ? value : approximate;
}

}  // namespace census
