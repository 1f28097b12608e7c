// SPDX-License-Identifier: Apache-2.0
export default {
  title: '专项检查看板', lead: '数字截至 {day}；点击数字查看清单。', open: '看板', wall: '大屏', back: '返回专项检查', district: '区域', city: '市级', all: '合计',
  tile: { coverage: '检查覆盖率', inspected: '已检查', self: '已自查', failed: '不合格', problems: '发现问题', left: '未销号', overdue: '逾期未改', closed: '已销号', closedShare: '销号率' },
  of: '{done} / {all}',
  coverage: { all: '全部 {all} 个检查对象已检查', some: '已检查 {done} 个，还有 {left} 个未检查', none: '还没有检查', waiting: '未检查', done: '已检查', unit: '个' },
  items: { finding: '问题最多的项目：{number} {title}，{count} 条', none: '检查中没有发现问题', item: '项目', clause: '条款', found: '发现', left: '未销号', repeats: '重复发现', unit: '条' },
  days: { finding: '发现 {found} 条，销号 {closed} 条', none: '还没有问题', found: '累计发现', closed: '累计销号', day: '日期', unit: '条' },
  ages: { finding: '未销号问题 {count} 条，其中 {old} 条超过30天', none: '没有未销号问题', week: '7天内', month: '8至30天', quarter: '31至90天', older: '90天以上', age: '发现至今', unit: '条' },
  honesty: { finding: '自查发现的问题是检查发现的 {share}%', none: '还没有既自查又检查过的单位', checklist: '检查表', units: '单位数', selfMean: '自查平均分', officialMean: '检查平均分', selfProblems: '自查平均问题数', officialProblems: '检查平均问题数', note: '只比较既自查又检查过的单位；取各单位最近一次。差距大说明自查不认真。', self: '自查', official: '检查', unit: '条/单位', unscored: '不计分' },
  map: { title: '各区未销号问题', value: '{district}：未销号 {count} 条' },
  wallUpdated: '更新于 {at}', wallNext: '{seconds} 秒后更新',
  list: { institution: '培训机构', exam_organisation: '考试机构', practical_site: '实操考试点', theory_site: '理论考试点', production_unit: '生产经营单位' },
}
