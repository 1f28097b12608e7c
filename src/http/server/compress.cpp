// SPDX-License-Identifier: Apache-2.0
#include "http/server/compress.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <stdexcept>

namespace ankao::http {
namespace {

constexpr int k_gzip_window = 15 + 16; // 16 asks zlib for the gzip wrapper

std::string gzip(std::string_view bytes, Effort effort) {
  z_stream stream{};
  if (::deflateInit2(&stream, effort == Effort::Quick ? 5 : 7, Z_DEFLATED, k_gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib does not start");
  std::string out(::deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int state = ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  if (state != Z_STREAM_END) throw std::runtime_error("zlib does not finish");
  return out;
}

std::string brotli(std::string_view bytes, Effort effort) {
  std::size_t size = ::BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  const BROTLI_BOOL done =
      ::BrotliEncoderCompress(effort == Effort::Quick ? 4 : 7, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size, reinterpret_cast<std::uint8_t*>(out.data()));
  if (done != BROTLI_TRUE) throw std::runtime_error("brotli does not finish");
  out.resize(size);
  return out;
}

} // namespace

std::string compressed(std::string_view bytes, Encoding encoding, Effort effort) {
  switch (encoding) {
  case Encoding::Identity:
    return std::string(bytes);
  case Encoding::Gzip:
    return gzip(bytes, effort);
  case Encoding::Brotli:
    return brotli(bytes, effort);
  }
  return std::string(bytes);
}

bool is_compressible(std::string_view content_type) {
  const std::string_view kind = content_type.substr(0, content_type.find(';'));
  return kind.substr(0, 5) == "text/" || kind == "application/json" || kind == "application/problem+json" ||
         kind == "application/manifest+json" || kind == "application/wasm" || kind == "image/svg+xml" || kind == "application/xml";
}

} // namespace ankao::http
