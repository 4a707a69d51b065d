#include "CFFmpegShims.h"

void shopreel_premultiply(uint8_t *rgba, size_t pixels) {
  for (uint8_t *p = rgba, *end = rgba + pixels * 4; p < end; p += 4) {
    unsigned alpha = p[3];
    if (alpha == 255) continue;
    for (int i = 0; i < 3; i++) p[i] = (uint8_t)((p[i] * alpha + 127) / 255);
  }
}

void shopreel_unpremultiply(uint8_t *rgba, size_t pixels) {
  for (uint8_t *p = rgba, *end = rgba + pixels * 4; p < end; p += 4) {
    unsigned alpha = p[3];
    if (alpha == 255 || alpha == 0) continue;
    for (int i = 0; i < 3; i++) {
      unsigned value = (p[i] * 255 + alpha / 2) / alpha;
      p[i] = value > 255 ? 255 : (uint8_t)value;
    }
  }
}

void shopreel_flatten(
  uint8_t *rgba, ptrdiff_t stride, int width, int height, uint8_t red, uint8_t green,
  uint8_t blue) {
  const uint8_t under[3] = {red, green, blue};
  for (int y = 0; y < height; y++) {
    uint8_t *p = rgba + y * stride;
    for (int x = 0; x < width; x++, p += 4) {
      unsigned alpha = p[3];
      if (alpha == 255) continue;
      for (int i = 0; i < 3; i++)
        p[i] = (uint8_t)((p[i] * alpha + under[i] * (255 - alpha) + 127) / 255);
      p[3] = 255;
    }
  }
}
