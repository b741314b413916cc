import type { Span, VideoFacts } from '../../../quality-control/facts/video'
import { frameOfTimecode } from '../../../quality-control/programme/frame-of-timecode'
import { withinProgramme } from '../../../quality-control/programme/within-programme'
import { fileFacts } from '../../support/facts'
import { audioFacts, videoFacts } from '../../support/media-facts'

const layout = { startTimecode: '10:00:00:00', slateSeconds: 7, blackSeconds: 3, holdSeconds: [0, 5] }
const duration = { id: 'video/duration', severity: 'major' as const, isRequired: false }
const checks = [{ ...duration, settings: { lengthsSeconds: [20, 30] } }]
const timecode = { start: '09:59:50:00', isDropFrame: false, others: [], hasJumps: false }

/** 7 s slate, 3 s black, 30 s programme, 5 s hold. */
function master(changes: Partial<VideoFacts> = {}) {
  const whole = { durationSeconds: 45, decodedFrames: 1125, stillFromSeconds: 39.96 }
  return videoFacts({ ...whole, black: [{ start: 7, end: 10 }], cuts: [7, 10, 20], timecode, ...changes })
}
const programmeOf = (video: VideoFacts) => withinProgramme({ video }, { programme: layout, checks }).programme

describe('the programme of a master', () => {
  it('is the whole file where the profile has no layout', () => {
    const facts = { video: master() }
    expect(withinProgramme(facts, { checks })).toBe(facts)
  })

  it.each<[string, Partial<VideoFacts>, [number, number]]>([
    ['lies between the black and the hold', {}, [10, 40]],
    ['lies there without a timecode', { timecode: undefined }, [10, 40]],
    ['ends with the file without a hold', { stillFromSeconds: 44.96 }, [10, 45]],
    [
      'begins where the picture begins, one frame late',
      { black: [{ start: 7, end: 10.04 }], cuts: [10.04] },
      [10.04, 40],
    ],
    ['may fade in from black', { black: [{ start: 7, end: 10.08 }], cuts: [] }, [10, 40]],
    [
      'comes after bars that the timecode counts',
      {
        ...{ durationSeconds: 75, decodedFrames: 1875, stillFromSeconds: 69.96, cuts: [40] },
        ...{ black: [{ start: 37, end: 40 }], timecode: { ...timecode, start: '09:59:20:00' } },
      },
      [40, 70],
    ],
    [
      'may end with a still of its own',
      { durationSeconds: 40, decodedFrames: 1000, stillFromSeconds: 32 },
      [10, 40],
    ],
    ['is the whole file without a lead', { black: [], cuts: [] }, [0, 40]],
  ])('%s', (_, changes, [start, end]) => {
    expect(programmeOf(master(changes))).toMatchObject({ start, end })
  })

  it.each([
    ['ABC_ABCD001_030.mxf', 40],
    ['ABC_ABCD001_025.mxf', 35],
  ])('of %s with a still at its end ends at %d s: the name states its length', (name, end) => {
    const video = master({ durationSeconds: 40, decodedFrames: 1000, stillFromSeconds: 32 })
    const lengths = [{ ...duration, settings: { lengthsSeconds: [25, 30] } }]
    const facts = withinProgramme(
      { video, file: fileFacts({ name }) },
      { programme: layout, checks: lengths },
    )
    expect(facts.programme?.end).toBe(end)
  })

  it('has audio before it on the slate or in the black, not on the bars', () => {
    const bars = { durationSeconds: 75, decodedFrames: 1875, stillFromSeconds: 69.96, cuts: [40] }
    const lead = { black: [{ start: 37, end: 40 }], timecode: { ...timecode, start: '09:59:20:00' } }
    const before = (silences: Span[]) => {
      const facts = { video: master({ ...bars, ...lead }), audio: audioFacts({ silences }) }
      return withinProgramme(facts, { programme: layout, checks }).programme?.audioBefore
    }
    expect(before([{ start: 30, end: 40.2 }])).toEqual([])
    expect(before([{ start: 30, end: 37 }])).toEqual([{ start: 37, end: 40 }])
  })

  it('takes only what is inside it', () => {
    const video = master({
      black: [
        { start: 7, end: 10 },
        { start: 20, end: 20.04 },
      ],
      frozen: [
        { start: 0, end: 7 },
        { start: 38, end: 45 },
      ],
    })
    const words = [5, 12].map((atSeconds) => ({
      ...{ text: 'word', confidence: 90, page: 1, x: 0, y: 0, width: 0.1, height: 0.1, atSeconds },
    }))
    const facts = withinProgramme(
      { video, audio: audioFacts(), text: { source: 'ocr', words, wordsOmitted: 0, languages: [] } },
      { programme: layout, checks },
    )
    expect(facts.video).toMatchObject({
      ...{ startSeconds: 10, durationSeconds: 30, decodedFrames: 750, cuts: [10, 20] },
      ...{ black: [{ start: 20, end: 20.04 }], frozen: [{ start: 38, end: 40 }] },
    })
    expect(facts.text?.words.map(({ atSeconds }) => atSeconds)).toEqual([12])
  })

  it('is told apart from a file with another timecode', () => {
    const other = { ...timecode, start: '00:00:00:00' }
    expect(programmeOf(master({ timecode: other }))).toMatchObject({ start: 10, hasOtherTimecode: true })
  })
})

test.each([
  ['10:00:00:00', 25, 900_000],
  ['01:00:00;00', 30_000 / 1001, 107_892],
  ['00:01:00;02', 30_000 / 1001, 1800],
  ['01:00:00:00', 30_000 / 1001, 108_000],
  ['00:00:00:25', 25, undefined],
  ['10:00', 25, undefined],
])('%s at %d fps is frame %p', (text, rate, frame) => {
  expect(frameOfTimecode(text, rate)).toBe(frame)
})
