// SPDX-License-Identifier: Apache-2.0
export default {
  title: '专项检查', campaigns: '专项检查', visits: '检查', problems: '问题清单', checklists: '检查表', points: '{points} 分',
  campaign: {
    lead: '安全生产培训考核专项检查，每年一次（M-4.4.1）。', none: '还没有专项检查', noneHint: '由市应急管理局启动当年的专项检查', start: '启动专项检查', year: '年度', name: '名称', defaultName: '{year}年广州市安全生产培训考核专项检查', started: '专项检查已启动',
    startEffect: '各阶段日期按通知确定；检查对象为当日名录中已公布的全部培训机构和考试点。', phases: '工作阶段', now: '进行中', progress: '各区进展', district: '区域', targets: '检查对象', inspected: '已检查', failed: '不合格', self: '已自查', all: '合计', pairs: '区际交叉检查（附件4）', by: '检查组', of: '被检查地区',
    openProblems: '未销号问题（含自查）', overdue: '逾期', openTargets: '查看检查对象', city: '市级', whom: '检查对象', plan: '安排检查', lastVisit: '查看',
  },
  visit: {
    byWhom: '检查方', soFar: '暂计', formWord: '检查表 Word', formPdf: '检查表 PDF', new: '安排检查', planned: '检查日期', phase: '阶段', target: '被检查单位', team: '检查组', role: { leader: '组长', inspector: '检查人员', liaison: '联络员', expert: '专家' }, member: '姓名', unit: '工作单位', add: '添加成员', done: '检查已安排', noTeam: '未登记检查组', self: '自查', search: '查找单位', choose: '选择单位',
    differs: { leaders: '组长应为 1 名', inspectors: '检查人员（含联络员）应为 3 名', liaisons: '联络员应为 1 名', experts: '专家应为 2 名' }, differsTitle: '检查组组成与通知不同，可以继续',
    none: '没有检查', noneHint: '在专项检查的检查对象中安排', state: { open: '检查中', signed: '已签字' }, score: '得分', verdict: { open: '未完成', passed: '合格', failed: '不合格', clean: '未发现问题', findings: '发现问题' }, conclusions: { met: '符合基本条件', not_met: '不符合基本条件' },
    column: { finding: '检查情况', score: '得分', written: '书面评审', on_site: '现场抽查' }, columns: '分数栏', answered: '已填 {done} / {all} 项', waiting: '{count} 项待发送', offline: '离线：内容保存在本设备，联网后自动发送', copy: '显示的是 {at} 保存在本设备的内容', mark: { open: '未查', met: '符合', partly: '部分符合', not: '不符合', inapplicable: '不适用' },
    all: '全部符合', save: '保存本项', saved: '已保存', kept: '已存本机', refused: '被退回', other: '{person} 填写', missing: '缺少', further: '其他（“等”，用分号分开）', minus: '扣分', minusRange: '{from} 至 {to} 分', reason: '理由', serious: '必备项严重欠缺（★）', seriousReason: '严重欠缺的理由', suggested: '该必备项得分为 0 或缺失，请判断是否严重欠缺', note: '备注', text: '检查内容原文', evidence: '应提供的材料', veto: '否决项', mandatory: '必备项', extra: '不计分',
    conflict: '两人填写不一致，请决定以哪一个为准', conflicts: '{count} 项两人填写不一致，须决定：', filesWaiting: '{count} 个文件待上传', noConclusion: '未选择结论', settle: '以此为准', noRule: '表中未载扣分规则，由检查人员判断',
    sign: '签字', signTitle: '签署检查结果', signEffect: '签字后不再更改；{count} 个不符合项列入问题清单', opinion: '存在问题及整改意见', conclusion: '结论', signed: '检查结果已签署', signedBy: '签字人', toProblems: '问题', broken: '重新计算的结果与签字时不一致', stands: '按当时版本重新计算，结果一致', version: '第 {version} 版', result: '检查结果', open: '未填：{items}', failedBy: { total: '总分未达合格线', mandatory: '必备项严重欠缺', veto: '否决项不合格' },
  },
  fact: { least: '不少于 {least}', source: { record: '名录记载 {known}', confirmed: '已核实 {known}', declared: '申报 {known}，未核实', expired: '已到期，现为 {known}' }, below: '低于要求，却判为符合', differs: '与名录记载不符', title: '{count} 项数据与登记不符', counted: '现场 {counted}', known: '登记 {known}', unknown: '名录无记载', asked: '要求不少于 {least}', figure: '数据', inUnit: '{figure}（{unit}）', countedHead: '现场', knownHead: '登记', askedHead: '要求不少于', figures: '现场清点' },
  ask: { title: '现场提问', none: '尚未提问', add: '记录提问', question: '所提问题', asked: '回答人', post: '职务', answer: '回答内容', judged: '判断', save: '保存提问', missing: '须现场提问，还没有记录：{items}' },
  witness: { title: '见证人', name: '见证人姓名', number: '身份证号', add: '登记见证人', choose: '选择见证人', new: '登记新的见证人', fault: { length: '身份证号应为 18 位', digits: '前 17 位应为数字，末位为数字或 X', date: '第 7 至 14 位不是日期', check: '末位校验码不符，请核对原件' } },
  signature: { title: '签名', lead: '检查组各成员和被检查单位在本机手写签名；内容更改后须重新签名。', unit: '被检查单位', name: '签名人姓名', sign: '签名', signed: '已签名', refused: '拒绝签名', missing: '未签名', changed: '签名后内容有更改', refuse: '拒绝签名', keep: '保存签名', keepRefusal: '记录拒绝', clear: '清除', of: '{name} 的手写签名', names: '还没有签名，或签名后内容有更改：{names}' },
  clock: { minutes: '{count} 分钟', hours: '{count} 小时', days: '{count} 天', wrong: '本机时间不准', server: '平台时间', device: '本机时间', slow: '本机时间比平台慢约 {apart}；记录以平台时间为准，两个时间都保留', fast: '本机时间比平台快约 {apart}；记录以平台时间为准，两个时间都保留' },
  place: { deregistered: '该单位已于 {since} 注销。已填写的内容照常保存，检查可以继续并签字，不会丢失', suspended: '该单位正在暂停期内：{text}' },
  past: { title: '既往检查 {visits} 次，未销号问题 {problems} 个', problems: '未销号问题', other: '检查中' },
  versions: { title: '全部填写记录', conflict: '不一致' },
  problem: {
    step: { defect_raise: '列入问题清单', defect_assign: '确定措施和期限', defect_correct: '报告整改', defect_close: '核查通过，销号', defect_return: '退回整改', defect_escalate: '逾期上报' },
    none: '没有问题', noneHint: '检查中不符合的项目签字后自动列入', state: { found: '待定措施', assigned: '整改中', corrected: '待核查', closed: '已销号' }, level: '级别', levelRaised: '第 {level} 级：12个月内同一条款再次发现', repeats: '上一次', overdue: '逾期', escalated: '已上报', text: '问题', unit: '单位', clause: '条款', measure: '整改措施', limit: '整改期限', person: '责任人', assign: '确定措施和期限', correct: '报告整改', correction: '整改情况', before: '整改前证据', after: '整改后证据', check: '核查', accept: '核查通过，销号', return: '退回整改', own: '由您整改，须由他人核查', done: { assign: '措施和期限已确定', correct: '整改已报告', close: '问题已销号', return: '已退回整改' }, visit: '所属检查', found: '发现时间', closed: '销号时间',
  },
  checklist: {
    review_waits: '待法律审核', lead: '官方检查表，逐字一致；每版注明起始日期，旧的评分不变。', version: '版本', from: '起始日期', items: '项目', points: '总分', pass: '合格线', versions: '版本记录', state: { shipped: '通知原表', draft: '待复核', reviewed: '已复核', refused: '已退回' }, enter: '录入新版本', review: '复核', accept: '复核通过', refuse: '退回', entered: '录入人', reviewer: '复核人', second: '录入人不能复核自己的版本', done: '新版本已录入，待第二人复核', reviewed: '已复核', gaps: '说明', rule: { each: '每缺一项扣 {minus} 分', fixed: '不符合扣 {minus} 分', range: '扣 {from} 至 {to} 分', zero: '不符合得 0 分', judged: '最多扣 {points} 分', veto: '否决', noted: '不计分' }, title: '名称', wording: '检查内容', newLead: '从现行版本修改；各项配分之和须与各节相符，总分 100 分。复核通过后自起始日期施行。', rules: '扣分', kind: { each: '每缺一项', fixed: '固定', range: '范围', zero: '零分', judged: '判断', veto: '否决', noted: '不计分' }, minus: '扣分', low: '最少', high: '最多', sections: '配分',
  },
}
