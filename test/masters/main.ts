import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { renderTable, table } from '../../admin-cli/table'
import { stopPooledChildren } from '../../quality-control/probes/child-pool/child-pool'
import { localCheck } from '../support/local-check'
import { judgeMaster } from './judge-master'
import { faultyMasters, soundMasters } from './masters'

void main(process.argv.slice(2))

/**
 * `npm run masters [-- NAME]`: makes delivery masters and judges them. Sound ones may have no failed check,
 * and each fault must be found. Exits with 1 when one is judged wrongly.
 */
async function main([only = '']: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qc-masters-'))
  const local = localCheck()
  const rows: string[][] = []
  let wrong = 0
  try {
    for (const master of [...soundMasters, ...faultyMasters].filter(({ name }) => name.includes(only))) {
      const { report, failed, warned, isRight } = await judgeMaster(master, local, folder)
      if (!isRight) wrong++
      const what = master.fault ?? (master.expects === undefined ? 'sound' : 'slate')
      rows.push([
        master.name,
        what,
        isRight ? 'right' : 'WRONG',
        report.verdict,
        failed.join(' '),
        warned.join(' '),
      ])
      console.error(`${master.name} (${what}): ${isRight ? 'right' : 'WRONG'}`)
    }
    const result = table(['MASTER', 'FAULT', '', 'VERDICT', 'FAILED', 'WARNED'], rows)
    console.log(renderTable(result, { width: undefined, hasColour: false }))
    console.log(`${rows.length - wrong} of ${rows.length} judged rightly`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    stopPooledChildren()
  }
  process.exitCode = wrong === 0 ? 0 : 1
}
