// SPDX-License-Identifier: Apache-2.0
// One's own inbox and channels; deliveries for the administrator.
#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "lists/words/list.hpp"
#include "outbound/settings.hpp"
#include "vault/vault.hpp"

namespace ankao::notices {

/// `wake` is called when a delivery was queued. All must outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, const vault::Vault& vault, const outbound::Settings& settings, std::function<void()> wake);

/// The own inbox.
const lists::List& inbox_list();
/// The list of deliveries.
const lists::List& delivery_list();

namespace dto {

struct NoticeQuery {
  std::string q;
  std::string state; ///< unread, read; "" both
  std::optional<Date> from;
  std::optional<Date> to;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (), (q, state, from, to, page, size, sort))

struct NoticeView {
  std::int64_t number = 0;
  std::string topic;
  std::string state; ///< unread, read
  std::string title; ///< title and body in the language of the request
  std::string body;
  std::string link;
  Instant sent_at;
  std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (number, topic, state, title, body, link, sent_at, read_at))

struct NoticePage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<NoticeView> items; ///< newest first
  std::int64_t unread = 0;
};
BOOST_DESCRIBE_STRUCT(NoticePage, (), (total, page, size, items, unread))

struct NoticeNumber {
  std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(NoticeNumber, (), (number))

struct UnreadNotices {
  std::int64_t unread = 0;
};
BOOST_DESCRIBE_STRUCT(UnreadNotices, (), (unread))

struct ChannelForm {
  std::optional<std::string> mail;    ///< none: as it is; "": no e-mail
  std::optional<std::string> webhook; ///< none: as it is; "": no webhook
  std::string language;
  std::vector<std::string> inbox_only; ///< topics that do not go out
};
BOOST_DESCRIBE_STRUCT(ChannelForm, (), (mail, webhook, language, inbox_only))

/// The newest delivery over a channel.
struct ChannelOutcome {
  std::string state; ///< queued, sent, failed
  std::string reason;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ChannelOutcome, (), (state, reason, at))

struct ChannelView {
  std::string mail;    ///< masked
  std::string webhook; ///< masked
  std::string language;
  std::vector<std::string> topics;     ///< that may be kept to the inbox
  std::vector<std::string> inbox_only; ///< and those that are
  bool mail_ready = false; ///< whether the platform has a mail server
  bool webhook_ready = false;
  std::optional<ChannelOutcome> mail_last;
  std::optional<ChannelOutcome> webhook_last;
};
BOOST_DESCRIBE_STRUCT(ChannelView, (), (mail, webhook, language, topics, inbox_only, mail_ready, webhook_ready, mail_last, webhook_last))

struct DeliveryQuery {
  std::string state; ///< queued, sent, failed; "" all
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(DeliveryQuery, (), (state, page, size, sort))

struct DeliveryRow {
  std::int64_t number = 0;
  std::string account;
  std::string channel;
  std::string state;
  std::string reason;
  std::string title;
  std::int64_t job = 0;
  Instant queued_at;
  std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(DeliveryRow, (), (number, account, channel, state, reason, title, job, queued_at, ended_at))

struct DeliveryPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<DeliveryRow> items; ///< newest first
};
BOOST_DESCRIBE_STRUCT(DeliveryPage, (), (total, page, size, items))

} // namespace dto
} // namespace ankao::notices
