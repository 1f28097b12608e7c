// SPDX-License-Identifier: Apache-2.0
#include "reporting/routes/views.hpp"

#include "enforcement/files/law.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/law.hpp"

namespace ankao::reporting {
namespace {

std::string name_of_district(const std::string& code) { return code.empty() ? registry::City::shipped().catalogue.city_name : registry::City::shipped().name_of(code); }

Pair figure(const Figures& all, const std::string& row) {
  const auto found = all.find(row);
  return found == all.end() ? Pair{} : found->second;
}

std::int64_t part(const Pair& pair, Cell cell) { return cell == Cell::Month ? pair.month : pair.total; }

dto::CellView cell_view(const Return& one, const std::string& row, Cell cell) {
  dto::CellView out;
  out.computed = part(figure(one.computed, row), cell);
  out.value = part(figure(one.value, row), cell);
  if (const Correction* corrected = one.kept.correction(row, cell)) out.corrected = true, out.reason = corrected->reason, out.person = corrected->person;
  if (const auto late = one.late.find(row); late != one.late.end() && part(late->second, cell) != 0) out.late = part(late->second, cell);
  return out;
}

dto::FigureView figure_of(const RowLaw& row) {
  dto::FigureView out;
  out.row = row.id;
  out.zh = row.words.zh;
  out.en = row.words.en;
  out.unit = row.unit;
  out.clause = row.clause;
  out.within = row.within;
  out.source = name_of(row.source);
  out.counts = name_of(row.counts);
  out.subject = row.subject;
  return out;
}

dto::FigureView printed_row(const RowLaw& row, const Whole& whole) {
  dto::FigureView out = figure_of(row);
  out.month = cell_view(whole.mine, row.id, Cell::Month);
  out.total = cell_view(whole.mine, row.id, Cell::Total);
  for (const Return& one : whole.districts) {
    const Pair value = figure(one.value, row.id);
    out.districts.push_back({id_of(one.period.month, one.kept.district), one.kept.district, name_of_district(one.kept.district), value.month, value.total});
  }
  return out;
}

dto::FigureView extra_row(const RowLaw& row, const Whole& whole) {
  dto::FigureView out = figure_of(row);
  const auto found = whole.mine.extra.find(row.id);
  out.recorded = found != whole.mine.extra.end();
  if (!out.recorded) return out;
  out.month.computed = out.month.value = found->second.month;
  out.total.computed = out.total.value = found->second.total;
  return out;
}

void add_terms(dto::ReturnView& out) {
  for (const TermLaw& one : shipped_law().terms) {
    const auto& kind = enforcement::shipped_law().kind(*enforcement::kind_of(one.kind));
    out.terms.push_back({one.printed, one.kind, kind.words.zh, kind.words.en, one.clause});
  }
}

} // namespace

Viewer viewer_of(const api::Call& call) { return {call.caller.scope_kind, call.caller.scope_id}; }

std::string unit_name(const std::string& district) { return name_of_district(district) + "应急管理局"; }

dto::ReturnRow row_of(const Return& one, Date today) {
  dto::ReturnRow out;
  out.id = id_of(one.period.month, one.kept.district);
  out.campaign = one.kept.campaign;
  out.month = to_string(one.period.month);
  out.district = one.kept.district;
  out.district_name = name_of_district(one.kept.district);
  const bool upcoming = one.kept.state == State::Open && today < one.period.from;
  out.state = upcoming ? "upcoming" : one.overdue ? "overdue" : name_of(one.kept.state);
  out.from = one.period.from;
  out.to = one.period.to;
  out.version = one.kept.version;
  out.corrections = static_cast<int>(one.kept.corrections.size());
  out.late = static_cast<int>(one.late.size());
  out.filler = one.kept.filler;
  out.submitted_at = one.kept.submitted_at;
  out.on_time = one.kept.submitted_at && date_of(*one.kept.submitted_at) <= one.period.due();
  return out;
}

dto::ReturnView view_of(db::Transaction& transaction, const api::Call& call, const Whole& whole) {
  const Date today = date_of(call.now);
  const Kept& kept = whole.mine.kept;
  dto::ReturnView out;
  out.head = row_of(whole.mine, today);
  out.year = whole.year;
  out.clause = shipped_law().clause;
  out.telephone = kept.telephone;
  out.note = kept.note;
  out.submitted_name = kept.submitted_name;
  out.reason = kept.reason;
  out.start = whole.mine.period.start;
  for (const RowLaw& one : shipped_law().rows) out.rows.push_back(printed_row(one, whole));
  for (const RowLaw& one : shipped_law().extra) out.extra.push_back(extra_row(one, whole));
  for (const Finding& one : whole.findings) out.findings.push_back({one.row, one.rule, one.other, one.grave, one.found, one.expected});
  for (const Return& one : whole.districts) out.districts.push_back(row_of(one, today));
  add_terms(out);
  const bool district = !kept.district.empty(), sent = kept.state == State::Submitted;
  out.may_correct = district && !sent && call.caller.can("return.correct");
  out.may_send = district && !sent && today >= whole.mine.period.from && call.caller.can("return.file");
  out.may_reopen = district && sent && call.caller.can("return.reopen");
  for (const auto& one : ledger::time_line(transaction, "return:" + out.head.id)) out.steps.push_back({one.event.action, one.event.actor.name, one.event.reason, one.event.at, one.number});
  return out;
}

dto::ReturnItem view_of(const Item& item) { return {item.id, name_of(item.source), item.subject, item.name, item.district, name_of_district(item.district), item.kind, item.day, item.amount, item.persons}; }

} // namespace ankao::reporting
