// SPDX-License-Identifier: Apache-2.0
// Accounts as a table to fill in.
#pragma once

#include "identity/service/identity.hpp"
#include "tables/form/form.hpp"

namespace ankao::identity {

/// Each row costs a password hash on import.
inline constexpr std::size_t k_max_account_rows = 200;

tables::Form account_form(const Roles& roles);
/// Problems tables.*; faults of single cells stand in the rows.
Result<std::vector<AccountRow>> read_accounts(std::string_view bytes, const Roles& roles);

} // namespace ankao::identity
