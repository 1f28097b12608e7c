// SPDX-License-Identifier: Apache-2.0
// Numbers with a check digit: the resident identity number (GB 11643-1999) and the unified social credit code (GB 32100-2015); and how
// personal numbers look on a screen. A refusal names the wrong place and, for the check digit, the one that would fit.
#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"

namespace ankao {

/// 18 places, X written large. Only read() makes one.
class NationalId {
public:
  /// Takes x for X and surrounding blanks. Problems number.id_length, id_character, id_region, id_date, id_future, id_check; none tells the number.
  static Result<NationalId> read(std::string_view text, Date today);
  const std::string& text() const { return text_; }
  Date birthday() const { return birthday_; }
  bool operator==(const NationalId&) const = default;

private:
  std::string text_;
  Date birthday_;
};

/// The 18th place of 17 digits: 0-9 or X (ISO 7064 MOD 11-2).
char national_id_check(std::string_view seventeen);

class CreditCode {
public:
  /// 18 characters of the standard's alphabet (no I O S V Z). Problems number.credit_length, credit_character, credit_check.
  static Result<CreditCode> read(std::string_view text);
  const std::string& text() const { return text_; }
  bool operator==(const CreditCode&) const = default;

private:
  std::string text_;
};

/// The 18th place of 17 characters of the alphabet (modulo 31).
char credit_code_check(std::string_view seventeen);

/// A mobile number of the mainland: 11 digits, 13x to 19x. Takes +86, blanks and hyphens; gives the digits. Problem number.mobile.
Result<std::string> read_mobile(std::string_view text);

/// "4401**********123X": the first and last four; shorter texts are wholly hidden.
std::string masked_id(std::string_view number);
/// "138****5678"; other telephones keep the last four: "****0432".
std::string masked_telephone(std::string_view number);
/// "z****@example.org".
std::string masked_email(std::string_view address);

} // namespace ankao
