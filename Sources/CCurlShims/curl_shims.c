#include "curl_shims.h"

#include <curl/curl.h>
#include <stdlib.h>

#include "assertions.h"

// The multi handle carries the single transfer because, unlike curl_easy_perform, it can be woken
// from another thread; with curl_easy_perform a cancelled transfer may go on for a second.
struct curl_shim_handle {
  CURL *easy;
  CURLM *multi;
  char error[CURL_ERROR_SIZE];
};

int32_t curl_shim_global_init(void) { return (int32_t)curl_global_init(CURL_GLOBAL_DEFAULT); }

const char *curl_shim_version(void) { return curl_version(); }

curl_shim_handle *curl_shim_new(void) {
  curl_shim_handle *handle = calloc(1, sizeof *handle);
  if (handle == NULL) return NULL;
  handle->easy = curl_easy_init();
  handle->multi = curl_multi_init();
  if (handle->easy == NULL || handle->multi == NULL) {
    curl_shim_free(handle);
    return NULL;
  }
  curl_shim_reset(handle);
  return handle;
}

void curl_shim_free(curl_shim_handle *handle) {
  curl_easy_cleanup(handle->easy);
  if (handle->multi != NULL) curl_multi_cleanup(handle->multi);
  free(handle);
}

void curl_shim_reset(curl_shim_handle *handle) {
  curl_easy_reset(handle->easy);
  handle->error[0] = 0;
  curl_easy_setopt(handle->easy, CURLOPT_ERRORBUFFER, handle->error);
}

static int is_of_class(curl_shim_option option, int class) {
  return option / 10000 == class / 10000;
}

int32_t curl_shim_set_long(curl_shim_handle *handle, curl_shim_option option, long value) {
  if (!is_of_class(option, CURLOPTTYPE_LONG)) return CURLE_BAD_FUNCTION_ARGUMENT;
  return (int32_t)curl_easy_setopt(handle->easy, (CURLoption)option, value);
}

int32_t curl_shim_set_string(
    curl_shim_handle *handle, curl_shim_option option, const char *value) {
  return curl_shim_set_bytes(handle, option, value);
}

int32_t curl_shim_set_bytes(curl_shim_handle *handle, curl_shim_option option, const void *value) {
  if (!is_of_class(option, CURLOPTTYPE_OBJECTPOINT)) return CURLE_BAD_FUNCTION_ARGUMENT;
  return (int32_t)curl_easy_setopt(handle->easy, (CURLoption)option, value);
}

int32_t curl_shim_set_list(
    curl_shim_handle *handle, curl_shim_option option, curl_shim_list *value) {
  return curl_shim_set_bytes(handle, option, value);
}

int32_t curl_shim_set_offset(curl_shim_handle *handle, curl_shim_option option, int64_t value) {
  if (!is_of_class(option, CURLOPTTYPE_OFF_T)) return CURLE_BAD_FUNCTION_ARGUMENT;
  return (int32_t)curl_easy_setopt(handle->easy, (CURLoption)option, (curl_off_t)value);
}

int32_t curl_shim_set_functions(
    curl_shim_handle *handle, curl_shim_data_function body, curl_shim_data_function header,
    curl_shim_progress_function progress, void *context) {
  CURL *easy = handle->easy;
  CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, progress);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_XFERINFODATA, context);
  return (int32_t)code;
}

int32_t curl_shim_perform(curl_shim_handle *handle) {
  handle->error[0] = 0;
  if (curl_multi_add_handle(handle->multi, handle->easy) != CURLM_OK) return CURLE_OUT_OF_MEMORY;
  int running = 0;
  CURLMcode state;
  do {
    state = curl_multi_perform(handle->multi, &running);
    if (state == CURLM_OK && running) state = curl_multi_poll(handle->multi, NULL, 0, 1000, NULL);
  } while (state == CURLM_OK && running);

  CURLcode result = CURLE_OUT_OF_MEMORY;
  int left = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(handle->multi, &left)) != NULL) {
    if (message->msg == CURLMSG_DONE) result = message->data.result;
  }
  curl_multi_remove_handle(handle->multi, handle->easy);
  return (int32_t)result;
}

void curl_shim_wake(curl_shim_handle *handle) { curl_multi_wakeup(handle->multi); }

int64_t curl_shim_figure_of(curl_shim_handle *handle, curl_shim_figure figure) {
  long number = 0;
  curl_off_t offset = 0;
  switch (figure) {
    case CURL_SHIM_RESPONSE_CODE:
      curl_easy_getinfo(handle->easy, CURLINFO_RESPONSE_CODE, &number);
      return number;
    case CURL_SHIM_CONNECTS:
      curl_easy_getinfo(handle->easy, CURLINFO_NUM_CONNECTS, &number);
      return number;
    case CURL_SHIM_BYTES_SENT:
      curl_easy_getinfo(handle->easy, CURLINFO_SIZE_UPLOAD_T, &offset);
      return offset;
    case CURL_SHIM_BYTES_RECEIVED:
      curl_easy_getinfo(handle->easy, CURLINFO_SIZE_DOWNLOAD_T, &offset);
      return offset;
    case CURL_SHIM_PRETRANSFER_TIME:
      curl_easy_getinfo(handle->easy, CURLINFO_PRETRANSFER_TIME_T, &offset);
      return offset;
  }
  return 0;
}

const char *curl_shim_words(curl_shim_handle *handle, int32_t code) {
  return handle->error[0] != 0 ? handle->error : curl_easy_strerror((CURLcode)code);
}
