#include "PageDevice.h"

#if HAS_KNOWN_POPPLER
#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <list>
#include <optional>

/// An interpreter with its resources: pages that name the same ones share it, because their fonts
/// are otherwise made again for each page.
struct Interpreter {
  std::string resources;
  PDFRectangle box;
  int rotation;
  std::unique_ptr<Gfx> gfx;
};

struct PCDocument {
  GlobalParamsIniter parameters{[](ErrorCategory, Goffset, const char *) {}};
  std::unique_ptr<PDFDoc> file;
  PageDevice device;
  std::list<Interpreter> interpreters;
  bool isDead = false;
};

static constexpr size_t mostInterpreters = 4;

/// What tells resources apart: their names and what these refer to.
static bool describe(const Object &object, int depth, std::string &text) {
  if (text.size() > 20'000 || depth > 6) return false;
  if (object.isRef()) {
    text += std::to_string(object.getRefNum()) + ' ' + std::to_string(object.getRefGen()) + 'R';
  } else if (object.isDict()) {
    text += '<';
    for (int index = 0; index < object.dictGetLength(); ++index) {
      text += object.dictGetKey(index);
      text += ' ';
      if (!describe(object.dictGetValNF(index), depth + 1, text)) return false;
    }
    text += '>';
  } else if (object.isArray()) {
    text += '[';
    for (int index = 0; index < object.arrayGetLength(); ++index)
      if (!describe(object.arrayGetNF(index), depth + 1, text)) return false;
    text += ']';
  } else if (object.isName()) {
    text += object.getName();
    text += '/';
  } else if (object.isNum()) {
    text += std::to_string(object.getNum()) + ' ';
  } else {
    return false;
  }
  return true;
}

static Gfx *interpreter(PCDocument &document, Page &page, int number, bool (*abort)(void *)) {
  PDFRectangle box;
  bool isCropped = true;
  page.makeBox(72, 72, page.getRotate(), false, true, -1, -1, -1, -1, &box, &isCropped);
  std::string resources;
  bool isKnown = page.getResourceDict() && describe(*page.getResourceDictObject(), 0, resources);
  auto &all = document.interpreters;
  if (isKnown)
    for (auto &known : all)
      if (known.resources == resources && known.box == box && known.rotation == page.getRotate())
        return known.gfx.get();
  if (all.size() >= mostInterpreters) all.pop_front();
  auto gfx = std::make_unique<Gfx>(document.file.get(), &document.device, number, page.getResourceDict(), 72, 72,
                                   &box, isCropped ? page.getCropBox() : nullptr, page.getRotate(), abort,
                                   &document.device);
  all.push_back({isKnown ? resources : "?", box, page.getRotate(), std::move(gfx)});
  return all.back().gfx.get();
}

PCDocument *pc_open(const void *bytes, size_t count, const char *password, PCOpening *opening) {
  auto document = std::make_unique<PCDocument>();
  std::optional<GooString> secret;
  if (password) secret.emplace(password);
  try {
    auto stream = new MemStream(static_cast<const char *>(bytes), 0, Goffset(count), Object(objNull));
    document->file = std::make_unique<PDFDoc>(stream, secret, secret);
  } catch (...) {
    *opening = PCDamaged;
    return nullptr;
  }
  *opening = document->file->isOk()                            ? PCOpened
             : document->file->getErrorCode() == errEncrypted ? PCEncrypted
                                                               : PCDamaged;
  return *opening == PCOpened ? document.release() : nullptr;
}

void pc_close(PCDocument *document) {
  // What an exception has left half done must not be touched; the process ends soon.
  if (!document->isDead) delete document;
}

int32_t pc_page_count(PCDocument *document) { return document->file->getNumPages(); }

size_t pc_producer(PCDocument *document, uint8_t *name, size_t most) {
  auto text = document->file->getDocInfoProducer();
  if (!text) return 0;
  size_t count = std::min(most, size_t(text->getLength()));
  std::memcpy(name, text->c_str(), count);
  return count;
}

PCEnding pc_read(PCDocument *document, int32_t number, bool (*isOutOfTime)(void *), void *context,
                 PCPage *result) {
  PageDevice &device = document->device;
  device.isOutOfTime = isOutOfTime;
  device.context = context;
  device.clear(0, 0);
  *result = device.lend();
  if (document->isDead) return PCTimedOut;
  Page *page = document->file->getPage(number);
  if (!page || !page->isOk()) return PCUnreadable;
  try {
    bool isTurned = page->getRotate() % 180 != 0;
    device.clear(float(isTurned ? page->getCropHeight() : page->getCropWidth()),
                 float(isTurned ? page->getCropWidth() : page->getCropHeight()));
    Object contents = page->getContents();
    if (!contents.isNull()) {
      Gfx *gfx = interpreter(*document, *page, number, [](void *device) {
        return static_cast<PageDevice *>(device)->isTimeOver();
      });
      gfx->saveState();
      gfx->display(&contents);
      gfx->restoreState();
      // A page that leaves marked content open would hide the next one.
      static const char ends[] = "EMC EMC EMC EMC ";
      Object stream(static_cast<Stream *>(new MemStream(ends, 0, sizeof ends - 1, Object(objNull))));
      gfx->display(&stream);
    }
    *result = device.lend();
    return device.isLate ? PCTimedOut : device.isCut ? PCCut : PCWhole;
  } catch (const OutOfTime &) {
    document->isDead = true;
    return PCTimedOut;
  } catch (const std::exception &) {
    document->isDead = true;
    return PCUnreadable;
  }
}
#endif
