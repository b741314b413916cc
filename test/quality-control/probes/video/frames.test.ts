import { readFileSync, writeFileSync } from 'node:fs'

import { type ClipFolder, clipFolder, h264, lavfi, lossless } from '../../../support/make-clip'

let clips: ClipFolder
beforeAll(() => {
  clips = clipFolder()
})
afterAll(() => clips.remove())

const moving = (seconds: number, size = '320x180', rate = 25) => `testsrc2=s=${size}:r=${rate}:d=${seconds}`
const plain = (colour: string, seconds: number) => `color=${colour}:s=320x180:r=25:d=${seconds}`
/** A grey that changes with every frame and jumps in brightness against other shots. */
const shot = (base: number, seconds: number) => grey(`${base}+mod(X+N*2,24)`, seconds)
const grey = (luma: string, seconds: number) =>
  `nullsrc=s=320x180:r=25:d=${seconds},geq=lum='${luma}':cb=128:cr=128,format=yuv420p`
const joined = (count: number) => ['-filter_complex', `concat=n=${count},format=yuv420p`]
const videoOf = async (name: string, args: string[]) => (await clips.factsOf(name, args)).video

describe('times, to the frame', () => {
  test('black, a freeze, cuts and a stray frame', async () => {
    const parts = [
      plain('black', 0.2),
      shot(40, 1),
      plain('black', 0.08),
      shot(60, 1),
      shot(180, 0.04),
      shot(60, 1),
      shot(120, 1),
      plain('gray', 1.2),
      plain('black', 0.04),
    ]
    const video = await videoOf('times.mkv', [...lavfi(...parts), ...joined(parts.length), ...lossless])
    expect(video.decodedFrames).toBe(139)
    expect(video.durationSeconds).toBeCloseTo(5.56, 3)
    expect(video.black).toEqual([
      { start: 0, end: 0.2 },
      { start: 1.2, end: 1.28 },
      { start: 5.52, end: 5.56 },
    ])
    expect(video.frozen).toEqual([{ start: 4.32, end: 5.52 }])
    expect(video.flashFrames).toEqual([{ start: 2.28, end: 2.32 }])
    expect(video.cuts).toEqual(expect.arrayContaining([0.2, 1.2, 1.28, 2.28, 2.32, 3.32]))
    expect(video.cuts).toHaveLength(7)
  })

  test('the same through a lossy codec at 29.97, still to the frame', async () => {
    const parts = [shot(60, 1), plain('black', 0.03), shot(60, 1)].map((part) =>
      part.replace('r=25', 'r=30000/1001'),
    )
    const video = await videoOf('lossy.mp4', [...lavfi(...parts), ...joined(3), ...h264, '-crf', '28'])
    const frame = 1001 / 30000
    expect(video.black).toHaveLength(1)
    expect(video.black[0]?.start).toBeCloseTo(30 * frame, 3)
    expect(video.black[0]?.end).toBeCloseTo(31 * frame, 3)
  })

  test('a logo on black is not black', async () => {
    const logo = 'color=black:s=1280x720:r=25:d=1,drawbox=x=600:y=340:w=60:h=40:color=white:t=fill'
    expect((await videoOf('logo.mp4', [...lavfi(logo), ...h264])).black).toEqual([])
  })

  test.each([
    { perSecond: 2.5, most: 3, fails: false },
    { perSecond: 8, most: 8, fails: true },
  ])(
    '$perSecond changes a second between black and white are counted one by one',
    async ({ perSecond, most, fails }) => {
      const wave = grey(`if(mod(floor(N*${perSecond}/25+0.0001),2),235,16)`, 4)
      const { flashes } = await videoOf(`flash-${perSecond}.mp4`, [...lavfi(wave), ...h264])
      expect(flashes.transitions).toHaveLength(perSecond * 4 - 1)
      expect(flashes.mostTransitionsPerSecond).toBe(most)
      expect(flashes.failing.length > 0).toBe(fails)
    },
  )
})

