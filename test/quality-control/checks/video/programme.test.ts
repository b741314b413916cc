import type { ProgrammeWindow } from '../../../../quality-control/facts/programme'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { programmeWindow } from '../../../support/media-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<ProgrammeWindow>) => ({
  programme: programmeWindow(changes),
}))
const lead = programmeWindow().lead

describeCheck('video/programme', [
  pass('7 s slate, 3 s black, start at 10:00:00:00, 5 s hold', {}),
  fail('one frame late', { start: 10.04 }, { saying: 'starts 1 frame late' }),
  fail('three frames early', { start: 9.88 }, { saying: 'starts 3 frames early' }),
  fail('no slate', { lead: undefined, start: 0 }, { saying: 'no slate with black' }),
  warn(
    'a short slate',
    { lead: lead && { ...lead, slate: { start: 2, end: 7 } } },
    { saying: 'slate before the programme lasts only 5 s' },
  ),
  warn(
    'short black',
    { lead: lead && { ...lead, black: { start: 8, end: 10 } } },
    { saying: 'black before the programme lasts only 2 s' },
  ),
  fail('no hold where one is wanted', {
    layout: { ...programmeWindow().layout, holdSeconds: [5] },
    holdSeconds: 0,
  }),
  warn('another timecode', { hasOtherTimecode: true }, { saying: 'does not fit' }),
  warn('a beep before the programme', { audioBefore: [{ start: 8, end: 8.2 }] }, { saying: 'for 0.2 s' }),
  pass(
    'a beep where it is accepted',
    { audioBefore: [{ start: 8, end: 8.2 }] },
    { settings: { mustLeadBeSilent: false } },
  ),
])
