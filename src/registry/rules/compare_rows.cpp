// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/compare_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "registry/rules/people_cells.hpp"
#include "registry/rules/text.hpp"

namespace ankao::registry {
namespace {

using Texts = std::vector<std::string>;

/// Of the rows that share a number; thousands would make each message as long as the table.
constexpr std::size_t k_names_to_show = 5;

bool share_one(const Texts& one, const Texts& other) {
  return std::any_of(one.begin(), one.end(),
                     [&](const std::string& text) { return std::find(other.begin(), other.end(), text) != other.end(); });
}

Texts only_in(const Texts& one, const Texts& other) {
  Texts rest;
  for (const std::string& text : one)
    if (std::find(other.begin(), other.end(), text) == other.end()) rest.push_back(text);
  return rest;
}

Texts address_texts(const Row& row) {
  Texts texts;
  for (const PrintedAddress& address : row.addresses) texts.push_back(address.text);
  return texts;
}

Texts telephone_digits(const Row& row) {
  Texts digits;
  for (const std::string& telephone : row.telephones) digits.push_back(digits_of(telephone));
  return digits;
}

/// "… (a40) / … (b7)"; what lies between two rows is told at each of them.
struct Between {
  const Row& earlier;
  const Row& later;
  Column column;
  Findings& findings;

