#include "CFFmpegShims.h"
#include "resample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct shopreel_resampler {
  bool plain;
  shopreel_axis across;
  shopreel_axis down;
};

static const shopreel_resample_loops plain_loops = {
  .packs = false, .across = shopreel_across_plain, .down = shopreel_down_plain};

void shopreel_across_plain(const uint8_t *row, int16_t *out, const shopreel_axis *axis) {
  const int taps = axis->taps, target = axis->stretch.target;
  for (int x = 0; x < target; x++) {
    const uint8_t *s = row + axis->first[x];
    const int16_t *w = axis->weights + (size_t)x * (size_t)axis->pitch;
    int sum = 128;
    for (int t = 0; t < taps; t++) sum += s[t] * w[t];
    out[x] = (int16_t)(sum >> 8);
  }
}

void shopreel_down_plain(
  const int16_t *const *rows, const int16_t *weights, int taps, uint8_t *out, int width) {
  enum { CHUNK = 256 };
  int sums[CHUNK];
  for (int start = 0; start < width; start += CHUNK) {
    const int count = width - start < CHUNK ? width - start : CHUNK;
    for (int x = 0; x < count; x++) sums[x] = 1 << 19;
    for (int t = 0; t < taps; t++) {
      const int16_t *row = rows[t] + start;
      const int weight = weights[t];
      for (int x = 0; x < count; x++) sums[x] += row[x] * weight;
    }
    for (int x = 0; x < count; x++) {
      const int value = sums[x] >> 20;
      out[start + x] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
    }
  }
}

/// Walks down the target, keeping as many stretched rows as one target row needs.
static bool resample(
  const shopreel_axis *across, const shopreel_axis *down, const shopreel_resample_loops *loops,
  const uint8_t *source, ptrdiff_t source_stride, uint8_t *target, ptrdiff_t target_stride) {
  const size_t padded = shopreel_padded(across->stretch.target), kept = (size_t)down->taps;
  int16_t *ring = malloc(padded * kept * sizeof(int16_t));
  const int16_t **rows = malloc((size_t)down->pitch * sizeof *rows);
  const bool ok = ring && rows;
  int done = ok ? down->first[0] : 0;
  for (int line = 0; ok && line < down->stretch.target; line++) {
    const int first = down->first[line], last = first + down->taps;
    for (done = done < first ? first : done; done < last; done++)
      loops->across(
        source + done * source_stride, ring + (size_t)done % kept * padded, across);
    for (int t = 0; t < down->pitch; t++) {
      const int row = t < down->taps ? first + t : first;
      rows[t] = ring + (size_t)row % kept * padded;
    }
    loops->down(
      rows, down->weights + (size_t)line * (size_t)down->pitch, down->pitch,
      target + line * target_stride, across->stretch.target);
  }
  free(rows);
  free(ring);
  return ok;
}

shopreel_resampler *shopreel_resampler_new(bool plain) {
  shopreel_resampler *resampler = calloc(1, sizeof *resampler);
  if (resampler) resampler->plain = plain;
  return resampler;
}

static void clear(shopreel_resampler *resampler) {
  shopreel_axis_clear(&resampler->across);
  shopreel_axis_clear(&resampler->down);
}

void shopreel_resampler_free(shopreel_resampler *resampler) {
  if (resampler) clear(resampler);
  free(resampler);
}

bool shopreel_resampler_run(
  shopreel_resampler *resampler, const uint8_t *source, ptrdiff_t source_stride, int source_width,
  int source_height, uint8_t *target, ptrdiff_t target_stride, int target_width,
  int target_height, double x, double y, double width, double height) {
  const int largest = 1 << 16;
  if (source_width < 1 || source_height < 1 || target_width < 1 || target_height < 1) return false;
  if (source_width > largest || source_height > largest) return false;
  if (target_width > largest || target_height > largest) return false;
  if (!isfinite(x) || !isfinite(y) || !isfinite(width) || !isfinite(height)) return false;
  if (width <= 0 || height <= 0) return false;
  shopreel_axis *across = &resampler->across, *down = &resampler->down;
  const shopreel_resample_loops *vector = shopreel_resample_vector_loops(), *loops = vector;
  if (resampler->plain || !vector) loops = &plain_loops;
  return shopreel_axis_prepare(
           across, (shopreel_stretch){source_width, target_width, x, width})
    && shopreel_axis_prepare(down, (shopreel_stretch){source_height, target_height, y, height})
    && (!loops->packs || shopreel_axis_pack(across))
    && resample(across, down, loops, source, source_stride, target, target_stride);
}

bool shopreel_resample_plane(
  const uint8_t *source, ptrdiff_t source_stride, int source_width, int source_height,
  uint8_t *target, ptrdiff_t target_stride, int target_width, int target_height,
  double x, double y, double width, double height) {
  shopreel_resampler resampler = {0};
  const bool ok = shopreel_resampler_run(
    &resampler, source, source_stride, source_width, source_height, target, target_stride,
    target_width, target_height, x, y, width, height);
  clear(&resampler);
  return ok;
}
