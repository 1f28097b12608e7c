// SPDX-License-Identifier: Apache-2.0
// The edge between the draw's core and a page: plain functions over the module's memory. Texts go in through edge_room(), come out
// as address and length. The module imports one function of the page, `told`, and asks the system for nothing (README.md).
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "draw/browser/session.hpp"

#define ANKAO_EDGE(name) extern "C" __attribute__((export_name(#name))) // only names may be exported, and each once

extern "C" __attribute__((import_module("page"), import_name("told"))) void page_told(const char* text, std::size_t length);

namespace {

using ankao::draw::browser::Session;

std::string g_in;  ///< what the page wrote last
std::string g_out; ///< the last answer

Session& session() {
  static Session one([](std::string_view text) { page_told(text.data(), text.size()); });
  return one;
}

const char* answer(std::string text) {
  g_out = std::move(text);
  return g_out.data();
}

} // namespace

/// Room for a text of this many bytes; the page writes it there before the next call.
ANKAO_EDGE(edge_room) char* edge_room(std::size_t length) {
  g_in.assign(length, '\0');
  return g_in.data();
}
ANKAO_EDGE(edge_length) std::size_t edge_length() { return g_out.size(); }

ANKAO_EDGE(edge_about) const char* edge_about() { return answer(Session::about()); }
ANKAO_EDGE(edge_open) const char* edge_open() { return answer(session().open(g_in)); }
ANKAO_EDGE(edge_look) const char* edge_look() { return answer(session().look(g_in)); }
ANKAO_EDGE(edge_people) const char* edge_people() { return answer(session().people()); }
ANKAO_EDGE(edge_institution) const char* edge_institution() { return answer(session().institution(g_in)); }
