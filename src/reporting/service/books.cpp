// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/books.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "inspection/service/counted.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/law.hpp"
#include "reporting/rules/tally.hpp"
#include "reporting/service/counting.hpp"
#include "reporting/store/returns.hpp"

namespace ankao::reporting {
namespace {

std::size_t place_of(const Book& book, Month month) {
  for (std::size_t i = 0; i < book.periods.size(); ++i)
    if (book.periods[i].month == month) return i;
  ensure(false, "the month stands in the book");
  return 0;
}

Kept kept_of(const Book& book, const std::string& district, Month month) {
  for (const Kept& one : book.kept)
    if (one.district == district && one.month == month) return one;
  Kept fresh;
  fresh.campaign = book.campaign;
  fresh.district = district;
  fresh.month = month;
  return fresh;
}

const Basis& basis_in(const Book& book, const std::string& district) {
  static const Basis none;
  const auto found = book.basis.find(district);
  return found == book.basis.end() ? none : found->second;
}

/// Only what there are records of: a figure of another kind stays open.
std::vector<RowLaw> recorded(const std::vector<RowLaw>& rows) {
  std::vector<RowLaw> out;
  for (const RowLaw& one : rows)
    if (recorded_sources().contains(one.source)) out.push_back(one);
  return out;
}

std::map<std::string, Pair> late_of(const Return& one) {
  std::map<std::string, Pair> out;
  if (one.kept.version == 0) return out;
  for (const auto& [row, now] : one.computed) {
    const auto sent = one.kept.computed.find(row);
    if (sent == one.kept.computed.end() || sent->second == now) continue;
    out[row] = {now.month - sent->second.month, now.total - sent->second.total};
  }
  return out;
}

void add(Figures& sum, const Figures& part) {
  for (const auto& [row, value] : part) {
    sum[row].month += value.month;
    sum[row].total += value.total;
  }
}

Book opened(db::Transaction& transaction, const inspection::Campaign& campaign, const std::string& district, Date today) {
  Book book;
  book.campaign = campaign.id;
  book.year = campaign.year;
  book.periods = periods_of(shipped_law(), campaign.year);
  book.today = today;
  for (const auto& one : registry::City::shipped().catalogue.districts)
    if (district.empty() || one.code == district) book.districts.push_back(one.code);
  book.kept = store::kept(transaction, campaign.id, district);
  return book;
}

} // namespace

std::optional<Book> empty_book_of(db::Transaction& transaction, Month month, const std::string& district, Date today) {
  for (const auto& campaign : inspection::campaigns_in(transaction))
    for (const Period& period : periods_of(shipped_law(), campaign.year))
      if (period.month == month) return opened(transaction, campaign, district, today);
  return std::nullopt;
}

std::optional<Book> empty_book_of_campaign(db::Transaction& transaction, const std::string& id, const std::string& district, Date today) {
  const auto campaign = inspection::campaign_in(transaction, id);
  return campaign ? std::optional(opened(transaction, *campaign, district, today)) : std::nullopt;
}

void read_records(db::Transaction& transaction, Book& book, const std::string& district) { book.basis = basis_of(transaction, book.campaign, district, book.periods); }

std::optional<Book> book_of(db::Transaction& transaction, Month month, const std::string& district, Date today) {
  auto book = empty_book_of(transaction, month, district, today);
  if (book) read_records(transaction, *book, district);
  return book;
}

Return line_of(const Book& book, const std::string& district, Month month) {
  Return out;
  out.period = book.periods[place_of(book, month)];
  out.kept = kept_of(book, district, month);
  out.overdue = out.kept.state != State::Submitted && book.today > out.period.due();
  return out;
}

std::map<std::string, Pair> late_rows(const Book& book, const std::string& district, Month month) {
  Return one = line_of(book, district, month);
  if (one.kept.version == 0) return {};
  one.computed = tally(shipped_law().rows, basis_in(book, district), book.periods, place_of(book, month));
  return late_of(one);
}

Return return_of(const Book& book, const std::string& district, Month month) {
  const ReportingLaw& law = shipped_law();
  const std::size_t place = place_of(book, month);
  Return out = line_of(book, district, month);
  std::vector<Figures> computed;
  std::vector<Kept> all;
  for (std::size_t i = 0; i <= place; ++i) {
    computed.push_back(tally(law.rows, basis_in(book, district), book.periods, i));
    all.push_back(kept_of(book, district, book.periods[i].month));
  }
  std::vector<const Kept*> each;
  for (const Kept& one : all) each.push_back(&one);
  out.computed = computed.back();
  out.value = out.kept.state == State::Submitted ? out.kept.sent : value_of(law.rows, computed, each);
  out.extra = tally(recorded(law.extra), basis_in(book, district), book.periods, place);
  out.late = late_of(out);
  return out;
}

Return sum_of(const Book& book, Month month, std::vector<Return>& districts) {
  Return out;
  out.period = book.periods[place_of(book, month)];
  out.kept.campaign = book.campaign;
  out.kept.month = month;
  for (const std::string& one : book.districts) {
    districts.push_back(return_of(book, one, month));
    add(out.computed, districts.back().computed);
    add(out.value, districts.back().value);
  }
  const auto sent = std::count_if(districts.begin(), districts.end(), [](const Return& one) { return one.kept.state == State::Submitted; });
  if (static_cast<std::size_t>(sent) == districts.size()) out.kept.state = State::Submitted;
  out.overdue = std::any_of(districts.begin(), districts.end(), [](const Return& one) { return one.overdue; });
  out.extra = tally(recorded(shipped_law().extra), joined(book.basis), book.periods, place_of(book, month));
  return out;
}

std::optional<Figures> figures_before(const Book& book, const std::string& district, Month month) {
  const std::size_t place = place_of(book, month);
  if (place == 0) return std::nullopt;
  if (!district.empty()) return return_of(book, district, book.periods[place - 1].month).value;
  std::vector<Return> ignored;
  return sum_of(book, book.periods[place - 1].month, ignored).value;
}

std::vector<Finding> findings_of(const Return& one, const Figures* before) { return findings(shipped_law().rows, one.value, before); }

} // namespace ankao::reporting
