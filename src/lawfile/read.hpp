// SPDX-License-Identifier: Apache-2.0
// The frame around the reading of one file of law/.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "lawfile/fields.hpp"

namespace ankao::lawfile {

/// Gives the map of the file to `work`; what it refuses, and what is no YAML, comes back.
std::optional<Problem> refused(std::string_view text, const std::string& file, const std::string& what, const Refusals& refusals, const std::function<void(const Fields&)>& work);
/// A file that the program carries; that it is not carried is a broken invariant.
std::string_view carried(const std::string& file);
/// A shipped file that is refused is a broken invariant.
void ensure_sound(const std::string& file, const Problem* refusal);

/// What `from` makes of the map; `what` is how people call the file.
template <class From>
auto read(std::string_view text, const std::string& file, const std::string& what, const Refusals& refusals, From from) -> Result<std::invoke_result_t<From, const Fields&>> {
  std::optional<std::invoke_result_t<From, const Fields&>> out;
  if (auto problem = refused(text, file, what, refusals, [&](const Fields& in) { out.emplace(from(in)); })) return std::move(*problem);
  return std::move(*out);
}

/// The shipped file, by its strict reader (text -> Result of a law).
template <class Reader>
auto shipped(const std::string& file, Reader reader) {
  auto law = reader(carried(file));
  ensure_sound(file, law.ok() ? nullptr : &law.problem());
  return std::move(law.value());
}

} // namespace ankao::lawfile
