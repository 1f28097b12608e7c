// SPDX-License-Identifier: Apache-2.0
#include "look/inside/exif.hpp"

#include <libexif/exif-data.h>

#include <cmath>
#include <memory>
#include <optional>

namespace ankao::look {
namespace {

constexpr std::string_view k_mark{"Exif\0\0", 6};
constexpr std::size_t k_largest_block = 1 << 16;

using Data = std::unique_ptr<ExifData, void (*)(ExifData*)>;

std::size_t big(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < count; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

std::size_t little32(std::string_view bytes, std::size_t at) {
  std::size_t out = 0;
  for (std::size_t i = 4; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

std::string unmarked(std::string_view block) {
  if (block.starts_with(k_mark)) block.remove_prefix(k_mark.size());
  return block.size() > k_largest_block ? std::string() : std::string(block);
}

std::string of_jpeg(std::string_view bytes) {
  for (std::size_t at = 2; at + 4 <= bytes.size() && static_cast<unsigned char>(bytes[at]) == 0xFF;) {
    const auto kind = static_cast<unsigned char>(bytes[at + 1]);
    const std::size_t size = big(bytes, at + 2, 2);
    if (kind == 0xDA || size < 2 || at + 2 + size > bytes.size()) return "";
    const std::string_view body = bytes.substr(at + 4, size - 2);
    if (kind == 0xE1 && body.starts_with(k_mark)) return unmarked(body);
    at += 2 + size;
  }
  return "";
}

std::string of_png(std::string_view bytes) {
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t size = big(bytes, at, 4);
    if (size > bytes.size() - at - 12) return "";
    if (bytes.substr(at + 4, 4) == "eXIf") return unmarked(bytes.substr(at + 8, size));
    at += 12 + size;
  }
  return "";
}

std::string of_webp(std::string_view bytes) {
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const std::size_t size = little32(bytes, at + 4);
    if (size > bytes.size() - at - 8) return "";
    if (bytes.substr(at, 4) == "EXIF") return unmarked(bytes.substr(at + 8, size));
    at += 8 + size + size % 2;
  }
  return "";
}

ExifEntry* entry(const Data& data, ExifIfd ifd, ExifTag tag) { return ::exif_content_get_entry(data->ifd[ifd], tag); }

std::string text_of(const ExifEntry* entry) {
  if (entry == nullptr || entry->format != EXIF_FORMAT_ASCII || entry->data == nullptr) return "";
  std::string_view text(reinterpret_cast<const char*>(entry->data), entry->size);
  text = text.substr(0, text.find('\0'));
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return clean_text(text);
}

/// "2026:04:10 09:12:33"; nothing for the zeros and blanks of a camera without a clock.
std::string moment_of(std::string text) {
  if (text.size() != 19) return "";
  text[4] = text[7] = '-';
  return is_moment(text) ? text : "";
}

/// Degrees, minutes, seconds as three fractions, in millionths of a degree.
std::optional<std::int64_t> degrees_of(const ExifEntry* entry, ExifByteOrder order, double most) {
  if (entry == nullptr || entry->format != EXIF_FORMAT_RATIONAL || entry->components != 3 || entry->size < 24 || entry->data == nullptr) return std::nullopt;
  double degrees = 0;
  double unit = 1;
  for (unsigned i = 0; i < 3; ++i, unit *= 60) {
    const ExifRational one = ::exif_get_rational(entry->data + std::size_t{8} * i, order);
    if (one.denominator == 0) return std::nullopt;
    degrees += static_cast<double>(one.numerator) / static_cast<double>(one.denominator) / unit;
  }
  return degrees >= 0 && degrees <= most ? std::optional<std::int64_t>(std::llround(degrees * 1e6)) : std::nullopt;
}

std::optional<Position> position_of(const Data& data) {
  const ExifByteOrder order = ::exif_data_get_byte_order(data.get());
  const auto gps = [&](unsigned tag) { return entry(data, EXIF_IFD_GPS, static_cast<ExifTag>(tag)); };
  const auto latitude = degrees_of(gps(EXIF_TAG_GPS_LATITUDE), order, 90);
  const auto longitude = degrees_of(gps(EXIF_TAG_GPS_LONGITUDE), order, 180);
  const std::string north = text_of(gps(EXIF_TAG_GPS_LATITUDE_REF));
  const std::string east = text_of(gps(EXIF_TAG_GPS_LONGITUDE_REF));
  if (!latitude || !longitude || (north != "N" && north != "S") || (east != "E" && east != "W")) return std::nullopt;
  return Position{north == "S" ? -*latitude : *latitude, east == "W" ? -*longitude : *longitude};
}

int orientation_of(const Data& data) {
  const ExifEntry* one = entry(data, EXIF_IFD_0, EXIF_TAG_ORIENTATION);
  if (one == nullptr || one->format != EXIF_FORMAT_SHORT || one->size < 2 || one->data == nullptr) return 1;
  const int value = ::exif_get_short(one->data, ::exif_data_get_byte_order(data.get()));
  return value >= 1 && value <= 8 ? value : 1;
}

} // namespace

std::string exif_block(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8")) return of_jpeg(bytes);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return of_png(bytes);
  if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return of_webp(bytes);
  return "";
}

int read_exif(std::string_view bytes, Found& found) {
  const std::string block = exif_block(bytes);
  if (block.empty()) return 1;
  const std::string marked = std::string(k_mark) + block;
  const Data data(::exif_data_new_from_data(reinterpret_cast<const unsigned char*>(marked.data()), static_cast<unsigned>(marked.size())), ::exif_data_unref);
  if (!data) return 1;
  found.taken = moment_of(text_of(entry(data, EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL)));
  const std::string zone = text_of(entry(data, EXIF_IFD_EXIF, static_cast<ExifTag>(0x9011))); // OffsetTimeOriginal
  if (!found.taken.empty() && is_zone(zone)) found.zone = zone;
  const std::string maker = text_of(entry(data, EXIF_IFD_0, EXIF_TAG_MAKE));
  const std::string model = text_of(entry(data, EXIF_IFD_0, EXIF_TAG_MODEL));
  found.camera = clean_text(model.starts_with(maker) ? model : maker + (model.empty() ? "" : " ") + model);
  found.software = text_of(entry(data, EXIF_IFD_0, EXIF_TAG_SOFTWARE));
  found.position = position_of(data);
  return orientation_of(data);
}

} // namespace ankao::look
