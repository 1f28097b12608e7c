// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/pairing.hpp"

#include <algorithm>
#include <set>

#include "base/sm3.hpp"

namespace ankao::inspection {
namespace {

std::string ticket(const std::string& text) { return to_hex(sm3("ankao-pairing/1\n" + text)); }

bool allowed(const std::vector<Pair>& barred, const std::string& by, const std::string& of) {
  return by != of && std::none_of(barred.begin(), barred.end(), [&](const Pair& one) { return one.by == by && one.of == of; });
}

/// Whether everybody of `by` can still get one of `of`: augmenting paths (Berge).
class Match {
public:
  Match(const std::vector<std::string>& by, const std::vector<std::string>& of, const std::vector<Pair>& barred)
      : by_(by)
      , of_(of)
      , barred_(barred)
      , taken_(of.size(), -1) {}

  bool complete() {
    for (std::size_t i = 0; i < by_.size(); ++i) {
      std::vector<bool> seen(of_.size(), false);
      if (!place(i, seen)) return false;
    }
    return true;
  }

private:
  bool place(std::size_t i, std::vector<bool>& seen) {
    for (std::size_t k = 0; k < of_.size(); ++k) {
      if (seen[k] || !allowed(barred_, by_[i], of_[k])) continue;
      seen[k] = true;
      if (taken_[k] < 0 || place(static_cast<std::size_t>(taken_[k]), seen)) {
        taken_[k] = static_cast<int>(i);
        return true;
      }
    }
    return false;
  }
  const std::vector<std::string>&by_, &of_;
  const std::vector<Pair>& barred_;
  std::vector<int> taken_;
};

} // namespace

std::string pairing_rule_text(const std::string& campaign, const PairingRecord& record) {
  std::string out = "ankao-pairing/1\n" + campaign + "\n" + record.how + "\n" + record.available_at + "\n";
  for (const std::string& one : record.districts) out += one + "\n";
  for (const Pair& one : record.barred) out += "not " + one.by + " " + one.of + "\n";
  return out;
}

std::string pairing_seed(const std::string& rule_sm3, const std::string& value) { return ticket("seed\n" + rule_sm3 + "\n" + value); }
std::string order_ticket(const std::string& seed, const std::string& district) { return ticket("order\n" + seed + "\n" + district); }
std::string pair_ticket(const std::string& seed, const std::string& by, const std::string& of) { return ticket("pair\n" + seed + "\n" + by + "\n" + of); }

Result<std::vector<Pair>> draw_pairs(const std::vector<std::string>& districts, const std::vector<Pair>& barred, const std::string& seed) {
  std::vector<std::string> choosing = districts, left = districts;
  std::sort(choosing.begin(), choosing.end(), [&](const std::string& a, const std::string& b) { return order_ticket(seed, a) < order_ticket(seed, b); });
  if (choosing.empty() || !Match(choosing, left, barred).complete()) return problem("inspection.pairing_impossible", {{"count", std::to_string(districts.size())}});
  std::vector<Pair> out;
  while (!choosing.empty()) {
    const std::string by = choosing.front();
    choosing.erase(choosing.begin());
    std::vector<std::string> wished = left;
    std::sort(wished.begin(), wished.end(), [&](const std::string& a, const std::string& b) { return pair_ticket(seed, by, a) < pair_ticket(seed, by, b); });
    for (const std::string& of : wished) {
      if (!allowed(barred, by, of)) continue;
      std::vector<std::string> rest = left;
      rest.erase(std::find(rest.begin(), rest.end(), of));
      if (!Match(choosing, rest, barred).complete()) continue;
      out.push_back({"M-3.2c", by, of});
      left = std::move(rest);
      break;
    }
  }
  return out;
}

} // namespace ankao::inspection
