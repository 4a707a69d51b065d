#include "CFFmpegShims.h"

#include <libavutil/mem.h>
#include <libavutil/sha.h>

shopreel_sha256 *shopreel_sha256_new(void) {
  struct AVSHA *state = av_sha_alloc();
  if (state && av_sha_init(state, 256) < 0) av_freep(&state);
  return state;
}

void shopreel_sha256_update(shopreel_sha256 *state, const uint8_t *bytes, size_t count) {
  av_sha_update(state, bytes, count);
}

void shopreel_sha256_finish(shopreel_sha256 *state, uint8_t *digest) {
  av_sha_final(state, digest);
  av_free(state);
}
