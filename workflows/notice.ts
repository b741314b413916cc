/** Why people are told: at most one notice for each of these in a time. */
export type NoticeCause =
  | { kind: 'parked'; clientId: string; step: string; errorType: string }
  | { kind: 'webhook'; clientId: string; problem: string }
  | { kind: 'failed'; clientId: string }

export const noticeKinds = ['parked', 'webhook', 'failed'] as const satisfies NoticeCause['kind'][]
export type NoticeKind = NoticeCause['kind']

export const noticeChannels = ['webhook', 'slack', 'email'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

/** What people read. Names come from outside: each channel escapes them for itself. */
export interface Notice {
  /** The same at each attempt to send it. */
  id: string
  type: 'run.parked' | 'webhook.problem' | 'file.failed' | 'test'
  /** ISO 8601. */
  at: string
  /** Empty: all clients. */
  clientId: string
  clientName: string
  title: string
  message: string
  whatToDo?: string
  /** Runs or files; `items` are the first of them. */
  count: number
  items: NoticeItem[]
}

export interface NoticeItem {
  name: string
  /** The run, in the admin pages or in the Web UI. */
  url?: string
}

/** A cause as it is now. */
export interface NoticeFacts extends Omit<Notice, 'id'> {
  /** What happened up to here is in it, ISO 8601. */
  until: string
}

/** The input of `notify`: one cause of one client. */
export interface NotifyInput {
  cause: NoticeCause
  /** Files that failed before were told already, ISO 8601. */
  since: string
  channels: NoticeChannel[]
  /** First wait, so that one notice tells of all that happens at once. */
  groupMs: number
  /** After a notice there is none about the same cause for this time. */
  quietMs: number
}

export interface NotifyResult {
  sent: number
}

/** The activities of `notify`. */
export interface NoticeActivities {
  /** Undefined when the cause is gone, or nothing new happened since then. */
  describeCause: (cause: NoticeCause, since: string) => Promise<NoticeFacts | undefined>
  /** Safe to repeat: the receiver sees the same id. */
  sendNotice: (channel: NoticeChannel, notice: Notice) => Promise<void>
}

export const notifyWorkflowType = 'notify'
