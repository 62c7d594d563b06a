#include <leptonica/allheaders.h>
#include <tesseract/capi.h>

/// From libgomp; its header belongs to the compiler, so the function is declared here.
void omp_set_max_active_levels(int levels);
