// The library's own settings come first: the detector needs no BLAS or LAPACK of ours to link.
#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK

#include "CDlibShims.h"

#include <algorithm>
#include <cmath>
#include <dlib/array2d.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_transforms.h>
#include <utility>
#include <vector>

/// Longer side of the searched picture, in pixels; the detector's window is 80 pixels wide.
static const double searched = 640;

int32_t shopreel_find_faces(
    const uint8_t *luma, int32_t width, int32_t height, shopreel_face *found, int32_t capacity) try {
  if (!luma || !found || width < 16 || height < 16 || width > 8192 || height > 8192) return 0;
  // Made once, half a second; a search changes it, so each thread has its own.
  static const dlib::frontal_face_detector original = dlib::get_frontal_face_detector();
  thread_local dlib::frontal_face_detector detector = original;

  dlib::array2d<uint8_t> picture(height, width);
  for (int32_t y = 0; y < height; y++)
    std::copy_n(luma + static_cast<int64_t>(y) * width, width, &picture[y][0]);
  const double factor = searched / std::max(width, height);
  dlib::array2d<uint8_t> fitted;
  if (factor < 0.9 || factor > 1.1) {
    fitted.set_size(
        std::max(16L, std::lround(height * factor)), std::max(16L, std::lround(width * factor)));
    dlib::resize_image(picture, fitted);
  } else {
    fitted.swap(picture);
  }
  std::vector<std::pair<double, dlib::rectangle>> faces;
  detector(fitted, faces, 0.0);
  std::sort(faces.begin(), faces.end(), [](const auto &a, const auto &b) {
    return a.second.area() > b.second.area();
  });
  int32_t count = 0;
  const auto share = [](long at, long side) {
    return static_cast<float>(std::clamp(static_cast<double>(at) / side, 0.0, 1.0));
  };
  for (const auto &[confidence, box] : faces) {
    if (count == capacity) break;
    found[count++] = {
        share(box.left(), fitted.nc()), share(box.top(), fitted.nr()),
        share(box.right() + 1, fitted.nc()), share(box.bottom() + 1, fitted.nr()),
        static_cast<float>(confidence)};
  }
  return count;
} catch (...) {
  return 0;
}
