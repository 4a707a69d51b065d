#pragma once
// dlib speaks C++ only: what Swift calls stands in CDlibShims, which links it.
