// The part of libcurl that the transport needs, with one function for each class of argument.
//
// curl's own setters are variadic macros, which Swift cannot call and C does not check. None of
// curl's headers is included here, so that Swift never sees them.
#ifndef CENSUS_CURL_SHIMS_H
#define CENSUS_CURL_SHIMS_H

#include <stddef.h>
#include <stdint.h>

/// The options in use; the numbers are curl's, which the source file asserts.
typedef enum curl_shim_option {
  // Longs.
  CURL_SHIM_TIMEOUT = 13,
  CURL_SHIM_LOW_SPEED_LIMIT = 19,
  CURL_SHIM_LOW_SPEED_TIME = 20,
  CURL_SHIM_SSLVERSION = 32,
  CURL_SHIM_NOPROGRESS = 43,
  CURL_SHIM_NOBODY = 44,
  CURL_SHIM_POST = 47,
  CURL_SHIM_NETRC = 51,
  CURL_SHIM_FOLLOWLOCATION = 52,
  CURL_SHIM_SSL_VERIFYPEER = 64,
  CURL_SHIM_MAXREDIRS = 68,
  CURL_SHIM_CONNECTTIMEOUT = 78,
  CURL_SHIM_HTTPGET = 80,
  CURL_SHIM_SSL_VERIFYHOST = 81,
  CURL_SHIM_HTTP_VERSION = 84,
  CURL_SHIM_NOSIGNAL = 99,
  CURL_SHIM_UNRESTRICTED_AUTH = 105,
  CURL_SHIM_TCP_KEEPALIVE = 213,
  CURL_SHIM_TCP_KEEPIDLE = 214,
  CURL_SHIM_TCP_KEEPINTVL = 215,
  // Strings, which curl copies.
  CURL_SHIM_URL = 10002,
  CURL_SHIM_PROXY = 10004,
  CURL_SHIM_USERAGENT = 10018,
  CURL_SHIM_CUSTOMREQUEST = 10036,
  CURL_SHIM_CAINFO = 10065,
  CURL_SHIM_ACCEPT_ENCODING = 10102,
  CURL_SHIM_PROTOCOLS_STR = 10318,
  CURL_SHIM_REDIR_PROTOCOLS_STR = 10319,
  // Pointers, which have to outlive the transfer.
  CURL_SHIM_POSTFIELDS = 10015,
  CURL_SHIM_HTTPHEADER = 10023,
  // Offsets.
  CURL_SHIM_MAXFILESIZE_LARGE = 30117,
  CURL_SHIM_POSTFIELDSIZE_LARGE = 30120,
} curl_shim_option;

/// Values of options that take one of a set.
enum {
  CURL_SHIM_SSLVERSION_TLSv1_2 = 6,
  CURL_SHIM_HTTP_VERSION_1_1 = 2,
};

/// The result codes that are told apart.
enum {
  CURL_SHIM_OK = 0,
  CURL_SHIM_UNSUPPORTED_PROTOCOL = 1,
  CURL_SHIM_URL_MALFORMAT = 3,
  CURL_SHIM_COULDNT_RESOLVE_PROXY = 5,
  CURL_SHIM_COULDNT_RESOLVE_HOST = 6,
  CURL_SHIM_COULDNT_CONNECT = 7,
  CURL_SHIM_OUT_OF_MEMORY = 27,
  CURL_SHIM_OPERATION_TIMEDOUT = 28,
  CURL_SHIM_SSL_CONNECT_ERROR = 35,
  CURL_SHIM_ABORTED_BY_CALLBACK = 42,
  CURL_SHIM_BAD_FUNCTION_ARGUMENT = 43,
  CURL_SHIM_SSL_CERTPROBLEM = 58,
  CURL_SHIM_PEER_FAILED_VERIFICATION = 60,
  CURL_SHIM_FILESIZE_EXCEEDED = 63,
  CURL_SHIM_SSL_CACERT_BADFILE = 77,
  CURL_SHIM_SSL_ISSUER_ERROR = 83,
  CURL_SHIM_PROXY_ERROR = 97,
};

