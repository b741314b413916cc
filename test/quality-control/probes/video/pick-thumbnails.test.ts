import { type ClipFolder, clipFolder, h264, lavfi } from '../../../support/make-clip'

let clips: ClipFolder
beforeAll(() => {
  clips = clipFolder()
})
afterAll(() => clips.remove())

const plain = (colour: string, seconds: number) => `color=${colour}:s=320x180:r=25:d=${seconds}`
/** A grey that changes with every frame. */
const shot = (base: number, seconds: number) =>
  `nullsrc=s=320x180:r=25:d=${seconds},geq=lum='${base}+mod(X+N*2,24)':cb=128:cr=128,format=yuv420p`
const joined = (count: number) => ['-filter_complex', `concat=n=${count},format=yuv420p`]

describe('frames for the report', () => {
  test('there is a cover, one frame at the issue, and evenly spread ones, each with its time', async () => {
    const parts = [shot(60, 3), plain('black', 1), shot(60, 3)]
    const { previews } = await clips.probe(
      clips.make('issue.mp4', [...lavfi(...parts), ...joined(3), ...h264]),
    )
    expect(previews.filter(({ kind }) => kind === 'thumbnail')).toHaveLength(1)
    const [first, ...times] = previews.flatMap(({ kind, atSeconds }) => (kind === 'frame' ? [atSeconds] : []))
    expect(times).toEqual([...times].sort((a = 0, b = 0) => a - b))
    expect([first, ...times]).toContain(3)
  })

  test('there is the very frame of a black that lasts one frame', async () => {
    const parts = [shot(60, 2.4), plain('black', 0.04), shot(60, 2)]
    const { previews } = await clips.probe(
      clips.make('one black.mp4', [...lavfi(...parts), ...joined(3), ...h264]),
    )
    expect(previews.map(({ file }) => file).filter((file) => file.startsWith('black-'))).toHaveLength(1)
    expect(previews.find(({ file }) => file.startsWith('black-'))?.atSeconds).toBeCloseTo(2.4, 2)
  })

  test('the cover is none of the frames that flash, though they have most detail', async () => {
    const detail = 'testsrc2=s=320x180:r=25:d=2,noise=alls=60:allf=t'
    const flashes = `${detail},eq=brightness='0.5*mod(floor(n/3),2)':eval=frame`
    const path = clips.make('flashing.mp4', [...lavfi(shot(60, 2), flashes), ...joined(2), ...h264])
    const { facts, previews } = await clips.probe(path)
    expect(facts.video?.flashes.failing.length).toBeGreaterThan(0)
    expect(previews[0]?.atSeconds).toBeLessThan(2.1)
  })
})
