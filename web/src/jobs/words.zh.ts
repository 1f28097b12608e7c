// SPDX-License-Identifier: Apache-2.0
export default {
  title: '后台任务', lead: '平台留待稍后办理的工作：发送通知、定时检查。失败的自动重试，多次失败的须人工处理。',
  number: '编号', kind: '种类', key: '事项', state: '状态', runAt: '不早于', attempts: '次数', reason: '失败原因', ended: '结束时间', started: '最近开始', worker: '执行进程', payload: '内容编号', actions: '操作', lease: '租约至', fence: '栅号',
  states: { waiting: '等待', running: '执行中', done: '完成', dead: '失败', cancelled: '已取消' },
  turns: '定时任务', turnCount: '定时任务 {count} 项', often: '间隔', everyHours: '每 {count} 小时', everyDays: '每 {count} 天', every: '每 {minutes} 分钟', next: '下次', notYet: '尚未执行',
  retry: '重试', cancel: '取消任务', empty: '还没有后台任务', emptyHint: '平台需要发送通知或定时检查时，任务会出现在这里',
  ask: { retry: '重试任务 {number}', cancel: '取消任务 {number}' },
  effect: { retry: '立即重新执行，次数从头计算', cancel: '该任务不再执行，需要时可以重试' },
  done: { retry: '任务已重试', cancel: '任务已取消' },
}
