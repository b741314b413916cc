import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

import { type ClipFolder, clipFolder, h264, lavfi } from '../../../support/make-clip'

let clips: ClipFolder
let good: Buffer
beforeAll(() => {
  clips = clipFolder()
  good = readFileSync(
    clips.make('good.mp4', [
      ...lavfi('testsrc2=s=320x180:r=25:d=2', 'sine=d=2:r=48000'),
      ...h264,
      '-g',
      '10',
      '-movflags',
      '+faststart',
    ]),
  )
})
afterAll(() => clips.remove())

function file(name: string, bytes: Buffer | string): string {
  writeFileSync(clips.path(name), bytes)
  return clips.path(name)
}

/** The good file with a field of one of its boxes changed: `at` bytes behind the box's name. */
function patched(box: string, at: number, bytes: Buffer, from = 0): Buffer {
  const copy = Buffer.from(good)
  bytes.copy(copy, good.indexOf(box, from) + 4 + at)
  return copy
}

const hex = (text: string) => Buffer.from(text, 'hex')

describe('broken files end as facts', () => {
  test('cut off in the middle', async () => {
    const { facts, problems } = await clips.probe(
      file('cut.mp4', good.subarray(0, Math.floor(good.length * 0.6))),
    )
    expect(problems).toEqual({})
    expect(facts.integrity?.declaredFrames).toBe(50)
    expect(facts.integrity?.decodedFrames).toBeLessThan(45)
  })

  test('a Wave64 file that is cut off', async () => {
    const whole = readFileSync(clips.make('whole.w64', [...lavfi('sine=d=2:r=48000')]))
    const { facts } = await clips.probe(file('cut.w64', whole.subarray(0, whole.length / 2)))
    expect(facts.integrity?.isDecodable).toBe(true)
    expect(facts.audio?.programme.durationSeconds).toBeLessThan(1.1)
  })

  test('cut off before its index', async () => {
    const late = readFileSync(clips.make('late.mp4', ['-i', clips.path('good.mp4'), '-c', 'copy']))
    const { facts } = await clips.probe(file('no-index.mp4', late.subarray(0, Math.floor(late.length * 0.8))))
    expect(facts.integrity?.isDecodable).toBe(false)
    expect(facts.integrity?.errors[0]).toMatch(/moov atom not found|Invalid data/)
    expect(facts.video).toBeUndefined()
  })

  test('damaged in the middle: decoder errors are counted and name no path of ours', async () => {
    const damaged = Buffer.from(good)
    for (let at = Math.floor(good.length / 2); at < good.length - 1000; at += 37)
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
    const { facts } = await clips.probe(file('damaged.mp4', damaged))
    expect(facts.integrity?.errorCount).toBeGreaterThan(0)
    expect(facts.integrity?.errors.length).toBeLessThanOrEqual(10)
    expect(facts.integrity?.errors.join('\n')).not.toMatch(/\/tmp|qc-clips/)
  })

  test('only the beginning, and garbage after it', async () => {
    for (const [name, bytes] of [
      ['head.mp4', good.subarray(0, 40)],
      ['rubbish.mp4', Buffer.concat([good.subarray(0, 32), Buffer.alloc(5000, 0x5a)])],
    ] as const) {
      const { facts } = await clips.probe(file(name, bytes))
      expect(facts.integrity?.isDecodable).toBe(false)
    }
  })
})

