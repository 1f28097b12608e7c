// SPDX-License-Identifier: Apache-2.0
#include "jobs/service/kinds.hpp"

#include <algorithm>

namespace ankao::jobs {
namespace {

const Detail k_for_good{"retry", "never"};
constexpr std::int64_t k_ms_per_minute = 60'000;

} // namespace

Problem for_good(Problem problem) {
  problem.details.push_back(k_for_good);
  return problem;
}

bool is_for_good(const Problem& problem) {
  return std::find(problem.details.begin(), problem.details.end(), k_for_good) != problem.details.end();
}

void Kinds::on(const std::string& kind, Handler handler, const Policy& policy) {
  ensure(policy.tries > 0 && policy.lease_ms > 0, "a job has at least one try and a lease");
  ensure(kinds_.emplace(kind, Kind{std::move(handler), policy, 0}).second, "kind of job doubled: " + kind);
}

void Kinds::every(const std::string& kind, int minutes, Handler handler, const Policy& policy) {
  ensure(minutes > 0, "a schedule has a period");
  on(kind, std::move(handler), policy);
  kinds_.at(kind).every_ms = minutes * k_ms_per_minute;
}

void Kinds::stopped(const std::string& kind, Stopped told) { kinds_.at(kind).stopped = std::move(told); }

void Kinds::tell_stopped(db::Transaction& transaction, const Job& job, Instant now) const {
  const Kind* kind = find(job.kind);
  if (kind != nullptr && kind->stopped) kind->stopped(transaction, job, now);
}

const Kinds::Kind* Kinds::find(const std::string& kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? nullptr : &found->second;
}

} // namespace ankao::jobs
