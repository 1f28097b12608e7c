// SPDX-License-Identifier: Apache-2.0
// A small API with a member of every kind, and callers to try it with.
#pragma once

#include <boost/describe.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/endpoints.hpp"

namespace ankao::api::sample {

enum class Mood { Calm, VeryCalm, GBCode };
BOOST_DESCRIBE_ENUM(Mood, Calm, VeryCalm, GBCode)

struct Seat {
  std::string room;
  int count = 0;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (room, count))

struct Base {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(Base, (), (id))

/// Every kind of member.
struct Everything : Base {
  bool open = false;
  int whole = 0;
  std::int64_t large = 0;
  unsigned char small = 0;
  double fraction = 0;
  std::string text;
  Date day;
  Month month;
  Instant at;
  Mood mood = Mood::Calm;
  std::optional<std::string> note;
  std::vector<Seat> seats;
  std::map<std::string, int> counts;
  Seat main;
  Json raw;
};
BOOST_DESCRIBE_STRUCT(Everything, (Base), (open, whole, large, small, fraction, text, day, month, at, mood, note, seats, counts, main, raw))

struct Search {
  std::string q;
  std::optional<int> least;
  std::vector<std::string> district;
  bool closed = false;
  Mood mood = Mood::Calm;
  double near = 0;
  int page = 1;
  int size = 50;
};
BOOST_DESCRIBE_STRUCT(Search, (), (q, least, district, closed, mood, near, page, size))

struct OfMonth {
  Month month;
  Date from;
};
BOOST_DESCRIBE_STRUCT(OfMonth, (), (month, from))

struct SeatChange {
  std::string room;
  int count = 0;
  int rows = 5;
  bool notify = true;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SeatChange, (), (room, count, rows, notify, reason))

struct Echo {
  std::string text;
  std::vector<std::string> fields;
};
BOOST_DESCRIBE_STRUCT(Echo, (), (text, fields))

class FixedClock : public Clock {
public:
  Instant now() override { return {1'709'602'200'000}; }
};

/// The cookie "session=NAME" tells who calls: "clerk" may seat.change, "guest" may nothing.
class CookieAuthenticator : public Authenticator {
public:
  Caller caller(const http::Request& request, Instant now) override;
};

/// The list with one operation of every form.
class SampleApi {
public:
  SampleApi();
  Endpoints endpoints;

  http::Response get(const std::string& target, const std::string& cookie = {}) { return call(Verb::Get, target, {}, cookie); }
  /// A JSON body; as the web app sends it.
  http::Response send(Verb verb, const std::string& target, const std::string& body, const std::string& cookie = {});
  http::Response call(Verb verb, const std::string& target, std::map<std::string, std::string> headers, const std::string& cookie = {},
                      const std::string& body = {});

private:
  CookieAuthenticator authenticator_;
  FixedClock clock_;
};

/// {"id": "request.missing", "at": "/a"} pairs of the problem or of its parts.
struct Fault {
  std::string id, at;
  bool operator==(const Fault&) const = default;
};
std::vector<Fault> faults(const http::Response& response);
/// The id of the problem itself.
std::string problem_id(const http::Response& response);

} // namespace ankao::api::sample
