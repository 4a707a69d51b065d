#include "CFFmpegShims.h"

#include <libavutil/log.h>
#include <stdio.h>
#include <string.h>

enum { capacity = 1024, longest_line = 256 };

static _Thread_local char captured[capacity];
static _Thread_local size_t length;
static _Thread_local int print_prefix = 1;

/// Copies a line without its ` @ 0x…` address and without control characters.
static void append(const char *line) {
  if (length && length + 2 < capacity) {
    captured[length++] = ';';
    captured[length++] = ' ';
  }
  while (*line && length + 1 < capacity) {
    if (!strncmp(line, " @ 0x", 5)) {
      line += 5;
      while (strchr("0123456789abcdefABCDEF", *line) && *line) line++;
      continue;
    }
    if ((unsigned char)*line >= 32) captured[length++] = *line;
    line++;
  }
  captured[length] = 0;
}

static void capture(void *source, int level, const char *format, va_list arguments) {
  if (level > AV_LOG_ERROR) return;
  char line[longest_line];
  av_log_format_line2(source, level, format, arguments, line, sizeof line, &print_prefix);
  if (length + longest_line < capacity) append(line);
}

void shopreel_log_install(void) { av_log_set_callback(capture); }

void shopreel_log_clear(void) {
  length = 0;
  captured[0] = 0;
  print_prefix = 1;
}

const char *shopreel_log_text(void) { return captured; }
