// SPDX-License-Identifier: Apache-2.0
// The file of a list: what it is, how it was narrowed, when and how many stand above the table, with a digest of the table itself.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "lists/service/rows.hpp"
#include "lists/words/list.hpp"

namespace ankao::lists {

enum class Format { Xlsx, Csv, CsvGb18030 };

struct Table {
  const List& list;
  std::vector<const Column*> columns;
  Rows& rows;
  std::vector<std::pair<std::string, std::string>> narrowed = {}; ///< names and values of the query and the path
  Instant at;
  Language language = Language::Chinese;
};

/// "区域：白云区；状态：已公布", "无" when nothing narrows it.
std::string filter_words(const List& list, const std::vector<std::pair<std::string, std::string>>& narrowed, Language language);

/// The headings of the columns.
std::vector<std::string> head_of(const std::vector<const Column*>& columns, Language language);

struct File {
  std::string name;
  std::string content_type;
  std::string bytes;
  std::string digest; ///< of the table, as it stands in the file
};
/// Problems tables.cell_too_long, tables.not_in_encoding.
Result<File> file_of(const Table& table, Format format);

} // namespace ankao::lists
