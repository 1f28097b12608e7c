// SPDX-License-Identifier: Apache-2.0
#include "http/server/shared.hpp"

#include <exception>

#include "http/problem_answer.hpp"

namespace ankao::http {
namespace {

bool reads(Verb verb) { return verb == Verb::Get || verb == Verb::Head; }
bool is_api(std::string_view path) { return path == "/api" || path.substr(0, 5) == "/api/"; }

Response internal_failure(const Request& request) {
  return problem_answer(problem("http.internal", {{"request", request.id}}), language_of(request), request.id);
}

Response not_found(const Request& request) {
  return problem_answer(problem("http.not_found", {{"path", request.path}}), language_of(request), request.id);
}

} // namespace

Shared::Shared(Options chosen, Server::Handler route)
    : options(std::move(chosen))
    , handler(std::move(route))
    , log(options.log ? options.log : LogBuffer::Sink(&write_to_stderr))
    , cache(options.cache_age)
    , rates(options.rate)
    , assets(options.assets) {}

PreparedPtr Shared::produce(Request& request, const Wanted& wanted, const PreparedPtr& previous) {
  try {
    Response response = respond(request, wanted);
    return prepare(std::move(response), wanted, request.route.empty() ? "-" : request.route, previous);
  } catch (const std::exception& error) {
    log_failure(log, request.id, request.route, error.what());
  }
  return prepare(internal_failure(request), wanted, request.route.empty() ? "-" : request.route);
}

Response Shared::respond(Request& request, const Wanted& wanted) {
  if (auto own = own_answer(request)) return std::move(*own);
  if (!assets.any() || is_api(request.path) || !reads(request.verb)) return handler(request);
  request.route = "asset";
  if (auto asset = assets.find(request.path, wanted.encoding)) return std::move(*asset);
  return not_found(request);
}

/// The figures are for the operator's own scraper, not for the public.
std::optional<Response> Shared::own_answer(Request& request) {
  if (!reads(request.verb)) return std::nullopt;
  Response response;
  if (request.path == "/healthz") {
    request.route = "/healthz";
    const bool well = !stopping && (!options.healthy || options.healthy());
    response.status = well ? 200 : 503;
    response.body = well ? R"({"status":"ok"})" : R"({"status":"unavailable"})";
    return response;
  }
  if (request.path != "/metrics") return std::nullopt;
  request.route = "/metrics";
  if (!is_loopback(request.peer)) return not_found(request);
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = counters.prometheus();
  return response;
}

} // namespace ankao::http
