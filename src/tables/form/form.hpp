// SPDX-License-Identifier: Apache-2.0
// One description of a table that people fill in: the template, the reading, the faults of cells and the marked workbook all follow it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tables/sheet.hpp"

namespace ankao::tables {

/// Date: "2024-03-05" however it is written; Month: "2024-03"; YesNo: "yes" or "no"; Choice: the value of one of the choices.
enum class CellKind { Text, Number, Date, Month, YesNo, Choice };

struct Choice {
  std::string value;
  std::string zh, en;                       ///< as it stands in the cell; the value itself is understood too
  std::vector<std::string> also = {}; ///< other names that are understood
};

struct FormColumn {
  std::string key;
  std::string zh = {}, en = {}; ///< the heading; either is understood
  CellKind kind = CellKind::Text;
  bool needed = false;
  std::string example = {};
  std::string note_zh = {}, note_en = {};
  std::string clause = {};
  double width = 14;
  int low = 0, high = 0;            ///< Number, both included
  std::size_t longest = 200;        ///< Text, characters
  std::vector<Choice> choices = {}; ///< Choice
};

struct Form {
  std::string zh, en; ///< name of the sheet
  std::vector<FormColumn> columns;
  std::size_t most_rows = 5000;
  const FormColumn* find(std::string_view key) const;
};

enum class FormLanguage { Chinese, English };

/// One filled row: values by key, as its kind writes them; an empty cell has no value. `at` of a fault is the key of its column.
struct FormRow {
  int number = 0; ///< of the sheet, from 1
  std::map<std::string, std::string> values;
  std::vector<Problem> faults;
  /// The empty text when nothing was filled in.
  const std::string& value(const std::string& key) const;
};

/// The rows of the first visible sheet; blank rows and the example row of the template are left out, columns may stand in any order.
/// Problems tables.* (file), tables.form_column_unknown, _doubled, _missing (heading), tables.form_empty, tables.form_rows.
Result<std::vector<FormRow>> read_form(std::string_view bytes, const Form& form, const Limits& limits = {});

/// The workbook to fill in: protected headings, the example row marked, lists to choose from, a sheet that explains each column.
Result<std::string> form_template(const Form& form, FormLanguage language);

/// A fault of an uploaded table as people read it.
struct Mark {
  std::string sheet;  ///< "" for the first one
  int row = 0;        ///< of the sheet, from 1; 0: the file as a whole
  std::string column; ///< heading; "" for the row as a whole
  std::string text;
};
/// The rows of the uploaded file with every fault at its cell (fill and comment) and together in a column of its own. Columns that
/// an earlier marking added are left out. Problems tables.* of reading.
Result<std::string> marked(std::string_view bytes, const std::vector<Mark>& marks, FormLanguage language, const Limits& limits = {});

} // namespace ankao::tables
