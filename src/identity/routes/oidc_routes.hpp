// SPDX-License-Identifier: Apache-2.0
// Sign-in by a government identity provider, and which of its subjects opens which account.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::identity {

class Identity;
namespace oidc {
class Oidc;
}

/// Both must outlive `endpoints`.
void add_oidc_routes(api::Endpoints& endpoints, Identity& identity, oidc::Oidc& oidc);

namespace dto {

struct ProviderView {
  bool offered = false;
  std::string name; ///< in the language of the request
};
BOOST_DESCRIBE_STRUCT(ProviderView, (), (offered, name))

struct ProviderStart {
  std::string address;
};
BOOST_DESCRIBE_STRUCT(ProviderStart, (), (address))

struct ProviderAnswer {
  std::string code;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(ProviderAnswer, (), (code, state))

struct LinkForm {
  std::string id;
  std::string subject;
};
BOOST_DESCRIBE_STRUCT(LinkForm, (), (id, subject))

struct LinkItem {
  std::string subject;
  Instant linked_at;
};
BOOST_DESCRIBE_STRUCT(LinkItem, (), (subject, linked_at))

} // namespace dto
} // namespace ankao::identity
