// SPDX-License-Identifier: Apache-2.0
#include "registry/service/fields.hpp"

#include <algorithm>

#include "registry/store/record_json.hpp"

namespace ankao::registry {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

json addresses_of(const std::vector<Address>& addresses) {
  json all = json::array();
  for (const Address& address : addresses) all.push_back({{"text", address.text}, {"district", address.district}});
  return all;
}

std::vector<Address> addresses_in(const json& value, const std::vector<Address>& known) {
  std::vector<Address> all;
  for (const json& one : value) {
    Address address{one.at("text"), one.at("district"), false};
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const Address& old) { return old.text == address.text && old.district == address.district; });
    address.confirmed = same != known.end() && same->confirmed;
    all.push_back(address);
  }
  return all;
}

/// Flags are a set: what was resolved since stays resolved, what the print brings anew is added.
json merge_flags(const json& base, const json& next, const json& head) {
  const Texts was = base.is_array() ? base.get<Texts>() : Texts{};
  const Texts is = next.get<Texts>();
  Texts all = head.get<Texts>();
  const auto has = [](const Texts& texts, const std::string& one) { return std::find(texts.begin(), texts.end(), one) != texts.end(); };
  for (const std::string& flag : is)
    if (!has(was, flag) && !has(all, flag)) all.push_back(flag);
  std::erase_if(all, [&](const std::string& flag) { return has(was, flag) && !has(is, flag); });
  std::sort(all.begin(), all.end());
  return all;
}

} // namespace

json told_fields(const InstitutionRecord& r) {
  return {{"name", r.name},
          {"aliases", r.aliases},
          {"district", r.supervising_district},
          {"addresses", addresses_of(r.addresses)},
          {"contacts", r.contacts},
          {"telephones", r.telephones},
          {"projects", r.projects},
          {"scopes", r.scopes},
          {"rows", r.rows},
          {"credit_code", r.credit_code},
          {"flags", r.flags}};
}

json told_fields(const SiteRecord& r) {
  return {{"name", r.name},
          {"owner", r.owner},
          {"kind", word_of(r.kind)},
          {"district", r.district},
          {"address", addresses_of({r.address}).at(0)},
          {"subjects", r.subjects},
          {"flags", r.flags}};
}

void apply(InstitutionRecord& r, const json& fields) {
  r.name = fields.at("name");
  r.aliases = fields.at("aliases").get<Texts>();
  r.supervising_district = fields.at("district");
  r.addresses = addresses_in(fields.at("addresses"), r.addresses);
  r.contacts = fields.at("contacts").get<Texts>();
  r.telephones = fields.at("telephones").get<Texts>();
  r.projects = fields.at("projects").get<Texts>();
  r.scopes = fields.at("scopes").get<Texts>();
  r.rows = fields.at("rows").get<Texts>();
  r.credit_code = fields.at("credit_code");
  r.flags = fields.at("flags").get<Texts>();
}

void apply(SiteRecord& r, const json& fields) {
  r.name = fields.at("name");
  r.owner = fields.at("owner");
  r.kind = site_kind_of(fields.at("kind"));
  r.district = fields.at("district");
  r.address = addresses_in(json::array({fields.at("address")}), {r.address}).at(0);
  r.subjects = fields.at("subjects").get<Texts>();
  r.flags = fields.at("flags").get<Texts>();
}

Merged merge(const json& base, const json& next, const json& head) {
  Merged merged{head, {}, {}};
  for (const auto& [field, value] : next.items()) {
    const json before = base.is_object() && base.contains(field) ? base.at(field) : json();
    if (field == "flags")
      merged.fields[field] = merge_flags(before, value, head.at(field));
    else if (value != before) {
      if (head.at(field) != before && head.at(field) != value) merged.clashes.push_back(field);
      merged.fields[field] = value;
    }
    if (merged.fields.at(field) != head.at(field)) merged.changed.push_back(field);
  }
  return merged;
}

} // namespace ankao::registry