describe('headers that lie', () => {
  test('an endless declared duration is decoded to its true end', async () => {
    // `mvhd` version 0: creation, modification, time scale, duration.
    const { facts } = await clips.probe(file('endless.mp4', patched('mvhd', 16, hex('fffffffe'))))
    expect(facts.video?.durationSeconds).toBeCloseTo(2, 2)
    expect(facts.video?.container.oddities).toEqual([
      'The container declares a time of 4294967.294000 s, expected at most a week.',
    ])
  })

  test('a frame that lasts for days costs no more than any other', async () => {
    // `stts`: one run of 50 frames of 512 ticks becomes one of 4 million seconds each.
    const long = patched('stts', 12, hex('7fffffff'))
    const { facts } = await clips.probe(file('days.mp4', long), { timeoutMs: 30_000 })
    expect(facts.integrity?.declaredFrames).toBe(50)
    expect(facts.integrity?.decodedFrames).toBeLessThan(50)
  }, 40_000)

  test('a time scale of nothing', async () => {
    const { facts } = await clips.probe(file('no-scale.mp4', patched('mvhd', 12, hex('00000000'))))
    expect(facts.integrity?.errors[0]).toMatch(/time scale 0/)
  })

  test('a header that claims billions of pixels is reported', async () => {
    // Width and height of the sample entry.
    const huge = patched('avc1', 24, hex('fff0fff0'))
    const { facts } = await clips.probe(file('huge.mp4', huge))
    expect(facts.video?.codedWidth).toBe(320)
    expect(facts.integrity?.decodedFrames).toBe(50)
  })

  test('a frame size over the limit is rejected with its size', async () => {
    const path = clips.make('large.mkv', [...lavfi('color=red:s=10000x6000:r=25:d=0.04'), '-c:v', 'png'])
    const { facts } = await clips.probe(path)
    expect(facts.integrity).toMatchObject({
      isDecodable: false,
      errors: ['The video is 10000 × 6000 pixels; at most 50 million pixels are supported.'],
    })
  })

  test('frames that change their size are still counted', async () => {
    const small = readFileSync(clips.make('small.ts', [...lavfi('testsrc2=s=160x90:r=25:d=1'), ...h264]))
    const wide = readFileSync(clips.make('wide.ts', [...lavfi('testsrc2=s=320x180:r=25:d=1'), ...h264]))
    const { facts } = await clips.probe(file('changing.ts', Buffer.concat([small, wide])))
    expect(facts.video?.decodedFrames).toBe(50)
    expect(facts.video?.black).toEqual([])
  })
})

describe('files that are something else', () => {
  test.each([
    [
      'an HLS playlist',
      '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n',
    ],
    ['a concat list', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'],
    ['an SDP', 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n'],
    ['nothing', ''],
  ])('%s reaches no decoder', async (name, content) => {
    const { medium, facts, tools } = await clips.probe(file(`${name.replaceAll(' ', '-')}.mp4`, content))
    expect(medium).toBeUndefined()
    expect(facts.video).toBeUndefined()
    expect(tools).toEqual([])
  })

  test('a playlist behind the beginning of an MP4 opens no other file', async () => {
    const playlist = '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n'
    const { facts } = await clips.probe(
      file('disguised.mp4', Buffer.concat([good.subarray(0, 16), Buffer.from(playlist)])),
    )
    expect(facts.integrity?.isDecodable).toBe(false)
  })

  test('a codec outside our list is not decoded, although ffmpeg supports it', async () => {
    const path = clips.make('targa.mkv', [...lavfi('color=red:s=64x64:r=25:d=0.2'), '-c:v', 'targa'])
    const { facts } = await clips.probe(path)
    expect(facts.integrity?.isDecodable).toBe(false)
  })

  test('a file with hundreds of streams is rejected', async () => {
    const maps = Array.from({ length: 300 }, () => ['-map', '0']).flat()
    const path = clips.make('streams.mkv', [...lavfi('sine=d=0.1:r=8000'), ...maps, '-c:a', 'pcm_s16le'])
    const { facts } = await clips.probe(path)
    expect(facts.integrity?.isDecodable).toBe(false)
  })
})

describe('limits', () => {
  test('cancelling ends the work at once and leaves no process', async () => {
    const controller = new AbortController()
    const long = clips.make('long.mp4', [...lavfi('testsrc2=s=1280x720:r=25:d=40'), ...h264])
    const before = running()
    const probing = clips.probe(long, { signal: controller.signal })
    while (running() <= before) await new Promise((resolve) => setTimeout(resolve, 5))
    controller.abort(new Error('cancelled'))
    await expect(probing).rejects.toThrow('cancelled')
    while (running() > before) await new Promise((resolve) => setTimeout(resolve, 5))
  })

  test('a time-out is reported, and half a video is not judged', async () => {
    const { facts, problems } = await clips.probe(clips.path('long.mp4'), { timeoutMs: 700 })
    expect(facts.integrity?.isDecodable).toBe(false)
    expect(facts.integrity?.errors[0]).toMatch(/longer than 1 s|within 0.7 s/)
    expect(problems.video ?? facts.integrity?.errors[0]).toMatch(
      /took longer than 1 s|could not be read within/,
    )
  })
})

/** Processes of ffmpeg or ffprobe that look at a clip of this test's. */
function running(): number {
  const folder = clips.path('')
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return /ffmpeg|ffprobe/.test(command) && command.includes(folder)
    } catch {
      return false
    }
  }).length
}
