#include "CFFmpegShims.h"

bool shopreel_frame_set_quality(AVFrame *frame, int millionths) {
  AVFrameSideData *data = av_frame_new_side_data(
    frame, AV_FRAME_DATA_REGIONS_OF_INTEREST, sizeof(AVRegionOfInterest));
  if (!data) return false;
  *(AVRegionOfInterest *)data->data = (AVRegionOfInterest){
    .self_size = sizeof(AVRegionOfInterest),
    .bottom = frame->height,
    .right = frame->width,
    .qoffset = {millionths, 1000000},
  };
  return true;
}
