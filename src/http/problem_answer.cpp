// SPDX-License-Identifier: Apache-2.0
#include "http/problem_answer.hpp"

#include <nlohmann/json.hpp>

#include "http/words/fields.hpp"
#include "problems/clauses.hpp"

namespace ankao::http {
namespace {

using Json = nlohmann::ordered_json;

Json describe(const Problem& problem, problems::Language language) {
  const auto& catalogue = problems::Catalogue::shipped();
  const problems::Text text = catalogue.text(problem, language);
  Json json = {{"type", "urn:ankao:problem:" + problem.id}, {"title", text.title}, {"status", catalogue.entry(problem.id).status}};
  if (!text.remedy.empty()) json["detail"] = text.remedy;
  if (!problem.at.empty()) json["at"] = problem.at;
  // What the why panel asks with: only where a clause stands behind the refusal.
  if (const auto clauses = problems::clauses_of(problem); !clauses.empty()) {
    json["clauses"] = clauses;
    json["facts"] = Json::array();
    for (const Detail& detail : problem.details) json["facts"].push_back({{"name", detail.name}, {"value", detail.value}});
  }
  if (problem.parts.empty()) return json;
  json["parts"] = Json::array();
  for (const Problem& part : problem.parts) json["parts"].push_back(describe(part, language));
  return json;
}

} // namespace

problems::Language language_of(const Request& request) {
  if (const auto asked = request.query_value("lang")) return problems::language_of(*asked);
  return accepted_language(request.header("accept-language").value_or(""));
}

problems::Language language_of(std::string_view query, std::string_view accept_language) {
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.substr(0, 5) == "lang=") return problems::language_of(pair.substr(5));
  }
  return accepted_language(accept_language);
}

Response problem_answer(const Problem& problem, problems::Language language, const std::string& request_id) {
  Json json = describe(problem, language);
  json["instance"] = request_id;
  Response response;
  response.status = json["status"].get<int>();
  response.content_type = "application/problem+json; charset=utf-8";
  response.headers.emplace_back("content-language", language == problems::Language::English ? "en" : "zh-CN");
  response.body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

} // namespace ankao::http
