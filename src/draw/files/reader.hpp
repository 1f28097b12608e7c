// SPDX-License-Identifier: Apache-2.0
// The second pass: reads canonical JSON (canonical.hpp) member by member into typed values. The first refusal sticks; from then
// on every call returns an empty value at once, so that callers need not look after each step.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "draw/files/pointer.hpp"

namespace ankao::draw {

enum class Need { Required, Optional };

class Reader {
public:
  /// `canonical` must come from canonical_json() and outlive the reader.
  explicit Reader(std::string_view canonical)
      : text_(canonical) {}

  bool refused() const { return refused_.has_value(); }
  const Problem& problem() const;
  /// At the value being read.
  void refuse(std::string id, std::vector<Detail> details = {});
  /// What another reader refused in the value being read; its place is told from the top of this file.
  void refuse_inside(Problem problem);
  /// At a member or element of the value being read.
  void refuse_at(std::string_view member, std::string id, std::vector<Detail> details = {});
  void refuse_at(std::size_t element, std::string id, std::vector<Detail> details = {});

  std::int64_t integer(std::int64_t low, std::int64_t high);
  int count(int low = 0) { return static_cast<int>(integer(low, k_most)); }
  bool boolean();
  std::string text(); ///< any string
  std::string id();   ///< 1-64 characters of A-Z a-z 0-9 . _ -
  Date date();
  /// One of the words; its place.
  int choice(std::initializer_list<std::string_view> words);
  /// The canonical text of the value here, for a reader of its own.
  std::string_view raw();
  /// Takes a null and says so; otherwise the value is still to be read.
  bool null();

  /// read(index) must read the element.
  void array(const std::function<void(std::size_t)>& read);
  /// read(key) must read the member's value; the keys come sorted.
  void table(const std::function<void(const std::string&)>& read);

  struct Member {
    std::string_view name;
    Need need;
    std::function<void()> read;
  };
  /// The text of a member of the object here, which stays unread; nothing when there is no such member or no object.
  std::optional<std::string> peek_text(std::string_view member);
  /// An object of exactly these members, which are read in the order of the list, not of the file.
  void record(std::initializer_list<Member> members);

  static constexpr int k_most = 1'000'000'000;

private:
  std::vector<std::pair<std::string, std::size_t>> member_places();
  std::string string_here();
  std::string shown();
  bool wrong_type(std::string_view expected);
  void skip();
  void skip_string();

  std::string_view text_;
  std::size_t at_ = 0;
  Pointer pointer_;
  std::optional<Problem> refused_;
};

} // namespace ankao::draw
