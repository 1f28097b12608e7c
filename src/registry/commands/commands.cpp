// SPDX-License-Identifier: Apache-2.0
#include "registry/commands/commands.hpp"

#include <cstdio>

#include "base/sm3.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "program/files.hpp"
#include "registry/commands/report.hpp"
#include "registry/files/city_data.hpp"
#include "registry/files/import.hpp"
#include "registry/rules/build.hpp"
#include "registry/files/registry_json.hpp"
#include "tables/write.hpp"

namespace ankao::registry {
namespace {

using problems::Language;

constexpr const char* k_show_usage = "ankao registry show [--json] [--lang zh|en]";
constexpr const char* k_export_usage = "ankao registry export --raw [--table a|b] [--format tsv|csv|xlsx] [--out FILE] [--lang zh|en]";
constexpr const char* k_import_usage = "ankao registry import FILE [--table a|b] [--dry-run] [--json] [--database URL] [--lang zh|en]";

Language language_in(const Arguments& arguments) { return problems::language_of(arguments.option("--lang").value_or("zh")); }

int print_problem(const Problem& problem, Language language) {
  std::fputs(problems::Catalogue::shipped().lines(problem, language).c_str(), stderr);
  return k_exit_bad;
}

Problem usage_problem(const std::string& reason, const std::string& usage) {
  return problem("command.usage", {{"reason", reason}, {"usage", usage}});
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

Result<std::optional<Table>> table_in(const Arguments& arguments, const char* usage) {
  const auto given = arguments.option("--table");
  if (!given) return std::optional<Table>();
  if (*given == "a") return std::optional<Table>(Table::SpecialOperations);
  if (*given == "b") return std::optional<Table>(Table::HighRisk);
  return usage_problem("--table " + *given, usage);
}

Result<Arguments> parse(const std::vector<std::string>& words, const ArgumentRules& rules) {
  auto arguments = Arguments::parse(words, rules);
  if (!arguments) return arguments;
  const auto language = arguments->option("--lang");
  if (language && *language != "zh" && *language != "en") return usage_problem("--lang " + *language, rules.usage);
  return arguments;
}

int show(const std::vector<std::string>& words) {
  const auto arguments = parse(words, {k_show_usage, 0, 0, {"--json"}, {"--lang"}});
  if (!arguments) return print_problem(arguments.problem(), Language::Chinese);
  const Registry& registry = shipped_registry();
  const Catalogue& catalogue = shipped_catalogue();
  print(arguments->has("--json") ? registry_json(registry, catalogue).dump(1) + "\n"
                                 : facts_text(registry, catalogue, language_in(*arguments)));
  return k_exit_done;
}

tables::OutSheet printed_sheet(const PrintedTable& table) {
  static constexpr std::array<double, k_columns> widths{6, 36, 14, 44, 70, 16, 28};
  tables::OutSheet sheet;
  sheet.name = table.table == Table::SpecialOperations ? "特种作业" : "高危行业";
  for (std::size_t i = 0; i < k_columns; ++i)
    sheet.columns.push_back({heading_of(static_cast<Column>(i)), widths[i], tables::ColumnKind::Text});
  for (const PrintedRow& row : table.rows) sheet.rows.emplace_back(row.cells.begin(), row.cells.end());
  return sheet;
}

/// Text formats give the cells back exactly; both tables follow one another with a blank line between.
Result<std::string> raw_bytes(const std::vector<tables::OutSheet>& sheets, const std::string& format) {
  if (format == "xlsx") return tables::write_xlsx(sheets);
  const bool tabs = format == "tsv";
  const tables::TextStyle style{tabs ? '\t' : ',', tabs ? tables::TextEncoding::Utf8 : tables::TextEncoding::Utf8WithMark,
                                tables::FormulaGuard::Exact};
  std::string out;
  for (const tables::OutSheet& sheet : sheets) {
    const auto text = tables::write_text(sheet, {style.separator, out.empty() ? style.encoding : tables::TextEncoding::Utf8, style.guard});
    if (!text) return text;
    out += (out.empty() ? "" : tabs ? "\n" : "\r\n") + *text;
  }
  return out;
}

int export_raw(const std::vector<std::string>& words) {
  const auto arguments = parse(words, {k_export_usage, 0, 0, {"--raw"}, {"--table", "--format", "--out", "--lang"}});
  if (!arguments) return print_problem(arguments.problem(), Language::Chinese);
  const Language language = language_in(*arguments);
  const auto table = table_in(*arguments, k_export_usage);
  if (!table) return print_problem(table.problem(), language);
  const std::string format = arguments->option("--format").value_or("tsv");
  if (format != "tsv" && format != "csv" && format != "xlsx")
    return print_problem(usage_problem("--format " + format, k_export_usage), language);
  if (!arguments->has("--raw")) return print_problem(usage_problem("--raw", k_export_usage), language);
  std::vector<tables::OutSheet> sheets;
  for (const PrintedTable& one : shipped_tables())
    if (!*table || **table == one.table) sheets.push_back(printed_sheet(one));
  const auto bytes = raw_bytes(sheets, format);
  if (!bytes) return print_problem(bytes.problem(), language);
  const auto written = write_file(arguments->option("--out").value_or("-"), *bytes);
  return written ? k_exit_done : print_problem(written.problem(), language);
}

Result<ToStore> read_tables(const std::string& path, std::optional<Table> table) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.problem();
  auto printed = read_printed(*bytes, table);
  if (!printed) return printed.problem();
  return ToStore{path, to_hex(sm3(*bytes)), std::move(*printed)};
}

int report_import(const Registry& registry, const Arguments& arguments) {
  const Language language = language_in(arguments);
  const Catalogue& catalogue = shipped_catalogue();
  if (arguments.has("--json")) {
    print(registry_json(registry, catalogue).dump(1) + "\n");
  } else {
    print(anomalies_text(registry, language) + "\n" + facts_text(registry, catalogue, language));
  }
  return k_exit_done;
}

/// To stderr, so that --json stays JSON.
int tell(const std::string& chinese, const std::string& english, Language language) {
  std::fprintf(stderr, "%s\n", (language == Language::Chinese ? chinese : english).c_str());
  return k_exit_done;
}

int import(const std::vector<std::string>& words, const Store& store) {
  const auto arguments = parse(words, {k_import_usage, 1, 1, {"--dry-run", "--json"}, {"--table", "--database", "--lang"}});
  if (!arguments) return print_problem(arguments.problem(), Language::Chinese);
  const Language language = language_in(*arguments);
  const auto table = table_in(*arguments, k_import_usage);
  if (!table) return print_problem(table.problem(), language);
  const auto database = arguments->option("--database");
  const bool stores = database && !arguments->has("--dry-run");
  if (stores && !store) return print_problem(usage_problem("--database", k_import_usage), language);

  const auto printed = read_tables(arguments->positional().front(), *table);
  if (!printed) return print_problem(printed.problem(), language);
  const auto registry = build(printed->tables, shipped_catalogue());
  if (!registry) return print_problem(registry.problem(), language);
  report_import(*registry, *arguments);
  if (!stores)
    return tell("试运行：以上内容未存入数据库；加 --database URL 存入", "rehearsal: nothing was stored; add --database URL to store it",
                language);
  const auto stored = store(*printed, *database);
  if (!stored) return print_problem(stored.problem(), language);
  return tell(stored->chinese, stored->english, language);
}

} // namespace

std::vector<Command> commands(Store store) {
  return {
      {"registry show", k_show_usage, "名录事实和各区统计 · the shipped registry, normalised", show},
      {"registry export", k_export_usage, "原样导出附件6 · the printed cells of Annex 6, byte for byte", export_raw},
      {"registry import", k_import_usage, "导入名录（xlsx、csv、tsv） · import registry tables",
       [store](const std::vector<std::string>& words) { return import(words, store); }},
  };
}

} // namespace ankao::registry
