// SPDX-License-Identifier: Apache-2.0
#include "law/routes.hpp"

#include <boost/describe.hpp>

#include "api/endpoints.hpp"
#include "law/law.hpp"

namespace ankao::law {

BOOST_DESCRIBE_STRUCT(Clause, (), (document, text))
BOOST_DESCRIBE_STRUCT(DrawRule, (), (clauses, zh, en, why_zh, why_en))
BOOST_DESCRIBE_STRUCT(Law, (), (clauses, draw_rules))

void add_routes(api::Endpoints& endpoints) {
  endpoints.add<api::None, Law>({.verb = http::Verb::Get,
                                 .path = "/api/law",
                                 .operation = "law.show",
                                 .access = api::Access::Public,
                                 .summary = "The clauses that decisions cite and the rules of the draw in words",
                                 .clauses = {"P-4.2"},
                                 .cacheable = true},
                                [](const api::Call&, const api::None&) -> Result<Law> { return shipped(); });
}

} // namespace ankao::law
