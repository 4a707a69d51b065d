#pragma once
// ZXing speaks C++ only: what Swift calls stands in CZXingShims.
