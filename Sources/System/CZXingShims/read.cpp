#include "CZXingShims.h"

#include <ZXing/ReadBarcode.h>
#include <algorithm>

#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;  // before 2.2
#endif

int32_t shopreel_read_qr(
    const uint8_t *luma, int32_t width, int32_t height, shopreel_qr *found, int32_t capacity) try {
  Options options;
  options.setFormats(ZXing::BarcodeFormat::QRCode);
  options.setTryHarder(true);
  options.setTryRotate(true);
  options.setTryDownscale(true);
  options.setMaxNumberOfSymbols(static_cast<uint8_t>(std::clamp(capacity, 1, 255)));
  const ZXing::ImageView view(luma, width, height, ZXing::ImageFormat::Lum);
  int32_t count = 0;
  for (const auto &code : ZXing::ReadBarcodes(view, options)) {
    const auto &bytes = code.bytes();
    if (!code.isValid() || bytes.size() > SHOPREEL_QR_TEXT || count == capacity) continue;
    shopreel_qr &target = found[count++];
    target.length = static_cast<int32_t>(bytes.size());
    std::copy(bytes.begin(), bytes.end(), target.text);
    target.orientation = code.orientation();
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
