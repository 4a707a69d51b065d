#include "CFFmpegShims.h"

#include <libavutil/cpu.h>
#include <libavutil/display.h>
#include <libavutil/error.h>
#include <stdlib.h>

int64_t shopreel_no_timestamp(void) { return AV_NOPTS_VALUE; }
int shopreel_error_end(void) { return AVERROR_EOF; }
int shopreel_error_again(void) { return AVERROR(EAGAIN); }
int shopreel_error_invalid_data(void) { return AVERROR_INVALIDDATA; }

/// Reads the picture's turn and mirror off the matrix's signs; slanted matrices take the nearest.
static int orientation(const int32_t *matrix) {
  int64_t a = matrix[0], b = matrix[1], c = matrix[3], d = matrix[4];
  if (llabs(a) + llabs(d) >= llabs(b) + llabs(c)) {
    if (a == 0 && d == 0) return 0;
    if (a >= 0) return d >= 0 ? 1 : 4;
    return d >= 0 ? 2 : 3;
  }
  if (b >= 0) return c >= 0 ? 5 : 6;
  return c >= 0 ? 8 : 7;
}

int shopreel_stream_orientation(const AVStream *stream) {
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 102)
  const AVPacketSideData *data = av_packet_side_data_get(
    stream->codecpar->coded_side_data, stream->codecpar->nb_coded_side_data,
    AV_PKT_DATA_DISPLAYMATRIX);
  if (!data || data->size < 9 * sizeof(int32_t)) return 0;
  return orientation((const int32_t *)data->data);
#else
  size_t size = 0;
  const uint8_t *data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
  if (!data || size < 9 * sizeof(int32_t)) return 0;
  return orientation((const int32_t *)data);
#endif
}

bool shopreel_stream_set_rotation(AVStream *stream, int degrees) {
  const size_t size = 9 * sizeof(int32_t);
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 102)
  AVPacketSideData *data = av_packet_side_data_new(
    &stream->codecpar->coded_side_data, &stream->codecpar->nb_coded_side_data,
    AV_PKT_DATA_DISPLAYMATRIX, size, 0);
  uint8_t *matrix = data ? data->data : NULL;
#else
  uint8_t *matrix = av_stream_new_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, size);
#endif
  if (!matrix) return false;
  av_display_rotation_set((int32_t *)matrix, degrees);
  return true;
}

int shopreel_frame_orientation(const AVFrame *frame) {
  const AVFrameSideData *data = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
  if (!data || data->size < 9 * sizeof(int32_t)) return 0;
  return orientation((const int32_t *)data->data);
}

bool shopreel_frame_is_interlaced(const AVFrame *frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
  return frame->flags & AV_FRAME_FLAG_INTERLACED;
#else
  return frame->interlaced_frame;
#endif
}

void shopreel_frame_mark_progressive(AVFrame *frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 7, 100)
  frame->flags &= ~AV_FRAME_FLAG_INTERLACED;
#else
  frame->interlaced_frame = 0;
#endif
}

int64_t shopreel_frame_duration(const AVFrame *frame) {
#if LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(57, 30, 100)
  return frame->duration;
#else
  return frame->pkt_duration;
#endif
}

bool shopreel_has_avx512(void) {
#ifdef AV_CPU_FLAG_AVX512
  return av_get_cpu_flags() & AV_CPU_FLAG_AVX512;
#else
  return false;
#endif
}
