#pragma once

#include <stddef.h>
#include <stdint.h>

/// Opaque SHA-256 state over libavutil's implementation.
typedef struct AVSHA shopreel_sha256;

/// Returns a fresh SHA-256 state, or NULL when memory is out.
shopreel_sha256 *shopreel_sha256_new(void);
void shopreel_sha256_update(shopreel_sha256 *state, const uint8_t *bytes, size_t count);
/// Writes the 32-byte digest and frees the state.
void shopreel_sha256_finish(shopreel_sha256 *state, uint8_t *digest);
