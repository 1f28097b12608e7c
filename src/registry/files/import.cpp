// SPDX-License-Identifier: Apache-2.0
#include "registry/files/import.hpp"

#include "embedded/embedded.hpp"
#include "registry/files/city_data.hpp"
#include "registry/files/find_tables.hpp"
#include "registry/rules/build.hpp"
#include "tables/read.hpp"

namespace ankao::registry {
namespace {

std::vector<PrintedTable> load_shipped() {
  std::vector<PrintedTable> all;
  for (const auto& [path, table] :
       {std::pair{"data/annex6/table_a.tsv", Table::SpecialOperations}, std::pair{"data/annex6/table_b.tsv", Table::HighRisk}}) {
    const auto bytes = embedded::find(path);
    ensure(bytes.has_value(), std::string("data file is missing from the program: ") + path);
    auto read = read_printed(*bytes, table);
    ensure(read.ok() && read->size() == 1, std::string("the shipped table is well formed: ") + path);
    all.push_back(std::move(read->front()));
  }
  return all;
}

Registry build_shipped() {
  auto built = build(shipped_tables(), shipped_catalogue());
  ensure(built.ok(), "the shipped tables are understood");
  return std::move(*built);
}

} // namespace

Result<std::vector<PrintedTable>> read_printed(std::string_view bytes, std::optional<Table> wanted, const tables::Limits& limits) {
  const auto sheets = tables::read(bytes, limits);
  if (!sheets) return sheets.problem();
  return find_tables(*sheets, wanted);
}

Result<Registry> import_bytes(std::string_view bytes, const Catalogue& catalogue, std::optional<Table> wanted,
                              const tables::Limits& limits) {
  const auto tables = read_printed(bytes, wanted, limits);
  if (!tables) return tables.problem();
  return build(*tables, catalogue);
}

const std::vector<PrintedTable>& shipped_tables() {
  static const std::vector<PrintedTable> tables = load_shipped();
  return tables;
}

const Registry& shipped_registry() {
  static const Registry registry = build_shipped();
  return registry;
}

} // namespace ankao::registry
