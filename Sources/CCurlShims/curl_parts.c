// Header lists and addresses.
#include <curl/curl.h>

#include "curl_shims.h"

curl_shim_list *curl_shim_list_append(curl_shim_list *list, const char *text) {
  return (curl_shim_list *)curl_slist_append((struct curl_slist *)list, text);
}

void curl_shim_list_free(curl_shim_list *list) { curl_slist_free_all((struct curl_slist *)list); }

static CURLUPart part_of(curl_shim_url_part part) {
  switch (part) {
    case CURL_SHIM_URL_WHOLE: return CURLUPART_URL;
    case CURL_SHIM_URL_SCHEME: return CURLUPART_SCHEME;
    case CURL_SHIM_URL_HOST: return CURLUPART_HOST;
    case CURL_SHIM_URL_QUERY: return CURLUPART_QUERY;
    case CURL_SHIM_URL_FRAGMENT: return CURLUPART_FRAGMENT;
  }
  return CURLUPART_URL;
}

char *curl_shim_url_part_of(const char *address, curl_shim_url_part part) {
  char *text = NULL;
  CURLU *url = curl_url();
  if (url == NULL) return NULL;
  if (curl_url_set(url, CURLUPART_URL, address, CURLU_DISALLOW_USER) == CURLUE_OK) {
    // Leaves `text` NULL where there is no such part.
    (void)curl_url_get(url, part_of(part), &text, 0);
  }
  curl_url_cleanup(url);
  return text;
}

void curl_shim_text_free(char *text) { curl_free(text); }
