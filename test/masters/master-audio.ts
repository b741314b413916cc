import { baseOf, type Master, ratePerSecond } from './master'

export const sampleRateHz = 48_000
const silentFrames = 6

/** Interleaved 16-bit stereo: a tone on the bars, silence on slate and black, and the programme's mix. */
export function masterAudio(
  master: Master,
  { count, start, end }: { count: number; start: number; end: number },
) {
  const { fault, barsSeconds = 0 } = master
  const base = baseOf(master)
  const sampleOf = (frame: number) => Math.round((frame / ratePerSecond(master)) * sampleRateHz)
  const samples = new Int16Array(sampleOf(count) * 2)
  const bars = sampleOf(barsSeconds * base)
  for (let at = 0; at < bars; at++) samples.fill(tone(at), at * 2, at * 2 + 2)
  const from = sampleOf(start + (fault === 'audio at start' ? silentFrames - 1 : silentFrames))
  const to = sampleOf(end - silentFrames)
  const mix = mixer(fault === 'too loud' ? 2 : 0)
  const middle = start + Math.floor((end - start) / 2)
  const gap = fault === 'dropout' ? [sampleOf(middle), sampleOf(middle + 1)] : [0, 0]
  for (let at = from; at < to; at++) {
    const [left, right] = mix()
    if (at >= (gap[0] ?? 0) && at < (gap[1] ?? 0)) continue
    samples[at * 2] = left
    samples[at * 2 + 1] = fault === 'opposite channels' ? right * 0.05 - left * 0.95 : right
  }
  if (fault === 'audio in black') {
    const beep = sampleOf(start - 2 * base)
    for (let at = beep; at < beep + sampleRateHz / 5; at++) samples.fill(tone(at), at * 2, at * 2 + 2)
  }
  return Buffer.from(samples.buffer)
}

/** A 1 kHz line-up tone at -18 dBFS. */
const tone = (at: number) => Math.sin((at * 2 * Math.PI * 1000) / sampleRateHz) * 32_768 * 10 ** (-18 / 20)

/** Noise with a common middle, as a mix has. `louderBy` in LU. */
function mixer(louderBy: number): () => [number, number] {
  const gain = mixGain * 10 ** (louderBy / 20)
  const [next, smooth] = [random(), [0, 0, 0]]
  return () => {
    for (const [index, value] of smooth.entries()) smooth[index] = value * 0.8 + (next() - 0.5) * 0.2
    const [middle = 0, left = 0, right = 0] = smooth
    return [(middle + left * 0.7) * gain, (middle + right * 0.7) * gain]
  }
}

/** Measured: the mix is at -23.2 LUFS, between the targets of both profiles. */
const mixGain = 11_700

function random(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
