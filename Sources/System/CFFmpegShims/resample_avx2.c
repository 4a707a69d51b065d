#include "resample.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2")))
#define INLINE static inline __attribute__((always_inline))

/// Eight target samples' sums of products.
AVX2 INLINE __m256i sums(
  const uint8_t *row, const shopreel_axis *axis, size_t x, size_t padded, int taps) {
  const uint8_t *left = row + axis->blocks.base[x / 4];
  const uint8_t *right = row + axis->blocks.base[x / 4 + 1];
  const __m256i shuffle =
    _mm256_loadu_si256((const __m256i *)(const void *)(axis->blocks.shuffle + x * 4));
  const int16_t *pairs = axis->blocks.pairs + x * 2;
  __m256i sum = _mm256_set1_epi32(128);
  for (int t = 0; t < taps; t += 2, pairs += padded * 2) {
    const __m128i low = _mm_loadu_si128((const __m128i *)(const void *)(left + t));
    const __m128i high = _mm_loadu_si128((const __m128i *)(const void *)(right + t));
    const __m256i samples =
      _mm256_shuffle_epi8(_mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1), shuffle);
    const __m256i weights = _mm256_loadu_si256((const __m256i *)(const void *)pairs);
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(samples, weights));
  }
  return _mm256_srai_epi32(sum, 8);
}

AVX2 INLINE void across_taps(
  const uint8_t *row, int16_t *out, const shopreel_axis *axis, int taps) {
  const size_t target = (size_t)axis->stretch.target;
  const size_t padded = shopreel_padded(axis->stretch.target);
  for (size_t x = 0; x < target; x += 16) {
    const __m256i packed = _mm256_packs_epi32(
      sums(row, axis, x, padded, taps), sums(row, axis, x + 8, padded, taps));
    _mm256_storeu_si256(
      (__m256i *)(void *)(out + x), _mm256_permute4x64_epi64(packed, 0xD8));
  }
}

AVX2 static void across(const uint8_t *row, int16_t *out, const shopreel_axis *axis) {
  if (!axis->blocks.base) return shopreel_across_plain(row, out, axis);
  if (axis->taps == 4) return across_taps(row, out, axis, 4);
  if (axis->taps == 6) return across_taps(row, out, axis, 6);
  across_taps(row, out, axis, axis->taps);
}

/// 16 target samples as 16-bit numbers, not yet held to 0…255.
AVX2 INLINE __m256i column(
  const int16_t *const *rows, const int16_t *weights, int taps, size_t x) {
  __m256i low = _mm256_set1_epi32(1 << 19), high = low;
  for (int t = 0; t < taps; t += 2) {
    int pair;
    memcpy(&pair, weights + t, sizeof pair);
    const __m256i weight = _mm256_set1_epi32(pair);
    const __m256i a = _mm256_loadu_si256((const __m256i *)(const void *)(rows[t] + x));
    const __m256i b = _mm256_loadu_si256((const __m256i *)(const void *)(rows[t + 1] + x));
    low = _mm256_add_epi32(low, _mm256_madd_epi16(_mm256_unpacklo_epi16(a, b), weight));
    high = _mm256_add_epi32(high, _mm256_madd_epi16(_mm256_unpackhi_epi16(a, b), weight));
  }
  return _mm256_packs_epi32(_mm256_srai_epi32(low, 20), _mm256_srai_epi32(high, 20));
}

AVX2 INLINE void down_taps(
  const int16_t *const *rows, const int16_t *weights, int taps, uint8_t *out, size_t width) {
  for (size_t x = 0; x < width; x += 32) {
    const __m256i packed = _mm256_packus_epi16(
      column(rows, weights, taps, x), column(rows, weights, taps, x + 16));
    const __m256i bytes = _mm256_permute4x64_epi64(packed, 0xD8);
    if (width - x >= 32) {
      _mm256_storeu_si256((__m256i *)(void *)(out + x), bytes);
    } else {
      uint8_t rest[32];
      _mm256_storeu_si256((__m256i *)(void *)rest, bytes);
      memcpy(out + x, rest, width - x);
    }
  }
}

AVX2 static void down(
  const int16_t *const *rows, const int16_t *weights, int taps, uint8_t *out, int width) {
  if (taps == 4) return down_taps(rows, weights, 4, out, (size_t)width);
  if (taps == 6) return down_taps(rows, weights, 6, out, (size_t)width);
  down_taps(rows, weights, taps, out, (size_t)width);
}

const shopreel_resample_loops *shopreel_resample_vector_loops(void) {
  static const shopreel_resample_loops loops = {.packs = true, .across = across, .down = down};
  return __builtin_cpu_supports("avx2") ? &loops : NULL;
}

#elif !defined(__aarch64__)

const shopreel_resample_loops *shopreel_resample_vector_loops(void) { return NULL; }

#endif
