// SPDX-License-Identifier: Apache-2.0
#include "api/support/sample.hpp"

#include "http/words/fields.hpp"

namespace ankao::api::sample {
namespace {

std::string bare_id(const nlohmann::json& problem) {
  return problem.at("type").get<std::string>().substr(std::string("urn:ankao:problem:").size());
}

void add_echoes(Endpoints& endpoints) {
  endpoints.add<Everything, Everything>(
      {.verb = Verb::Post, .path = "/api/everything", .operation = "everything.echo", .access = Access::Public, .summary = "Echo"},
      [](const Call&, const Everything& in) -> Result<Everything> { return in; });
  endpoints.add<Search, Search>({.path = "/api/search",
                                 .operation = "thing.search",
                                 .access = Access::Public,
                                 .summary = "Search",
                                 .clauses = {"P-1.2b"},
                                 .cacheable = true},
                                [](const Call&, const Search& in) -> Result<Search> { return in; });
  endpoints.add<OfMonth, OfMonth>(
      {.path = "/api/months/{month}", .operation = "month.show", .access = Access::Public, .summary = "Show a month"},
      [](const Call&, const OfMonth& in) -> Result<OfMonth> { return in; });
  endpoints.add<None, Json>(
      {.path = "/api/months/current", .operation = "month.current", .access = Access::Public, .summary = "The current month"},
      [](const Call& call, const None&) -> Result<Json> { return Json{"{\"now\":" + std::to_string(call.now.ms) + "}"}; });
}

void add_forms(Endpoints& endpoints) {
  endpoints.add<SeatChange, SeatChange>(
      {.verb = Verb::Put, .path = "/api/rooms/{room}/seats", .operation = "seat.change", .summary = "Change seats"},
      [](const Call&, const SeatChange& in) -> Result<SeatChange> { return in; });
  endpoints.add<Base, None>({.verb = Verb::Delete,
                             .path = "/api/rooms/{id}",
                             .operation = "room.remove",
                             .summary = "Remove a room",
                             .permission = "seat.change"},
                            [](const Call&, const Base& in) -> Result<None> {
                              if (in.id == "busy") return problem("http.busy");
                              return None{};
                            });
  endpoints.add<None, Base>({.path = "/api/me", .operation = "me.show", .access = Access::SignedIn, .summary = "Who am I"},
                            [](const Call& call, const None&) -> Result<Base> { return Base{call.caller.account}; });
  endpoints.add<None, Reply<None>>(
      {.verb = Verb::Post, .path = "/api/session", .operation = "session.open", .access = Access::Public, .summary = "Sign in"},
      [](const Call&, const None&) -> Result<Reply<None>> {
        return Reply<None>{{}, {{"set-cookie", "session=clerk"}}, 201};
      });
}

void add_files(Endpoints& endpoints) {
  endpoints.add<Upload, Echo>(
      {.verb = Verb::Post, .path = "/api/rooms/{id}/files", .operation = "file.add", .access = Access::Public, .summary = "Add a file"},
      [](const Call& call, const Upload& in) -> Result<Echo> {
        Echo echo{in.name + "|" + in.content_type + "|" + in.bytes, {call.request.parameters.at("id")}};
        for (const auto& [name, value] : in.fields) echo.fields.push_back(name + "=" + value);
        return echo;
      });
  endpoints.add<None, Download>({.path = "/api/file", .operation = "file.show", .access = Access::Public, .summary = "A file"},
                                [](const Call&, const None&) -> Result<Download> {
                                  return Download{"考试 \"计划\";1.xlsx", "application/zip", "PK"};
                                });
  endpoints.add<None, Stream>(
      {.path = "/api/events", .operation = "event.watch", .access = Access::Public, .summary = "Events"},
      [](const Call&, const None&) -> Result<Stream> { return Stream{[](const std::shared_ptr<http::EventStream>& s) { s->close(); }}; });
}

} // namespace

Caller CookieAuthenticator::caller(const http::Request& request, Instant) {
  const auto name = request.cookie("session");
  if (!name || name->empty()) return {};
  Caller caller;
  caller.account = caller.name = *name;
  caller.role = "role-of-" + *name;
  caller.scope_kind = "city";
  if (*name == "clerk") caller.permissions.insert("seat.change");
  return caller;
}

SampleApi::SampleApi()
    : endpoints(authenticator_, clock_) {
  add_echoes(endpoints);
  add_forms(endpoints);
  add_files(endpoints);
}

http::Response SampleApi::send(Verb verb, const std::string& target, const std::string& body, const std::string& cookie) {
  return call(verb, target, {{"content-type", "application/json; charset=utf-8"}, {"x-ankao", "1"}}, cookie, body);
}

http::Response SampleApi::call(Verb verb, const std::string& target, std::map<std::string, std::string> headers, const std::string& cookie,
                               const std::string& body) {
  const auto parsed = http::parse_target(target);
  ensure(parsed.has_value(), "the test's target is well-formed");
  http::Request request;
  request.verb = verb;
  request.path = parsed->path;
  request.query = parsed->query;
  request.headers.insert(headers.begin(), headers.end());
  request.headers.emplace("accept-language", "en");
  if (!cookie.empty()) request.headers.emplace("cookie", "session=" + cookie);
  request.body = body;
  request.id = "r1";
  return endpoints.handle(request);
}

std::vector<Fault> faults(const http::Response& response) {
  const auto json = nlohmann::json::parse(response.body);
  std::vector<Fault> out;
  if (!json.contains("parts")) return {{bare_id(json), json.value("at", "")}};
  for (const auto& part : json.at("parts")) out.push_back({bare_id(part), part.value("at", "")});
  return out;
}

std::string problem_id(const http::Response& response) { return bare_id(nlohmann::json::parse(response.body)); }

} // namespace ankao::api::sample
