// SPDX-License-Identifier: Apache-2.0
export default {
  desk: { title: '{month}公示之后', open: '公示之后', published: '公示于 {at}' },
  feedback: { title: '考试点反馈', until: '反馈截止 {day}', over: '反馈期已满', lead: '公示后2个工作日内反馈（S-5.1b）；期满未反馈的如实显示，不视为同意。', sum: '{sites} 个考试点：已确认 {confirmed}，不能提供 {refused}，未反馈 {silent}，待反馈 {waiting}' },
  site: { waiting: '待反馈', confirmed: '已确认', refused: '不能提供', silent: '未反馈' },
  late: '逾期',
  own: {
    title: '考试计划反馈', lead: '请在公示后2个工作日内逐场或全部确认；不能提供考场的，写明情况说明。', none: '没有本考试点的场次', noneHint: '计划公示后，这里列出本考试点要提供的考场', failures: '本年度已核实未提供考场 {count} 次，满 {limit} 次终止考场服务协议（S-5.1c）',
    all: '全部确认', confirm: '确认', refuse: '不能提供', refuseChosen: '所选 {count} 场不能提供', choose: '选择 {what}', left: '还有 {count} 场待反馈', done: '已反馈全部场次', people: '{count} 人', carried: '沿用上一版的反馈', saved: '已反馈', until: '请在 {day} 前反馈', over: '反馈期已于 {day} 届满，此后的反馈记为逾期', explanationHint: '写明原因和预计恢复的时间；可在下方附上证明材料', refuseTitle: '不能提供考场', refuseEffect: '将由市考试机构核实；核实后计入年度累计，并重排所涉考生', files: '证明材料', past: '已过',
  },
  loss: { title: '需要重排', lead: '下列考场或场次已不能使用。重排只调整受影响的考生，其余保持不变。', hit: '{sessions} 场 {candidates} 人', kind: { refused: '反馈不能提供', no_show: '当日未提供', site_suspended: '考试点已暂停', site_gone: '考试点已退出名录', institution_suspended: '培训机构已暂停', objection: '异议成立' } },
  redraw: { lead: '重排使用新的种子，按简短仪式产生；新场次最早在公开值可知之日后 {days} 天。', source: '公开值来源', how: '怎样读取公开值', start: '启动重排', done: '已启动重排，请在排考台继续', underWay: '第 {version} 版正在办理', toDesk: '到排考台继续', times: '各段时间不填时按规定的最短时间' },
  filing: { title: '向省考试机构报备', due: '{day} 前报备（S-2.3）', overdue: '已逾期', make: '制作报备数据', remake: '重新制作', made: '已制作 {at}', document: '报备函', documentNone: '不附报备函', data: '数据文件', filedOn: '报备日期', reference: '省考试机构文号或回执号', record: '登记已报备', filed: '已报备 {day}，{reference}', done: '已登记报备', madeDone: '已制作报备数据' },
  confirm: { title: '计划确认', act: '确认计划', lead: '考试点全部确认后，由考试机构确认计划；此后机构可打印准考通知。', at: '已确认 {at}', done: '计划已确认', effect: '全部 {sites} 个考试点已确认提供考场' },
  for: { title: '代为记录', act: '代记确认', effect: '把考试点的确认记入，并写明怎样得知（例如电话、日期、对方职务）' },
  failure: { title: '未提供考场', lead: '考试点反馈不能提供或当日未提供的，核实后每年累计（G-39、G-40）。', verify: '核实', waive: '免记', verified: '已核实', waived: '已免记', none: '没有记录', noneHint: '考试点反馈不能提供考场后列在这里', verifyEffect: '核实后计入该考试点的年度累计；满次数即提请终止协议', waiveEffect: '免记须写明理由', record: '登记当日未提供', session: '场次', month: '月份', recorded: '已登记', which: '在现行计划中选择场次' },
  ending: { title: '终止考场服务协议', lead: '年度累计达到次数时由平台提请，经办人拟定，第二人决定（S-5.1c）。', prepare: '拟定终止', decide: '决定终止', drop: '不终止', none: '没有提请', noneHint: '年度累计满2次核实的未提供考场后列在这里', effective: '终止之日', ban: '决定写明3年内禁入（C-3c）', prepared: '已拟定，待第二人决定', decided: '协议已终止', dropped: '已决定不终止', decideEffect: '{site} 自 {day} 起退出名录，不再排考', second: '须由另一人决定' },
  objection: {
    title: '计划异议', lead: '机构和考生对公示计划的异议，由考试机构答复；成立的须经第二人复核，再以重排处理。', none: '没有异议', noneHint: '公示后收到的异议列在这里', answer: '答复', uphold: '异议成立', reject: '异议不成立', notBefore: '该批次最早考试日期', text: '异议内容', reply: '答复内容', confirm: '复核成立', back: '退回', answered: '已答复', confirmed: '已复核', second: '须由另一人复核',
    file: '提出异议', fileLead: '对公示的考试计划有异议的，可在公示后5个工作日内提出，不需要账户。凭回执号查询答复。', code: '批次号或培训班', institution: '培训机构编号（填写培训班时需要）', personal: '请勿填写姓名、证件号、手机号等个人信息', send: '提交异议', receipt: '回执号', receiptHint: '只显示这一次，请抄下或截图。凭回执号在本页查询答复。', until: '将在 {day} 前答复', track: '查询答复', open: '待答复', upheld: '异议成立', rejected: '异议不成立', repaired: '已在第 {version} 版计划中调整', filed: '{at} 提出',
  },
  changes: { title: '调整', lead: '本版与前一版相比的调整。未列出的批次保持不变。', none: '本版没有调整', noneHint: '首次公示的版本没有可比较的前一版', left: '调出', came: '调入', reason: '调整原因：{reason}' },
  admission: { title: '准考通知', find: '查询考试时间和地点', findLead: '输入批次号，或本机构的培训班编号。', code: '批次号或培训班编号', own: '本机构准考通知', ownLead: '计划确认后可打印。每份通知附短码，可核验原件。', none: '本机构没有已公示的批次', noneHint: '计划公示后列在这里', confirmed: '已确认', pending: '尚待考试点确认，时间和地点可能调整', bring: '携带物品', print: '打印准考通知', placed: '{candidates} 人中已安排 {placed} 人' },
}
