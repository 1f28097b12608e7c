// SPDX-License-Identifier: Apache-2.0
// Any bytes as a filled form: rows or a problem with an id, never a crash; what is read can be marked and read again with as many rows.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "tables/support/small_form.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  tables::Limits limits;
  limits.unpacked_bytes = std::size_t{8} << 20;
  limits.rows = 2000;
  static const tables::Form form = [] {
    tables::Form made = tables::tests::small();
    made.most_rows = 2000;
    return made;
  }();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto rows = tables::read_form(bytes, form, limits);
  if (!rows.ok()) {
    ensure(!rows.problem().id.empty(), "a refusal has an id");
    return 0;
  }
  std::vector<tables::Mark> marks;
  for (const auto& row : *rows)
    for (const auto& fault : row.faults) marks.push_back({"", row.number, form.find(fault.at)->zh, fault.id});
  const auto book = tables::marked(bytes, marks, tables::FormLanguage::Chinese, limits);
  ensure(book.ok(), "what is read can be marked");
  return 0;
}
