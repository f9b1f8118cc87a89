#ifndef HC_REGION_RESOURCES_H
#define HC_REGION_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of a table that is built into the program.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t length;
} hc_region_resource;

/// The townships' codes and names in all editions that are built in, as CSV.
hc_region_resource hc_region_townships(void);

#endif
