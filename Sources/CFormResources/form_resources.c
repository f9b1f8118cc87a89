// Written by Schemas/sources/build.py.
#include "form_resources.h"

// #embed compiles in seconds what SwiftPM's embedInCode turns into minutes.
static const uint8_t for_firehist_1[] = {
#embed "../../Schemas/forms/FOR_FIREHIST.json"
};
static const uint8_t for_firesource_1[] = {
#embed "../../Schemas/forms/earlier/FOR_FIRESOURCE.1.json"
};
static const uint8_t for_firesource_2[] = {
#embed "../../Schemas/forms/FOR_FIRESOURCE.json"
};
static const uint8_t for_lab_1[] = {
#embed "../../Schemas/forms/FOR_LAB.json"
};
static const uint8_t for_plot_1[] = {
#embed "../../Schemas/forms/FOR_PLOT.json"
};
static const uint8_t for_quadrat_1[] = {
#embed "../../Schemas/forms/FOR_QUADRAT.json"
};
static const uint8_t for_tree_1[] = {
#embed "../../Schemas/forms/FOR_TREE.json"
};
static const uint8_t geo_collapse_1[] = {
#embed "../../Schemas/forms/earlier/GEO_COLLAPSE.1.json"
};
static const uint8_t geo_collapse_2[] = {
#embed "../../Schemas/forms/GEO_COLLAPSE.json"
};
static const uint8_t geo_debris_1[] = {
#embed "../../Schemas/forms/GEO_DEBRIS.json"
};
static const uint8_t geo_fissure_1[] = {
#embed "../../Schemas/forms/GEO_FISSURE.json"
};
static const uint8_t geo_landslide_1[] = {
#embed "../../Schemas/forms/GEO_LANDSLIDE.json"
};
static const uint8_t geo_rockfall_1[] = {
#embed "../../Schemas/forms/GEO_ROCKFALL.json"
};
static const uint8_t geo_subsidence_1[] = {
#embed "../../Schemas/forms/GEO_SUBSIDENCE.json"
};
static const uint8_t inventory_1[] = {
#embed "../../Schemas/forms/INVENTORY.json"
};
static const uint8_t met_cold_1[] = {
#embed "../../Schemas/forms/MET_COLD.json"
};
static const uint8_t met_drought_1[] = {
#embed "../../Schemas/forms/MET_DROUGHT.json"
};
static const uint8_t met_gale_1[] = {
#embed "../../Schemas/forms/MET_GALE.json"
};
static const uint8_t met_hail_1[] = {
#embed "../../Schemas/forms/MET_HAIL.json"
};
static const uint8_t met_heat_1[] = {
#embed "../../Schemas/forms/MET_HEAT.json"
};
static const uint8_t met_lightning_1[] = {
#embed "../../Schemas/forms/MET_LIGHTNING.json"
};
static const uint8_t met_rain_1[] = {
#embed "../../Schemas/forms/earlier/MET_RAIN.1.json"
};
static const uint8_t met_rain_2[] = {
#embed "../../Schemas/forms/MET_RAIN.json"
};
static const uint8_t met_snow_1[] = {
#embed "../../Schemas/forms/MET_SNOW.json"
};
static const uint8_t met_typhoon_1[] = {
#embed "../../Schemas/forms/MET_TYPHOON.json"
};
static const uint8_t pub_activity_1[] = {
#embed "../../Schemas/forms/PUB_ACTIVITY.json"
};
static const uint8_t satisfaction_1[] = {
#embed "../../Schemas/forms/SATISFACTION.json"
};
static const uint8_t sea_ice_1[] = {
#embed "../../Schemas/forms/SEA_ICE.json"
};
static const uint8_t sea_seawall_1[] = {
#embed "../../Schemas/forms/earlier/SEA_SEAWALL.1.json"
};
static const uint8_t sea_seawall_2[] = {
#embed "../../Schemas/forms/SEA_SEAWALL.json"
};
static const uint8_t sea_surge_1[] = {
#embed "../../Schemas/forms/SEA_SURGE.json"
};
static const uint8_t sea_wave_1[] = {
#embed "../../Schemas/forms/SEA_WAVE.json"
};
static const uint8_t seis_bore_1[] = {
#embed "../../Schemas/forms/SEIS_BORE.json"
};
static const uint8_t seis_fault_1[] = {
#embed "../../Schemas/forms/earlier/SEIS_FAULT.1.json"
};
static const uint8_t seis_fault_2[] = {
#embed "../../Schemas/forms/SEIS_FAULT.json"
};
static const uint8_t seis_station_1[] = {
#embed "../../Schemas/forms/SEIS_STATION.json"
};
static const uint8_t training_1[] = {
#embed "../../Schemas/forms/TRAINING.json"
};
static const uint8_t voucher_1[] = {
#embed "../../Schemas/forms/VOUCHER.json"
};
static const uint8_t wat_dike_1[] = {
#embed "../../Schemas/forms/WAT_DIKE.json"
};
static const uint8_t wat_drought_1[] = {
#embed "../../Schemas/forms/WAT_DROUGHT.json"
};
static const uint8_t wat_flash_1[] = {
#embed "../../Schemas/forms/WAT_FLASH.json"
};
static const uint8_t wat_reservoir_1[] = {
#embed "../../Schemas/forms/earlier/WAT_RESERVOIR.1.json"
};
static const uint8_t wat_reservoir_2[] = {
#embed "../../Schemas/forms/WAT_RESERVOIR.json"
};
static const uint8_t wat_section_1[] = {
#embed "../../Schemas/forms/WAT_SECTION.json"
};
static const uint8_t wat_sluice_1[] = {
#embed "../../Schemas/forms/WAT_SLUICE.json"
};

