import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, fail, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))
const timecode = { start: '09:59:50:00', isDropFrame: false, others: [], hasJumps: false }
const dropFrame = { ...timecode, start: '00:59:53;00', isDropFrame: true }
const ntsc = { isVariable: false, nominal: 30_000 / 1001, measured: 29.97 }

describeCheck('video/timecode', [
  pass('any start where none is set', { timecode }),
  pass('the expected start', { timecode }, { settings: { start: '09:59:50:00' } }),
  fail(
    'another start',
    { timecode },
    { settings: { start: '10:00:00:00' }, saying: 'starts at 09:59:50:00' },
  ),
  pass('drop-frame at 29.97 fps', { timecode: dropFrame, frameRate: ntsc }),
  fail('drop-frame at 25 fps', { timecode: dropFrame }, { saying: '25 fps' }),
  warn('two timecodes', { timecode: { ...timecode, others: ['00:00:00:00'] } }, { saying: 'two timecodes' }),
  warn('a jump', { timecode: { ...timecode, hasJumps: true } }, { saying: 'jumps' }),
  notApplicable('none', {}),
  warn('none where one is wanted', {}, { settings: { isWanted: true } }),
])
