import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** In place of systemd's: it notes what a process announces. `folder` must belong to that process alone. */
export function fakeSystemdNotify(folder: string): { env: Record<string, string>; told: () => string } {
  mkdirSync(folder, { recursive: true })
  const notes = join(folder, 'told')
  const script = `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >> ${notes}\n`
  writeFileSync(join(folder, 'systemd-notify'), script, { mode: 0o755 })
  return {
    env: { PATH: `${folder}:${process.env.PATH ?? ''}`, NOTIFY_SOCKET: '/run/notify' },
    told: () => (existsSync(notes) ? readFileSync(notes, 'utf8') : ''),
  }
}
