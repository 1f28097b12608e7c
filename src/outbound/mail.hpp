// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outbound/mime.hpp"
#include "outbound/settings.hpp"

namespace ankao::outbound {

/// Hands the letter to the mail server; `from` is the settings'. outbound.mail_not_set_up, outbound.mail_refused (the server said no for good:
/// 5xx), outbound.mail_failed (try again), and those of mime().
Result<void> send(const Settings& settings, Letter letter);

} // namespace ankao::outbound
