// SPDX-License-Identifier: Apache-2.0
#include "server/campaign_news.hpp"

#include <vector>

#include "inspection/words/campaign.hpp"
#include "notices/service/notices.hpp"

namespace ankao::server {
namespace {

struct Receiver {
  std::string role, scope;
};

struct Letter {
  std::string zh, en;
  std::string body_zh, body_en;
  std::string link;
};

void send(db::Transaction& transaction, const std::string& topic, const Letter& letter, const std::vector<Receiver>& receivers, Instant now) {
  for (const Receiver& one : receivers)
    notices::send(transaction,
                  {.to_account = {}, .to_role = one.role, .scope = one.scope, .topic = topic, .title_zh = letter.zh, .title_en = letter.en, .body_zh = letter.body_zh, .body_en = letter.body_en, .link = letter.link,
                   .once_key = {}},
                  now);
}

Receiver office(const std::string& district) { return district.empty() ? Receiver{"city_bureau", ""} : Receiver{"district_bureau", district}; }

/// The unit itself: a site answers for itself, and so does the institution whose premises it is; for a unit without an account its district
/// (G-07, G-09); what is of no district is the city's examination organisation.
std::vector<Receiver> unit(const inspection::News& news) {
  std::vector<Receiver> out;
  if (!news.site.empty()) out.push_back({"exam_site", news.site});
  if (!news.institution.empty()) out.push_back({"institution", news.institution});
  if (inspection::without_account(news)) out.push_back(office(news.district));
  else if (out.empty()) out.push_back({"exam_organisation", ""});
  return out;
}

/// Who follows a problem: the unit's office, or the unit itself when it found it.
std::vector<Receiver> followers(const inspection::News& news) { return news.self ? unit(news) : std::vector<Receiver>{office(news.district)}; }

std::string page_of(const inspection::News& news) {
  const std::string campaign = "/work/inspections/" + news.campaign;
  if (news.action.rfind("defect.", 0) == 0) return "/work/problems/" + news.id;
  if (news.action == "visit.sign") return "/work/visits/" + news.id;
  if (news.action.rfind("handover.", 0) == 0) return campaign + "/handovers";
  if (news.action.rfind("self_report.", 0) == 0) return campaign + "/reports/" + news.subject;
  return campaign;
}

std::string counted(int count, const char* one, const char* many) { return std::to_string(count) + " " + (count == 1 ? one : many); }

struct Told {
  Letter letter;
  std::vector<Receiver> to;
};

Told of_problem(const inspection::News& news) {
  if (news.action == "defect.assign") {
    const std::string limit = news.limit ? to_string(*news.limit) : "";
    return {{"问题待整改：" + news.name, "A problem to correct: " + news.name, news.text + "。整改期限 " + limit + "。", news.text + ". To be corrected by " + limit + ".", ""}, unit(news)};
  }
  if (news.action == "defect.correct") return {{"整改待核查：" + news.name, "A correction to check: " + news.name, news.text, news.text, ""}, followers(news)};
  if (news.action == "defect.return") return {{"整改被退回：" + news.name, "A correction was given back: " + news.name, news.text, news.text, ""}, unit(news)};
  if (news.action == "defect.close") return {{"问题已销号：" + news.name, "A problem is closed: " + news.name, news.text, news.text, ""}, unit(news)};
  return {};
}

Told of_visit(const inspection::News& news) {
  if (news.count == 0) return {};
  Told out{{"检查发现 " + std::to_string(news.count) + " 个问题：" + news.name, "An inspection found " + counted(news.count, "problem", "problems") + ": " + news.name, "请逐条确定整改措施、期限和责任人。", "Measure, limit and person are to be set for each.", ""}, unit(news)};
  if (!inspection::without_account(news)) out.to.push_back(office(news.district)); // it was told for the unit
  return out;
}

Told of_handover(const inspection::News& news) {
  if (news.action == "handover.make")
    return {{"互查资料待签收：" + news.name, "A handover to receive: " + news.name, "问题清单、证据和处理建议已移交，请核对签收。", "Problems, evidence and proposals were handed over; please check and confirm.", ""}, {office(news.other)}};
  return {{"互查资料已签收：" + news.name, "A handover was received: " + news.name, "", "", ""}, {office(news.district)}};
}

Told of_self_report(const inspection::News& news) {
  if (news.action == "self_report.submit") return {{"自查报告待接收：" + news.name, "A self-inspection report to receive: " + news.name, "", "", ""}, {office(news.district)}};
  if (news.action == "self_report.return") return {{"自查报告被退回：" + news.name, "The self-inspection report was given back: " + news.name, news.text, news.text, ""}, unit(news)};
  return {{"自查报告已接收：" + news.name, "The self-inspection report was received: " + news.name, "", "", ""}, unit(news)};
}

/// M-3.1a: everybody who is to inspect himself, and the offices.
Told of_campaign(const inspection::News& news) {
  const std::string limit = news.limit ? to_string(*news.limit) : "";
  return {{"专项检查启动：" + news.name, "A special inspection begins: " + news.name, "请于 " + limit + " 前完成自查并报送自查报告；区应急管理局同时报送回执。",
           "Self-inspection is to be done and its report handed in by " + limit + "; district bureaus send their receipt by the same day.", ""},
          {{"institution", ""}, {"exam_site", ""}, {"exam_organisation", ""}, {"district_bureau", ""}}};
}

Told told(const inspection::News& news) {
  if (news.action == "visit.sign") return of_visit(news);
  if (news.action == "campaign.create") return of_campaign(news);
  if (news.action.rfind("handover.", 0) == 0) return of_handover(news);
  if (news.action.rfind("self_report.", 0) == 0) return of_self_report(news);
  return of_problem(news);
}

struct Step {
  const char* action;
  const char* zh;
  const char* en;
};
constexpr Step k_steps[] = {
    {"return.file", "月报已报送，请审核：", "A monthly return was filed, to be looked at: "},
    {"return.reopen", "月报被退回重报：", "The monthly return was reopened, to be filed again: "},
    {"return.take_back", "月报由本区重开，将重新报送：", "A district reopened its monthly return and will file it again: "},
    {"summary.propose", "总结报告待签发：", "A summary report waits for its signature: "},
    {"summary.refuse", "总结报告未予签发，退回修改：", "The summary report was not signed and is back for changes: "},
    {"summary.file", "总结报告待接收：", "A summary report to receive: "},
    {"summary.seal", "全市总结报告已签发：", "The city's summary report is signed: "},
    {"summary.receive", "总结报告已接收：", "The summary report was received: "},
    {"summary.return", "总结报告被退回：", "The summary report was given back: "},
    {"summary.revise", "总结报告另起新版：", "A further edition of the summary report is begun: "},
};

/// Whose turn it is: what is sent goes to the city, what comes back to its district, what waits for a signature stays in the office.
std::vector<Receiver> turn(const reporting::News& news) {
  if (news.action == "return.file" || (news.action == "return.reopen" && news.own) || news.action == "summary.file" || (news.action == "summary.revise" && !news.district.empty())) return {{"city_bureau", ""}};
  if (news.action == "summary.seal" || news.action == "summary.revise") return {{"district_bureau", ""}};
  return {office(news.district)};
}

} // namespace

void tell_inspection(db::Transaction& transaction, const inspection::News& news, Instant now) {
  Told one = told(news);
  if (one.letter.zh.empty()) return;
  one.letter.link = page_of(news);
  send(transaction, news.action, one.letter, one.to, now);
}

void tell_reporting(db::Transaction& transaction, const reporting::News& news, Instant now) {
  const std::string wording = news.action == "return.reopen" && news.own ? "return.take_back" : news.action;
  for (const Step& step : k_steps) {
    if (wording != step.action) continue;
    const bool monthly = news.action.rfind("return.", 0) == 0;
    const Letter letter{step.zh + news.name, step.en + news.name, news.text, news.text, (monthly ? "/work/returns/" : "/work/summaries/") + news.id};
    if (news.account.empty()) return send(transaction, news.action, letter, turn(news), now);
    notices::send(transaction, {.to_account = news.account, .to_role = {}, .scope = {}, .topic = news.action, .title_zh = letter.zh, .title_en = letter.en, .body_zh = letter.body_zh, .body_en = letter.body_en, .link = letter.link, .once_key = {}}, now);
  }
}

} // namespace ankao::server
