// SPDX-License-Identifier: Apache-2.0
#include "documents/files/sealed.hpp"

#include <nlohmann/json.hpp>

namespace ankao::documents {
namespace {

using nlohmann::json;

constexpr const char* k_format = "ankao-document/1";

json json_of(const paper::Values& values) {
  json lists = json::object();
  for (const auto& [name, items] : values.lists) {
    lists[name] = json::array();
    for (const auto& item : items) lists[name].push_back(item);
  }
  return {{"lists", lists}, {"texts", values.texts}};
}

/// Throws what nlohmann throws for a member of another kind.
paper::Values values_of(const json& node) {
  paper::Values out;
  out.texts = node.at("texts").get<paper::Texts>();
  for (const auto& [name, items] : node.at("lists").items()) out.lists[name] = items.get<std::vector<paper::Texts>>();
  return out;
}

} // namespace

std::string values_text(const paper::Values& values) { return json_of(values).dump(); }

std::string sealed_text(const Sealed& s) {
  return json{{"format", k_format},
              {"kind", s.kind},
              {"form", s.form},
              {"form_sm3", s.form_sm3},
              {"number", s.number},
              {"code", s.code},
              {"subject", s.subject},
              {"party", s.party},
              {"subject_name", s.subject_name},
              {"issuer", s.issuer},
              {"clause", s.clause},
              {"version", s.version},
              {"issued_at", s.issued_at.ms},
              {"values", json_of(s.values)},
              {"files", s.files}}
      .dump();
}

Result<Sealed> read_sealed(std::string_view text) {
  const auto refused = [](const std::string& reason) { return problem("documents.sealed_invalid", {{"reason", reason}}); };
  try {
    const json node = json::parse(text);
    if (node.at("format") != k_format) return refused("format");
    Sealed s;
    const auto take = [&node](const char* name, std::string& into) { into = node.at(name).get<std::string>(); };
    take("kind", s.kind), take("form", s.form), take("form_sm3", s.form_sm3), take("number", s.number), take("code", s.code);
    take("subject", s.subject), take("party", s.party), take("subject_name", s.subject_name), take("issuer", s.issuer), take("clause", s.clause);
    s.version = node.at("version").get<std::int64_t>();
    s.issued_at = {node.at("issued_at").get<std::int64_t>()};
    s.values = values_of(node.at("values"));
    s.files = node.at("files").get<std::map<std::string, std::string>>();
    // Whatever else stands there, or in another order, is not what was sealed.
    if (sealed_text(s) != text) return refused("not canonical");
    return s;
  } catch (const json::exception& error) {
    return refused(error.what());
  }
}

} // namespace ankao::documents
