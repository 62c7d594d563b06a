#include "PageDevice.h"

#if HAS_KNOWN_POPPLER
#include <algorithm>
#include <cmath>

static uint32_t rgb(const GfxRGB &colour, double opacity) {
  auto part = [opacity](GfxColorComp value) {
    return uint32_t(std::clamp(255 * (1 - opacity + opacity * colToDbl(value)), 0.0, 255.0));
  };
  return part(colour.r) << 16 | part(colour.g) << 8 | part(colour.b);
}

/// Whether a number is a place: a damaged file draws at places that no page has, some of them no
/// numbers. Within a million points, arithmetic on places is safe for whoever reads them.
static bool isPlace(float number) { return std::fabs(number) <= 1e6f; }

void PageDevice::clear(float width, float height) {
  page = PCPage{};
  page.width = isPlace(width) ? width : 0;
  page.height = isPlace(height) ? height : 0;
  characters.clear();
  styles.clear();
  fonts.clear();
  names.clear();
  areas.clear();
  images.clear();
  isStyleKnown = isCut = isFull = false;
  actual = nullptr;
  maskDepth = depth = 0;
}

void PageDevice::tick() {
  if (++ticks % 4096 == 0 && isTimeOver()) throw OutOfTime();
}

// MARK: - Characters

uint16_t PageDevice::fontIndex(const std::shared_ptr<GfxFont> &font) {
  for (size_t index = 0; index < fonts.size(); ++index)
    if (fonts[index] == font) return uint16_t(index);
  if (fonts.size() > 0xFFF0) return 0;
  fonts.push_back(font);
  PCFont known{};
  std::string name = font && font->getName() ? font->getNameWithoutSubsetTag() : "";
  auto has = [&name](std::initializer_list<const char *> marks) {
    return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return name.find(mark) != name.npos; });
  };
  known.isBold = has({"Bold", "bold", "BOLD", "Black", "Heavy", "Demi"}) ||
                 (font && (font->isBold() || font->getWeight() >= GfxFont::W600));
  known.isSlanted = has({"Italic", "italic", "Oblique", "oblique"}) || (font && font->isItalic());
  names.push_back({std::make_unique<std::string>(std::move(name)), known});
  return uint16_t(fonts.size() - 1);
}

/// The size of a font; that of a Type 3 font is guessed from the width of its letters, because its
/// units are its own.
static double fontSize(GfxState *state) {
  double size = state->getTransformedFontSize();
  auto font = state->getFont().get();
  if (!font || font->getType() != fontType3) return size;
  auto letters = static_cast<Gfx8BitFont *>(font);
  double wide = 0, letter = 0, any = 0;
  for (int code = 0; code < 256; ++code) {
    auto name = letters->getCharName(code);
    double width = letters->getWidth(uint8_t(code));
    if (!name || width <= 0) continue;
    any = width;
    if (!name[0] || name[1]) continue;
    if (name[0] == 'm') wide = width;
    if (!letter && std::isalpha(uint8_t(name[0]))) letter = width;
  }
  size *= wide ? wide / 0.6 : letter ? letter / 0.5 : any ? any / 0.5 : 1;
  auto matrix = font->getFontMatrix();
  return matrix[0] ? size * std::fabs(matrix[3] / matrix[0]) : size;
}

void PageDevice::findStyle(GfxState *state) {
  isStyleKnown = true;
  double m[4];
  state->getFontTransMat(&m[0], &m[1], &m[2], &m[3]);
  auto font = state->getFont();
  if (font && font->getType() == fontType3) {
    auto f = font->getFontMatrix();
    double t[4] = {f[0] * m[0] + f[1] * m[2], f[0] * m[1] + f[1] * m[3],
                   f[2] * m[0] + f[3] * m[2], f[2] * m[1] + f[3] * m[3]};
    std::copy(t, t + 4, m);
  }
  PCStyle style;
  std::memset(&style, 0, sizeof style);
  bool isUpright = std::fabs(m[0] * m[3]) > std::fabs(m[1] * m[2]);
  style.turn = isUpright ? (m[0] > 0 || m[3] < 0 ? 0 : 2) : (m[2] > 0 ? 1 : 3);
  double along = std::max(std::fabs(m[0]), std::fabs(m[1]));
  if (std::min(std::fabs(m[0]), std::fabs(m[1])) > 0.1 * along) style.turn = 4;
  if (font && font->getWMode() && style.turn < 4) style.turn = (style.turn + 1) & 3;
  style.isSkewed = isUpright && std::fabs(m[2]) > 0.1 * std::fabs(m[3]);
  style.size = float(fontSize(state));
  style.font = fontIndex(font);
  int mode = state->getRender() & 3;
  style.isInvisible = mode == 3;
  style.isOutlined = mode == 2 && state->getTransformedLineWidth() > 0.01 * style.size;
  GfxRGB colour;
  mode == 1 ? state->getStrokeRGB(&colour) : state->getFillRGB(&colour);
  style.colour = rgb(colour, mode == 1 ? state->getStrokeOpacity() : state->getFillOpacity());
  ascent = font ? font->getAscent() * style.size : 0.95 * style.size;
  descent = font ? font->getDescent() * style.size : -0.35 * style.size;
  if (ascent == descent) ascent = descent + 1;
  if (styles.empty() || std::memcmp(&styles.back(), &style, sizeof style)) styles.push_back(style);
}

void PageDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double, double,
                          CharCode code, int, const Unicode *unicode, int count) {
  tick();
  if (maskDepth) return;
  if (!isStyleKnown) findStyle(state);
  double spacing = state->getCharSpace() + (code == ' ' ? state->getWordSpace() : 0), sx, sy;
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &sx, &sy);
  double x1, y1, w, h;
  state->transform(x, y, &x1, &y1);
  state->transformDelta(dx - sx, dy - sy, &w, &h);
  if (!(x1 + w >= 0 && x1 <= page.width && y1 + h >= 0 && y1 <= page.height)) return;
  if (count == 0) ++page.unmappedCount;
  add(x1, y1, w, h, unicode, count);
}

void PageDevice::add(double x, double y, double w, double h, const Unicode *unicode, int count) {
  if (characters.size() + size_t(count) > mostCharacters) {
    isCut = isFull = true;
    return;
  }
  for (int index = 0; index < count; ++index) {
    double xa = x + w * index / count, xb = x + w * (index + 1) / count;
    double ya = y + h * index / count, yb = y + h * (index + 1) / count;
    switch (styles.back().turn) {
    case 0: ya = y - ascent, yb = y - descent; break;
    case 1: xa = x + descent, xb = x + ascent; break;
    case 2: ya = y + descent, yb = y + ascent; break;
    case 3: xa = x - ascent, xb = x - descent; break;
    }
    characters.push_back({float(std::min(xa, xb)), float(std::min(ya, yb)), float(std::max(xa, xb)),
                          float(std::max(ya, yb)), unicode[index], uint32_t(styles.size() - 1)});
  }
}

void PageDevice::beginActualText(GfxState *, const GooString *text) {
  actual.reset(text ? text->copy() : nullptr);
  firstActual = characters.size();
}

/// Puts what a span says in the place of what it draws, where that stands on one line.
void PageDevice::endActualText(GfxState *) {
  std::unique_ptr<GooString> text(actual.release());
  if (!text || firstActual >= characters.size()) return;
  PCCharacter box = characters[firstActual];
  for (size_t index = firstActual; index < characters.size(); ++index) {
    const auto &next = characters[index];
    if (std::fabs(next.y0 - box.y0) > 0.5 * (box.y1 - box.y0)) return;
    box.x0 = std::min(box.x0, next.x0);
    box.x1 = std::max(box.x1, next.x1);
  }
  Unicode *unicode = nullptr;
  int count = TextStringToUCS4(text->toStr(), &unicode);
  std::unique_ptr<Unicode, decltype(&gfree)> owner(unicode, gfree);
  bool isSame = size_t(count) == characters.size() - firstActual;
  for (int index = 0; isSame && index < count; ++index)
    isSame = characters[firstActual + size_t(index)].scalar == unicode[index];
  if (isSame || size_t(count) > mostCharacters - firstActual) return;
  characters.resize(firstActual);
  for (int index = 0; index < count; ++index) {
    PCCharacter next = box;
    next.scalar = unicode[index];
    next.x0 = box.x0 + (box.x1 - box.x0) * float(index) / float(count);
    next.x1 = box.x0 + (box.x1 - box.x0) * float(index + 1) / float(count);
    characters.push_back(next);
  }
}

// MARK: - Lines and areas

void PageDevice::paint(GfxState *state, double x0, double y0, double x1, double y1, uint32_t colour) {
  double left, top, right, bottom;
  state->getClipBBox(&left, &top, &right, &bottom);
  PCArea area{float(std::max(left, std::min(x0, x1))), float(std::max(top, std::min(y0, y1))),
              float(std::min(right, std::max(x0, x1))), float(std::min(bottom, std::max(y0, y1))), colour};
  if (!(area.x0 <= area.x1 && area.y0 <= area.y1)) return;
  if (areas.size() < mostAreas)
    areas.push_back(area);
  else
    isCut = true;
}

