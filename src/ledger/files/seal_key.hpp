// SPDX-License-Identifier: Apache-2.0
// The SM2 key that signs checkpoints (GM/T 0003, user id 1234567812345678), and the file it is kept in.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ankao::ledger {

class SealKey {
public:
  /// The key in `folder`, made there with mode 0600 when there is none yet; "" makes one that lives as long as the object.
  /// std::runtime_error when the file cannot be read or is no key: a log must not go on under another key by accident.
  explicit SealKey(const std::string& folder);
  ~SealKey();
  SealKey(SealKey&&) noexcept;

  /// 65 bytes, 04 x y.
  const std::string& point() const { return point_; }
  /// "ankao-ledger/" and the beginning of SM3 of the point.
  const std::string& origin() const { return origin_; }
  /// DER.
  std::string sign(std::string_view text) const;

private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  std::string point_;
  std::string origin_;
};

std::string origin_of(std::string_view point);
/// False for anything that is no signature, too.
bool verify_seal(std::string_view point, std::string_view text, std::string_view signature);
/// The public key as other programs read it (SubjectPublicKeyInfo, PEM).
std::string public_pem(std::string_view point);

} // namespace ankao::ledger