/// What a finished transfer is asked for.
typedef enum curl_shim_figure {
  CURL_SHIM_RESPONSE_CODE,
  CURL_SHIM_BYTES_SENT,
  CURL_SHIM_BYTES_RECEIVED,
  CURL_SHIM_CONNECTS,
  /// Microseconds until the request could begin; 0 when it never could.
  CURL_SHIM_PRETRANSFER_TIME,
} curl_shim_figure;

/// Parts of an address.
typedef enum curl_shim_url_part {
  CURL_SHIM_URL_WHOLE,
  CURL_SHIM_URL_SCHEME,
  CURL_SHIM_URL_HOST,
  CURL_SHIM_URL_QUERY,
  CURL_SHIM_URL_FRAGMENT,
} curl_shim_url_part;

typedef struct curl_shim_handle curl_shim_handle;
typedef struct curl_shim_list curl_shim_list;
/// Takes `size * count` bytes; any other return value ends the transfer.
typedef size_t (*curl_shim_data_function)(
    char *_Nonnull data, size_t size, size_t count, void *_Nullable context);
/// Called often during a transfer; a return value other than 0 ends it.
typedef int (*curl_shim_progress_function)(
    void *_Nullable context, int64_t down_total, int64_t down, int64_t up_total, int64_t up);

/// Prepares the library; to be called once, before anything else.
int32_t curl_shim_global_init(void);
/// The versions of curl and of the libraries below it.
const char *_Nonnull curl_shim_version(void);

/// Makes a handle with its own connections; NULL when memory is short.
curl_shim_handle *_Nullable curl_shim_new(void);
/// Closes the connections and releases the handle; no transfer may be under way.
void curl_shim_free(curl_shim_handle *_Nonnull handle);
/// Takes every option back to curl's default; connections stay.
void curl_shim_reset(curl_shim_handle *_Nonnull handle);

// Each setter refuses an option of another class with CURL_SHIM_BAD_FUNCTION_ARGUMENT.
int32_t curl_shim_set_long(
    curl_shim_handle *_Nonnull handle, curl_shim_option option, long value);
int32_t curl_shim_set_string(
    curl_shim_handle *_Nonnull handle, curl_shim_option option, const char *_Nonnull value);
int32_t curl_shim_set_bytes(
    curl_shim_handle *_Nonnull handle, curl_shim_option option, const void *_Nullable value);
int32_t curl_shim_set_list(
    curl_shim_handle *_Nonnull handle, curl_shim_option option, curl_shim_list *_Nullable value);
int32_t curl_shim_set_offset(
    curl_shim_handle *_Nonnull handle, curl_shim_option option, int64_t value);

/// Sets who takes the body, the header lines and the progress; all get `context`.
int32_t curl_shim_set_functions(
    curl_shim_handle *_Nonnull handle, curl_shim_data_function _Nonnull body,
    curl_shim_data_function _Nonnull header, curl_shim_progress_function _Nonnull progress,
    void *_Nullable context);

/// Carries out one transfer; blocks until it is over.
int32_t curl_shim_perform(curl_shim_handle *_Nonnull handle);
/// Makes a transfer under way ask its progress function at once; any thread may call this.
void curl_shim_wake(curl_shim_handle *_Nonnull handle);
/// A figure of the last transfer.
int64_t curl_shim_figure_of(curl_shim_handle *_Nonnull handle, curl_shim_figure figure);
/// The library's words for how the last transfer ended; valid until the next one.
const char *_Nonnull curl_shim_words(curl_shim_handle *_Nonnull handle, int32_t code);

/// Appends a copy of `text`; on failure returns NULL and leaves the list as it is.
curl_shim_list *_Nullable curl_shim_list_append(
    curl_shim_list *_Nullable list, const char *_Nonnull text);
void curl_shim_list_free(curl_shim_list *_Nullable list);

/// A part of an absolute address as curl reads it, or NULL; to be freed by curl_shim_text_free.
/// An address that curl would not use, or that names a user, has no parts.
char *_Nullable curl_shim_url_part_of(const char *_Nonnull address, curl_shim_url_part part);
void curl_shim_text_free(char *_Nullable text);

#endif
