// SPDX-License-Identifier: Apache-2.0
export default {
  signIn: { lead: '供应急管理部门、考试机构、培训机构和考试点使用。查询名录和考试计划无需登录。', help: '忘记密码或账户被停用，请联系系统管理员。' },
  provider: { title: '政务身份登录', signIn: '用{name}登录', waiting: '正在核对身份', refused: '身份认证没有同意登录：{reason}', back: '回到登录页', of: '政务身份：{name}', none: '没有对应的政务身份。本人用政务身份登录被拒时，提示中有身份编号。', subject: '身份编号', linkedAt: '对应时间', link: '对应', unlink: '解除对应', linked: '政务身份已对应', unlinked: '政务身份已解除对应', off: '本平台没有接入政务身份认证。', short: '政务身份' },
  account: '账户', password: '密码', present: '当前密码', newPassword: '新密码', again: '再次输入新密码', differs: '两次输入的新密码不一致', passwordHint: '至少 12 个字符，不得与账户名相同', changePassword: '修改密码', passwordChanged: '密码已修改', firstPassword: '首次登录须先修改密码，修改后方可使用其他功能。',
  roleTitle: '角色', scope: '数据范围', actions: '操作', keyword: '账户名或姓名', lastSignIn: '最近登录', never: '从未登录', enabled: '启用', disabled: '已停用',
  sessions: '登录记录', signedInAt: '登录时间', seenAt: '最近活动', device: '设备', current: '当前', endSession: '结束登录', sessionEnded: '登录已结束',
  new: '开立账户', create: '开立账户', newHint: '系统生成一次性密码，仅显示一次；首次登录须修改。', reset: '重置密码', disable: '停用', enable: '启用',
  ask: { disable: '停用账户：{name}', enable: '启用账户：{name}', reset: '重置密码：{name}' },
  effect: { disable: '账户 {account} 立即退出登录，停用期间不能登录', enable: '账户 {account} 可以重新登录', reset: '账户 {account} 的旧密码立即失效，新密码仅显示一次' },
  done: { create: '账户已开立', disable: '账户已停用', enable: '账户已启用', reset: '密码已重置' },
  once: { title: '一次性密码', text: '账户 {account} 的密码如下，关闭后不再显示。', hint: '请当面或用安全方式交给本人，首次登录须修改。' },
  person: { title: '个人信息：{name}', national_id: '身份证号', telephone: '手机号', email: '电子邮箱', none: '未登记', reveal: '查看完整号码', revealOf: '查看完整的{what}', reason: '查看{what}的理由', reasonHint: '例如：核对准考证与身份证', recorded: '查看人、时间和理由将记入台账；理由中请勿写号码。', show: '查看', new: '登记{what}', save: '保存个人信息', saved: '个人信息已保存', open: '个人信息', find: '查找人员', by: '按', findHint: '须填写完整号码；查找将记入台账。', findVerb: '查找', nobody: '管辖范围内没有登记此号码的账户' },
  scopeKind: { city: '全市', district: '区', institution: '培训机构', site: '考试点' },
  scopeId: { district: '区划代码', institution: '机构编号', site: '考试点编号' },
  role: { city_bureau: '市应急管理局', exam_organisation: '市考试机构', district_bureau: '区应急管理局', institution: '培训机构', exam_site: '考试点', examiner: '考评员', trainee: '考生', auditor: '审计', administrator: '系统管理员', system: '系统' },
}
