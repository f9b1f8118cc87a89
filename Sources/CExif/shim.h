#ifndef HC_EXIF_SHIM_H
#define HC_EXIF_SHIM_H

#include <libexif/exif-data.h>
#include <libexif/exif-entry.h>
#include <libexif/exif-utils.h>

/// The entry of a tag in one directory, which Swift would have to find in a tuple; null if none.
static inline const ExifEntry *_Nullable hc_exif_entry(
    const ExifData *_Nonnull data, ExifIfd directory, int tag) {
  return exif_content_get_entry(data->ifd[directory], (ExifTag)tag);
}

/// Whether a directory has entries.
static inline int hc_exif_has_entries(const ExifData *_Nonnull data, ExifIfd directory) {
  return data->ifd[directory] && data->ifd[directory]->count > 0;
}

#endif
