#include "resample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Fused multiply-add would round differently from one processor to the next.
#pragma STDC FP_CONTRACT OFF

static double cubic(double x) {
  x = fabs(x);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

static double bound(double value, double low, double high) {
  return value < low ? low : value > high ? high : value;
}

/// The nearest whole number, halves to even, for |value| < 2^51.
static double nearest(double value) {
  const double shift = 0x1.8p52;
  return (value + shift) - shift;
}

/// Rounds the weights so that they add up to 16384 exactly.
static void quantize(const double *exact, double sum, int16_t *weights, int taps) {
  int total = 0, largest = 0;
  for (int i = 0; i < taps; i++) {
    weights[i] = (int16_t)nearest(exact[i] / sum * 16384);
    total += weights[i];
    if (weights[i] > weights[largest]) largest = i;
  }
  weights[largest] += (int16_t)(16384 - total);
}

static bool compute(shopreel_axis *axis) {
  const shopreel_stretch s = axis->stretch;
  const double step = s.extent / s.target;
  // Beyond 1024 the rounded weights would no longer carry the sum.
  const double widen = bound(step, 1, 1024);
  axis->taps = (int)fmin(ceil(2 * widen) * 2, s.source);
  axis->pitch = (axis->taps + 1) & ~1;
  const size_t target = (size_t)s.target, taps = (size_t)axis->taps;
  axis->first = malloc(sizeof(int) * target);
  axis->weights = calloc(target * (size_t)axis->pitch, sizeof(int16_t));
  double *exact = malloc(sizeof(double) * taps);
  const bool ok = axis->first && axis->weights && exact;
  for (size_t i = 0; ok && i < target; i++) {
    const double centre = bound(s.start + ((double)i + 0.5) * step - 0.5, -0.5, s.source - 0.5);
    const int first =
      (int)bound(floor(centre) - axis->taps / 2 + 1, 0, s.source - axis->taps);
    double sum = 0;
    for (int t = 0; t < axis->taps; t++) sum += exact[t] = cubic((first + t - centre) / widen);
    axis->first[i] = first;
    quantize(exact, sum, axis->weights + i * (size_t)axis->pitch, axis->taps);
  }
  free(exact);
  return ok;
}

bool shopreel_axis_prepare(shopreel_axis *axis, shopreel_stretch stretch) {
  const shopreel_stretch *old = &axis->stretch;
  if (axis->first && old->source == stretch.source && old->target == stretch.target
      && old->start == stretch.start && old->extent == stretch.extent)
    return true;
  shopreel_axis_clear(axis);
  axis->stretch = stretch;
  if (compute(axis)) return true;
  shopreel_axis_clear(axis);
  return false;
}

/// Lays the weights out pair by pair, each pair for the whole padded row.
static void pack_pairs(shopreel_axis *axis, size_t padded) {
  for (size_t i = 0; i < (size_t)axis->stretch.target; i++) {
    const int16_t *weights = axis->weights + i * (size_t)axis->pitch;
    for (int t = 0; t < axis->taps; t++)
      axis->blocks.pairs[((size_t)(t / 2) * padded + i) * 2 + (size_t)(t & 1)] = weights[t];
  }
}

/// Finds where each block loads; false where its samples lie further apart than one load reaches.
static bool pack_blocks(shopreel_axis *axis) {
  const int target = axis->stretch.target, furthest = axis->stretch.source - 14 - axis->taps;
  for (int i = 0; i < target; i += 4) {
    const int base = axis->first[i] < furthest ? axis->first[i] : furthest;
    axis->blocks.base[i / 4] = base;
    for (int j = 0; j < 4 && i + j < target; j++) {
      const int offset = axis->first[i + j] - base;
      if (offset > 14) return false;
      uint8_t *shuffle = axis->blocks.shuffle + (size_t)i * 4 + (size_t)j * 4;
      shuffle[0] = (uint8_t)offset;
      shuffle[2] = (uint8_t)(offset + 1);
    }
  }
  return true;
}

static void clear_blocks(shopreel_axis *axis) {
  free(axis->blocks.base);
  free(axis->blocks.shuffle);
  free(axis->blocks.pairs);
  memset(&axis->blocks, 0, sizeof axis->blocks);
}

bool shopreel_axis_pack(shopreel_axis *axis) {
  // Every load of 16 samples must end inside the row.
  if (axis->blocks.base || axis->taps % 2 || axis->stretch.source < axis->taps + 14) return true;
  const size_t padded = shopreel_padded(axis->stretch.target);
  axis->blocks.base = calloc(padded / 4, sizeof(int));
  axis->blocks.shuffle = malloc(padded * 4);
  axis->blocks.pairs = calloc(padded, (size_t)axis->taps * sizeof(int16_t));
  const bool ok = axis->blocks.base && axis->blocks.shuffle && axis->blocks.pairs;
  // Index 0x80 gives 0 on every processor: the high halves stay empty.
  if (ok) memset(axis->blocks.shuffle, 0x80, padded * 4);
  if (ok && pack_blocks(axis)) {
    pack_pairs(axis, padded);
  } else {
    clear_blocks(axis);
  }
  return ok;
}

void shopreel_axis_clear(shopreel_axis *axis) {
  free(axis->first);
  free(axis->weights);
  clear_blocks(axis);
  memset(axis, 0, sizeof *axis);
}
