// SPDX-License-Identifier: Apache-2.0
#include "lawfile/read.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "base/utf8.hpp"
#include "embedded/embedded.hpp"

namespace ankao::lawfile {

std::optional<Problem> refused(std::string_view text, const std::string& file, const std::string& what, const Refusals& refusals, const std::function<void(const Fields&)>& work) {
  // YAML would hand the bytes on as text, and what is written from them later would break.
  if (const auto bad = first_bad_utf8(text)) {
    const std::string line = std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n'));
    return problem(refusals.syntax, {{"file", file}, {"line", line}, {"reason", "UTF-8"}}, file + ":" + line);
  }
  try {
    work(Fields(YAML::Load(std::string(text)), file, what, refusals));
    return std::nullopt;
  } catch (const Fault& fault) {
    return fault.problem;
  } catch (const YAML::Exception& error) {
    const std::string line = std::to_string(error.mark.line + 1);
    return problem(refusals.syntax, {{"file", file}, {"line", line}, {"reason", error.msg}}, file + ":" + line);
  }
}

std::string_view carried(const std::string& file) {
  const auto bytes = embedded::find(file);
  ensure(bytes.has_value(), "the program carries " + file);
  return *bytes;
}

void ensure_sound(const std::string& file, const Problem* refusal) {
  ensure(refusal == nullptr, file + " is well formed" + (refusal == nullptr ? "" : ": " + refusal->id + " " + refusal->at));
}

} // namespace ankao::lawfile
