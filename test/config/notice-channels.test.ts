import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadConfig } from '../../config/load-config'
import { noticeChannels } from '../../config/notice-channels'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const channels = (env: Record<string, string>) => noticeChannels(loadConfig(env).notices)

test('notices are off until a way out is set', () => {
  expect(channels({})).toEqual({})
})

test('secrets come from the environment or from files, which are read at each use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qc-notices-'))
  const file = join(folder, 'slack')
  writeFileSync(file, 'https://hooks.example/one\n')
  const { webhook, slack, email } = channels({
    QC_NOTICES_WEBHOOK_URL: 'https://receiver.example/hook',
    QC_NOTICES_WEBHOOK_SECRET: secret,
    QC_NOTICES_SLACK_URL_FILE: file,
    QC_NOTICES_SMTP_URL: 'smtps://user:password@mail.example',
    QC_NOTICES_EMAIL_FROM: 'qc@example.com',
    QC_NOTICES_EMAIL_TO: 'ops@example.com',
  })
  expect([webhook?.address, webhook?.secret()]).toEqual(['https://receiver.example/hook', secret])
  expect(email).toMatchObject({ from: 'qc@example.com', to: 'ops@example.com' })
  expect(slack?.address()).toBe('https://hooks.example/one')
  writeFileSync(file, 'https://hooks.example/two')
  expect(slack?.address()).toBe('https://hooks.example/two')
  writeFileSync(file, 'http://169.254.169.254/three')
  expect(() => slack?.address()).toThrow('expected an https address')
  rmSync(folder, { recursive: true })
})

test.each([
  [{ QC_NOTICES_WEBHOOK_URL: 'https://receiver.example' }, 'QC_NOTICES_WEBHOOK_SECRET is missing'],
  [{ QC_NOTICES_WEBHOOK_URL: 'http://receiver.example' }, 'expected nothing, or an https address'],
  [
    { QC_NOTICES_WEBHOOK_SECRET: 'c2VjcmV0' },
    'QC_NOTICES_WEBHOOK_SECRET: is not shown here, expected whsec_',
  ],
  [{ QC_NOTICES_SLACK_URL: 'http://c2VjcmV0.example' }, 'is not shown here, expected an https address'],
  [{ QC_NOTICES_SMTP_URL: 'https://c2VjcmV0.example' }, 'is not shown here, expected smtp://'],
  [{ QC_NOTICES_SMTP_URL: 'smtp://mail.example' }, 'QC_NOTICES_EMAIL_TO is missing'],
  [{ QC_NOTICES_SMTP_URL_FILE: '/nowhere/smtp' }, 'names a file that cannot be read'],
  [{ QC_NOTICES_QUIET_MINUTES: '5' }, 'expected a whole number from 60'],
])('%j is refused without showing a secret', (env, message) => {
  const refusal = () => channels(env)
  expect(refusal).toThrow(message)
  expect(refusal).not.toThrow('c2VjcmV0')
})
