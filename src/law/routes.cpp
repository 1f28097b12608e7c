// SPDX-License-Identifier: Apache-2.0
#include "law/routes.hpp"

#include <boost/describe.hpp>

#include "api/endpoints.hpp"
#include "law/law.hpp"
#include "law/why.hpp"
#include "problems/catalogue.hpp"

namespace ankao::law {

BOOST_DESCRIBE_STRUCT(Clause, (), (document, text))
BOOST_DESCRIBE_STRUCT(Document, (), (date, zh, en))
BOOST_DESCRIBE_STRUCT(DrawRule, (), (clauses, zh, en, why_zh, why_en, change_zh, change_en))
BOOST_DESCRIBE_STRUCT(Said, (), (zh, en))
BOOST_DESCRIBE_STRUCT(Law, (), (clauses, draw_rules, documents, draw_since, fact_names))

/// A refusal as its answer told it: the problem's id and its facts, name by name.
struct RefusalQuery {
  std::string id;
  std::vector<std::string> name;
  std::vector<std::string> value;
};
BOOST_DESCRIBE_STRUCT(RefusalQuery, (), (id, name, value))

namespace {

constexpr std::size_t k_most_facts = 40;

Result<Why> refusal(const RefusalQuery& query) {
  if (!problems::Catalogue::shipped().has(query.id)) return problem("law.refusal_unknown", {{"value", query.id}});
  if (query.name.size() != query.value.size() || query.name.size() > k_most_facts)
    return problem("law.refusal_facts", {{"names", std::to_string(query.name.size())}, {"values", std::to_string(query.value.size())}});
  Problem asked = problem(query.id);
  for (std::size_t i = 0; i < query.name.size(); ++i) asked.details.push_back({query.name[i], query.value[i]});
  return why_of(asked);
}

} // namespace

void add_routes(api::Endpoints& endpoints) {
  endpoints.add<api::None, Law>({.verb = http::Verb::Get,
                                 .path = "/api/law",
                                 .operation = "law.show",
                                 .access = api::Access::Public,
                                 .summary = "The clauses that decisions cite and the rules of the draw in words",
                                 .clauses = {"P-4.2"},
                                 .cacheable = true},
                                [](const api::Call&, const api::None&) -> Result<Law> { return shipped(); });
  endpoints.add<RefusalQuery, Why>({.verb = http::Verb::Get,
                                    .path = "/api/law/refusals/{id}",
                                    .operation = "law.refusal",
                                    .access = api::Access::Public,
                                    .summary = "Why something was refused: the clauses behind it, its facts, what would have changed it",
                                    .clauses = {"P-4.2"}},
                                   [](const api::Call&, const RefusalQuery& query) { return refusal(query); });
}

} // namespace ankao::law
