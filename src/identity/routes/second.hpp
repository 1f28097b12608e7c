// SPDX-License-Identifier: Apache-2.0
// The second factor over HTTP. Who still owes it is nobody yet, so these operations look at the session themselves.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "identity/routes/routes.hpp"

namespace ankao::identity {

class Second;

void add_second_routes(api::Endpoints& endpoints, Identity& identity, Second& second);

namespace dto {

struct CodeForm {
  std::string code; ///< six digits of the device, or a recovery code
};
BOOST_DESCRIBE_STRUCT(CodeForm, (), (code))

struct SecondView {
  std::optional<Instant> since;
  std::int64_t codes_left = 0; ///< recovery codes
  bool required = false;       ///< of the own role
};
BOOST_DESCRIBE_STRUCT(SecondView, (), (since, codes_left, required))

struct BeginForm {
  std::optional<std::string> code; ///< of the present device, or a recovery code; missing when none is bound
};
BOOST_DESCRIBE_STRUCT(BeginForm, (), (code))

/// The picture is an SVG path of dark squares, one unit a module, with the quiet zone.
struct EnrolmentView {
  std::string secret;
  std::string address;
  int qr_size = 0;
  std::string qr_path;
};
BOOST_DESCRIBE_STRUCT(EnrolmentView, (), (secret, address, qr_size, qr_path))

struct RecoveryCodes {
  std::vector<std::string> codes; ///< told once
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))

struct ResetForm {
  std::string id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ResetForm, (), (id, reason))

} // namespace dto
} // namespace ankao::identity
