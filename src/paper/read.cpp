// SPDX-License-Identifier: Apache-2.0
#include "paper/read.hpp"

#include <yaml-cpp/yaml.h>

#include <cmath>
#include <set>

#include "embedded/embedded.hpp"
#include "paper/grid.hpp"

namespace ankao::paper {
namespace {

/// Leaves the reader where the first fault stands; never leaves this file.
struct Fault {
  Problem problem;
};

const std::map<std::string, int> k_sizes = {{"初号", 84}, {"小初", 72}, {"一号", 52}, {"小一", 48}, {"二号", 44}, {"小二", 36}, {"三号", 32},
                                            {"小三", 30}, {"四号", 28}, {"小四", 24}, {"五号", 21}, {"小五", 18}, {"六号", 15}};
const std::map<std::string, Face> k_faces = {{"仿宋", Face::FangSong}, {"黑体", Face::Hei}, {"楷体", Face::Kai},
                                             {"小标宋", Face::XiaoBiaoSong}, {"宋体", Face::Song}};
const std::map<std::string, Align> k_aligns = {{"left", Align::Left}, {"center", Align::Center}, {"right", Align::Right}};
const std::map<std::string, Colour> k_colours = {{"black", Colour::Black}, {"red", Colour::Red}, {"grey", Colour::Grey}};

Style style(Face face, int size, Align align, int indent, int pitch, int before = 0, int after = 0) {
  Style out;
  out.face = face, out.size = size, out.align = align, out.indent = indent, out.pitch = pitch, out.before = before, out.after = after;
  return out;
}
/// GB/T 9704-2012: 22 lines of 三号 on 225 mm give a pitch of 28.95 pt.
const std::map<std::string, Style> k_styles = {
    {"title", style(Face::XiaoBiaoSong, 44, Align::Center, 0, 330, 100, 200)},
    {"body", style(Face::FangSong, 32, Align::Left, 2, 290)},
    {"plain", style(Face::FangSong, 32, Align::Left, 0, 290)},
    {"heading", style(Face::Hei, 32, Align::Left, 2, 290)},
    {"subheading", style(Face::Kai, 32, Align::Left, 2, 290)},
    {"number", style(Face::FangSong, 32, Align::Center, 0, 290)},
    {"annex", style(Face::Hei, 32, Align::Left, 0, 290)},
    {"sign", style(Face::FangSong, 32, Align::Right, 0, 290)},
    {"small", style(Face::FangSong, 24, Align::Left, 0, 200)},
    {"note", style(Face::FangSong, 21, Align::Left, 0, 170, 40)},
    {"cell", style(Face::FangSong, 21, Align::Center, 0, 0)},
    {"text", style(Face::FangSong, 21, Align::Left, 0, 0)},
    {"head", style(Face::Hei, 21, Align::Center, 0, 0)},
};

class Reader {
public:
  explicit Reader(std::string form)
      : form_(std::move(form)) {}

  Form form(const YAML::Node& node) {
    keys(node, "", {"name_zh", "name_en", "clauses", "page", "blocks"});
    Form out;
    out.id = form_;
    out.name_zh = words(node["name_zh"], "name_zh");
    out.name_en = words(node["name_en"], "name_en");
    list(node["clauses"], "clauses");
    for (const auto& one : node["clauses"]) out.clauses.push_back(words(one, "clauses"));
    out.page = page(node["page"]);
    list(node["blocks"], "blocks");
    for (std::size_t i = 0; i < node["blocks"].size(); ++i)
      out.blocks.push_back(block(node["blocks"][i], "blocks/" + std::to_string(i), out.page));
    return out;
  }

private:
  [[noreturn]] void fail(const std::string& id, const std::string& at, std::vector<Detail> details) {
    details.push_back({"form", form_});
    throw Fault{problem(id, std::move(details), at)};
  }

  void keys(const YAML::Node& node, const std::string& at, const std::set<std::string>& known) {
    if (!node.IsMap()) fail("paper.layout_shape", at, {{"wanted", "map"}});
    std::set<std::string> seen;
    for (const auto& one : node) {
      const auto key = one.first.as<std::string>();
      if (!known.contains(key) || !seen.insert(key).second) fail("paper.layout_key", at, {{"key", key}});
    }
  }
  void list(const YAML::Node& node, const std::string& at) {
    if (!node || !node.IsSequence() || node.size() == 0) fail("paper.layout_shape", at, {{"wanted", "list"}});
  }
  std::string words(const YAML::Node& node, const std::string& at) {
    if (!node || !node.IsScalar()) fail("paper.layout_shape", at, {{"wanted", "text"}});
    return node.Scalar();
  }
  std::string words_or(const YAML::Node& node, const std::string& at) { return node ? words(node, at) : std::string(); }

