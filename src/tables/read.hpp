// SPDX-License-Identifier: Apache-2.0
// Reads whatever table an official sends, judged by its content and not by its name.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tables/sheet.hpp"

namespace ankao::tables {

/// The sheets of an .xlsx in the order of the workbook, or the one sheet of a .csv, .tsv or .txt. Dates come as ISO text, numbers as
/// Excel shows them without a format, formulas as their stored value; a cell merged downwards gives its text to every row it covers.
/// Problems tables.*: a file of another kind, damaged, too large, in an unknown encoding.
Result<std::vector<Sheet>> read(std::string_view bytes, const Limits& limits = {});

/// Only .xlsx.
Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const Limits& limits = {});

/// Only text: UTF-8 with or without mark, UTF-16 with mark, else GB18030. The separator (tab, comma or semicolon) is the one that cuts
/// most lines into equally many cells. Quotes as in RFC 4180.
Result<Sheet> read_text(std::string_view bytes, const Limits& limits = {});

/// The text of a file in any of these encodings as UTF-8 without mark. Problem tables.encoding_unknown.
Result<std::string> decode_text(std::string_view bytes);

} // namespace ankao::tables
