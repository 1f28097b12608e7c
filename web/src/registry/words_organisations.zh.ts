// SPDX-License-Identifier: Apache-2.0
export default {
  title: '区考试机构', lead: '区设有考试机构的在此登记：专项检查启动时列为检查对象（附件2-1），自查报告由区应急管理局填报。市考试机构以账户参加，不在此登记。',
  none: '没有登记区考试机构', noneHint: '通知未列出区考试机构；区设有的，由市应急管理局录入', noneHere: '本区没有登记考试机构；设有的，请报市应急管理局录入',
  new: '录入考试机构', newTitle: '录入区考试机构', newLead: '一个区同一时间只登记一个考试机构；编号由平台给出。', enter: '录入', entered: '区考试机构已录入',
  change: '变更', changeTitle: '变更登记', changed: '{field}：{before} → {after}', saved: '变更已登记',
  end: '登记撤销', endAgain: '更正撤销日期', endTitle: '登记撤销：{name}', lastDay: '最后一日', ended: '撤销已登记', endEffect: '最后一日仍在设；次日起启动的专项检查不再列入，正在进行的专项检查不再安排新的检查', endKept: '已有的检查、问题和报告保留，问题照常整改核查', endNext: '新设的机构自次日起可另行录入',
  name: '机构名称', from: '设立日期', fromHint: '自此日起列为专项检查对象', until: '最后一日', number: '编号', contact: '联系人', telephone: '联系电话', telephoneHint: '如 020-12345678 或手机号码；列表和导出中手机号码遮盖', districtFixed: '区域不可变更；换区的请登记撤销后另行录入', notEnded: '尚未撤销', nothing: '无',
  state: { standing: '在设', coming: '未开始', ended: '已撤销' },
  step: { enter: '录入', change: '变更', end: '登记撤销' },
  field: { name: '名称', address: '地址', contact: '联系人', telephone: '联系电话', from: '设立日期', until: '最后一日' },
}
