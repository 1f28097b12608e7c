// SPDX-License-Identifier: Apache-2.0
// The projects cell: operation projects (table a) or industries (table b) in every bracket and list style met.
#pragma once

#include <string>
#include <vector>

#include "registry/rules/findings.hpp"
#include "registry/rules/lexicon.hpp"
#include "registry/words/catalogue.hpp"

namespace ankao::registry {

struct ProjectsCell {
  std::vector<std::string> projects;   ///< ids in catalogue order
  std::vector<std::string> industries; ///< ids in catalogue order
};

/// Every name, alias and title that may stand in the cell; "化工工艺" counts as "化工艺".
Lexicon projects_lexicon(const Catalogue& catalogue);

/// Table a: projects only. Table b: industries; the projects that one row repeats are returned too, but do not belong to it.
/// Refuses registry.cell_empty, registry.project_unknown, registry.industry_unknown, registry.wrong_list.
ProjectsCell read_projects(const std::string& printed, const Lexicon& lexicon, const Catalogue& catalogue, const Place& place);

} // namespace ankao::registry
