import { type ClipFolder, clipFolder, h264, lavfi } from '../../../support/make-clip'

let clips: ClipFolder
beforeAll(() => {
  clips = clipFolder()
})
afterAll(() => clips.remove())

test.each([
  ['colour bars', 'smptehdbars=s=1280x720:r=25:d=2'],
  ['a test card of squares', 'testsrc=s=1280x720:r=25:d=0.04,loop=49:1:0'],
  ['a flat graphic', 'color=red:s=1280x720:r=25:d=2,drawbox=x=160:y=80:w=800:h=480:color=white:t=fill'],
])('%s that stand still have no compression blocks', async (name, graph) => {
  const { video } = await clips.factsOf(`${name.replaceAll(' ', '-')}.mp4`, [...lavfi(graph), ...h264])
  expect(video.sharpness.medianBlockiness).toBeUndefined()
  expect(video.sharpness.samples.length).toBeGreaterThan(0)
})

describe('what hides a fault', () => {
  /** Grain and slow motion, as of a camera. */
  const scene = (seconds: number, base = 90) =>
    `nullsrc=s=320x180:r=25:d=${seconds},` +
    `geq=lum='${base}+40*sin((X+N*3)/23)+mod(X*7+Y*13,9)':cb=120:cr=135,format=yuv420p`
  const joined = (count: number) => ['-filter_complex', `concat=n=${count},format=yuv420p`]

  test('black under a station logo is found, a title on black is none', async () => {
    const logo = 'drawbox=x=272:y=12:w=32:h=18:color=0xe0e0e0:t=fill'
    const black = 'color=black:s=320x180:r=25:d=0.08'
    const title = `color=black:s=320x180:r=25:d=0.4,drawbox=x=16:y=150:w=40:h=14:color=white:t=fill`
    const parts = [`${scene(0.6)},${logo}`, `${black},${logo}`, `${scene(0.6)},${logo}`, title, scene(0.4)]
    const { video } = await clips.factsOf('logo-black.mp4', [...lavfi(...parts), ...joined(5), ...h264])
    expect(video.logoBlack).toEqual([{ start: 0.6, end: 0.68 }])
    expect(video.black).toEqual([])
  })

  test('the last light of a fade is no logo', async () => {
    const lamp = 'drawbox=x=280:y=150:w=24:h=16:color=white:t=fill'
    const fade = `${scene(1)},${lamp},fade=out:st=0.3:d=0.6,tpad=stop=6:stop_mode=add`
    const { video } = await clips.factsOf('fade.mp4', [...lavfi(fade, scene(0.6)), ...joined(2), ...h264])
    expect(video.logoBlack).toEqual([])
    expect(video.dips).toEqual(video.black)
  })

  test('a freeze is found behind the coding of long groups, slow motion is none', async () => {
    const freeze = `${scene(0.4)},noise=alls=8:allf=u,tpad=stop=50:stop_mode=clone`
    const mpeg = ['-c:v', 'mpeg2video', '-b:v', '2M', '-g', '12', '-bf', '2', '-pix_fmt', 'yuv420p']
    const { video } = await clips.factsOf('freeze.mxf', [...lavfi(freeze, scene(0.4)), ...joined(2), ...mpeg])
    const [span, ...others] = video.frozen
    expect(others).toEqual([])
    expect(Math.abs((span?.start ?? 0) - 0.4)).toBeLessThan(0.25)
    expect(Math.abs((span?.end ?? 0) - 2.4)).toBeLessThan(0.25)
    const slow = `nullsrc=s=320x180:r=25:d=2,geq=lum='90+40*sin((X+N*0.1)/23)':cb=128:cr=128,format=yuv420p`
    expect((await clips.factsOf('slow.mxf', [...lavfi(slow), ...mpeg])).video.frozen).toEqual([])
  })

  test('bars in one shot are found there', async () => {
    const boxed = `${scene(1.2, 140)},crop=320:136,pad=320:180:0:22:black`
    const parts = [scene(1), boxed, scene(1)]
    const { video } = await clips.factsOf('shots.mp4', [...lavfi(...parts), ...joined(3), ...h264])
    expect(video.bars).toBeUndefined()
    expect(video.barredShots).toHaveLength(1)
    expect(video.barredShots[0]).toMatchObject({ start: 1, end: 2.2 })
    expect(video.barredShots[0]?.bars.top).toBeCloseTo(22 / 180, 2)
  })

  test('bars with lines of data at the top are bars', async () => {
    const data = 'drawbox=x=20:y=0:w=24:h=2:color=white:t=fill,drawbox=x=70:y=0:w=90:h=2:color=white:t=fill'
    const boxed = `${scene(1, 140)},crop=320:136,pad=320:180:0:22:black,${data}`
    const { video } = await clips.factsOf('data.mp4', [...lavfi(boxed), ...h264])
    expect(video.bars?.top).toBeCloseTo(22 / 180, 2)
    expect(video.bars?.bottom).toBeCloseTo(22 / 180, 2)
  })
})
