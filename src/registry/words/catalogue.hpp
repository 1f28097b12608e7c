// SPDX-License-Identifier: Apache-2.0
// What a city's registry refers to: districts, operation projects (A6.2), industries (A6.5) and the exemptions from cross-examination
// (S-1.2c). Data of data/districts and data/projects; Guangzhou is the shipped city.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ankao::registry {

/// A point on the ground in millionths of a degree, so that no floating point enters a record or a digest.
struct Coordinates {
  std::int32_t latitude_e6 = 0;
  std::int32_t longitude_e6 = 0;
  bool operator==(const Coordinates&) const = default;
};

/// A spelling met in print for something of another name, with the anomaly it stands for (clauses.md A6.3), e.g. {"黄浦区", "X-02"}.
struct Alias {
  std::string text;
  std::string rule;
  bool operator==(const Alias&) const = default;
};

struct District {
  std::string code; ///< GB/T 2260, e.g. "440111"
  std::string name; ///< "白云区"
  std::string english;
  Coordinates centre; ///< stands in for a place without coordinates, which is then marked
  std::vector<Alias> aliases;
};

/// An operation project 操作项目 for which people train and are examined.
struct Project {
  std::string id;   ///< "OP01"
  std::string name; ///< canonical, "低压电工作业"; may hold the list separator itself (X-17)
  std::string english;
  std::string category; ///< id of a ProjectCategory
  std::vector<Alias> aliases;
};

struct ProjectCategory {
  std::string id; ///< "electrical"
  std::string name;
  std::string english;
};

/// A high-risk industry whose principals and safety managers are trained (table b).
struct Industry {
  std::string id; ///< "HC", "FW", "MN", "SM"
  std::string name;
  std::string english;
  std::vector<Alias> aliases;
};

/// Projects for which the present mode stays (S-1.2c): no cross-examination.
struct Exemption {
  std::string clause; ///< "S-1.2c"
  std::string reason;
  std::vector<std::string> projects;
};

struct Catalogue {
  std::string city;      ///< GB/T 2260, "440100"
  std::string city_name; ///< "广州市"
  std::string id_prefix; ///< of institution ids, "GZ"
  std::vector<District> districts;
  std::vector<ProjectCategory> categories;
  std::vector<Project> projects;
  std::vector<Industry> industries;
  std::vector<Exemption> exemptions;
  std::vector<std::string> suspect_contacts; ///< words that are no person's name (X-34)

  /// Null when there is none.
  const District* district(std::string_view code) const;
  const Project* project(std::string_view id) const;
  const Industry* industry(std::string_view id) const;
  bool exempt(std::string_view project) const;
};

} // namespace ankao::registry
