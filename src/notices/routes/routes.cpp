// SPDX-License-Identifier: Apache-2.0
#include "notices/routes/routes.hpp"

#include <algorithm>

#include "db/use_case.hpp"
#include "lists/routes/add.hpp"
#include "notices/rules/masked.hpp"
#include "notices/service/channels.hpp"
#include "notices/service/notices.hpp"
#include "notices/store/notices.hpp"

namespace ankao::notices {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Verb;

bool english(const Call& call) { return call.language == problems::Language::English; }

dto::NoticeView view_of(const Notice& notice, const Call& call) {
  return {notice.number, notice.topic, notice.read_at ? "read" : "unread", english(call) ? notice.title_en : notice.title_zh, english(call) ? notice.body_en : notice.body_zh,
          notice.link,   notice.sent_at, notice.read_at};
}

dto::DeliveryRow row_of(const Delivery& one, const Call& call) {
  return {one.number, one.account, one.channel, one.state, english(call) ? one.reason_en : one.reason_zh, english(call) ? one.title_en : one.title_zh,
          one.job,    one.queued_at, one.ended_at};
}

std::optional<dto::ChannelOutcome> outcome(db::Transaction& transaction, const Call& call, const char* channel) {
  const auto last = store::last_delivery(transaction, call.caller.account, channel);
  if (!last) return std::nullopt;
  return dto::ChannelOutcome{last->state, english(call) ? last->reason_en : last->reason_zh, last->ended_at.value_or(last->queued_at)};
}

Result<dto::ChannelView> channel_view(db::Database& database, const vault::Vault& vault, const outbound::Settings& settings, const Call& call) {
  const auto transaction = database.begin(db::Mode::Read);
  const auto channels = channels_of(*transaction, vault, call.caller.account);
  if (!channels.ok()) return channels.problem();
  dto::ChannelView out{masked_mail(channels->mail), masked_webhook(channels->webhook), channels->language, {}, channels->inbox_only, settings.mail.ready(),
                       settings.webhook.ready(), outcome(*transaction, call, "mail"), outcome(*transaction, call, "webhook")};
  for (const auto topic : k_topics) out.topics.emplace_back(topic);
  return out;
}

void add_inbox(api::Endpoints& endpoints, db::Database& database) {
  lists::add<dto::NoticeQuery, dto::NoticePage>(
      endpoints, database, inbox_list(), {.verb = Verb::Get, .path = "/api/notices", .operation = "notice.list", .access = Access::SignedIn, .summary = "The own inbox, newest first", .clauses = {"M-4.1.2"}}, "notice.export",
      [&database](const Call& call, const dto::NoticeQuery& query, const lists::Window& window) -> Result<dto::NoticePage> {
        const std::string& account = call.caller.account;
        const store::InboxFilter filter{query.q, query.state.empty() ? std::nullopt : std::optional(query.state == "unread"), query.from, query.to};
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::NoticePage> {
          const store::Inbox found = store::search(transaction, account, filter, window.order, window.offset, window.limit);
          dto::NoticePage out{found.total, query.page, query.size, {}, store::count(transaction, account, true)};
          for (const Notice& notice : found.notices) out.items.push_back(view_of(notice, call));
          return out;
        });
      });
  endpoints.add<None, dto::UnreadNotices>(
      {.verb = Verb::Get, .path = "/api/notices/unread", .operation = "notice.count", .access = Access::SignedIn, .summary = "How many notices are unread"},
      [&database](const Call& call, const None&) -> Result<dto::UnreadNotices> {
        return dto::UnreadNotices{store::count(*database.begin(db::Mode::Read), call.caller.account, true)};
      });
  endpoints.add<dto::NoticeNumber, dto::NoticeView>(
      {.verb = Verb::Post, .path = "/api/notices/{number}/read", .operation = "notice.read", .access = Access::SignedIn, .summary = "Take note of a notice"},
      [&database](const Call& call, const dto::NoticeNumber& input) -> Result<dto::NoticeView> {
        const auto done = read(database, call.caller.actor(), input.number, call.now);
        if (!done.ok()) return done.problem();
        return view_of(*done, call);
      });
}

void add_channels(api::Endpoints& endpoints, db::Database& database, const vault::Vault& vault, const outbound::Settings& settings, const std::function<void()>& wake) {
  endpoints.add<None, dto::ChannelView>(
      {.verb = Verb::Get, .path = "/api/channels", .operation = "channel.show", .access = Access::SignedIn, .summary = "Where one is told besides the inbox"},
      [&database, &vault, &settings](const Call& call, const None&) { return channel_view(database, vault, settings, call); });
  endpoints.add<dto::ChannelForm, dto::ChannelView>(
      {.verb = Verb::Put, .path = "/api/channels", .operation = "channel.edit", .access = Access::SignedIn, .summary = "Choose where one is told"},
      [&database, &vault, &settings](const Call& call, const dto::ChannelForm& form) -> Result<dto::ChannelView> {
        const auto done = edit_channels(database, vault, call.caller.actor(), settings, {form.mail, form.webhook, form.language, form.inbox_only}, call.now);
        if (!done.ok()) return done.problem();
        return channel_view(database, vault, settings, call);
      });
  endpoints.add<None, dto::ChannelView>(
      {.verb = Verb::Post, .path = "/api/channels/test", .operation = "channel.test", .access = Access::SignedIn, .summary = "Send oneself a test notice"},
      [&database, &vault, &settings, wake](const Call& call, const None&) -> Result<dto::ChannelView> {
        const auto done = try_channels(database, call.caller.actor(), call.now);
        if (!done.ok()) return done.problem();
        wake();
        return channel_view(database, vault, settings, call);
      });
}

} // namespace

void add_routes(api::Endpoints& endpoints, db::Database& database, const vault::Vault& vault, const outbound::Settings& settings, std::function<void()> wake) {
  add_inbox(endpoints, database);
  add_channels(endpoints, database, vault, settings, wake);
  lists::add<dto::DeliveryQuery, dto::DeliveryPage>(
      endpoints, database, delivery_list(), {.verb = Verb::Get, .path = "/api/deliveries", .operation = "delivery.list", .summary = "What was sent by e-mail and webhook, and what failed"}, "delivery.export",
      [&database](const Call& call, const dto::DeliveryQuery& query, const lists::Window& window) -> Result<dto::DeliveryPage> {
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::DeliveryPage> {
          dto::DeliveryPage out{store::count_deliveries(transaction, query.state), query.page, query.size, {}};
          for (const Delivery& one : store::list_deliveries(transaction, query.state, window.order, window.offset, window.limit)) out.items.push_back(row_of(one, call));
          return out;
        });
      });
  endpoints.add<dto::NoticeNumber, dto::DeliveryRow>(
      {.verb = Verb::Post, .path = "/api/deliveries/{number}/retry", .operation = "delivery.retry", .summary = "Send a failed delivery again"},
      [&database, wake = std::move(wake)](const Call& call, const dto::NoticeNumber& input) -> Result<dto::DeliveryRow> {
        const auto done = retry_delivery(database, call.caller.actor(), input.number, call.now);
        if (!done.ok()) return done.problem();
        wake();
        return row_of(*done, call);
      });
}

} // namespace ankao::notices
