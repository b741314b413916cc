import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { announceReady } from '../../config/announce-ready'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-notify-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readiness for systemd', () => {
  test('systemd-notify is told the process, and nothing is started outside systemd', async () => {
    command('systemd-notify', `echo "$NOTIFY_SOCKET $*" >> ${folder}/told`)
    const env = { PATH: `${folder}:/usr/bin:/bin` }
    announceReady(unexpected, env)
    announceReady(unexpected, { ...env, NOTIFY_SOCKET: '' })
    announceReady(unexpected, { ...env, NOTIFY_SOCKET: '/run/n' })
    expect(await textOf(join(folder, 'told'))).toBe(`/run/n --ready --pid=${process.pid}\n`)
  })

  test('a missing systemd-notify is a problem that is told', async () => {
    const problem = await new Promise<Error>((resolve) =>
      announceReady(resolve, { PATH: folder, NOTIFY_SOCKET: '/run/n' }),
    )
    expect(problem.message).toMatch(/systemd-notify/)
  })
})

function unexpected(error: Error): never {
  throw error
}

function command(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

async function textOf(file: string): Promise<string> {
  const deadline = Date.now() + 5_000
  while (Date.now() < deadline) {
    if (existsSync(file) && readFileSync(file, 'utf8') !== '') return readFileSync(file, 'utf8')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${file} was not written within 5 s`)
}
