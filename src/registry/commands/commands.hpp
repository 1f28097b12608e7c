// SPDX-License-Identifier: Apache-2.0
// ankao registry show, export, import.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "program/command.hpp"
#include "registry/words/table.hpp"

namespace ankao::registry {

/// Stores an imported registry in the database named on the command line, in one transaction; returns a sentence about what was done.
struct Stored {
  std::string chinese;
  std::string english;
};
/// What is to be stored: the printed tables of one file, which the report before it was made from.
struct ToStore {
  std::string file;
  std::string sm3; ///< hex, of the file's bytes
  std::vector<PrintedTable> tables;
};
using Store = std::function<Result<Stored>(const ToStore& what, const std::string& database)>;

/// Without `store`, an import is a rehearsal: it reads, reports and stores nothing, and says so; --database is then refused.
std::vector<Command> commands(Store store = nullptr);

} // namespace ankao::registry
