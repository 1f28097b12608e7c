// SPDX-License-Identifier: Apache-2.0
// Bytes from outside as EXIF, as a picture, as the report of the confined program, as a scanner's answer.
#include <cstdint>
#include <cstdlib>

#include "attachments/rules/clamd.hpp"
#include "look/inside/exif.hpp"
#include "look/inside/picture.hpp"
#include "look/inside/sniff.hpp"
#include "look/report.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  static const look::Sniffer sniffer;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  look::Found found;
  found.type = sniffer.type_of(bytes);
  look::draw(bytes, {250'000, 16, 32}, found);
  look::Found camera;
  camera.type = "image/jpeg";
  look::read_exif("\xFF\xD8\xFF\xE1\x7F\xFF" + std::string("Exif\0\0", 6) + std::string(bytes) + std::string(0x8000, '\0'), camera);
  // What is found is always written so that it can be read.
  if (!look::read_report(look::write_report(found)).ok() || !look::read_report(look::write_report(camera)).ok()) std::abort();
  static_cast<void>(look::read_report(bytes));
  if (look::clean_text(look::clean_text(bytes)) != look::clean_text(bytes)) std::abort();
  if (attachments::read_answer(bytes).note.size() > 120) std::abort();
  static_cast<void>(attachments::scanner_address(std::string(bytes)));
  return 0;
}