  std::string found(const std::string& there, const std::string& here) const {
    return there + " (" + to_string(earlier.id) + ") / " + here + " (" + to_string(later.id) + ")";
  }
  void note(const char* rule, const std::string& what, const Done& done) const {
    for (const RowId row : {earlier.id, later.id}) findings.note(rule, row, heading_of(column), what, done);
  }
  void ask(const char* rule, const std::string& what, const Done& done) const {
    for (const RowId row : {earlier.id, later.id}) findings.ask(rule, row, heading_of(column), what, done);
  }
};

std::string joined(const Texts& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "、") + text;
  return out;
}

std::size_t common_start(const std::u32string& one, const std::u32string& other) {
  return static_cast<std::size_t>(std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
}

/// Characters that agree from the start and from the end.
std::size_t common_characters(const std::u32string& one, const std::u32string& other) {
  const std::size_t start = common_start(one, other);
  const std::size_t left = std::min(one.size(), other.size()) - start;
  std::size_t end = 0;
  while (end < left && one[one.size() - 1 - end] == other[other.size() - 1 - end]) ++end;
  return start + end;
}

/// One spelling of the other: equally long, the same surname, one character different.
bool one_character_apart(const std::string& one, const std::string& other) {
  const std::u32string a = decode(one);
  const std::u32string b = decode(other);
  if (a.size() != b.size() || a.empty() || a.front() != b.front()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1U : 0U;
  return different == 1;
}

/// "桑田一路20号" and "桑田一路18-20号": the same up to the house number.
bool same_up_to_number(const std::string& one, const std::string& other) {
  const std::u32string a = decode(one);
  const std::u32string b = decode(other);
  const std::size_t same = common_start(a, b);
  return same >= 6 && same < a.size() && same < b.size() && is_digit(a[same]) && is_digit(b[same]);
}

void compare_contacts(const Row& earlier, const Row& later, Findings& findings) {
  const Texts here = only_in(later.contacts, earlier.contacts);
  const Texts there = only_in(earlier.contacts, later.contacts);
  if (here.empty() || there.empty()) return;
  const Between between{earlier, later, Column::Contact, findings};
  const std::string found = between.found(joined(there), joined(here));
  const bool spelling = here.size() == 1 && there.size() == 1 && one_character_apart(here.front(), there.front());
  if (spelling)
    return between.ask("X-30", found, {"疑为同一人两种写法，均保留，请核对", "perhaps one person spelt two ways; both kept, please check"});
  between.ask("X-31", found, {"联系人按登记分别记录，请核对", "contacts are kept per registration, please check"});
}

void compare_addresses(const Row& earlier, const Row& later, Findings& findings) {
  const Texts there = address_texts(earlier);
  const Texts here = address_texts(later);
  if (here == there) return;
  const Texts new_here = only_in(here, there);
  const Between between{earlier, later, Column::Address, findings};
  const std::string found = between.found(joined(there), joined(here));
  if (new_here.empty() && only_in(there, here).empty())
    return between.note(
        "X-08", found,
        {"两表地址次序不同，按集合比较，视为相同", "the order is turned round between the tables; compared as sets, the same"});
  if (new_here.empty()) return;
  const bool near =
      std::any_of(there.begin(), there.end(), [&](const std::string& text) { return same_up_to_number(text, new_here.front()); });
  if (near) return between.ask("X-31", found, {"门牌号不同，均保留，请核对", "house numbers differ; both kept, please check"});
  between.note("X-33", found, {"同一机构另有培训地点，地址均保留", "another training place of the same institution; all addresses kept"});
}

void compare_projects(const Row& earlier, const Row& later, Findings& findings) {
  if (later.id.table != Table::HighRisk || later.projects.empty() || earlier.projects == later.projects) return;
  const std::string found = joined(only_in(earlier.projects, later.projects)) + " / " + joined(only_in(later.projects, earlier.projects));
  findings.ask("X-35", later.id, heading_of(Column::Projects), found,
               {"重复印出的特种作业项目与 " + to_string(earlier.id) + " 不一致，以表 a 为准，请核对",
                "the repeated projects differ from " + to_string(earlier.id) + "; table a stands, please check"});
}

} // namespace

bool looks_like_same_institution(const Row& one, const Row& other) {
  if (one.name == other.name || !share_one(one.contacts, other.contacts)) return false;
  if (!share_one(address_texts(one), address_texts(other)) || !share_one(telephone_digits(one), telephone_digits(other))) return false;
  const std::u32string a = decode(one.name);
  const std::u32string b = decode(other.name);
  return common_characters(a, b) * 4 >= std::max(a.size(), b.size()) * 3;
}

void compare(const Row& earlier, const Row& later, Findings& findings) {
  if (earlier.name != later.name) {
    const Between between{earlier, later, Column::Name, findings};
    between.ask("X-32", between.found(earlier.name, later.name),
                {"地址、联系人、电话相同，暂按同一机构并记别名，待确认",
                 "same address, contact and telephone: linked as one institution with an alias, to be confirmed"});
  }
  compare_contacts(earlier, later, findings);
  compare_addresses(earlier, later, findings);
  compare_projects(earlier, later, findings);
  if (earlier.id.table == Table::SpecialOperations && later.id.table == Table::HighRisk && earlier.mark && !later.mark)
    findings.note("X-40", later.id, heading_of(Column::Name), later.name,
                  {"表 b 不印考试点标记，以 " + to_string(earlier.id) + " 为准",
                   "table b prints no exam-site mark; that of " + to_string(earlier.id) + " stands"});
}

void flag_shared_telephones(const std::vector<Row>& rows, Findings& findings) {
  std::map<std::string, std::vector<const Row*>> users;
  for (const Row& row : rows)
    for (const std::string& telephone : row.telephones) users[digits_of(telephone)].push_back(&row);
  for (const auto& [digits, rows_with_it] : users) {
    std::set<std::string> institutions;
    for (const Row* row : rows_with_it) institutions.insert(row->institution);
    if (institutions.size() < 2) continue;
    Texts names;
    for (const Row* row : rows_with_it) {
      if (names.size() == k_names_to_show) break;
      names.push_back(row->name + " (" + to_string(row->id) + ")");
    }
    const std::string more = rows_with_it.size() > names.size() ? " … " + std::to_string(rows_with_it.size()) : "";
    for (const Row* row : rows_with_it)
      findings.ask(
          "X-28", row->id, heading_of(Column::Telephone), digits + ": " + joined(names) + more,
          {"不同机构同一号码，不作为识别依据，请核对", "one number for different institutions; never used as identity, please check"});
  }
}

} // namespace ankao::registry
