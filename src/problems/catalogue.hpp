// SPDX-License-Identifier: Apache-2.0
// The one catalogue of everything the platform may refuse (data/problems/*.yaml): id, HTTP status, text and remedy in Chinese and
// English. Text is made from a Problem only here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace ankao::problems {

enum class Language { Chinese, English };
/// "en" and "en-…" are English; everything else is Chinese.
Language language_of(std::string_view tag);

struct Entry {
  std::string id;
  int status = 400;
  std::map<Language, std::string> title;  ///< with {detail} places
  std::map<Language, std::string> remedy; ///< with {detail} places; may be empty
};

struct Text {
  std::string title;
  std::string remedy;
};

class Catalogue {
public:
  /// The shipped catalogue. A broken file or a doubled id is a broken invariant.
  static const Catalogue& shipped();

  /// The entry; ensure() fails for an id that stands in no file.
  const Entry& entry(std::string_view id) const;
  bool has(std::string_view id) const;
  std::vector<std::string> ids() const;

  Text text(const Problem& problem, Language language) const;
  /// For a terminal: "place: title. remedy", one line per part after it.
  std::string lines(const Problem& problem, Language language) const;

private:
  std::map<std::string, Entry, std::less<>> entries_;
  friend Catalogue load();
};

} // namespace ankao::problems
