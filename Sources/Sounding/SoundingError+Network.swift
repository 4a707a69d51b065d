import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension SoundingError {
  /// A fault of the network, in words of ours.
  init(network error: any Error) {
    guard let error = error as? URLError else {
      self.init(.unreachable, "cannot be reached")
      return
    }
    switch error.code {
    case .timedOut: self.init(.timeout, "did not answer in time")
    case .cannotConnectToHost: self.init(.unreachable, "cannot be reached: is it running?")
    case .cannotFindHost, .dnsLookupFailed: self.init(.unreachable, "is a name that nobody knows")
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateNotYetValid, .serverCertificateHasUnknownRoot:
      self.init(.unreachable, "has no certificate that this machine trusts")
    case .networkConnectionLost, .badServerResponse, .cannotParseResponse, .zeroByteResource,
      .cannotDecodeRawData:
      self.init(.brokenOff, "broke off its answer")
    default: self.init(.brokenOff, "broke off (URL error \(error.code.rawValue))")
    }
  }
}
