// SPDX-License-Identifier: Apache-2.0
export default {
  title: '专项检查看板', lead: '数字截至 {day}；点击数字查看清单。', open: '看板', wall: '大屏', back: '返回专项检查', district: '区域', city: '市级', all: '合计',
  tile: { coverage: '检查覆盖率', inspected: '已检查', self: '已自查', failed: '不合格', problems: '发现问题', worst: '问题最多的项目', left: '未销号', overdue: '逾期未改', closed: '已销号', closedShare: '销号率' },
  every: '全部', of: '{done} / {all}',
  coverage: { all: '全部 {all} 个检查对象已检查', some: '已检查 {done} 个，还有 {left} 个未检查', none: '还没有检查', waiting: '未检查', done: '已检查', unit: '个' },
  items: { finding: '问题最多的项目：{number} {title}，{count} 条', none: '检查中没有发现问题', item: '项目', clause: '条款', found: '发现', left: '未销号', repeats: '重复发现', unit: '条' },
  days: { finding: '发现 {found} 条，销号 {closed} 条', none: '还没有问题', found: '累计发现', closed: '累计销号', day: '日期', unit: '条' },
  ages: { finding: '未销号问题 {count} 条，其中 {old} 条超过30天', none: '没有未销号问题', week: '7天内', month: '8至30天', quarter: '31至90天', older: '90天以上', age: '发现至今', unit: '条' },
  differences: { finding: '{visits} 次检查中有 {differ} 次现场清点与登记不符，最多的是{title}', none: '现场清点的数据都与登记相符', figure: '数据', differs: '与登记不符', below: '低于要求却判为符合', all: '检查次数', unit: '次', open: '查看与登记不符的检查' },
  honesty: { finding: '自查发现的问题是检查发现的 {share}%', none: '还没有既自查又检查过的单位', checklist: '检查表', units: '单位数', selfMean: '自查平均分', officialMean: '检查平均分', selfProblems: '自查平均问题数', officialProblems: '检查平均问题数', note: '只比较既自查又检查过的单位；取各单位最近一次。差距大说明自查不认真。', self: '自查', official: '检查', unit: '条/单位', unscored: '不计分' },
  map: { title: '各区未销号问题', value: '{district}：未销号 {count} 条' },
  wallUpdated: '更新于 {at}', wallNext: '{seconds} 秒后更新',
  measures: {
    open: '查看自查差距与检查尺度',
    title: '自查差距与检查尺度', lead: '自查和检查相差多少，各检查组的尺度相差多少。只比较检查组，不比较个人。', own: '本区的数字，与全市平均对照。', city: '全市平均', points: '分', place: '单位', first: '只列前 {count} 条', without: '检查过而没有自查得分的 {count} 个', reported: '已报送自查报告（不计分）',
    gap: { finding: '自查平均比检查高 {gap} 分；自查称符合的项目，检查发现 {share}% 不符合', below: '自查平均比检查低 {gap} 分；自查称符合的项目，检查发现 {share}% 不符合', unscored: '自查称符合的项目，检查发现 {share}% 不符合', why: '同一单位、同一检查表、同样配分的项目，检查前最近一次自查与第一次检查相比；“回头看”不计。差距为自查减检查，越大说明自查越不认真（M-3.1、M-3.2b）。', places: '已比较', without: '无自查得分', self_mean: '自查得分', official_mean: '检查得分', gap: '差距', said_met: '自查称符合（项）', hidden: '其中检查不符合', self_found: '自查问题', official_found: '检查问题', list: '逐个单位（{count}）' },
    hidden: { finding: '最常隐瞒：{item}，称符合的 {met} 个单位中 {hidden} 个不符合', none: '没有自查称符合而检查不符合的项目', unit: '单位数', places: '已比较', met: '自查称符合', hidden: '检查不符合', share: '比例' },
    severity: { finding: '{teams} 个检查组可以比较，尺度最严与最宽每次检查相差 {range} 分', ownMore: '本区检查组比平均每次多扣 {points} 分（共同检查 {shared} 家）', ownLess: '本区检查组比平均每次少扣 {points} 分（共同检查 {shared} 家）', none: '检查组之间共同检查的单位太少，不作比较', why: '两个检查组先后检查同一单位时，比较同样项目的扣分，用最小二乘法求出每组每次多扣或少扣的分数，再把各区得分换算到同一尺度。“回头看”和自查不算。', choice: '（本平台的选择，至少 {places} 家；G。）', unit: '每次检查多扣（分）', team: '检查组', teams: '检查组', visits: '检查次数', shared: '共同检查单位', severity: '多扣分数', spread: '单家偏差', raw: '原平均分', corrected: '换算后平均分', compared: '参与换算的检查', shift: '变动', districts: '各区得分：原始与换算后', one: '甲', other: '乙', difference: '后者多扣', pairs: '检查组两两共同检查（{count}）', places: '共同检查的单位（{count}）', earlier: '先检查', later: '后检查', items: '比较项目', left_out: '期间已整改', used: '已采用', unused: '未采用', state: { yes: '可比较（第{group}组）', too_few: '共同单位太少', alone: '没有共同单位' } },
  },
  returns: { finding: '统计表已报送 {filed} / {all} 份', overdue: '统计表已报送 {filed} / {all} 份，逾期 {overdue} 份', in: '已报送', late: '逾期未报', left: '未到期限', unit: '区', notOnTime: '（晚报）' },
  list: { institution: '培训机构', exam_organisation: '考试机构', practical_site: '实操考试点', theory_site: '理论考试点', production_unit: '生产经营单位' },
}