describe('shape', () => {
  test('upright, rotated and anamorphic video is measured in its shown size', async () => {
    const upright = clips.make('upright.mp4', [...lavfi(moving(0.5, '180x320')), ...h264])
    const turned = clips.make('turned.mp4', [
      '-i',
      clips.make('across.mp4', [...lavfi(moving(0.5)), ...h264]),
      '-c',
      'copy',
      '-metadata:s:v',
      'rotate=90',
    ])
    const wide = clips.make('wide.mp4', [...lavfi(`${moving(0.5, '360x288')},setsar=64/45`), ...h264])
    const seen = await Promise.all([upright, turned, wide].map((path) => clips.probe(path)))
    const shapes = seen.map(({ facts: { video } }) => [
      video?.displayWidth,
      video?.displayHeight,
      video?.rotationDegrees,
    ])
    expect(shapes).toEqual([
      [180, 320, 0],
      [180, 320, 270],
      [512, 288, 0],
    ])
    expect(seen.map(({ previews }) => `${previews[0]?.widthPixels}x${previews[0]?.heightPixels}`)).toEqual([
      '180x320',
      '180x320',
      '480x270',
    ])
  })

  test('burnt-in bars are found and measured, also on a rotated video', async () => {
    const boxed = `${moving(1, '320x132')},pad=320:180:0:24`
    const video = await videoOf('bars.mp4', [...lavfi(boxed), ...h264])
    expect(video.bars?.top).toBeCloseTo(24 / 180, 2)
    expect(video.bars?.bottom).toBeCloseTo(24 / 180, 2)
    expect(video.bars).toMatchObject({ left: 0, right: 0 })
    const turned = await videoOf('bars-turned.mp4', [
      '-i',
      clips.path('bars.mp4'),
      '-c',
      'copy',
      '-metadata:s:v',
      'rotate=90',
    ])
    expect(turned.bars).toMatchObject({ top: 0, bottom: 0 })
    expect(turned.bars?.left).toBeCloseTo(24 / 180, 2)
  })

  test('a video smaller than all our scaled sizes', async () => {
    expect(await videoOf('tiny.mkv', [...lavfi(moving(0.4, '16x16')), ...lossless])).toMatchObject({
      displayWidth: 16,
      decodedFrames: 10,
    })
    expect(
      await videoOf('odd.mkv', [...lavfi('color=red:s=33x17:r=25:d=0.4,format=yuv444p'), ...lossless]),
    ).toMatchObject({
      displayWidth: 33,
    })
  })
})

describe('rate and scan', () => {
  test('a constant rate, a variable one, and one with a hole', async () => {
    const constant = await videoOf('constant.mp4', [...lavfi(moving(2)), ...h264])
    const only = (frames: string) => ['-vf', `select='${frames}'`, '-fps_mode', 'vfr', ...h264]
    const source = ['-i', clips.path('constant.mp4')]
    const variable = await videoOf('variable.mp4', [...source, ...only('lt(n,20)+not(mod(n,3))')])
    const hole = await videoOf('hole.mp4', [...source, ...only('lt(n,20)+gt(n,27)')])
    expect(constant.frameRate).toMatchObject({ isVariable: false, nominal: 25 })
    expect(variable.frameRate.isVariable).toBe(true)
    expect(hole.frameRate.isVariable).toBe(false)
    expect(hole.frameRate.longestStepSeconds).toBeCloseTo(0.36, 3)
  })

  test('whole milliseconds of WebM are a constant rate', async () => {
    const video = await videoOf('web.webm', [
      ...lavfi(moving(1, '160x90', 30)),
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
    ])
    expect(video.frameRate.isVariable).toBe(false)
  })

  test('interlacing is measured on the frames, not read from the flag', async () => {
    const fields = `${moving(2, '320x180', 50)},tinterlace=interleave_top`
    const ts = ['-c:v', 'mpeg2video', '-qscale:v', '3', '-pix_fmt', 'yuv420p']
    const flagged = await videoOf('interlaced.ts', [
      ...lavfi(`${fields},fieldorder=tff`),
      '-flags',
      '+ilme+ildct',
      ...ts,
    ])
    expect(flagged.scan).toMatchObject({ flagged: 'interlaced', content: 'interlaced', fieldOrder: 'top' })
    const unflagged = await videoOf('unflagged.ts', [...lavfi(`${fields},setfield=prog`), ...ts])
    expect(unflagged.scan).toMatchObject({ flagged: 'progressive', content: 'interlaced' })
    const honest = await videoOf('progressive.ts', [...lavfi(moving(2)), ...ts])
    expect(honest.scan).toMatchObject({ flagged: 'progressive', content: 'progressive' })
  })
})

