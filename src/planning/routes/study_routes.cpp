// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "draw/study/placed.hpp"
#include "planning/routes/parts.hpp"
#include "planning/routes/study_views.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::Spec;
using ::ankao::api::Verb;

namespace {

Spec spec(const std::string& path, const char* operation, const char* summary, std::vector<std::string> clauses, const char* permission) {
  Spec out;
  out.verb = Verb::Get;
  out.path = "/api/studies" + path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = std::move(clauses);
  out.permission = permission;
  return out;
}

/// The newest drawn version for those who may see drafts, else the version in force.
std::optional<PlanVersion> version_of(db::Transaction& transaction, const Call& call, Month month) {
  if (call.caller.can("plan.view_draft"))
    if (auto newest = newest_version(transaction, month); newest && !newest->plan_sm3.empty() && newest->lawful) return newest;
  return published_version(transaction, month);
}

std::string own(const Call& call, const char* kind) { return call.caller.scope_kind == kind ? call.caller.scope_id : ""; }

class Studies {
public:
  Studies(Endpoints& endpoints, const World& world, DrawnPlans& drawn)
      : endpoints_(endpoints)
      , world_(world)
      , drawn_(drawn) {}

  void add() {
    add_unplaced();
    add_batch();
    add_institution();
    add_site();
  }

private:
  /// `work(studied)`; planning.plan_unknown where nothing is drawn within the caller's reach. Nothing is read while it works.
  template <class Out, class Work>
  Result<Out> with(const Call& call, Month month, const Work& work) const {
    const auto studied = look(world_.database, [&](db::Transaction& transaction) -> Result<std::shared_ptr<const Studied>> {
      const auto version = version_of(transaction, call, month);
      const auto drawn = version ? drawn_.get(transaction, *version) : nullptr;
      if (!drawn) return problem("planning.plan_unknown", {{"month", to_string(month)}});
      return std::make_shared<const Studied>(world_, *version, drawn, call.language);
    });
    if (!studied.ok()) return studied.problem();
    return work(**studied);
  }

  void add_unplaced() {
    endpoints_.add<dto::StudyQuery, dto::UnplacedStudies>(
        spec("/unplaced", "study.unplaced", "Batches without seats, and the shortage behind each", {"S-3.3", "S-3.7"}, "study.view"), [self = *this](const Call& call, const dto::StudyQuery& query) {
          return self.with<dto::UnplacedStudies>(call, query.month, [&](const Studied& studied) { return Result<dto::UnplacedStudies>(unplaced_view(studied, own(call, "institution"))); });
        });
  }

  void add_batch() {
    endpoints_.add<dto::StudyItemQuery, dto::BatchStudy>(
        spec("/{month}/batches/{id}", "study.batch", "What would have to change for a batch without seats", {"S-3.2", "S-3.3", "S-3.7"}, "study.view"),
        [self = *this](const Call& call, const dto::StudyItemQuery& query) {
          return self.with<dto::BatchStudy>(call, query.month, [&](const Studied& studied) -> Result<dto::BatchStudy> {
            const int batch = draw::index_of(studied.instance().batches, query.id);
            const std::string scope = own(call, "institution");
            // What lies outside one's scope is as unknown as what does not exist.
            if (batch < 0 || (!scope.empty() && studied.institution(draw::at(studied.instance().batches, batch).institution).id != scope))
              return problem("planning.batch_unknown", {{"value", query.id}, {"month", to_string(query.month)}});
            return batch_study(studied, batch);
          });
        });
  }

  void add_institution() {
    endpoints_.add<dto::StudyItemQuery, dto::InstitutionStudyView>(
        spec("/{month}/institutions/{id}", "study.institution", "What the plan is for an institution: places, distances, visits", {"S-1.2a", "S-3.1", "S-3.2"}, "study.view"),
        [self = *this](const Call& call, const dto::StudyItemQuery& query) {
          return self.with<dto::InstitutionStudyView>(call, query.month, [&](const Studied& studied) -> Result<dto::InstitutionStudyView> {
            const int institution = draw::index_of(studied.instance().institutions, query.id);
            const std::string scope = own(call, "institution");
            if (institution < 0 || (!scope.empty() && scope != query.id)) return problem("planning.institution_unknown", {{"value", query.id}, {"month", to_string(query.month)}});
            return institution_view(studied, institution);
          });
        });
  }

  void add_site() {
    endpoints_.add<dto::StudyItemQuery, dto::SiteStudyView>(spec("/{month}/sites/{id}", "study.site", "What the plan is for a site: openings, sessions, who comes", {"S-3.3", "P-2.3a"}, "study.site"),
                                                            [self = *this](const Call& call, const dto::StudyItemQuery& query) {
                                                              return self.with<dto::SiteStudyView>(call, query.month, [&](const Studied& studied) -> Result<dto::SiteStudyView> {
                                                                const int site = draw::index_of(studied.instance().sites, query.id);
                                                                const std::string scope = own(call, "site");
                                                                if (site < 0 || (!scope.empty() && scope != query.id))
                                                                  return problem("planning.site_unknown", {{"value", query.id}, {"month", to_string(query.month)}});
                                                                return site_view(studied, site);
                                                              });
                                                            });
  }

  Endpoints& endpoints_;
  const World& world_;
  DrawnPlans& drawn_;
};

} // namespace

void add_study_routes(Endpoints& endpoints, const World& world, DrawnPlans& drawn) { Studies(endpoints, world, drawn).add(); }

} // namespace ankao::planning
