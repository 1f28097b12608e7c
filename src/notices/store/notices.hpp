// SPDX-License-Identifier: Apache-2.0
// The SQL of notices, channels and deliveries.
#pragma once

#include <vector>

#include "db/db.hpp"
#include "notices/words/notice.hpp"

namespace ankao::notices::store {

bool told(db::Transaction& transaction, const std::string& account, const std::string& once_key);
std::int64_t insert(db::Transaction& transaction, const std::string& account, const NewNotice& notice, Instant now);
std::optional<Notice> find(db::Transaction& transaction, std::int64_t number);
std::vector<Notice> list(db::Transaction& transaction, const std::string& account, bool unread_only, int page, int size);
std::int64_t count(db::Transaction& transaction, const std::string& account, bool unread_only);
void mark_read(db::Transaction& transaction, std::int64_t number, Instant now);

Channels channels(db::Transaction& transaction, const std::string& account);
void put_channels(db::Transaction& transaction, const std::string& account, const Channels& channels);

std::int64_t insert_delivery(db::Transaction& transaction, std::int64_t notice, const std::string& account, const std::string& channel, Instant now);
std::optional<Delivery> find_delivery(db::Transaction& transaction, std::int64_t number);
std::vector<Delivery> list_deliveries(db::Transaction& transaction, const std::string& state, int page, int size);
std::int64_t count_deliveries(db::Transaction& transaction, const std::string& state);
void update_delivery(db::Transaction& transaction, const Delivery& delivery);

} // namespace ankao::notices::store
