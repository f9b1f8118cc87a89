#ifndef HC_FORM_RESOURCES_H
#define HC_FORM_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of one survey form that is built into the program.
typedef struct {
  /// The form's code.
  const char *_Nonnull code;
  /// Its version, from 1.
  int version;
  /// What it records: a hazard's id, `inventory` or `evidence`.
  const char *_Nonnull subject;
  const uint8_t *_Nonnull bytes;
  size_t length;
} hc_form_resource;

/// The number of built-in forms.
int hc_form_count(void);

/// The built-in form at an index from 0 up to the count; others give the first.
hc_form_resource hc_form_at(int index);

#endif
