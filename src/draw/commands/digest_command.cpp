// SPDX-License-Identifier: Apache-2.0
#include "base/sm3.hpp"
#include "draw/commands/console.hpp"
#include "draw/commands/run.hpp"
#include "draw/files/canonical.hpp"
#include "program/command.hpp"
#include "program/files.hpp"

namespace ankao::draw {

int run_digest(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_digest_usage, 1, 1, {}, {"--lang"}});
  if (!arguments) return refuse_usage(arguments.problem());
  const Console console(*arguments);
  const std::string& path = arguments->positional()[0];
  const auto bytes = read_file(path);
  if (!bytes) return console.refuse(bytes.problem());
  const auto canonical = canonical_json(*bytes);
  if (!canonical) return console.refuse(canonical.problem(), path);
  Console::print(to_hex(sm3(*canonical)) + "\n");
  return k_exit_done;
}

} // namespace ankao::draw
