// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"

#include <algorithm>

#include "api/binding/values.hpp"
#include "api/paths.hpp"
#include "http/problem_answer.hpp"

namespace ankao::api {
namespace {

void check_access(const Operation& operation) {
  const Spec& spec = operation.spec;
  ensure(spec.path.rfind("/api/", 0) == 0, "an API path starts with /api/: " + spec.path);
  ensure(!spec.operation.empty(), "an operation has a name: " + spec.path);
  ensure(!spec.cacheable || (spec.access == Access::Public && spec.verb == Verb::Get),
         "only public GET answers are cacheable: " + spec.operation);
  ensure(operation.input != Input::Upload || spec.verb == Verb::Post || spec.verb == Verb::Put,
         "an upload needs POST or PUT: " + spec.operation);
  ensure(spec.verb != Verb::Head && spec.verb != Verb::Other, "operations are GET, POST, PUT or DELETE: " + spec.operation);
}

/// Query values must be texts that can be read as the member's type.
void check_members(const Operation& operation) {
  if (operation.input != Input::Values) return;
  const Spec& spec = operation.spec;
  const std::vector<std::string> in_path = path_parameters(spec.path);
  const auto& fields = operation.in->fields;
  for (const std::string& name : in_path)
    ensure(std::any_of(fields.begin(), fields.end(), [&name](const Field& field) { return field.name == name; }),
           "path parameter {" + name + "} of " + spec.operation + " is no member of its input");
  const bool all_text = spec.verb == Verb::Get || spec.verb == Verb::Delete;
  for (const Field& field : fields) {
    const bool text = all_text || std::find(in_path.begin(), in_path.end(), field.name) != in_path.end();
    const Type& type = field.type();
    const bool holder = type.kind == Kind::Optional || type.kind == Kind::List;
    ensure(!text || is_scalar(holder ? type.element() : type),
           "member " + field.name + " of " + spec.operation + " cannot stand in a path or query");
  }
}

std::string allowed_verb(Verb verb) {
  switch (verb) {
  case Verb::Get:
    return "GET, HEAD";
  case Verb::Post:
    return "POST";
  case Verb::Put:
    return "PUT";
  case Verb::Delete:
    return "DELETE";
  case Verb::Head:
  case Verb::Other:
    break;
  }
  return {};
}

bool changes_something(Verb verb) { return verb != Verb::Get && verb != Verb::Head; }

} // namespace

struct Endpoints::Found {
  const Operation* operation = nullptr;
  PathValues values;
  std::string allowed; ///< verbs of the path when the wanted one is not among them
};

Endpoints::Endpoints(Authenticator& authenticator, Clock& clock)
    : authenticator_(authenticator)
    , clock_(clock) {}
Endpoints::~Endpoints() = default;

void Endpoints::add(Operation operation) {
  check_access(operation);
  check_members(operation);
  for (const Operation& other : operations_) {
    ensure(other.spec.operation != operation.spec.operation, "operation stands twice: " + other.spec.operation);
    ensure(other.spec.path != operation.spec.path || other.spec.verb != operation.spec.verb,
           "verb and path stand twice: " + other.spec.path);
  }
  operations_.push_back(std::move(operation));
}

void Endpoints::name_permissions(std::function<std::string(const std::string&, problems::Language)> words) {
  permission_words_ = std::move(words);
}

/// A path with fewer parameters wins: /plans/current before /plans/{month}.
Endpoints::Found Endpoints::find(Verb verb, const std::string& path) const {
  Found found;
  const Verb wanted = verb == Verb::Head ? Verb::Get : verb;
  for (const Operation& operation : operations_) {
    auto values = match_path(operation.spec.path, path);
    if (!values) continue;
    if (operation.spec.verb != wanted) {
      found.allowed += (found.allowed.empty() ? "" : ", ") + allowed_verb(operation.spec.verb);
    } else if (found.operation == nullptr || values->size() < found.values.size()) {
      found.operation = &operation;
      found.values = std::move(*values);
    }
  }
  return found;
}

http::Response Endpoints::handle(http::Request& request) const {
  const problems::Language language = http::language_of(request);
  Found found = find(request.verb, request.path);
  if (found.operation == nullptr && found.allowed.empty())
    return http::problem_answer(problem("http.not_found", {{"path", request.path}}), language, request.id);
  if (found.operation == nullptr) {
    http::Response refused = http::problem_answer(problem("http.method_not_allowed", {{"allowed", found.allowed}}), language, request.id);
    refused.headers.emplace_back("allow", found.allowed);
    return refused;
  }
  request.route = found.operation->spec.path;
  request.parameters = std::move(found.values);
  Result<http::Response> result = run(*found.operation, request, language);
  if (!result.ok()) return http::problem_answer(result.problem(), language, request.id);
  result->cacheable = found.operation->spec.cacheable && result->status == 200;
  return std::move(result).value();
}

Result<http::Response> Endpoints::run(const Operation& operation, const http::Request& request, problems::Language language) const {
  if (changes_something(request.verb) && request.header("cookie") && request.header("x-ankao") != "1") return problem("api.csrf");
  const Instant now = clock_.now();
  // A cacheable answer is the same for everybody, so its handler does not learn who asks.
  const Caller caller = operation.spec.cacheable ? Caller{} : authenticator_.caller(request, now);
  if (const Result<void> allowed = allow(operation, caller, language); !allowed.ok()) return allowed.problem();
  if (operation.input == Input::None && !request.body.empty() && request.body != "{}") return problem("request.no_body");
  return operation.run(Call{caller, request, language, now});
}

Result<void> Endpoints::allow(const Operation& operation, const Caller& caller, problems::Language language) const {
  if (operation.spec.access == Access::Public) return {};
  if (!caller.signed_in()) return problem("api.sign_in_required");
  const std::string& permission = operation.permission();
  if (operation.spec.access == Access::SignedIn || caller.can(permission)) return {};
  if (!caller.refusal.empty()) return problem(caller.refusal);
  const std::string words = permission_words_ ? permission_words_(permission, language) : permission;
  return problem("api.forbidden", {{"permission", permission}, {"words", words}, {"role", caller.role}});
}

} // namespace ankao::api
