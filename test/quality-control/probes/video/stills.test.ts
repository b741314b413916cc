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
