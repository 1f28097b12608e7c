// SPDX-License-Identifier: Apache-2.0
#include "attachments/rules/clamd.hpp"

#include <algorithm>

namespace ankao::attachments {
namespace {

constexpr std::string_view k_stream = "stream: ";
constexpr std::string_view k_found = " FOUND";
constexpr std::size_t k_longest_note = 120;

std::string plain(std::string_view text) {
  std::string out(text.substr(0, k_longest_note));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E) c = '?';
  return out;
}

} // namespace

Verdict read_answer(std::string_view answer) {
  while (!answer.empty() && (answer.back() == '\0' || answer.back() == '\n')) answer.remove_suffix(1);
  const bool several = answer.find('\0') != std::string_view::npos || answer.find('\n') != std::string_view::npos;
  const bool about_stream = !several && answer.starts_with(k_stream);
  const std::string_view said = about_stream ? answer.substr(k_stream.size()) : answer;
  if (about_stream && said == "OK") return {Scan::Clean, ""};
  if (about_stream && said.size() > k_found.size() && said.ends_with(k_found)) return {Scan::Infected, plain(said.substr(0, said.size() - k_found.size()))};
  return {Scan::Unchecked, plain(answer)};
}

std::string chunk_head(std::uint32_t size) {
  return {static_cast<char>(size >> 24), static_cast<char>(size >> 16), static_cast<char>(size >> 8), static_cast<char>(size)};
}

Result<ScannerAddress> scanner_address(const std::string& text) {
  const Problem wrong = problem("attachments.scanner_address", {{"value", text}});
  if (text.starts_with("unix:/")) return ScannerAddress{text.substr(5), "", ""};
  const auto colon = text.rfind(':');
  if (!text.starts_with("tcp:") || colon <= 4) return wrong;
  const std::string port = text.substr(colon + 1);
  const bool digits = !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || std::stoi(port) < 1 || std::stoi(port) > 65535) return wrong;
  return ScannerAddress{"", text.substr(4, colon - 4), port};
}

} // namespace ankao::attachments
