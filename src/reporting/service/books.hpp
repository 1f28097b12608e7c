// SPDX-License-Identifier: Apache-2.0
// Everything that the returns of one campaign are made of, read once: the records, counted, and what is kept of each return.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "reporting/words/figures.hpp"

namespace ankao::reporting {

struct Book {
  std::string campaign;
  int year = 0;
  std::vector<Period> periods;
  std::vector<std::string> districts;              ///< codes, those that are read
  std::map<std::string, Basis> basis;              ///< by district, "" what belongs to none
  std::vector<Kept> kept;
  Date today;
};

/// Of the campaign that the month belongs to; of one district when it is not empty.
std::optional<Book> book_of(db::Transaction& transaction, Month month, const std::string& district, Date today);
/// The same without the records: `read_records` adds them.
std::optional<Book> empty_book_of(db::Transaction& transaction, Month month, const std::string& district, Date today);
std::optional<Book> empty_book_of_campaign(db::Transaction& transaction, const std::string& campaign, const std::string& district, Date today);
void read_records(db::Transaction& transaction, Book& book, const std::string& district);

Return return_of(const Book& book, const std::string& district, Month month);
/// The city's: the sum of what the districts have sent, and of the figures of today where one has not. With the districts it is made of.
Return sum_of(const Book& book, Month month, std::vector<Return>& districts);
/// What the month before had; nothing for the first month.
std::optional<Figures> figures_before(const Book& book, const std::string& district, Month month);
std::vector<Finding> findings_of(const Return& one, const Figures* before);
/// A return as its line in a list needs it: without figures.
Return line_of(const Book& book, const std::string& district, Month month);
/// Rows of a filed return whose records changed since.
std::map<std::string, Pair> late_rows(const Book& book, const std::string& district, Month month);

} // namespace ankao::reporting
