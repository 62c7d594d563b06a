/// Libraries that most documents do not need, loaded when they are first used: with all that they
/// depend on they would take most of the time that the program takes to start.
///
/// Functions keep their names; they must not be called before the library is loaded.
#ifndef CLOADEDLIBRARIES_H
#define CLOADEDLIBRARIES_H

#include <glib.h>
#include <hunspell/hunspell.h>
#include <leptonica/allheaders.h>
#include <stdbool.h>
#include <tesseract/capi.h>

/// Loads hunspell, and says whether it is there.
bool loaded_dictionary(void);
/// Loads Tesseract and leptonica, and says whether they are there.
bool loaded_recognition(void);
/// Loads poppler-glib and cairo, and says whether they are there.
bool loaded_rendering(void);

// MARK: - Libraries whose headers come with flags that link them

/// From libgomp; its header belongs to the compiler.
void omp_set_max_active_levels(int levels);

typedef struct CairoContext CairoContext;
typedef struct CairoSurface CairoSurface;
typedef struct CairoFontOptions CairoFontOptions;
#define CAIRO_FORMAT_RGB24 1
#define CAIRO_ANTIALIAS_GRAY 2
#define CAIRO_ANTIALIAS_FAST 4
#define CAIRO_HINT_STYLE_NONE 1

CairoContext *cairo_create(CairoSurface *surface);
void cairo_destroy(CairoContext *context);
CairoFontOptions *cairo_font_options_create(void);
void cairo_font_options_destroy(CairoFontOptions *options);
void cairo_font_options_set_antialias(CairoFontOptions *options, int antialias);
void cairo_font_options_set_hint_style(CairoFontOptions *options, int style);
CairoSurface *cairo_image_surface_create(int format, int width, int height);
unsigned char *cairo_image_surface_get_data(CairoSurface *surface);
int cairo_image_surface_get_stride(CairoSurface *surface);
void cairo_move_to(CairoContext *context, double x, double y);
void cairo_paint(CairoContext *context);
void cairo_rectangle(CairoContext *context, double x, double y, double width, double height);
void cairo_scale(CairoContext *context, double x, double y);
void cairo_set_antialias(CairoContext *context, int antialias);
void cairo_set_font_options(CairoContext *context, const CairoFontOptions *options);
void cairo_set_font_size(CairoContext *context, double size);
void cairo_set_line_width(CairoContext *context, double width);
void cairo_set_source_rgb(CairoContext *context, double red, double green, double blue);
void cairo_show_text(CairoContext *context, const char *text);
void cairo_stroke(CairoContext *context);
void cairo_surface_destroy(CairoSurface *surface);
void cairo_surface_flush(CairoSurface *surface);
/// 0 is success.
int cairo_surface_write_to_png(CairoSurface *surface, const char *path);

typedef struct PopplerDocument PopplerDocument;
typedef struct PopplerPage PopplerPage;

void *g_memory_input_stream_new_from_bytes(GBytes *bytes);
void g_object_unref(void *object);
PopplerDocument *poppler_document_new_from_stream(void *stream, goffset length, const char *password,
                                                  void *cancellable, GError **error);
PopplerPage *poppler_document_get_page(PopplerDocument *document, int index);
void poppler_page_get_size(PopplerPage *page, double *width, double *height);
void poppler_page_render(PopplerPage *page, CairoContext *context);

// MARK: - Names

#define LOADED_DICTIONARY(X) \
  X(Hunspell_create) X(Hunspell_destroy) X(Hunspell_spell)

#define LOADED_RECOGNITION(X) \
  X(TessBaseAPIClear) X(TessBaseAPICreate) X(TessBaseAPIDelete) X(TessBaseAPIEnd) \
  X(TessBaseAPIGetIterator) X(TessBaseAPIInit2) X(TessBaseAPIRecognize) X(TessBaseAPISetImage2) \
  X(TessBaseAPISetPageSegMode) X(TessBaseAPISetRectangle) X(TessBaseAPISetSourceResolution) \
  X(TessBaseAPISetVariable) X(TessDeleteText) X(TessMonitorCreate) X(TessMonitorDelete) \
  X(TessMonitorSetCancelFunc) X(TessMonitorSetCancelThis) X(TessPageIteratorBaseline) \
  X(TessPageIteratorBoundingBox) X(TessPageIteratorIsAtBeginningOf) \
  X(TessResultIteratorConfidence) X(TessResultIteratorDelete) \
  X(TessResultIteratorGetPageIterator) X(TessResultIteratorGetUTF8Text) \
  X(TessResultIteratorNext) X(boxCreate) X(boxDestroy) X(boxaDestroy) X(boxaGetBoxGeometry) \
  X(boxaGetCount) X(numaAddNumber) X(numaCreate) X(numaDestroy) X(numaSplitDistribution) \
  X(omp_set_max_active_levels) X(pixAnd) X(pixBlockconv) \
  X(pixCleanBackgroundToWhite) X(pixClearInRect) X(pixClipRectangle) X(pixCloseSafeBrick) \
  X(pixCloseSafeCompBrick) X(pixConnCompBB) X(pixCountPixelsInRect) X(pixCreateNoInit) X(pixCopy) \
  X(pixDestroy) X(pixDilateBrick) X(pixDilateCompBrick) X(pixErodeBrick) X(pixFindSkew) \
  X(pixGetData) X(pixGetDepth) X(pixGetHeight) X(pixGetWidth) X(pixGetWpl) X(pixOpenBrick) \
  X(pixOpenCompBrick) X(pixOr) X(pixOrientDetect) X(pixReduceRankBinary2) X(pixRotate) \
  X(pixRotateOrth) X(pixScale) X(pixScaleGrayLI) X(pixSeedfillBinary) X(pixSelectBySize) \
  X(pixSetInRect) X(pixSetMasked) X(pixSubtract) X(pixThresholdToBinary) X(setMsgSeverity)

#define LOADED_RENDERING(X) \
  X(cairo_create) X(cairo_destroy) X(cairo_font_options_create) X(cairo_font_options_destroy) \
  X(cairo_font_options_set_antialias) X(cairo_font_options_set_hint_style) \
  X(cairo_image_surface_create) X(cairo_image_surface_get_data) \
  X(cairo_image_surface_get_stride) X(cairo_move_to) X(cairo_paint) X(cairo_rectangle) \
  X(cairo_scale) X(cairo_set_antialias) X(cairo_set_font_options) X(cairo_set_font_size) \
  X(cairo_set_line_width) X(cairo_set_source_rgb) X(cairo_show_text) X(cairo_stroke) \
  X(cairo_surface_destroy) X(cairo_surface_flush) X(cairo_surface_write_to_png) \
  X(g_memory_input_stream_new_from_bytes) X(g_object_unref) X(poppler_document_get_page) \
  X(poppler_document_new_from_stream) X(poppler_page_get_size) X(poppler_page_render)

/// A call jumps through an address of this package instead of one that the linker binds.
#define LOADED(name) extern __typeof__(name) name __asm__("loaded_" #name);
LOADED_DICTIONARY(LOADED)
LOADED_RECOGNITION(LOADED)
LOADED_RENDERING(LOADED)

#endif
