// SPDX-License-Identifier: Apache-2.0
export default {
  title: '通知', lead: '平台发给本人的通知和工作提醒。', bell: '通知，{count} 条未读', all: '全部通知', unread: '未读', read: '已读', open: '查看', sentAt: '时间', subject: '标题', empty: '没有通知', emptyHint: '计划公示、期限提醒等事项会出现在这里',
  channels: { title: '通知方式', lead: '除收件箱外，还可用邮件或消息推送接收通知。', mail: '邮箱', webhook: '推送地址', language: '语言', saved: '通知方式已保存', removed: '已取消', change: '修改', remove: '取消', last: '最近一次：', try: '发送测试通知', tried: '测试通知已发出', inboxOnly: '只进收件箱、不对外发送的事项', mailOff: '平台尚未设置邮件服务器', webhookOff: '平台尚未设置消息推送', zh: '中文', en: 'English' },
  deliveries: { title: '送达记录', lead: '通过邮件和推送发出的通知及其结果。', number: '编号', account: '收件人', channel: '方式', state: '结果', reason: '原因', queued: '提交时间', ended: '结束时间', actions: '操作', retry: '重新送达', retried: '已重新送达', empty: '还没有送达记录', emptyHint: '有人设置了邮箱或推送地址并收到通知后，结果会出现在这里' },
  topic: { deadline_reminder: '期限提醒', deadline_missed: '逾期认定', deadline_escalated: '逾期上报' },
  states: { queued: '等待', sent: '已送达', failed: '失败' }, by: { mail: '邮件', webhook: '推送' },
}
