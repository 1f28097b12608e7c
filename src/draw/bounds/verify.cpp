// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/verify.hpp"

#include <algorithm>
#include <set>

#include "base/sm3.hpp"
#include "draw/bounds/verify_dual.hpp"
#include "draw/bounds/verify_shared.hpp"
#include "draw/bounds/verify_simple.hpp"

namespace ankao::draw {
namespace {

using namespace proving;

/// Longer tables are refused: checking them would take longer than anybody waits.
constexpr std::size_t k_most_table = 100'000;

class Verifier {
public:
  Verifier(const Instance& instance, const Plan& plan, const Bounds& bounds)
      : bounds_(bounds)
      , scope_(instance, digest_from_hex(plan.seed).value_or(Digest{}), plan.levels)
      , plan_(plan) {}

  std::vector<std::string> run() {
    if (bounds_.instance_sm3 != plan_.instance_sm3) fault("the bounds cite another instance than the plan");
    if (!shapes_hold()) return faults_;
    shortages();
    claim(0, scope_.least_unplaced() + shared());
    claim(1, exceptions());
    claim(2, bounds_.beyond ? proven(*bounds_.beyond, Aim::Beyond) : Exact(0));
    claim(3, 0); // no number of pairs is negative
    claim(4, vacancy());
    claim(5, bounds_.quality ? proven(*bounds_.quality, Aim::Quality) : Exact(0));
    return faults_;
  }

private:
  void fault(std::string what) { faults_.push_back(std::move(what)); }

  void claim(std::size_t level, Exact proven) {
    const auto claimed = bounds_.levels[level];
    const std::string name(1, "UEXJVQ"[level]);
    if (claimed && Exact(*claimed) > std::max(Exact(0), proven)) fault(name + ": more is claimed than the certificate proves");
    if (claimed && *claimed > plan_.levels.values()[level]) fault(name + ": more is claimed than the plan itself has");
  }

  static Exact proven_by(const Scope& scope, const Prices& prices, Aim aim, int subject = -1) {
    return dual_value(scope, prices, aim, subject).ceil_by(prices.scale);
  }
  Exact proven(const Prices& prices, Aim aim) const { return proven_by(scope_, prices, aim); }

  bool in_range(std::int64_t number, std::size_t count) const { return number >= 0 && static_cast<std::size_t>(number) < count; }

  bool prices_hold(const Prices& p) const {
    const Instance& in = scope_.instance();
    const auto price = [](std::int64_t value) { return value >= -k_most_price && value <= k_most_price; };
    const auto positive = [](std::int64_t value) { return value >= 0 && value <= k_most_price; };
    if (p.scale < 1 || p.scale > k_most_scale || p.batch.size() != in.batches.size() || p.session.size() != in.subjects.size()) return false;
    if (!std::all_of(p.batch.begin(), p.batch.end(), price) || !std::all_of(p.session.begin(), p.session.end(), positive)) return false;
    for (const auto& [key, value] : p.visit)
      if (!positive(value) || !in_range(key[0], in.institutions.size()) || !in_range(key[1], in.sites.size()) || !in_range(key[2], in.subjects.size()))
        return false;
    for (const auto& [key, value] : p.tangent)
      if (!positive(value) || !in_range(key.first, in.subjects.size()) || !in_range(key.second, in.sites.size())) return false;
    return positive(p.beyond) && positive(p.vacancy);
  }

  bool shapes_hold() {
    const Instance& in = scope_.instance();
    bool good = true;
    std::set<int> seen;
    for (const SubjectShortage& s : bounds_.shortages)
      good = good && in_range(s.subject, in.subjects.size()) && seen.insert(s.subject).second && s.unplaced >= 0 && prices_hold(s.prices);
    std::set<std::pair<int, int>> pairs;
    for (const NeededExceptions& e : bounds_.exceptions)
      good = good && in_range(e.institution, in.institutions.size()) && in_range(e.subject, in.subjects.size()) && e.exceptions >= 0 &&
             pairs.insert({e.institution, e.subject}).second;
    seen.clear();
    for (const CoinTable& c : bounds_.coins)
      good = good && in_range(c.subject, in.subjects.size()) && seen.insert(c.subject).second && c.least.size() <= k_most_table;
    for (const auto* prices : {&bounds_.beyond, &bounds_.vacancy, &bounds_.quality}) good = good && (!*prices || prices_hold(**prices));
    if (!good) fault("a certificate has the wrong shape: a number out of range, something told twice, or a list of the wrong length");
    return good;
  }

  void shortages() {
    for (const SubjectShortage& s : bounds_.shortages) {
      if (Exact(s.unplaced) > std::max(Exact(0), proven_by(scope_, s.prices, Aim::Shortage, s.subject))) {
        fault("U: the shortage of " + scope_.instance().subjects[at(s.subject)].id + " is not proven");
      } else {
        scope_.shortage_proven(s.subject, s.unplaced);
      }
    }
  }

  /// What the certificates of shared rooms prove beyond the subjects' own shortages. No subject counts twice; rooms may.
  Exact shared() {
    Exact beyond = 0;
    std::set<int> told;
    for (const SharedRooms& c : bounds_.shared) {
      const auto value = shared_value(scope_, c);
      if (!value || std::any_of(c.subjects.begin(), c.subjects.end(), [&](int s) { return !told.insert(s).second; })) {
        fault("U: a certificate of shared rooms has the wrong shape, asks for too much work, or names a subject again");
        return 0;
      }
      Exact alone = 0;
      for (int s : c.subjects) alone += scope_.shortage_cost(s, scope_.proven_shortage(s));
      beyond += std::max(Exact(0), *value - alone);
    }
    return beyond;
  }

  Exact exceptions() {
    Exact sum = 0;
    for (const NeededExceptions& e : bounds_.exceptions) {
      if (e.exceptions > exceptions_needed(scope_, e.institution, e.subject)) {
        fault("E: the exceptions of " + scope_.instance().institutions[at(e.institution)].id + " in " +
              scope_.instance().subjects[at(e.subject)].id + " are not proven");
      } else {
        sum += e.exceptions;
      }
    }
    return sum;
  }

  /// Tables count their own subjects' rooms; prices count the others', so that the two may be added.
  Exact vacancy() {
    Exact sum = 0;
    std::set<int> told;
    for (const CoinTable& table : bounds_.coins) {
      const auto value = vacancy_proven(scope_, table);
      if (!value) fault("V: the table of " + scope_.instance().subjects[at(table.subject)].id + " is not a proof");
      sum += std::max<std::int64_t>(0, value.value_or(0));
      told.insert(table.subject);
    }
    if (!bounds_.vacancy) return sum;
    for (std::size_t b = 0; b < bounds_.vacancy->batch.size(); ++b)
      if (bounds_.vacancy->batch[b] > 0 && told.contains(scope_.instance().batches[b].subject)) {
        fault("V: a batch is priced although a table counts the rooms of its subject");
        return 0;
      }
    return sum + std::max(Exact(0), proven(*bounds_.vacancy, Aim::Vacancy));
  }

  const Bounds& bounds_;
  Scope scope_;
  const Plan& plan_;
  std::vector<std::string> faults_;
};

} // namespace

std::vector<std::string> verify_bounds(const Instance& instance, const Plan& plan, const Bounds& bounds) {
  try {
    return Verifier(instance, plan, bounds).run();
  } catch (const Exact::Overflow&) {
    return {"the numbers are too large for an exact proof"};
  }
}

} // namespace ankao::draw
