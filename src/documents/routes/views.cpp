// SPDX-License-Identifier: Apache-2.0
#include "documents/routes/views.hpp"

#include <algorithm>

#include "documents/rules/code.hpp"
#include "documents/rules/states.hpp"
#include "paper/read.hpp"

namespace ankao::documents {
namespace {

using problems::Language;

const Kind& kind_of(const Desk& desk, const Document& document) {
  const Kind* kind = desk.kinds.find(document.kind);
  ensure(kind != nullptr, "the kind of a document stands: " + document.kind);
  return *kind;
}

bool is_picture(const File& file) { return file.format.rfind("page-", 0) == 0; }

std::vector<dto::DocumentFile> files_of(const Document& document) {
  std::vector<dto::DocumentFile> out;
  for (const File& file : document.files)
    if (!is_picture(file)) out.push_back({file.format, file.sm3, file.size});
  return out;
}

} // namespace

std::string kind_name(const Kind& kind, Language language) {
  const auto& form = paper::shipped_forms().at(kind.form);
  return language == Language::Chinese ? form.name_zh : form.name_en;
}

dto::DocumentKind view_of(const Kind& kind, const std::string& role, Language language) {
  return {kind.id,
          kind_name(kind, language),
          std::string(name_of(kind.about)),
          kind.clause,
          kind.second.has_value(),
          kind.second ? kind.second->basis : "",
          kind.second && !kind.second->review.empty() ? kind.second->review : kind.remedy ? kind.remedy->review : "",
          may_issue(kind, role).ok()};
}

dto::DocumentRow row_of(const Desk& desk, const Document& d, Language language) {
  return {d.id,    d.kind,  kind_name(kind_of(desk, d), language), std::string(name_of(d.state)), d.number,      printed_code(d.code), d.version,
          d.subject, d.party, d.subject_name,                        d.issuer,                      d.proposed_at, d.issued_at,          d.ended_at};
}

dto::DocumentView view_of(const Desk& desk, const Document& d, const ::ankao::api::Call& call) {
  const Kind& kind = kind_of(desk, d);
  const auto& caller = call.caller;
  const auto actor = caller.actor();
  const bool own = actor.scope == "city" || actor.scope == "institution:" + d.institution;
  dto::DocumentView out;
  out.document = row_of(desk, d, call.language);
  out.files = files_of(d);
  out.pages = static_cast<int>(std::count_if(d.files.begin(), d.files.end(), is_picture));
  for (const Step& step : d.steps) out.steps.push_back({step.step, step.at, actor.scope == "city" ? step.person : "", step.role, step.reason, step.event});
  out.sealed_sm3 = d.sealed_sm3;
  out.clause = kind.clause;
  out.shown = std::string(name_of(kind.shown));
  out.reason = d.reason;
  out.event = d.event;
  out.replaces = d.replaces;
  out.replaced_by = d.replaced_by;
  if (const auto next = d.replaced_by.empty() ? std::nullopt : find(desk, d.replaced_by)) out.replaced_by_number = next->number;
  out.second = kind.second.has_value();
  out.basis = kind.second ? kind.second->basis : "";
  out.may_sign = caller.can("document.sign") && may_sign(kind, d, caller.role, caller.account).ok();
  out.may_withdraw = own && caller.can("document.withdraw") && may_withdraw(kind, d, caller.role, "?").ok();
  out.may_replace = own && !kind.second && caller.can("document.issue") && may_replace(kind, d, caller.role, "?").ok();
  return out;
}

dto::VerifiedDocument verified(const Desk& desk, const Document& d, Language language) {
  const Kind& kind = kind_of(desk, d);
  dto::VerifiedDocument out;
  out.code = printed_code(d.code);
  out.kind_name = kind_name(kind, language);
  out.number = d.number;
  // Where the issuer is a private unit its name is the subject's.
  out.issuer = kind.issuer.empty() && kind.shown == Shown::Number ? "" : d.issuer;
  out.state = std::string(name_of(d.state));
  out.version = d.version;
  out.issued_at = d.issued_at.value_or(d.proposed_at);
  out.ended_at = d.ended_at;
  out.files = files_of(d);
  out.downloadable = kind.shown == Shown::File;
  out.sealed_sm3 = d.sealed_sm3;
  out.event = d.event;
  const auto next = d.replaced_by.empty() ? std::nullopt : find(desk, d.replaced_by);
  if (next) out.replaced_by_number = next->number;
  if (kind.shown == Shown::Number) return out;
  out.subject_name = d.subject_name;
  out.reason = d.reason;
  if (next) out.replaced_by_code = printed_code(next->code);
  return out;
}

std::string base64(const std::string& bytes) {
  constexpr const char* k_signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? k_signs[group >> (18 - 6 * k) & 63U] : '=';
  }
  return out;
}

std::string file_name(const Kind& kind, const Document& d, const std::string& format) {
  const bool picture = format.rfind("page-", 0) == 0;
  return d.number + " " + kind_name(kind, Language::Chinese) + (picture ? " " + format + ".png" : "." + format);
}

} // namespace ankao::documents
