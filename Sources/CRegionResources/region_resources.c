#include "region_resources.h"

// #embed compiles in seconds what SwiftPM's embedInCode turns into minutes.
static const uint8_t tangshan_townships[] = {
#embed "../../Schemas/regions/tangshan-townships.csv"
};

hc_region_resource hc_region_townships(void) {
  return (hc_region_resource){tangshan_townships, sizeof(tangshan_townships)};
}
