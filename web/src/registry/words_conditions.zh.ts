// SPDX-License-Identifier: Apache-2.0
export default {
  title: '办学、考试点条件', lead: '检查表要求的人数、面积、期限、设备等：单位申报，所在区核实；检查时自动带出，与现场不符时标出。', none: '没有单位', noneHint: '名录中的培训机构和考试点列在这里',
  own: '本单位条件', of: '{name} 的条件', declare: '申报条件', change: '更改条件', open: '查看条件', import: '导入条件', importPersons: '导入人员', staff: '人员名册', staffLead: '人数由名册计算，不直接填写；资格到期的人不再计入要求资格的人数。', staffNone: '名册中还没有人员', staffNoneHint: '单位申报条件时填写人员，或从表格导入',
  state: { none: '未申报', declared: '待核实', confirmed: '已核实', returned: '已退回', replaced: '已被替代' },
  kind: { institution: '培训机构', site: '考试点' }, premises: { institution: '培训机构', practical_site: '实操考试点', theory_site: '理论考试点' },
  name: '条件', figures: '数值', asked: '要求', confirmed: '已核实', waiting: '待核实', least: '不少于 {least}{unit}', leastYes: '应具备', recorded: '如实填写', yes: '是', no: '否', years: '年', gone: '不再申报', unsaid: '未申报',
  below: '低于要求', expired: '已到期', ending: '即将到期', belowBy: '低于 {clause} 的要求', files: '{count} 个文件', noFile: '没有证明文件', proofs: '证明文件', since: '{day} 起', now: '现行',
  summary: { said: '已申报 {count} 项', below: '{count} 项低于要求', expired: '{count} 项已到期', waits: '有申报待核实', nothing: '还没有申报', people: '{count} 人' },
  check: { title: '待核实的申报 {id}', text: '{person} 于 {at} 申报，自 {from} 起有效。核对原件和现场（A1-F5）后核实；不符的退回并写明理由。', accept: '核实', back: '退回', accepted: '条件已核实', returned: '申报已退回', acceptTitle: '核实申报 {id}', backTitle: '退回申报 {id}', acceptEffect: '{count} 项数值成为已核实条件，检查时据此带出', backEffect: '单位收到退回通知和理由，可以重新申报', below: '其中 {count} 项低于要求，仍可核实：核实的是数值属实' },
  history: { title: '申报记录', figures: '各项数值的历次变化', show: '显示历次变化', hide: '收起', decided: '{name} 于 {at} {what}', reason: '理由：{text}' },
  edit: { title: '申报条件', lead: '数值如实填写；低于要求的会标出，不影响申报。人数由下面的名册计算。', from: '自何日起', fromHint: '情况实际发生的日期，不晚于今天', submit: '申报', done: '条件已申报，待所在区核实', empty: '不填', figure: '{name} 数值', start: '{name} 起', end: '{name} 止', attach: '证明文件', warn: '低于要求：{least}（{clause}）', missing: '没有证明文件的项目：{items}' },
  person: { add: '增加人员', edit: '修改人员', remove: '删除', name: '姓名', post: '岗位', fullTime: '专职', partTime: '兼职', born: '出生年份', education: '学历', title: '职称', certificate: '资格证书', number: '证书编号', until: '证书有效期至', projects: '任教项目', years: '教学年限', insured: '社保缴交月数', save: '保存到名册', years_of: '教学 {years} 年', insured_of: '社保 {months} 个月' },
  upload: { title: '导入条件', figures: '条件数值', persons: '人员名册', lead: '一行一项条件，或一行一人；表中写明单位编号。人员名册以表格为准整体替换。有任何错误时全部不保存。', done: '已申报，待所在区核实' },
}
