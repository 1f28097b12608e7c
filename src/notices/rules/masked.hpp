// SPDX-License-Identifier: Apache-2.0
// What an address looks like on a screen: enough for its owner to know it again, too little for anybody to use it.
#pragma once

#include <string>

namespace ankao::notices {

/// "zhang@example.test" is "z****@example.test".
std::string masked_mail(const std::string& address);
/// "https://host/hook/secret" is "https://host/****": the path is often the key.
std::string masked_webhook(const std::string& url);

} // namespace ankao::notices
