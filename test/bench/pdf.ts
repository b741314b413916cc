import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runTool } from '../../quality-control/probes/run-tool'
import { goodPrintAd } from '../../sandbox/samples/write-pdf'
import type { LocalCheck } from '../support/local-check'
import { withoutCopy } from './bench-profile'
import type { Compared } from './pairs'
import { compare } from './pairs'

/** A one-page print ad without OCR, over the sum of the tools that must be called for it. */
export function benchPdf(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const path = join(folder, 'ad.pdf')
  writeFileSync(path, goodPrintAd())
  const profile = local.profiles.get('print_ad')
  if (profile === undefined) throw new Error('print_ad is not shipped any more')
  const options = {
    signal: new AbortController().signal,
    timeoutMs: 60_000,
    searchPath: local.limits.searchPath,
    cwd: folder,
  }
  return compare(
    pairs,
    () => local.check(path, withoutCopy(profile)),
    async () => {
      for (const [command, ...args] of toolsFor(path)) await runTool(command, args, options)
    },
  )
}

/** What checks.md's table needs from poppler and qpdf: each once. */
function toolsFor(path: string): [string, ...string[]][] {
  return [
    ['pdfinfo', '-box', '-f', '1', '-l', '1', path],
    ['pdffonts', path],
    ['pdfimages', '-list', path],
    ['qpdf', '--check', path],
    ['qpdf', '--json=2', path],
    ['qpdf', '--qdf', '--object-streams=disable', path, '-'],
    ['pdftoppm', '-jpegcmyk', '-r', '72', path, 'ink'],
    ['pdftoppm', '-jpeg', '-r', '100', path, 'preview'],
    ['pdftotext', '-bbox-layout', path, '-'],
  ]
}
