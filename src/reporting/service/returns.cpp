// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/returns.hpp"

#include <algorithm>
#include <set>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/terms.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/law.hpp"
#include "reporting/rules/tally.hpp"
#include "reporting/service/books.hpp"
#include "reporting/service/counting.hpp"
#include "reporting/store/returns.hpp"

namespace ankao::reporting {
namespace {

constexpr std::size_t k_longest = 600;
constexpr std::size_t k_longest_name = 60;
constexpr std::int64_t k_most = 1'000'000'000'00; ///< fen: beyond it is a slip of the hand
constexpr const char* k_city = "city";

Problem unknown(const std::string& id) { return problem("reporting.unknown", {{"value", id}}, "id"); }

Result<void> check_text(const char* at, const std::string& text, std::size_t longest) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos || text.size() > longest) return problem("reporting.text_missing", {{"limit", std::to_string(longest)}}, at);
  return {};
}

/// A district's own return, for a change of it.
Result<Return> own(const Book& book, const Viewer& viewer, const Key& key, const std::string& id) {
  if (key.district.empty() || (viewer.kind != k_city && viewer.id != key.district)) return unknown(id);
  return return_of(book, key.district, key.month);
}

struct Found {
  Book book;
  Key key;
};

Result<Found> open_book(db::Transaction& transaction, const Viewer& viewer, const std::string& id, Date today, bool records = true) {
  const auto key = key_of(id);
  if (!key || (viewer.kind != k_city && (viewer.id.empty() || viewer.id != key->district))) return unknown(id);
  auto book = records ? book_of(transaction, key->month, key->district, today) : empty_book_of(transaction, key->month, key->district, today);
  if (!book) return unknown(id);
  return Found{std::move(*book), *key};
}

std::string digest_of(const Kept& kept) {
  std::string text = kept.campaign + "\n" + to_string(kept.month) + "\n" + kept.district + "\n" + name_of(kept.state) + "\n" + std::to_string(kept.version);
  for (const Correction& one : kept.corrections) text += "\n" + one.row + " " + name_of(one.cell) + " " + std::to_string(one.value) + " " + one.reason;
  for (const auto& [row, value] : kept.sent) text += "\n" + row + " " + std::to_string(value.month) + " " + std::to_string(value.total);
  return to_hex(sm3(text));
}

void record(db::Transaction& transaction, const Act& act, const char* action, const Kept& before, const Kept& after, const std::string& clause, const std::string& reason) {
  ledger::append(transaction, {act.actor, act.at, action, "return:" + id_of(after.month, after.district), digest_of(before), digest_of(after), clause, reason});
}

/// Closes the term that runs for the month (return.file), or lets it run again (return.reopen; M-4.1.5).
void tell(db::Transaction& transaction, const Act& act, const char* event, const Return& one, const std::string& why) {
  const std::string name = registry::City::shipped().name_of(one.kept.district);
  deadlines::happened(transaction, {{act.actor, act.at, event, "month:" + to_string(one.period.month) + "/district:" + one.kept.district, to_string(one.period.month) + " " + name,
                                     {"district", one.kept.district, name, one.kept.district}, one.period.to}});
  if (act.tell) act.tell(transaction, {event, id_of(one.period.month, one.kept.district), one.kept.district, name + " " + to_string(one.period.month), "", why, act.actor.scope == "district:" + one.kept.district}, act.at);
}

} // namespace

std::optional<Key> key_of(const std::string& id) {
  if (id.size() < 9 || id[7] != '-') return std::nullopt;
  const auto month = parse_month(id.substr(0, 7));
  const std::string district = id.substr(8);
  if (!month) return std::nullopt;
  if (district == k_city) return Key{*month, ""};
  if (registry::City::shipped().catalogue.district(district) == nullptr) return std::nullopt;
  return Key{*month, district};
}

std::string id_of(Month month, const std::string& district) { return to_string(month) + "-" + (district.empty() ? std::string(k_city) : district); }

Result<Whole> whole(db::Transaction& transaction, const Viewer& viewer, const std::string& id, Date today) {
  const auto found = open_book(transaction, viewer, id, today);
  if (!found.ok()) return found.problem();
  const Book& book = found->book;
  const Key& key = found->key;
  Whole out;
  out.campaign = book.campaign;
  out.year = book.year;
  if (key.district.empty())
    out.mine = sum_of(book, key.month, out.districts);
  else
    out.mine = return_of(book, key.district, key.month);
  const auto before = figures_before(book, key.district, key.month);
  out.findings = findings_of(out.mine, before ? &*before : nullptr);
  return out;
}

std::vector<Return> all_of(db::Transaction& transaction, const Viewer& viewer, const std::string& campaign, Date today) {
  const auto book = empty_book_of_campaign(transaction, campaign, viewer.kind == k_city ? "" : viewer.id.empty() ? "-" : viewer.id, today);
  std::vector<Return> out;
  if (!book) return out;
  for (const Period& period : book->periods)
    for (const std::string& district : book->districts) out.push_back(line_of(*book, district, period.month));
  return out;
}

void add_late(db::Transaction& transaction, std::vector<Return>& page, Date today) {
  std::set<std::string> districts;
  std::string campaign;
  for (const Return& one : page)
    if (one.kept.version > 0) districts.insert(one.kept.district), campaign = one.kept.campaign;
  if (districts.empty()) return;
  const std::string district = districts.size() == 1 ? *districts.begin() : "";
  auto book = empty_book_of_campaign(transaction, campaign, district, today);
  if (!book) return;
  read_records(transaction, *book, district);
  for (Return& one : page)
    if (one.kept.version > 0) one.late = late_rows(*book, one.kept.district, one.period.month);
}