describe('colour and levels', () => {
  test('10 bit and HDR', async () => {
    const tags = [
      '-color_primaries',
      'bt2020',
      '-color_trc',
      'smpte2084',
      '-colorspace',
      'bt2020nc',
      '-color_range',
      'tv',
    ]
    const video = await videoOf('hdr.mp4', [
      ...lavfi(moving(0.5)),
      '-c:v',
      'libx265',
      '-preset',
      'ultrafast',
      '-x265-params',
      'log-level=none',
      '-pix_fmt',
      'yuv420p10le',
      ...tags,
    ])
    expect(video).toMatchObject({ codec: 'hevc', bitDepth: 10 })
    expect(video.colour).toEqual({
      range: 'limited',
      primaries: 'bt2020',
      transfer: 'smpte2084',
      space: 'bt2020nc',
      dynamicRange: 'pq',
    })
    const hlg = await videoOf('hlg.mkv', [...lavfi(moving(0.2)), ...lossless, '-color_trc', 'arib-std-b67'])
    expect(hlg.colour.dynamicRange).toBe('hlg')
  })

  test.each([
    [25, 394, true],
    [10, 327, false],
  ])('flashes from 1 to %d cd/m² of PQ fail by their light', async (nits, code, fails) => {
    const luma = `if(mod(floor(N/2.5),2),${code},195)`
    const wave = `nullsrc=s=320x180:r=25:d=1.6,format=yuv420p10le,geq=lum='${luma}'`
    const tags = ['-color_trc', 'smpte2084', '-color_primaries', 'bt2020', '-colorspace', 'bt2020nc']
    const coding = ['-color_range', 'tv', ...tags, ...lossless]
    const { flashes } = await videoOf(`pq-${nits}.mkv`, [...lavfi(`${wave}:cb=512:cr=512`), ...coding])
    expect(flashes.failing.length > 0).toBe(fails)
  })

  test('levels outside the broadcast range, with their duration', async () => {
    const levels = (low: number, high: number, s: number) => grey(`if(lt(X,160),${low},${high})`, s)
    const video = await videoOf('levels.mkv', [
      ...lavfi(levels(16, 235, 1), levels(8, 242, 2), levels(2, 252, 1.2), levels(16, 235, 1)),
      ...joined(4),
      ...lossless,
    ])
    const [span, ...others] = video.levels?.outOfRange ?? []
    expect(others).toEqual([])
    expect(Math.abs((span?.start ?? 0) - 1)).toBeLessThanOrEqual(0.21)
    expect(Math.abs((span?.end ?? 0) - 4.2)).toBeLessThanOrEqual(0.21)
    expect(video.levels?.worstOutOfRangeShare).toBeCloseTo(1, 2)
    expect((video.levels?.outOfR103[0]?.end ?? 0) - (video.levels?.outOfR103[0]?.start ?? 0)).toBeCloseTo(
      1.2,
      0,
    )
  })

  test('in full HD too: thin bars, a small patch that is too bright, a single black frame', async () => {
    // The patch covers 2 % of the frame from frame 10 to 34; frame 5 is black. Made small and
    // enlarged, for geq is slow.
    const patch = 'between(N,10,34)*between(X,133,176)*between(Y,70,95)'
    const luma = `if(eq(N,5),16,if(${patch},250,100+mod(X/2+N*9,60)))`
    const small = `nullsrc=s=320x180:r=25:d=1.6,geq=lum='${luma}':cb=128:cr=128,format=yuv420p`
    const bar = 14
    const source = `${small},scale=1920:${1080 - 2 * bar}:flags=neighbor,pad=1920:1080:0:${bar}`
    const video = await videoOf('full-hd.mp4', [...lavfi(source), ...h264, '-crf', '18'])
    expect(video.black).toEqual([{ start: 0.2, end: 0.24 }])
    expect(video.bars?.top).toBeCloseTo(bar / 1080, 2)
    expect(video.bars?.bottom).toBeCloseTo(bar / 1080, 2)
    const [span, ...others] = video.levels?.outOfR103 ?? []
    expect(others).toEqual([])
    expect(Math.abs((span?.start ?? 0) - 0.4)).toBeLessThanOrEqual(0.21)
    expect(Math.abs((span?.end ?? 0) - 1.4)).toBeLessThanOrEqual(0.21)
    expect(Math.abs((video.levels?.worstOutOfR103Share ?? 0) - 0.02)).toBeLessThan(0.002)
  })

  test('full-range video has no broadcast range', async () => {
    const video = await videoOf('full.mp4', [
      ...lavfi(moving(0.5)),
      '-vf',
      'scale=out_range=full,format=yuvj420p',
      '-c:v',
      'libx264',
      '-color_range',
      'pc',
    ])
    expect(video.levels).toBeUndefined()
    expect(video.colour.range).toBe('full')
  })

  test('a larger video of the same sharpness has edges of the same width', async () => {
    const edges = async (width: number, height: number) => {
      const scene = [...lavfi(`testsrc2=s=960x540:r=2,scale=${width}:${height}`), '-t', '1', ...h264]
      return (await videoOf(`wide-${width}.mp4`, scene)).sharpness.medianBlur ?? 0
    }
    expect(Math.abs((await edges(3840, 2160)) - (await edges(1920, 1080)))).toBeLessThan(1)
  })

  test('blur and blocking show in their figures', async () => {
    const sharp = await videoOf('sharp.mp4', [
      ...lavfi('mandelbrot=s=960x540:r=25'),
      ...['-t', '0.8', ...h264, '-crf', '12'],
    ])
    const source = ['-i', clips.path('sharp.mp4')]
    const soft = await videoOf('soft.mp4', [...source, '-vf', 'gblur=sigma=5', ...h264, '-crf', '12'])
    const coarse = ['-c:v', 'mpeg2video', '-qscale:v', '31', '-pix_fmt', 'yuv420p']
    const squares = await videoOf('squares.ts', [...source, ...coarse])
    expect(sharp.sharpness.medianBlur).toBeLessThan(7)
    expect(soft.sharpness.medianBlur).toBeGreaterThan(9)
    expect(sharp.sharpness.medianBlockiness).toBeLessThan(10)
    expect(squares.sharpness.medianBlockiness).toBeGreaterThan(20)
  })
})

