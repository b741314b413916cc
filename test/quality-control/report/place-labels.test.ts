import { placeLabels, type Rect } from '../../../quality-control/report/place-labels'

const small: Rect = { x: 0.4, y: 0.4, width: 0.1, height: 0.05 }

describe('the labels of frames', () => {
  it('are directly beside the frame where there is room', () => {
    const [label] = placeLabels([small], 1.5)
    expect(label).toMatchObject({ at: { x: 0.4, y: 0.4 } })
    expect(label?.leader).toBeUndefined()
  })

  it('are outside of an image that is one frame', () => {
    const [label] = placeLabels([{ x: -0.01, y: -0.01, width: 1.02, height: 1.02 }], 1.5)
    expect(label?.shift.y).toBeLessThan(-10)
  })

  it('have a line from the margin when the frame is enclosed by others', () => {
    const all: Rect = { x: 0.02, y: 0.02, width: 0.96, height: 0.96 }
    const [, label] = placeLabels([all, small], 1.5)
    expect(label?.leader).toBeDefined()
  })

  it.each([0.5, 1, 1.78])('never meet a frame or each other, at an aspect ratio of %d', (aspectRatio) => {
    const frames = Array.from({ length: 40 }, (_, index) => ({
      ...{ x: ((index * 37) % 90) / 100, y: ((index * 53) % 95) / 100 },
      ...{ width: 0.02 + ((index * 7) % 20) / 100, height: 0.02 + (index % 4) / 100 },
    }))
    const size = { x: Math.min(270, 700 * aspectRatio), y: Math.min(270, 700 * aspectRatio) / aspectRatio }
    const labels = placeLabels(frames, aspectRatio).filter((label) => label !== undefined)
    const boxes = labels.map(({ at, shift }) => {
      const [x, y] = [at.x * size.x + shift.x, at.y * size.y + shift.y]
      return { left: x - 13, top: y - 13, right: x + 13, bottom: y + 13 }
    })
    const marked = frames.map(({ x, y, width, height }) => ({
      ...{ left: x * size.x, top: y * size.y },
      ...{ right: (x + width) * size.x, bottom: (y + height) * size.y },
    }))
    const covers = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    expect(boxes.length).toBeGreaterThan(10)
    expect(boxes.filter((box) => marked.some((frame) => covers(box, frame)))).toEqual([])
    expect(boxes.filter((one, index) => boxes.slice(index + 1).some((two) => covers(one, two)))).toEqual([])
  })
})
