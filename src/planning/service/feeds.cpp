// SPDX-License-Identifier: Apache-2.0
#include "planning/service/feeds.hpp"

#include <algorithm>
#include <array>

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/files/icalendar.hpp"
#include "planning/rules/feed.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/feeds.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_longest_label = 100;
constexpr int k_months_back = 2;

Problem unknown() { return problem("planning.feed_unknown"); }

std::string feed_id(std::int64_t number) {
  std::string digits = std::to_string(number);
  return "RL-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string sight_text(const Feed& feed) {
  std::string out = feed.scope;
  for (const auto* part : {&feed.sight.district, &feed.sight.site, &feed.sight.room, &feed.sight.institution})
    if (!part->empty()) out += " " + *part;
  return out;
}

Result<void> check_label(const std::string& label) {
  if (label.empty()) return problem("planning.text_missing", {}, "label");
  if (label.size() > k_longest_label) return problem("planning.text_too_long", {{"limit", std::to_string(k_longest_label)}}, "label");
  if (std::any_of(label.begin(), label.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; })) return problem("planning.text_control", {}, "label");
  return {};
}

std::string subject_in(const World& world, const SessionRow& row, bool english) {
  if (!english) return row.subject_name;
  const auto found = world.subject_english.find(row.subject);
  return found == world.subject_english.end() ? row.subject_name : found->second;
}

std::string people(int count, bool english) { return std::to_string(count) + (english ? " people" : "人"); }

FeedSession told(const World& world, const Feed& feed, const SeenSession& seen) {
  const bool english = feed.language == "en";
  const auto& row = seen.session;
  FeedSession out;
  out.id = row.id;
  out.date = *parse_date(row.date);
  out.slot = row.slot;
  int own = 0;
  for (const auto& one : seen.seats) {
    own += one.seat.candidates;
    out.text += one.batch.institution_name + " " + one.batch.class_id + " " + people(one.seat.candidates, english) + "\n";
  }
  const std::string subject = subject_in(world, row, english);
  const std::string count = feed.sight.own_seats ? people(own, english) : std::to_string(row.candidates) + "/" + std::to_string(row.seats);
  out.title = subject + (english ? " examination, " : "考试 ") + count;
  out.place = row.site_name + " " + row.room_name;
  return out;
}

std::vector<FeedVersion> versions_for(db::Transaction& transaction, const World& world, const Feed& feed, Instant now) {
  Month since = month_of(date_of(now));
  for (int i = 0; i < k_months_back; ++i) since = since.previous();
  std::vector<FeedVersion> out;
  for (const auto& plan : versions_in_force_since(transaction, since)) {
    FeedVersion version{plan.month, plan.version, {}, {}};
    for (const auto& step : plan.steps)
      if (step.step == "plan.publish") version.at = step.at;
    for (const auto& seen : seen_sessions(transaction, {plan.month, plan.version}, feed.sight)) version.sessions.push_back(told(world, feed, seen));
    out.push_back(std::move(version));
  }
  return out;
}

} // namespace

Result<NewFeed> create_feed(const World& world, const FeedPorts& ports, const Act& act, const Sight& asked, const std::string& label, const std::string& language) {
  if (const auto fine = check_label(label); !fine.ok()) return fine.problem();
  const auto sight = sight_of(act.actor, asked);
  if (!sight.ok()) return sight.problem();
  std::array<std::uint8_t, 32> bytes{};
  ports.chance(bytes);
  NewFeed made;
  made.secret = to_hex(bytes.data(), bytes.size());
  made.feed = {"", act.actor.account, act.actor.scope, *sight, label, language == "en" ? "en" : "zh", to_hex(sm3(made.secret)), act.at, std::nullopt, ""};
  return decide(world.database, [&](db::Transaction& transaction) -> Result<NewFeed> {
    const auto standing = feeds_of(transaction, act.actor.account);
    const auto live = std::count_if(standing.begin(), standing.end(), [](const Feed& one) { return !one.revoked_at; });
    if (live >= k_most_feeds) return problem("planning.feed_too_many", {{"limit", std::to_string(k_most_feeds)}});
    made.feed.id = feed_id(next_number(transaction, "feed"));
    insert_feed(transaction, made.feed);
    ledger::append(transaction, {act.actor, act.at, "feed.create", "feed:" + made.feed.id, "", to_hex(sm3(made.feed.secret_sm3 + sight_text(made.feed))), "S-2.3", label});
    return made;
  });
}

Result<Feed> revoke_feed(const World& world, const Act& act, const std::string& id) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Feed> {
    auto feed = find_feed(transaction, id);
    if (!feed || feed->account != act.actor.account) return problem("planning.feed_unknown");
    if (feed->revoked_at) return problem("planning.feed_revoked", {{"value", feed->label}});
    feed->revoked_at = act.at;
    update_feed(transaction, *feed);
    ledger::append(transaction, {act.actor, act.at, "feed.revoke", "feed:" + feed->id, to_hex(sm3(feed->secret_sm3 + sight_text(*feed))), "", "S-2.3", feed->label});
    return *feed;
  });
}

std::vector<Feed> list_feeds(const World& world, const ledger::Actor& actor) {
  return look(world.database, [&](db::Transaction& transaction) { return feeds_of(transaction, actor.account); });
}

Result<std::string> read_feed(const World& world, const FeedPorts& ports, const std::string& secret, Instant now) {
  const auto digest = digest_from_hex(secret);
  if (!digest || to_hex(*digest) != secret) return unknown();
  const auto feed = look(world.database, [&](db::Transaction& transaction) { return feed_of_secret(transaction, to_hex(sm3(secret))); });
  if (!feed || feed->revoked_at) return unknown();
  if (ports.scope_of_account(feed->account) != feed->scope) return unknown();
  const std::string today = to_string(date_of(now));
  if (feed->read_on != today)
    world.database.write([&](db::Transaction& transaction) {
      auto again = find_feed(transaction, feed->id);
      if (!again) return;
      again->read_on = today;
      update_feed(transaction, *again);
    });
  return look(world.database, [&](db::Transaction& transaction) -> Result<std::string> {
    std::string party;
    for (const auto* part : {&feed->sight.district, &feed->sight.site, &feed->sight.room, &feed->sight.institution})
      if (!part->empty()) party += *part + ".";
    return write_calendar({feed->label, party + world.city + ".ankao", ports.address}, events_of(versions_for(transaction, world, *feed, now)), world.law.slot_hours);
  });
}

} // namespace ankao::planning
