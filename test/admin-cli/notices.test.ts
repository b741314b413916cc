import { adminCli } from '../support/admin-cli'
import { documented } from '../support/documented'
import { startMailServer, startPostReceiver } from '../support/notice-receivers'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

test('notices test sends one notice by each configured way, and says which way failed', async () => {
  const receiver = await startPostReceiver((count) => ({ status: count > 2 ? 500 : 200 }))
  const server = await startMailServer()
  const env = {
    QC_NOTICES_WEBHOOK_URL: `${receiver.address}/hook`,
    QC_NOTICES_WEBHOOK_SECRET: secret,
    QC_NOTICES_SLACK_URL: `${receiver.address}/services/token`,
    QC_NOTICES_SMTP_URL: server.smtpUrl,
    QC_NOTICES_EMAIL_FROM: 'qc@example.com',
    QC_NOTICES_EMAIL_TO: 'ops@example.com',
  }
  const good = await adminCli(['notices', 'test', '--json'], env)
  expect(documented('notices test', good.stdout)).toEqual(
    ['webhook', 'slack', 'email'].map((channel) => ({ channel, sent: true })),
  )
  expect(receiver.posts.map(({ path }) => path).sort()).toEqual(['/hook', '/services/token'])
  expect(server.mails[0]?.content).toContain('Test notice of Asset QC')

  const bad = await adminCli(['notices', 'test'], env)
  expect(bad.code).toBe(9)
  expect(bad.stdout).toMatch(/webhook: NOT SENT, .* answered 500/)
  expect(bad.stdout + bad.stderr).not.toContain('/services/token')
  expect(bad.stdout).toContain('email: sent')
  await Promise.all([receiver.stop(), server.stop()])
})

test('without a way out, and with a wrong one, notices test says what to set: exit 3', async () => {
  const none = await adminCli(['notices', 'test'])
  expect(none).toMatchObject({ code: 3, stderr: expect.stringContaining('QC_NOTICES_WEBHOOK_URL') })
  const unsigned = await adminCli(['notices', 'test'], { QC_NOTICES_WEBHOOK_URL: 'https://x.example' })
  expect(unsigned).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('QC_NOTICES_WEBHOOK_SECRET is missing'),
  })
})
