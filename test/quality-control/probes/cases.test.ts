import { stopPooledChildren } from '../../../quality-control/probes/child-pool/child-pool'
import { fixture, probeBytes } from '../../support/probe-file'

afterAll(stopPooledChildren)

const factsOf = async (file: string) => (await probeBytes(fixture(`cases/${file}`))).facts

it.each(['g01_constant_30.mkv', 'e27_fragmented.mp4'])(
  '%s: a duration that is rounded or includes the audio is no count of frames',
  async (file) => {
    const { integrity } = await factsOf(file)
    expect(integrity).toMatchObject({ isDecodable: true, errorCount: 0 })
    expect(integrity?.declaredFrames).toBeUndefined()
  },
)

it('a gap between two fragments is no other frame rate', async () => {
  const { video } = await factsOf('e27_fragmented.mp4')
  expect(video?.frameRate).toMatchObject({ nominal: 25, isVariable: false })
  expect(video?.frameRate.measured).toBeCloseTo(25, 3)
})

it('a PDF with the numbers 5. and -0. is read', async () => {
  const { integrity, pdf } = await factsOf('g03_numbers_with_a_bare_point.pdf')
  expect(integrity).toMatchObject({ isDecodable: true, errorCount: 0 })
  expect(pdf?.pageCount).toBe(1)
})

it('the RGB profile of a grey PNG is reported, although the decoder drops it', async () => {
  const { image } = await factsOf('c05_grey_with_srgb_profile.png')
  expect(image).toMatchObject({ colourModel: 'grey', profile: { colourModel: 'rgb' } })
})

it('a white logo on transparency is measured on dark', async () => {
  const { image } = await factsOf('c40_white_logo_on_transparent.png')
  expect(image?.pixels?.deviation).toBeGreaterThan(50)
})

it('bars of raised black in 10 bit are bars', async () => {
  const { video } = await factsOf('e14_raised_bars_10_bit.mp4')
  expect(video?.bars?.top).toBeCloseTo(0.125, 1)
  expect(video?.bars?.bottom).toBeCloseTo(0.125, 1)
})

it('a camera flash inside a shot is neither a cut nor a stray shot', async () => {
  const { video } = await factsOf('e18_camera_flash.mp4')
  expect(video).toMatchObject({ cuts: [], flashFrames: [] })
})

it('six channels without a usual layout are measured', async () => {
  const { integrity, audio } = await factsOf('e40_hexagonal_aac.mp4')
  expect(integrity).toMatchObject({ isDecodable: true, errorCount: 0 })
  expect(audio?.programme.channels).toBe(6)
  expect(audio?.loudness.integratedLufs).toBeDefined()
})
