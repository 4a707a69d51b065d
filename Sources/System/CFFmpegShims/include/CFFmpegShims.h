#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>

/// Opaque SHA-256 state over libavutil's implementation.
typedef struct AVSHA shopreel_sha256;

/// Returns a fresh SHA-256 state, or NULL when memory is out.
shopreel_sha256 *shopreel_sha256_new(void);
void shopreel_sha256_update(shopreel_sha256 *state, const uint8_t *bytes, size_t count);
/// Writes the 32-byte digest and frees the state.
void shopreel_sha256_finish(shopreel_sha256 *state, uint8_t *digest);

/// Writes the 16-byte MurmurHash3 of a head followed by bytes; false when memory is out.
bool shopreel_murmur3(
  const uint8_t *head, size_t head_count, const uint8_t *bytes, size_t count, uint8_t *digest);

// Constants that are macros beyond Swift's importer.

int64_t shopreel_no_timestamp(void);
int shopreel_error_end(void);
int shopreel_error_again(void);
int shopreel_error_invalid_data(void);

// Fields that moved between FFmpeg 5.1 and 9.

/// Orientation of a stream by its display matrix, in EXIF's numbers 1 to 8; 0 when it says none.
int shopreel_stream_orientation(const AVStream *stream);
/// Gives a stream a display matrix that turns it clockwise by degrees for display; false when memory
/// is out.
bool shopreel_stream_set_rotation(AVStream *stream, int degrees);
/// Orientation of a decoded picture by its display matrix, 1 to 8; 0 when it says none.
int shopreel_frame_orientation(const AVFrame *frame);
bool shopreel_frame_is_interlaced(const AVFrame *frame);
/// Duration in units of the stream's time base; 0 when unknown.
int64_t shopreel_frame_duration(const AVFrame *frame);
void shopreel_frame_mark_progressive(AVFrame *frame);
/// Asks for another quality of a whole picture: millionths of the encoder's quantizer range, below
/// zero for finer. Returns false when memory is out.
bool shopreel_frame_set_quality(AVFrame *frame, int millionths);

/// Whether this processor has AVX-512.
bool shopreel_has_avx512(void);

// Memory.

/// Keeps freed blocks of a picture's size for the next picture: by default glibc gives each back,
/// and the kernel clears every page of the next.
void shopreel_keep_large_blocks(void);

// Log capture: nothing reaches stderr; errors of the calling thread are kept.

/// Routes FFmpeg's log into the capture, once a process.
void shopreel_log_install(void);
/// Forgets the calling thread's captured lines.
void shopreel_log_clear(void);
/// The calling thread's first error lines since the last clear, addresses dropped.
const char *shopreel_log_text(void);

// Sampling.

/// Resamples the window (x, y, width, height; in samples, fractions allowed) of an 8-bit plane
/// into the whole of another, with a cubic kernel widened when shrinking. Equal bytes on every
/// processor. Returns false when memory is out, a side is below 1 or beyond 65536, or the window
/// is empty or not finite.
bool shopreel_resample_plane(
  const uint8_t *source, ptrdiff_t source_stride, int source_width, int source_height,
  uint8_t *target, ptrdiff_t target_stride, int target_width, int target_height,
  double x, double y, double width, double height);

/// Keeps the weights of the last plane, for planes of one geometry in a row. For one thread.
typedef struct shopreel_resampler shopreel_resampler;

/// Returns a fresh resampler, or NULL when memory is out. A plain one leaves vector units alone.
shopreel_resampler *shopreel_resampler_new(bool plain);
void shopreel_resampler_free(shopreel_resampler *resampler);
/// As shopreel_resample_plane.
bool shopreel_resampler_run(
  shopreel_resampler *resampler, const uint8_t *source, ptrdiff_t source_stride, int source_width,
  int source_height, uint8_t *target, ptrdiff_t target_stride, int target_width,
  int target_height, double x, double y, double width, double height);

/// Multiplies colours by alpha, in place.
void shopreel_premultiply(uint8_t *rgba, size_t pixels);
/// Divides colours by alpha, in place.
void shopreel_unpremultiply(uint8_t *rgba, size_t pixels);
/// Lays straight-alpha RGBA over one colour, in place.
void shopreel_flatten(
  uint8_t *rgba, ptrdiff_t stride, int width, int height, uint8_t red, uint8_t green, uint8_t blue);

// Overlays: planes of BT.709 limited range, premultiplied, each sample with what shows from below.

/// Lays a row on a target in place: value + ground × below / 255, mixed with the ground by an
/// opacity of 0 to 256. `below` is NULL where nothing of the ground shows.
void shopreel_blend_row(
  uint8_t *target, const uint8_t *values, const uint8_t *below, size_t count, int opacity);
/// A row of premultiplied RGBA as luma; samples that are transparent get value 0 and below 255.
void shopreel_overlay_luma(const uint8_t *rgba, size_t count, uint8_t *values, uint8_t *below);
/// Two rows of `count` pairs of premultiplied RGBA as blue and red difference.
void shopreel_overlay_chroma(
  const uint8_t *upper, const uint8_t *lower, size_t count, uint8_t *blue, uint8_t *red,
  uint8_t *below);
/// How many bytes from the start hold the value.
size_t shopreel_run(const uint8_t *bytes, size_t count, uint8_t value);
/// The first pixel of a row of RGBA that is not transparent, and the one after the last; equal
/// where there is none.
void shopreel_covered(const uint8_t *rgba, size_t count, size_t *first, size_t *end);
