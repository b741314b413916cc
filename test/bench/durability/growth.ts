import { readFileSync } from 'node:fs'

import { callInTurn } from './callers'
import type { Figures } from './figures'
import { closed, type Installed, uploadSmall, withInstallation } from './installed'

const parts = 6
const callers = 8

/** Resident memory of the worker after so many uploads, over that after the first third of them. */
export function benchGrowth(folder: string, uploads: number): Promise<Figures> {
  return withInstallation(folder, async (installed) => {
    const size = Math.ceil(uploads / parts)
    const notes: Record<string, number> = { after0Mb: residentMb(installed) }
    const sizes: number[] = []
    for (let part = 0; part < parts; part += 1) {
      await callInTurn(size, callers, async (index) =>
        closed(installed, await uploadSmall(installed, 'acme', part * size + index)),
      )
      sizes.push(residentMb(installed))
      notes[`after${(part + 1) * size}Mb`] = residentMb(installed)
    }
    return { ratio: (sizes.at(-1) ?? Number.NaN) / (sizes[parts / 3 - 1] ?? Number.NaN), notes }
  })
}

/** Without its analysing children, which end after a while. */
function residentMb({ running }: Installed): number {
  const pid = running.description.pids.workers[0] ?? 0
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
