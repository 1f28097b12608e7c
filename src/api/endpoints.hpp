// SPDX-License-Identifier: Apache-2.0
// The list of the API's operations: router, permission check, binding of input, JSON of output, OpenAPI.
//
// Writing routes (a capability's routes/routes.hpp declares `void add_routes(api::Endpoints&, its services ...)`):
//
//   struct BookingForm { std::string institution; int candidates = 0; std::optional<Date> wished; };   // the JSON body, or path + query
//   BOOST_DESCRIBE_STRUCT(BookingForm, (), (institution, candidates, wished))                          // in the struct's namespace
//   struct BookingRow { std::string id; Date day; State state = State::Open; };                        // the JSON answer
//   BOOST_DESCRIBE_STRUCT(BookingRow, (), (id, day, state))
//
//   endpoints.add<BookingForm, BookingRow>(
//       {.verb = Verb::Post, .path = "/api/plans/{month}/bookings", .operation = "booking.create", .summary = "Book a batch", .clauses =
//       {"S-2.1"}},
//       [&service](const Call& call, const BookingForm& form) -> Result<BookingRow> { return service.create(call.caller.actor(), form); });
//
// Member types: those of api.hpp, and Date ("2024-03-05"), Month ("2024-03"), Instant (RFC 3339), double, api::Json (JSON text as is).
// In:   a described struct | None | Upload (multipart/form-data; read path parameters with call.request.parameters.at("id")).
//       A path parameter {id} must be a member of the struct. GET and DELETE: the other members are query values, each of which may be
//       missing (then the member keeps its default; only Date, Month and Instant members are asked for), std::vector members take
//       repeated values. POST and PUT: the other members are the JSON body; a member must be there unless it is std::optional or its
//       default is not blank (`int size = 50`, `bool open = true`; for a string that may be missing use std::optional).
//       Handlers never see input that does not fit: unknown, doubled, missing, wrong type, out of range are refused, all at once.
// Out:  a described struct, std::vector, std::map ... (JSON, 200) | None (204) | Download | Stream | Json | Reply<any of these> to set
//       headers (cookies) or a status.
// Refusals: return a Problem; its catalogue entry gives the status, call.language the words.
// Anonymous callers get 401 api.sign_in_required, callers without the permission 403 api.forbidden, before input is read.
// A request other than GET with a cookie must carry the header `x-ankao: 1` (403 api.csrf): other sites cannot send it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "api/api.hpp"
#include "api/types/type_of.hpp"

namespace ankao::api {

using http::Verb;

/// An answer with headers of its own; status 0 keeps the usual one.
template <class T>
struct Reply {
  T value;
  std::vector<std::pair<std::string, std::string>> headers = {};
  int status = 0;
};

enum class Input { None, Upload, Values }; ///< Values: path and query or JSON body
enum class Output { None, Json, Download, Stream };

/// One operation with its types erased.
struct Operation {
  Spec spec;
  Input input = Input::None;
  const Type* in = nullptr; ///< Values only
  Output output = Output::None;
  const Type* out = nullptr; ///< Json only
  std::function<Result<http::Response>(const Call&)> run;

  const std::string& permission() const { return spec.permission.empty() ? spec.operation : spec.permission; }
};

namespace detail {

/// Reads path, query and body of the request into `object` of type `in`; problem request.*.
Result<void> bind_values(const Spec& spec, const Type& in, const http::Request& request, void* object);
Result<Upload> bind_upload(const http::Request& request);

http::Response json_answer(const Type& type, const void* object);
http::Response answer(const None&);
http::Response answer(const Download& download);
http::Response answer(const Stream& stream);
template <class T>
http::Response answer(const T& value) {
  return json_answer(type_of<T>(), &value);
}
template <class T>
http::Response answer(const Reply<T>& reply) {
  http::Response response = answer(reply.value);
  response.headers.insert(response.headers.end(), reply.headers.begin(), reply.headers.end());
  if (reply.status != 0) response.status = reply.status;
  return response;
}

template <class T>
struct Unwrap {
  using Type = T;
};
template <class T>
struct Unwrap<Reply<T>> {
  using Type = T;
};

template <class Out>
void note_output(Operation& operation) {
  using T = typename Unwrap<Out>::Type;
  if constexpr (std::is_same_v<T, None>)
    operation.output = Output::None;
  else if constexpr (std::is_same_v<T, Download>)
    operation.output = Output::Download;
  else if constexpr (std::is_same_v<T, Stream>)
    operation.output = Output::Stream;
  else {
    operation.output = Output::Json;
    operation.out = &type_of<T>();
  }
}

template <class Out>
Result<http::Response> finish(const Result<Out>& result) {
  if (!result.ok()) return result.problem();
  return answer(*result);
}

} // namespace detail

class Endpoints {
public:
  /// Both must outlive the list.
  Endpoints(Authenticator& authenticator, Clock& clock);
  ~Endpoints();
  Endpoints(const Endpoints&) = delete;
  Endpoints& operator=(const Endpoints&) = delete;

  /// Adds an operation. A path outside /api/, an operation or a verb + path that stands already, a path parameter that is no member,
  /// cacheable without Public GET: broken invariants, found when the program starts.
  template <class In, class Out>
  void add(Spec spec, std::type_identity_t<std::function<Result<Out>(const Call&, const In&)>> handler) {
    Operation operation;
    detail::note_output<Out>(operation);
    if constexpr (std::is_same_v<In, None>) {
      operation.run = [handler = std::move(handler)](const Call& call) { return detail::finish(handler(call, None{})); };
    } else if constexpr (std::is_same_v<In, Upload>) {
      operation.input = Input::Upload;
      operation.run = [handler = std::move(handler)](const Call& call) -> Result<http::Response> {
        const Result<Upload> upload = detail::bind_upload(call.request);
        if (!upload.ok()) return upload.problem();
        return detail::finish(handler(call, *upload));
      };
    } else {
      operation.input = Input::Values;
      operation.in = &type_of<In>();
      operation.run = [handler = std::move(handler), spec](const Call& call) -> Result<http::Response> {
        In values{};
        const Result<void> bound = detail::bind_values(spec, type_of<In>(), call.request, &values);
        if (!bound.ok()) return bound.problem();
        return detail::finish(handler(call, values));
      };
    }
    operation.spec = std::move(spec);
    add(std::move(operation));
  }

  /// Says a permission in plain words, for 403 answers; without it the permission's id stands there.
  void name_permissions(std::function<std::string(const std::string& permission, problems::Language)> words);

  /// Answers a request; problems become application/problem+json. Sets request.route and request.parameters. Exceptions pass through.
  http::Response handle(http::Request& request) const;

  /// The OpenAPI 3.1 document, the same bytes for the same list whatever the order of add().
  std::string openapi() const;

  const std::vector<Operation>& operations() const { return operations_; }

private:
  struct Found;
  void add(Operation operation);
  Found find(Verb verb, const std::string& path) const;
  Result<http::Response> run(const Operation& operation, const http::Request& request, problems::Language language) const;
  Result<void> allow(const Operation& operation, const Caller& caller, problems::Language language) const;

  Authenticator& authenticator_;
  Clock& clock_;
  std::vector<Operation> operations_;
  std::function<std::string(const std::string&, problems::Language)> permission_words_;
};

} // namespace ankao::api
