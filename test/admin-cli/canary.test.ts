import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { canaryFor } from '../../admin-cli/onboard/canary'
import { detectType } from '../../quality-control/probes/probe'
import { localCheck } from '../support/local-check'

const folder = mkdtempSync(join(tmpdir(), 'qc-canary-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { profiles, check } = localCheck()

async function canaryOf(extensions: string[]): Promise<string> {
  const { extension, make } = canaryFor(extensions)!
  const path = join(folder, `test.${extension}`)
  writeFileSync(path, await make())
  return path
}

test.each([...profiles])('a client of %s gets a file that the profile takes', async (_, profile) => {
  const path = await canaryOf([...profile.extensions])
  const { medium, extensions } = await detectType(path)
  expect(profile.media).toContain(medium)
  expect(extensions).toContain(path.split('.').at(-1))
})

const general = { pdf: 'pdf', video: 'mov', audio: 'wav', banner: 'zip' }
test.each(Object.entries(general))(
  'a canary of the medium %s is whole, and its %s too',
  async (medium, ext) => {
    const whole = { 'file/integrity': null, 'file/type': null }
    const profile = [...profiles.values()].find(({ media }) => media.some((one) => one === medium))!
    const checks = profile.checks.filter(({ id }) => id in whole)
    const report = await check(await canaryOf([ext]), { ...profile, checks })
    expect(report).toMatchObject({ medium, verdict: 'pass' })
  },
)

test('each is another file, and formats that nobody can make have none', async () => {
  for (const ext of ['png', 'pdf', 'mp4', 'wav', 'zip']) {
    const { make } = canaryFor(['mxf', ext])!
    expect(Buffer.compare(await make(), await make())).not.toBe(0)
  }
  expect(canaryFor(['mxf', 'mp3'])).toBeUndefined()
})