static const hc_form_resource forms[] = {
    {"FOR_FIREHIST", 1, "forest-grassland-fire", for_firehist_1, sizeof(for_firehist_1)},
    {"FOR_FIRESOURCE", 1, "forest-grassland-fire", for_firesource_1, sizeof(for_firesource_1)},
    {"FOR_FIRESOURCE", 2, "forest-grassland-fire", for_firesource_2, sizeof(for_firesource_2)},
    {"FOR_LAB", 1, "forest-grassland-fire", for_lab_1, sizeof(for_lab_1)},
    {"FOR_PLOT", 1, "forest-grassland-fire", for_plot_1, sizeof(for_plot_1)},
    {"FOR_QUADRAT", 1, "forest-grassland-fire", for_quadrat_1, sizeof(for_quadrat_1)},
    {"FOR_TREE", 1, "forest-grassland-fire", for_tree_1, sizeof(for_tree_1)},
    {"GEO_COLLAPSE", 1, "ground-collapse", geo_collapse_1, sizeof(geo_collapse_1)},
    {"GEO_COLLAPSE", 2, "ground-collapse", geo_collapse_2, sizeof(geo_collapse_2)},
    {"GEO_DEBRIS", 1, "debris-flow", geo_debris_1, sizeof(geo_debris_1)},
    {"GEO_FISSURE", 1, "ground-fissure", geo_fissure_1, sizeof(geo_fissure_1)},
    {"GEO_LANDSLIDE", 1, "landslide", geo_landslide_1, sizeof(geo_landslide_1)},
    {"GEO_ROCKFALL", 1, "rockfall", geo_rockfall_1, sizeof(geo_rockfall_1)},
    {"GEO_SUBSIDENCE", 1, "land-subsidence", geo_subsidence_1, sizeof(geo_subsidence_1)},
    {"INVENTORY", 1, "inventory", inventory_1, sizeof(inventory_1)},
    {"MET_COLD", 1, "cold", met_cold_1, sizeof(met_cold_1)},
    {"MET_DROUGHT", 1, "drought", met_drought_1, sizeof(met_drought_1)},
    {"MET_GALE", 1, "wind-hail", met_gale_1, sizeof(met_gale_1)},
    {"MET_HAIL", 1, "wind-hail", met_hail_1, sizeof(met_hail_1)},
    {"MET_HEAT", 1, "heat", met_heat_1, sizeof(met_heat_1)},
    {"MET_LIGHTNING", 1, "lightning", met_lightning_1, sizeof(met_lightning_1)},
    {"MET_RAIN", 1, "rainstorm", met_rain_1, sizeof(met_rain_1)},
    {"MET_RAIN", 2, "rainstorm", met_rain_2, sizeof(met_rain_2)},
    {"MET_SNOW", 1, "snow", met_snow_1, sizeof(met_snow_1)},
    {"MET_TYPHOON", 1, "typhoon", met_typhoon_1, sizeof(met_typhoon_1)},
    {"PUB_ACTIVITY", 1, "evidence", pub_activity_1, sizeof(pub_activity_1)},
    {"SATISFACTION", 1, "evidence", satisfaction_1, sizeof(satisfaction_1)},
    {"SEA_ICE", 1, "sea-ice", sea_ice_1, sizeof(sea_ice_1)},
    {"SEA_SEAWALL", 1, "storm-surge", sea_seawall_1, sizeof(sea_seawall_1)},
    {"SEA_SEAWALL", 2, "storm-surge", sea_seawall_2, sizeof(sea_seawall_2)},
    {"SEA_SURGE", 1, "storm-surge", sea_surge_1, sizeof(sea_surge_1)},
    {"SEA_WAVE", 1, "wave", sea_wave_1, sizeof(sea_wave_1)},
    {"SEIS_BORE", 1, "earthquake", seis_bore_1, sizeof(seis_bore_1)},
    {"SEIS_FAULT", 1, "earthquake", seis_fault_1, sizeof(seis_fault_1)},
    {"SEIS_FAULT", 2, "earthquake", seis_fault_2, sizeof(seis_fault_2)},
    {"SEIS_STATION", 1, "earthquake", seis_station_1, sizeof(seis_station_1)},
    {"TRAINING", 1, "evidence", training_1, sizeof(training_1)},
    {"VOUCHER", 1, "evidence", voucher_1, sizeof(voucher_1)},
    {"WAT_DIKE", 1, "river-flood", wat_dike_1, sizeof(wat_dike_1)},
    {"WAT_DROUGHT", 1, "drought", wat_drought_1, sizeof(wat_drought_1)},
    {"WAT_FLASH", 1, "flash-flood", wat_flash_1, sizeof(wat_flash_1)},
    {"WAT_RESERVOIR", 1, "river-flood", wat_reservoir_1, sizeof(wat_reservoir_1)},
    {"WAT_RESERVOIR", 2, "river-flood", wat_reservoir_2, sizeof(wat_reservoir_2)},
    {"WAT_SECTION", 1, "river-flood", wat_section_1, sizeof(wat_section_1)},
    {"WAT_SLUICE", 1, "river-flood", wat_sluice_1, sizeof(wat_sluice_1)},
};

int hc_form_count(void) { return (int)(sizeof(forms) / sizeof(forms[0])); }

hc_form_resource hc_form_at(int index) {
  return index >= 0 && index < hc_form_count() ? forms[index] : forms[0];
}
