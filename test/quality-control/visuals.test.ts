import type { PdfBox, PdfPage } from '../../quality-control/facts/pdf'
import { visualsOf } from '../../quality-control/visuals'

const box = (
  left: number,
  bottom: number,
  right: number,
  top: number,
  origin: PdfBox['origin'] = 'written',
): PdfBox => ({
  left,
  bottom,
  right,
  top,
  origin,
})

function page(rotationDegrees: number): PdfPage {
  return {
    page: 1,
    rotationDegrees,
    userUnit: 1,
    boxes: {
      media: box(0, 0, 200, 100),
      crop: box(0, 0, 200, 100, 'default'),
      bleed: box(0, 0, 200, 100, 'default'),
      trim: box(10, 20, 150, 90),
      art: box(10, 20, 150, 90, 'default'),
    },
    colours: [],
    transparency: [],
    overprint: [],
    registration: [],
    thinLines: [],
    textSizes: [],
    richBlackText: [],
    knockoutText: [],
    images: [],
    imagePixels: 0,
    annotations: [],
    isBlank: false,
  }
}

describe('what the report draws', () => {
  it.each([
    [0, 200, 100, [10, 20, 150, 90]],
    [90, 100, 200, [20, 50, 90, 190]],
    [180, 200, 100, [50, 10, 190, 80]],
    [270, 100, 200, [10, 10, 80, 150]],
  ])('lays the trim box on a page turned by %i degrees', (rotation, widthPoints, heightPoints, trim) => {
    const { pages } = visualsOf({ pdf: { pages: [page(rotation)] } as never }, [])
    expect(pages).toEqual([{ widthPoints, heightPoints, boxes: { trim } }])
  })

  it('draws a safe zone only when the profile sets all four edges', () => {
    const planned = {
      id: 'copy/safe-area',
      severity: 'minor',
      isRequired: false,
      settings: { topPercent: 14, rightPercent: 6, bottomPercent: 35, leftPercent: 6 },
    } as const
    expect(visualsOf({}, [{ ...planned, settings: { ...planned.settings } }]).safeArea).toEqual({
      top: 0.14,
      right: 0.06,
      bottom: 0.35,
      left: 0.06,
    })
    expect(visualsOf({}, [])).toEqual({})
  })
})
