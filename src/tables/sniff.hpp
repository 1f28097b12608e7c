// SPDX-License-Identifier: Apache-2.0
// Tells the kinds of files apart by their first bytes.
#pragma once

#include <string_view>

namespace ankao::tables {

enum class Kind { Empty, Text, Zip, OldOffice, EncryptedOffice, Pdf, Image, Archive, Rtf, Html, Xml, Binary };

Kind sniff(std::string_view bytes);

} // namespace ankao::tables