describe('other streams', () => {
  test('captions, cover art and other streams are distinguished', async () => {
    const subtitles = clips.path('words.srt')
    writeFileSync(subtitles, '1\n00:00:00,000 --> 00:00:01,000\nHello\n')
    const coding = [...h264, '-c:s', 'mov_text', '-metadata:s:s', 'language=deu']
    const video = await videoOf('captions.mp4', [
      ...lavfi(moving(1)),
      '-i',
      subtitles,
      '-map',
      '0',
      '-map',
      '1',
      ...coding,
    ])
    expect(video.captions).toEqual({ hasEmbedded: false, tracks: [{ codec: 'mov_text', language: 'deu' }] })
    expect(video.audio).toBe('none')
  })

  test('captions inside the video stream are found', async () => {
    const plainStream = readFileSync(clips.make('plain.h264', [...lavfi(moving(2.5)), ...h264, '-f', 'h264']))
    writeFileSync(clips.path('captioned.h264'), withCaptions(plainStream))
    const video = await videoOf('captioned.mp4', [
      '-r',
      '25',
      '-i',
      clips.path('captioned.h264'),
      '-c',
      'copy',
    ])
    expect(video.captions).toEqual({ hasEmbedded: true, tracks: [] })
  })

  test('an audio file with a cover is audio, not video', async () => {
    const cover = clips.make('cover.jpg', [...lavfi(plain('red', 0.04)), '-frames:v', '1'])
    const song = clips.make('song.mp3', [
      ...lavfi('sine=d=1'),
      '-i',
      cover,
      '-map',
      '0',
      '-map',
      '1',
      '-c:v',
      'copy',
      '-disposition:v',
      'attached_pic',
      '-metadata',
      'artist=Somebody',
    ])
    const { facts, medium } = await clips.probe(song)
    expect(medium).toBe('audio')
    expect(facts.video).toBeUndefined()
    expect(facts.audio?.programme.layout).toBe('mono')
    expect(facts.file?.privacy.hasAuthor).toBe(true)
  })

  test('a start offset and a difference in length are measured', async () => {
    const args = [
      ...lavfi(moving(2)),
      '-itsoffset',
      '0.2',
      ...lavfi('sine=d=1.5:r=48000'),
      '-map',
      '0',
      '-map',
      '1',
      ...h264,
      '-c:a',
      'pcm_s16le',
    ]
    const { audio } = await clips.factsOf('late.mov', args)
    expect(audio.againstVideo?.startOffsetSeconds).toBeCloseTo(0.2, 2)
    expect(audio.againstVideo?.lengthDifferenceSeconds).toBeCloseTo(-0.5, 2)
  })

  test('frames that an edit list hides are not missing', async () => {
    const whole = clips.make('whole.mp4', [...lavfi(moving(3)), ...h264, '-g', '250'])
    const { facts } = await clips.probe(clips.make('trimmed.mp4', ['-ss', '1', '-i', whole, '-c', 'copy']))
    expect(facts.integrity).toMatchObject({ isDecodable: true, errorCount: 0 })
    const { decodedFrames = 0, declaredFrames = 0 } = facts.integrity ?? {}
    expect(decodedFrames).toBeGreaterThanOrEqual(declaredFrames * 0.995)
  })
})

/**
 * Puts a CEA-608 caption before every slice of an H.264 stream, as a registered SEI message (ATSC A/53 part
 * 4).
 */
function withCaptions(stream: Buffer): Buffer {
  const payload = Buffer.from('b5003147413934' + '0342ff' + 'fc9420fc94ae' + 'ff', 'hex')
  const message = Buffer.concat([
    Buffer.from([0, 0, 0, 1, 6, 4, payload.length]),
    payload,
    Buffer.from([0x80]),
  ])
  const parts: Buffer[] = []
  let from = 0
  for (let at = stream.indexOf('00000001', 1, 'hex'); ; at = stream.indexOf('00000001', from + 1, 'hex')) {
    const unit = stream.subarray(from, at < 0 ? stream.length : at)
    parts.push(...([1, 5].includes((unit[4] ?? 0) & 31) ? [message, unit] : [unit]))
    if (at < 0) return Buffer.concat(parts)
    from = at
  }
}
