#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { SHOPREEL_QR_TEXT = 64 };

/// Ways to look at a picture; they add up.
enum {
  /// One threshold for the whole picture, not one for every neighbourhood.
  SHOPREEL_QR_ONE_THRESHOLD = 1,
  /// Light codes on dark.
  SHOPREEL_QR_INVERTED = 2,
};

/// A QR code that was read in a picture.
typedef struct {
  /// Bytes of `text`, which holds the first 64 of a longer one.
  int32_t length;
  /// Whether the picture shows the code as a mirror does.
  int32_t mirrored;
  /// x and y of the corners: upper left, upper right, lower right, lower left of the code itself.
  int32_t corners[8];
  uint8_t text[SHOPREEL_QR_TEXT];
} shopreel_qr;

/// Reads QR codes in luma without padding. Answers how many were written to `found`, at most `capacity`.
int32_t shopreel_read_qr(
    const uint8_t *luma, int32_t width, int32_t height, int32_t ways, shopreel_qr *found,
    int32_t capacity);

#ifdef __cplusplus
}
#endif
