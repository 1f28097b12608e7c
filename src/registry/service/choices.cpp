// SPDX-License-Identifier: Apache-2.0
#include "registry/service/choices.hpp"

#include "registry/service/city.hpp"

namespace ankao::registry {
namespace {

std::string named(lists::Language language, const std::string& id) {
  const City& city = City::shipped();
  return language == lists::Language::English ? city.english_of(id) : city.name_of(id);
}

} // namespace

lists::Options district_options() {
  return [](lists::Language language) {
    std::vector<lists::Option> out;
    for (const District& one : City::shipped().catalogue.districts) out.push_back({one.code, named(language, one.code)});
    return out;
  };
}

lists::Options project_options() {
  return [](lists::Language language) {
    std::vector<lists::Option> out;
    for (const Project& one : City::shipped().catalogue.projects) out.push_back({one.id, named(language, one.id)});
    return out;
  };
}

lists::Options industry_options() {
  return [](lists::Language language) {
    std::vector<lists::Option> out;
    for (const Industry& one : City::shipped().catalogue.industries) out.push_back({one.id, named(language, one.id)});
    return out;
  };
}

lists::Options both(lists::Options first, lists::Options second) {
  return [first = std::move(first), second = std::move(second)](lists::Language language) {
    auto out = first(language);
    for (lists::Option& one : second(language)) out.push_back(std::move(one));
    return out;
  };
}

lists::Options subject_options() { return both(lists::options({{"theory", {"理论考试", "Theory"}}}), project_options()); }

} // namespace ankao::registry
