#ifndef PAGEDEVICE_H
#define PAGEDEVICE_H

#include <glib/poppler-features.h>
// The classes of poppler's core change from one version to the next.
#if POPPLER_MAJOR_VERSION != 22 || POPPLER_MINOR_VERSION != 12
#error "deliberations builds with poppler 22.12 (Debian 12); this is another version: see Sources/CPopplerCore"
#else
#define HAS_KNOWN_POPPLER 1

#include "CPopplerCore.h"
#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <OutputDev.h>
#include <UTF.h>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

/// Thrown through poppler where the time is over: its document must not be used again.
struct OutOfTime {};

/// Keeps what a page draws as flat arrays.
class PageDevice : public OutputDev {
public:
  bool (*isOutOfTime)(void *) = nullptr;
  void *context = nullptr;
  bool isCut = false;
  /// Whether nothing more of the page is kept.
  bool isFull = false;
  bool isLate = false;

  bool isTimeOver() { return isLate = isLate || isOutOfTime(context); }
  bool mustStop() { return isFull || isTimeOver(); }
  void clear(float width, float height);
  PCPage lend();

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void saveState(GfxState *) override {
    tick();
    if (++depth > mostStates) isCut = isFull = true;
  }
  void restoreState(GfxState *) override {
    --depth;
    isStyleKnown = false;
  }
  void updateCTM(GfxState *, double, double, double, double, double, double) override { isStyleKnown = false; }
  void updateFont(GfxState *) override { isStyleKnown = false; }
  void updateTextMat(GfxState *) override { isStyleKnown = false; }
  void updateRender(GfxState *) override { isStyleKnown = false; }
  void updateFillColor(GfxState *) override { isStyleKnown = false; }
  void updateStrokeColor(GfxState *) override { isStyleKnown = false; }
  void updateFillOpacity(GfxState *) override { isStyleKnown = false; }
  void updateLineWidth(GfxState *) override { isStyleKnown = false; }

  void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                CharCode code, int byteCount, const Unicode *unicode, int count) override;
  void beginActualText(GfxState *state, const GooString *text) override;
  void endActualText(GfxState *state) override;

  void stroke(GfxState *state) override;
  void fill(GfxState *state) override { fillPath(state, false); }
  void eoFill(GfxState *state) override { fillPath(state, true); }
  bool tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int,
                         int, double, double) override;
  bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
  bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
  bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return true; }
  bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }

  void drawImage(GfxState *state, Object *object, Stream *stream, int width, int height,
                 GfxImageColorMap *colours, bool interpolate, const int *mask, bool isInline) override {
    addImage(state, width, height);
    if (isInline) OutputDev::drawImage(state, object, stream, width, height, colours, interpolate, mask, isInline);
  }
  void drawImageMask(GfxState *state, Object *object, Stream *stream, int width, int height, bool invert,
                     bool interpolate, bool isInline) override {
    addImage(state, width, height);
    if (isInline) OutputDev::drawImageMask(state, object, stream, width, height, invert, interpolate, isInline);
  }

  void beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool, bool isMask) override {
    if (isMask || maskDepth) ++maskDepth;
  }
  void endTransparencyGroup(GfxState *) override {
    if (maskDepth) --maskDepth;
  }

private:
  static constexpr size_t mostCharacters = 1'000'000, mostAreas = 200'000, mostImages = 5'000;
  /// How many states may be saved at a time; each takes a kilobyte.
  static constexpr int mostStates = 50'000;
  /// A painted shape that is thinner, in points, is a line.
  static constexpr double thinnest = 3.5;

  /// What a closed path covers.
  struct Box {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    bool isRectangle = false, isClockwise = false;
    Box() = default;
    Box(GfxState *state, const GfxSubpath *path);
    double thickness() const { return std::min(x1 - x0, y1 - y0); }
    bool isInside(const Box &other) const {
      return x0 >= other.x0 && y0 >= other.y0 && x1 <= other.x1 && y1 <= other.y1;
    }
  };

  PCPage page{};
  std::vector<PCCharacter> characters;
  std::vector<PCStyle> styles;
  std::vector<std::shared_ptr<GfxFont>> fonts;
  std::vector<std::pair<std::unique_ptr<std::string>, PCFont>> names;
  std::vector<PCFont> lentFonts;
  std::vector<PCArea> areas;
  std::vector<PCImage> images;
  bool isStyleKnown = false;
  double ascent = 0, descent = 0;
  std::unique_ptr<GooString> actual;
  size_t firstActual = 0;
  /// How deep in a mask, whose content is not seen.
  int maskDepth = 0;
  int depth = 0;
  unsigned ticks = 0;

  void tick();
  uint16_t fontIndex(const std::shared_ptr<GfxFont> &font);
  void findStyle(GfxState *state);
  void add(double x, double y, double w, double h, const Unicode *unicode, int count);
  void paint(GfxState *state, double x0, double y0, double x1, double y1, uint32_t colour);
  void fillPath(GfxState *state, bool isEvenOdd);
  void addImage(GfxState *state, int width, int height);
};

#endif
#endif
