import { describeCheck, rowsOf } from '../../../support/check-table'
import { fileFacts } from '../../../support/facts'
import { programmeWindow } from '../../../support/media-facts'

interface Slate {
  name?: string
  /** Lines of the two readings. */
  readings: string[][]
  end?: number
}

const { pass, warn, fail } = rowsOf(({ name = 'ABC_ABCD001_030.mxf', readings, end = 40 }: Slate) => ({
  file: fileFacts({ name }),
  programme: programmeWindow({ end }),
  slate: { readings: readings.map((lines, index) => ({ atSeconds: 4 + index, lines })) },
}))
const good = ['CLOCK NUMBER: ABC/ABCD001/030', 'TITLE: SUMMER', 'DURATION: 30 SEC']
const withNumber = (number: string) => [`CLOCK NUMBER: ${number}`, 'DURATION: 30 SEC']

describeCheck('video/slate-text', [
  pass('the number of the file name', { readings: [good, good] }),
  pass('read with an O for a 0', {
    readings: [withNumber('ABC/ABCDOO1/O3O'), withNumber('ABC/ABCDO01/030')],
  }),
  pass('read with one character twice', { readings: [withNumber('ABC/ABCDO001/030')] }),
  pass('in one of two readings', { readings: [withNumber('ABC/A8'), good] }),
  pass('an Ad-ID', { name: 'ZYWX9876000H.mov', readings: [['Ad-ID ZYWX9876000H', ':30']] }),
  pass('a file name with the title beside the number', {
    name: 'Summer_ABC_ABCD001_030.mxf',
    readings: [good, good],
  }),
  warn(
    'the title of another spot in the file name',
    { name: 'Winter_ABC_ABCD001_030.mxf', readings: [good, good] },
    { saying: 'The title on the slate is "SUMMER", but the file is named Winter_ABC_ABCD001_030.' },
  ),
  fail(
    'another number',
    { readings: [withNumber('ABC/ABCD002/030'), withNumber('ABC/ABCD002/030')] },
    { saying: 'ABC/ABCD002/030' },
  ),
  warn('another number in only one reading', { readings: [withNumber('ABC/ABCD002/030'), ['DURATION: 30']] }),
  fail(
    'another duration',
    { readings: [good, good], end: 30 },
    { saying: 'says 30 s, but the programme lasts 20 s' },
  ),
  fail('a duration that differs by a frame', { readings: [good, good], end: 40.04 }, { saying: '30.04 s' }),
  pass('a duration as timecode', { readings: [['ABC/ABCD001/030', 'TRT 00:00:30:00']] }),
  warn('nothing to read', { readings: [[], []] }, { saying: 'No text could be read' }),
])
