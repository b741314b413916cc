import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))
const rate = (changes: Partial<VideoFacts['frameRate']>) => ({
  frameRate: { ...videoFacts().frameRate, ...changes },
})

describeCheck('video/frame-rate', [
  pass('25', {}),
  pass('29.97 from rounded time stamps', rate({ measured: 29.9848, nominal: 30000 / 1001 })),
  pass('the same without a declared rate', rate({ measured: 29.9848, nominal: undefined })),
  fail('24 where 23.976 is accepted', rate({ measured: 24, nominal: 24 }), {
    settings: { ratesPerSecond: [23.976, 29.97, 59.94] },
    saying: '24 fps',
  }),
  fail('24 declared as 23.976', rate({ measured: 24, nominal: 24000 / 1001 }), {
    settings: { ratesPerSecond: [23.976] },
  }),
  pass('24000/1001 where 23.976 is accepted', rate({ measured: 24000 / 1001, nominal: 24000 / 1001 }), {
    settings: { ratesPerSecond: [23.976] },
  }),
  fail('15', rate({ measured: 15 }), { saying: '15 fps' }),
  fail('24.1 where 24 is accepted', rate({ measured: 24.1 }), {
    settings: { ratesPerSecond: [24] },
  }),
  fail('variable', rate({ isVariable: true, shortestStepSeconds: 0.02, longestStepSeconds: 0.1 }), {
    saying: 'varies',
  }),
  pass('variable where that is accepted', rate({ isVariable: true }), { settings: { mayVary: true } }),
  notApplicable('a single frame', rate({ measured: undefined })),
])
