#include "resample.h"

#if defined(__aarch64__)

#include <arm_neon.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

/// Four target samples' sums of products.
INLINE int32x4_t sums(
  const uint8_t *row, const shopreel_axis *axis, size_t x, size_t padded, int taps) {
  const uint8_t *from = row + axis->blocks.base[x / 4];
  const uint8x16_t shuffle = vld1q_u8(axis->blocks.shuffle + x * 4);
  const int16_t *pairs = axis->blocks.pairs + x * 2;
  int32x4_t sum = vdupq_n_s32(128);
  for (int t = 0; t < taps; t += 2, pairs += padded * 2) {
    const int16x8_t samples = vreinterpretq_s16_u8(vqtbl1q_u8(vld1q_u8(from + t), shuffle));
    const int16x8_t weights = vld1q_s16(pairs);
    sum = vaddq_s32(
      sum, vpaddq_s32(
             vmull_s16(vget_low_s16(samples), vget_low_s16(weights)),
             vmull_high_s16(samples, weights)));
  }
  return sum;
}

INLINE void across_taps(const uint8_t *row, int16_t *out, const shopreel_axis *axis, int taps) {
  const size_t target = (size_t)axis->stretch.target;
  const size_t padded = shopreel_padded(axis->stretch.target);
  for (size_t x = 0; x < target; x += 8) {
    const int16x4_t low = vshrn_n_s32(sums(row, axis, x, padded, taps), 8);
    vst1q_s16(out + x, vshrn_high_n_s32(low, sums(row, axis, x + 4, padded, taps), 8));
  }
}

static void across(const uint8_t *row, int16_t *out, const shopreel_axis *axis) {
  if (!axis->blocks.base) return shopreel_across_plain(row, out, axis);
  if (axis->taps == 4) return across_taps(row, out, axis, 4);
  if (axis->taps == 6) return across_taps(row, out, axis, 6);
  across_taps(row, out, axis, axis->taps);
}

/// Eight target samples.
INLINE uint8x8_t column(
  const int16_t *const *rows, const int16_t *weights, int taps, size_t x) {
  int32x4_t low = vdupq_n_s32(1 << 19), high = low;
  for (int t = 0; t < taps; t++) {
    const int16x8_t row = vld1q_s16(rows[t] + x);
    low = vmlal_n_s16(low, vget_low_s16(row), weights[t]);
    high = vmlal_high_n_s16(high, row, weights[t]);
  }
  // Sums stay below 2^30, so that their high halves tell all of a shift by 20.
  const int16x8_t halves = vcombine_s16(vshrn_n_s32(low, 16), vshrn_n_s32(high, 16));
  return vqmovun_s16(vshrq_n_s16(halves, 4));
}

INLINE void down_taps(
  const int16_t *const *rows, const int16_t *weights, int taps, uint8_t *out, size_t width) {
  for (size_t x = 0; x < width; x += 8) {
    const uint8x8_t bytes = column(rows, weights, taps, x);
    if (width - x >= 8) {
      vst1_u8(out + x, bytes);
    } else {
      uint8_t rest[8];
      vst1_u8(rest, bytes);
      memcpy(out + x, rest, width - x);
    }
  }
}

static void down(
  const int16_t *const *rows, const int16_t *weights, int taps, uint8_t *out, int width) {
  if (taps == 4) return down_taps(rows, weights, 4, out, (size_t)width);
  if (taps == 6) return down_taps(rows, weights, 6, out, (size_t)width);
  down_taps(rows, weights, taps, out, (size_t)width);
}

const shopreel_resample_loops *shopreel_resample_vector_loops(void) {
  static const shopreel_resample_loops loops = {.packs = true, .across = across, .down = down};
  return &loops;
}

#endif
