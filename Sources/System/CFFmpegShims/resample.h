#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Rows of intermediate samples are padded to whole vectors of this many samples.
enum { SHOPREEL_LANES = 32 };

/// What an axis is computed from.
typedef struct {
  int source;
  int target;
  double start;
  double extent;
} shopreel_stretch;

/// Weights of one axis: for each target sample a first source index and `taps` weights of 1/16384.
typedef struct {
  shopreel_stretch stretch;
  /// Source samples that make one target sample.
  int taps;
  /// Weights from one target sample to the next: taps, rounded up to even, the last one 0 then.
  int pitch;
  int *first;
  int16_t *weights;
  /// The same for vector units, four target samples a block; NULL where an axis does not suit.
  struct {
    /// First of the 16 source samples that a block loads, for the first pair of taps.
    int *base;
    /// 16 byte indices a block: where the two samples of each target sample's pair lie.
    uint8_t *shuffle;
    /// For each pair of taps, two weights for every target sample of the padded row.
    int16_t *pairs;
  } blocks;
} shopreel_axis;

/// Makes the axis fit the stretch, if it does not already; false when memory is out.
bool shopreel_axis_prepare(shopreel_axis *axis, shopreel_stretch stretch);
/// Adds what vector units need; false when memory is out.
bool shopreel_axis_pack(shopreel_axis *axis);
void shopreel_axis_clear(shopreel_axis *axis);

static inline size_t shopreel_padded(int samples) {
  return ((size_t)samples + SHOPREEL_LANES - 1) / SHOPREEL_LANES * SHOPREEL_LANES;
}

/// The inner loops, one set for each kind of processor; all give equal bytes.
typedef struct {
  bool packs;
  /// One row shrunk or stretched sideways, in 1/64 of a level.
  void (*across)(const uint8_t *row, int16_t *out, const shopreel_axis *axis);
  /// One row out of several, weighted; `taps` is even.
  void (*down)(
    const int16_t *const *rows, const int16_t *weights, int taps, uint8_t *out, int width);
} shopreel_resample_loops;

void shopreel_across_plain(const uint8_t *row, int16_t *out, const shopreel_axis *axis);
void shopreel_down_plain(
  const int16_t *const *rows, const int16_t *weights, int taps, uint8_t *out, int width);

/// The loops of this processor's vector unit, or NULL when it has none that we know.
const shopreel_resample_loops *shopreel_resample_vector_loops(void);
