import { defineCheck } from '../check'

export default defineCheck({
  title: 'Image is stored upright',
  failureTitle: 'Image is stored rotated and relies on a tag',
  why:
    'The pixels are stored rotated, and a tag asks viewers to rotate them back. Print workflows and ' +
    'some ad servers ignore the tag.',
  remedy:
    'Open the image, rotate it until it looks right, and save it. The editor then stores the pixels ' +
    'upright.',
  source: 'EXIF 2.32, tag 274 (Orientation)',
  needs: ['image'],
  severity: 'minor',
  settings: { isAccepted: { doc: 'Rotated images are accepted', format: 'boolean', default: false } },
  run: ({ image: { orientation } }, { isAccepted }) =>
    orientation === 1 || isAccepted
      ? []
      : [
          {
            level: 'warn',
            message: `The pixels are stored rotated or mirrored (orientation ${orientation}).`,
            measured: `orientation ${orientation}`,
            expected: 'orientation 1',
          },
        ],
})
