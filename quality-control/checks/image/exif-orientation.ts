import { defineCheck } from '../check'

export default defineCheck({
  title: 'The picture lies upright in the file',
  failureTitle: 'The picture is only turned by a tag',
  why: 'The pixels lie turned and a tag asks viewers to turn them back: print workflows and some ad servers ignore the tag.',
  remedy:
    'Open the picture, turn it until it is right, and save it: the editor then writes the pixels upright.',
  source: 'EXIF 2.32, tag 274 (Orientation)',
  needs: ['image'],
  severity: 'minor',
  settings: { isAccepted: { doc: 'Turned pictures are accepted', format: 'boolean', default: false } },
  run: ({ image: { orientation } }, { isAccepted }) =>
    orientation === 1 || isAccepted
      ? []
      : [
          {
            level: 'warn',
            message: `The pixels lie turned or mirrored (orientation ${orientation}).`,
            measured: `orientation ${orientation}`,
            expected: 'orientation 1',
          },
        ],
})
