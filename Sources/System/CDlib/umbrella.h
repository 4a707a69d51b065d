// dlib is C++: CDlibShims includes its headers, this module links it.
