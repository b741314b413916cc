import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { composeMeasurement } from '../../../../quality-control/probes/video/compose-measurement'
import type { AudioPlan, VideoPlan } from '../../../../quality-control/probes/video/measurement-plan'
import { missingFilters } from '../../../../quality-control/probes/video/missing-filters'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-filters-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the ffmpeg of this machine has every filter', async () => {
  await expect(missingFilters(process.env.PATH ?? '')).resolves.toEqual([])
})

test('an ffmpeg without filters lacks exactly those of the measurement', async () => {
  const tool = join(folder, 'ffmpeg')
  writeFileSync(tool, '#!/bin/sh\necho " T.. = Timeline support"\n')
  chmodSync(tool, 0o755)
  const used = [0, 90, 180].flatMap((degrees) => [1, 2, 9].flatMap((channels) => graphOf(degrees, channels)))
  const missing = await missingFilters(`${folder}:/usr/bin:/bin`)
  expect([...missing].sort()).toEqual([...new Set(used.flatMap(namesIn))].sort())
})

/** With everything that can be asked for. */
function graphOf(rotationDegrees: number, channels: number): string {
  const size = { width: 320, height: 180 }
  const stream = { index: 0, rotationDegrees } as VideoPlan['stream']
  const video: VideoPlan = {
    ...{ stream, isUpright: false, small: size, thumbnail: size, black: size, edgePixels: 2 },
    ...{ reading: { ...size, everySeconds: 1 }, slate: size },
    ...{ supers: { frame: size, edges: size, everySeconds: 1 } },
    ...{ thumbnailEverySeconds: 1, sharpnessEverySeconds: 1, scanEverySeconds: 9, scanForSeconds: 1 },
  }
  const streams = Array.from({ length: channels === 9 ? 2 : 1 }, () => stream)
  const audio = { streams, channels, layout: 'unknown', sampleRateHz: 48_000, isReduced: false } as AudioPlan
  const words = composeMeasurement({
    ...{ path: '/a.mp4', demuxers: [], plan: { video, audio }, maxPixels: 1, scratchDir: '/' },
  })
  return words[words.indexOf('-filter_complex') + 1] ?? ''
}

function namesIn(graph: string): string[] {
  const plain = graph.replaceAll(/'[^']*'/g, '').replaceAll(/\[[^\]]*\]/g, '')
  return plain.split(/[;,]/).map((filter) => /^\w+/.exec(filter)?.[0] ?? filter)
}
