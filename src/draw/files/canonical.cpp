// SPDX-License-Identifier: Apache-2.0
#include "draw/files/canonical.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "draw/files/encoding.hpp"
#include "draw/files/pointer.hpp"

namespace ankao::draw {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char k_hex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\b':
      out += "\\b";
      break;
    case '\f':
      out += "\\f";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      if (static_cast<unsigned char>(c) < 0x20) {
        out += "\\u00";
        out += k_hex[(c >> 4) & 0xF];
        out += k_hex[c & 0xF];
      } else {
        out += c;
      }
    }
  }
  out += '"';
}

/// One recursive descent over the text. Every step returns false once something was refused; the problem then stands.
class Canonicaliser {
public:
  explicit Canonicaliser(std::string_view text)
      : text_(text) {}

  Result<std::string> run() {
    out_.reserve(text_.size());
    if (!value(1)) return *refused_;
    skip_spaces();
    if (at_ < text_.size() && !refuse("draw.file.trailing", {{"found", found()}})) return *refused_;
    return std::move(out_);
  }

private:
  struct Member {
    std::string_view key; ///< decoded; stands in the text or in escaped_keys
    std::size_t begin;    ///< of `"key":value` in out_
    std::size_t end;
  };

  bool value(int depth) {
    skip_spaces();
    if (at_ >= text_.size()) return refuse("draw.file.cut_short");
    const char c = text_[at_];
    if ((c == '{' || c == '[') && depth > k_max_depth) return refuse("draw.file.too_deep", {{"limit", std::to_string(k_max_depth)}});
    if (c == '{') return object(depth);
    if (c == '[') return array(depth);
    if (c == '"') return string_value();
    if (c == '-' || (c >= '0' && c <= '9')) return number();
    return word("true") || word("false") || word("null") || (!refused_ && expect("value"));
  }

  bool object(int depth) {
    std::vector<Member> members;
    std::deque<std::string> escaped_keys;
    const std::size_t begin = out_.size();
    ++at_;
    out_ += '{';
    skip_spaces();
    if (take('}')) {
      out_ += '}';
      return true;
    }
    for (;;) {
      if (!member(depth, members, escaped_keys)) return false;
      skip_spaces();
      if (take('}')) break;
      if (!take(',')) return expect(", }");
      skip_spaces();
    }
    return close_object(begin, members);
  }

  bool member(int depth, std::vector<Member>& members, std::deque<std::string>& escaped_keys) {
    if (at_ >= text_.size()) return refuse("draw.file.cut_short");
    if (text_[at_] != '"') return expect("\"");
    if (members.size() >= k_max_members) return refuse("draw.file.too_many_members", {{"limit", std::to_string(k_max_members)}});
    const auto key = string(escaped_keys);
    if (!key) return false;
    const std::size_t begin = out_.size();
    append_quoted(out_, *key);
    out_ += ':';
    skip_spaces();
    if (!take(':')) return expect(":");
    pointer_.enter(*key);
    if (!value(depth + 1)) return false;
    pointer_.leave();
    members.push_back({*key, begin, out_.size()});
    return true;
  }

