#include <poppler.h>

/// Drops one reference; `g_object_unref` is a macro that Swift does not import.
static inline void cpoppler_unref(void *object) { g_object_unref(object); }

/// The error domain of poppler; `POPPLER_ERROR` is a macro that Swift does not import.
static inline GQuark cpoppler_error_domain(void) { return POPPLER_ERROR; }
