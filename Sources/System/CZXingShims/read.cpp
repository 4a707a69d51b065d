#include "CZXingShims.h"

#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <vector>

#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#define SHOPREEL_HAS_INVERT 1
#else
using Options = ZXing::DecodeHints;  // before 2.2
#define SHOPREEL_HAS_INVERT 0
#endif

int32_t shopreel_read_qr(
    const uint8_t *luma, int32_t width, int32_t height, int32_t ways, shopreel_qr *found,
    int32_t capacity) try {
  Options options;
  options.setFormats(ZXing::BarcodeFormat::QRCode);
  options.setTryHarder(true);
  options.setTryRotate(true);
  options.setTryDownscale(true);
#if SHOPREEL_HAS_INVERT
  options.setTryInvert(false);  // asked for by `ways`, in every version alike
#endif
  if (ways & SHOPREEL_QR_ONE_THRESHOLD) options.setBinarizer(ZXing::Binarizer::GlobalHistogram);
  options.setMaxNumberOfSymbols(static_cast<uint8_t>(std::clamp(capacity, 1, 255)));
  std::vector<uint8_t> inverted;
  if (ways & SHOPREEL_QR_INVERTED) {
    inverted.assign(luma, luma + static_cast<size_t>(width) * height);
    for (auto &level : inverted) level = 255 - level;
    luma = inverted.data();
  }
  const ZXing::ImageView view(luma, width, height, ZXing::ImageFormat::Lum);
  int32_t count = 0;
  for (const auto &code : ZXing::ReadBarcodes(view, options)) {
    const auto &bytes = code.bytes();
    if (count == capacity) break;
    if (!code.isValid()) continue;
    shopreel_qr &target = found[count++];
    target.length = static_cast<int32_t>(std::min<size_t>(bytes.size(), SHOPREEL_QR_TEXT));
    std::copy_n(bytes.begin(), target.length, target.text);
    target.mirrored = code.isMirrored();
    const auto position = code.position();
    for (int corner = 0; corner < 4; corner++) {
      target.corners[corner * 2] = position[corner].x;
      target.corners[corner * 2 + 1] = position[corner].y;
    }
  }
  return count;
} catch (...) {
  return 0;
}
