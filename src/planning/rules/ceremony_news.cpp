// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/ceremony_news.hpp"

#include <algorithm>

#include "planning/rules/ceremony.hpp"

namespace ankao::planning {
namespace {

/// "2024-02-22 10:00", as a person reads it.
std::string clock(Instant at) {
  std::string text = to_string(at).substr(0, 16);
  text[10] = ' ';
  return text;
}

std::string key(const Ceremony& ceremony, const char* what) { return "seed:" + to_string(ceremony.month) + "/" + std::to_string(ceremony.version) + ":" + what; }

/// An office hears by its role; an institution or a site by the accounts of its own.
void address(News& news, const CeremonyParty& party) {
  news.role = party.role == "site" ? "exam_site" : party.role == "institution" ? "institution" : party.id;
  news.scope = party.role == "officer" ? "" : party.id;
  news.link = "/work/ceremonies";
}

std::string times_zh(const Ceremony& c) { return "承诺截止 " + clock(c.plan.commitments_until) + "，公开截止 " + clock(c.plan.reveals_until) + "。"; }
std::string times_en(const Ceremony& c) { return "Commit until " + clock(c.plan.commitments_until) + ", reveal until " + clock(c.plan.reveals_until) + "."; }

News invitation(const Ceremony& c, const CeremonyParty& party) {
  News news;
  address(news, party);
  news.topic = "seed.open";
  news.title_zh = to_string(c.month) + " 排考数据已冻结，可参加种子的产生";
  news.title_en = "The data of " + to_string(c.month) + " are frozen: you may take part in forming the seed";
  news.body_zh = party.name + "可以为排考种子出一个随机数。" + times_zh(c) + "承诺后逾期不公开的，记名公布，排考照常进行。";
  news.body_en = party.name + " may give a number to the seed of the draw. " + times_en(c) + " Whoever commits and does not reveal is named in the record; the draw goes on.";
  news.once_key = key(c, "open");
  return news;
}

News commit_reminder(const Ceremony& c, const CeremonyParty& party) {
  News news;
  address(news, party);
  news.topic = "seed.remind";
  news.title_zh = to_string(c.month) + " 种子承诺将于 " + clock(c.plan.commitments_until) + " 截止";
  news.title_en = "Commitments for " + to_string(c.month) + " close at " + clock(c.plan.commitments_until);
  news.body_zh = party.name + "尚未作出承诺。不参加不影响排考。";
  news.body_en = party.name + " has not committed. The draw does not depend on it.";
  news.once_key = key(c, "commit");
  return news;
}

News reveal_call(const Ceremony& c, const CeremonyParty& party, bool last) {
  News news;
  address(news, party);
  news.topic = last ? "seed.remind" : "seed.reveal";
  news.title_zh = last ? "请尽快公开随机数：" + clock(c.plan.reveals_until) + " 截止" : "请公开 " + to_string(c.month) + " 排考种子的随机数";
  news.title_en = last ? "Reveal your number before " + clock(c.plan.reveals_until) : "Reveal your number for the draw of " + to_string(c.month);
  news.body_zh = party.name + "已作出承诺，公开截止 " + clock(c.plan.reveals_until) + "。逾期未公开的，记名公布。";
  news.body_en = party.name + " has committed; reveal until " + clock(c.plan.reveals_until) + ". Whoever does not is named in the record.";
  news.once_key = key(c, last ? "reveal-last" : "reveal");
  return news;
}

News value_due(const Ceremony& c, const Office& office, bool second) {
  News news;
  news.role = office.role;
  news.topic = second ? "seed.confirm" : "seed.announce";
  news.link = "/work/desk/" + to_string(c.month);
  news.title_zh = second ? to_string(c.month) + " 的公开值待第二人复核" : to_string(c.month) + " 的公开值已到公布时间";
  news.title_en = second ? "The public value of " + to_string(c.month) + " waits for a second person" : "The public value of " + to_string(c.month) + " is due";
  news.body_zh = "来源：" + c.source + "。读取方法：" + c.plan.how + "。由两人各自从来源读取后录入。";
  news.body_en = "Source: " + c.source + ". How to read it: " + c.plan.how + ". Two people read and enter it, each on their own.";
  news.once_key = key(c, second ? "confirm" : "value");
  return news;
}

bool near(Instant begin, Instant end, Instant now) {
  const std::int64_t before = std::min(k_remind_before_ms, (end.ms - begin.ms) / 4);
  return now.ms >= end.ms - before;
}

} // namespace

std::vector<News> invitations(const Ceremony& ceremony, const std::vector<CeremonyParty>& parties) {
  std::vector<News> all;
  for (const auto& party : parties) all.push_back(invitation(ceremony, party));
  return all;
}

std::vector<News> news_due(const Ceremony& ceremony, const std::vector<CeremonyParty>& parties, const std::vector<Office>& offices, Instant now) {
  std::vector<News> all;
  const auto& plan = ceremony.plan;
  const Phase phase = phase_of(ceremony, false, now);
  for (const auto& party : parties) {
    if (phase == Phase::Committing && party.commitment.empty() && near(ceremony.frozen_at, plan.commitments_until, now)) all.push_back(commit_reminder(ceremony, party));
    if (phase != Phase::Revealing || !party.absent()) continue;
    all.push_back(reveal_call(ceremony, party, false));
    if (near(plan.commitments_until, plan.reveals_until, now)) all.push_back(reveal_call(ceremony, party, true));
  }
  if (phase == Phase::Due || phase == Phase::Announced)
    for (const auto& office : offices) all.push_back(value_due(ceremony, office, phase == Phase::Announced));
  return all;
}

} // namespace ankao::planning
