// SPDX-License-Identifier: Apache-2.0
#include "draw/study/sentences.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace ankao::draw {
namespace {

constexpr int k_named = 6;

std::string number(std::int64_t n) { return std::to_string(n); }
std::string people_of(std::int64_t count) { return number(count) + (count == 1 ? " person" : " people"); }

std::string name_of(const Site& site) { return site.name.value_or(site.id); }

/// The first few by name, and how many more there are.
std::string listed(const std::vector<std::string>& all, bool english) {
  std::string out;
  for (int i = 0; i < count_of(all) && i < k_named; ++i) out += (i == 0 ? "" : english ? ", " : "、") + at(all, i);
  if (count_of(all) > k_named) out += english ? " and " + number(count_of(all) - k_named) + " more" : " 等";
  return out;
}

std::string slot_word(const std::string& slot, bool english) {
  if (slot == "am") return english ? "morning" : "上午";
  if (slot == "pm") return english ? "afternoon" : "下午";
  if (slot == "eve") return english ? "evening" : "晚上";
  return slot;
}

std::string rule_word(int rule, bool english) {
  switch (rule) {
  case 6:
    return english ? "R6 (not the same site twice in a row, S-3.2)" : "R6（不得连续两次在同一考试点，S-3.2）";
  case 7:
    return english ? "R7 (at most three visits a year, S-3.1)" : "R7（同一考试点每年原则上不超过三次，S-3.1）";
  case 8:
    return english ? "R8 (quota of sessions or sites at one time, S-2)" : "R8（场次或同时考试点数上限，S-2）";
  case 9:
    return english ? "R9 (no small fragments, S-3.3)" : "R9（不得拆成零星人数，S-3.3）";
  default:
    return english ? "R10 (one class, one place at a time)" : "R10（同班两科不得同时考）";
  }
}

std::string place_words(const Model& model, int room, int time, bool english) {
  const Room& one = at(model.instance.rooms, room);
  const std::string where = name_of(at(model.instance.sites, one.site));
  const Tongue tongue = english ? Tongue::English : Tongue::Chinese;
  return english ? where + ", room " + one.id + ", " + say_time(model, time, tongue) : where + " " + one.id + " 考场 " + say_time(model, time, tongue);
}

} // namespace