void PageDevice::stroke(GfxState *state) {
  tick();
  if (maskDepth || state->getStrokeOpacity() < 0.05) return;
  GfxRGB colour;
  state->getStrokeRGB(&colour);
  uint32_t shade = rgb(colour, state->getStrokeOpacity());
  // The thinnest line that a device can draw is seen.
  double half = std::max(state->getTransformedLineWidth(), 0.1) / 2;
  const GfxPath *path = state->getPath();
  for (int place = 0; place < path->getNumSubpaths(); ++place) {
    const GfxSubpath *line = path->getSubpath(place);
    for (int index = 1; index < line->getNumPoints(); ++index) {
      tick();
      if (line->getCurve(index)) {
        ++page.curveCount;
        continue;
      }
      double x0, y0, x1, y1;
      state->transform(line->getX(index - 1), line->getY(index - 1), &x0, &y0);
      state->transform(line->getX(index), line->getY(index), &x1, &y1);
      if (std::fabs(y1 - y0) <= 0.3)
        paint(state, x0, y0 - half, x1, y1 + half, shade);
      else if (std::fabs(x1 - x0) <= 0.3)
        paint(state, x0 - half, y0, x1 + half, y1, shade);
      else
        ++page.curveCount;
    }
  }
}

void PageDevice::fillPath(GfxState *state, bool isEvenOdd) {
  tick();
  if (maskDepth || state->getFillOpacity() < 0.05) return;
  GfxRGB colour;
  state->getFillRGB(&colour);
  uint32_t shade = rgb(colour, state->getFillOpacity());
  const GfxPath *path = state->getPath();
  Box outer;
  for (int place = 0; place < path->getNumSubpaths(); ++place) {
    tick();
    Box box(state, path->getSubpath(place));
    if (!box.isRectangle && box.thickness() > thinnest) {
      page.curveCount += size_t(path->getSubpath(place)->getNumPoints());
      continue;
    }
    bool isHole = place > 0 && (isEvenOdd || box.isClockwise != outer.isClockwise) && box.isInside(outer);
    // What is seen through the hole of a frame is most often white.
    paint(state, box.x0, box.y0, box.x1, box.y1, isHole ? 0xFFFFFF : shade);
    if (!isHole) outer = box;
  }
}

bool PageDevice::tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int,
                                   int, int, int, double, double) {
  if (maskDepth) return true;
  double x0, y0, x1, y1;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  // A hatched area is a ground, a hatched line is a line.
  paint(state, x0, y0, x1, y1, std::min(x1 - x0, y1 - y0) > thinnest ? 0xF0F0F0 : 0x808080);
  return true;
}

PageDevice::Box::Box(GfxState *state, const GfxSubpath *path) {
  int count = path->getNumPoints();
  double turn = 0, lastX = 0, lastY = 0;
  isRectangle = count >= 4 && count <= 5;
  for (int index = 0; index < count; ++index) {
    double x, y;
    state->transform(path->getX(index), path->getY(index), &x, &y);
    if (index == 0) x0 = x1 = x, y0 = y1 = y;
    if (path->getCurve(index)) isRectangle = false;
    if (index > 0) {
      if (std::min(std::fabs(x - lastX), std::fabs(y - lastY)) > 0.3) isRectangle = false;
      turn += lastX * y - x * lastY;
    }
    x0 = std::min(x0, x), x1 = std::max(x1, x), y0 = std::min(y0, y), y1 = std::max(y1, y);
    lastX = x, lastY = y;
  }
  isClockwise = turn > 0;
}

// MARK: - Images

void PageDevice::addImage(GfxState *state, int width, int height) {
  if (maskDepth || images.size() >= mostImages) return;
  double x0, y0, x1, y1;
  state->transform(0, 0, &x0, &y0);
  state->transform(1, 1, &x1, &y1);
  images.push_back({float(std::min(x0, x1)), float(std::min(y0, y1)), float(std::max(x0, x1)),
                    float(std::max(y0, y1)), width, height});
}

template <class Box> static void dropPlaceless(std::vector<Box> &boxes) {
  auto isPlaceless = [](const Box &box) {
    return !(isPlace(box.x0) && isPlace(box.y0) && isPlace(box.x1) && isPlace(box.y1));
  };
  boxes.erase(std::remove_if(boxes.begin(), boxes.end(), isPlaceless), boxes.end());
}

PCPage PageDevice::lend() {
  dropPlaceless(characters);
  dropPlaceless(areas);
  dropPlaceless(images);
  for (auto &style : styles)
    if (!isPlace(style.size)) style.size = 0;
  lentFonts.clear();
  for (const auto &font : names) {
    lentFonts.push_back(font.second);
    lentFonts.back().name = font.first->c_str();
  }
  page.characters = characters.data(), page.characterCount = characters.size();
  page.styles = styles.data(), page.styleCount = styles.size();
  page.fonts = lentFonts.data(), page.fontCount = lentFonts.size();
  page.areas = areas.data(), page.areaCount = areas.size();
  page.images = images.data(), page.imageCount = images.size();
  return page;
}
#endif
