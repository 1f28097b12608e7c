// SPDX-License-Identifier: Apache-2.0
#include "ledger/files/seal_key.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <botan/auto_rng.h>
#include <botan/base64.h>
#include <botan/pubkey.h>
#include <botan/sm2.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <stdexcept>

#include "base/sm3.hpp"

namespace ankao::ledger {
namespace {

constexpr const char* k_file = "ledger.key";
constexpr const char* k_head = "ankao ledger key 1\n";
constexpr const char* k_scheme = "1234567812345678,SM3";
// SubjectPublicKeyInfo before the point: id-ecPublicKey, sm2p256v1. Botan would name its own algorithm, which OpenSSL rejects.
constexpr const char* k_pem_prefix = "3059301306072a8648ce3d020106082a811ccf5501822d034200";

const Botan::EC_Group& group() {
  static const Botan::EC_Group curve("sm2p256v1");
  return curve;
}

std::string hex_of(const Botan::BigInt& number) {
  const auto bytes = Botan::BigInt::encode_1363(number, 32);
  return to_hex(bytes.data(), bytes.size());
}

Botan::BigInt read_key(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const std::string_view head = k_head;
  const auto secret = text.starts_with(head) && text.size() == head.size() + 65 && text.back() == '\n' ? digest_from_hex(std::string_view(text).substr(head.size(), 64)) : std::nullopt;
  if (!in || !secret) throw std::runtime_error("台账密钥文件不可用，请从备份恢复 · the ledger's key file cannot be used, restore it from a backup: " + path.string());
  return Botan::BigInt(secret->data(), secret->size());
}

/// False when another process was faster.
bool write_key(const std::filesystem::path& path, const std::string& text) {
  const std::string made = path.string() + "." + std::to_string(::getpid());
  const int file = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("无法写入台账密钥 · the ledger's key cannot be written: " + made);
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  const bool first = written && ::link(made.c_str(), path.c_str()) == 0;
  ::unlink(made.c_str());
  if (!written) throw std::runtime_error("无法写入台账密钥 · the ledger's key cannot be written: " + made);
  return first;
}

Botan::BigInt open_key(const std::string& folder, Botan::RandomNumberGenerator& chance) {
  const auto fresh = [&] { return Botan::BigInt::random_integer(chance, 1, group().get_order() - 1); };
  if (folder.empty()) return fresh();
  const auto path = std::filesystem::path(folder) / k_file;
  if (!std::filesystem::exists(path)) {
    std::filesystem::create_directories(folder);
    write_key(path, k_head + hex_of(fresh()) + "\n");
  }
  return read_key(path);
}

} // namespace

struct SealKey::Parts {
  explicit Parts(const std::string& folder)
      : key(chance, group(), open_key(folder, chance)) {}
  Botan::AutoSeeded_RNG chance;
  Botan::SM2_PrivateKey key;
  std::mutex one;
};

SealKey::SealKey(const std::string& folder)
    : parts_(std::make_unique<Parts>(folder)) {
  const auto bytes = parts_->key.public_point().encode(Botan::PointGFp::UNCOMPRESSED);
  point_.assign(bytes.begin(), bytes.end());
  origin_ = origin_of(point_);
}
SealKey::~SealKey() = default;
SealKey::SealKey(SealKey&&) noexcept = default;

std::string SealKey::sign(std::string_view text) const {
  const std::lock_guard turn(parts_->one);
  Botan::PK_Signer signer(parts_->key, parts_->chance, k_scheme, Botan::DER_SEQUENCE);
  const auto signature = signer.sign_message(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), parts_->chance);
  return {signature.begin(), signature.end()};
}

std::string origin_of(std::string_view point) { return "ankao-ledger/" + to_hex(sm3(point)).substr(0, 16); }

bool verify_seal(std::string_view point, std::string_view text, std::string_view signature) {
  try {
    const auto at = [](std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); };
    const Botan::SM2_PublicKey key(group(), group().OS2ECP(at(point), point.size()));
    Botan::PK_Verifier verifier(key, k_scheme, Botan::DER_SEQUENCE);
    return verifier.verify_message(at(text), text.size(), at(signature), signature.size());
  } catch (const Botan::Exception&) {
    return false;
  }
}

std::string public_pem(std::string_view point) {
  std::vector<std::uint8_t> bytes;
  for (std::string_view hex = k_pem_prefix; !hex.empty(); hex.remove_prefix(2)) bytes.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(0, 2)), nullptr, 16)));
  bytes.insert(bytes.end(), point.begin(), point.end());
  const std::string base64 = Botan::base64_encode(bytes);
  std::string out = "-----BEGIN PUBLIC KEY-----\n";
  for (std::size_t i = 0; i < base64.size(); i += 64) out += base64.substr(i, 64) + "\n";
  return out + "-----END PUBLIC KEY-----\n";
}

} // namespace ankao::ledger
