// SPDX-License-Identifier: Apache-2.0
// The written report of P-1.2 and the ways people look at the register.
#pragma once

namespace ankao::registry {

/// P-1.2a: training is first conducted; P-1.2c: registered information changes or ends.
enum class ReportKind { First, Change, Deregister };

/// A report is submitted, then verified or returned with a reason, then published (P-1.2b).
enum class ReportState { Submitted, Verified, Returned, Published };

/// Ways to look for an institution: it trains special operations (table a), high-risk industries (table b), or has an exam site.
enum class InstitutionRole { Special, HighRisk, WithSite };

} // namespace ankao::registry
