/// Reads the content of PDF pages once, through the interpreter of poppler's core.
///
/// All places are points from the top left of the page as it is shown. What a page holds is lent
/// until the next page is read.
#ifndef CPOPPLERCORE_H
#define CPOPPLERCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct PCDocument PCDocument;

/// How a file was opened.
typedef enum { PCOpened, PCEncrypted, PCDamaged } PCOpening;

/// How the reading of a page ended.
typedef enum {
  PCWhole,
  /// The page cannot be read, or not to its end.
  PCUnreadable,
  /// The page holds more than is kept: what came later is lost.
  PCCut,
  /// The time was over.
  PCTimedOut
} PCEnding;

/// A character that is drawn.
typedef struct {
  /// From the ascent to the descent of its font, and as wide as it moves the next one.
  float x0, y0, x1, y1;
  uint32_t scalar;
  /// The index of its style among those of the page.
  uint32_t style;
} PCCharacter;

/// What characters look like that follow one another.
typedef struct {
  /// In points.
  float size;
  /// 0xRRGGBB.
  uint32_t colour;
  /// The index of the font among those of the page.
  uint16_t font;
  /// Quarter turns clockwise; 4 for text that runs askew.
  uint8_t turn;
  bool isInvisible;
  /// Filled and stroked with a line that makes the letters bolder.
  bool isOutlined;
  /// Slanted by its matrix.
  bool isSkewed;
} PCStyle;

/// A font, its name without the prefix of a subset.
typedef struct {
  const char *name;
  bool isBold;
  bool isSlanted;
} PCFont;

/// A rectangle that is painted, or a straight stroke along an axis as the rectangle that it covers,
/// in the order of painting.
typedef struct {
  float x0, y0, x1, y1;
  /// 0xRRGGBB.
  uint32_t colour;
} PCArea;

/// An image.
typedef struct {
  float x0, y0, x1, y1;
  /// In pixels.
  int32_t width, height;
} PCImage;

/// What a page holds.
typedef struct {
  float width, height;
  const PCCharacter *characters;
  size_t characterCount;
  const PCStyle *styles;
  size_t styleCount;
  const PCFont *fonts;
  size_t fontCount;
  const PCArea *areas;
  size_t areaCount;
  const PCImage *images;
  size_t imageCount;
  /// Characters whose meaning the file does not tell.
  size_t unmappedCount;
  /// Curves and slanted lines: drawings, or letters that are drawn.
  size_t curveCount;
} PCPage;

/// Opens the bytes of a file, which must live as long as the document; NULL without a password.
PCDocument *pc_open(const void *bytes, size_t count,
                              const char *password, PCOpening *opening);

/// Closes a document.
void pc_close(PCDocument *document);

int32_t pc_page_count(PCDocument *document);

/// Writes the name of the program that made the file, in UTF-16 or Latin-1, and returns its length
/// in bytes.
size_t pc_producer(PCDocument *document, uint8_t *name, size_t most);

/// Reads a page, from 1; `isOutOfTime` is asked now and then.
PCEnding pc_read(PCDocument *document, int32_t page, bool (*isOutOfTime)(void *),
                 void *context, PCPage *result);

#ifdef __cplusplus
}
#endif
#endif
