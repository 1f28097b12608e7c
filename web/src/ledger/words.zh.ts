// SPDX-License-Identifier: Apache-2.0
export default {
  title: '台账', lead: '每一项变更都记入只增不改的台账，并由签名检查点锁定（P-2.4f）。', keyword: '对象、账号或理由', check: '核验台账', intact: '完好', changed: '有改动', checked: '{at} 核验 {size} 条',
  number: '编号', at: '时间', who: '办理人', action: '事项', subject: '对象', reason: '理由', account: '账号', role: '角色', scope: '范围', behalf: '代办', clause: '条款', from: '起', to: '止', one: '第 {number} 号变更记录',
  kind: { edited: '内容被改', deleted: '记录被删', reordered: '次序被换', added: '多出记录', node: '哈希被改', truncated: '末尾缺失', checkpoint: '与检查点不符', signature: '签名不符', replaced: '库被替换', older: '换成旧副本', shard: '到期清除记录不符' },
}
