// SPDX-License-Identifier: Apache-2.0
// Expected refusals travel as values: a Result<T> is either a T or a Problem, and may not be dropped.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/ensure.hpp"

namespace ankao {

/// One named fact of a problem, e.g. {"value", "黄浦区"}; the catalogue's texts refer to it as {value}.
struct Detail {
  std::string name;
  std::string value;
  bool operator==(const Detail&) const = default;
};

/// An expected refusal. `id` names an entry of data/problems.yaml (e.g. "registry.district_unknown"), `at` the place of the
/// fault (a JSON pointer, "第 14 行 · 区域", a form field), `parts` the single faults when there are several (one per row or cell).
struct Problem {
  std::string id;
  std::string at;
  std::vector<Detail> details;
  std::vector<Problem> parts;
  bool operator==(const Problem&) const = default;
};

inline Problem problem(std::string id, std::vector<Detail> details = {}, std::string at = {}) {
  return Problem{std::move(id), std::move(at), std::move(details), {}};
}

template <class T>
class [[nodiscard]] Result {
public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problem problem) : state_(std::in_place_index<1>, std::move(problem)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    ensure(ok(), "Result::value of a problem");
    return std::get<0>(state_);
  }
  T& value() & {
    ensure(ok(), "Result::value of a problem");
    return std::get<0>(state_);
  }
  T&& value() && {
    ensure(ok(), "Result::value of a problem");
    return std::get<0>(std::move(state_));
  }
  const Problem& problem() const {
    ensure(!ok(), "Result::problem of a value");
    return std::get<1>(state_);
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

private:
  std::variant<T, Problem> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
  Result() = default;
  Result(Problem problem) : failed_(true), problem_(std::move(problem)) {}
  bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  const Problem& problem() const {
    ensure(failed_, "Result::problem of a success");
    return problem_;
  }

private:
  bool failed_ = false;
  Problem problem_;
};

} // namespace ankao
