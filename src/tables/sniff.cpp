// SPDX-License-Identifier: Apache-2.0
#include "tables/sniff.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace ankao::tables {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  Kind kind;
};

constexpr Signature k_signatures[] = {
    {"PK\x03\x04"sv, Kind::Zip},
    {"PK\x05\x06"sv, Kind::Zip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Kind::OldOffice},
    {"%PDF-"sv, Kind::Pdf},
    {"\x89PNG\r\n"sv, Kind::Image},
    {"\xFF\xD8\xFF"sv, Kind::Image},
    {"GIF8"sv, Kind::Image},
    {"RIFF"sv, Kind::Image},
    {"II*\0"sv, Kind::Image},
    {"MM\0*"sv, Kind::Image},
    {"7z\xBC\xAF\x27\x1C"sv, Kind::Archive},
    {"Rar!\x1A\x07"sv, Kind::Archive},
    {"\x1F\x8B\x08"sv, Kind::Archive},
    {"{\\rtf"sv, Kind::Rtf},
};

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv); }

std::string lower_start(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  std::string start(bytes.substr(first, 64));
  std::transform(start.begin(), start.end(), start.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return start;
}

/// An .xlsx with a password is an old container that holds a stream of this name (in UTF-16).
bool holds_encrypted_package(std::string_view bytes) {
  return bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
}

Kind sniff_markup(std::string_view bytes) {
  const std::string start = lower_start(bytes);
  if (start.empty()) return Kind::Empty;
  for (const auto tag : {"<html"sv, "<!doctype html"sv, "<table"sv, "<meta"sv, "<head"sv})
    if (start.starts_with(tag)) return Kind::Html;
  if (start.starts_with("<?xml"sv)) return Kind::Xml;
  return bytes.find('\0') == std::string_view::npos ? Kind::Text : Kind::Binary;
}

} // namespace

Kind sniff(std::string_view bytes) {
  if (bytes.empty()) return Kind::Empty;
  for (const Signature& signature : k_signatures) {
    if (!bytes.starts_with(signature.bytes)) continue;
    return signature.kind == Kind::OldOffice && holds_encrypted_package(bytes) ? Kind::EncryptedOffice : signature.kind;
  }
  if (is_utf16(bytes)) return Kind::Text;
  return sniff_markup(bytes);
}

} // namespace ankao::tables
