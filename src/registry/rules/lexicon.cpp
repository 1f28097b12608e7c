// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/lexicon.hpp"

#include <algorithm>

#include "registry/rules/text.hpp"

namespace ankao::registry {

bool is_list_separator(char32_t c) { return is_one_of(c, U",，、;；/。|+:\u2022·") || is_blank(c); }
bool is_bracket_open(char32_t c) { return is_one_of(c, U"【([〔「{《"); }
bool is_bracket_close(char32_t c) { return is_one_of(c, U"】)]〕」}》"); }

void Lexicon::add(Term term) {
  const auto place = std::find_if(terms_.begin(), terms_.end(), [&](const Term& other) { return other.text.size() < term.text.size(); });
  terms_.insert(place, std::move(term));
}

const Term* Lexicon::match(std::u32string_view text, std::size_t at) const {
  for (const Term& term : terms_)
    if (starts_with(text, at, term.text)) return &term;
  return nullptr;
}

const Term* Lexicon::whole_match(std::u32string_view text, std::size_t at) const {
  for (const Term& term : terms_) {
    if (!starts_with(text, at, term.text)) continue;
    const std::size_t end = at + term.text.size();
    if (end == text.size()) return &term;
    const char32_t next = text[end];
    if (is_list_separator(next) || is_bracket_open(next) || is_bracket_close(next) || match(text, end) != nullptr) return &term;
  }
  return nullptr;
}

std::vector<Piece> Lexicon::cut(std::u32string_view text) const {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    if (const Term* term = whole_match(text, at)) {
      pieces.push_back({Piece::Kind::Term, term->text, term});
      at += term->text.size();
      continue;
    }
    const char32_t c = text[at++];
    const Piece::Kind kind = is_list_separator(c)  ? Piece::Kind::Separator
                             : is_bracket_open(c)  ? Piece::Kind::Open
                             : is_bracket_close(c) ? Piece::Kind::Close
                                                   : Piece::Kind::Unknown;
    const bool runs_on = kind == Piece::Kind::Unknown && !pieces.empty() && pieces.back().kind == Piece::Kind::Unknown;
    if (runs_on) pieces.back().text += c;
    if (!runs_on) pieces.push_back({kind, std::u32string(1, c), nullptr});
  }
  return pieces;
}

} // namespace ankao::registry
