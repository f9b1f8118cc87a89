// Refusal of objects that name a member twice.
#pragma once

#include <algorithm>
#include <cstring>
#include <vector>

#include "json_tape.h"

namespace census {

inline bool same_text(const json_tape_node &left, const json_tape_node &right) {
  return left.text_length == right.text_length
      && std::memcmp(left.text, right.text, left.text_length) == 0;
}

inline bool text_before(const json_tape_node &left, const json_tape_node &right) {
  size_t shared = std::min(left.text_length, right.text_length);
  int order = std::memcmp(left.text, right.text, shared);
  return order != 0 ? order < 0 : left.text_length < right.text_length;
}

// Returns the node of a key that repeats, or null. Sorting bounds the work for an object that was
// built to have many keys, which comparing each with each, or hashing without a secret, would not.
inline const json_tape_node *repeated_key(
    const std::vector<json_tape_node> &nodes, uint32_t object, std::vector<uint32_t> &scratch) {
  constexpr uint32_t few = 16;
  uint32_t count = nodes[object].count;
  size_t base = scratch.size();
  uint32_t key = object + 1;
  for (uint32_t i = 0; i < count; i++) {
    if (count <= few) {
      for (size_t j = base; j < scratch.size(); j++) {
        if (same_text(nodes[scratch[j]], nodes[key])) {
          scratch.resize(base);
          return &nodes[key];
        }
      }
    }
    scratch.push_back(key);
    key = nodes[key + 1].next;
  }
  const json_tape_node *found = nullptr;
  if (count > few) {
    std::sort(scratch.begin() + base, scratch.end(), [&](uint32_t left, uint32_t right) {
      return text_before(nodes[left], nodes[right]);
    });
    for (size_t j = base + 1; j < scratch.size() && !found; j++) {
      if (same_text(nodes[scratch[j - 1]], nodes[scratch[j]])) found = &nodes[scratch[j]];
    }
  }
  scratch.resize(base);
  return found;
}

}  // namespace census
