import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { stopPooledChildren } from '../../quality-control/probes/child-pool/child-pool'
import { localCheck } from '../support/local-check'
import { benchImage } from './image'
import { benchMemory } from './memory'
import type { Compared } from './pairs'
import { benchPdf } from './pdf'
import { benchVideo } from './video'

/** The figures to hold: see each bench for what is put over what. */
const wanted = { video: 1.5, image: 1.0, pdf: 1.2, memory: 1.1 }

void main()

/**
 * `npm run bench -- [--pairs 5] [--only video,image] [--json]`: ratios measured in one run on this machine.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '5' },
      only: { type: 'string', default: Object.keys(wanted).join(',') },
      json: { type: 'boolean', default: false },
    },
  })
  const [pairs, only] = [Number(values.pairs), values.only.split(',')]
  const folder = mkdtempSync(join(tmpdir(), 'qc-bench-'))
  const local = localCheck()
  const benches = {
    video: () => benchVideo(local, folder, pairs),
    image: () => benchImage(local, folder, pairs),
    pdf: () => benchPdf(local, folder, pairs),
    memory: () => benchMemory(folder),
  }
  const results: Record<string, { ratio: number }> = {}
  try {
    for (const [name, bench] of Object.entries(benches).filter(([name]) => only.includes(name))) {
      const figures = await bench()
      results[name] = figures
      if (!values.json) console.log(lineOf(name, figures))
    }
    if (values.json) console.log(JSON.stringify(results, undefined, 2))
  } finally {
    stopPooledChildren()
    rmSync(folder, { recursive: true, force: true })
  }
}

function lineOf(
  name: string,
  figures: Compared | { ratio: number; smallPeakBytes: number; largePeakBytes: number },
): string {
  const limit = Object.entries(wanted).find(([key]) => key === name)?.[1]
  const head = `${name.padEnd(7)} ratio ${figures.ratio.toFixed(2)} (wanted: at most ${limit})`
  if ('smallPeakBytes' in figures)
    return [
      `${head}; worker's peak ${mebibytes(figures.largePeakBytes)} with 2 GB`,
      `${mebibytes(figures.smallPeakBytes)} with 10 MB`,
    ].join(', ')
  const { span, cpuSeconds, baselineCpuSeconds, wallRatio, pairs } = figures
  return [
    head,
    `pairs ${pairs}, ${span[0].toFixed(2)} to ${span[1].toFixed(2)}`,
    `CPU ${cpuSeconds.toFixed(2)} s over ${baselineCpuSeconds.toFixed(2)} s`,
    `wall ratio ${wallRatio.toFixed(2)}`,
  ].join('; ')
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`
}
