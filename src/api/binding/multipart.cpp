// SPDX-License-Identifier: Apache-2.0
#include "api/binding/multipart.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "api/binding/json_text.hpp"

namespace ankao::api {
namespace {

using Parameters = std::map<std::string, std::string>;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Takes a quoted text with its quotes; nothing when it is not closed. Browsers write %22 for a quote, so \ is an ordinary sign
/// unless a quote or another \ follows.
std::optional<std::string> take_quoted(std::string_view& text) {
  std::string out;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return out;
    }
    if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) ++i;
    out += text[i];
  }
  return std::nullopt;
}

std::string take_token(std::string_view& text) {
  const std::size_t end = std::min(text.find(';'), text.size());
  std::string out(trimmed(text.substr(0, end)));
  text.remove_prefix(end);
  return out;
}

/// `; name="value"; other=token` behind the main value; nothing when the grammar is broken or a name stands twice.
std::optional<Parameters> parse_parameters(std::string_view text) {
  Parameters out;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    if (text.front() != ';') return std::nullopt;
    text = trimmed(text.substr(1));
    if (text.empty()) break;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) return std::nullopt;
    const std::string name = lower(trimmed(text.substr(0, equals)));
    text = trimmed(text.substr(equals + 1));
    std::string value;
    if (!text.empty() && text.front() == '"') {
      auto quoted = take_quoted(text);
      if (!quoted) return std::nullopt;
      value = std::move(*quoted);
    } else {
      value = take_token(text);
    }
    if (!out.emplace(name, std::move(value)).second) return std::nullopt;
  }
  return out;
}

/// "form-data; name=..." -> {"form-data", "; name=..."}.
std::pair<std::string, std::string_view> split_value(std::string_view header) {
  const std::size_t end = std::min(header.find(';'), header.size());
  return {lower(trimmed(header.substr(0, end))), header.substr(end)};
}

Result<std::string> boundary_of(std::string_view content_type) {
  const auto [kind, rest] = split_value(content_type);
  if (kind != "multipart/form-data")
    return problem("request.content_type", {{"value", shortened(content_type)}, {"expected", "multipart/form-data"}});
  const auto parameters = parse_parameters(rest);
  const auto found = parameters ? parameters->find("boundary") : Parameters::const_iterator{};
  const bool usable =
      parameters && found != parameters->end() && !found->second.empty() && found->second.size() <= 70 &&
      std::all_of(found->second.begin(), found->second.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("'()+_,-./:=? ").find(static_cast<char>(c)) != std::string_view::npos;
      });
  if (!usable) return problem("request.multipart_boundary");
  return found->second;
}

struct Part {
  std::string name;
  std::optional<std::string> file_name;
  std::string content_type;
  std::string_view bytes;
};

Problem at_part(const char* id, std::size_t number) {
  return problem(id, {{"part", std::to_string(number)}}, "#" + std::to_string(number));
}

/// The last step of a path in either style: some browsers send the whole path of the file.
std::string base_name(const std::string& name) {
  const std::size_t slash = name.find_last_of("/\\");
  return slash == std::string::npos ? name : name.substr(slash + 1);
}

Result<void> read_disposition(std::string_view value, std::size_t number, Part& part) {
  const auto [kind, rest] = split_value(value);
  const auto parameters = parse_parameters(rest);
  if (kind != "form-data" || !parameters || !parameters->contains("name") || !part.name.empty())
    return at_part("request.multipart_header", number);
  part.name = parameters->at("name");
  if (part.name.empty() || !is_utf8(part.name) || has_control_character(part.name)) return at_part("request.multipart_header", number);
  const auto file = parameters->find("filename");
  if (file == parameters->end()) return {};
  part.file_name = base_name(file->second);
  if (!is_utf8(*part.file_name) || has_control_character(*part.file_name) || part.file_name->size() > 255)
    return at_part("request.file_name", number);
  return {};
}

Result<Part> read_head(std::string_view head, std::size_t number) {
  if (head.size() > k_max_part_header_bytes) return at_part("request.multipart_limit", number);
  Part part;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find("\r\n"), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 2, head.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return at_part("request.multipart_header", number);
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "content-type") part.content_type = std::string(value);
    if (name != "content-disposition") continue;
    if (const Result<void> read = read_disposition(value, number, part); !read.ok()) return read.problem();
  }
  if (part.name.empty()) return at_part("request.multipart_header", number);
  return part;
}

/// Cuts the body into parts; every part's bytes stay where they are.
Result<std::vector<Part>> split_parts(std::string_view body, const std::string& boundary) {
  const std::string first = "--" + boundary;
  const std::string delimiter = "\r\n" + first;
  if (body.substr(0, first.size()) != first) return problem("request.multipart_boundary");
  body.remove_prefix(first.size());
  std::vector<Part> parts;
  while (body.substr(0, 2) != "--") {
    const std::size_t number = parts.size() + 1;
    if (number > k_max_parts) return at_part("request.multipart_limit", number);
    const std::size_t head_end = body.find("\r\n\r\n");
    if (body.substr(0, 2) != "\r\n" || head_end == std::string_view::npos) return at_part("request.multipart_cut_off", number);
    Result<Part> part = read_head(body.substr(2, head_end < 2 ? 0 : head_end - 2), number);
    if (!part.ok()) return part.problem();
    body.remove_prefix(head_end + 4);
    const std::size_t end = body.find(delimiter);
    if (end == std::string_view::npos) return at_part("request.multipart_cut_off", number);
    part->bytes = body.substr(0, end);
    parts.push_back(*part);
    body.remove_prefix(end + delimiter.size());
  }
  if (body != "--" && body != "--\r\n") return at_part("request.multipart_cut_off", parts.size() + 1);
  return parts;
}

Result<void> take_field(const Part& part, std::size_t number, Upload& upload) {
  if (part.bytes.size() > k_max_field_bytes) return at_part("request.multipart_limit", number);
  if (!is_utf8(part.bytes)) return problem("request.not_utf8", {}, part.name);
  if (has_control_character(part.bytes)) return problem("request.control_character", {}, part.name);
  upload.fields.emplace_back(part.name, std::string(part.bytes));
  return {};
}

} // namespace

Result<Upload> parse_upload(std::string_view content_type, std::string_view body) {
  const Result<std::string> boundary = boundary_of(content_type);
  if (!boundary.ok()) return boundary.problem();
  const Result<std::vector<Part>> parts = split_parts(body, *boundary);
  if (!parts.ok()) return parts.problem();
  Upload upload;
  bool found = false;
  std::size_t number = 0;
  for (const Part& part : *parts) {
    ++number;
    if (part.name != "file") {
      if (const Result<void> taken = take_field(part, number, upload); !taken.ok()) return taken.problem();
      continue;
    }
    if (found) return at_part("request.file_doubled", number);
    if (!part.file_name || part.file_name->empty()) return problem("request.file_missing", {}, "file");
    found = true;
    upload.name = *part.file_name;
    upload.content_type = part.content_type.empty() ? "application/octet-stream" : part.content_type;
    upload.bytes = std::string(part.bytes);
  }
  if (!found) return problem("request.file_missing", {}, "file");
  return upload;
}

std::optional<std::string> Upload::field(std::string_view wanted) const {
  for (const auto& [key, value] : fields)
    if (key == wanted) return value;
  return std::nullopt;
}

} // namespace ankao::api
