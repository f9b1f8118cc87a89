#include "form_resources.h"

// #embed compiles in seconds what SwiftPM's embedInCode turns into minutes.
static const uint8_t field_fire_source[] = {
#embed "../../Schemas/forms/FOR_FIRESOURCE.json"
};
static const uint8_t ground_collapse[] = {
#embed "../../Schemas/forms/GEO_COLLAPSE.json"
};
static const uint8_t rainstorm[] = {
#embed "../../Schemas/forms/MET_RAIN.json"
};
static const uint8_t seawall[] = {
#embed "../../Schemas/forms/SEA_SEAWALL.json"
};
static const uint8_t active_fault[] = {
#embed "../../Schemas/forms/SEIS_FAULT.json"
};
static const uint8_t reservoir[] = {
#embed "../../Schemas/forms/WAT_RESERVOIR.json"
};

#define HC_FORM(name) {name, sizeof(name)}
static const hc_form_resource forms[] = {
    HC_FORM(field_fire_source), HC_FORM(ground_collapse), HC_FORM(rainstorm),
    HC_FORM(seawall),           HC_FORM(active_fault),    HC_FORM(reservoir),
};

int hc_form_count(void) { return (int)(sizeof(forms) / sizeof(forms[0])); }

hc_form_resource hc_form_at(int index) {
  return index >= 0 && index < hc_form_count() ? forms[index] : forms[0];
}
