// SPDX-License-Identifier: Apache-2.0
// Known words found in running text, the longest first, so that a name which holds a separator or a bracket is not cut.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ankao::registry {

struct Term {
  enum class Kind { Project, Industry, District, Title };
  std::u32string text;
  Kind kind = Kind::Project;
  std::size_t index = 0; ///< in the catalogue's list of its kind
  std::string rule;      ///< of an alias; empty for the canonical name
};

/// A piece of a cell, in printed order.
struct Piece {
  enum class Kind { Term, Separator, Open, Close, Unknown };
  Kind kind = Kind::Unknown;
  std::u32string text;
  const Term* term = nullptr; ///< of the lexicon that made the piece
};

class Lexicon {
public:
  void add(Term term);

  /// The longest term at `at`, whatever follows it; null when none begins there.
  const Term* match(std::u32string_view text, std::size_t at) const;
  /// Cuts a cleaned cell into pieces that together are the cell. A term counts only where it ends at a separator, a bracket, another
  /// term or the end; other text runs on to the next separator or bracket as one unknown piece.
  std::vector<Piece> cut(std::u32string_view text) const;

private:
  const Term* whole_match(std::u32string_view text, std::size_t at) const;

  std::vector<Term> terms_; ///< longest first
};

bool is_list_separator(char32_t c);
bool is_bracket_open(char32_t c);
bool is_bracket_close(char32_t c);

} // namespace ankao::registry
