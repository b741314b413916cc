import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const colour = (changes: Partial<VideoFacts['colour']>) => ({
  colour: { ...videoFacts().colour, ...changes },
})
const untagged = colour({ space: undefined, transfer: undefined, primaries: undefined })

describeCheck('video/colour-tags', [
  pass('Rec. 709', {}),
  pass('untagged', untagged),
  warn('untagged where tags are a must', untagged, {
    settings: { mustBeTagged: true },
    saying: 'primaries, transfer, matrix',
  }),
  fail('Rec. 2020 primaries', colour({ primaries: 'bt2020' }), { saying: 'bt2020' }),
  fail('HDR', colour({ dynamicRange: 'hlg' }), { saying: 'HLG' }),
  pass('HDR where it is accepted', colour({ dynamicRange: 'hdr10', primaries: 'bt2020' }), {
    settings: { mayBeHdr: true },
  }),
])