Result<Records> behind_cell(db::Transaction& transaction, const Viewer& viewer, const std::string& id, const std::string& row, const std::string& cell, std::int64_t offset, std::int64_t limit) {
  const auto found = open_book(transaction, viewer, id, Date{}, false);
  if (!found.ok()) return found.problem();
  const RowLaw* law = shipped_law().row(row);
  const auto which = cell_of(cell);
  if (law == nullptr || !which) return problem("reporting.row_unknown", {{"value", law == nullptr ? row : cell}}, law == nullptr ? "row" : "cell");
  const auto period = std::find_if(found->book.periods.begin(), found->book.periods.end(), [&](const Period& one) { return one.month == found->key.month; });
  const auto all = items(transaction, found->book.campaign, found->key.district, law->source, period->start, period->to);
  const auto rows = behind(*law, all, *period, *which);
  Records out;
  out.total = static_cast<std::int64_t>(rows.size());
  for (std::int64_t i = std::min(offset, out.total); i < std::min(offset + limit, out.total); ++i) out.items.push_back(*rows[static_cast<std::size_t>(i)]);
  name_units(transaction, found->book.campaign, out.items);
  return out;
}

Result<void> correct(db::Database& database, const Act& act, const Viewer& viewer, const CellForm& form) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto found = open_book(transaction, viewer, form.id, date_of(act.at));
    if (!found.ok()) return found.problem();
    const auto mine = own(found->book, viewer, found->key, form.id);
    if (!mine.ok()) return mine.problem();
    if (mine->kept.state == State::Submitted) return problem("reporting.sent_already", {{"value", form.id}}, "id");
    const auto cell = cell_of(form.cell);
    const auto& rows = shipped_law().rows;
    const bool known = std::any_of(rows.begin(), rows.end(), [&](const RowLaw& one) { return one.id == form.row; });
    if (!known || !cell) return problem("reporting.row_unknown", {{"value", known ? form.cell : form.row}}, known ? "cell" : "row");
    if (form.value && (*form.value < 0 || *form.value > k_most)) return problem("reporting.value", {{"value", std::to_string(*form.value)}}, "value");
    if (auto said = check_text("reason", form.reason, k_longest); !said.ok()) return said;
    Kept after = mine->kept;
    std::erase_if(after.corrections, [&](const Correction& one) { return one.row == form.row && one.cell == *cell; });
    const Pair computed = mine->computed.at(form.row);
    store::save(transaction, after);
    if (form.value) {
      after.corrections.push_back({form.row, *cell, *form.value, *cell == Cell::Month ? computed.month : computed.total, form.reason, act.actor.account, act.actor.name, act.at});
      store::put_correction(transaction, after, after.corrections.back());
    } else {
      store::remove_correction(transaction, after, form.row, *cell);
    }
    record(transaction, act, "return.correct", mine->kept, after, form.row, form.reason);
    return {};
  });
}

Result<void> send(db::Database& database, const Act& act, const Viewer& viewer, const SendForm& form) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto found = open_book(transaction, viewer, form.id, date_of(act.at));
    if (!found.ok()) return found.problem();
    const auto mine = own(found->book, viewer, found->key, form.id);
    if (!mine.ok()) return mine.problem();
    if (mine->kept.state == State::Submitted) return problem("reporting.sent_already", {{"value", form.id}}, "id");
    if (date_of(act.at) < mine->period.from) return problem("reporting.too_early", {{"value", form.id}, {"from", to_string(mine->period.from)}}, "id");
    if (auto said = check_text("filler", form.filler, k_longest_name); !said.ok()) return said;
    if (auto said = check_text("telephone", form.telephone, k_longest_name); !said.ok()) return said;
    const auto before = figures_before(found->book, found->key.district, found->key.month);
    const auto against = findings_of(*mine, before ? &*before : nullptr);
    const auto grave = std::count_if(against.begin(), against.end(), [](const Finding& one) { return one.grave; });
    if (grave > 0 && form.note.find_first_not_of(" \t\r\n") == std::string::npos) return problem("reporting.note_missing", {{"count", std::to_string(grave)}}, "note");
    if (form.note.size() > k_longest) return problem("reporting.text_missing", {{"limit", std::to_string(k_longest)}}, "note");
    Kept after = mine->kept;
    after.state = State::Submitted;
    ++after.version;
    after.filler = form.filler, after.telephone = form.telephone, after.note = form.note;
    after.submitted_by = act.actor.account, after.submitted_name = act.actor.name, after.submitted_at = act.at;
    after.computed = mine->computed, after.sent = mine->value;
    store::save(transaction, after);
    store::put_sent(transaction, after);
    record(transaction, act, "return.file", mine->kept, after, shipped_law().clause, form.note);
    tell(transaction, act, "return.file", *mine, form.note);
    return {};
  });
}

Result<void> reopen(db::Database& database, const Act& act, const Viewer& viewer, const std::string& id, const std::string& reason) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto found = open_book(transaction, viewer, id, date_of(act.at));
    if (!found.ok()) return found.problem();
    const auto mine = own(found->book, viewer, found->key, id);
    if (!mine.ok()) return mine.problem();
    if (mine->kept.state != State::Submitted) return problem("reporting.not_sent", {{"value", id}}, "id");
    if (auto said = check_text("reason", reason, k_longest); !said.ok()) return said;
    Kept after = mine->kept;
    after.state = State::Reopened;
    after.reason = reason;
    store::save(transaction, after);
    record(transaction, act, "return.reopen", mine->kept, after, shipped_law().clause, reason);
    tell(transaction, act, "return.reopen", *mine, reason);
    return {};
  });
}

} // namespace ankao::reporting