  template <class T>
  T one_of(const YAML::Node& node, const std::string& at, const std::map<std::string, T>& known) {
    const std::string word = words(node, at);
    if (const auto found = known.find(word); found != known.end()) return found->second;
    std::string allowed;
    for (const auto& [name, value] : known) allowed += (allowed.empty() ? "" : ", ") + name;
    fail("paper.layout_value", at, {{"value", word}, {"allowed", allowed}});
  }

  /// A number with at most one digit after the point, times ten.
  int tenths(const YAML::Node& node, const std::string& at, int least, int most) {
    const std::string word = words(node, at);
    try {
      const double value = YAML::Node(word).as<double>() * 10;
      if (std::fabs(value - std::round(value)) < 1e-6 && value >= least && value <= most) return static_cast<int>(std::lround(value));
    } catch (const YAML::Exception&) {
    }
    fail("paper.layout_value", at, {{"value", word}, {"allowed", std::to_string(least / 10) + "-" + std::to_string(most / 10)}});
  }
  int count(const YAML::Node& node, const std::string& at, int most) {
    const int value = tenths(node, at, 10, most * 10);
    if (value % 10 != 0) fail("paper.layout_value", at, {{"value", node.Scalar()}, {"allowed", "1-" + std::to_string(most)}});
    return value / 10;
  }

  Page page(const YAML::Node& node) {
    Page out;
    if (!node) return out;
    keys(node, "page", {"paper", "margins", "head", "foot"});
    if (node["paper"]) out.landscape = one_of<bool>(node["paper"], "page/paper", {{"A4", false}, {"A4 landscape", true}});
    if (node["margins"]) {
      list(node["margins"], "page/margins");
      if (node["margins"].size() != 4) fail("paper.layout_shape", "page/margins", {{"wanted", "4"}});
      int* const sides[] = {&out.top, &out.left, &out.bottom, &out.right};
      for (std::size_t i = 0; i < 4; ++i) *sides[i] = tenths(node["margins"][i], "page/margins/" + std::to_string(i), 50, 600);
    }
    out.head = words_or(node["head"], "page/head");
    out.foot = words_or(node["foot"], "page/foot");
    return out;
  }

  void restyle(const YAML::Node& node, const std::string& at, Style& out) {
    if (node["style"]) out = one_of(node["style"], at + "/style", k_styles);
    if (node["size"]) out.size = one_of(node["size"], at + "/size", k_sizes), out.pitch = 0;
    if (node["face"]) out.face = one_of(node["face"], at + "/face", k_faces);
    if (node["align"]) out.align = one_of(node["align"], at + "/align", k_aligns);
    if (node["colour"]) out.colour = one_of(node["colour"], at + "/colour", k_colours);
    if (node["bold"]) out.bold = one_of<bool>(node["bold"], at + "/bold", {{"true", true}, {"false", false}});
    if (node["indent"]) out.indent = tenths(node["indent"], at + "/indent", 0, 200) / 10;
    if (node["before"]) out.before = tenths(node["before"], at + "/before", 0, 3000);
    if (node["after"]) out.after = tenths(node["after"], at + "/after", 0, 3000);
  }

  Block block(const YAML::Node& node, const std::string& at, const Page& paper) {
    static const std::set<std::string> look = {"when", "style", "size", "face", "align", "colour", "bold", "indent", "before", "after"};
    auto with = [](std::set<std::string> more) {
      more.insert(look.begin(), look.end());
      return more;
    };
    Block out;
    if (!node.IsMap()) fail("paper.layout_shape", at, {{"wanted", "map"}});
    if (node["p"]) {
      keys(node, at, with({"p"}));
      out.text = words(node["p"], at + "/p");
      out.style = k_styles.at("body");
      restyle(node, at, out.style);
    } else if (node["table"]) {
      keys(node, at, {"table", "when"});
      out.kind = Block::Kind::Table;
      out.table = table(node["table"], at + "/table", paper);
    } else if (node["rule"]) {
      keys(node, at, {"rule", "when"});
      out.kind = Block::Kind::Rule;
      out.style.colour = one_of(node["rule"], at + "/rule", k_colours);
    } else if (node["gap"]) {
      keys(node, at, {"gap", "when"});
      out.kind = Block::Kind::Gap;
      out.height = tenths(node["gap"], at + "/gap", 1, 2000);
    } else if (node["break"]) {
      keys(node, at, {"break", "when"});
      out.kind = Block::Kind::Break;
    } else if (node["code"]) {
      keys(node, at, {"code", "lines", "when"});
      out.kind = Block::Kind::Code;
      out.text = words(node["code"], at + "/code");
      list(node["lines"], at + "/lines");
      for (const auto& line : node["lines"]) out.lines.push_back(words(line, at + "/lines"));
    } else {
      fail("paper.layout_key", at, {{"key", node.size() == 0 ? "" : node.begin()->first.as<std::string>()}});
    }
    out.when = words_or(node["when"], at + "/when");
    return out;
  }

