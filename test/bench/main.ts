import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { benchFairness } from './durability/fairness'
import type { Figures } from './durability/figures'
import { benchGrowth } from './durability/growth'
import { benchRuns } from './durability/runs'
import { benchStarts } from './durability/starts'
import { benchUpload } from './durability/upload'
import { stopPooledChildren } from '../../quality-control/probes/child-pool/child-pool'
import { localCheck } from '../support/local-check'
import { benchFolder, benchImage, benchPhoto } from './image'
import { benchMemory, type MemoryFigures } from './memory'
import type { Compared } from './pairs'
import { benchBrochure, benchPdf } from './pdf'
import { benchUhd, benchVideo, benchVideoText } from './video'

/** The figures to reach: see each bench for what is put over what. */
const wanted: Record<string, string> = {
  video: 'at most 1.15, wall ratio at most 1.2',
  'video-text': 'at most 1.35',
  uhd: 'at most 1.35',
  image: 'at most 0.8',
  photo: 'at most 2',
  folder: 'at least 1.8',
  pdf: 'at most 0.6',
  brochure: 'at most 0.6 without text',
  memory: 'at most 1.1',
  starts: 'at least 0.9, p99Ratio at most 1.5',
  upload: 'at most 1.5',
  fairness: 'at most 3',
  runs: '0.8 to 1.2',
  growth: 'at most 1.1',
}

void main()

/**
 * `npm run bench -- [--pairs 5] [--only video,starts] [--uploads 200] [--runs 1000] [--json]`: ratios
 * measured in one run on this machine. Full sizes: `--uploads 1000 --runs 10000`; for growth 3000 uploads.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pairs: { type: 'string', default: '5' },
      only: { type: 'string', default: Object.keys(wanted).join(',') },
      uploads: { type: 'string', default: '200' },
      runs: { type: 'string', default: '1000' },
      json: { type: 'boolean', default: false },
    },
  })
  const [pairs, only] = [Number(values.pairs), values.only.split(',')]
  const [uploads, runs] = [Number(values.uploads), Number(values.runs)]
  const folder = mkdtempSync(join(tmpdir(), 'qc-bench-'))
  const local = localCheck()
  const benches = {
    video: () => benchVideo(local, folder, pairs),
    'video-text': () => benchVideoText(local, folder, pairs),
    uhd: () => benchUhd(local, folder, pairs),
    image: () => benchImage(local, folder, pairs),
    photo: () => benchPhoto(local, folder, pairs),
    folder: () => benchFolder(local, folder),
    pdf: () => benchPdf(local, folder, pairs),
    brochure: () => benchBrochure(local, folder, pairs),
    memory: () => benchMemory(folder),
    starts: () => benchStarts(folder, pairs),
    upload: () => benchUpload(folder, pairs),
    fairness: () => benchFairness(folder, uploads),
    runs: () => benchRuns(folder, runs),
    growth: () => benchGrowth(folder, uploads),
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

function lineOf(name: string, figures: Compared | Figures | MemoryFigures): string {
  const head = `${name.padEnd(10)} ratio ${figures.ratio.toFixed(2)} (wanted: ${wanted[name]})`
  if ('notes' in figures) {
    const notes = Object.entries(figures.notes).map(([note, value]) => `${note} ${shortened(value)}`)
    return `${head}; ${notes.join(', ')}`
  }
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

function shortened(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 0)
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`
}
