// SPDX-License-Identifier: Apache-2.0
// What is told to a person, and how it reaches them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace ankao::notices {

struct NewNotice {
  std::string to_account; ///< one person, or
  std::string to_role;    ///< every holder of a role,
  std::string scope;      ///< of this district, institution or site; "" all of them
  std::string topic;      ///< noun.verb, e.g. "plan.publish"
  std::string title_zh;
  std::string title_en;
  std::string body_zh;
  std::string body_en;
  std::string link;     ///< a page of the app, e.g. "/plans/2026-05"; may be empty
  std::string once_key; ///< the same key to the same person is told once; "" always
};

struct Notice {
  std::int64_t number = 0;
  std::string account;
  std::string topic;
  std::string title_zh, title_en, body_zh, body_en;
  std::string link;
  Instant sent_at;
  std::optional<Instant> read_at;
};

/// What a person may keep to the inbox; everything else always goes out over the channels they have.
inline constexpr std::array<std::string_view, 3> k_topics{"deadline.reminder", "deadline.missed", "deadline.escalated"};

/// Where a person also wants to be told, in clear; empty: only the inbox.
struct Channels {
  std::string mail;
  std::string webhook;
  std::string language = "zh";
  std::vector<std::string> inbox_only = {}; ///< topics
};

struct Delivery {
  std::int64_t number = 0;
  std::int64_t notice = 0;
  std::string account;
  std::string channel;          ///< "mail" or "webhook"
  std::string state = "queued"; ///< "queued", "sent", "failed"
  std::string reason_zh, reason_en;
  std::int64_t job = 0;
  Instant queued_at;
  std::optional<Instant> ended_at;
  std::string title_zh, title_en; ///< of the notice
};

} // namespace ankao::notices
