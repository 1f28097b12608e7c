// SPDX-License-Identifier: Apache-2.0
#include <boost/asio/post.hpp>

#include <algorithm>

#include "http/problem_answer.hpp"
#include "http/server/connection.hpp"

namespace ankao::http {
namespace {

namespace beast_http = boost::beast::http;

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

/// "http://host/path" (a proxy's form) -> "/path".
std::string_view origin_form(std::string_view target) {
  if (target.substr(0, 7) != "http://" && target.substr(0, 8) != "https://") return target;
  const std::size_t slash = target.find('/', target.find("//") + 2);
  return slash == std::string_view::npos ? "/" : target.substr(slash);
}

std::string_view query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

} // namespace

void Connection::dispatch() {
  state_ = State::Waiting;
  deadline_ = Time::max();
  if (!shared_.rates.take(peer(), started_)) {
    shared_.counters.refused_by_rate();
    return answer_problem(problem("http.rate_limited"));
  }
  if (answer_from_memory()) return;
  run_route(std::nullopt, {}, 0);
}

/// Whole answers to GET only; true when the request is answered or waits for somebody else's run of the route.
bool Connection::answer_from_memory() {
  const Verb asked = verb();
  if ((asked != Verb::Get && asked != Verb::Head) || !field(beast_http::field::range).empty() || !parser_->get().body().empty())
    return false;
  std::string key;
  key += static_cast<char>('0' + static_cast<int>(accepted_encoding(field(beast_http::field::accept_encoding))));
  key += language() == problems::Language::English ? 'e' : 'z';
  key += view(parser_->get().target());
  const Cache::Lookup found = shared_.cache.find(key, started_, [this]() -> Cache::Waiter {
    return [self = shared_from_this()](const PreparedPtr& answer) {
      boost::asio::post(self->socket_.get_executor(), [self, answer] {
        if (self->state_ != State::Waiting) return;
        if (answer)
          self->answer(answer, true);
        else
          self->run_route(std::nullopt, {}, 0);
      });
    };
  });
  if (found.flight) run_route(found.flight, key, found.generation);
  if (found.answer)
    answer(found.answer, true);
  else if (!found.joined)
    run_route(std::nullopt, key, found.generation);
  return true;
}

/// On a worker. With a flight the answer goes to all who wait for it, else to this connection (and, with a key, to memory).
void Connection::run_route(std::optional<Cache::FlightPtr> flight, std::string key, std::uint64_t generation) {
  Request request = make_request();
  if (request.path.empty()) return answer_problem(problem("http.bad_target"));
  auto job = [self = shared_from_this(), request = std::move(request), wanted = make_wanted(), flight, key, generation]() mutable {
    Shared& shared = self->shared_;
    const PreparedPtr prepared = shared.produce(request, wanted, flight ? (*flight)->previous : nullptr);
    const auto now = std::chrono::steady_clock::now();
    if (flight) return shared.cache.land(key, *flight, prepared, now);
    if (!key.empty()) shared.cache.store(key, generation, prepared, now);
    boost::asio::post(self->socket_.get_executor(), [self, prepared] {
      if (self->state_ == State::Waiting) self->answer(prepared, false);
    });
  };
  if (shared_.workers->post(std::move(job))) return;
  if (flight)
    shared_.cache.land(key, *flight, nullptr, started_);
  else
    answer_problem(problem("http.busy"));
}

/// An empty path says that the target is malformed.
Request Connection::make_request() const {
  const auto& message = parser_->get();
  Request request;
  request.id = id_;
  auto target = parse_target(origin_form(view(message.target())));
  if (!target) return request;
  request.verb = verb();
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  for (const auto& header : message) {
    std::string& value = request.headers[lower(view(header.name_string()))];
    if (!value.empty()) value += header.name() == beast_http::field::cookie ? "; " : ", ";
    value += view(header.value());
  }
  request.body = message.body();
  request.peer = peer();
  return request;
}

Wanted Connection::make_wanted() const {
  Wanted wanted;
  const std::string_view target = origin_form(view(parser_->get().target()));
  wanted.api = target.substr(0, 4) == "/api";
  if (verb() == Verb::Get) wanted.range = std::string(field(beast_http::field::range));
  wanted.if_range = std::string(field(beast_http::field::if_range));
  if (wanted.range.empty()) wanted.encoding = accepted_encoding(field(beast_http::field::accept_encoding));
  return wanted;
}

Verb Connection::verb() const {
  switch (parser_->get().method()) {
  case beast_http::verb::get:
    return Verb::Get;
  case beast_http::verb::head:
    return Verb::Head;
  case beast_http::verb::post:
    return Verb::Post;
  case beast_http::verb::put:
    return Verb::Put;
  case beast_http::verb::delete_:
    return Verb::Delete;
  default:
    return Verb::Other;
  }
}

std::string Connection::peer() const {
  if (!shared_.options.behind_proxy) return peer_address_;
  const auto& fields = parser_->get();
  const auto found = fields.find("x-forwarded-for");
  if (found == fields.end()) return peer_address_;
  std::string_view list = view(found->value());
  const std::size_t comma = list.rfind(',');
  if (comma != std::string_view::npos) list.remove_prefix(comma + 1);
  while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
  return std::string(list);
}

problems::Language Connection::language() const {
  return language_of(query_of(view(parser_->get().target())), field(beast_http::field::accept_language));
}

void Connection::answer_problem(const Problem& problem) {
  const bool known = parser_->is_header_done();
  Response response = problem_answer(problem, known ? language() : problems::Language::Chinese, id_);
  if (response.status == 429 || response.status == 503) response.headers.emplace_back("retry-after", "2");
  answer(prepare(std::move(response), Wanted{.api = true}, "-"), false);
}

void Connection::answer(const PreparedPtr& prepared, bool cached) {
  answer_ = prepared;
  cached_ = cached;
  status_ = prepared->status;
  if (cached) shared_.counters.answered_from_cache();
  const bool known = parser_->is_header_done();
  const std::string_view tags = known ? field(beast_http::field::if_none_match) : std::string_view();
  if (status_ == 200 && !tags.empty() && !prepared->etag.empty() && matches_etag(tags, prepared->etag) &&
      (verb() == Verb::Get || verb() == Verb::Head))
    status_ = 304;
  write_head_and_body();
}

} // namespace ankao::http
