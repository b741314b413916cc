import { loudnessWithin } from '../../../quality-control/programme/loudness-within'
import { type ClipFolder, clipFolder, lavfi } from '../../support/make-clip'

let clips: ClipFolder
beforeAll(() => {
  clips = clipFolder()
})
afterAll(() => clips.remove())

/** A tone, silence, then 20 s of which the first half is 22 dB quieter: the relative gate leaves it out. */
const level = 'if(lt(t,20),0.02,0.25)'
const channel = (part: string) => `if(lt(t,5),0.12*sin(6283*t),if(lt(t,10),0,${level}*${part}))`
const channels = [channel('sin(2*PI*700*t)*(0.6+0.4*sin(5*t))'), channel('sin(2*PI*900*t)')]
const master = `aevalsrc='${channels.join('|')}':s=48000:d=35`

/** ffmpeg measures the part by itself; ours comes from the blocks of the whole file. */
test.each([
  [10, 30],
  [10.03, 25.5],
  [20.4, 24],
])('loudness from %d to %d s is that of the part cut out', async (start, end) => {
  const path = clips.make('whole.wav', [...lavfi(master), '-c:a', 'pcm_s24le'])
  const whole = (await clips.probe(path)).facts.audio
  const cut = ['-i', path, '-af', `atrim=${start}:${end},asetpts=PTS-STARTPTS`, '-c:a', 'pcm_s24le']
  const alone = (await clips.factsOf('part.wav', cut)).audio.loudness
  const part = loudnessWithin(whole?.blocks ?? fail(), { start, end })
  const difference = (one = 0, other = 0) => Math.abs(one - other)
  expect(difference(part.integratedLufs, alone.integratedLufs)).toBeLessThanOrEqual(0.1)
  expect(difference(part.maxMomentaryLufs, alone.maxMomentaryLufs)).toBeLessThanOrEqual(0.1)
  expect(difference(part.maxShortTermLufs, alone.maxShortTermLufs)).toBeLessThanOrEqual(0.1)
  expect(difference(part.truePeakDbtp, alone.truePeakDbtp)).toBeLessThanOrEqual(0.1)
  expect(difference(part.rangeLu, alone.rangeLu)).toBeLessThanOrEqual(0.3)
})

function fail(): never {
  throw new Error('the audio has no blocks')
}
