// SPDX-License-Identifier: Apache-2.0
// What people type as a code or a secret, and lists of demo accounts: any bytes are read without harm.
#include <cstdint>
#include <string>

#include "base/ensure.hpp"
#include "identity/commands/totp.hpp"
#include "identity/rules/second.hpp"
#include "identity/service/totp.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string typed = identity::typed_code(text);
  ensure(typed.size() <= text.size(), "a typed code only grows shorter");
  ensure(identity::typed_code(typed) == typed, "reading it again changes nothing");
  if (const auto bytes = identity::from_base32(text)) {
    ensure(identity::from_base32(identity::to_base32(*bytes)) == bytes, "written and read again a secret is the same");
    ensure(identity::is_device_code(identity::totp_code(*bytes, 1)), "every secret makes six digits");
  }
  identity::secret_in_list(text, "shiju");
  return 0;
}
