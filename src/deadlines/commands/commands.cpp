// SPDX-License-Identifier: Apache-2.0
#include "deadlines/commands/commands.hpp"

#include <array>
#include <cstdio>

#include "deadlines/files/holidays.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"

namespace ankao::deadlines {
namespace {

using problems::Language;

constexpr const char* k_usage = "ankao calendar YYYY-MM [--lang zh|en]";

int print_problem(const Problem& problem, Language language) {
  std::fputs(problems::Catalogue::shipped().lines(problem, language).c_str(), stderr);
  return k_exit_bad;
}

std::string weekday_name(Date date, Language language) {
  static constexpr std::array<const char*, 7> chinese{"一", "二", "三", "四", "五", "六", "日"};
  static constexpr std::array<const char*, 7> english{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return language == Language::Chinese ? std::string("星期") + chinese[date.weekday() - 1] : english[date.weekday() - 1];
}

std::string kind_name(const DayKind& day, Language language) {
  const bool chinese = language == Language::Chinese;
  switch (day.kind) {
  case DayKind::Kind::Workday:
    return chinese ? "工作日" : "working day";
  case DayKind::Kind::WorkedWeekend:
    return (chinese ? "工作日（调休上班：" + day.holiday + "）" : "working day (makes up for " + day.holiday + ")");
  case DayKind::Kind::Weekend:
    return chinese ? "休息（周末）" : "rest (weekend)";
  case DayKind::Kind::Holiday:
    return (chinese ? "放假（" + day.holiday + "）" : "holiday (" + day.holiday + ")");
  }
  return {};
}

Result<std::string> month_text(const WorkingDays& calendar, Month month, Language language) {
  std::string out;
  int working = 0;
  for (Date date = month.first(); date <= month.last(); date = date + 1) {
    const auto day = calendar.kind(date);
    if (!day) return day.problem();
    if (day->is_working()) ++working;
    out += to_string(date) + "  " + weekday_name(date, language) + "  " + kind_name(*day, language) + "\n";
  }
  const bool chinese = language == Language::Chinese;
  out += (chinese ? "工作日共 " : "working days: ") + std::to_string(working) + (chinese ? " 天\n来源：" : "\nsource: ");
  return out + calendar.year(month.year)->source + "\n";
}

int show_month(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_usage, 1, 1, {}, {"--lang"}});
  if (!arguments) return print_problem(arguments.problem(), Language::Chinese);
  const Language language = problems::language_of(arguments->option("--lang").value_or("zh"));
  const std::string& wanted = arguments->positional().front();
  const auto month = parse_month(wanted);
  if (!month) return print_problem(problem("deadlines.month_invalid", {{"value", wanted}}), language);
  const auto text = month_text(shipped_calendar(), *month, language);
  if (!text) return print_problem(text.problem(), language);
  std::fputs(text->c_str(), stdout);
  return k_exit_done;
}

} // namespace

std::vector<Command> commands() { return {{"calendar", k_usage, "当月工作日 · the working days of a month", show_month}}; }

} // namespace ankao::deadlines
