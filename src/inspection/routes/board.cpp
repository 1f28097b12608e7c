// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "inspection/files/law.hpp"
#include "inspection/files/visit_law.hpp"
#include "inspection/routes/board_api.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/store/board.hpp"
#include "inspection/store/differences.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

constexpr int k_most_items = 12;

std::int64_t mean(std::int64_t sum, std::int64_t count) { return count == 0 ? 0 : (2 * sum + count) / (2 * count); }

std::vector<dto::BoardDistrict> districts(db::Transaction& transaction, const store::BoardScope& scope) {
  std::map<std::string, dto::BoardDistrict> all;
  for (const auto& row : store::progress(transaction, scope.campaign)) {
    if (scope.viewer.kind == "district" && row.district != scope.viewer.id) continue;
    auto& one = all[row.district];
    one.targets += row.targets;
    one.inspected += row.inspected;
    one.failed += row.failed;
    one.self += row.self;
  }
  for (const auto& row : store::problems_by_district(transaction, scope)) {
    auto& one = all[row.district];
    one.found = row.found;
    one.open = row.open;
    one.overdue = row.overdue;
    one.closed = row.closed;
  }
  std::vector<dto::BoardDistrict> out;
  for (auto& [code, one] : all) {
    one.district = code;
    one.district_name = district_name(code);
    out.push_back(std::move(one));
  }
  return out;
}

/// Items keep their titles under the version that holds today; one that is gone shows its number alone.
std::vector<dto::BoardItem> items(db::Transaction& transaction, const store::BoardScope& scope) {
  std::map<std::string, std::optional<Checklist>> lists;
  std::vector<dto::BoardItem> out;
  for (const auto& row : store::problems_by_item(transaction, scope, k_most_items)) {
    auto& list = lists.try_emplace(row.checklist, std::nullopt).first->second;
    if (!list) list = checklist_on(transaction, row.checklist, scope.today);
    const Item* item = list ? list->item(row.item) : nullptr;
    out.push_back({row.checklist, row.item, row.number, row.clause, item ? item->title.zh : "", item ? item->title.en : "", row.found, row.repeats, row.open});
  }
  return out;
}

std::vector<dto::BoardHonesty> honesty_rows(db::Transaction& transaction, const store::BoardScope& scope) {
  std::vector<dto::BoardHonesty> out;
  for (const auto& row : store::honesty(transaction, scope)) {
    const auto list = checklist_on(transaction, row.checklist, scope.today);
    out.push_back({row.checklist, list && list->scored(), row.units, mean(row.self_total, row.units), mean(row.official_total, row.units), mean(10 * row.self_problems, row.units), mean(10 * row.official_problems, row.units)});
  }
  return out;
}

void add_differences(db::Transaction& transaction, const store::BoardScope& scope, dto::BoardView& out) {
  const auto all = store::visits_that_differ(transaction, scope);
  out.visits = all.visits;
  out.visits_differ = all.differ;
  for (const auto& row : store::differences_by_figure(transaction, scope, k_most_items)) {
    const FactLaw* law = shipped_visit_law().fact(row.name);
    out.differences.push_back({row.name, law ? law->title.zh : row.name, law ? law->title.en : row.name, row.visits, row.differs, row.below});
  }
}

} // namespace

void add_board_routes(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::BoardOf, dto::BoardView>(
      {.verb = Verb::Get, .path = "/api/campaigns/{id}/board", .operation = "board.view", .summary = "The figures of a special inspection", .clauses = {"M-3.2b", "M-4.4.1", "M-4.1.9"}},
      [&database](const Call& call, const dto::BoardOf& query) -> Result<dto::BoardView> {
        return db::look(database, [&](db::Transaction& transaction) -> Result<dto::BoardView> {
          const auto campaign = store::campaign(transaction, query.id);
          if (!campaign) return problem("inspection.campaign_unknown", {{"value", query.id}}, "id");
          const store::BoardScope scope{query.id, viewer_of(call), date_of(call.now)};
          dto::BoardView out{campaign->id, campaign->title, scope.today, districts(transaction, scope), items(transaction, scope), {}, {}, honesty_rows(transaction, scope), 0, 0, {}};
          for (const auto& row : store::problems_by_day(transaction, scope)) out.days.push_back({row.day, row.found, row.closed});
          const auto ages = store::ages_of_open(transaction, scope);
          add_differences(transaction, scope, out);
          out.ages = {ages.week, ages.month, ages.quarter, ages.older};
          return out;
        });
      });
}

} // namespace ankao::inspection
