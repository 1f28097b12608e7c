// SPDX-License-Identifier: Apache-2.0
// Month plans in the database: versions with their steps, files, approvals and waivers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// The versions of a month, oldest first, steps included.
std::vector<PlanVersion> versions(db::Transaction& transaction, Month month);
std::optional<PlanVersion> find_version(db::Transaction& transaction, Month month, int version);
/// The newest version.
std::optional<PlanVersion> newest_version(db::Transaction& transaction, Month month);
/// The version in force.
std::optional<PlanVersion> published_version(db::Transaction& transaction, Month month);
/// Newest version of every month, newest month first.
std::vector<PlanVersion> newest_versions(db::Transaction& transaction);
/// Versions in force, newest month first, and how many there are.
std::vector<PlanVersion> published_versions(db::Transaction& transaction, int page, int size, std::int64_t& total);

void insert_version(db::Transaction& transaction, const PlanVersion& version);
/// Writes everything but the steps if the stored stage still is `expected`; false when somebody was faster.
bool update_version(db::Transaction& transaction, const PlanVersion& version, Stage expected);
/// A sign of life of the running draw.
void beat(db::Transaction& transaction, Month month, int version, std::int64_t work_done, const draw::Levels& best, Instant at);
void add_step(db::Transaction& transaction, Month month, int version, const Step& step);

struct PlanFile {
  std::string name;
  std::string sm3;
  std::int64_t size = 0;
  std::string body; ///< empty in lists
};
void put_file(db::Transaction& transaction, Month month, int version, const std::string& name, const std::string& body);
std::optional<PlanFile> find_file(db::Transaction& transaction, Month month, int version, const std::string& name);
std::vector<PlanFile> files(db::Transaction& transaction, Month month, int version);

void put_approval(db::Transaction& transaction, Month month, int version, const Approval& approval);
std::vector<Approval> approvals(db::Transaction& transaction, Month month, int version);

void put_waivers(db::Transaction& transaction, Month month, int version, const std::vector<Waiver>& waivers);
std::vector<Waiver> waivers(db::Transaction& transaction, Month month, int version);

} // namespace ankao::planning
