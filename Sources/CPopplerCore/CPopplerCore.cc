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
#include <zlib.h>

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
  const char *bytes;
  Goffset count;
  std::optional<GooString> secret;
  std::unique_ptr<PDFDoc> file;
  PageDevice device;
  std::list<Interpreter> interpreters;

  PDFDoc &opened() {
    if (!file) {
      auto stream = new MemStream(bytes, 0, count, Object(objNull));
      file = std::make_unique<PDFDoc>(stream, secret, secret);
    }
    return *file;
  }

  /// Leaves behind what an exception has left half done: it must not be touched, and is opened again
  /// for the other pages.
  void abandon() {
    (void)file.release();
    for (auto &interpreter : interpreters) (void)interpreter.gfx.release();
    interpreters.clear();
  }
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

// MARK: - Content

/// A page whose content is longer when unpacked is read piece by piece.
static constexpr size_t mostUnpacked = 64'000'000;

/// Unpacks a stream behind the text of others; false where it is not packed by Flate alone, or badly.
static bool unpack(Stream *stream, std::string &text, PageDevice &device) {
  if (stream->getKind() != strFlate) return false;
  Dict *dict = stream->getDict();
  if (!dict || dict->hasKey("DecodeParms") || dict->hasKey("DP")) return false;
  Stream *packed = stream->getNextStream();
  if (!packed) return false;
  z_stream state{};
  if (inflateInit(&state) != Z_OK) return false;
  std::unique_ptr<z_stream, decltype(&inflateEnd)> owner(&state, inflateEnd);
  unsigned char in[1 << 14], out[1 << 16];
  packed->reset();
  int status = Z_OK;
  while (status == Z_OK) {
    if (state.avail_in == 0) {
      state.next_in = in;
      state.avail_in = uInt(std::max(0, packed->doGetChars(sizeof in, in)));
      if (state.avail_in == 0) return false;
    }
    state.next_out = out;
    state.avail_out = sizeof out;
    status = inflate(&state, Z_NO_FLUSH);
    text.append(reinterpret_cast<char *>(out), sizeof out - state.avail_out);
    if (text.size() > mostUnpacked || device.isTimeOver()) return false;
  }
  return status == Z_STREAM_END;
}

/// The content of a page in `text`: zlib unpacks it in a third of the time that poppler takes.
static Object unpacked(Object &&contents, std::string &text, PageDevice &device) {
  if (contents.isStream()) {
    if (!unpack(contents.getStream(), text, device)) return std::move(contents);
  } else if (contents.isArray()) {
    for (int index = 0; index < contents.arrayGetLength(); ++index) {
      Object part = contents.arrayGet(index);
      if (!part.isStream() || !unpack(part.getStream(), text, device)) return std::move(contents);
      // A stream ends its last word: "cm" and "q" of the next are two.
      text += '\n';
    }
  } else {
    return std::move(contents);
  }
  return Object(static_cast<Stream *>(new MemStream(text.data(), 0, Goffset(text.size()), Object(objNull))));
}

PCDocument *pc_open(const void *bytes, size_t count, const char *password, PCOpening *opening) {
  auto document = std::make_unique<PCDocument>();
  document->bytes = static_cast<const char *>(bytes);
  document->count = Goffset(count);
  if (password) document->secret.emplace(password);
  try {
    document->opened();
  } catch (...) {
    *opening = PCDamaged;
    return nullptr;
  }
  *opening = document->file->isOk()                            ? PCOpened
             : document->file->getErrorCode() == errEncrypted ? PCEncrypted
                                                               : PCDamaged;
  return *opening == PCOpened ? document.release() : nullptr;
}

void pc_close(PCDocument *document) { delete document; }

int32_t pc_page_count(PCDocument *document) { return document->opened().getNumPages(); }

size_t pc_producer(PCDocument *document, uint8_t *name, size_t most) {
  auto text = document->opened().getDocInfoProducer();
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
  try {
    Page *page = document->opened().getPage(number);
    if (!page || !page->isOk()) return PCUnreadable;
    bool isTurned = page->getRotate() % 180 != 0;
    device.clear(float(isTurned ? page->getCropHeight() : page->getCropWidth()),
                 float(isTurned ? page->getCropWidth() : page->getCropHeight()));
    std::string text;
    Object contents = unpacked(page->getContents(), text, device);
    if (!contents.isNull()) {
      Gfx *gfx = interpreter(*document, *page, number, [](void *device) {
        return static_cast<PageDevice *>(device)->mustStop();
      });
      gfx->saveState();
      // What the page leaves saved, or restores too often, is none of the next one.
      gfx->pushStateGuard();
      gfx->display(&contents);
      gfx->popStateGuard();
      gfx->restoreState();
      // A page that leaves marked content open would hide the next one.
      static const char ends[] = "EMC EMC EMC EMC ";
      Object stream(static_cast<Stream *>(new MemStream(ends, 0, sizeof ends - 1, Object(objNull))));
      gfx->display(&stream);
    }
    *result = device.lend();
    return device.isLate ? PCTimedOut : device.isCut ? PCCut : PCWhole;
  } catch (const OutOfTime &) {
    document->abandon();
    return PCTimedOut;
  } catch (const std::exception &) {
    document->abandon();
    return PCUnreadable;
  }
}
#endif
