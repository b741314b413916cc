import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

import { stopPooledChildren } from '../../quality-control/probes/child-pool/child-pool'
import { renderTable, table } from '../../admin-cli/table'
import { localCheck } from '../support/local-check'

void main(process.argv.slice(2))

/**
 * `npm run corpus -- DIR [PROFILE]`: verdict, score and seconds of every file below a folder, by the general
 * profiles or by one.
 */
async function main([folder, profileId]: string[]): Promise<void> {
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`usage: npm run corpus -- DIR [PROFILE]; ${folder ?? 'nothing'} is no folder`)
    process.exit(2)
  }
  const { check, generalProfile, profiles } = localCheck()
  const rows: string[][] = []
  for (const file of filesBelow(folder)) {
    const profile = profileId === undefined ? await generalProfile(file) : profiles.get(profileId)
    if (profile === undefined)
      throw new Error(`no profile ${profileId ?? ''}: ${[...profiles.keys()].join(', ')}`)
    const started = performance.now()
    const { verdict, score, results, rejection } = await check(file, profile)
    const seconds = ((performance.now() - started) / 1000).toFixed(2)
    const told = results
      .filter(({ status }) => status !== 'pass' && status !== 'not_applicable')
      .map(({ check: id, status }) => `${status}:${id}`)
    rows.push([
      basename(file),
      profile.id,
      verdict,
      String(score ?? 'n/a'),
      seconds,
      rejection?.message ?? told.join(' '),
    ])
    console.error(`${basename(file)}: ${verdict}, ${seconds} s`)
  }
  const result = table(['FILE', 'PROFILE', 'VERDICT', 'SCORE', 'SECONDS', 'WHAT'], rows)
  console.log(renderTable(result, { width: undefined, hasColour: false }))
  stopPooledChildren()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
