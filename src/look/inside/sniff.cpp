// SPDX-License-Identifier: Apache-2.0
#include "look/inside/sniff.hpp"

#include <magic.h>

namespace ankao::look {
namespace {

constexpr const char* k_unknown = "application/octet-stream";
constexpr int k_flags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_TAR | MAGIC_ERROR;

} // namespace

Sniffer::Sniffer()
    : table_(::magic_open(k_flags)) {
  if (table_ != nullptr && ::magic_load(table_, nullptr) != 0) {
    ::magic_close(table_);
    table_ = nullptr;
  }
}

Sniffer::~Sniffer() {
  if (table_ != nullptr) ::magic_close(table_);
}

std::string Sniffer::type_of(std::string_view bytes) const {
  const char* type = table_ == nullptr || bytes.empty() ? nullptr : ::magic_buffer(table_, bytes.data(), bytes.size());
  return type == nullptr ? k_unknown : type;
}

} // namespace ankao::look
