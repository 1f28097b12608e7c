// SPDX-License-Identifier: Apache-2.0
export default {
  title: '处理决定', new: '提请处理决定', none: '没有处理决定', noneHint: '从问题清单或本页提请，由另一人签发后生效',
  state: { proposed: '待签发', in_force: '已生效', refused: '不予签发', withdrawn: '已撤回', annulled: '已撤销' },
  against: '对象', chooseUnit: '选择机构或考试点', ground: '处理依据', chooseGround: '选择条款', measure: '处理措施', text: '条款原文', facts: '事实', factsHint: '时间、地点、违法事实和证据；签发后不再更改', basis: '所依法条', basisHint: '如《安全生产培训管理办法》第三十五条；通知未载明幅度的，须写明', records: '依据的问题和检查', recordsHint: '编号，以空格分开，如 Q-12 V-5',
  from: '生效日期', to: '截止日期', due: '整改期限', months: '{n}个月', range: '{clause} 规定 {from} 至 {to} 个月（含）', fixed: '{clause} 规定固定 {from} 个月', amount: '罚款（元）', amountHint: '最多两位小数', persons: '相关责任人', personsHint: '每行一人：姓名、职务', authority: '移送至', authorityHint: '机构注册地市场监管部门，或地方公安部门',
  propose: '提请', proposed: '处理决定已提请，待他人签发', decidedBy: '由{roles}签发', role: { city_bureau: '市应急管理局', district_bureau: '区应急管理局' }, also: '已有据此作出的决定：',
  signTitle: '签发（第二人）', signLead: '签发后立即生效：名录状态随之改变，以后的预约和排考不再使用被暂停或撤销的对象。', signLeadPlain: '签发后生效。', sign: '签发', refuse: '不予签发', own: '由您提请，须由他人签发', reason: '理由',
  takeBack: '撤回', annul: '撤销决定', annulLead: '撤销后名录恢复原状；已执行的暂停到昨天为止。', done: { sign: '处理决定已签发', refuse: '已不予签发', withdraw: '已撤回', annul: '决定已撤销' },
  effect: '对名录的影响', effectNone: '不改变名录状态', effectSuspended: '已登记暂停 {id}', effectStruck: '已离开名录', effectOnSign: '签发时生效', barred: '不得参与至', noticeOf: '制发暂停决定书', further: '就同一事实再提请', decided: '签发', ended: '撤回、撤销', term: '原文措辞', byProblem: '提请处理决定', yuan: '{n} 元',
  step: { decision_propose: '提请', decision_sign: '签发，生效', decision_refuse: '不予签发', decision_withdraw: '撤回', decision_annul: '撤销' },
}
