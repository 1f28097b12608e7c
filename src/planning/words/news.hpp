// SPDX-License-Identifier: Apache-2.0
// What planning tells people. Whoever keeps the inboxes delivers it (World::inform).
#pragma once

#include <string>

namespace ankao::planning {

/// To every holder of a role, of one institution or site where `scope` names it, or to one account; then there is no role. The same
/// once_key reaches a person once.
struct News {
  std::string account;
  std::string role, scope, topic;
  std::string title_zh, title_en, body_zh, body_en;
  std::string link;
  std::string once_key;
};

} // namespace ankao::planning
