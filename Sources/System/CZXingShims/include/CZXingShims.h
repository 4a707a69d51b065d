#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { SHOPREEL_QR_TEXT = 64 };

/// A QR code that was read in a picture.
typedef struct {
  /// Bytes of `text`.
  int32_t length;
  /// Clockwise degrees by which the code is turned, -180…180.
  int32_t orientation;
  /// x and y of the corners: upper left, upper right, lower right, lower left of the code itself.
  int32_t corners[8];
  uint8_t text[SHOPREEL_QR_TEXT];
} shopreel_qr;

/// Reads QR codes in luma without padding; codes with more than 64 bytes are left out.
/// Answers how many were written to `found`, at most `capacity`.
int32_t shopreel_read_qr(
    const uint8_t *luma, int32_t width, int32_t height, shopreel_qr *found, int32_t capacity);

#ifdef __cplusplus
}
#endif
