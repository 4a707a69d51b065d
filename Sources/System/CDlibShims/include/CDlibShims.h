#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A face that looks towards the camera; edges as shares of the picture's width and height, 0…1.
typedef struct {
  float left, top, right, bottom;
  /// Above zero; about 0.5 and more for a plain one.
  float confidence;
} shopreel_face;

/// Finds faces in luma without padding, largest first; one is found from about an eighth of the
/// picture's longer side on. Safe on several threads at once.
/// Answers how many were written to `found`, at most `capacity`; 0 when the search fails.
int32_t shopreel_find_faces(
    const uint8_t *luma, int32_t width, int32_t height, shopreel_face *found, int32_t capacity);

#ifdef __cplusplus
}
#endif
