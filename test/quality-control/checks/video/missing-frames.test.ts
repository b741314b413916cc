import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const rate = (changes: Partial<VideoFacts['frameRate']>) => ({
  frameRate: { ...videoFacts().frameRate, ...changes },
})

describeCheck('video/missing-frames', [
  pass('steady', {}),
  pass('one frame late', rate({ longestStepSeconds: 0.08 })),
  warn('three frames missing', rate({ longestStepSeconds: 0.16 }), { saying: 'No new frame' }),
  pass('variable, which is another check', rate({ isVariable: true, longestStepSeconds: 1 })),
])
