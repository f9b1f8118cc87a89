#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers contradict those of Swift's Foundation. Only
// xmlCharEncodingHandler has members of ICU, at its end, and nothing here touches one.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

// How many bytes were fed and wait because no whole piece of markup has come yet.
static inline long hc_xml_waiting(xmlParserCtxtPtr context) {
  if (context->input == NULL) return 0;
  return (long)(context->input->end - context->input->cur);
}
