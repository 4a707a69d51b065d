#include "CFFmpegShims.h"

#include <libavutil/mem.h>
#include <libavutil/murmur3.h>

bool shopreel_murmur3(
  const uint8_t *head, size_t head_count, const uint8_t *bytes, size_t count, uint8_t *digest) {
  struct AVMurMur3 *state = av_murmur3_alloc();
  if (!state) return false;
  av_murmur3_init(state);
  av_murmur3_update(state, head, head_count);
  av_murmur3_update(state, bytes, count);
  av_murmur3_final(state, digest);
  av_free(state);
  return true;
}
