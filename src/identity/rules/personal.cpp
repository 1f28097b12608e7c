// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/personal.hpp"

#include <algorithm>

#include "base/numbers.hpp"
#include "identity/rules/password.hpp"

namespace ankao::identity {
namespace {

constexpr std::size_t k_reason_shortest = 4;
constexpr std::size_t k_reason_longest = 200;
constexpr std::size_t k_most_digits = 6; // a longer run could be a telephone or identity number
constexpr std::size_t k_email_longest = 254;

Problem at(Problem refused, const char* place) {
  refused.at = place;
  return refused;
}

bool is_email(const std::string& text) {
  const auto sign = text.find('@');
  const bool parts = sign != std::string::npos && sign > 0 && text.find('@', sign + 1) == std::string::npos && text.find('.', sign + 2) != std::string::npos &&
                     text.back() != '.';
  return parts && text.size() <= k_email_longest &&
         std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != ',' && c != ';' && c != '<' && c != '>'; });
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool has_number(const std::string& text) {
  std::size_t run = 0;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue; // 138 1234 5678 is one number
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run > k_most_digits) return true;
  }
  return false;
}

} // namespace

bool may_see(const Viewer& viewer, const Home& home) {
  if (viewer.account == home.account) return true;
  if (viewer.scope_kind == "city") return true;
  if (viewer.scope_kind == "own" || viewer.scope_kind.empty() || viewer.scope_id.empty()) return false;
  if (viewer.scope_kind == "district" && home.scope_kind != "district") return home.district == viewer.scope_id;
  return viewer.scope_kind == home.scope_kind && viewer.scope_id == home.scope_id;
}

Result<PersonalChange> checked(const PersonalChange& change, Date today) {
  PersonalChange out = change;
  if (change.national_id && !change.national_id->empty()) {
    const auto read = NationalId::read(*change.national_id, today);
    if (!read.ok()) return at(read.problem(), "/national_id");
    out.national_id = read->text();
  }
  if (change.telephone && !change.telephone->empty()) {
    const auto read = read_mobile(*change.telephone);
    if (!read.ok()) return at(read.problem(), "/telephone");
    out.telephone = *read;
  }
  if (change.email && !change.email->empty()) {
    if (!is_email(*change.email)) return problem("number.email", {}, "/email");
    out.email = lower(*change.email);
  }
  return out;
}

PersonalData masked(const PersonalData& clear) {
  return {masked_id(clear.national_id), masked_telephone(clear.telephone), masked_email(clear.email)};
}

Result<void> check_reveal_reason(const std::string& reason) {
  const std::size_t count = reason.find_first_not_of(" \t\r\n") == std::string::npos ? 0 : characters(reason);
  if (count < k_reason_shortest) return problem("identity.reason_missing", {{"shortest", std::to_string(k_reason_shortest)}}, "/reason");
  if (count > k_reason_longest) return problem("identity.reason_long", {{"longest", std::to_string(k_reason_longest)}}, "/reason");
  if (has_number(reason) || reason.find('@') != std::string::npos) return problem("identity.reason_personal", {}, "/reason");
  return {};
}

} // namespace ankao::identity
