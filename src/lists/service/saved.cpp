// SPDX-License-Identifier: Apache-2.0
#include "lists/service/saved.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"
#include "lists/rules/query.hpp"
#include "lists/store/saved.hpp"
#include "tables/encoding.hpp"

namespace ankao::lists {
namespace {

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_filter(const List& list, const std::string& name) {
  return std::any_of(list.filters.begin(), list.filters.end(), [&](const Filter& filter) { return filter.name == name && !filter.given; });
}

Result<void> check_values(const List& list, const std::map<std::string, std::string>& values) {
  if (values.empty()) return problem("lists.filter_query", {{"value", "{}"}}, "/values");
  for (const auto& [name, value] : values) {
    if (name != "columns" && name != "sort" && !is_filter(list, name)) return problem("lists.filter_query", {{"value", name.substr(0, 40)}}, "/values");
    if (name == "columns") {
      if (const auto columns = columns_of(list, value); !columns.ok()) return columns.problem();
    } else if (name == "sort") {
      if (const auto order = order_of(list, value); !order.ok()) return order.problem();
    } else if (const auto fine = check_text(name, value); !fine.ok()) {
      return fine;
    }
  }
  return {};
}

Result<void> check_sharing(const std::string& role, const Sharing& sharing) {
  if (role.empty()) return {};
  if (!sharing.allowed) return problem("lists.filter_share");
  if (sharing.roles.contains(role)) return {};
  std::string known;
  for (const std::string& one : sharing.roles) known += (known.empty() ? "" : ", ") + one;
  return problem("lists.filter_role", {{"value", role.substr(0, 40)}, {"known", known}}, "/role");
}

Result<void> check_filter(const List& list, const SavedFilter& filter, const Sharing& sharing) {
  const bool blank = filter.name.find_first_not_of(" \t") == std::string::npos;
  if (blank || tables::first_bad_utf8(filter.name) || characters(filter.name) > k_longest_name)
    return problem("lists.filter_name", {{"limit", std::to_string(k_longest_name)}}, "/name");
  if (const auto fine = check_values(list, filter.values); !fine.ok()) return fine;
  return check_sharing(filter.role, sharing);
}

std::string digest_of(const SavedFilter& filter) {
  return to_hex(sm3(nlohmann::json{{"name", filter.name}, {"values", filter.values}, {"role", filter.role}}.dump()));
}

ledger::Event event_of(const ledger::Actor& actor, Instant now, const char* action, const List& list, std::string before, std::string after) {
  return {.actor = actor, .at = now, .action = action, .subject = "filter:" + list.id, .before = std::move(before), .after = std::move(after), .clause = "", .reason = ""};
}

} // namespace

Result<SavedFilter> save_filter(db::Database& database, const ledger::Actor& actor, const List& list, SavedFilter filter, const Sharing& sharing, Instant now) {
  if (const auto fine = check_filter(list, filter, sharing); !fine.ok()) return fine.problem();
  filter.account = actor.account;
  filter.by = actor.name;
  return db::decide(database, [&](db::Transaction& transaction) -> Result<SavedFilter> {
    const auto old = store::find(transaction, list.id, actor.account, filter.name);
    if (!old && store::count(transaction, list.id, actor.account) >= k_most_filters)
      return problem("lists.filter_many", {{"limit", std::to_string(k_most_filters)}});
    store::put(transaction, list.id, filter, now);
    ledger::append(transaction, event_of(actor, now, "filter.save", list, old ? digest_of(*old) : "", digest_of(filter)));
    return filter;
  });
}

Result<void> delete_filter(db::Database& database, const ledger::Actor& actor, const List& list, const std::string& name, Instant now) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto old = store::find(transaction, list.id, actor.account, name);
    if (!old) return problem("lists.filter_unknown", {{"value", name.substr(0, 60)}});
    store::remove(transaction, list.id, actor.account, name);
    ledger::append(transaction, event_of(actor, now, "filter.delete", list, digest_of(*old), ""));
    return {};
  });
}

} // namespace ankao::lists
