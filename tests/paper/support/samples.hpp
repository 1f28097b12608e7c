// SPDX-License-Identifier: Apache-2.0
// Values for every shipped form: each name that the form asks for gets a text of usual length.
#pragma once

#include <set>
#include <string>

#include "paper/layout.hpp"

namespace samples {

using namespace ankao::paper;

inline void names_in(const std::string& text, std::set<std::string>& into) {
  for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) into.insert(text.substr(open + 1, text.find('}', open) - open - 1));
}

inline std::string value_of(const std::string& name, int n) {
  static const std::map<std::string, std::string> known = {
      {"mark", ""},
      {"issuer", "广州市应急管理局"},
      {"number", "穗应急文〔2024〕12号"},
      {"issued_on", "2024年2月20日"},
      {"code", "7KQ2M-9XPRT"},
      {"link", "https://ankao.example/d/7KQ2M9XPRT"},
      {"version", "1"},
      {"checkpoint", "第 1024 号，根 3f7a90c2"},
      {"name", "广州市轻工技师学院"},
      {"institution", "广州市轻工技师学院"},
      {"subject_id", "institution:GZ-A05"},
      {"site", "广州市安全生产宣传教育中心考试点"},
      {"district", "白云区"},
      {"addresses", "广州市白云区钟落潭镇竹料管理区东凤南路38号"},
      {"projects", "低压电工作业、高压电工作业、熔化焊接与热切割作业"},
      {"subject", "低压电工作业"},
      {"contacts", "陈超林"},
      {"telephones", "020-32446338"},
      {"room", "实操一室"},
      {"slot", "上午"},
      {"batch", "B-2024-03-0001"},
      {"candidates", "30"},
      {"count", "46"},
      {"month", "2024年3月"},
      {"plan_sm3", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"},
      {"seed", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"},
      {"reason", "你单位未按照培训大纲规定组织教学培训，压缩培训学时，签到记录与监控录像不符。"},
      {"clause", "《广东省应急管理厅关于进一步规范安全生产培训考核工作的通知》（粤应急规〔2023〕3号）“视情节和后果暂停3个月以上6个月以下考试业务”"},
      {"clause_id", "P-3.2"},
      {"remedy", "如不服本决定，可以自收到本决定书之日起六十日内向广州市人民政府申请行政复议，也可以自收到本决定书之日起六个月内向有管辖权的人民法院提起行政诉讼。"},
      {"suspension", "SU-0001"},
      {"from", "2024年3月1日"},
      {"to", "2024年5月31日"},
  };
  if (name == "date") return "2024年3月" + std::to_string(1 + n % 28) + "日";
  const auto found = known.find(name);
  return found == known.end() ? "示例" + name : found->second;
}

inline Values of(const Form& form, int rows) {
  Values out;
  std::set<std::string> names;
  names_in(form.page.head + form.page.foot, names);
  for (const Block& block : form.blocks) {
    names_in(block.text + "{" + block.when + "}", names);
    for (const auto& line : block.lines) names_in(line, names);
    for (const Row& row : block.table.rows) {
      std::set<std::string> cells;
      for (const Cell& cell : row.cells) names_in(cell.text, cells);
      if (row.each.empty()) {
        names.insert(cells.begin(), cells.end());
        continue;
      }
      for (int n = 0; n < rows; ++n) {
        Texts item;
        for (const auto& name : cells)
          if (name != "n") item[name] = value_of(name, n);
        out.lists[row.each].push_back(item);
      }
    }
  }
  for (const auto& name : names) out.texts[name] = value_of(name, 0);
  return out;
}

} // namespace samples
