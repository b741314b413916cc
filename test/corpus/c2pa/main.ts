import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

import { renderTable, table } from '../../../admin-cli/table'
import { stopPooledChildren } from '../../../quality-control/probes/child-pool/child-pool'
import { disclosureIn } from '../../../quality-control/probes/disclosure/disclosure-in'
import { detectType } from '../../../quality-control/probes/probe'
import { localCheck } from '../../support/local-check'
import { expectations } from './expectations'

void main(process.argv.slice(2))

/**
 * `npm run c2pa -- DIR`: what is found in each file of the public C2PA test set below a folder, beside what
 * its manifest says. Fetches nothing; ends with 1 when a file is not judged as expected.
 */
async function main([folder]: string[]): Promise<void> {
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`usage: npm run c2pa -- DIR; ${folder ?? 'nothing'} is no folder`)
    process.exit(2)
  }
  const files = new Map(filesBelow(folder).map((path) => [basename(path), path]))
  const rows: string[][] = []
  for (const [name, expected] of Object.entries(expectations)) {
    const path = files.get(name)
    const found = path === undefined ? 'not in the folder' : await foundIn(path)
    rows.push([name, expected, found, path === undefined ? '-' : found === expected ? 'yes' : 'NO'])
  }
  console.log(
    renderTable(table(['FILE', 'EXPECTED', 'FOUND', 'AS EXPECTED'], rows), {
      width: undefined,
      hasColour: false,
    }),
  )
  stopPooledChildren()
  process.exitCode = rows.some((row) => row.at(-1) === 'NO') ? 1 : 0
}

async function foundIn(path: string): Promise<string> {
  const { limits } = localCheck()
  const { mime } = await detectType(path)
  const facts = await disclosureIn({ path, limits, signal: new AbortController().signal }, mime)
  const { state = 'none', problem = '' } = facts?.credentials ?? {}
  return `${state} ${problem}`.trim()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('manifests'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
