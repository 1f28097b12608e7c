// SPDX-License-Identifier: Apache-2.0
// The API, described once: every operation is an Endpoint made from C++ types that are described with BOOST_DESCRIBE_STRUCT.
// From the list come the router, the permission check, the OpenAPI document and so the TypeScript client.
//
//   struct InstitutionQuery { std::string q; std::string district; int page = 1; int size = 50; };
//   BOOST_DESCRIBE_STRUCT(InstitutionQuery, (), (q, district, page, size))
//   endpoints.add<InstitutionQuery, InstitutionPage>(
//       {.verb = Verb::Get, .path = "/api/registry/institutions", .operation = "institution.list", .access = Access::Public,
//        .summary = "List the registered institutions", .clauses = {"P-1.2b"}, .cacheable = true},
//       [&](const Call& call, const InstitutionQuery& query) -> Result<InstitutionPage> { ... });
//
// Member types: bool, int, std::int64_t, std::string, std::optional<T>, std::vector<T>, std::map<std::string, T>, enums described with
// BOOST_DESCRIBE_ENUM (JSON: the enumerator's name in snake_case), nested described structs. JSON names are the member names.
// `In`: path parameters {id} and, for GET and DELETE, query values are bound to members of the same name; for POST and PUT the
// JSON body is (unknown member, wrong type, missing non-optional member without default: problem request.*, with JSON pointer).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "http/message.hpp"
#include "ledger/words/event.hpp"
#include "problems/catalogue.hpp"

namespace ankao::api {

/// Who calls. Anonymous callers have an empty account and no permission.
struct Caller {
  std::string account;
  std::string name;
  std::string role;                  ///< role id, "" when anonymous
  std::set<std::string> permissions; ///< "plan.draw" ...
  std::string scope_kind;            ///< "city", "district", "institution", "site", "own", "" when anonymous
  std::string scope_id;              ///< "" for the city
  std::string behalf;                ///< account that this one acts for under a delegation (代办), "" usually; the scope is then that account's
  std::string refusal;               ///< a problem that stands before every permission, e.g. "identity.password_first"; "" usually
  bool signed_in() const { return !account.empty(); }
  bool can(const std::string& permission) const { return refusal.empty() && permissions.contains(permission); }
  ledger::Actor actor() const { return {account, name, role, scope_id.empty() ? scope_kind : scope_kind + ":" + scope_id, behalf}; }
};

/// What a handler knows beside its input.
struct Call {
  const Caller& caller;
  const http::Request& request;
  problems::Language language;
  Instant now; ///< from the clock port; tests set it
};

enum class Access { Public, SignedIn, Permission }; ///< Permission: the caller needs the permission named like the operation

struct Spec {
  http::Verb verb = http::Verb::Get;
  std::string path = {};      ///< "/api/plans/{month}"
  std::string operation = {}; ///< noun.verb
  Access access = Access::Permission;
  std::string summary = {}; ///< English, one line; stands in OpenAPI
  std::vector<std::string> clauses = {};
  bool cacheable = false;      ///< only with Access::Public and GET
  std::string permission = {}; ///< when the permission is not named like the operation
};

/// An uploaded file (multipart/form-data field `file`); other fields are in `fields`.
struct Upload {
  std::string name;
  std::string content_type;
  std::string bytes;
  std::vector<std::pair<std::string, std::string>> fields;
  std::optional<std::string> field(std::string_view name) const;
};

/// A file to download.
struct Download {
  std::string name; ///< file name offered, UTF-8
  std::string content_type;
  std::string bytes;
};

/// A stream of events: `start` is called with the open stream.
struct Stream {
  std::function<void(std::shared_ptr<http::EventStream>)> start;
};

struct None {}; ///< no input or no output (204)

/// Finds the caller of a request; identity implements it.
class Authenticator {
public:
  virtual ~Authenticator() = default;
  virtual Caller caller(const http::Request& request, Instant now) = 0;
};

class Clock {
public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

class Endpoints; // api/endpoints.hpp: add<In, Out>(Spec, handler), handle(Request) -> Response, openapi() -> JSON text; how to write routes

} // namespace ankao::api