std::string say_time(const Model& model, int time, Tongue tongue) {
  static constexpr std::array k_months{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  const bool english = tongue == Tongue::English;
  const Date day = model.date_of(time);
  const std::string slot = slot_word(at(model.instance.calendar.slots, time % model.slots_per_day), english);
  const std::string iso = to_string(day);
  const int month = std::stoi(iso.substr(5, 2)), of_month = std::stoi(iso.substr(8, 2));
  return english ? number(of_month) + " " + k_months[static_cast<std::size_t>(month - 1)] + ", " + slot : number(month) + "月" + number(of_month) + "日" + slot;
}

std::string say(const Instance& instance, const Deficit& deficit, Tongue tongue) {
  const bool english = tongue == Tongue::English;
  std::vector<std::string> batches, sites;
  for (int b : deficit.batches) batches.push_back(at(instance.batches, b).id);
  for (int s : deficit.sites) sites.push_back(name_of(at(instance.sites, s)));
  const std::string people = number(deficit.candidates), count = number(count_of(deficit.batches));
  const bool one = batches.size() == 1;
  std::string out = english ? (one ? "Batch " + batches.front() + " (" + people_of(deficit.candidates) + ")" : "These " + count + " batches (" + people_of(deficit.candidates) + ": " + listed(batches, true) + ")")
                            : (one ? "批次 " + batches.front() + "（" + people + " 人）" : "这 " + count + " 个批次共 " + people + " 人（" + listed(batches, false) + "）");
  if (sites.empty())
    return out + (english ? std::string(" may go to no site: none of those permitted is open on a day they may sit.") : std::string("在可考的日子里没有任何可去的考试点开放。"));
  if (deficit.limit == Deficit::Limit::Sessions) {
    const std::string subjects = number(count_of(deficit.subjects)), needed = number(deficit.sessions), open = number(deficit.openings), missing = number(deficit.sessions - deficit.openings);
    return english ? out + " in " + subjects + (deficit.subjects.size() == 1 ? " subject" : " subjects") + " need at least " + needed + " sessions, because a room serves one subject at a time (S-3.6); " + number(count_of(sites)) + (sites.size() == 1 ? " site (" : " sites (") + listed(sites, true) + ") can hold only " + open + " on the days they may sit: " + missing + (missing == "1" ? " session" : " sessions") + " too few, at least " + people_of(deficit.short_of()) + " must go without."
                   : out + "，涉及 " + subjects + " 个科目，一个考场同一时段只考一个科目（S-3.6），至少要开 " + needed + " 场；在可考的日子里可去的 " + number(count_of(sites)) + " 个考试点（" + listed(sites, false) + "）只有 " + open + " 个考场时段，缺 " + missing + " 场，至少 " + number(deficit.short_of()) + " 人无座。";
  }
  out += english ? " may go to only " + number(count_of(sites)) + (sites.size() == 1 ? " site (" : " sites (") + listed(sites, true) + ") on the days they may sit"
                 : "在可考的日子里只能去 " + number(count_of(sites)) + " 个考试点（" + listed(sites, false) + "）";
  if (deficit.limit == Deficit::Limit::SubjectSessions) out += english ? ", and the month's quota of sessions of the subject" : "，且本科目本月场次有上限";
  if (deficit.limit == Deficit::Limit::SlotSessions) out += english ? ", and the number of sessions at one time is limited" : "，且同一时段的场次数有上限";
  return out + (english ? (deficit.limit == Deficit::Limit::SubjectSessions ? std::string(" leaves ") : std::string(": ")) + number(deficit.seats) + (deficit.seats == 1 ? " seat at most" : " seats at most") + ", at least " + people_of(deficit.short_of()) + " must go without."
                        : "，最多 " + number(deficit.seats) + " 个座位，至少 " + number(deficit.short_of()) + " 人无座。");
}

std::string say(const Model& model, const Change& change, Tongue tongue) {
  const bool english = tongue == Tongue::English;
  const std::string place = place_words(model, change.room, change.time, english);
  const std::string left = change.still_unplaced == 0 ? "" : english ? " (" + number(change.still_unplaced) + " would still go without)" : "（仍有 " + number(change.still_unplaced) + " 人无座）";
  const std::string seated = english ? people_of(change.seated) + " could sit" : number(change.seated) + " 人可以就座";
  switch (change.kind) {
  case Change::Kind::Seats:
    return english ? "With " + number(change.seats) + (change.seats == 1 ? " more seat at " : " more seats at ") + place + ", " + seated + left + "."
                   : place + " 增加 " + number(change.seats) + " 个座位，" + seated + left + "。";
  case Change::Kind::Opening:
    return english ? "If " + place + " were open, " + seated + left + "." : "如 " + place + " 开放，" + seated + left + "。";
  case Change::Kind::Rule:
    return english ? "Without " + rule_word(change.rule, true) + ", " + seated + " at " + place + left + "."
                   : "如不适用 " + rule_word(change.rule, false) + "，" + seated + "（" + place + "）" + left + "。";
  }
  return "";
}

std::string say(const Model& model, const Blocked& blocked, Tongue tongue) {
  const bool english = tongue == Tongue::English;
  std::vector<std::string> who;
  for (const Blocker& one : blocked.blockers)
    who.push_back(at(model.instance.batches, one.batch).id + (english ? " (" + number(one.candidates) + " people)" : "（" + number(one.candidates) + " 人）"));
  const std::string place = place_words(model, blocked.room, blocked.time, english);
  return english ? place + ": if " + listed(who, true) + " sat elsewhere, " + number(blocked.seated) + " people could sit here."
                 : place + "：如 " + listed(who, false) + " 改到别处，" + number(blocked.seated) + " 人可以在此就座。";
}

std::string say_rule(int rule, Tongue tongue) {
  const bool english = tongue == Tongue::English;
  switch (rule) {
  case 2:
    return english ? "holds the seats" : "占用座位";
  case 3:
    return english ? "has the room for another subject" : "考场正在考其他科目";
  case 6:
    return english ? "the institution would be at the same site twice in a row" : "机构将连续两次在同一考试点";
  case 8:
    return english ? "the institution already attends other sites then" : "机构同一时段已在其他考试点";
  case 10:
    return english ? "the same class sits then" : "同班此时有考试";
  default:
    return "R" + number(rule);
  }
}

} // namespace ankao::draw
