// SPDX-License-Identifier: Apache-2.0
// Everything that the returns of one campaign are made of, read once: the records and what is kept of each return.
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
  std::map<std::string, std::vector<Item>> items;  ///< by district, "" those of none; each by day
  std::vector<Kept> kept;
  Date today;
};

/// Of the campaign that the month belongs to; of one district when it is not empty.
std::optional<Book> book_of(db::Transaction& transaction, Month month, const std::string& district, Date today);
std::optional<Book> book_of_campaign(db::Transaction& transaction, const std::string& campaign, const std::string& district, Date today);

Return return_of(const Book& book, const std::string& district, Month month);
/// The city's: the sum of what the districts have sent, and of the figures of today where one has not. With the districts it is made of.
Return sum_of(const Book& book, Month month, std::vector<Return>& districts);
/// What the month before had; nothing for the first month.
std::optional<Figures> figures_before(const Book& book, const std::string& district, Month month);
std::vector<Finding> findings_of(const Return& one, const Figures* before);
/// By day; `district` "": of the whole city.
std::vector<Item> records_of(const Book& book, const RowLaw& row, const std::string& district, Month month, Cell cell);

} // namespace ankao::reporting
