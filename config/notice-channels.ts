import { ConfigError } from './config-error'
import { isReceiver } from './is-receiver'
import { readSecret } from './read-secret'
import type { Settings } from './settings'

/** Where notices go; absent: not configured. Secrets are read at each use. */
export interface NoticeChannels {
  webhook?: { address: string; secret: () => string }
  slack?: { address: () => string }
  email?: { smtpUrl: () => string; from: string; to: string }
}

/** Throws a ConfigError when something is missing or wrong; it says nothing of a secret. */
export function noticeChannels(settings: Settings['notices']): NoticeChannels {
  const { webhookUrl, emailFrom: from, emailTo: to } = settings
  const secret = source(settings, 'webhookSecret', 'QC_NOTICES_WEBHOOK_SECRET', isSigningSecret)
  const slackUrl = source(settings, 'slackUrl', 'QC_NOTICES_SLACK_URL', isReceiver)
  const smtpUrl = source(settings, 'smtpUrl', 'QC_NOTICES_SMTP_URL', isMailServer)
  const problems = [
    ...(webhookUrl !== '' && secret === undefined ? [missing('QC_NOTICES_WEBHOOK_SECRET')] : []),
    ...(smtpUrl !== undefined && from === '' ? [missing('QC_NOTICES_EMAIL_FROM')] : []),
    ...(smtpUrl !== undefined && to === '' ? [missing('QC_NOTICES_EMAIL_TO')] : []),
  ]
  if (problems.length > 0) throw new ConfigError('notices', problems)
  return {
    ...(webhookUrl !== '' && secret !== undefined && { webhook: { address: webhookUrl, secret } }),
    ...(slackUrl !== undefined && { slack: { address: slackUrl } }),
    ...(smtpUrl !== undefined && { email: { smtpUrl, from, to } }),
  }
}

type Secret = 'webhookSecret' | 'slackUrl' | 'smtpUrl'

const expected: Record<Secret, string> = {
  webhookSecret: 'whsec_ and 24 to 64 bytes in base64: echo "whsec_$(openssl rand -base64 32)"',
  slackUrl: 'an https address',
  smtpUrl: 'smtp:// or smtps:// and a host',
}

/** Checks it now, and at each use once more. A file wins over a value. */
function source(
  settings: Settings['notices'],
  key: Secret,
  variable: string,
  isRight: (text: string) => boolean,
): (() => string) | undefined {
  const file = settings[`${key}File`]
  if (file === '' && settings[key] === '') return undefined
  const read = () => {
    const text = file === '' ? settings[key] : readSecret(file, `${variable}_FILE`)
    if (isRight(text)) return text
    const where = file === '' ? variable : `${variable}_FILE`
    throw new ConfigError(where, [`is not shown here, expected ${expected[key]}`])
  }
  read()
  return read
}

function isSigningSecret(text: string): boolean {
  const [, base64 = ''] = /^(?:whsec_)?([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  const { length } = Buffer.from(base64, 'base64')
  return length >= 24 && length <= 64
}

function isMailServer(text: string): boolean {
  return URL.canParse(text) && ['smtp:', 'smtps:'].includes(new URL(text).protocol)
}

function missing(variable: string): string {
  return `${variable} is missing: notices need it`
}
