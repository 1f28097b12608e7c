// SPDX-License-Identifier: Apache-2.0
#include "paper/fill.hpp"

#include <optional>

namespace ankao::paper {
namespace {

class Filler {
public:
  explicit Filler(const Values& values)
      : values_(values) {}

  std::string text(const std::string& pattern, const Texts* item = nullptr, bool foot = false) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size();) {
      const auto end = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
      if (end == std::string::npos) {
        out += pattern[i++];
        continue;
      }
      const std::string name = pattern.substr(i + 1, end - i - 1);
      out += foot && (name == "page" || name == "pages") ? "{" + name + "}" : value(name, item);
      i = end + 1;
    }
    return out;
  }

  Row row(const Row& pattern, const Texts* item) {
    Row out = pattern;
    out.each.clear();
    for (Cell& cell : out.cells) cell.text = text(cell.text, item);
    return out;
  }

  Table table(const Table& pattern) {
    Table out = pattern;
    out.rows.clear();
    for (const Row& one : pattern.rows) {
      if (one.each.empty())
        out.rows.push_back(row(one, nullptr));
      else
        repeat(one, out);
    }
    return out;
  }

  bool wanted(const Block& block) {
    if (block.when.empty()) return true;
    const auto found = values_.texts.find(block.when);
    return found != values_.texts.end() && !found->second.empty();
  }

  const std::optional<Problem>& fault() const { return fault_; }

private:
  void repeat(const Row& pattern, Table& out) {
    const auto list = values_.lists.find(pattern.each);
    if (list == values_.lists.end()) return miss(pattern.each);
    std::size_t n = 0;
    for (Texts item : list->second) {
      item["n"] = std::to_string(++n);
      out.rows.push_back(row(pattern, &item));
    }
  }

  std::string value(const std::string& name, const Texts* item) {
    if (item != nullptr)
      if (const auto found = item->find(name); found != item->end()) return found->second;
    if (const auto found = values_.texts.find(name); found != values_.texts.end()) return found->second;
    miss(name);
    return {};
  }

  void miss(const std::string& name) {
    if (!fault_) fault_ = problem("paper.value_missing", {{"name", name}});
  }

  const Values& values_;
  std::optional<Problem> fault_;
};

} // namespace

Result<Sheet> fill(const Form& form, const Values& values, long long made_at) {
  Filler filler(values);
  Sheet sheet{form.name_zh, form.page, {}, made_at};
  sheet.page.head = filler.text(form.page.head);
  sheet.page.foot = filler.text(form.page.foot, nullptr, true);
  for (const Block& pattern : form.blocks) {
    if (!filler.wanted(pattern)) continue;
    Block block = pattern;
    block.text = filler.text(pattern.text);
    for (std::string& line : block.lines) line = filler.text(line);
    if (block.kind == Block::Kind::Table) block.table = filler.table(pattern.table);
    sheet.blocks.push_back(std::move(block));
  }
  if (filler.fault()) return *filler.fault();
  return sheet;
}

} // namespace ankao::paper
