#include "CFFmpegShims.h"

#include <string.h>

// Plain loops on 16-bit and 32-bit lanes that compilers turn into vector code by themselves, built
// a second time for AVX2 on x86-64. All arithmetic is whole numbers: equal bytes everywhere.

#define INLINE static inline __attribute__((always_inline))

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))
/// Calls a loop's AVX2 build where the processor has it.
#define DISPATCH(loop, ...)                      \
  if (__builtin_cpu_supports("avx2")) {          \
    loop##_avx2(__VA_ARGS__);                    \
  } else {                                       \
    loop##_plain(__VA_ARGS__);                   \
  }
#else
#define DISPATCH(loop, ...) loop##_plain(__VA_ARGS__)
#endif

// Sixteen samples at a time, in whatever registers the processor has.
enum { LANES = 16 };
typedef uint8_t lanes8 __attribute__((vector_size(LANES)));
typedef uint16_t lanes16 __attribute__((vector_size(LANES * 2)));
typedef uint32_t lanes32 __attribute__((vector_size(LANES * 4)));

#define WIDE16(lanes) __builtin_convertvector(lanes, lanes16)
#define WIDE32(lanes) __builtin_convertvector(lanes, lanes32)

INLINE lanes8 load(const uint8_t *from) {
  lanes8 lanes;
  memcpy(&lanes, from, LANES);
  return lanes;
}

/// Fewer samples than lanes, by pieces from both ends that may overlap; the count is not 0.
INLINE lanes8 load_ends(const uint8_t *from, size_t count) {
  uint8_t lanes[LANES] = {0};
  if (count >= 8) {
    memcpy(lanes, from, 8);
    memcpy(lanes + 8, from + count - 8, 8);
  } else if (count >= 4) {
    memcpy(lanes, from, 4);
    memcpy(lanes + 4, from + count - 4, 4);
  } else {
    lanes[0] = from[0];
    lanes[1] = from[count / 2];
    lanes[2] = from[count - 1];
  }
  return load(lanes);
}

/// Puts the lanes back where `load_ends` found them.
INLINE void store_ends(uint8_t *to, lanes8 held, size_t count) {
  uint8_t lanes[LANES];
  memcpy(lanes, &held, LANES);
  if (count >= 8) {
    memcpy(to, lanes, 8);
    memcpy(to + count - 8, lanes + 8, 8);
  } else if (count >= 4) {
    memcpy(to, lanes, 4);
    memcpy(to + count - 4, lanes + 4, 4);
  } else {
    to[0] = lanes[0];
    to[count / 2] = lanes[1];
    to[count - 1] = lanes[2];
  }
}

/// What is above 255, which a broken layer can reach, becomes 255.
INLINE lanes8 laid(lanes8 ground, lanes8 value, lanes8 below, uint32_t opacity) {
  // Below 65536 at every step; the second line is a division by 255.
  const lanes16 product = WIDE16(ground) * WIDE16(below) + 127;
  lanes16 sum = WIDE16(value) + ((product + 1 + (product >> 8)) >> 8);
  if (opacity < 256) {
    const lanes32 mixed = WIDE32(sum) * opacity + WIDE32(ground) * (256 - opacity) + 128;
    sum = WIDE16(mixed >> 8);
  }
  return __builtin_convertvector(sum | (lanes16)(sum > 255), lanes8);
}

/// `below` is ignored where nothing of the ground shows.
INLINE void lay(
  uint8_t *target, const uint8_t *values, const uint8_t *below, size_t count, uint32_t opacity,
  bool is_opaque) {
  const lanes8 none = {0};
  if (count < LANES) {
    const lanes8 weights = is_opaque ? none : load_ends(below, count);
    store_ends(
      target, laid(load_ends(target, count), load_ends(values, count), weights, opacity), count);
    return;
  }
  // The last block overlaps the one before: it is computed from the ground as it was.
  const size_t last = count - LANES;
  const lanes8 end = laid(
    load(target + last), load(values + last), is_opaque ? none : load(below + last), opacity);
  for (size_t i = 0; i < last; i += LANES) {
    const lanes8 held =
      laid(load(target + i), load(values + i), is_opaque ? none : load(below + i), opacity);
    memcpy(target + i, &held, LANES);
  }
  memcpy(target + last, &end, LANES);
}

INLINE void blend_plain(
  uint8_t *target, const uint8_t *values, const uint8_t *below, size_t count) {
  lay(target, values, below, count, 256, false);
}

INLINE void fade_plain(
  uint8_t *target, const uint8_t *values, const uint8_t *below, size_t count, uint32_t opacity) {
  if (below) {
    lay(target, values, below, count, opacity, false);
  } else {
    lay(target, values, NULL, count, opacity, true);
  }
}