  Table table(const YAML::Node& node, const std::string& at, const Page& paper) {
    keys(node, at, {"widths", "head", "style", "size", "rows"});
    Table out;
    list(node["widths"], at + "/widths");
    int sum = 0;
    for (const auto& one : node["widths"]) sum += out.widths.emplace_back(tenths(one, at + "/widths", 40, 3000));
    if (sum > paper.text_width())
      fail("paper.layout_wide", at + "/widths", {{"width", std::to_string(sum / 10)}, {"most", std::to_string(paper.text_width() / 10)}});
    if (node["head"]) out.head = count(node["head"], at + "/head", 9);
    Style usual = k_styles.at("cell");
    restyle(node, at, usual);
    list(node["rows"], at + "/rows");
    for (std::size_t i = 0; i < node["rows"].size(); ++i)
      out.rows.push_back(row(node["rows"][i], at + "/rows/" + std::to_string(i), usual, static_cast<int>(i) < out.head));
    const std::string open = open_place(out);
    if (!open.empty()) fail("paper.layout_grid", at + "/rows/" + open, {});
    return out;
  }

  Row row(const YAML::Node& node, const std::string& at, Style usual, bool head) {
    if (head) usual.face = Face::Hei, usual.align = Align::Center;
    Row out;
    YAML::Node cells = node;
    if (node.IsMap()) {
      keys(node, at, {"each", "height", "cells"});
      out.each = words_or(node["each"], at + "/each");
      if (node["height"]) out.height = tenths(node["height"], at + "/height", 10, 2200);
      cells.reset(node["cells"]);
    }
    list(cells, at);
    for (std::size_t i = 0; i < cells.size(); ++i) out.cells.push_back(cell(cells[i], at + "/" + std::to_string(i), usual));
    return out;
  }

  Cell cell(const YAML::Node& node, const std::string& at, const Style& usual) {
    Cell out;
    out.style = usual;
    if (node.IsScalar()) {
      out.text = node.Scalar();
      return out;
    }
    keys(node, at, {"t", "cols", "rows", "style", "size", "face", "align", "colour", "bold"});
    out.text = words(node["t"], at + "/t");
    restyle(node, at, out.style);
    if (node["style"] && !node["size"]) out.style.size = usual.size;
    if (node["cols"]) out.columns = count(node["cols"], at + "/cols", 40);
    if (node["rows"]) out.rows = count(node["rows"], at + "/rows", 60);
    return out;
  }

  std::string form_;
};

std::map<std::string, Form> load() {
  std::map<std::string, Form> out;
  constexpr std::string_view folder = "data/forms/", ending = ".yaml";
  for (const std::string_view path : embedded::list(folder)) {
    const std::string id(path.substr(folder.size(), path.size() - folder.size() - ending.size()));
    auto form = read_form(id, *embedded::find(path));
    ensure(form.ok(), "the shipped form is well formed: " + std::string(path) + (form.ok() ? "" : " at " + form.problem().at + ": " + form.problem().id));
    out.emplace(id, std::move(*form));
  }
  return out;
}

} // namespace

Result<Form> read_form(const std::string& id, std::string_view yaml) {
  try {
    return Reader(id).form(YAML::Load(std::string(yaml)));
  } catch (const Fault& fault) {
    return fault.problem;
  } catch (const YAML::Exception& error) {
    return problem("paper.layout_yaml", {{"form", id}, {"reason", error.msg}}, "line " + std::to_string(error.mark.line + 1));
  }
}

const std::map<std::string, Form>& shipped_forms() {
  static const std::map<std::string, Form> forms = load();
  return forms;
}

} // namespace ankao::paper
