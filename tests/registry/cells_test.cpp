// SPDX-License-Identifier: Apache-2.0
// The rules for single cells, on made-up rows: no rule knows a row of the notice.
#include <gtest/gtest.h>

#include "registry/files/city_data.hpp"
#include "registry/rules/text.hpp"
#include "registry/support/tables.hpp"

namespace ankao::registry {
namespace {

using Texts = std::vector<std::string>;

Row row_with(const PlainRow& plain) {
  const Registry registry = build_a({plain});
  return registry.rows.empty() ? Row{} : registry.rows.front();
}
std::string rules_with(const PlainRow& plain) { return rules_at(build_a({plain}), 1); }

TEST(PlainRow, meets_no_anomaly) { EXPECT_EQ(rules_with({}), ""); }

TEST(Clean, takes_out_blanks_but_parts_latin_words) {
  EXPECT_EQ(encode(clean(" 钟落\n潭镇　68 号 ").text), "钟落潭镇68号");
  EXPECT_EQ(encode(clean("ABC  Training 中心").text), "ABC Training中心");
  EXPECT_EQ(encode(clean("（＋２考试点）").text), "(+2考试点)");
  EXPECT_TRUE(clean("钟落 潭镇").closed_up);
  EXPECT_FALSE(clean("路 68 号").closed_up);
}

TEST(Text, decode_and_encode_are_inverse_for_every_plane) {
  const std::string text = "aé中𠀀\xF4\x8F\xBF\xBF";
  EXPECT_EQ(encode(decode(text)), text);
  EXPECT_EQ(decode("\xFF"
                   "a"),
            U"\uFFFDa");
}

TEST(NameCell, marks_in_every_spelling) {
  const auto mark = [](const std::string& name) { return row_with({.name = name}).mark; };
  EXPECT_EQ(mark("学院(+考试点)"), (SiteMark{1, MarkKind::PracticalAndTheory}));
  EXPECT_EQ(mark("学院 (+ 考试 点)"), (SiteMark{1, MarkKind::PracticalAndTheory}));
  EXPECT_EQ(mark("学院（＋考试点）"), (SiteMark{1, MarkKind::PracticalAndTheory}));
  EXPECT_EQ(mark("学院(+2 考试点)"), (SiteMark{2, MarkKind::PracticalAndTheory}));
  EXPECT_EQ(mark("学院(+两个考试点)"), (SiteMark{2, MarkKind::PracticalAndTheory}));
  EXPECT_EQ(mark("学院(+仅理论考试 点)"), (SiteMark{1, MarkKind::TheoryOnly}));
  EXPECT_EQ(mark("学院(+2仅理论考点)"), (SiteMark{2, MarkKind::TheoryOnly}));
  EXPECT_EQ(mark("学院"), std::nullopt);
}

TEST(NameCell, a_bracket_that_is_no_mark_belongs_to_the_name) {
  EXPECT_EQ(row_with({.name = "中心(国际中心)"}).name, "中心(国际中心)");
  EXPECT_EQ(row_with({.name = "中心(国际中心) (+考试点)"}).name, "中心(国际中心)");
  EXPECT_EQ(rules_with({.name = "中心(国际中心)"}), "X-38");
}

TEST(NameCell, a_mark_that_says_nothing_known_is_refused) {
  for (const char* name : {"学院(+食堂)", "学院(+99考试点)", "学院(+2考试点2)", "学院(+"})
    EXPECT_EQ(faults(table_text({{.name = name}})), (Texts{"第 2 行 · 机构名称 registry.mark_unknown"})) << name;
}

TEST(DistrictCell, several_aliases_short_forms_and_the_city_in_front) {
  const auto districts = [](const std::string& cell) { return row_with({.district = cell}).districts; };
  EXPECT_EQ(districts("白云区、天河区"), (Texts{"440111", "440106"}));
  EXPECT_EQ(districts("白云区 天河区"), (Texts{"440111", "440106"}));
  EXPECT_EQ(districts("广州市白云区"), (Texts{"440111"}));
  EXPECT_EQ(districts("黄浦区"), (Texts{"440112"}));
  EXPECT_EQ(districts("白云"), (Texts{"440111"}));
}

TEST(DistrictCell, an_unknown_district_is_refused_with_the_known_ones) {
  EXPECT_EQ(faults(table_text({{.district = "南海区"}})), (Texts{"第 2 行 · 区域 registry.district_unknown"}));
  EXPECT_EQ(faults(table_text({{.district = "白云区、东山区"}})), (Texts{"第 2 行 · 区域 registry.district_unknown"}));
  EXPECT_EQ(faults(table_text({{.district = ""}})), (Texts{"第 2 行 · 区域 registry.cell_empty"}));
}

Texts texts_of(const Row& row) {
  Texts texts;
  for (const PrintedAddress& address : row.addresses) texts.push_back(address.text);
  return texts;
}

TEST(AddressCell, numbered_addresses_are_cut_at_the_numbers) {
  for (const char* cell : {"1、广州市白云区东路2号 2、广州市天河区西路3号", "1.广州市白云区东路2号；2.广州市天河区西路3号",
                           "(1)广州市白云区东路2号(2)广州市天河区西路3号", "①广州市白云区东路2号②广州市天河区西路3号",
                           "1）广州市白云区东路2号\n2）广州市天河区西路3号"})
    EXPECT_EQ(texts_of(row_with({.district = "白云区、天河区", .address = cell})), (Texts{"广州市白云区东路2号", "广州市天河区西路3号"}))
        << cell;
}

TEST(AddressCell, unnumbered_addresses_are_cut_before_the_city) {
  for (const char* cell :
       {"广州市白云区东路2号、广州市白云区西路3号", "广州市白云区东路2号；广州市白云区西路3号", "广州市白云区东路2号\n广州市白云区西路3号"})
    EXPECT_EQ(texts_of(row_with({.address = cell})), (Texts{"广州市白云区东路2号", "广州市白云区西路3号"})) << cell;
}

TEST(AddressCell, separators_dots_and_dashes_inside_an_address_stay) {
  EXPECT_EQ(texts_of(row_with({.address = "广州市白云区青年路5号203、204铺"})), (Texts{"广州市白云区青年路5号203、204铺"}));
  EXPECT_EQ(texts_of(row_with({.address = "广州市白云区3栋1.2.3楼"})), (Texts{"广州市白云区3栋1.2.3楼"}));
  EXPECT_EQ(texts_of(row_with({.address = "广州市白云区瑞和路39号(231 —258 室)"})), (Texts{"广州市白云区瑞和路39号(231-258室)"}));
  EXPECT_EQ(rules_with({.address = "广州市白云区神山大道西322-83号"}), "") << "one house number, no range";
}

TEST(AddressCell, a_lost_city_or_district_is_completed_and_asked_about) {
  const auto check = [](const char* printed, const char* text) {
    const PlainRow plain{.address = printed};
    EXPECT_EQ(texts_of(row_with(plain)), (Texts{text})) << printed;
    EXPECT_EQ(rules_with(plain), "X-10") << printed;
  };
  check("白云区东路2号", "广州市白云区东路2号");
  check("广州白云区东路2号", "广州市白云区东路2号");
  check("广州市江高镇东路2号", "广州市白云区江高镇东路2号");
  check("广州市白云大道北2号", "广州市白云区白云大道北2号");
  check("广州市白云太和镇2号", "广州市白云区太和镇2号");
}

TEST(AddressCell, a_province_in_front_is_part_of_one_address) {
  EXPECT_EQ(texts_of(row_with({.address = "广东省广州市白云区东路2号"})), (Texts{"广东省广州市白云区东路2号"}));
}

TEST(AddressCell, an_address_in_another_district_keeps_its_own) {
  const PlainRow plain{.address = "1、广州市白云区东路2号 2、广州市越秀区西路3号"};
  EXPECT_EQ(row_with(plain).addresses[1].district, "440104");
  EXPECT_EQ(rules_with(plain), "X-04 X-05");
}

TEST(AddressCell, without_any_district_two_districts_leave_the_question_open) {
  const PlainRow plain{.district = "白云区、天河区", .address = "广州市东路2号"};
  EXPECT_EQ(row_with(plain).addresses[0].district, "");
  EXPECT_EQ(rules_with(plain), "X-03 X-10");
}

TEST(AddressCell, a_character_on_both_sides_of_a_line_break_is_asked_about) {
  EXPECT_EQ(rules_with({.address = "广州市白云区黄石 石东路2号"}), "X-09 X-10");
}

TEST(ProjectsCell, every_bracket_and_separator_style_gives_the_same_list) {
  for (const char* cell :
       {"特种作业【低压电工作业,高处安装、维护、拆除作业,钎焊作业】", "特种作业【低压电工作业、高处安装、维护、拆除作业、钎焊作业】",
        "特种作业【 低压电工作业 ， 高处安装、维护、拆除作业；钎焊作业】",
        "特种作业【低压电工作业】【高处安装、维护、拆除作业】【钎焊作业】",
        "特种作业【(低压电工作业, 高处安装、维护、拆除作业, 钎焊作业,)】", "低压电工作业/高处安装维护拆除作业/钎焊",
        "低压电工 作业 高处安装、 维护、拆除作业 钎焊作业"})
    EXPECT_EQ(row_with({.projects = cell}).projects, (Texts{"OP01", "OP03", "OP06"})) << cell;
}

TEST(ProjectsCell, every_name_and_alias_of_the_catalogue_is_read_alone_and_beside_every_other) {
  for (const Project& one : shipped_catalogue().projects) {
    EXPECT_EQ(row_with({.projects = one.name}).projects, (Texts{one.id}));
    for (const Alias& alias : one.aliases)
      EXPECT_EQ(row_with({.projects = "特种作业【" + alias.text + "】"}).projects, (Texts{one.id})) << alias.text;
    for (const Project& other : shipped_catalogue().projects) {
      if (other.id <= one.id) continue;
      for (const char* separator : {",", "，", "、", "；", "】【"})
        EXPECT_EQ(row_with({.projects = "特种作业【" + other.name + separator + one.name + "】"}).projects, (Texts{one.id, other.id}))
            << other.name << separator << one.name;
    }
  }
}

TEST(ProjectsCell, doubled_work_is_read_in_every_name_that_holds_it) {
  EXPECT_EQ(row_with({.projects = "氯化工工艺作业、裂解(裂化)工艺作业"}).projects, (Texts{"OP13", "OP16"}));
  EXPECT_EQ(rules_with({.projects = "硝化工工艺作业"}), "X-20");
}

TEST(ProjectsCell, unknown_names_are_refused_and_named_whole) {
  EXPECT_EQ(faults(table_text({{.projects = "特种作业【低压电工作业,潜水作业】"}})),
            (Texts{"第 2 行 · 培训项目 registry.project_unknown"}));
  EXPECT_EQ(faults(table_text({{.projects = "特种作业【钎焊接作业】"}})), (Texts{"第 2 行 · 培训项目 registry.project_unknown"}))
      << "an alias inside a longer unknown name";
  EXPECT_EQ(faults(table_text({{.projects = "特种作业【】"}})), (Texts{"第 2 行 · 培训项目 registry.cell_empty"}));
  EXPECT_EQ(faults(table_text({{.projects = "主要负责人和安全生产管理人员【金属冶炼企业】"}})),
            (Texts{"第 2 行 · 培训项目 registry.wrong_list"}));
}

TEST(ContactCell, several_names_and_broken_ones) {
  const auto contacts = [](const std::string& cell) { return row_with({.contact = cell}).contacts; };
  EXPECT_EQ(contacts("李梦雅、余灿燃"), (Texts{"李梦雅", "余灿燃"}));
  EXPECT_EQ(contacts("卓彩霞、欧国 洪"), (Texts{"卓彩霞", "欧国洪"}));
  EXPECT_EQ(contacts("王小明 李四光"), (Texts{"王小明", "李四光"}));
  EXPECT_EQ(contacts("欧阳 建国"), (Texts{"欧阳建国"}));
  EXPECT_EQ(contacts(""), Texts{});
}

TEST(ContactCell, what_is_no_persons_name_is_asked_about) {
  for (const char* cell : {"龙王", "王", "张三丰先生们", "李明1", "待定"}) EXPECT_EQ(rules_with({.contact = cell}), "X-34") << cell;
  for (const char* cell : {"李明", "欧阳建国", "阿依古丽·买买提", "John Smith"}) EXPECT_EQ(rules_with({.contact = cell}), "") << cell;
}

TEST(TelephoneCell, several_numbers_in_every_style) {
  const auto telephones = [](const std::string& cell) { return row_with({.telephone = cell}).telephones; };
  EXPECT_EQ(telephones("020-84804349 020-84814206"), (Texts{"020-84804349", "020-84814206"}));
  EXPECT_EQ(telephones("020-83713049、 020-31922970"), (Texts{"020-83713049", "020-31922970"}));
  EXPECT_EQ(telephones("020—83713049／１８８２５１６７７８２"), (Texts{"020-83713049", "18825167782"}));
  EXPECT_EQ(telephones("020-81376870、020-81376870"), (Texts{"020-81376870"}));
  EXPECT_EQ(telephones("020 8480 4349"), (Texts{"020-84804349"}));
  EXPECT_EQ(telephones("02083713049"), (Texts{"02083713049"}));
  EXPECT_EQ(telephones("400-830-1234"), (Texts{"400-830-1234"}));
  EXPECT_EQ(telephones("020-83713049-801"), (Texts{"020-83713049-801"}));
  EXPECT_EQ(telephones("84804349"), (Texts{"84804349"}));
}

TEST(TelephoneCell, what_is_no_number_is_refused) {
  for (const char* cell : {"2036261012", "abc", "020-", "123", "020-36261012a", "1356048829", "020--36261012"})
    EXPECT_EQ(faults(table_text({{.telephone = cell}})), (Texts{"第 2 行 · 咨询电话 registry.telephone_invalid"})) << cell;
}

} // namespace
} // namespace ankao::registry