INLINE uint32_t pixel(const uint8_t *rgba) {
  uint32_t value;
  memcpy(&value, rgba, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  value = __builtin_bswap32(value);
#endif
  return value;
}

INLINE void luma_plain(
  const uint8_t *restrict rgba, size_t count, uint8_t *restrict values, uint8_t *restrict below) {
  for (size_t i = 0; i < count; i++) {
    const uint32_t p = pixel(rgba + i * 4), alpha = p >> 24;
    // BT.709: 16 + 219 × (0.2126 R + 0.7152 G + 0.0722 B), in 16.16 fixed point.
    const uint32_t y =
      (11966 * (p & 255) + 40254 * (p >> 8 & 255) + 4064 * (p >> 16 & 255) + 32768) >> 16;
    const uint32_t black = ((16 * alpha + 127) * 0x8081) >> 23;
    values[i] = (uint8_t)(alpha ? y + black : 0);
    below[i] = (uint8_t)(255 - alpha);
  }
}

/// A quarter of a sum that stands for 0…1020, held to a byte.
INLINE uint8_t quarter(int32_t sum) {
  const int32_t value = (sum + 2) >> 2;
  return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

/// Division by 65536 towards zero.
INLINE int32_t whole(int32_t value) { return (value + (value >> 31 & 65535)) >> 16; }

INLINE void chroma_plain(
  const uint8_t *restrict upper, const uint8_t *restrict lower, size_t count,
  uint8_t *restrict blue, uint8_t *restrict red, uint8_t *restrict below) {
  const uint32_t every_other = 0x00FF00FF;
  for (size_t i = 0; i < count; i++) {
    const uint32_t a = pixel(upper + i * 8), b = pixel(upper + i * 8 + 4);
    const uint32_t c = pixel(lower + i * 8), d = pixel(lower + i * 8 + 4);
    const uint32_t red_blue =
      (a & every_other) + (b & every_other) + (c & every_other) + (d & every_other);
    const uint32_t green_alpha = (a >> 8 & every_other) + (b >> 8 & every_other)
      + (c >> 8 & every_other) + (d >> 8 & every_other);
    const int32_t r = (int32_t)(red_blue & 65535), bl = (int32_t)(red_blue >> 16);
    const int32_t g = (int32_t)(green_alpha & 65535);
    const uint32_t alpha = green_alpha >> 16;
    // BT.709 limited range: 128 + 224 × difference, over the sum of four pixels.
    const int32_t middle = (int32_t)(alpha * 526345 >> 20);
    const int32_t u = whole(-6596 * r - 22189 * g + 28784 * bl) + middle;
    const int32_t v = whole(28784 * r - 26145 * g - 2639 * bl) + middle;
    blue[i] = alpha > 3 ? quarter(u) : 0;
    red[i] = alpha > 3 ? quarter(v) : 0;
    below[i] = (uint8_t)(255 - (alpha >> 2));
  }
}

#if defined(__x86_64__)
AVX2 static void blend_avx2(
  uint8_t *target, const uint8_t *values, const uint8_t *below, size_t count) {
  blend_plain(target, values, below, count);
}
AVX2 static void fade_avx2(
  uint8_t *target, const uint8_t *values, const uint8_t *below, size_t count, uint32_t opacity) {
  fade_plain(target, values, below, count, opacity);
}
AVX2 static void luma_avx2(
  const uint8_t *restrict rgba, size_t count, uint8_t *restrict values, uint8_t *restrict below) {
  luma_plain(rgba, count, values, below);
}
AVX2 static void chroma_avx2(
  const uint8_t *restrict upper, const uint8_t *restrict lower, size_t count,
  uint8_t *restrict blue, uint8_t *restrict red, uint8_t *restrict below) {
  chroma_plain(upper, lower, count, blue, red, below);
}
#endif

void shopreel_blend_row(
  uint8_t *target, const uint8_t *values, const uint8_t *below, size_t count, int opacity) {
  const uint32_t share = opacity < 0 ? 0 : opacity > 256 ? 256 : (uint32_t)opacity;
  if (share == 0 || count == 0) return;
  if (!below && share == 256) {
    memcpy(target, values, count);
  } else if (share == 256) {
    DISPATCH(blend, target, values, below, count);
  } else {
    DISPATCH(fade, target, values, below, count, share);
  }
}

void shopreel_overlay_luma(const uint8_t *rgba, size_t count, uint8_t *values, uint8_t *below) {
  DISPATCH(luma, rgba, count, values, below);
}

void shopreel_overlay_chroma(
  const uint8_t *upper, const uint8_t *lower, size_t count, uint8_t *blue, uint8_t *red,
  uint8_t *below) {
  DISPATCH(chroma, upper, lower, count, blue, red, below);
}

size_t shopreel_run(const uint8_t *bytes, size_t count, uint8_t value) {
  const uint64_t eight = value * 0x0101010101010101u;
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    uint64_t word;
    memcpy(&word, bytes + i, 8);
    if (word != eight) break;
  }
  while (i < count && bytes[i] == value) i++;
  return i;
}

void shopreel_covered(const uint8_t *rgba, size_t count, size_t *first, size_t *end) {
  size_t from = 0, to = count;
  while (from < to && rgba[from * 4 + 3] == 0) from++;
  while (to > from && rgba[to * 4 - 1] == 0) to--;
  *first = from;
  *end = to;
}
