// SPDX-License-Identifier: Apache-2.0
// Puts a list on the API: the page as JSON, and beside it the file of exactly what the page shows.
//
//   lists::add<BookingsQuery, BookingsPage>(endpoints, database, booking_list(), {.path = "/api/bookings", .operation = "booking.list", ...},
//       "booking.export", [&](const Call& call, const BookingsQuery& query, const lists::Window& window) -> Result<BookingsPage> { ... });
//
// The query has page, size and sort, the page total, page, size and items. `read` gives the rows of the window in its order (SQL) and
// how many there are in all; pages, order, columns, search words, limit, masking and the event of an export are looked after here.
#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "api/endpoints.hpp"
#include "api/once/view.hpp"
#include "db/db.hpp"
#include "lists/rules/query.hpp"
#include "lists/service/cells.hpp"
#include "lists/service/export.hpp"

namespace ankao::lists {

/// The query of a list, asked as a file.
template <class Query>
struct ExportOf : Query {
  std::string columns; ///< "name,district"; empty: those that are shown when nothing is chosen
  std::string format = "xlsx"; ///< xlsx, csv, csv-gb18030
  BOOST_DESCRIBE_CLASS(ExportOf, (Query), (columns, format), (), ())
};

/// Problem lists.format_unknown.
Result<Format> format_of(const std::string& word);
/// Every search word of a query.
Result<void> check_texts(const api::Type& type, const void* query);
/// The values that narrow a list: of the path and of the query.
std::vector<std::pair<std::string, std::string>> narrowed_by(const http::Request& request);

template <class Query, class Page>
using Read = std::function<Result<Page>(const api::Call&, const Query&, const Window&)>;

template <class Query, class Page>
Result<Page> read_page(const List& list, const Read<Query, Page>& read, const api::Call& call, const Query& query) {
  if (const auto fine = check_texts(api::type_of<Query>(), &query); !fine.ok()) return fine.problem();
  const auto window = window_of(list, query.page, query.size, query.sort);
  if (!window.ok()) return window.problem();
  auto page = read(call, query, *window);
  if (!page.ok()) return page;
  page.value().page = query.page;
  page.value().size = query.size;
  return page;
}

/// Page by page, all of one moment, so that a long list does not stand in memory.
template <class Query, class Page>
Result<void> take_rows(const List& list, const Read<Query, Page>& read, const api::Call& call, const Query& query, const std::string& order, const Cells& cells, Rows& rows) {
  const api::once::View moment;
  for (std::int64_t offset = 0;;) {
    const auto page = read(call, query, Window{k_rows_at_once, offset, order});
    if (!page.ok()) return page.problem();
    if (const auto fine = check_export(list, page->total); !fine.ok()) return fine;
    for (const auto& row : page->items) rows.add(cells.of(&row));
    offset += k_rows_at_once;
    if (page->items.size() < static_cast<std::size_t>(k_rows_at_once)) return {};
  }
}

template <class Query, class Page>
Result<api::Download> read_file(db::Database& database, const List& list, const Read<Query, Page>& read, const api::Call& call, const ExportOf<Query>& query) {
  using Row = typename decltype(Page::items)::value_type;
  if (const auto fine = check_texts(api::type_of<Query>(), static_cast<const Query*>(&query)); !fine.ok()) return fine.problem();
  const auto format = format_of(query.format);
  if (!format.ok()) return format.problem();
  const auto columns = columns_of(list, query.columns);
  if (!columns.ok()) return columns.problem();
  const auto order = order_of(list, query.sort);
  if (!order.ok()) return order.problem();
  const Cells cells(api::type_of<Row>(), *columns, call.language);
  Rows rows(head_of(*columns, call.language));
  if (const auto taken = take_rows<Query, Page>(list, read, call, query, *order, cells, rows); !taken.ok()) return taken.problem();
  const Table table{list, *columns, rows, narrowed_by(call.request), call.now, call.language};
  auto file = exported(database, call, table, *format);
  if (!file.ok()) return file.problem();
  return api::Download{std::move(file.value().name), std::move(file.value().content_type), std::move(file.value().bytes)};
}

/// `list` and `database` must outlive the endpoints.
template <class Query, class Page>
void add(api::Endpoints& endpoints, db::Database& database, const List& list, api::Spec spec, std::string export_operation,
         std::type_identity_t<Read<Query, Page>> read) {
  using Row = typename decltype(Page::items)::value_type;
  require_members(list, api::type_of<Row>());
  api::Spec file = spec;
  file.path += "/export";
  file.operation = std::move(export_operation);
  file.summary += ", as a file of what is shown";
  file.cacheable = false;
  if (file.access == api::Access::Permission && file.permission.empty()) file.permission = spec.operation;
  endpoints.add<Query, Page>(std::move(spec), [&list, read](const api::Call& call, const Query& query) { return read_page(list, read, call, query); });
  endpoints.add<ExportOf<Query>, api::Download>(std::move(file), [&database, &list, read](const api::Call& call, const ExportOf<Query>& query) {
    return read_file(database, list, read, call, query);
  });
}

} // namespace ankao::lists
