import { type ClipFolder, clipFolder, h264, lavfi } from '../../../support/make-clip'

let clips: ClipFolder
beforeAll(() => {
  clips = clipFolder()
})
afterAll(() => clips.remove())

const amplitude = (dbfs: number) => (10 ** (dbfs / 20)).toFixed(9)
const pcm = ['-c:a', 'pcm_s24le']
const audioOf = async (name: string, args: string[]) => (await clips.factsOf(name, args)).audio

/**
 * A stereo sine; levels in dBFS with the second up to which each holds, as the signals of EBU Tech 3341 are
 * described.
 */
function steps(levels: [dbfs: number, seconds: number][], { hertz = 1000, rate = 48_000 } = {}): string {
  let end = 0
  const level = levels.reduceRight((rest, [dbfs], index) => {
    const until = levels.slice(0, index + 1).reduce((sum, [, seconds]) => sum + seconds, 0)
    end = Math.max(end, until)
    return rest === '' ? amplitude(dbfs) : `if(lt(t,${until}),${amplitude(dbfs)},${rest})`
  }, '')
  return `aevalsrc='${level}*sin(2*PI*${hertz}*t)':s=${rate}:c=mono:d=${end},pan=stereo|c0=c0|c1=c0`
}

describe('loudness, in the manner of EBU Tech 3341: within 0.1 LU', () => {
  test.each([
    { name: '1: -23 dBFS', levels: [[-23, 5]] as [number, number][], lufs: -23 },
    { name: '2: -33 dBFS', levels: [[-33, 5]] as [number, number][], lufs: -33 },
    {
      name: '3: quiet passages fall below the relative gate',
      levels: [
        [-36, 5],
        [-23, 20],
        [-36, 5],
      ] as [number, number][],
      lufs: -23,
    },
    {
      name: '4: and below the absolute one',
      levels: [
        [-72, 5],
        [-36, 5],
        [-23, 20],
        [-36, 5],
        [-72, 5],
      ] as [number, number][],
      lufs: -23,
    },
    {
      name: '5: around the mean',
      levels: [
        [-26, 10],
        [-20, 10.05],
        [-26, 10],
      ] as [number, number][],
      lufs: -23,
    },
  ])('$name', async ({ name, levels, lufs }) => {
    const { loudness } = await audioOf(`${name.slice(0, 1)}.wav`, [...lavfi(steps(levels)), ...pcm])
    expect(Math.abs((loudness.integratedLufs ?? 0) - lufs)).toBeLessThanOrEqual(0.1)
  })

  test('6: five channels, each with its weight', async () => {
    const waves = [-28, -28, -24, -30, -30].map((dbfs) => `${amplitude(dbfs)}*sin(2*PI*1000*t)`).join('|')
    const { loudness, programme } = await audioOf('6.wav', [
      ...lavfi(`aevalsrc='${waves}':s=48000:c=5.0:d=5`),
      ...pcm,
    ])
    expect(programme).toMatchObject({ channels: 5, layout: '5.0' })
    expect(Math.abs((loudness.integratedLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
  })

  test('at 44.1 kHz, and mono, which two loudspeakers play as loud as the same on two channels', async () => {
    const low = await audioOf('44100.wav', [...lavfi(steps([[-23, 10]], { rate: 44_100 })), ...pcm])
    const mono = await audioOf('mono.wav', [...lavfi(steps([[-23, 10]])), '-af', 'pan=mono|c0=c0', ...pcm])
    expect(Math.abs((low.loudness.integratedLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
    expect(Math.abs((mono.loudness.integratedLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
    expect(Math.abs((mono.loudness.maxShortTermLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
  })

  test('a steady tone is as loud in every window, and a burst shows in the short ones', async () => {
    const steady = await audioOf('steady.wav', [...lavfi(steps([[-23, 10]])), ...pcm])
    expect(Math.abs((steady.loudness.maxMomentaryLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
    expect(Math.abs((steady.loudness.maxShortTermLufs ?? 0) + 23)).toBeLessThanOrEqual(0.1)
    // 0.4 s fill a momentary window and 4/30 of a short-term one.
    const burst = await audioOf('burst.wav', [
      ...lavfi(
        steps([
          [-100, 5],
          [-20, 0.4],
          [-100, 5],
        ]),
      ),
      ...pcm,
    ])
    expect(Math.abs((burst.loudness.maxMomentaryLufs ?? 0) + 20)).toBeLessThanOrEqual(0.1)
    expect(
      Math.abs((burst.loudness.maxShortTermLufs ?? 0) - (-20 + 10 * Math.log10(0.4 / 3))),
    ).toBeLessThanOrEqual(0.1)
  })

  test.each([
    {
      name: 'a',
      levels: [
        [-20, 12],
        [-30, 12],
      ] as [number, number][],
      lu: 10,
    },
    {
      name: 'b',
      levels: [
        [-20, 12],
        [-15, 12],
      ] as [number, number][],
      lu: 5,
    },
    {
      name: 'c',
      levels: [
        [-40, 12],
        [-20, 12],
      ] as [number, number][],
      lu: 20,
    },
  ])('the range of Tech 3342, signal $name, within 1 LU', async ({ name, levels, lu }) => {
    const { loudness } = await audioOf(`range-${name}.wav`, [...lavfi(steps(levels)), ...pcm])
    expect(Math.abs((loudness.rangeLu ?? 0) - lu)).toBeLessThanOrEqual(1)
  })
})

describe('true peak, in the manner of EBU Tech 3341: +0.2/-0.4 dB', () => {
  test.each([
    { name: 'fs/4, 0°', hertz: 12_000, degrees: 0, dbfs: -6 },
    { name: 'fs/4, 45°: no sample meets the peak', hertz: 12_000, degrees: 45, dbfs: -6 },
    { name: 'fs/6, 60°', hertz: 8000, degrees: 60, dbfs: -6 },
    { name: 'fs/8, 67.5°', hertz: 6000, degrees: 67.5, dbfs: -6 },
    { name: 'fs/4, 45°, above full scale', hertz: 12_000, degrees: 45, dbfs: 3 },
  ])('$name', async ({ hertz, degrees, dbfs }) => {
    const wave = `${amplitude(dbfs)}*sin(2*PI*${hertz}*t+${(degrees * Math.PI) / 180})`
    // Fades, or the sudden start would ring higher than the tone.
    const { loudness } = await audioOf(`peak-${hertz}-${degrees}-${dbfs}.wav`, [
      ...lavfi(`aevalsrc='${wave}|${wave}':s=48000:d=2`),
      '-af',
      'afade=d=0.7,afade=out:st=1.3:d=0.7',
      '-c:a',
      'pcm_f32le',
    ])
    expect((loudness.truePeakDbtp ?? 0) - dbfs).toBeLessThanOrEqual(0.2)
    expect((loudness.truePeakDbtp ?? 0) - dbfs).toBeGreaterThanOrEqual(-0.4)
  })

  test.each([
    { name: 'only in the last 50 ms', from: 1.01, to: 1.03, seconds: 1.05 },
    { name: 'in a clip shorter than one block', from: 0.02, to: 0.04, seconds: 0.06 },
    { name: 'in the very first samples', from: 0, to: 0.001, seconds: 0.5 },
    { name: 'in the very last samples', from: 0.95, to: 1, seconds: 0.95 + 4 / 48_000 },
  ])('a peak $name is measured', async ({ name, from, to, seconds }) => {
    const wave = `0.7*between(t,${from},${to})*cos(2*PI*12000*(t-${from}))`
    const { loudness, curve, programme } = await audioOf(`${name.replaceAll(' ', '-')}.wav`, [
      ...lavfi(`aevalsrc='${wave}|${wave}':s=48000:d=${seconds}`),
      ...pcm,
    ])
    expect(loudness.truePeakDbtp).toBeGreaterThan(-3.6)
    expect(curve.shortTermLufs).toHaveLength(Math.floor(programme.durationSeconds * 10))
  })

  test('each channel has its own', async () => {
    const { channels } = await audioOf('channels.wav', [
      ...lavfi(`aevalsrc='0.5*sin(2*PI*997*t)|0.25*sin(2*PI*997*t)':s=48000:d=2`),
      ...pcm,
    ])
    expect(channels.map(({ name }) => name)).toEqual(['L', 'R'])
    expect(channels[0]?.truePeakDbtp).toBeCloseTo(-6.02, 0)
    expect(channels[1]?.truePeakDbtp).toBeCloseTo(-12.04, 0)
    expect(channels[0]?.peakDbfs).toBeCloseTo(-6.02, 1)
  })
})

describe('audio faults', () => {
  test('silences are found to the sample, also at both ends', async () => {
    const gated = `aevalsrc='if(lt(t,0.5)+between(t,2,3.25)+gt(t,5),0,0.3*sin(2*PI*440*t))':s=48000:d=6`
    const { silences } = await audioOf('silences.wav', [...lavfi(gated), ...pcm])
    const expected = [
      [0, 0.5],
      [2, 3.25],
      [5, 6],
    ]
    expect(silences).toHaveLength(3)
    for (const [index, [start = 0, end = 0]] of expected.entries()) {
      expect(Math.abs((silences[index]?.start ?? -1) - start)).toBeLessThan(0.002)
      expect(Math.abs((silences[index]?.end ?? -1) - end)).toBeLessThan(0.002)
    }
  })

  test('silence is found behind a DC offset', async () => {
    const wave = '0.05+if(between(t,1,2),0.3*sin(2*PI*440*t),0)'
    const { silences, channels } = await audioOf('offset.wav', [
      ...lavfi(`aevalsrc='${wave}|0.05':s=48000:d=4`),
      ...pcm,
    ])
    expect(silences.map(({ start, end }) => [start, end].map((time) => Math.round(time * 10) / 10))).toEqual([
      [0, 1],
      [2, 4],
    ])
    expect(channels[1]?.peakDbfs ?? -100).toBeLessThan(-60)
  })

  test('clipping is found at its time, also in a lossy codec', async () => {
    const clipped = `aevalsrc='clip(if(between(t,2,2.5),3,0.5)*sin(2*PI*440*t),-1,1)':s=48000:d=4`
    const whole = await audioOf('clipped.wav', [...lavfi(clipped), '-c:a', 'pcm_s16le'])
    expect(whole.clipping).toHaveLength(1)
    expect(whole.clipping[0]?.start).toBeCloseTo(2, 2)
    expect(whole.clipping[0]?.end).toBeCloseTo(2.5, 2)
    const lossy = await audioOf('clipped.mp3', [...lavfi(clipped), '-c:a', 'libmp3lame', '-b:a', '256k'])
    expect(lossy.clipping).toHaveLength(1)
    const clean = await audioOf('clean.wav', [
      ...lavfi(`aevalsrc='0.999*sin(2*PI*440*t)':s=48000:d=2`),
      '-c:a',
      'pcm_s16le',
    ])
    expect(clean.clipping).toEqual([])
  })

  test('channels that cancel out, that are the same, and that are dead', async () => {
    const wave = '0.3*sin(2*PI*440*t)'
    const opposed = await audioOf('opposed.wav', [
      ...lavfi(`aevalsrc='${wave}|if(lt(t,2),0.2*sin(2*PI*300*t),-${wave})':s=48000:d=5`),
      ...pcm,
    ])
    expect(opposed.stereo?.outOfPhase).toHaveLength(1)
    expect(Math.abs((opposed.stereo?.outOfPhase[0]?.start ?? 0) - 2)).toBeLessThan(0.1)
    expect(opposed.stereo?.mono).toEqual([])
    const same = await audioOf('same.wav', [...lavfi(`aevalsrc='${wave}|${wave}':s=48000:d=3`), ...pcm])
    expect(same.stereo?.mono).toEqual([{ start: 0, end: 3 }])
    const dead = await audioOf('dead.wav', [...lavfi(`aevalsrc='${wave}|0':s=48000:d=2`), ...pcm])
    expect(dead.channels[1]).toEqual({
      name: 'R',
      peakDbfs: undefined,
      rmsDbfs: undefined,
      truePeakDbtp: undefined,
    })
    expect(dead.stereo?.mono).toEqual([])
  })

  test('digital silence has neither loudness nor peak; very short audio has no loudness', async () => {
    const silent = await audioOf('silent.wav', [...lavfi('anullsrc=r=48000:cl=stereo:d=2'), ...pcm])
    expect(silent.loudness).toEqual({ notMeasurable: 'nothing is louder than -70 LUFS' })
    expect(silent.silences).toEqual([{ start: 0, end: 2 }])
    const short = await audioOf('short.wav', [...lavfi('sine=d=0.3:r=48000'), ...pcm])
    expect(short.loudness.notMeasurable).toBe('shorter than one block of 400 ms')
    expect(short.loudness.integratedLufs).toBeUndefined()
  })
})

describe('layouts and streams', () => {
  test('a Wave64 file has the same facts as the WAV file', async () => {
    const [wave64, wave] = [
      await audioOf('twin.w64', [...lavfi(steps([[-23, 1]])), ...pcm]),
      await audioOf('twin.wav', [...lavfi(steps([[-23, 1]])), ...pcm]),
    ]
    expect(wave64).toEqual(wave)
  })

  test('5.1 keeps its six channels apart', async () => {
    const waves = [1, 2, 3, 0, 5, 6].map((step) => `${step / 20}*sin(2*PI*500*t)`).join('|')
    const args = [
      ...lavfi(`aevalsrc='${waves}':s=48000:c=5.1:d=2`, 'color=red:s=64x64:d=2'),
      ...h264,
      '-c:a',
      'ac3',
      '-b:a',
      '448k',
    ]
    const { programme, channels, stereo } = await audioOf('surround.mp4', args)
    expect(programme).toMatchObject({ channels: 6 })
    expect(programme.layout).toMatch(/^5\.1/)
    expect(channels.map(({ name }) => name)).toEqual(['L', 'R', 'C', 'LFE', 'Ls', 'Rs'])
    expect(channels.findIndex(({ peakDbfs = -100 }) => peakDbfs < -60)).toBe(3)
    expect(stereo).toBeUndefined()
  })

  test('two mono streams are left and right; further streams are listed', async () => {
    const args = [
      ...lavfi(
        'sine=500:d=1:r=48000',
        'sine=700:d=1:r=48000',
        'sine=900:d=1:r=48000',
        'color=red:s=64x64:d=1',
      ),
    ]
    const maps = [
      '-map',
      '3',
      '-map',
      '0',
      '-map',
      '1',
      '-map',
      '2',
      '-c:v',
      'mpeg2video',
      '-c:a',
      'pcm_s24le',
    ]
    const { programme, streams, stereo } = await audioOf('tracks.mov', [...args, ...maps])
    expect(programme).toMatchObject({ streams: [0, 1], channels: 2, layout: 'stereo' })
    expect(streams).toHaveLength(3)
    expect(stereo?.mono).toEqual([])
  })

  test('the curve has at most 600 points and keeps the loudest moment of each', async () => {
    const { curve, loudness } = await audioOf('long.wav', [
      ...lavfi(
        steps(
          [
            [-40, 30],
            [-20, 4],
            [-40, 30],
          ],
          { rate: 8000, hertz: 500 },
        ),
      ),
      ...pcm,
    ])
    expect(curve.shortTermLufs.length).toBeLessThanOrEqual(600)
    expect(curve.shortTermLufs.length * curve.stepSeconds).toBeCloseTo(64, 0)
    expect(Math.max(...curve.shortTermLufs.map((value) => value ?? -100))).toBeCloseTo(
      loudness.maxShortTermLufs ?? 0,
      0,
    )
  })

  test('with more channels than any layout has, the first two are measured', async () => {
    const waves = Array.from({ length: 2 }, (_, index) => `sine=${300 + index * 100}:d=1:r=48000`)
    const merged = ['-filter_complex', '[0][1][0][1][0][1][0][1][0][1]amerge=inputs=10']
    const { programme, loudness } = await audioOf('ten.wav', [...lavfi(...waves), ...merged, ...pcm])
    expect(programme).toMatchObject({ channels: 2, layout: 'stereo', durationSeconds: 1 })
    expect(loudness.integratedLufs).toBeDefined()
  })

  test.each(['mp3', 'flac', 'ogg', 'aiff', 'm4a'])('a %s file is measured as audio', async (kind) => {
    const codec = kind === 'ogg' ? ['-c:a', 'libvorbis'] : []
    const { medium, facts } = await clips.probe(
      clips.make(`audio.${kind}`, [...lavfi('sine=d=1:r=48000'), ...codec]),
    )
    expect(medium).toBe('audio')
    expect(facts.integrity).toMatchObject({ isDecodable: true, errorCount: 0 })
    expect(facts.audio?.programme.durationSeconds).toBeCloseTo(1, 1)
    expect(facts.audio?.againstVideo).toBeUndefined()
  })
})
