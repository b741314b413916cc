import { readBanner } from '../banner/read-banner'
import { renderBanner } from '../banner/render-banner'
import { accidentOf } from '../host-accident'
import { disclose } from '../disclosure/disclose'
import { cutDetails } from '../image/cut-details'
import { writePrintSheet } from '../image/write-print-sheet'
import { measureImage } from '../image/measure-image'
import { cropWords } from '../text/crop-words'
import { unknownEnglishWords } from '../text/english-words'
import { findLanguages } from '../text/find-languages'
import { readCodes } from '../text/read-codes'
import { cropRegions } from '../video/supers/crop-regions'
import { measureLines } from '../video/supers/measure-lines'
import type { JobKind, Jobs, Reply, Request } from './jobs'

/**
 * Entry point of the warm child that opens images: one job at a time over the channel, until the parent
 * disconnects.
 */

const workers: { [K in JobKind]: (job: Jobs[K]['job']) => Promise<Jobs[K]['answer']> } = {
  image: measureImage,
  codes: readCodes,
  disclosure: disclose,
  spelling: unknownEnglishWords,
  languages: findLanguages,
  crops: cropWords,
  details: cutDetails,
  printSheet: writePrintSheet,
  regions: cropRegions,
  lines: measureLines,
  banner: readBanner,
  rendering: renderBanner,
}

process.on('message', (request: Request) => {
  void work(request).then((reply) => process.send?.(reply))
})
// At once, even in the middle of a job: nobody waits for its answer any more.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

async function work<K extends JobKind>({ kind, job }: Request<K>): Promise<Reply<K>> {
  try {
    return { answer: await workers[kind](job) }
  } catch (error) {
    const accident = accidentOf(error)
    if (accident !== undefined) return { accident: accident.message }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
