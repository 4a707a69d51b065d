#include "CFFmpegShims.h"

#include <math.h>
#include <stdlib.h>

/// Weights of one axis: for each target sample a first source index and `taps` weights of 1/16384.
typedef struct {
  int taps;
  int *first;
  int16_t *weights;
} axis;

static double cubic(double x) {
  x = fabs(x);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

static int clamp(int value, int low, int high) {
  return value < low ? low : value > high ? high : value;
}

/// Rounds the weights so that they add up to 16384 exactly.
static void quantize(const double *exact, int16_t *weights, int taps) {
  double sum = 0;
  int total = 0, largest = 0;
  for (int i = 0; i < taps; i++) sum += exact[i];
  for (int i = 0; i < taps; i++) {
    weights[i] = (int16_t)lrint(exact[i] / sum * 16384);
    total += weights[i];
    if (weights[i] > weights[largest]) largest = i;
  }
  weights[largest] += (int16_t)(16384 - total);
}

static bool make_axis(axis *out, int source, int target, double start, double extent) {
  double step = extent / target, widen = step > 1 ? step : 1;
  int taps = (int)ceil(2 * widen) * 2;
  if (taps > source) taps = source;
  out->taps = taps;
  out->first = malloc(sizeof(int) * (size_t)target);
  out->weights = malloc(sizeof(int16_t) * (size_t)target * (size_t)taps);
  double *exact = malloc(sizeof(double) * (size_t)taps);
  bool ok = out->first && out->weights && exact;
  for (int i = 0; ok && i < target; i++) {
    double centre = start + (i + 0.5) * step - 0.5;
    int first = clamp((int)floor(centre) - taps / 2 + 1, 0, source - taps);
    double sum = 0;
    for (int t = 0; t < taps; t++) sum += exact[t] = cubic((first + t - centre) / widen);
    if (fabs(sum) < 1e-6) exact[clamp((int)lrint(centre) - first, 0, taps - 1)] = 1;
    out->first[i] = first;
    quantize(exact, out->weights + (size_t)i * (size_t)taps, taps);
  }
  free(exact);
  return ok;
}

static void free_axis(axis *a) {
  free(a->first);
  free(a->weights);
}

/// One row shrunk or stretched sideways, in 1/64 of a level.
static void sideways(const uint8_t *row, int16_t *out, int width, const axis *a) {
  const int taps = a->taps;
  if (taps == 4) {
    for (int x = 0; x < width; x++) {
      const uint8_t *s = row + a->first[x];
      const int16_t *w = a->weights + x * 4;
      out[x] = (int16_t)((s[0] * w[0] + s[1] * w[1] + s[2] * w[2] + s[3] * w[3] + 128) >> 8);
    }
    return;
  }
  for (int x = 0; x < width; x++) {
    const uint8_t *s = row + a->first[x];
    const int16_t *w = a->weights + (size_t)x * (size_t)taps;
    int sum = 128;
    for (int t = 0; t < taps; t++) sum += s[t] * w[t];
    out[x] = (int16_t)(sum >> 8);
  }
}

static void downwards(
  const int16_t *rows, int width, const int16_t *weights, int taps, int *sums, uint8_t *out) {
  for (int x = 0; x < width; x++) sums[x] = 1 << 19;
  for (int t = 0; t < taps; t++) {
    const int16_t *row = rows + (size_t)t * (size_t)width;
    const int weight = weights[t];
    for (int x = 0; x < width; x++) sums[x] += row[x] * weight;
  }
  for (int x = 0; x < width; x++) out[x] = (uint8_t)clamp(sums[x] >> 20, 0, 255);
}

bool shopreel_resample_plane(
  const uint8_t *source, ptrdiff_t source_stride, int source_width, int source_height,
  uint8_t *target, ptrdiff_t target_stride, int target_width, int target_height,
  double x, double y, double width, double height) {
  if (source_width < 1 || source_height < 1 || target_width < 1 || target_height < 1) return false;
  if (!(width > 0) || !(height > 0)) return false;
  axis across = {0}, down = {0};
  bool ok = make_axis(&across, source_width, target_width, x, width)
    && make_axis(&down, source_height, target_height, y, height);
  size_t samples = (size_t)target_width * (size_t)source_height;
  int16_t *rows = ok ? malloc(sizeof(int16_t) * samples) : NULL;
  int *sums = ok ? malloc(sizeof(int) * (size_t)target_width) : NULL;
  ok = rows && sums;
  int done = ok ? down.first[0] : 0;
  for (int line = 0; ok && line < target_height; line++) {
    int first = down.first[line], last = first + down.taps;
    if (done < first) done = first;
    for (; done < last; done++)
      sideways(
        source + done * source_stride, rows + (size_t)done * (size_t)target_width, target_width,
        &across);
    downwards(
      rows + (size_t)first * (size_t)target_width, target_width,
      down.weights + (size_t)line * (size_t)down.taps, down.taps, sums,
      target + line * target_stride);
  }
  free(rows);
  free(sums);
  free_axis(&across);
  free_axis(&down);
  return ok;
}
