// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/answers.hpp"

#include <nlohmann/json.hpp>

#include "base/ensure.hpp"

namespace ankao::inspection {
namespace {

using nlohmann::json;

json json_of(const PartAnswer& part) {
  json out{{"part", part.part}, {"mark", name_of(part.mark)}};
  if (!part.missing.empty()) out["missing"] = part.missing;
  if (part.minus) out["minus"] = *part.minus;
  if (!part.reason.empty()) out["reason"] = part.reason;
  for (const Count& one : part.counts) out["counts"][one.name] = one.value;
  return out;
}

PartAnswer part_of(const json& in) {
  PartAnswer out;
  out.part = in.at("part").get<std::string>();
  const auto mark = mark_of(in.at("mark").get<std::string>());
  ensure(mark.has_value(), "a stored mark is a mark");
  out.mark = *mark;
  if (in.contains("missing")) out.missing = in["missing"].get<std::vector<std::string>>();
  if (in.contains("minus")) out.minus = in["minus"].get<int>();
  out.reason = in.value("reason", "");
  if (in.contains("counts"))
    for (const auto& [name, value] : in["counts"].items()) out.counts.push_back({name, value.get<int>()});
  return out;
}

json json_of(const Finding& one) {
  return {{"part", one.part}, {"column", name_of(one.column)}, {"kind", name_of(one.kind)}, {"missing", one.missing}, {"asked", one.asked}, {"taken", one.taken}, {"reason", one.reason}, {"clause", one.clause}, {"counts", one.counts}};
}

} // namespace

std::string write_answer(const Answer& answer) {
  json out{{"item", answer.item}, {"column", name_of(answer.column)}, {"parts", json::array()}};
  for (const PartAnswer& one : answer.parts) out["parts"].push_back(json_of(one));
  if (answer.serious) out["serious"] = answer.serious_reason;
  if (!answer.note.empty()) out["note"] = answer.note;
  return out.dump();
}

Answer read_answer(const std::string& text) {
  const json in = json::parse(text);
  Answer out;
  out.item = in.at("item").get<std::string>();
  const auto column = column_of(in.at("column").get<std::string>());
  ensure(column.has_value(), "a stored column is a column");
  out.column = *column;
  for (const json& one : in.at("parts")) out.parts.push_back(part_of(one));
  out.serious = in.contains("serious");
  out.serious_reason = in.value("serious", "");
  out.note = in.value("note", "");
  return out;
}

std::string write_team(const std::vector<Member>& team) {
  json out = json::array();
  for (const Member& one : team) out.push_back({{"role", name_of(one.role)}, {"name", one.name}, {"unit", one.unit}, {"institution", one.institution}});
  return out.dump();
}

std::vector<Member> read_team(const std::string& text) {
  std::vector<Member> out;
  for (const json& one : json::parse(text)) {
    const auto role = member_role_of(one.at("role").get<std::string>());
    ensure(role.has_value(), "a stored role is a role");
    out.push_back({*role, one.at("name").get<std::string>(), one.at("unit").get<std::string>(), one.at("institution").get<std::string>()});
  }
  return out;
}

std::string write_score(const Score& score) {
  json out{{"checklist", score.checklist}, {"version", score.version}, {"scoring", score.scoring}, {"points", score.points}, {"total", score.total}, {"verdict", name_of(score.verdict)},
           {"failed_by", name_of(score.failed_by)}, {"open", score.open}, {"vetoes", score.vetoes}, {"serious", score.serious}, {"items", json::array()}};
  for (const ItemResult& one : score.items) {
    json item{{"item", one.item}, {"points", one.points}, {"score", one.score}, {"findings", json::array()}};
    for (const Finding& finding : one.findings) item["findings"].push_back(json_of(finding));
    out["items"].push_back(std::move(item));
  }
  return out.dump();
}

} // namespace ankao::inspection
