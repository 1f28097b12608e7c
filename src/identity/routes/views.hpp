// SPDX-License-Identifier: Apache-2.0
// What the routes show.
#pragma once

#include <optional>

#include "identity/routes/routes.hpp"
#include "identity/service/identity.hpp"
#include "problems/catalogue.hpp"

namespace ankao::identity {

dto::SessionView view_of(const std::optional<Live>& live, const Identity& identity, problems::Language language);
dto::AccountItem item_of(const Account& account, const Roles& roles, problems::Language language);
std::string name_of(const Role& role, problems::Language language);
std::string name_of(const Permission& permission, problems::Language language);
dto::RoleItem item_of(const Role& role, const Roles& roles, problems::Language language);

} // namespace ankao::identity
