// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/shards.hpp"

#include <charconv>
#include <string_view>

#include "base/sm3.hpp"

namespace ankao::ledger {
namespace {

std::int64_t number_in(std::string_view text) {
  std::int64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

} // namespace

std::string Shard::digest() const { return to_hex(sm3(month + "\n" + term + "\n" + numbers + "\n")); }

std::vector<std::pair<std::int64_t, std::int64_t>> Shard::ranges() const {
  std::vector<std::pair<std::int64_t, std::int64_t>> out;
  std::string_view rest = numbers;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    const auto dash = one.find('-');
    out.emplace_back(number_in(one.substr(0, dash)), number_in(dash == std::string_view::npos ? one : one.substr(dash + 1)));
  }
  return out;
}

std::string compact(const std::vector<std::int64_t>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    out += (out.empty() ? "" : ",") + std::to_string(numbers[i]);
    if (end > i + 1) out += "-" + std::to_string(numbers[end - 1]);
    i = end;
  }
  return out;
}

std::vector<Shard> expired_shards(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT * FROM ledger_shard ORDER BY month, term");
  std::vector<Shard> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "month"), rows.text(i, "term"), Instant{rows.integer(i, "expired_at")}, rows.integer(i, "event"), rows.integer(i, "events"), rows.text(i, "numbers")});
  return out;
}

void insert_shard(db::Transaction& transaction, const Shard& s) {
  transaction.execute("INSERT INTO ledger_shard (month, term, expired_at, event, events, numbers) VALUES ($1, $2, $3, $4, $5, $6)",
                      {s.month, s.term, s.expired_at.ms, s.event, s.events, s.numbers});
}

} // namespace ankao::ledger
