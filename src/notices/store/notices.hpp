// SPDX-License-Identifier: Apache-2.0
// The SQL of notices, channels and deliveries.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "db/db.hpp"
#include "notices/words/notice.hpp"

namespace ankao::notices::store {

bool told(db::Transaction& transaction, const std::string& account, const std::string& once_key);
std::int64_t insert(db::Transaction& transaction, const std::string& account, const NewNotice& notice, Instant now);
std::optional<Notice> find(db::Transaction& transaction, std::int64_t number);
/// What narrows a person's own inbox.
struct InboxFilter {
  std::string q;              ///< part of title or body, in either language
  std::optional<bool> unread; ///< none: both
  std::optional<Date> from;
  std::optional<Date> to; ///< that day included
};
struct Inbox {
  std::int64_t total = 0;
  std::vector<Notice> notices;
};
/// `order` is SQL from the list's description.
Inbox search(db::Transaction& transaction, const std::string& account, const InboxFilter& filter, const std::string& order, std::int64_t offset, std::int64_t limit);
std::int64_t count(db::Transaction& transaction, const std::string& account, bool unread_only);
void mark_read(db::Transaction& transaction, std::int64_t number, Instant now);

/// Channels as they are kept: addresses sealed, with a keyed digest to find them by.
struct Kept {
  std::string mail, mail_digest;
  std::string webhook, webhook_digest;
  std::string language = "zh";
  std::vector<std::string> inbox_only = {};
};
Kept channels(db::Transaction& transaction, const std::string& account);
void put_channels(db::Transaction& transaction, const std::string& account, const Kept& channels);
/// Those whose addresses still stand in clear, from before they were sealed.
std::vector<std::pair<std::string, Channels>> clear_channels(db::Transaction& transaction);
/// The newest delivery of a channel to a person.
std::optional<Delivery> last_delivery(db::Transaction& transaction, const std::string& account, const std::string& channel);

std::int64_t insert_delivery(db::Transaction& transaction, std::int64_t notice, const std::string& account, const std::string& channel, Instant now);
std::optional<Delivery> find_delivery(db::Transaction& transaction, std::int64_t number);
std::vector<Delivery> list_deliveries(db::Transaction& transaction, const std::string& state, const std::string& order, std::int64_t offset, std::int64_t limit);
std::int64_t count_deliveries(db::Transaction& transaction, const std::string& state);
void update_delivery(db::Transaction& transaction, const Delivery& delivery);

} // namespace ankao::notices::store