  /// Brings the members, which stand in the file's order after the brace, into the order of their keys.
  bool close_object(std::size_t begin, std::vector<Member>& members) {
    const auto before = [](const Member& a, const Member& b) { return a.key < b.key; };
    const bool sorted = std::is_sorted(members.begin(), members.end(), before);
    if (!sorted) std::stable_sort(members.begin(), members.end(), before);
    const auto twice = std::adjacent_find(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.key == b.key; });
    if (twice != members.end()) {
      pointer_.enter(twice->key);
      return refuse("draw.file.doubled_member", {{"member", Pointer::shorten(twice->key, 80)}});
    }
    std::string body;
    body.reserve(out_.size() - begin + members.size());
    for (const Member& m : members) {
      if (!body.empty()) body += ',';
      body.append(out_, m.begin, m.end - m.begin);
    }
    out_.resize(begin + 1);
    out_ += body;
    out_ += '}';
    return true;
  }

  bool array(int depth) {
    ++at_;
    out_ += '[';
    skip_spaces();
    if (take(']')) {
      out_ += ']';
      return true;
    }
    for (std::size_t index = 0;; ++index) {
      pointer_.enter(index);
      if (!value(depth + 1)) return false;
      pointer_.leave();
      skip_spaces();
      if (take(']')) break;
      if (!take(',')) return expect(", ]");
      out_ += ',';
    }
    out_ += ']';
    return true;
  }

  bool string_value() {
    std::deque<std::string> kept;
    const auto text = string(kept);
    if (text) append_quoted(out_, *text);
    return text.has_value();
  }

  /// The decoded string; it stands in the file's own bytes, or in `kept` when it had escapes.
  std::optional<std::string_view> string(std::deque<std::string>& kept) {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\') {
      if (!plain_character()) return std::nullopt;
    }
    if (at_ < text_.size() && text_[at_] == '"') return text_.substr(begin, at_++ - begin);
    std::string decoded(text_.substr(begin, at_ - begin));
    while (at_ < text_.size() && text_[at_] != '"') {
      const std::size_t from = at_;
      if (text_[at_] == '\\' ? !escape(decoded) : !plain_character()) return std::nullopt;
      if (text_[from] != '\\') decoded.append(text_, from, at_ - from);
    }
    if (at_ >= text_.size()) {
      refuse("draw.file.cut_short");
      return std::nullopt;
    }
    ++at_;
    kept.push_back(std::move(decoded));
    return std::string_view(kept.back());
  }

  bool plain_character() {
    if (static_cast<unsigned char>(text_[at_]) < 0x20) return refuse("draw.file.control_character", {{"found", found()}});
    const std::size_t length = utf8_length(text_.substr(at_));
    if (length == 0 && is_cut_off_utf8(text_.substr(at_))) return at_ = text_.size(), refuse("draw.file.cut_short");
    if (length == 0) return refuse("draw.file.not_utf8", {{"encoding", likely_encoding(text_)}, {"offset", std::to_string(at_)}});
    at_ += length;
    return true;
  }

  bool escape(std::string& decoded) {
    static constexpr std::string_view k_names = "\"\\/bfnrt", k_values = "\"\\/\b\f\n\r\t";
    if (at_ + 1 >= text_.size()) {
      at_ = text_.size();
      return refuse("draw.file.cut_short");
    }
    const char c = text_[at_ + 1];
    const std::size_t named = k_names.find(c);
    if (named != std::string_view::npos) {
      decoded += k_values[named];
      at_ += 2;
      return true;
    }
    if (c != 'u') return expect("\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
    return unicode_escape(decoded);
  }

  bool unicode_escape(std::string& decoded) {
    const auto first = four_digits();
    if (!first) return false;
    std::uint32_t code_point = *first;
    if (code_point >= 0xD800 && code_point < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      const auto second = four_digits();
      if (!second) return false;
      if (*second < 0xDC00 || *second > 0xDFFF) return refuse("draw.file.lone_surrogate");
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (*second - 0xDC00);
    }
    if (code_point >= 0xD800 && code_point < 0xE000) return refuse("draw.file.lone_surrogate");
    append_utf8(decoded, code_point);
    return true;
  }

  /// Of "\uXXXX", where the reader stands.
  std::optional<std::uint32_t> four_digits() {
    std::uint32_t value = 0;
    for (at_ += 2; const std::size_t i : {0U, 1U, 2U, 3U}) {
      if (at_ + i >= text_.size()) {
        refuse("draw.file.cut_short");
        return std::nullopt;
      }
      const char c = text_[at_ + i];
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) {
        expect("0-9 a-f");
        return std::nullopt;
      }
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    at_ += 4;
    return value;
  }

  bool number() {
    const std::size_t begin = at_;
    std::size_t end = at_ + 1;
    while (end < text_.size() && std::string_view("0123456789+-.eE").find(text_[end]) != std::string_view::npos) ++end;
    const std::string_view shown = text_.substr(begin, end - begin);
    const std::string_view digits = shown.substr(shown[0] == '-' ? 1 : 0);
    if (end == text_.size() && !pointer_.empty()) return at_ = end, refuse("draw.file.cut_short");
    const bool whole = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    const bool zeros = whole && digits[0] == '0' && shown.size() > 1;
    if (!whole || zeros) return refuse("draw.file.not_integer", {{"found", Pointer::shorten(shown, 40)}});
    at_ = end;
    out_ += shown;
    return true;
  }

  bool word(std::string_view expected) {
    if (text_.substr(at_, expected.size()) == expected) {
      at_ += expected.size();
      out_ += expected;
      return true;
    }
    const std::string_view rest = text_.substr(at_);
    if (!rest.empty() && rest.size() < expected.size() && expected.substr(0, rest.size()) == rest) {
      at_ = text_.size();
      refuse("draw.file.cut_short");
    }
    return false;
  }

  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) ++at_;
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool expect(std::string_view what) {
    if (at_ >= text_.size()) return refuse("draw.file.cut_short");
    if (utf8_length(text_.substr(at_)) == 0)
      return refuse("draw.file.not_utf8", {{"encoding", likely_encoding(text_)}, {"offset", std::to_string(at_)}});
    return refuse("draw.file.syntax", {{"expected", std::string(what)}, {"found", found()}});
  }

  /// What stands here, for a message.
  std::string found() const {
    const std::string_view rest = text_.substr(at_);
    const std::size_t length = std::max<std::size_t>(1, utf8_length(rest));
    if (static_cast<unsigned char>(rest[0]) < 0x20 || utf8_length(rest) == 0) {
      static constexpr char k_hex[] = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(rest[0]);
      return std::string("0x") + k_hex[byte >> 4] + k_hex[byte & 0xF];
    }
    return std::string(rest.substr(0, length));
  }

  bool refuse(std::string id, std::vector<Detail> details = {}) {
    if (refused_) return false;
    const std::string_view before = text_.substr(0, std::min(at_, text_.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t newline = before.rfind('\n');
    details.push_back({"line", std::to_string(line)});
    details.push_back({"column", std::to_string(before.size() - (newline == std::string_view::npos ? 0 : newline + 1) + 1)});
    refused_ = problem(std::move(id), std::move(details), pointer_.text());
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  Pointer pointer_;
  std::optional<Problem> refused_;
};

} // namespace

Result<std::string> canonical_json(std::string_view bytes) {
  if (bytes.size() > k_max_file_bytes)
    return problem("draw.file.too_large", {{"bytes", std::to_string(bytes.size())}, {"limit", std::to_string(k_max_file_bytes)}});
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return problem("draw.file.byte_order_mark");
  if (looks_like_wide_characters(bytes)) return problem("draw.file.not_utf8", {{"encoding", likely_encoding(bytes)}, {"offset", "0"}});
  return Canonicaliser(bytes).run();
}

} // namespace ankao::draw
