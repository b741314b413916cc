import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))

describeCheck('video/letterbox', [
  pass('none', {}),
  pass('one line', { bars: { top: 0.001, right: 0, bottom: 0, left: 0 } }),
  warn(
    '2.39:1 in 16:9',
    { bars: { top: 0.128, right: 0, bottom: 0.128, left: 0 } },
    { saying: '138 and 138 px at the top and bottom' },
  ),
  warn(
    '4:3 in 16:9',
    { bars: { top: 0, right: 0.125, bottom: 0, left: 0.125 } },
    { saying: '240 and 240 px on the left and right' },
  ),
  warn(
    'two shots of another aspect ratio',
    { barredShots: [{ start: 4, end: 9.2, bars: { top: 0.12, right: 0, bottom: 0.12, left: 0 } }] },
    { saying: '130 and 130 px at the top and bottom from 0:04.000 to 0:09.200' },
  ),
  pass(
    'the blanking of standard definition, for television',
    { codedWidth: 720, codedHeight: 576, bars: { top: 0, right: 8 / 720, bottom: 0, left: 10 / 720 } },
    { settings: { mayHaveBlanking: true } },
  ),
  warn('the same for a player that shows it', {
    ...{ codedWidth: 720, codedHeight: 576, bars: { top: 0, right: 8 / 720, bottom: 0, left: 10 / 720 } },
  }),
  warn(
    'more than the blanking of standard definition',
    { codedWidth: 720, codedHeight: 576, bars: { top: 0, right: 16 / 720, bottom: 0, left: 10 / 720 } },
    { settings: { mayHaveBlanking: true }, saying: 'on the left and right' },
  ),
])
